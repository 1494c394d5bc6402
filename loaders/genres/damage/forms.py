"""Rows of a form that nobody filled in: they show where to write, and hold no measure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..entries import Entry, SetAside

_PLACEHOLDER = re.compile(
    r"[（(【\[〔]?(?:请|在此|此处)?填[写报入列].{0,20}[）)】\]〕]?"
    r"|[×xX＊*_＿…·.。—\-\s（）()]{2,}"
    r"|[（(](?:此处|请)?(?:略|示例|举措内容|单位名称)[）)]"
)


def set_forms_aside(entries: Sequence[Entry]) -> tuple[list[Entry], list[SetAside]]:
    """Return the entries that hold more than placeholders, and the rows that do not."""
    kept: list[Entry] = []
    aside: list[SetAside] = []
    for entry in entries:
        if entry.measures and all(_PLACEHOLDER.fullmatch(w.text) for w in entry.measures):
            text = " | ".join(w.text for w in entry.measures)
            aside.append(SetAside(entry.place, text, is_note=True))
        else:
            kept.append(entry)
    return kept, aside
