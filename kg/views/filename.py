"""The name of a view's file, safe on every system."""

from __future__ import annotations

from kg.views.scene import View

ENDING = ".html"
_LONGEST = 120
"""Bytes of the part that a document or agency names: 255 are allowed for the whole."""


def file_name(view: View) -> str:
    """Return the name of a view's file: the view, and the document or agency it is of, if one.

    Examples
    --------
    >>> slug("闽知发〔2025〕14号/../CON")
    '闽知发-2025-14号-CON'
    """
    about = ""
    if view.name == "agency" and view.scenes:
        about = slug(str(view.scenes[0].title))
    elif len(view.sources) == 1:
        about = slug(view.sources[0].doc_no or view.sources[0].title)
    return f"{view.name}-{about}{ENDING}" if about else f"{view.name}{ENDING}"


def slug(text: str) -> str:
    """Return the letters and digits of a text, everything else a hyphen; cut to 120 bytes."""
    words = "".join(c if c.isalnum() else "-" for c in text)
    joined = "-".join(filter(None, words.split("-")))
    return joined.encode("utf-8", "ignore")[:_LONGEST].decode("utf-8", "ignore").strip("-")
