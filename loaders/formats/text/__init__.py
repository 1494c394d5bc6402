"""Plain text, Markdown and separated values → blocks."""

from .reader import TextFormat

__all__ = ["TextFormat"]
