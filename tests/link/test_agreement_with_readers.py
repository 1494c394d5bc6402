"""Agreement with readers' grades, printed and held at a floor; better than character n-grams."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.alignment_quality import of_baseline, of_program, papers
from kg.link import Grade, Vocabulary, bundled
from kg.link.quality import Agreement, Figures, Judged, figures, intervals, read_grades

DATA = Path(__file__).parent / "data"


def fared(name: str, vocabulary: Vocabulary) -> Figures:
    grades = read_grades(DATA / f"{name}.json")
    found = figures(of_program(*papers(grades), vocabulary), grades)
    print(name, found)  # noqa: T201 - shown when a floor is missed, and with -s
    return found


def baseline(name: str) -> Figures:
    grades = read_grades(DATA / f"{name}.json")
    return figures(of_baseline(*papers(grades), grades), grades)


@pytest.mark.parametrize(
    ("name", "pairs", "measures", "related", "states"),
    [("align_dev", 0.85, 0.8, 0.73, 11), ("align_even_own", 0.85, 0.8, 0.6, 11)],
)
def test_concepts_agree_with_readers(
    name: str, pairs: float, measures: float, related: float, states: int
) -> None:
    found = fared(name, bundled())
    assert found.pairs.f1 >= pairs
    assert found.measures.f1 >= measures
    assert found.related_pairs.f1 >= related
    assert found.average_precision >= 0.9
    assert found.recall_at_3 >= 0.9
    assert found.states >= states


@pytest.mark.parametrize("vocabulary", [bundled(), Vocabulary({})], ids=["bundled", "none"])
def test_in_a_field_kept_back_it_does_better_than_n_grams_at_their_best_threshold(
    vocabulary: Vocabulary,
) -> None:
    words, plain = fared("water", vocabulary), baseline("water")
    assert words.pairs.f1 > plain.pairs.f1 + 0.05
    assert words.measures.f1 > plain.measures.f1 + 0.1
    assert words.related_pairs.f1 > plain.related_pairs.f1 + 0.03
    assert words.related_measures.f1 > plain.related_measures.f1 + 0.15
    assert words.average_precision > plain.average_precision + 0.05


@pytest.mark.parametrize("name", ["align_dev", "align_even_own"])
def test_words_alone_order_pairs_better_than_n_grams_where_all_share_the_field(name: str) -> None:
    words, plain = fared(name, Vocabulary({})), baseline(name)
    assert words.average_precision > plain.average_precision + 0.1
    assert words.related_pairs.f1 > plain.related_pairs.f1


@pytest.mark.parametrize("name", ["data_elements", "elderly_care", "schooling"])
def test_fields_it_was_fitted_on(name: str) -> None:
    found = fared(name, Vocabulary({}))
    assert found.pairs.f1 >= 0.8
    assert found.measures.f1 >= 0.75


def test_scores_are_calibrated() -> None:
    """Of the pairs with scores about p, about p are covered: sums differ by three at most."""
    for name in ("align_dev", "align_even_own"):
        grades = read_grades(DATA / f"{name}.json")
        best: dict[tuple[int, str], float] = {}
        for row in of_program(*papers(grades), bundled()):
            if row.upper_task in grades.scope:
                best[row.measure] = max(row.score, best.get(row.measure, 0.0))
        right = sum(grades.measures.get(place, 0) == 2 for place in best)
        assert abs(sum(best.values()) - right) <= 3


def test_figures_of_a_small_case_worked_by_hand() -> None:
    grades = read_grades(DATA / "align_dev.json")
    rows = [
        Judged(3, "13.1", 0.9, Grade.COVERED),
        Judged(7, "15.2", 0.8, Grade.COVERED),
        Judged(1, "1.1", 0.7, Grade.COVERED),
        Judged(9, "14.1", 0.1, Grade.PARTLY),
        Judged(2, "1.1", 0.9, Grade.COVERED),
    ]
    found = figures(rows, grades)
    assert found.pairs == Agreement(given=3, readers=13, right=2)
    assert found.measures == Agreement(given=3, readers=15, right=2)
    assert found.related_pairs == Agreement(given=4, readers=31, right=3)
    assert found.average_precision == pytest.approx(2 / 13)
    assert found.recall_at_3 == pytest.approx(2 / 13)
    assert (found.states, found.tasks) == (3, 12)


def test_intervals_hold_the_figure_and_are_the_same_each_time() -> None:
    grades = read_grades(DATA / "elderly_care.json")
    rows = of_program(*papers(grades), bundled())
    once = intervals(rows, grades, rounds=100)
    assert once == intervals(rows, grades, rounds=100)
    low, high = once["pairs F1"]
    assert low <= figures(rows, grades).pairs.f1 <= high


def test_only_graded_tasks_are_in_scope() -> None:
    assert sorted(read_grades(DATA / "align_dev.json").scope) == list(range(1, 24, 2))
    assert sorted(read_grades(DATA / "align_even_own.json").scope) == list(range(2, 25, 2))
    assert sorted(read_grades(DATA / "elderly_care.json").scope) == list(range(1, 13))
