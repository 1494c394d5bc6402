"""Two versions of a list held against each other."""
