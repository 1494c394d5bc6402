"""The best two clauses of many pairs, against all pairs of clauses weighed one by one."""

from __future__ import annotations

from itertools import product

import pytest

from kg.link import Vocabulary, bundled, bundled_background
from kg.link.clausepair import ACTION_COUNTS, FOCUS_COUNTS, NO_ACTION_NAMED, TITLE_COUNTS
from kg.link.pairs import Pairs, pairs
from kg.link.parsed import bundled_papers
from kg.link.reading import ClauseReading, MeasureReading, read_document
from kg.link.weights import Weights, weigh


def compared(vocabulary: Vocabulary) -> Pairs:
    upper, lower = (read_document(paper, vocabulary) for paper in bundled_papers())
    return pairs(upper, lower, weigh(upper, lower, bundled_background()))


@pytest.fixture(scope="module")
def found() -> Pairs:
    return compared(bundled())


def weight(
    above: ClauseReading, below: ClauseReading, upper: MeasureReading, weights: Weights
) -> float:
    known = weights.concepts
    own = sum(
        above.subjects[c] * s * known[c] for c, s in below.subjects.items() if c in above.subjects
    )
    titled = sum(
        TITLE_COUNTS * s * known[c]
        for c, s in below.subjects.items()
        if c in upper.title.subjects and c not in above.subjects
    )
    mass = sum(s * known[c] for clause in (above, below) for c, s in clause.subjects.items())
    fewer = min(len(above.actions), len(below.actions))
    agreement = len(above.actions & below.actions) / fewer if fewer else NO_ACTION_NAMED
    alike = 1 - ACTION_COUNTS + ACTION_COUNTS * agreement
    return (own + titled) * alike * (1 - FOCUS_COUNTS + FOCUS_COUNTS * 2 * own / mass)


def test_no_two_clauses_weigh_more_than_the_best(found: Pairs) -> None:
    assert len(found) > 500
    for number in range(len(found)):
        upper, lower = found.measures(number)
        each = [
            weight(above, below, upper, found.weights)
            for above, below in product(
                (*upper.body.clauses, *upper.title.clauses), lower.body.clauses
            )
            if above.subjects and below.subjects
        ]
        assert found.features["clause"][number] == pytest.approx(max(each, default=0), abs=1e-8)


def test_what_two_clauses_share_adds_up_to_their_weight(found: Pairs) -> None:
    explained = 0
    for number in range(len(found)):
        clauses = found.pair(number).clauses
        parts = [weight for _, weight in clauses.concepts]
        assert parts == sorted(parts, reverse=True)
        assert sum(parts) == pytest.approx(clauses.weight)
        explained += clauses.weight > 0
    assert explained > 100


def test_without_concepts_no_clauses_are_best() -> None:
    found = compared(Vocabulary({}))
    assert len(found) > 500
    assert not found.features["clause"].any()
    assert found.pair(0).clauses.upper is None
