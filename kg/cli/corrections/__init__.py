"""The commands of ``kg correct``."""
