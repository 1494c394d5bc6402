"""How well alignments agree with readers' grades: precision, recall, F1, average precision."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from statistics import fmean
from typing import Any

from .model import Grade
from .text import Document, Measure, Task

COVERED, RELATED = 2, 1
TOP = 3
# Finer at both ends, where most scores lie; the last takes 1 in.
BIN_EDGES = (0.0, 0.05, 0.2, 0.4, 0.6, 0.8, 0.9, 1.001)
Place = tuple[int, str]
"""An upper task's number and a lower task's (``12``) or measure's (``12.1``)."""


@dataclass(frozen=True, slots=True)
class Grades:
    """Readers' grades, 2 = covered, 1 = related; what is not listed is 0.

    ``scope`` are the upper tasks that were graded. ``upper`` and ``lower`` are the papers where
    the file brings its own.
    """

    about: str
    pairs: Mapping[Place, int]
    measures: Mapping[Place, int]
    scope: frozenset[int]
    upper: Document | None = None
    lower: Document | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A measure with what the program says of it for an upper task; no grade where it was looked
    at and not given.
    """

    upper_task: int
    lower_measure: str
    score: float
    grade: Grade | None

    @property
    def measure(self) -> Place:
        """The upper task and the lower measure."""
        return self.upper_task, self.lower_measure

    @property
    def pair(self) -> Place:
        """The upper and the lower task."""
        return self.upper_task, self.lower_measure.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many were found, given and right."""

    given: int
    readers: int
    right: int

    @property
    def precision(self) -> float:
        """The share of what was given that is right; 0 where nothing was given."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """The share of the readers' that was given; 0 where there is none."""
        return self.right / self.readers if self.readers else 0.0

    @property
    def f1(self) -> float:
        r"""The harmonic mean of both.

        Examples
        --------
        >>> round(Agreement(given=12, readers=13, right=10).f1, 2)
        0.8
        """
        return 2 * self.right / (self.given + self.readers) if self.given + self.readers else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """Agreement with the readers at the thresholds of the program, and of the order alone.

    ``states`` counts the upper tasks for which program and readers agree whether they have a
    covered counterpart, out of ``tasks``.
    """

    pairs: Agreement
    measures: Agreement
    related_pairs: Agreement
    related_measures: Agreement
    average_precision: float
    recall_at_3: float
    states: int
    tasks: int


def read_grades(file: Path) -> Grades:
    """Return a grades file of the form of ``tests/link/data/align_dev.json``.

    The graded tasks are the odd ones where only odd ones are listed, the even ones where only
    even ones are, else all up to the last of the upper paper or of the list.
    """
    data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    pairs = {(g["p"], str(g["c"])): g["grade"] for g in data["pairs"]}
    measures = {(g["p"], g["m"]): g["grade"] for g in data["measures"]}
    upper = _paper(data["upper"], "upper") if "upper" in data else None
    lower = _paper(data["lower"], "lower") if "lower" in data else None
    last = len(upper.tasks) if upper else max(p for p, _ in measures) + 1
    scope = _scope(measures, range(1, last + 1))
    return Grades(data["about"], pairs, measures, scope, upper, lower)


def scoped(grades: Grades, upper: Document) -> Grades:
    """Return grades of which it is known what tasks the upper paper has: also the last of them,
    to which nothing corresponds, counts as graded.
    """
    numbers = (int(task.key.rpartition("#")[2]) for task in upper.tasks)
    return replace(grades, scope=_scope(grades.measures, numbers))


def _scope(listed: Iterable[Place], numbers: Iterable[int]) -> frozenset[int]:
    halves = {p % 2 for p, _ in listed}
    return frozenset(p for p in numbers if p % 2 in halves)


@dataclass(frozen=True, slots=True)
class Bin:
    """Graded upper tasks and lower measures whose scores lie from ``low`` up to ``high``: how
    many, their mean score, and how many of them the readers call covered.
    """

    low: float
    high: float
    count: int
    mean: float
    covered: int


def reliability(judged: Collection[Judged], grades: Grades) -> tuple[Bin, ...]:
    """Return how often what has a score is covered: if 0.8 means 8 of 10, it is calibrated.

    Where an upper task has several measures, the best score counts. Empty bins are left out.
    """
    best: dict[Place, float] = {}
    for row in judged:
        if row.upper_task in grades.scope:
            best[row.measure] = max(row.score, best.get(row.measure, 0.0))
    bins = []
    for low, high in pairwise(BIN_EDGES):
        inside = [place for place, score in best.items() if low <= score < high]
        if inside:
            covered = sum(grades.measures.get(place, 0) >= COVERED for place in inside)
            bins.append(Bin(low, high, len(inside), fmean(best[p] for p in inside), covered))
    return tuple(bins)


def figures(judged: Collection[Judged], grades: Grades) -> Figures:
    """Return the agreement for the graded tasks."""
    return _figures(judged, grades, sorted(grades.scope))


