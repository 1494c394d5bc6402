"""A process that reads whole documents until a file says stop; run by the tests.

Says ``ready`` after its first read, and at the end how many editions it saw; fails when it sees
a document that is not one whole edition.

Arguments: the store, the file that says stop, the number of measures.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kg.store import Store, open_store
from tests.store.contributions import document
from tests.store.writer import edition


def main() -> None:
    address, stop, measures = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    with open_store(address, must_exist=True) as store:
        seen = whole_editions(store, measures)
        print("ready", flush=True)  # noqa: T201 - what the test that runs this waits for
        while not stop.exists():
            seen |= whole_editions(store, measures)
    print(len(seen))  # noqa: T201 - what the test that runs this reads


def whole_editions(store: Store, measures: int) -> set[str]:
    """Return the titles of the documents; fail unless each is one edition, also in full text."""
    titles = set()
    for key in [node.key for node in store.documents()]:
        graph = store.graph([key])
        title = str(next(n for n in graph.nodes if n.label == "Document").props["title"])
        titles.add(title)
        number = int(title.removeprefix("第").removesuffix("版"))
        wanted = document(key, edition(number, measures), title=title)
        if {n.key: n for n in graph.nodes} != {
            n.key: n for n in (*wanted.nodes, *wanted.shared_nodes)
        } or {e.id: e for e in graph.edges} != {
            e.id: e for e in (*wanted.edges, *wanted.shared_edges)
        }:
            raise AssertionError(f"half a document: {title}")
    found = store.find("专利举措之")
    texts = [hit.text for hit in found.lines]
    if sorted(texts) != sorted(str(node.props["text"]) for node in found.nodes):
        raise AssertionError("nodes and lines of different editions")
    return titles


if __name__ == "__main__":
    main()
