"""The network of bodies that stand on the same measures."""
