"""Themes and words of measures as rows of sparse matrices, each of length 1."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count
from typing import TYPE_CHECKING, Any

from .reading import MeasureReading
from .weights import Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_array


@dataclass(frozen=True, slots=True)
class Rows:
    """Vectors as rows of a sparse matrix, of length 1, and the lengths they had."""

    matrix: csr_array
    lengths: NDArray[Any]

    def mean(self, *, full: bool = False) -> NDArray[Any]:
        """Return the mean row; ``full`` of the rows with the lengths they had."""
        import numpy as np  # noqa: PLC0415 - heavy, and most commands never compare

        factors = self.lengths if full else np.ones(len(self.lengths))
        return np.asarray(factors @ self.matrix) / len(factors)


@dataclass(frozen=True, slots=True)
class Counted:
    """How often each n-gram stands in the measures of a paper, and in the titles of its tasks.

    Parameters
    ----------
    bodies, titles
        One row for each measure, and one for each task.
    task
        The task of each measure.
    """

    bodies: csr_array
    titles: csr_array
    task: NDArray[Any]

    def measures(self, title: float, weights: NDArray[Any]) -> Rows:
        """Return the n-grams of each measure; those of its title count ``title`` times."""
        return _weighted(self.bodies + title * self.titles[self.task], weights)

    def tasks(self, title: float, weights: NDArray[Any]) -> Rows:
        """Return the n-grams of each task: of all its measures, and ``title`` times its title."""
        import numpy as np  # noqa: PLC0415
        from scipy.sparse import csr_array  # noqa: PLC0415

        places = np.arange(len(self.task))
        shape = (self.titles.shape[0], len(places))
        members = csr_array((np.ones(len(places)), (self.task, places)), shape=shape)
        return _weighted(members @ self.bodies + title * self.titles, weights)


def counted(
    upper: Sequence[MeasureReading], lower: Sequence[MeasureReading], weights: Weights
) -> tuple[Counted, Counted, NDArray[Any]]:
    """Return the n-grams of two papers, counted over the same columns, and their weights."""
    import numpy as np  # noqa: PLC0415

    # Numbered as they come: the same in any run, which the order of a set is not.
    column: defaultdict[str, int] = defaultdict(count().__next__)
    parts = [_columns(readings, column) for readings in (upper, lower)]
    above, below = (
        Counted(matrix(*bodies, len(column)), matrix(*titles, len(column)), np.array(task))
        for bodies, titles, task in parts
    )
    return above, below, np.array([weights.words[term] for term in column])


def unit_rows(
    upper: Sequence[Mapping[str, float]], lower: Sequence[Mapping[str, float]]
) -> tuple[Rows, Rows]:
    """Return both lists of vectors as rows of length 1 over the same columns."""
    column = {term: n for n, term in enumerate(sorted({t for v in (*upper, *lower) for t in v}))}
    above, below = (
        matrix(
            [[column[t] for t in v] for v in vectors], [v.values() for v in vectors], len(column)
        )
        for vectors in (upper, lower)
    )
    return _unit(above), _unit(below)


_Vectors = tuple[list[list[int]], list[Collection[float]]]


def _columns(
    readings: Sequence[MeasureReading], column: defaultdict[str, int]
) -> tuple[_Vectors, _Vectors, list[int]]:
    """Return columns and counts of the measures, of the titles, and the task of each measure."""
    bodies: _Vectors = [], []
    titles: _Vectors = [], []
    place: dict[str, int] = {}
    for reading in readings:
        if reading.task.key not in place:
            place[reading.task.key] = len(place)
            _add(titles, reading.title.grams, column)
        _add(bodies, reading.body.grams, column)
    return bodies, titles, [place[r.task.key] for r in readings]


def _add(vectors: _Vectors, grams: Mapping[str, int], column: defaultdict[str, int]) -> None:
    vectors[0].append([column[gram] for gram in grams])
    vectors[1].append(grams.values())


def matrix(
    places: Sequence[Sequence[int]], values: Sequence[Collection[float]], columns: int
) -> csr_array:
    """Return a sparse matrix of rows, each with its places in order."""
    import numpy as np  # noqa: PLC0415
    from scipy.sparse import csr_array  # noqa: PLC0415

    starts = np.cumsum([0, *map(len, places)])
    flat = chain.from_iterable
    made = csr_array(
        (
            np.fromiter(flat(values), np.float64, starts[-1]),
            np.fromiter(flat(places), np.int64, starts[-1]),
            starts,
        ),
        shape=(len(places), max(columns, 1)),
    )
    # Products add up in the order of the columns.
    made.sort_indices()
    return made


def _weighted(counts: csr_array, weights: NDArray[Any]) -> Rows:
    """Return rows of counts, damped and weighted."""
    import numpy as np  # noqa: PLC0415

    counts.data = np.log1p(counts.data) * weights[counts.indices]
    return _unit(counts)


def _unit(rows: csr_array) -> Rows:
    import numpy as np  # noqa: PLC0415

    squares = rows.multiply(rows)
    lengths = np.sqrt(np.asarray(squares.sum(axis=1)).ravel())
    rows.data /= np.repeat(np.where(lengths > 0, lengths, 1), np.diff(rows.indptr))
    return Rows(rows, lengths)
