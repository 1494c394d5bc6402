"""File formats: bytes → blocks, one package for each."""
