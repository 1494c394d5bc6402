"""How the program reaches its loaders: formats read files, genres read what formats give.

The loaders live in a distribution folder of their own (``loaders/``, installed as
``kg.loaders``) and know the records of :mod:`kg.model`; the program knows them only through
these protocols and the registry.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from kg.errors import Problem
from kg.model import ParsedDocument, Source


class Format(Protocol):
    """Reads one kind of file."""

    name: str
    suffixes: frozenset[str]
    """File name endings, lower case, with the dot."""

    def read(self, data: bytes, name: str) -> Source:
        """Return the blocks of a file.

        Parameters
        ----------
        data
            All bytes of the file.
        name
            Its name, for errors.

        Raises
        ------
        kg.errors.InputError
            When the bytes are not of this format, are damaged beyond reading, or hold no text.
        """
        ...


class Genre(Protocol):
    """Reads one layout of task documents."""

    name: str

    def recognises(self, source: Source) -> bool:
        """Tell whether a source is of this genre, by what its text shows."""
        ...

    def parse(self, source: Source) -> ParsedDocument:
        """Return the document as printed.

        Raises
        ------
        kg.errors.InputError
            When the file ends in the middle of a row or holds no measure.
        """
        ...


class Registry(Protocol):
    """All formats and genres, in the order in which they are tried."""

    FORMATS: tuple[Format, ...]
    GENRES: tuple[Genre, ...]

    def unread(self, source: Source) -> Problem:
        """Why no genre reads a source: what it shows and what was expected."""
        ...

    def bundled_files(self) -> tuple[Path, ...]:
        """The official documents that come with the program, sorted by name."""
        ...


def registry() -> Registry:
    """Return the loaders of this installation."""
    return cast(Registry, import_module("kg.loaders.registry"))
