"""Prints what writing and reading a graph costs beside a bare ``sqlite3.executemany`` of it.

Usage: ``python benchmarks/store.py [MEASURES]`` (default 20,000; each has four edges and a line).
Times are those of this process's CPU, so that other work on the machine counts little; the
ratios are what to compare between machines and versions.
"""

from __future__ import annotations

import json
import random
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from time import process_time
from typing import TypeVar

from kg.model import Contribution, Edge, Node, Value
from kg.schema_check import check
from kg.store import open_store
from kg.store.admission import admit
from kg.store.canonical import canonical

KEY = "测试发〔2025〕1号"
CHARACTERS = "专利商标质押融资知识产权保护运用服务平台建设推进加强企业创新转化维权快速海外纠纷应对"
BODIES = 2_000
Result = TypeVar("Result")


def main() -> None:
    """Print the table."""
    paper = made(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
    nodes = len(paper.nodes) + len(paper.shared_nodes)
    print(f"{nodes:,} nodes, {len(paper.edges):,} edges, {len(paper.lines):,} lines; CPU seconds")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare_write, bare_read = bare(paper, folder / "bare.db")
        print(f"{'bare write':28}{bare_write:8.2f}")
        print(f"{'bare read':28}{bare_read:8.2f}")
        told("schema check", lambda: check(paper), bare_write)
        told("check and value check", lambda: admit(paper), bare_write)
        told("canonical form", lambda: canonical(paper), bare_write)
        with open_store(str(folder / "kg.db")) as store:
            told("write, all of it", lambda: store.write(paper), bare_write)
            told("graph()", store.graph, bare_read)
            told("write the same again", lambda: store.write(paper), bare_write)
            for text in ("专利", "质押融资", "专"):
                found = told(f"find({text!r})", partial(store.find, text), bare_read)
                print(f"{'':28}{len(found.nodes):8,} nodes")
            told("one node", lambda: store.node(paper.nodes[-1].key), bare_read)
            told("delete", lambda: store.delete_document(KEY), bare_write)


def made(measures: int) -> Contribution:
    """Return one document with so many measures, four bodies for each, the same every time."""
    chance = random.Random(2025)  # noqa: S311 - not secret
    own: dict[str, Value] = {"document_key": KEY}
    texts = ["".join(chance.choices(CHARACTERS, k=60)) for _ in range(measures)]
    front = {"title": "测试", "genre": "breakdown_table", "sha256": "0", "encoding": "utf-8"}
    nodes = [Node(KEY, "Document", own | front)]
    edges = []
    bodies = [f"agency:第{number}局" for number in range(BODIES)]
    for line, text in enumerate(texts, 1):
        key, place = f"{KEY}#{line}", f"L{line}"
        nodes.append(Node(key, "Measure", own | {"seq": line, "text": text, "place": place}))
        for order, body in enumerate(chance.sample(bodies, 4), 1):
            role: dict[str, Value] = {
                "basis": "explicit",
                "role_text": "责任单位",
                "order": order,
                "as_printed": body,
                "scope": "own",
                "place": place,
            }
            edges.append(Edge(body, "ASSISTS", key, own | role))
    shared = tuple(Node(b, "Agency", {"name": b, "is_collective": False}) for b in bodies)
    return Contribution(KEY, tuple(nodes), tuple(edges), shared, (), tuple(texts))


def bare(paper: Contribution, path: Path) -> tuple[float, float]:
    """Return the seconds of a bare write and a bare read of the same rows, keys indexed."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE node (key TEXT PRIMARY KEY, label TEXT, props TEXT)")
        connection.execute("CREATE TABLE edge (src TEXT, type TEXT, dst TEXT, props TEXT)")
        connection.execute("CREATE INDEX edge_src ON edge (src)")
        connection.execute("CREATE INDEX edge_dst ON edge (dst)")
        started = process_time()
        connection.executemany(
            "INSERT INTO node VALUES (?, ?, ?)",
            ((n.key, n.label, json.dumps(n.props)) for n in (*paper.nodes, *paper.shared_nodes)),
        )
        connection.executemany(
            "INSERT INTO edge VALUES (?, ?, ?, ?)",
            ((e.src, e.type, e.dst, json.dumps(e.props)) for e in paper.edges),
        )
        connection.commit()
        written = process_time()
        nodes = [(k, n, json.loads(p)) for k, n, p in connection.execute("SELECT * FROM node")]
        edges = [
            (s, t, d, json.loads(p)) for s, t, d, p in connection.execute("SELECT * FROM edge")
        ]
        finished = process_time()
    if (len(nodes), len(edges)) != (len(paper.nodes) + BODIES, len(paper.edges)):
        raise AssertionError("the bare store lost rows")
    return written - started, finished - written


def told(name: str, action: Callable[[], Result], yardstick: float) -> Result:
    """Return what an action returns; print its seconds and the ratio to a bare one."""
    started = process_time()
    result = action()
    seconds = process_time() - started
    print(f"{name:28}{seconds:8.3f}{seconds / yardstick:8.2f} ×")
    return result


if __name__ == "__main__":
    main()
