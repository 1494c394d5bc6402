"""The commands of ``kg export``."""
