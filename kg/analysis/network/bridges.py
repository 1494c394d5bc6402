"""The bodies that join the sections of a document, and the groups of its network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from math import fsum

from kg.analysis.caption import caption
from kg.analysis.content.notes import share_of
from kg.analysis.network.circle import Circle, Scope, cut_note
from kg.analysis.network.communities import Communities
from kg.analysis.network.coordination_columns import BRIDGES
from kg.analysis.network.network import Network
from kg.analysis.report import CellValue, Part
from kg.analysis.subjects import Heading, Subjects
from kg.wording import Text

_LEAST_SECTIONS = 2


def bridges_part(circle: Circle, subjects: Subjects, found: Communities, scope: Scope) -> Part:
    """Return the bodies that stand in two sections or more, ordered by sections, then measures
    (most first), then name.
    """
    network = circle.network
    sections = {body: subjects.sections(held) for body, held in enumerate(network.held)}
    bridges = [body for body, named in sections.items() if len(named) >= _LEAST_SECTIONS]
    bridges.sort(key=lambda b: (-len(sections[b]), -_measures(sections[b]), b))
    shown = bridges[: scope.rows]
    group_of = found.of()
    notes = [
        Text(
            f"桥梁：列名的举措分布在 {_LEAST_SECTIONS} 个以上板块的单位，{len(bridges)} 个，"
            f"共 {len(sections)} 个单位；文件有板块 {subjects.total_sections} 个",
            f"bridges: bodies whose measures stand in {_LEAST_SECTIONS} sections or more: "
            f"{len(bridges)} of {len(sections)}; sections of the document: "
            f"{subjects.total_sections}",
        ),
        *cut_note(len(shown), len(bridges), scope),
    ]
    return Part(
        f"{circle.key}!bridges",
        Text(f"跨板块的桥梁：{circle.title.zh}", f"Bridges: {circle.title.en}"),
        BRIDGES,
        tuple(_row(network, body, sections[body], subjects, group_of) for body in shown),
        tuple(notes),
    )


def _measures(sections: Collection[Heading]) -> int:
    return sum(count for _, count in sections)


def _row(
    network: Network,
    body: int,
    sections: Collection[Heading],
    subjects: Subjects,
    group_of: Mapping[int, int],
) -> dict[str, CellValue]:
    ties = _ties(network, body, group_of)
    held = network.held[body]
    return {
        "bridge": network.name(body),
        "section_count": len(sections),
        "section_share": share_of(len(sections), subjects.total_sections),
        "bridge_measures": _measures(sections),
        "community_count": len(ties),
        "participation": participation(ties.values()),
        "section_numbers": subjects.section_numbers(held),
        "section_titles": tuple(str(n.props.get("title") or caption(n)) for n, _ in sections),
        "measure_keys": subjects.in_sections(held),
        "agency_keys": (network.bodies[body].agency.key,),
    }


def _ties(network: Network, body: int, group_of: Mapping[int, int]) -> Counter[int]:
    """The measures a body shares with the members of each group, added up over its partners."""
    ties: Counter[int] = Counter()
    for partner, measures in network.shared[body].items():
        ties[group_of[partner]] += measures
    return ties


def participation(ties: Collection[int]) -> float | None:
    """Return how evenly a body's ties are spread over groups: 0 where all lead to one, near 1
    where they lead to many alike; None without ties.

    1 − Σ (kᵢ ÷ Σk)², the participation coefficient of Guimerà & Amaral, Nature 433, 895 (2005).

    Examples
    --------
    >>> participation([4]), participation([2, 2]), participation([])
    (0.0, 0.5, None)
    """
    whole = sum(ties)
    return 1 - fsum((k / whole) ** 2 for k in sorted(ties)) if whole else None
