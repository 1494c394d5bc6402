"""The pairs of agencies that share measures: what is said of them, and the table."""

from __future__ import annotations

from collections.abc import Iterator

from kg.analysis.dossier import Dossier
from kg.analysis.network.circle import Circle
from kg.analysis.subjects import Subjects
from kg.views.scene import Group, Item, Record, Row, Table
from kg.wording import Text

_COLUMNS = (
    Text("单位", "agency"),
    Text("伙伴", "partner"),
    Text("共同举措", "shared measures"),
    Text("其中单位牵头", "led by the agency"),
    Text("其中伙伴牵头", "led by the partner"),
    Text("关于", "about"),
)


def pair_key(circle: Circle, first: int, second: int) -> str:
    """Return the key of a pair's record."""
    bodies = circle.network.bodies
    return f"{circle.key}|{bodies[first].agency.key}|{bodies[second].agency.key}"


def pair_records(circle: Circle) -> Iterator[Record]:
    """Yield what the panel says of each link: both agencies and the measures they share."""
    network = circle.network
    for first, second in _pairs(circle):
        keys = sorted(network.common(first, second))
        both = tuple(Item("", network.bodies[b].agency.key) for b in (first, second))
        shared = Group(Text("共同举措", "shared measures"), tuple(Item("", key) for key in keys))
        yield Record(
            key=pair_key(circle, first, second),
            label=Text("协同", "coordination"),
            caption=f"{network.name(first)} — {network.name(second)}",
            groups=(Group(Text("单位", "agencies"), both), shared),
        )


def table(circle: Circle, dossier: Dossier) -> Table:
    """Return the pairs, those with most shared measures first, then by name."""
    network = circle.network
    subjects = Subjects({entry.key: entry for entry in dossier.entries}, 0)
    order = sorted(_pairs(circle), key=lambda p: (-network.shared[p[0]][p[1]], p))
    rows = []
    for first, second in order:
        keys = network.common(first, second)
        led = [len(keys & network.leads(body)) for body in (first, second)]
        names = (network.name(first), network.name(second))
        about = subjects.about(keys) or ""
        agencies = tuple(network.bodies[b].agency.key for b in (first, second))
        rows.append(Row((*names, len(keys), *led, about), agencies))
    return Table(_COLUMNS, tuple(rows))


def _pairs(circle: Circle) -> Iterator[tuple[int, int]]:
    """Each pair once, by number."""
    for first, partners in enumerate(circle.network.shared):
        yield from ((first, second) for second in partners if first < second)
