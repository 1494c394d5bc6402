"""What genres share: headings, column words, lists of bodies, roles, the front of a paper."""
