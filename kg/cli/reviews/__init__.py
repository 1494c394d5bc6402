"""The commands of ``kg review``."""
