"""The commands of ``kg plot``."""
