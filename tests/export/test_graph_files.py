"""GraphML and GEXF, read back by programs that know nothing of this one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import networkx as nx
import pytest
import rustworkx
from hypothesis import given
from hypothesis import strategies as st

from kg.export.attributes import edge_attributes, node_attributes
from kg.export.gexf import write_gexf
from kg.export.graphml import write_graphml
from kg.export.markup import Markup
from kg.model import Edge, Graph, Node, Value
from kg.render.files import OutputError
from kg.schema import EDGE_TYPES, NODE_TYPES
from kg.wording import Language, Text
from tests.export.graphs import hostile, sample

Write = Callable[[Graph, Path], tuple[Text, ...]]
WRITERS: dict[str, Write] = {"graphml": write_graphml, "gexf": write_gexf}
READERS: dict[str, Callable[[Path], Any]] = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}


@pytest.fixture(params=list(WRITERS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def written(name: str, graph: Graph, folder: Path) -> Path:
    path = folder / f"图.{name}"
    assert WRITERS[name](graph, path) == ()
    return path


def renamed(node: Node) -> dict[str, Value]:
    """The properties under the names of the file."""
    columns = node_attributes().columns[node.label]
    return {columns[prop].name: value for prop, value in node.props.items()}


def test_networkx_reads_every_node_and_edge_with_its_types(name: str, tmp_path: Path) -> None:
    graph = hostile()
    read = READERS[name](written(name, graph, tmp_path))
    assert read.is_directed()
    assert set(read) == {node.key for node in graph.nodes}
    for node in graph.nodes:
        found = dict(read.nodes[node.key])
        assert found.pop("label") is not None
        assert found.pop("node_label") == node.label
        assert found == renamed(node)
        assert {k: type(v) for k, v in found.items()} == {
            k: type(v) for k, v in renamed(node).items()
        }
    edges = sorted((s, d, _told(data)) for s, d, data in read.edges(data=True))
    assert edges == sorted((e.src, e.dst, (e.type, *_props(e.props))) for e in graph.edges)


def _told(data: dict[str, Any]) -> tuple[Any, ...]:
    props = {k: v for k, v in data.items() if k not in {"id", "label", "edge_type"}}
    return (data["edge_type"], *_props(props))


def _props(props: Any) -> tuple[Any, ...]:  # noqa: ANN401 - whatever a reader makes of values
    return tuple((k, repr(v)) for k, v in sorted(props.items()))


def test_rustworkx_reads_the_graphml_too(tmp_path: Path) -> None:
    graph = sample()
    (read,) = rustworkx.read_graphml(str(written("graphml", graph, tmp_path)))
    nodes = {data["id"]: data for data in read.nodes()}
    for node in graph.nodes:
        found = {k: v for k, v in nodes[node.key].items() if v is not None}
        assert found.pop("node_label") == node.label
        kept = {k: v for k, v in renamed(node).items() if v != ""}  # it takes "" for no value
        assert {k: v for k, v in found.items() if k not in {"id", "label"}} == kept
    ends = [
        (read[s]["id"], data["edge_type"], read[d]["id"])
        for s, d, data in read.weighted_edge_list()
    ]
    assert sorted(ends) == sorted((e.src, e.type, e.dst) for e in graph.edges)


def test_parallel_edges_stay_apart(name: str, tmp_path: Path) -> None:
    ends = [
        Edge("m", "MENTIONS", "p", {"document_key": "d", "text": "专利", "start": s, "end": s + 2})
        for s in (2, 10)
    ]
    nodes = (
        Node("m", "Measure", {"document_key": "d", "seq": 1, "text": "专利", "place": "L1"}),
        Node("p", "Programme", {"name": "专利"}),
    )
    read = READERS[name](written(name, Graph(nodes, tuple(ends)), tmp_path))
    assert sorted(data["start"] for _, _, data in read.edges(data=True)) == [2, 10]


def test_a_control_character_becomes_its_picture_and_is_counted(name: str, tmp_path: Path) -> None:
    text = "专利\x0b转化\x01\ufffe"
    node = Node("k\x1f1", "Programme", {"name": text})
    path = tmp_path / "a"
    (notice,) = WRITERS[name](Graph((node, Node("k", "Programme", {"name": "甲"})), ()), path)
    count = 7  # three in the name and as many in what is drawn, one in the key
    assert notice.into(Language.ZH) == (
        f"XML 不能写的控制字符 {count} 个，以图形符号（␀ ␋ 等）代替"
    )
    assert notice.into(Language.EN).endswith(f"(␀ ␋ …): {count}")
    read = READERS[name](path)
    assert read.nodes["k␟1"]["name"] == "专利␋转化␁�"
    assert len(read) == 2


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_survives_or_is_counted(text: str) -> None:
    markup = Markup()
    kept = markup.text(text)
    element = f'<a b="{kept}">{kept}</a>'
    parsed = fromstring(element)  # noqa: S314 - our own text
    assert (parsed.text or "") == parsed.get("b")
    assert ((parsed.text or "") == text) is (markup.replaced == 0)


def test_only_columns_that_hold_something_are_declared(name: str, tmp_path: Path) -> None:
    node = Node("p", "Programme", {"name": "甲"})
    text = written(name, Graph((node,), ()), tmp_path).read_text("utf-8")
    assert '"name"' in text
    assert '"issuer"' not in text


def test_no_property_of_the_schema_is_lost_for_another_of_its_name() -> None:
    labels = {t.label: t.properties for t in NODE_TYPES}
    types = {t.type: t.properties for t in EDGE_TYPES}
    for properties, attributes in ((labels, node_attributes()), (types, edge_attributes())):
        names = [a.name for a in attributes.declared]
        assert len(names) == len(set(names))
        for owner, props in properties.items():
            columns = attributes.columns[owner]
            assert set(columns) == {p.name for p in props}
            assert len({c.name for c in columns.values()}) == len(columns)


def test_the_same_graph_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    graph = hostile()
    turned = Graph(
        tuple(
            Node(n.key, n.label, dict(reversed(list(n.props.items())))) for n in graph.nodes[::-1]
        ),
        graph.edges[::-1],
    )
    WRITERS[name](graph, tmp_path / "a")
    WRITERS[name](turned, tmp_path / "b")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_an_empty_graph_is_a_file_that_opens(name: str, tmp_path: Path) -> None:
    assert len(READERS[name](written(name, Graph((), ()), tmp_path))) == 0


def test_what_stood_there_stays_when_the_new_file_cannot_be_written(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / "a"
    path.mkdir()
    with pytest.raises(OutputError):
        WRITERS[name](sample(), path)
    assert [p.name for p in tmp_path.iterdir()] == ["a"]
