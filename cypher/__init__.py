"""Cypher files: schema, writing, and one named question per file."""
