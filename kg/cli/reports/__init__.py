"""The commands of ``kg report``."""
