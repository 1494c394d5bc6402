"""What this installation can read: formats, genres, and the documents that come with it."""

from __future__ import annotations

from pathlib import Path

from kg.errors import Problem
from kg.loading import Format, Genre
from kg.model import Source

from .formats.text import TextFormat
from .genres.breakdown_table import BreakdownTable
from .genres.task_list import TaskList
from .genres.unread import unread as _unread

FORMATS: tuple[Format, ...] = (TextFormat(),)
"""In the order in which they are tried; no two claim the same suffix."""

GENRES: tuple[Genre, ...] = (BreakdownTable(), TaskList())
"""In the order in which they are tried."""

_CORPUS = Path(__file__).with_name("corpus")


def bundled_files() -> tuple[Path, ...]:
    """Return the official documents that come with the program, sorted by name."""
    suffixes = frozenset[str]().union(*(known.suffixes for known in FORMATS))
    return tuple(sorted(path for path in _CORPUS.iterdir() if path.suffix in suffixes))


def unread(source: Source) -> Problem:
    """Return why no genre reads a source."""
    return _unread(source)
