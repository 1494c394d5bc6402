"""Prints what the reports of workload, deadlines and the network cost on a made-up graph.

Usage: ``python benchmarks/analysis.py [MEASURES] [DOCUMENTS] [--bodies N]`` (default 200,000
measures, once in one document and once in 2,000). Each report runs in a process of its own, on
the same graph: seconds of the report alone, wall and CPU, and the most memory of the process, the
graph included. The graph is as hard as a real one gets: a few bodies stand in many cells, one in
every cell, one cell lists 500 bodies, and each measure is due.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import resource
import sys
from collections.abc import Callable
from datetime import date
from time import perf_counter, process_time

from kg.analysis.content.industries import industries
from kg.analysis.content.instruments import instruments
from kg.analysis.content.targets import targets
from kg.analysis.deadlines.report import Horizon, Span, deadlines
from kg.analysis.network.centrality import centrality
from kg.analysis.network.coordination import coordination
from kg.analysis.quality.report import quality
from kg.analysis.report import Report
from kg.analysis.workload.report import workload
from kg.model import Edge, Graph, Node, Value

_LONG_CELL = 500
_PER_CELL = 4
_TASK = 5
_LEAST_BODIES = 30
AS_OF = date(2025, 7, 1)

REPORTS: dict[str, Callable[[Graph], Report]] = {
    "workload": workload,
    "deadlines": lambda graph: deadlines(graph, Horizon(AS_OF, Span(AS_OF, None))),
    "coordination": coordination,
    "centrality": centrality,
    "industries": industries,
    "targets": targets,
    "instruments": instruments,
    "quality": quality,
}


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description="Cost of the reports on a large graph.")
    options.add_argument("measures", type=int, nargs="?", default=200_000)
    options.add_argument("documents", type=int, nargs="*", default=[1, 2_000])
    options.add_argument("--bodies", type=int, default=5_000, help="in all documents together")
    given = options.parse_args()
    print(f"{given.measures:,} measures, {given.bodies:,} bodies, {_PER_CELL} in a cell")
    print(f"{'documents':>10}{'report':>15}{'wall s':>9}{'CPU s':>9}{'MB':>8}{'rows':>10}")
    for documents in given.documents:
        for name in REPORTS:
            # A process of its own: memory is counted for each report by itself.
            with multiprocessing.get_context("spawn").Pool(1) as pool:
                sizes = (given.measures, documents, given.bodies)
                wall, cpu, megabytes, rows = pool.apply(measured, (name, *sizes))
            print(f"{documents:>10,}{name:>15}{wall:>9.1f}{cpu:>9.1f}{megabytes:>8.0f}{rows:>10,}")


def measured(
    name: str, measures: int, documents: int, bodies: int
) -> tuple[float, float, float, int]:
    """Return wall and CPU seconds of a report, megabytes at most, and its rows."""
    graph = made(measures, documents, bodies)
    wall, cpu = perf_counter(), process_time()
    report = REPORTS[name](graph)
    wall, cpu = perf_counter() - wall, process_time() - cpu
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    megabytes = used / (1024**2 if sys.platform == "darwin" else 1024)
    return wall, cpu, megabytes, sum(len(part.rows) for part in report.parts)


def made(measures: int, documents: int, bodies: int) -> Graph:
    """Return a graph of documents with named leads, the same every time."""
    chance = random.Random(2025)  # noqa: S311 - no secret
    nodes = [
        *(
            Node(f"agency:{n}", "Agency", {"name": f"第{n}局", "is_collective": False})
            for n in range(bodies)
        ),
        *(
            Node(
                f"deadline:{n}",
                "Deadline",
                {"due_on": f"{2023 + n // 12}-{n % 12 + 1:02}-28", "precision": "month"},
            )
            for n in range(48)
        ),
    ]
    edges: list[Edge] = []
    own_bodies = max(_LEAST_BODIES, bodies // documents)
    for number in range(documents):
        first = number * own_bodies % max(1, bodies - own_bodies + 1)
        local = range(first, first + own_bodies)
        _document(f"测〔2025〕{number}号", measures // documents, local, chance, nodes, edges)
    nodes.sort(key=lambda node: node.key)
    edges.sort(key=lambda edge: edge.id)
    return Graph(tuple(nodes), tuple(edges))


def _document(  # noqa: PLR0913, PLR0917 - fills the two lists
    key: str,
    measures: int,
    bodies: range,
    chance: random.Random,
    nodes: list[Node],
    edges: list[Edge],
) -> None:
    own: dict[str, Value] = {"document_key": key}
    front = {"title": key, "genre": "breakdown_table", "sha256": "0", "encoding": "utf-8"}
    nodes.append(Node(key, "Document", own | front))
    # Few bodies stand in many cells, as in real papers.
    weights = [1 / (rank + 1) ** 0.5 for rank in range(len(bodies))]
    picks = iter(chance.choices(bodies, weights, k=measures * _PER_CELL))
    section, task = "", ""
    for seq in range(measures):
        if seq % (_TASK * 20) == 0:
            section = f"{key}/{seq}"
            nodes.append(
                Node(section, "Section", own | {"number": str(seq), "title": section, "seq": seq})
            )
            edges.append(Edge(key, "HAS_SECTION", section, own | {"seq": seq}))
        if seq % _TASK == 0:
            task = f"{section}/{seq}"
            nodes.append(Node(task, "Task", own | {"number": str(seq), "title": task, "seq": seq}))
            edges.append(Edge(section, "HAS_TASK", task, own | {"seq": seq}))
        measure = f"{task}#{seq}"
        text = "推动专利转化运用，2025年底前完成。"
        said = own | {"seq": seq, "text": text, "place": f"L{seq}"}
        nodes.append(Node(measure, "Measure", said))
        edges.append(Edge(task, "HAS_MEASURE", measure, own | {"seq": seq}))
        due: dict[str, Value] = {"text": "2025年", "start": 9, "end": 14, "scope": "measure"}
        edges.append(Edge(measure, "DUE", f"deadline:{chance.randrange(48)}", own | due))
        cell = list(dict.fromkeys([bodies[0], *(next(picks) for _ in range(_PER_CELL))]))
        if seq == 0:
            cell = list(bodies[:_LONG_CELL])
        for order, body in enumerate(cell):
            role: dict[str, Value] = {
                "basis": "explicit",
                "role_text": "责任单位",
                "order": order,
                "scope": "own",
            }
            kind = "LEADS" if order == len(cell) - 1 else "ASSISTS"
            edges.append(Edge(f"agency:{body}", kind, measure, own | role))


if __name__ == "__main__":
    main()
