"""The groups of a network, and what falls apart without single bodies, as tables."""

from __future__ import annotations

from kg.analysis.network.circle import Circle, Scope, cut_note
from kg.analysis.network.cohesion import MOST, Removal, cohesion
from kg.analysis.network.communities import Communities
from kg.analysis.network.coordination_columns import COMMUNITIES, REMOVALS
from kg.analysis.network.network import Network
from kg.analysis.printed import in_print
from kg.analysis.report import CellValue, Part
from kg.wording import Text

_NOBODY = Text("（现状）", "(as it is)")


def communities_part(circle: Circle, found: Communities, scope: Scope) -> Part:
    """Return the groups of two bodies or more, the largest first."""
    shown = found.groups[: scope.rows]
    rows = (_community(circle, n, group) for n, group in enumerate(shown, start=1))
    notes = [*_division(found), *_alone(found), *cut_note(len(shown), len(found.groups), scope)]
    return Part(
        f"{circle.key}!communities",
        Text(f"协同群组：{circle.title.zh}", f"Communities: {circle.title.en}"),
        COMMUNITIES,
        tuple(rows),
        tuple(notes),
    )


def removals_part(circle: Circle) -> Part:
    """Return the pieces of the network as it is, and without the bodies that hold it together."""
    found = cohesion(circle.network)
    rows = tuple(_removal(circle.network, removal) for removal in found.removals)
    note = Text(
        f"依次去掉伙伴最多的单位，以及去掉后原来相连的会断开的单位（割点，{found.cutting} 个，"
        f"至多列 {MOST} 个）",
        f"taken out one at a time: the body with most partners, and bodies without whom what "
        f"was connected falls apart (articulation points: {found.cutting}; {MOST} at most)",
    )
    return Part(
        f"{circle.key}!hub",
        Text(f"去掉枢纽之后：{circle.title.zh}", f"Without the hub: {circle.title.en}"),
        REMOVALS,
        rows,
        (note,),
    )


def _division(found: Communities) -> list[Text]:
    if found.modularity is None:
        return [Text("没有可分组的单位对", "no pairs to divide into communities")]
    notes = [
        Text(
            f"群组：鲁汶法（Louvain），按共同举措加权，固定次序和种子；"
            f"模块度 {found.modularity:.3f}（0 附近说明分组不明显），"
            f"{found.runs} 次中 {found.agreeing} 次得到这一分法",
            f"communities: Louvain method on shared measures, fixed order and seeds; modularity "
            f"{found.modularity:.3f} (near 0 they mean little), found in {found.agreeing} of "
            f"{found.runs} runs",
        )
    ]
    if found.least > 1:
        notes.append(
            Text(
                f"单位对太多：分组只看共同举措不少于 {found.least} 条的",
                f"too many pairs: only those that share {found.least} measures or more are "
                f"looked at",
            )
        )
    return notes


def _alone(found: Communities) -> list[Text]:
    if not found.single:
        return []
    return [
        Text(
            f"不属于任何群组的单位 {len(found.single)} 个", f"in no community: {len(found.single)}"
        )
    ]


def _community(circle: Circle, number: int, group: tuple[int, ...]) -> dict[str, CellValue]:
    network = circle.network
    members = set(group)
    inside = {b: {p: w for p, w in network.shared[b].items() if p in members} for b in group}
    inner = sum(map(len, inside.values()))
    ranked = sorted(group, key=lambda b: (-sum(inside[b].values()), b))
    crowd: dict[str, int] = {}
    for key in (key for body in group for key in network.held[body]):
        crowd[key] = crowd.get(key, 0) + 1
    return {
        "community": number,
        "bodies": len(group),
        "inner_pairs": inner // 2,
        "outer_pairs": sum(len(network.shared[b]) for b in group) - inner,
        "members": tuple(network.name(b) for b in ranked),
        "measure_keys": in_print(
            (key for key, bodies in crowd.items() if bodies > 1), circle.printed
        ),
        "agency_keys": tuple(network.bodies[b].agency.key for b in ranked),
    }


def _removal(network: Network, removal: Removal) -> dict[str, CellValue]:
    body = removal.body
    concerned = (*(() if body is None else (body,)), *removal.apart)
    return {
        "without": _NOBODY if body is None else network.name(body),
        "partners": None if body is None else len(network.shared[body]),
        "pieces": removal.pieces,
        "largest": removal.largest,
        "alone": removal.alone,
        "apart": tuple(network.name(b) for b in removal.apart) or None,
        "agency_keys": tuple(network.bodies[b].agency.key for b in concerned),
    }
