"""Separated values: files whose lines hold the cells of a row between commas, semicolons or
tabs, with quotation marks around what holds such a mark or a line break.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from kg.errors import InputError
from kg.model import Block, Place

from . import refusals
from .cells import read_row
from .issues import Notes

SUFFIXES = frozenset({".csv", ".tsv"})

FIELD_LIMIT = 64 * 1024 * 1024
"""Characters of one cell; as large as a file may be."""

_SAMPLE_LINES = 200
_DELIMITERS = ",;\t"


def read_delimited(lines: Sequence[str], notes: Notes, name: str) -> list[Block]:
    """Return the rows of separated values; a line of one field is a paragraph.

    A cell printed over several lines has the place of them all. A full-width comma is text.

    Raises
    ------
    InputError
        When a quotation mark is never closed.
    """
    delimiter = "\t" if name.lower().endswith(".tsv") else sniff(lines)
    blocks: list[Block] = []
    for fields, place in _records(lines, delimiter, name):
        blocks.extend(read_row(fields, place, notes))
    return blocks


def sniff(lines: Sequence[str]) -> str:
    """Return the mark that parts the cells: the one found outside quotation marks on the most
    lines, and among these the most often.

    Examples
    --------
    >>> sniff(["任务;牵头单位;责任单位", '"加强监管, 开展培训";市科技局;市财政局'])
    ';'
    """
    outside = "\n".join(lines[:_SAMPLE_LINES]).split('"')[::2]
    shown = "".join(outside).split("\n")
    return max(
        _DELIMITERS,
        key=lambda mark: (
            sum(mark in line for line in shown),
            sum(line.count(mark) for line in shown),
        ),
    )


def _records(lines: Sequence[str], delimiter: str, name: str) -> Iterator[tuple[list[str], Place]]:
    with _field_limit():
        reader = csv.reader((line + "\n" for line in lines), delimiter=delimiter)
        first = 1
        for fields in reader:
            last = reader.line_num
            if last == len(lines) and last > first:
                _require_closed(lines[first - 1 :], delimiter, name, first)
            yield fields or [""], Place(first, last)
            first = last + 1


def _require_closed(lines: Sequence[str], delimiter: str, name: str, first: int) -> None:
    """Refuse a last record whose quotation mark swallowed the rest of the file."""
    try:
        list(csv.reader((line + "\n" for line in lines), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise InputError(refusals.cut_in_quotes(name, first)) from error


@contextmanager
def _field_limit() -> Iterator[None]:
    before = csv.field_size_limit(FIELD_LIMIT)
    try:
        yield
    finally:
        csv.field_size_limit(before)
