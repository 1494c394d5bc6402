"""Themes and words of two papers compared by sparse products; what shares nothing never meets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from .reading import MeasureReading
from .rows import counted, unit_rows
from .weights import Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

# The title of an upper task says what its measures are for; a lower one says it less surely.
UPPER_TITLE = 1.5
LOWER_TITLE = 0.7
# Of one upper measure so many lower ones are looked at closely, and of one lower measure so many
# upper ones: several times as many as ever correspond.
PER_UPPER = 20
PER_LOWER = 3
# How much a theme in common counts beside words in common when those are chosen; likeness is
# rounded, so that equals stay equal on every machine.
THEME = 3.0
DIGITS = 9
# Added to likeness before its logarithm is taken: less than this is as good as nothing.
LEAST_COSINE = 0.005
LEAST_WEIGHT = 1.0
# What is usual in papers of this kind counts as so many pairs beside those of the two papers: two
# papers of one measure each do not say what is usual. Means over the bundled and made-up papers.
PRIOR_PAIRS = 50
USUAL_WORDS, USUAL_TASKS, USUAL_SHARED = 0.013, 0.018, 4.0
# So many pairs are spread out at a time; four numbers each.
CELLS = 1_000_000
Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Pairs of measures that share anything: index arrays and likeness, one row each.

    ``theme`` is the cosine of the domains of the concepts, from 0 to 1. The others say how far
    two measures are more alike than measures of the two papers are on average, as logarithms
    (0 = as usual): the cosine of their n-grams (``words``), that of the n-grams of their whole
    tasks (``tasks``), and the weight of the n-grams they share (``shared``), which unlike a cosine
    does not fall with their length. So words that stand everywhere in both papers, whatever the
    field, do not make everything look alike.
    """

    upper: NDArray[Any]
    lower: NDArray[Any]
    theme: NDArray[Any]
    words: NDArray[Any]
    tasks: NDArray[Any]
    shared: NDArray[Any]

    def at(self, places: NDArray[Any]) -> Comparison:
        """Return the pairs at some places."""
        return Comparison(*(getattr(self, f.name)[places] for f in fields(self)))


def compare(
    upper: Sequence[MeasureReading], lower: Sequence[MeasureReading], weights: Weights
) -> Iterator[Comparison]:
    """Yield the likeness of the most alike pairs, some upper measures at a time.

    The products run over what both sides know (an inverted index); only so many rows of them as
    fit into little memory are ever spread out. Each part holds the best of each upper measure,
    and of each lower one within the part; :func:`best_of` all parts leaves the best of all.
    """
    import numpy as np  # noqa: PLC0415 - heavy, and most commands never compare

    themes = unit_rows(
        [_theme(r, UPPER_TITLE, weights) for r in upper],
        [_theme(r, LOWER_TITLE, weights) for r in lower],
    )
    above, below, term_weights = counted(upper, lower, weights)
    words = above.measures(UPPER_TITLE, term_weights), below.measures(LOWER_TITLE, term_weights)
    tasks = above.tasks(UPPER_TITLE, term_weights), below.tasks(UPPER_TITLE, term_weights)
    pairs = len(upper) * len(lower)
    usual_words = _usual(words[0].mean() @ words[1].mean(), pairs, USUAL_WORDS)
    usual_tasks = _usual(tasks[0].mean() @ tasks[1].mean(), pairs, USUAL_TASKS)
    usual_shared = _usual(words[0].mean(full=True) @ words[1].mean(full=True), pairs, USUAL_SHARED)
    step = max(1, CELLS // len(lower))
    for start in range(0, len(upper), step):
        rows = slice(start, start + step)
        theme = (themes[0].matrix[rows] @ themes[1].matrix.T).toarray()
        word = (words[0].matrix[rows] @ words[1].matrix.T).toarray()
        task = (tasks[0].matrix[above.task[rows]] @ tasks[1].matrix.T).toarray()
        weight = word * np.outer(words[0].lengths[rows], words[1].lengths)
        shared = _above(weight, usual_shared, LEAST_WEIGHT)
        at, to = np.nonzero(_best((theme > 0) | (word > 0), THEME * theme + shared))
        yield Comparison(
            at + start,
            to,
            theme[at, to],
            _above(word[at, to], usual_words, LEAST_COSINE),
            _above(task[at, below.task[to]], usual_tasks, LEAST_COSINE),
            shared[at, to],
        )


def _usual(mean: float, pairs: int, elsewhere: float) -> float:
    return (float(mean) * pairs + elsewhere * PRIOR_PAIRS) / (pairs + PRIOR_PAIRS)


def _above(likeness: NDArray[Any], usual: float, least: float) -> NDArray[Any]:
    """Return how far likeness is above the usual; ``least`` keeps nothing at all finite."""
    import numpy as np  # noqa: PLC0415

    return np.asarray(np.log((likeness + least) / (usual + least)))


def best_of(common: Comparison) -> Comparison:
    """Return the best pairs of each upper and each lower measure among some pairs."""
    import numpy as np  # noqa: PLC0415

    likeness = np.round(THEME * common.theme + common.shared, DIGITS)
    kept = np.zeros(len(likeness), dtype=bool)
    for side, limit in ((common.upper, PER_UPPER), (common.lower, PER_LOWER)):
        order = np.lexsort((-likeness, side))
        first = np.searchsorted(side[order], side[order])
        kept[order[np.arange(len(order)) - first < limit]] = True
    return common.at(np.flatnonzero(kept))


def _best(common: NDArray[Any], likeness: NDArray[Any]) -> NDArray[Any]:
    """Return which cells are among the best of their row or column and have anything in common;
    of equals all.
    """
    import numpy as np  # noqa: PLC0415

    likeness = np.round(likeness, DIGITS)
    kept: NDArray[np.bool_] = np.zeros(common.shape, dtype=bool)
    for axis, limit in ((1, PER_UPPER), (0, PER_LOWER)):
        worst = likeness.shape[axis] - min(limit, likeness.shape[axis])
        kept |= likeness >= np.partition(likeness, worst, axis).take([worst], axis)
    kept &= common
    return kept


def _theme(reading: MeasureReading, title: float, weights: Weights) -> Vector:
    found: dict[str, float] = defaultdict(float)
    for factor, text in ((1.0, reading.body), (title, reading.title)):
        for clause in text.clauses:
            for concept, strength in clause.subjects.items():
                found[concept.domain] += factor * strength * weights.concepts[concept]
    return found
