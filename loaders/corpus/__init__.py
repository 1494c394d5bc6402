"""The official documents that come with the program."""
