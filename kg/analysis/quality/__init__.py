"""What is damaged or in doubt, and what rests on it."""
