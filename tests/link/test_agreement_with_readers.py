"""Agreement with readers' grades, printed and held at a floor; better than character n-grams."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.alignment_fit import fitted_model, sample
from benchmarks.alignment_fit import left_out as judged_without
from benchmarks.alignment_quality import of_baseline, of_program, papers
from kg.link import Grade, Method, Vocabulary, bundled, bundled_model
from kg.link.parsed import bundled_papers
from kg.link.quality import (
    Agreement,
    Bin,
    Figures,
    Grades,
    Judged,
    figures,
    intervals,
    read_grades,
    reliability,
    scoped,
)
from kg.link.quality_table import table

DATA = Path(__file__).parent / "data"


def fared(name: str, vocabulary: Vocabulary) -> Figures:
    grades = read_grades(DATA / f"{name}.json")
    found = figures(of_program(*papers(grades), vocabulary), grades)
    print(name, found)  # noqa: T201 - shown when a floor is missed, and with -s
    return found


@pytest.fixture(scope="module")
def left_out() -> tuple[list[Judged], Grades]:
    """What is said of each graded task by a model fitted without it."""
    grades = read_grades(DATA / "align_dev.json")
    tested = sample(*papers(grades), grades, bundled())
    return judged_without(tested, Method.CONCEPTS, []), grades


def test_tasks_left_out_of_the_fit_are_judged_as_well_as_is_asked(
    left_out: tuple[list[Judged], Grades],
) -> None:
    rows, grades = left_out
    found = figures([row for row in rows if row.grade is not None], grades)
    print(found)  # noqa: T201 - shown when a floor is missed, and with -s
    assert found.pairs.f1 >= 0.85
    assert found.measures.f1 >= 0.75
    assert found.related_pairs.f1 >= 0.75
    assert found.recall_at_3 == 1
    assert found.states >= 11


def test_scores_of_tasks_left_out_are_calibrated(left_out: tuple[list[Judged], Grades]) -> None:
    """A bin of n scores about p holds n p covered ones, give or take three standard deviations."""
    for part in reliability(*left_out):
        expected = part.count * part.mean
        spread = (expected * (1 - part.mean)) ** 0.5
        assert abs(part.covered - expected) <= max(1, 3 * spread), part


def test_the_model_is_the_one_that_the_grades_give() -> None:
    for place, coefficients in fitted_model().items():
        known = bundled_model().coefficients[place]
        assert coefficients.keys() == known.keys()
        for name, value in coefficients.items():
            assert value == pytest.approx(known[name], abs=0.001), (place, name)


def baseline(name: str) -> Figures:
    grades = read_grades(DATA / f"{name}.json")
    return figures(of_baseline(*papers(grades), grades), grades)


@pytest.mark.parametrize(
    ("name", "pairs", "measures", "related", "states"),
    [("align_dev", 0.9, 0.85, 0.75, 11), ("align_even_own", 0.9, 0.85, 0.7, 11)],
)
def test_concepts_agree_with_readers(
    name: str, pairs: float, measures: float, related: float, states: int
) -> None:
    found = fared(name, bundled())
    assert found.pairs.f1 >= pairs
    assert found.measures.f1 >= measures
    assert found.related_pairs.f1 >= related
    assert found.average_precision >= 0.9
    assert found.recall_at_3 == 1
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


def test_general_concepts_do_better_than_n_grams_in_another_field_kept_back() -> None:
    found, plain = fared("culture_tourism", bundled()), baseline("culture_tourism")
    assert found.pairs.f1 > plain.pairs.f1 + 0.05
    assert found.measures.f1 > plain.measures.f1 + 0.1
    assert found.related_pairs.f1 > plain.related_pairs.f1
    assert found.related_measures.f1 > plain.related_measures.f1 + 0.1
    assert found.recall_at_3 == 1
    assert found.states == found.tasks > plain.states


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


def test_a_table_of_reliability_worked_by_hand() -> None:
    grades = read_grades(DATA / "align_dev.json")
    rows = [
        Judged(3, "13.1", 0.95, Grade.COVERED),
        Judged(3, "13.1", 0.1, None),
        Judged(7, "15.2", 0.875, Grade.COVERED),
        Judged(1, "1.1", 0.8125, Grade.COVERED),
        Judged(9, "14.1", 0.01, Grade.PARTLY),
        Judged(2, "1.1", 0.9, Grade.COVERED),
    ]
    assert reliability(rows, grades) == (
        Bin(0.0, 0.05, 1, 0.01, 0),
        Bin(0.8, 0.9, 2, 0.84375, 1),
        Bin(0.9, 1.001, 1, 0.95, 1),
    )


def test_the_table_gives_every_figure_with_counts_and_interval() -> None:
    grades = read_grades(DATA / "align_dev.json")
    rows = [Judged(3, "13.1", 0.95, Grade.COVERED), Judged(7, "15.2", 0.2, None)]
    lines = table("the method", rows, grades).splitlines()
    assert lines[0] == "the method"
    assert next(li for li in lines if "  pairs F1" in li).split()[-1] == "1/1/13"
    assert {li[2:24].strip() for li in lines if " to " in li} >= {
        "average precision",
        "average precision, all",
        "recall@3, all",
        "score 0.90 to 1.00",
    }
    assert all(" to " in li for li in lines if "F1" in li)


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


def test_an_upper_task_without_any_counterpart_is_in_scope_though_no_grade_lists_it() -> None:
    upper, _ = bundled_papers()
    grades = read_grades(DATA / "align_even_own.json")
    listed = {place: grade for place, grade in grades.measures.items() if place[0] < 20}
    cut = replace(grades, measures=listed, scope=frozenset({2}))
    assert sorted(scoped(cut, upper).scope) == list(range(2, 25, 2))
