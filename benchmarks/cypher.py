"""Cypher without a server: how long the copy, the first query and the next ones take.

    python benchmarks/cypher.py
    python benchmarks/cypher.py --documents 200

Prints, for the two bundled documents, whole processes of ``kg query`` without and with a copy and
every named question in a warm engine; then the filling of a copy of a made-up graph, in
milliseconds for each node or edge. It measures and never judges.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from kg.model import Contribution, Edge, Node, Value
from kg.store import open_store
from kg.store.cypher import CypherEngine, Parameter, open_engine
from kg.store.queries import defaults, named_query, names

KG = str(Path(sys.executable).with_name("kg.exe" if os.name == "nt" else "kg"))
COUNT = "MATCH (m:Measure) RETURN count(m) AS measures"
GIVEN = {
    "agency": "市科技局",
    "other": "市公安局",
    "from_day": "2025-01-01",
    "to_day": "2025-12-31",
    "as_of": "2026-01-01",
}
RUNS = 5
MEASURES = 100
AGENCIES = 400
ROLES = 5


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(description="Cypher without a server.")
    options.add_argument("--documents", type=int, default=100, help="of the made-up graph")
    documents = options.parse_args().documents
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        processes(folder)
        warm(str(folder / "kg.db"))
        filling(str(folder / "large.db"), documents)


def processes(folder: Path) -> None:
    """Whole processes on the bundled documents."""
    subprocess.run((KG, "build"), cwd=folder, check=True, capture_output=True)
    fresh, again = [], []
    for _ in range(RUNS):
        shutil.rmtree(folder / "kg.db.cypher", ignore_errors=True)
        fresh.append(one_process(folder))
        again.append(one_process(folder))
    print(f"kg query, no copy yet      {median(fresh):8.0f} ms  (median of {RUNS})")
    print(f"kg query, copy there       {median(again):8.0f} ms")


def one_process(folder: Path) -> float:
    """Return the milliseconds of one ``kg query``."""
    started = time.perf_counter()
    subprocess.run((KG, "query", COUNT), cwd=folder, check=True, capture_output=True)
    return (time.perf_counter() - started) * 1000


def warm(store: str) -> None:
    """Every named question, first and later, in one engine."""
    print(f"{'named question, warm engine':<27}{'first':>8}{'later':>8}  ms")
    with open_engine(store, {}, lambda _: None) as engine:
        timed(engine, COUNT, {})
        for name in names():
            query = named_query(name)
            values = dict(defaults(query))
            needed = (p.name for p in query.parameters if p.required or p.name == "as_of")
            values.update({n: GIVEN[n] for n in needed})
            first = timed(engine, query.text, values)
            later = median(timed(engine, query.text, values) for _ in range(RUNS))
            print(f"  {name:<25}{first:>8.0f}{later:>8.0f}")


def timed(engine: CypherEngine, query: str, values: Mapping[str, Parameter]) -> float:
    """Return the milliseconds of one query, seen from here."""
    started = time.perf_counter()
    engine.run(query, values, timeout_s=600, row_limit=10_000)
    return (time.perf_counter() - started) * 1000


def filling(store: str, documents: int) -> None:
    """The first query on a made-up graph, which fills the copy."""
    nodes = edges = 0
    with open_store(store) as opened:
        for number in range(documents):
            contribution = made_up(number)
            nodes += len(contribution.nodes)
            edges += len(contribution.edges)
            opened.write(contribution)
    nodes += AGENCIES
    with open_engine(store, {}, lambda _: None) as engine:
        took = timed(engine, COUNT, {})
        each = took / (nodes + edges)
        print(
            f"first query on {nodes} nodes, {edges} edges: {took / 1000:.1f} s, {each:.3f} ms each"
        )
        count = (
            "MATCH (a:Agency)-[r:LEADS]->(m) RETURN a.name AS name, count(m) AS n ORDER BY n, name"
        )
        print(f"leads of all agencies there: {timed(engine, count, {}):.0f} ms")


def made_up(number: int) -> Contribution:
    """Return a document of :data:`MEASURES` measures with :data:`ROLES` roles each."""
    key = f"样字〔2025〕{number}号"
    own: dict[str, Value] = {"document_key": key}
    props: dict[str, Value] = {"title": key, "genre": "made_up", "sha256": "0", "encoding": "utf-8"}
    nodes = [Node(key, "Document", {**own, **props})]
    edges = []
    for seq in range(1, MEASURES + 1):
        measure = f"{key}#{seq}"
        text = f"加强专利、商标质押融资，推动第 {seq} 批产品落地，服务企业不少于 {seq} 家。"
        place: dict[str, Value] = {"seq": seq, "text": text, "place": f"L{seq}"}
        nodes.append(Node(measure, "Measure", {**own, **place}))
        edges.append(Edge(key, "HAS_MEASURE", measure, {**own, "seq": seq}))
        for order in range(1, ROLES + 1):
            agency = f"agency:{(number * 7 + seq * 13 + order * 31) % AGENCIES}"
            role: dict[str, Value] = {
                "basis": "explicit",
                "role_text": "责任单位",
                "order": order,
                "as_printed": agency,
                "scope": "own",
                "place": f"L{seq}",
            }
            edges.append(
                Edge(agency, "ASSISTS" if order > 1 else "LEADS", measure, {**own, **role})
            )
    agencies = (
        Node(f"agency:{n}", "Agency", {"name": f"第{n}局", "is_collective": False})
        for n in range(AGENCIES)
    )
    return Contribution(key, tuple(nodes), tuple(edges), tuple(agencies))


if __name__ == "__main__":
    main()
