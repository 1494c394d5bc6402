"""Labels cut, boxes packed, members spread: nothing lies on anything else."""

from __future__ import annotations

from itertools import combinations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.views.lettering import ems, shortened, wrapped
from kg.views.packing import Box, packed
from kg.views.springs import Size, spread

TEXT = st.text(alphabet="市科技局知识产权（）、，abc 123", max_size=60)
BOXES = st.lists(st.builds(Box, st.integers(20, 400), st.integers(20, 300)), max_size=12)


@given(TEXT, st.floats(2, 20))
def test_a_cut_label_fits_and_says_that_it_was_cut(text: str, limit: float) -> None:
    found = shortened(text, limit)
    assert ems(found) <= limit
    assert (found == " ".join(text.split())) or found.endswith("…")


@example("、，11", 3, 1)
@given(TEXT, st.integers(3, 12), st.integers(1, 4))
def test_lines_fit_but_for_a_mark_at_their_end(text: str, limit: int, lines: int) -> None:
    found = wrapped(text, limit, lines)
    assert len(found) <= lines
    assert all(ems(line) <= limit + 4 for line in found)
    assert "".join(found)[:1] == "".join(text.split())[:1]


@given(BOXES, st.booleans())
def test_boxes_do_not_lie_on_one_another(boxes: list[Box], with_middle: bool) -> None:
    middle = Box(120, 40) if with_middle else None
    corners, (x, y) = packed(boxes, middle)
    placed = [(*corner, box) for corner, box in zip(corners, boxes, strict=True)]
    if middle is not None:
        placed.append((x - middle.width // 2, y - middle.height // 2, middle))
    for (a, b, one), (c, d, other) in combinations(placed, 2):
        apart = a + one.width <= c or c + other.width <= a
        assert apart or b + one.height <= d or d + other.height <= b


@given(BOXES.filter(bool))
def test_boxes_fill_the_page_at_least_as_well_as_one_row_or_one_column(boxes: list[Box]) -> None:
    corners, _ = packed(boxes, None)
    placed = list(zip(corners, boxes, strict=True))
    width = max(x + b.width for (x, _), b in placed) - min(x for (x, _), _ in placed)
    height = max(y + b.height for (_, y), b in placed)
    needed = max(width / 1.55, height)
    row = sum(b.width + 14 for b in boxes) / 1.55, max(b.height for b in boxes)
    assert needed <= max(row) + 15
    assert needed <= sum(b.height + 14 for b in boxes) + max(b.width for b in boxes) / 1.55


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 25), st.data())
def test_members_of_a_group_do_not_lie_on_one_another(number: int, data: st.DataObject) -> None:
    sizes = [Size(data.draw(st.integers(40, 230)), 34) for _ in range(number)]
    pairs = list(combinations(range(number), 2))
    ties = {pair: n % 5 + 1 for n, pair in enumerate(pairs[:: data.draw(st.integers(1, 7))])}
    places = spread(range(number), sizes, ties)
    assert places == spread(range(number), sizes, ties)
    for a, b in pairs:
        across = abs(places[a][0] - places[b][0]) - (sizes[a].width + sizes[b].width) / 2
        down = abs(places[a][1] - places[b][1]) - (sizes[a].height + sizes[b].height) / 2
        assert max(across, down) >= -1


def test_a_large_group_stands_in_rows() -> None:
    places = spread(range(500), [Size(100, 30)] * 500, {})
    assert len(set(places.values())) == 500
