"""The graph as CSV files for spreadsheets."""

from __future__ import annotations

import codecs
import csv
import io
from pathlib import Path

from kg.export.display import display
from kg.export.tables import COLUMNS, write_tables
from kg.model import Edge, Graph, Node
from kg.schema import EDGE_TYPES, NODE_TYPES
from tests.export.graphs import HOSTILE, hostile, sample

STARTERS = "=+-@\t\r＝＋－＠"


def rows(path: Path) -> list[dict[str, str]]:
    data = path.read_bytes()
    assert data.startswith(codecs.BOM_UTF8)
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_node_and_edge_is_a_row_with_all_its_values(tmp_path: Path) -> None:
    graph = hostile()
    write_tables(graph, tmp_path / "新" / "表")
    folder = tmp_path / "新" / "表"
    labels = {n.key: display(n) for n in graph.nodes}
    for node_type in NODE_TYPES:
        nodes = [n for n in graph.nodes if n.label == node_type.label]
        found = rows(folder / f"nodes-{node_type.label}.csv")
        assert [_bare(r["key"]) for r in found] == [n.key for n in nodes]
        for row, node in zip(found, nodes, strict=True):
            for prop in node_type.properties:
                assert _bare(row[prop.name]) == _shown(node.props.get(prop.name, ""))
    for edge_type in EDGE_TYPES:
        edges = [e for e in graph.edges if e.type == edge_type.type]
        found = rows(folder / f"edges-{edge_type.type}.csv")
        assert [(_bare(r["src"]), _bare(r["dst"])) for r in found] == [
            (e.src, e.dst) for e in edges
        ]
        assert [_bare(r["dst_label"]) for r in found] == [labels[e.dst] for e in edges]


def _bare(cell: str) -> str:
    return cell.removeprefix("'") if cell[1:2] and cell[1] in STARTERS else cell


def _shown(value: object) -> str:
    return str(value).upper() if isinstance(value, bool) else str(value)


def test_no_cell_is_run_as_a_formula(tmp_path: Path) -> None:
    write_tables(hostile(), tmp_path)
    cells = [c for p in tmp_path.iterdir() for row in rows(p) for c in row.values()]
    risky = [c for c in cells if c and c[0] in STARTERS and not c.lstrip("-").isdigit()]
    assert risky == []
    assert any(c == f"'{HOSTILE[0]}" for c in cells)


def test_every_column_is_defined_in_both_languages(tmp_path: Path) -> None:
    write_tables(sample(), tmp_path)
    defined = {(r["file"], r["column"]) for r in rows(tmp_path / COLUMNS)}
    assert all(r["含义"] and r["meaning"] and r["type"] for r in rows(tmp_path / COLUMNS))
    for path in tmp_path.glob("*-*.csv"):
        head = next(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
        assert {(path.name, column) for column in head} <= defined


def test_the_same_graph_gives_the_same_bytes_and_a_second_export_replaces_the_first(
    tmp_path: Path,
) -> None:
    graph = sample()
    write_tables(graph, tmp_path / "a")
    write_tables(Graph(graph.nodes[::-1], graph.edges[::-1]), tmp_path / "b")
    first = {p.name: p.read_bytes() for p in (tmp_path / "a").iterdir()}
    assert first == {p.name: p.read_bytes() for p in (tmp_path / "b").iterdir()}
    write_tables(Graph((), ()), tmp_path / "a")
    assert {p.name for p in (tmp_path / "a").iterdir()} == set(first)
    assert all(rows(p) == [] for p in (tmp_path / "a").glob("*-*.csv"))


def test_edges_between_the_same_nodes_are_sorted_by_their_start(tmp_path: Path) -> None:
    nodes = (
        Node("m", "Measure", {"document_key": "d", "seq": 1, "text": "甲", "place": "L1"}),
        Node("p", "Programme", {"name": "乙"}),
    )
    ends = [Edge("m", "MENTIONS", "p", {"document_key": "d", "start": s}) for s in (10, 9, 2)]
    write_tables(Graph(nodes, tuple(ends)), tmp_path)
    assert [r["start"] for r in rows(tmp_path / "edges-MENTIONS.csv")] == ["2", "9", "10"]
