"""What holds for every text: properties, and time that grows with the text alone."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kg.loaders.formats.text import TextFormat

from kg.errors import InputError
from kg.model import Paragraph
from tests.formats.shapes import HANZI, read, shape

# --- hypothesis ------------------------------------------------------------------------------

CELL = st.text(alphabet=HANZI + "、，（）", max_size=12)


@given(st.lists(st.lists(CELL, min_size=2, max_size=5), min_size=1, max_size=6))
def test_rows_come_back_as_they_were_printed(rows: list[list[str]]) -> None:
    rows = [["任务", "单位"], *rows]
    expected = [row for row in rows if any(row)]
    tabs = "\n".join("\t".join(row) for row in rows if "".join(row))
    # A line of one leading tab alone is a stack: rows here begin with a printed cell.
    if all(row[0] for row in expected):
        assert shape(tabs) == expected
    assert shape("\n".join(",".join(row) for row in rows), "a.csv") == expected
    bars = "\n".join("|" + "|".join(row) + "|" for row in rows)
    assert shape(bars) == expected
    html = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in rows)
    assert shape(f"<table>{html}</table>") == expected


@given(st.lists(CELL, min_size=1, max_size=6))
def test_stacks_come_back_as_they_were_printed(cells: list[str]) -> None:
    cells = ["任务", *cells]
    assert shape("\n".join("\t" + cell for cell in cells)) == [tuple(cells)]


@given(
    st.text(alphabet=HANZI + "\t\n<>/pbtrd&;!-|*# \u200b⺠0", max_size=120),
    st.sampled_from(["a.txt", "a.md", "a.csv", "a.tsv"]),
)
def test_no_hanzi_is_lost_that_no_note_tells_of(text: str, name: str) -> None:
    text = "任务" + text
    try:
        source = read(text, name)
    except InputError:
        return
    kept = "".join(
        b.text if isinstance(b, Paragraph) else "".join(c.text for c in b.cells)
        for b in source.blocks
    )
    kept += "".join(issue.was for issue in source.issues)
    for hanzi in HANZI + "⺠":
        assert text.count(hanzi) <= kept.count(hanzi)
    assert all(1 <= b.place.line <= b.place.last_line <= len(source.lines) for b in source.blocks)


# --- growth ----------------------------------------------------------------------------------

HOSTILE: dict[str, Callable[[int], str]] = {
    "smaller-than signs": lambda n: "任务\t" + "<" * n,
    "open tags": lambda n: "任务\t" + "<p " * n,
    "open attributes": lambda n: "任务\t" + '<p a="' * n,
    "open comments": lambda n: "任务" + "<!--" * n,
    "open scripts": lambda n: "任务" + "<script>" * n,
    "ampersands": lambda n: "任务" + "&a" * n,
    "stars": lambda n: "任务" + "**a" * n,
    "bars": lambda n: "|" * n + "甲|",
    "dashes": lambda n: "- " * n + "甲",
    "border": lambda n: "|" + " " * n + "-" + " " * n + "x|",
    "hashes": lambda n: "# 甲" + " #" * n + "乙",
    "cells": lambda n: "<tr>" + "<td>甲" * n,
    "nested tables": lambda n: "任务" + "<table><tr><td>" * n,
    "spans": lambda n: "<tr>" + "<td rowspan=9999 colspan=64>甲\n<tr>" * (n // 60),
    "breaks": lambda n: "甲\t乙" + "<br>市科技局，" * n,
    "brackets": lambda n: "甲\t" + "（" * n + "<br>" + "（" * n,
    "attributes": lambda n: "任务<p " + "a=b " * n,
    "digits": lambda n: "9" * n + "、任务",
}


def _seconds(text: str) -> float:
    """The least of three runs, without the collector: it looks at all objects of a process that
    has run a thousand tests before this one, the more often the longer the text.
    """
    data = text.encode()
    best = float("inf")
    gc.disable()
    try:
        for _ in range(3):
            before = time.process_time()
            TextFormat().read(data, "清单.txt")
            best = min(best, time.process_time() - before)
    finally:
        gc.enable()
    return best


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_length_not_with_its_square(name: str) -> None:
    build = HOSTILE[name]
    # Four times the text: a square would take sixteen times as long.
    assert _seconds(build(24_000)) < 10 * max(_seconds(build(6_000)), 0.002)
