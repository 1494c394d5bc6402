"""Agreement with readers as lines of text, every figure with its counts and its interval."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from .quality import READ_OFF, Agreement, Figures, Grades, Judged, figures, intervals, reliability

OF_THE_ORDER = ("average precision", "recall@3")


def table(name: str, rows: Sequence[Judged], grades: Grades) -> str:
    """Return the figures of one method under its name: over what it gives, of the order also over
    all it looked at, and how often what has a score is covered.
    """
    return "\n".join((name, *_lines(rows, grades), ""))


def _lines(rows: Sequence[Judged], grades: Grades) -> Iterator[str]:
    given = [row for row in rows if row.grade is not None]
    found, spread = figures(given, grades), intervals(given, grades)
    counted = _counted(found)
    yield f"  {'':22}{'':>7}{'95 %':>16}{'P':>7}{'R':>7}   right/given/readers"
    for figure, read in READ_OFF.items():
        yield _line(figure, read(found), spread[figure], counted.get(figure))
    if len(given) < len(rows):
        ranked, spread = figures(rows, grades), intervals(rows, grades)
        for figure in OF_THE_ORDER:
            yield _line(f"{figure}, all", READ_OFF[figure](ranked), spread[figure])
    yield f"  {'covered at all':22}{found.states:>4}/{found.tasks} upper tasks agree"
    for part in reliability(rows, grades):
        bounds = f"score {part.low:.2f} to {min(part.high, 1):.2f}"
        share = f"covered {part.covered / part.count:.2f}   {part.covered}/{part.count}"
        yield f"  {bounds:22}{part.mean:7.2f} on average, {share}"


def _counted(found: Figures) -> Mapping[str, Agreement]:
    return {
        "pairs F1": found.pairs,
        "measures F1": found.measures,
        "related pairs F1": found.related_pairs,
        "related measures F1": found.related_measures,
    }


def _line(
    figure: str, value: float, spread: tuple[float, float], counts: Agreement | None = None
) -> str:
    low, high = spread
    text = f"  {figure:22}{value:7.2f}{f'{low:.2f} to {high:.2f}':>16}"
    if counts is None:
        return text
    share = f"{counts.precision:7.2f}{counts.recall:7.2f}"
    return f"{text}{share}   {counts.right}/{counts.given}/{counts.readers}"
