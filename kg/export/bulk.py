"""The graph as files for ``neo4j-admin database import``, the fast way into a new database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from kg.model import Edge, Graph, Node, Props, Value
from kg.render.files import make_folder, write_files
from kg.schema import EDGE_TYPES, NODE_TYPES, EdgeType, Kind, NodeType, Property

ARGUMENTS = "neo4j-admin.args"
"""Holds the arguments of the import, so that nobody has to type thirty file names."""

SCHEMA = "schema.cypher"
"""Holds the constraints and indexes: the import makes none."""

DELIMITER = "\x1f"
"""Between the items of a list; Unicode has it for this, and no text of a document holds it."""

_TYPES = {
    Kind.INTEGER: "long",
    Kind.NUMBER: "double",
    Kind.BOOLEAN: "boolean",
    Kind.TEXTS: "string[]",
}
_OPTIONS = (
    "--array-delimiter=U+001F",
    "--multiline-fields=true",
    "--strict=true",
    "--bad-tolerance=0",
)
_STATEMENTS = ("constraints.cypher", "indexes.cypher")


def write_bulk(graph: Graph, folder: Path) -> None:
    """Write a header and a data file for each label and each edge type, the arguments of the
    import and the statements to run after it, into a folder, which is made when it is missing.

    Headers type every column: the key is the ``:ID`` of one space for all labels, since keys are
    unique over the whole store. A property that is not there is an empty field, an empty text is
    ``""``. There are files for each label and type, also without rows, so that a second export
    replaces the first whole.

    Raises
    ------
    UsageError
        When the folder is a file.
    kg.render.files.OutputError
        When the files cannot be written; older ones are left as they were.
    """
    make_folder(folder)
    nodes: dict[str, list[Node]] = defaultdict(list)
    edges: dict[str, list[Edge]] = defaultdict(list)
    for node in sorted(graph.nodes, key=lambda n: n.key):
        nodes[node.label].append(node)
    for edge in sorted(graph.edges, key=lambda e: e.id):
        edges[edge.type].append(edge)
    contents: dict[Path, Iterable[bytes]] = {
        folder / ARGUMENTS: ("".join(f"{a}\n" for a in _arguments()).encode(),),
        folder / SCHEMA: (_statements().encode(),),
    }
    for label in NODE_TYPES:
        header, data = (folder / name for name in _node_files(label))
        contents[header] = (_header(["key:ID"], label.properties),)
        contents[data] = _node_lines(nodes[label.label], label.properties)
    for kind in EDGE_TYPES:
        header, data = (folder / name for name in _edge_files(kind))
        contents[header] = (_header([":START_ID", ":END_ID"], kind.properties),)
        contents[data] = _edge_lines(edges[kind.type], kind.properties)
    write_files(contents)


def field(value: Value) -> str:
    r"""Return a value as a field of a data file: texts in quotation marks, numbers bare.

    Examples
    --------
    >>> [field(v) for v in ('打造"知创"品牌', "", 20.0, True)]
    ['"打造""知创""品牌"', '""', '20.0', 'true']
    >>> field(("闽台", "榕台"))
    '"闽台\x1f榕台"'
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = DELIMITER.join(value) if isinstance(value, tuple) else value
    return '"' + text.replace('"', '""') + '"'


def _node_files(node_type: NodeType) -> tuple[str, str]:
    return f"nodes-{node_type.label}-header.csv", f"nodes-{node_type.label}.csv"


def _edge_files(edge_type: EdgeType) -> tuple[str, str]:
    return f"edges-{edge_type.type}-header.csv", f"edges-{edge_type.type}.csv"


def _arguments() -> Iterator[str]:
    for label in NODE_TYPES:
        yield f"--nodes={label.label}={','.join(_node_files(label))}"
    for kind in EDGE_TYPES:
        yield f"--relationships={kind.type}={','.join(_edge_files(kind))}"
    yield from _OPTIONS  # last: a word behind --relationships would be taken for one more file


def _statements() -> str:
    folder = files("kg.cypher") / "schema"
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in _STATEMENTS)


def _header(own: list[str], properties: Iterable[Property]) -> bytes:
    typed = (f"{p.name}:{_TYPES.get(p.kind, 'string')}" for p in properties)
    return (",".join([*own, *typed]) + "\n").encode()


def _node_lines(nodes: Iterable[Node], properties: tuple[Property, ...]) -> Iterator[bytes]:
    for node in nodes:
        yield _line([field(node.key)], node.props, properties)


def _edge_lines(edges: Iterable[Edge], properties: tuple[Property, ...]) -> Iterator[bytes]:
    for edge in edges:
        yield _line([field(edge.src), field(edge.dst)], edge.props, properties)


def _line(own: list[str], props: Props, properties: Iterable[Property]) -> bytes:
    fields = (field(props[p.name]) if p.name in props else "" for p in properties)
    return (",".join([*own, *fields]) + "\n").encode()
