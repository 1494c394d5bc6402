"""Reports and graphs written in the formats people and programs read."""
