"""What became of measures, as people have recorded it."""
