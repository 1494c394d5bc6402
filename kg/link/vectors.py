"""Themes and words of two papers compared by sparse products; what shares nothing never meets."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from math import fsum, log1p, sqrt
from typing import TYPE_CHECKING, Any

from .reading import MeasureReading
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


@dataclass(frozen=True, slots=True)
class _Rows:
    """Vectors as rows of a sparse matrix, of length 1, and the lengths they had over all terms."""

    matrix: Any
    lengths: NDArray[Any]

    def mean(self, *, full: bool = False) -> NDArray[Any]:
        """Return the mean row; ``full`` of the rows with the lengths they had."""
        import numpy as np  # noqa: PLC0415

        factors = self.lengths if full else np.ones(len(self.lengths))
        return np.asarray(factors @ self.matrix) / len(factors)


def compare(
    upper: Sequence[MeasureReading], lower: Sequence[MeasureReading], weights: Weights
) -> Iterator[Comparison]:
    """Yield the likeness of the most alike pairs, some upper measures at a time.

    The products run over what both sides know (an inverted index); only so many rows of them as
    fit into little memory are ever spread out. Each part holds the best of each upper measure,
    and of each lower one within the part; :func:`best_of` all parts leaves the best of all.
    """
    import numpy as np  # noqa: PLC0415 - heavy, and most commands never compare

    themes = _unit_rows(
        [_theme(r, UPPER_TITLE, weights) for r in upper],
        [_theme(r, LOWER_TITLE, weights) for r in lower],
    )
    words = _unit_rows(
        [_words(r.body.grams, r.title.grams, UPPER_TITLE, weights) for r in upper],
        [_words(r.body.grams, r.title.grams, LOWER_TITLE, weights) for r in lower],
    )
    upper_tasks, upper_place = _tasks(upper, weights)
    lower_tasks, lower_place = _tasks(lower, weights)
    tasks = _unit_rows(upper_tasks, lower_tasks)
    pairs = len(upper) * len(lower)
    usual_words = _usual(words[0].mean() @ words[1].mean(), pairs, USUAL_WORDS)
    usual_tasks = _usual(tasks[0].mean() @ tasks[1].mean(), pairs, USUAL_TASKS)
    usual_shared = _usual(words[0].mean(full=True) @ words[1].mean(full=True), pairs, USUAL_SHARED)
    step = max(1, CELLS // len(lower))
    for start in range(0, len(upper), step):
        rows = slice(start, start + step)
        theme = (themes[0].matrix[rows] @ themes[1].matrix.T).toarray()
        word = (words[0].matrix[rows] @ words[1].matrix.T).toarray()
        own = np.asarray(upper_place[rows])
        task = (tasks[0].matrix[own] @ tasks[1].matrix.T).toarray()
        weight = word * np.outer(words[0].lengths[rows], words[1].lengths)
        shared = _above(weight, usual_shared, LEAST_WEIGHT)
        at, to = np.nonzero(_best((theme > 0) | (word > 0), THEME * theme + shared))
        yield Comparison(
            at + start,
            to,
            theme[at, to],
            _above(word[at, to], usual_words, LEAST_COSINE),
            _above(task[at, np.asarray(lower_place)[to]], usual_tasks, LEAST_COSINE),
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
    """Return which cells are among the best of their row or column and have anything in common."""
    import numpy as np  # noqa: PLC0415

    less = -np.round(likeness, DIGITS)
    kept: NDArray[np.bool_] = np.zeros(common.shape, dtype=bool)
    for axis, limit in ((1, PER_UPPER), (0, PER_LOWER)):
        order = np.argsort(less, axis=axis, kind="stable")
        np.put_along_axis(kept, order.take(range(min(limit, less.shape[axis])), axis), True, axis)
    kept &= common
    return kept


def _theme(reading: MeasureReading, title: float, weights: Weights) -> Vector:
    found: dict[str, float] = defaultdict(float)
    for factor, text in ((1.0, reading.body), (title, reading.title)):
        for clause in text.clauses:
            for concept, strength in clause.subjects.items():
                found[concept.domain] += factor * strength * weights.concepts[concept]
    return found


def _words(
    body: Mapping[str, int], title: Mapping[str, int], factor: float, weights: Weights
) -> Vector:
    counts: dict[str, float] = dict(body)
    for gram, count in title.items():
        counts[gram] = counts.get(gram, 0.0) + factor * count
    return {gram: log1p(count) * weights.words[gram] for gram, count in counts.items()}


def _tasks(readings: Sequence[MeasureReading], weights: Weights) -> tuple[list[Vector], list[int]]:
    """Return one vector for each task, and for each measure the place of its task's vector."""
    bodies: list[Counter[str]] = []
    titles: list[Mapping[str, int]] = []
    place_of: dict[str, int] = {}
    for reading in readings:
        place = place_of.setdefault(reading.task.key, len(bodies))
        if place == len(bodies):
            bodies.append(Counter())
            titles.append(reading.title.grams)
        bodies[place].update(reading.body.grams)
    vectors = [_words(b, t, UPPER_TITLE, weights) for b, t in zip(bodies, titles, strict=True)]
    return vectors, [place_of[r.task.key] for r in readings]


def _unit_rows(upper: Sequence[Vector], lower: Sequence[Vector]) -> tuple[_Rows, _Rows]:
    """Return both lists as rows of length 1 over the terms that both know, sorted by term."""
    known = {t for v in upper for t in v} & {t for v in lower for t in v}
    columns = {term: place for place, term in enumerate(sorted(known))}
    return _sparse(upper, columns), _sparse(lower, columns)


def _sparse(vectors: Sequence[Vector], columns: Mapping[str, int]) -> _Rows:
    import numpy as np  # noqa: PLC0415
    from scipy.sparse import csr_array  # noqa: PLC0415

    starts: list[int] = [0]
    places: list[int] = []
    values: list[float] = []
    lengths: list[float] = []
    for vector in vectors:
        both = vector.keys() & columns.keys()
        places.extend([columns[t] for t in both])
        values.extend([vector[t] for t in both])
        starts.append(len(places))
        # A sum rounded once is the same in any order of the terms.
        lengths.append(sqrt(fsum([w * w for w in vector.values()])))
    rows, long = np.array(starts, np.int64), np.array(lengths, np.float64)
    weights = np.array(values, np.float64) / np.repeat(np.where(long > 0, long, 1), np.diff(rows))
    matrix = csr_array(
        (weights, np.array(places, np.int64), rows), shape=(len(vectors), len(columns))
    )
    # Products add up in the order of the terms, not in that of a set.
    matrix.sort_indices()
    return _Rows(matrix, long)
