"""Repairs of damaged tables: each takes what the rows say and returns it mended, with an issue
for everything it changed, doubted or could not place.
"""
