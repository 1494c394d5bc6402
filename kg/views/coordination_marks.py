"""The marks of the coordination view: agencies, the links between them, the groups' bands."""

from __future__ import annotations

from collections.abc import Iterator
from math import log2

from kg.analysis.dossier import Dossier
from kg.analysis.network.circle import Circle
from kg.analysis.network.network import Network
from kg.model import Basis
from kg.views.choice import Choice
from kg.views.coordination_groups import Division, dot
from kg.views.coordination_pairs import pair_key
from kg.views.facets import AGENCY, values_of
from kg.views.lettering import shortened
from kg.views.palette import BLACK, BLUE, GREEN, GREY, ORANGE, SKY, VERMILION, WASH, WHITE
from kg.views.scene import Band, Caption, Drawing, Kind, Link, Mark, Shape
from kg.wording import Text

_SPOKE = "#E8B9A0"

_BODIES = (
    Kind("hub", Text("枢纽：伙伴最多的单位", "hub: most partners"), Shape.STAR, VERMILION, BLACK),
    Kind(
        "bridge",
        Text(
            "桥梁（环）：枢纽之外的伙伴分在几个群组",
            "bridge (ring): partners, hub aside, in several groups",
        ),
        Shape.DOT,
        WHITE,
        ORANGE,
    ),
    Kind("body", Text("单位，大小为举措数", "agency; size = measures"), Shape.DOT, BLUE, BLUE),
    Kind(
        "single",
        Text("没有枢纽便无伙伴", "no partner but the hub"),
        Shape.SQUARE,
        WHITE,
        GREY,
    ),
)


def kinds(network: Network, divided: Division) -> tuple[Kind, ...]:
    """Return the kinds of marks and links; weak links are off where there are too many to see."""
    inferred = network.basis is Basis.INFERRED
    said = Text("推断，", "inferred, ") if inferred else Text("", "")
    close = divided.close
    links = (
        ("strong", Text(f"共同举措 {close} 条以上", f"{close} shared measures or more"), GREEN),
        ("weak", Text("共同举措较少", "fewer shared measures"), SKY),
        ("spoke", Text("与枢纽的联系", "links of the hub"), _SPOKE),
    )
    drawn = (
        Kind(
            key,
            Text(f"{said.zh}{name.zh}", f"{said.en}{name.en}"),
            Shape.LINE,
            colour,
            colour,
            dashed=inferred,
            off=key == "weak" and divided.crowded,
        )
        for key, name, colour in links
    )
    return (*_BODIES, *drawn)


def marks(network: Network, divided: Division, dossier: Dossier, choice: Choice) -> Iterator[Mark]:
    """Yield a mark for each agency, in order of names."""
    values = _values(network, dossier, choice)
    single = {b for group in divided.groups if group.single for b in group.bodies}
    for body, tally in enumerate(network.bodies):
        x, y = divided.places[body]
        held, partners = len(network.held[body]), len(network.shared[body])
        yield Mark(
            key=tally.agency.key,
            kind=_kind(body, divided, single),
            x=x,
            y=y,
            about=(tally.agency.key,),
            label=shortened(tally.name),
            hint=Text(
                f"举措 {held} 条，伙伴 {partners} 个", f"{held} measures, {partners} partners"
            ),
            size=dot(network, body),
            values=values[tally.agency.key],
        )


def _kind(body: int, divided: Division, single: set[int]) -> str:
    if body == divided.hub:
        return "hub"
    if body in single:
        return "single"
    return "bridge" if body in divided.bridges else "body"


def _values(
    network: Network, dossier: Dossier, choice: Choice
) -> dict[str, dict[str, tuple[str, ...]]]:
    """What each agency can be filtered by: that of all its measures."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    entries = {entry.key: values_of(entry, choice) for entry in dossier.entries}
    for body, tally in enumerate(network.bodies):
        own: dict[str, dict[str, None]] = {AGENCY: {tally.agency.key: None}}
        for key in sorted(network.held[body]):
            for facet, values in entries[key].items():
                if facet != AGENCY:
                    own.setdefault(facet, {}).update(dict.fromkeys(values))
        found[tally.agency.key] = {facet: tuple(values) for facet, values in own.items()}
    return found


def links(circle: Circle, divided: Division) -> Iterator[Link]:
    """Yield a link for each pair that shares a measure, the hub's first: the others lie above."""
    network = circle.network
    pairs = [(a, b, w) for a, partners in enumerate(network.shared) for b, w in partners.items()]
    ordered = sorted((pair for pair in pairs if pair[0] < pair[1]), key=lambda p: p[2])
    for spokes in (True, False):
        for a, b, shared in ordered:
            if (divided.hub in {a, b}) is not spokes:
                continue
            kind = "spoke" if spokes else "strong" if shared >= divided.close else "weak"
            yield Link(
                source=network.bodies[a].agency.key,
                target=network.bodies[b].agency.key,
                kind=kind,
                width=round(0.8 + 1.1 * log2(shared), 1),
                hint=Text(f"共同举措 {shared} 条", f"{shared} shared measures"),
                about=pair_key(circle, a, b),
            )


def drawings(divided: Division) -> Iterator[Drawing]:
    """Yield a band with a heading for each group."""
    for n, group in enumerate(divided.groups, start=1):
        yield Band(group.left, group.top, group.width, group.height, WASH)
        number = len(group.bodies)
        words = Text(f"群组 {n}（{number} 个单位）", f"group {n} ({number} agencies)")
        if group.single:
            words = Text(f"各自独立（{number} 个单位）", f"on their own ({number} agencies)")
        yield Caption(group.left + 10, group.top + 14, words, GREY, bold=True)
