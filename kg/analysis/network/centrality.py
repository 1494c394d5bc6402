"""Who stands in the middle of the network: degree, betweenness, PageRank."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kg.analysis.collection import uncollected
from kg.analysis.network.betweenness import EXACT, SEED, Betweenness, betweenness
from kg.analysis.network.centrality_columns import columns
from kg.analysis.network.circle import Circle, Scope, circles, cut_note
from kg.analysis.network.pagerank import ITERATIONS, pagerank
from kg.analysis.printed import in_print
from kg.analysis.report import CellValue, Part, Report
from kg.model import Graph
from kg.wording import Text

TITLE = Text("网络中的位置", "Centrality of agencies")

_SETTLED = 9
"""Digits of a PageRank that the iteration has settled; what follows is left out."""
_SAME = 12
"""Digits of a betweenness that are the same on every machine, whatever order it adds up in."""


@dataclass(frozen=True, slots=True)
class Centrality:
    """The measures of a network, by body."""

    betweenness: Betweenness
    pagerank: tuple[float, ...] | None


def centrality(graph: Graph, scope: Scope | None = None) -> Report:
    """Return, for each document and basis, where its bodies stand in the network of shared
    measures; ordered by degree, weighted degree (most first), then name.
    """
    scope = scope or Scope()
    with uncollected():
        found = list(circles(graph, scope))
        parts = tuple(_part(circle, replace(scope, tables=len(found))) for circle in found)
    notes = () if parts else (Text("库中没有文件", "the store holds no document"),)
    return Report("centrality", TITLE, parts, notes)


def _part(circle: Circle, scope: Scope) -> Part:
    network = circle.network
    found = Centrality(betweenness(network, EXACT // scope.tables), pagerank(network))
    order = sorted(
        range(len(network.bodies)),
        key=lambda b: (-len(network.shared[b]), -sum(network.shared[b].values()), b),
    )
    shown = order[: scope.rows]
    crowd = network.crowd()
    sampled = found.betweenness.errors is not None
    return Part(
        circle.key,
        circle.title,
        columns(sampled=sampled),
        tuple(_row(circle, body, found, crowd) for body in shown),
        (
            *circle.notes(scope),
            *_method(circle, found),
            *cut_note(len(shown), len(order), scope),
        ),
    )


def _row(
    circle: Circle, body: int, found: Centrality, crowd: Mapping[str, int]
) -> dict[str, CellValue]:
    network = circle.network
    partners, others = network.shared[body], len(network.bodies) - 1
    joint = in_print((key for key in network.held[body] if crowd[key] > 1), circle.printed)
    row: dict[str, CellValue] = {
        "agency": network.name(body),
        "degree": len(partners),
        "degree_centrality": len(partners) / others if others else None,
        "weighted_degree": sum(partners.values()),
        "joint_measures": len(joint),
        "betweenness": round(found.betweenness.values[body], _SAME),
        "pagerank": None if found.pagerank is None else round(found.pagerank[body], _SETTLED),
        "joint_measure_keys": joint,
        "partner_keys": tuple(network.bodies[b].agency.key for b in partners),
        "agency_keys": (network.bodies[body].agency.key,),
    }
    if found.betweenness.errors is not None:
        row["betweenness_error"] = found.betweenness.errors[body]
    return row


def _method(circle: Circle, found: Centrality) -> list[Text]:
    notes = [
        Text(
            "网络：两个单位在同一条举措列名即相连，权重为共同举措数，不分谁牵头，无方向",
            "network: bodies that stand on the same measure are joined, weighted by the measures "
            "they share; it makes no difference who leads, and there is no direction",
        )
    ]
    if found.betweenness.errors is not None:
        starts, bodies = found.betweenness.starts, len(circle.network.bodies)
        notes.append(
            Text(
                f"网络太大，中介度为估计：从 {bodies} 个单位中随机取 {starts} 个为起点"
                f"（种子 {SEED}），标准误见“中介标准误”",
                f"the network is large, so betweenness is an estimate: ways followed from a random "
                f"sample of {starts} of {bodies} bodies (seed {SEED}); standard errors beside it",
            )
        )
    if found.pagerank is None:
        notes.append(
            Text(
                f"PageRank 在 {ITERATIONS} 次迭代内没有收敛，不列；其他数字不受影响",
                f"PageRank did not converge within {ITERATIONS} iterations and is left out; the "
                f"other figures stand",
            )
        )
    return notes
