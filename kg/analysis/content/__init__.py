"""What measures speak of: industries, targets, papers."""
