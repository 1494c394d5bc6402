"""Who carries how much."""
