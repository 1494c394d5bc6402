"""Prints what writing a graph into Neo4j costs beside a bare ``UNWIND … CREATE`` of its rows.

Usage: ``python benchmarks/neo4j_store.py [MEASURES]`` (default 3,000, with four edges each).
The database is that of ``NEO4J_URI`` and must be empty; without ``NEO4J_URI`` a server is fetched
and started as for the tests, or, where that cannot be, nothing is measured. Both ways run twice,
as a server that has just started is slow; the ratios of the second are what to compare.
"""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

# The checkout in place of this folder, for the server of the tests and the rows of store.py.
sys.path[0] = str(Path(__file__).parents[1])

from neo4j import Driver, GraphDatabase, ManagedTransaction  # noqa: E402

from benchmarks.store import KEY, made  # noqa: E402
from kg.model import Contribution  # noqa: E402
from kg.store import open_store  # noqa: E402
from kg.store.neo4j import statements  # noqa: E402
from kg.store.neo4j.batches import BATCH  # noqa: E402
from tests.neo4j.server.process import NoServerError, started  # noqa: E402

Row = dict[str, Any]


def main() -> None:
    """Print the table."""
    paper = made(int(sys.argv[1]) if len(sys.argv) > 1 else 3_000)
    if "NEO4J_URI" not in os.environ:
        try:
            os.environ.update(started(os.getpid()).environ)
        except NoServerError as reason:
            print(f"no Neo4j, nothing measured: {reason}")
            return
    open_store("neo4j").close()  # refuses a database that holds other data
    print(f"{size(paper):,} nodes, {len(paper.edges):,} edges, {len(paper.lines):,} lines")
    with GraphDatabase.driver(os.environ["NEO4J_URI"], auth=login()) as driver:
        for turn in ("cold", "warm"):
            bare_s = bare(driver, paper)
            own_s, rest_s = own(paper)
            print(f"{turn}: bare {shown(paper, bare_s)}")
            print(f"{turn}: write() {shown(paper, own_s)}, {own_s / bare_s:.1f} × bare")
            for name, seconds in rest_s.items():
                print(f"{turn}: {name} {seconds:.3f} s, {seconds / bare_s:.2f} × bare")


def login() -> tuple[str, str]:
    """Return user and password of the environment."""
    return os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ["NEO4J_PASSWORD"]


def size(paper: Contribution) -> int:
    """Return the number of nodes."""
    return len(paper.nodes) + len(paper.shared_nodes)


def shown(paper: Contribution, seconds: float) -> str:
    """Return a time with nodes and edges for each second of it."""
    return f"{seconds:.2f} s, {(size(paper) + len(paper.edges)) / seconds:,.0f} nodes and edges/s"


def bare(driver: Driver, paper: Contribution) -> float:
    """Return the seconds of creating the rows alone, in one transaction, and delete them."""
    nodes: dict[str, list[Row]] = defaultdict(list)
    for node in (*paper.nodes, *paper.shared_nodes):
        nodes[node.label].append({**node.props, "key": node.key})
    edges = [{"src": e.src, "dst": e.dst, "props": dict(e.props)} for e in paper.edges]
    create = statements.write_edges(("Agency", "ASSISTS", "Measure"), started=False)

    def work(tx: ManagedTransaction) -> None:
        for label, rows in nodes.items():
            run(tx, f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", rows)
        run(tx, create.replace("MERGE", "CREATE"), edges)

    with driver.session() as session:
        seconds = timed(lambda: session.execute_write(work))
        session.run("MATCH (n) DETACH DELETE n").consume()
    return seconds


def run(tx: ManagedTransaction, statement: str, rows: Sequence[Row]) -> None:
    """Run a statement for all rows, in batches."""
    for start in range(0, len(rows), BATCH):
        tx.run(statement, rows=rows[start : start + BATCH]).consume()


def own(paper: Contribution) -> tuple[float, dict[str, float]]:
    """Return the seconds of a write, and of what else a store does, by name."""
    with open_store("neo4j") as store:
        written = timed(lambda: store.write(paper))
        rest = {
            "write the same again": timed(lambda: store.write(paper)),
            "graph()": timed(store.graph),
            "find('质押融资')": timed(lambda: store.find("质押融资")),
            "find('专')": timed(lambda: store.find("专")),
            "find('2025')": timed(lambda: store.find("2025")),
            "delete": timed(lambda: store.delete_document(KEY)),
        }
    return written, rest


def timed(action: Callable[[], object]) -> float:
    """Return the seconds an action takes."""
    begun = perf_counter()
    action()
    return perf_counter() - begun


if __name__ == "__main__":
    main()
