"""When what falls due."""
