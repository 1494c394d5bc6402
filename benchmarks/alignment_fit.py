"""Prints ``kg/link/model.toml`` as fitted to the grades that come with the tests.

Usage: ``python benchmarks/alignment_fit.py [--left-out]``. Logistic regression with a ridge on
standardised features, its coefficients given for the features as they are. ``--left-out``
prints instead how the odd tasks fare when each is judged by the model fitted without it.

Concepts: fitted on the odd tasks of the two bundled papers. Words: on them without concepts, and
on made-up papers of three other fields with and without. The even tasks and the papers on water
are used for nothing here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from kg.link import (
    Document,
    Grade,
    Method,
    Model,
    Vocabulary,
    bundled,
    bundled_background,
    bundled_model,
)
from kg.link.model import BASE
from kg.link.pairs import Pairs, pairs
from kg.link.parsed import bundled_papers
from kg.link.quality import COVERED, RELATED, Grades, Judged, read_grades
from kg.link.quality_table import table
from kg.link.reading import read_document
from kg.link.scores import graded, scored
from kg.link.weights import weigh

if TYPE_CHECKING:
    from numpy.typing import NDArray

DATA = Path(__file__).parents[1] / "tests" / "link" / "data"
OTHER_FIELDS = ("data_elements", "elderly_care", "schooling")
RIDGE = 1.0
FEATURES = {
    Method.CONCEPTS: ("clause", "theme", "shared"),
    Method.WORDS: ("clause", "words", "tasks", "shared"),
}
LEAST = {Grade.COVERED: COVERED, Grade.PARTLY: RELATED}
Coefficients = dict[tuple[Method, Grade], dict[str, float]]


@dataclass(frozen=True, slots=True)
class Sample:
    """One pair of papers with its grades and the pairs of measures found in them."""

    upper: Document
    lower: Document
    grades: Grades
    found: Pairs

    def rows(self, without: int = 0) -> list[tuple[dict[str, float], int]]:
        """Return features and grade of each graded task and lower measure.

        Where a task has several measures, the most alike of them counts.
        """
        best: dict[tuple[int, str], dict[str, float]] = {}
        columns = {name: values.tolist() for name, values in self.found.features.items()}
        for n in range(len(self.found)):
            upper, lower = self.found.measures(n)
            place = (number(upper.task.key), lower.measure.key.partition("#")[2])
            if place[0] not in self.grades.scope or place[0] == without:
                continue
            features = {name: values[n] for name, values in columns.items()}
            if place not in best or alike(features) > alike(best[place]):
                best[place] = features
        return [(features, self.grades.measures.get(p, 0)) for p, features in best.items()]


def main() -> None:
    """Print the model, or how it fares on tasks left out."""
    if "--left-out" not in sys.argv:
        print_model(fitted_model())
        return
    dev, known, unknown, other = samples()
    print(table("concepts, each left out", left_out(known, Method.CONCEPTS, []), dev))
    print(table("words, each left out", left_out(unknown, Method.WORDS, other), dev))


def fitted_model() -> Coefficients:
    """Return the coefficients that the grades give."""
    _, known, unknown, other = samples()
    return {
        **fit(Method.CONCEPTS, known.rows()),
        **fit(Method.WORDS, rows_of(unknown, *other)),
    }


def samples() -> tuple[Grades, Sample, Sample, list[Sample]]:
    """Return the grades of the odd tasks, the bundled papers with concepts and without, and the
    made-up papers of other fields.
    """
    dev = read_grades(DATA / "align_dev.json")
    upper, lower = bundled_papers()
    known, unknown = (sample(upper, lower, dev, v) for v in (bundled(), Vocabulary({})))
    return dev, known, unknown, [made for name in OTHER_FIELDS for made in made_up(name)]


def made_up(name: str) -> Iterator[Sample]:
    """Yield the made-up papers of another field, with the vocabulary and without."""
    grades = read_grades(DATA / f"{name}.json")
    if grades.upper is not None and grades.lower is not None:
        for vocabulary in (bundled(), Vocabulary({})):
            yield sample(grades.upper, grades.lower, grades, vocabulary)


def sample(upper: Document, lower: Document, grades: Grades, vocabulary: Vocabulary) -> Sample:
    """Return two papers read, with all their pairs."""
    above, below = read_document(upper, vocabulary), read_document(lower, vocabulary)
    weights = weigh(above, below, bundled_background())
    return Sample(upper, lower, grades, pairs(above, below, weights))


def rows_of(*samples: Sample) -> list[tuple[dict[str, float], int]]:
    """Return the rows of several samples together."""
    return [row for s in samples for row in s.rows()]


def fit(method: Method, rows: Sequence[tuple[dict[str, float], int]]) -> Coefficients:
    """Return coefficients for the features as they are, for both grades."""
    names = FEATURES[method]
    known = np.array([[features[n] for n in names] for features, _ in rows])
    fitted: Coefficients = {}
    for grade, least in LEAST.items():
        right = np.array([given >= least for _, given in rows], float)
        base, *slopes = logistic(known, right)
        fitted[method, grade] = {BASE: base, **dict(zip(names, slopes, strict=True))}
    return fitted


def logistic(known: NDArray[np.float64], right: NDArray[np.float64]) -> list[float]:
    """Return intercept and slopes by Newton's method; the ridge spares the intercept."""
    mean, spread = known.mean(0), known.std(0)
    table = np.column_stack([np.ones(len(known)), (known - mean) / spread])
    ridge = np.eye(table.shape[1]) * RIDGE
    ridge[0, 0] = 0.0
    beta = np.zeros(table.shape[1])
    for _ in range(100):
        p = 1 / (1 + np.exp(-table @ beta))
        slope = table.T @ (p - right) + ridge @ beta
        step = np.linalg.solve(table.T @ (table * (p * (1 - p))[:, None]) + ridge, slope)
        beta -= step
        if np.abs(step).max() < 1e-10:  # noqa: PLR2004 - converged
            break
    slopes = beta[1:] / spread
    return [float(beta[0] - (slopes * mean).sum()), *map(float, slopes)]


