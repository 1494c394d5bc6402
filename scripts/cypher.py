"""Writes ``cypher/schema`` and ``cypher/upsert`` from the graph schema.

Usage: ``python scripts/cypher.py``. A test compares the files with what this would write.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.schema import EDGE_TYPES, NODE_TYPES
from kg.store.neo4j import statements

FOLDER = Path(__file__).parents[1] / "cypher"
_ROWS = "// params: $rows，一批行（至多 2,000）· a batch of rows (2,000 at most): "


def files() -> dict[str, str]:
    """Return the text of each file by its path below ``cypher``."""
    return {
        "schema/constraints.cypher": _file(
            "每个标签的键唯一 · keys are unique, label by label", statements.constraints()
        ),
        "schema/indexes.cypher": _file(
            "按所属文件查找 · finding what belongs to a document", statements.indexes()
        ),
        "schema/neo4j-store.cypher": _file(
            "全文索引，以及归本程序所有的标记 · full text, and the mark of our own",
            (statements.full_text(), statements.marker()),
        ),
        "upsert/nodes.cypher": _file(
            "写入节点 · writing nodes\n" + _ROWS + "{key, props}",
            (statements.write_nodes(t.label) for t in NODE_TYPES),
        ),
        "upsert/edges.cypher": _file(
            "写入关系，先写节点 · writing edges, after the nodes\n" + _ROWS + "{src, dst, props}",
            _edges(started=False),
        ),
        "upsert/edges-by-start.cypher": _file(
            "写入以起点区分的关系，先写没有起点的 · writing edges told apart by their start, after"
            " those without\n" + _ROWS + "{src, dst, start, props}",
            _edges(started=True),
        ),
    }


def main() -> None:
    """Write the files."""
    for name, text in files().items():
        path = FOLDER / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(FOLDER.parent))


def _edges(*, started: bool) -> Iterable[str]:
    for edge_type in EDGE_TYPES:
        if not started or any(p.name == "start" for p in edge_type.properties):
            for ends in statements.all_ends(edge_type):
                yield statements.write_edges(ends, started=started)


def _file(purpose: str, texts: Iterable[str]) -> str:
    return f"// purpose: {purpose}\n\n" + "".join(f"{text};\n\n" for text in texts).rstrip() + "\n"


if __name__ == "__main__":
    main()
