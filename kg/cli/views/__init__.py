"""The commands of ``kg view``."""