def intervals(
    judged: Collection[Judged], grades: Grades, *, rounds: int = 1000, seed: int = 2025
) -> dict[str, tuple[float, float]]:
    """Return the middle 95 % of each figure when upper tasks are drawn with replacement.

    Draws without any covered pair are left out: their figures mean nothing.
    """
    chance = random.Random(seed)  # noqa: S311 - not secret
    scope = sorted(grades.scope)
    drawn: dict[str, list[float]] = {name: [] for name in READ_OFF}
    for _ in range(rounds):
        some = _figures(judged, grades, chance.choices(scope, k=len(scope)))
        if some.pairs.readers:
            for name, read in READ_OFF.items():
                drawn[name].append(read(some))
    return {name: _middle(values) for name, values in drawn.items()}


READ_OFF: Mapping[str, Callable[[Figures], float]] = {
    "pairs F1": lambda f: f.pairs.f1,
    "measures F1": lambda f: f.measures.f1,
    "related pairs F1": lambda f: f.related_pairs.f1,
    "related measures F1": lambda f: f.related_measures.f1,
    "average precision": lambda f: f.average_precision,
    "recall@3": lambda f: f.recall_at_3,
}


def _figures(judged: Collection[Judged], grades: Grades, drawn: list[int]) -> Figures:
    """Return the figures for some tasks; a task drawn twice counts twice."""
    rows: dict[int, list[Judged]] = {p: [] for p in drawn}
    for row in judged:
        if row.upper_task in rows:
            rows[row.upper_task].append(row)
    any_grade = (Grade.COVERED, Grade.PARTLY)
    order, found = _ranking(rows, grades, drawn)
    return Figures(
        _agreement(drawn, rows, (Grade.COVERED,), grades.pairs, COVERED, by_pair=True),
        _agreement(drawn, rows, (Grade.COVERED,), grades.measures, COVERED, by_pair=False),
        _agreement(drawn, rows, any_grade, grades.pairs, RELATED, by_pair=True),
        _agreement(drawn, rows, any_grade, grades.measures, RELATED, by_pair=False),
        _average_precision(order, sum(_readers(p, grades.pairs, COVERED) for p in drawn)),
        fmean(found) if found else 0.0,
        sum(_states_agree(p, rows[p], grades) for p in drawn),
        len(drawn),
    )


def _agreement(  # noqa: PLR0913 - one figure has that many sides
    drawn: Iterable[int],
    rows: Mapping[int, list[Judged]],
    counted: tuple[Grade, ...],
    readers: Mapping[Place, int],
    least: int,
    *,
    by_pair: bool,
) -> Agreement:
    given = right = wanted = 0
    for p in drawn:
        places = {r.pair if by_pair else r.measure for r in rows[p] if r.grade in counted}
        given += len(places)
        right += sum(readers.get(place, 0) >= least for place in places)
        wanted += _readers(p, readers, least)
    return Agreement(given, wanted, right)


def _readers(p: int, readers: Mapping[Place, int], least: int) -> int:
    return sum(place[0] == p and grade >= least for place, grade in readers.items())


def _ranking(
    rows: Mapping[int, list[Judged]], grades: Grades, drawn: list[int]
) -> tuple[list[bool], list[bool]]:
    """Return whether each pair is right, best score first, and whether each of the readers'
    covered pairs stands among the first three of its task.
    """
    ranked: list[tuple[float, Place]] = []
    among_first = []
    for p in drawn:
        best: dict[Place, float] = {}
        for row in rows[p]:
            best[row.pair] = max(row.score, best.get(row.pair, 0.0))
        own = sorted(((-score, pair) for pair, score in best.items()))
        ranked += own
        first = {pair for _, pair in own[:TOP]}
        among_first += [
            place in first for place, g in grades.pairs.items() if place[0] == p and g >= COVERED
        ]
    right = [grades.pairs.get(pair, 0) >= COVERED for _, pair in sorted(ranked)]
    return right, among_first


def _average_precision(right: list[bool], wanted: int) -> float:
    hits, total = 0, 0.0
    for place, is_right in enumerate(right, 1):
        if is_right:
            hits += 1
            total += hits / place
    return total / wanted if wanted else 0.0


def _states_agree(p: int, rows: list[Judged], grades: Grades) -> bool:
    return any(r.grade is Grade.COVERED for r in rows) == bool(_readers(p, grades.pairs, COVERED))


def _middle(values: list[float]) -> tuple[float, float]:
    ordered = sorted(values)
    if not ordered:
        return 0.0, 0.0
    cut = len(ordered) // 40
    return ordered[cut], ordered[-1 - cut]


def _paper(data: Mapping[str, Any], key: str) -> Document:
    tasks = []
    for section in data["sections"]:
        for task in section["tasks"]:
            task_key = f"{key}#{task['number']}"
            measures = tuple(
                Measure(f"{task_key}.{n}", text) for n, text in enumerate(task["measures"], 1)
            )
            tasks.append(Task(task_key, task["title"], measures, section["title"]))
    return Document(key, tuple(tasks))
