"""Template, style and scripts of the pages."""
