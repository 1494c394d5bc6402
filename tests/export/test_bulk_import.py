"""The files for ``neo4j-admin``: Neo4j's own tool imports them, and the graph is the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, LiteralString

import pytest
from neo4j import Driver

from kg.export.bulk import ARGUMENTS, SCHEMA, write_bulk
from kg.model import Edge, Graph, Node
from kg.schema import EDGE_TYPES, NODE_TYPES, Kind
from tests.export.graphs import hostile, sample
from tests.export.imported import imported


@pytest.fixture
def database(run_folder: Path, tmp_path: Path) -> Iterator[Driver]:
    write_bulk(hostile(), tmp_path / "bulk")
    with imported(run_folder, tmp_path / "bulk", tmp_path / "home") as driver:
        yield driver


def read(driver: Driver) -> Graph:
    """The whole database, as whoever knows nothing of this program reads it."""
    nodes = [
        Node(props.pop("key"), label, props)
        for (label,), props in _rows(driver, "MATCH (n) RETURN labels(n), properties(n)")
    ]
    ends = "MATCH (s)-[r]->(d) RETURN s.key, type(r), d.key, properties(r)"
    edges = [Edge(*row) for row in _rows(driver, ends)]
    return Graph(
        tuple(sorted(nodes, key=lambda n: n.key)), tuple(sorted(edges, key=lambda e: e.id))
    )


def _rows(driver: Driver, query: LiteralString) -> list[Any]:
    with driver.session() as session:
        return session.run(query).values()


@pytest.mark.neo4j
@pytest.mark.slow
def test_the_real_import_gives_the_same_graph_and_its_constraints(
    database: Driver, tmp_path: Path
) -> None:
    expected, found = hostile(), read(database)
    assert found.nodes == expected.nodes
    assert found.edges == expected.edges
    assert typed(found) == typed(expected)
    statements = (tmp_path / "bulk" / SCHEMA).read_text("utf-8").split(";\n")
    for statement in filter(str.strip, statements):
        _rows(database, statement)
    names = _rows(database, "SHOW CONSTRAINTS YIELD name")
    assert len(names) == len(NODE_TYPES)


def typed(graph: Graph) -> list[list[tuple[str, type]]]:
    """The type of each value: 20 and 20.0 are equal."""
    props = [x.props for x in graph.nodes] + [x.props for x in graph.edges]
    return [[(name, type(p[name])) for name in sorted(p)] for p in props]


def test_every_label_and_type_has_its_files_whether_there_are_rows_or_not(tmp_path: Path) -> None:
    write_bulk(sample(), tmp_path)
    first = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    write_bulk(Graph((), ()), tmp_path)
    assert {p.name for p in tmp_path.iterdir()} == set(first)
    assert len(first) == 2 * (len(NODE_TYPES) + len(EDGE_TYPES)) + 2
    headers = [p for p in tmp_path.iterdir() if p.name.endswith("-header.csv")]
    data = [p for p in tmp_path.glob("*-*.csv") if p not in headers]
    assert all(p.read_bytes() == first[p.name] for p in headers)
    assert all(p.read_bytes() == b"" for p in data)


def test_headers_type_every_column_of_the_schema(tmp_path: Path) -> None:
    write_bulk(Graph((), ()), tmp_path)
    head = (tmp_path / "nodes-Target-header.csv").read_text("utf-8")
    assert head == (
        "key:ID,document_key:string,number:double,unit:string,comparator:string,object:string\n"
    )
    assert (tmp_path / "edges-DUE-header.csv").read_text("utf-8").startswith(":START_ID,:END_ID,")
    for node_type in NODE_TYPES:
        columns = (tmp_path / f"nodes-{node_type.label}-header.csv").read_text("utf-8").split(",")
        booleans = [c for c in columns if c.strip().endswith(":boolean")]
        assert len(booleans) == sum(p.kind is Kind.BOOLEAN for p in node_type.properties)


def test_the_arguments_name_each_file_once_and_options_come_last(tmp_path: Path) -> None:
    write_bulk(sample(), tmp_path)
    lines = (tmp_path / ARGUMENTS).read_text("utf-8").splitlines()
    named = [n for line in lines if "=" in line for n in line.split("=")[-1].split(",")]
    listed = [n for n in named if n.endswith(".csv")]
    assert sorted(listed) == sorted(p.name for p in tmp_path.glob("*.csv"))
    assert not lines[-1].startswith(("--nodes", "--relationships"))


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    graph = sample()
    write_bulk(graph, tmp_path / "a")
    write_bulk(Graph(graph.nodes[::-1], graph.edges[::-1]), tmp_path / "b")
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()
