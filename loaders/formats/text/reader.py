"""The format «text»: plain text, Markdown and separated values in any Chinese encoding."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import PurePath

from kg.errors import InputError
from kg.model import Block, Paragraph, Source

from . import refusals
from .characters import clean_lines
from .delimited import SUFFIXES as DELIMITED
from .delimited import read_delimited
from .encoding import decode
from .hidden import hide
from .issues import Notes
from .lines import split
from .tables import read_text


class TextFormat:
    """Reads text files."""

    name: str = "text"
    suffixes: frozenset[str] = frozenset({".txt", ".text", ".md", ".csv", ".tsv"})

    def read(self, data: bytes, name: str) -> Source:
        """Return the lines and blocks of a text.

        Raises
        ------
        InputError
            When the bytes are no text, are damaged or cut, or hold no printed character.
        """
        decoded = decode(data, name)
        lines = split(decoded.text)
        notes = Notes()
        blocks = _read(clean_lines(lines, notes), notes, name)
        if not any(map(_prints, blocks)):
            raise InputError(refusals.no_text(name))
        return Source(
            name=name,
            sha256=hashlib.sha256(data).hexdigest(),
            encoding=decoded.encoding,
            lines=lines,
            blocks=tuple(blocks),
            issues=notes.sorted(),
            ends_with_newline=decoded.text.endswith(("\n", "\r")),
        )


def _read(lines: Sequence[str], notes: Notes, name: str) -> list[Block]:
    if PurePath(name).suffix.lower() in DELIMITED:
        return read_delimited(hide(lines, notes), notes, name)
    return read_text(hide(lines, notes), notes)


def _prints(block: Block) -> bool:
    return isinstance(block, Paragraph) or any(block.cells)