def left_out(tested: Sample, method: Method, other: Sequence[Sample]) -> list[Judged]:
    """Return what is said of the graded tasks, each judged by a model that has not seen it."""
    told: list[Judged] = []
    base = bundled_model()
    known = [replace(r, known=method is Method.CONCEPTS) for r in tested.found.upper]
    found = replace(tested.found, upper=known)
    for p in sorted(tested.grades.scope):
        fitted = fit(method, [*tested.rows(without=p), *rows_of(*other)])
        model = Model({**base.coefficients, **fitted}, base.thresholds)
        told += [row for row in judged(found, model) if row.upper_task == p]
    return told


def judged(found: Pairs, model: Model) -> Iterator[Judged]:
    """Yield what a model says of each pair."""
    scores = scored(found, model)
    grades = dict(graded(found, scores, model))
    for n, score in enumerate(scores.covered.tolist()):
        upper, lower = found.measures(n)
        measure = lower.measure.key.partition("#")[2]
        yield Judged(number(upper.task.key), measure, score, grades.get(n))


def print_model(fitted: Coefficients) -> None:
    """Print the coefficients as they stand in ``model.toml``."""
    for method in FEATURES:
        print(f"[{method}]")
        for grade in LEAST:
            values = ", ".join(f"{n} = {v:.4f}" for n, v in fitted[method, grade].items())
            print(f"{grade} = {{ {values} }}")
        print()


def alike(features: dict[str, float]) -> float:
    """Return how alike two measures are, roughly."""
    return features["clause"] + features["shared"] + features["words"]


def number(key: str) -> int:
    """Return the task number in a key of :func:`kg.link.parsed.paper_of`."""
    return int(key.partition("#")[2])


if __name__ == "__main__":
    main()
