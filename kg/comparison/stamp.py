"""A checksum of everything beside the two documents that decides what a comparison finds."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path

import kg.analysis.gaps
import kg.comparison
import kg.link
import kg.review

_DECIDING = (".py", ".toml", ".tsv")


def stamp(*parts: str) -> str:
    """Return the checksum of some texts and of the program's own part in a comparison."""
    digest = hashlib.sha256(_program().encode())
    for part in parts:
        digest.update(b"\0" + part.encode())
    return digest.hexdigest()[:32]


def checksum(file: Path | None) -> str:
    """Return the checksum of a file; "" for none."""
    return hashlib.sha256(file.read_bytes()).hexdigest() if file is not None else ""


@cache
def _program() -> str:
    """The code and data that make alignments and say what is not meant for the lower document:
    whoever changes them gets new alignments.
    """
    digest = hashlib.sha256()
    for package in (kg.link, kg.review, kg.comparison, kg.analysis.gaps):
        for part in sorted(files(package).iterdir(), key=lambda p: p.name):
            if part.name.endswith(_DECIDING):
                digest.update(part.name.encode() + b"\0" + part.read_bytes() + b"\0")
    return digest.hexdigest()
