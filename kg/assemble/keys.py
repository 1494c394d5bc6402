"""Keys: readable, and the same whenever the same document is read (docs/decisions/0004)."""

from __future__ import annotations

import re
from hashlib import sha256

from kg.model import FrontMatter
from kg.resolve.regions import Region

_LONGEST = 300
"""Characters of a document's key; its parts add less than a hundred."""


def document_key(front: FrontMatter, region: Region | None) -> str:
    """Return a document's key: its number; without one its place, title and year.

    Examples
    --------
    >>> document_key(FrontMatter("任务清单", doc_no="闽知发〔2025〕14号"), None)
    '闽知发〔2025〕14号'
    >>> document_key(FrontMatter("2025年重点任务分解表", year=2025), None)
    '2025年重点任务分解表'
    """
    if front.doc_no:
        return _bounded(front.doc_no)
    title = re.sub(r"\s+", "", front.title or front.list_title)
    place = region.full_name if region is not None and region.full_name not in title else ""
    year = str(front.year) if front.year and str(front.year) not in title else ""
    return _bounded("/".join(part for part in (place, title, year) if part))


def _bounded(key: str) -> str:
    if len(key) <= _LONGEST:
        return key
    return f"{key[:_LONGEST]}…{sha256(key.encode()).hexdigest()[:12]}"
