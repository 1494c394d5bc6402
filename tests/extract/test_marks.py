"""Finds on the measures of both bundled documents against readers' marks."""

from __future__ import annotations

import sys

import pytest

from kg.extract import Extractor
from tests.extract.scoring import score

BARS = {
    "industries": (0.95, 0.90),
    "cites": (0.95, 0.90),
    "orgs": (0.90, 0.85),
    "places": (0.90, 0.85),
    "programmes": (0.70, 0.70),
    "targets": (1.0, 1.0),
    "deadlines": (1.0, 1.0),
}
"""Least recall and precision of each kind."""


@pytest.mark.parametrize("file", ["marks_odd.json", "marks_even.json", "marks_other.json"])
def test_what_readers_marked_is_found_and_little_else(extractor: Extractor, file: str) -> None:
    scores = score(extractor, file)
    for kind, found in scores.items():
        sys.stdout.write(
            f"{file} {kind}: recall {found.recall:.2f} of {found.required},"
            f" precision {found.precision:.2f} of {found.found}\n"
        )
        for words in found.missed:
            sys.stdout.write(f"  missed {kind} {words}\n")
        for words in found.wrong:
            sys.stdout.write(f"  wrong  {kind} {words}\n")
    below = [
        kind
        for kind, (recall, precision) in BARS.items()
        if scores[kind].recall < recall or scores[kind].precision < precision
    ]
    assert not below


def test_marks_that_cannot_be_met_are_counted_as_missed_and_wrong(extractor: Extractor) -> None:
    scores = score(extractor, "marks_impossible.json")
    assert scores["industries"].missed == ("X1: 火星种植",)
    assert scores["industries"].wrong == ("X1: 陶瓷",)
    assert (scores["industries"].recall, scores["industries"].precision) == (0.0, 0.0)
