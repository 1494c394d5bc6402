"""The statements the store runs, and their written form in ``cypher``."""

from __future__ import annotations

import re

import pytest

from kg.schema import EDGE_TYPES, NODES
from kg.store.neo4j import statements
from scripts.cypher import FOLDER, files

FILES = files()


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_files_are_what_the_schema_says(name: str) -> None:
    written = (FOLDER / name).read_text(encoding="utf-8")
    assert written == FILES[name], "run python scripts/cypher.py and look at the difference"


def test_there_is_no_other_file_in_these_folders() -> None:
    found = {
        path.relative_to(FOLDER).as_posix()
        for folder in ("schema", "upsert")
        for path in (FOLDER / folder).iterdir()
        if path.suffix == ".cypher"
    }
    assert found == set(FILES)


@pytest.mark.parametrize("name", sorted(FILES))
def test_statements_hold_nothing_but_names(name: str) -> None:
    body = re.sub(r"^//.*$", "", FILES[name], flags=re.MULTILINE)
    assert (
        set(
            re.findall(
                r"[`'\"]", body.replace("{`fulltext.analyzer`: 'standard-no-stop-words'}", "")
            )
        )
        == set()
    )
    assert body.isascii()


@pytest.mark.parametrize("label", ["Person", "Agency) DETACH DELETE n //", "Agency`", "agency", ""])
def test_a_name_that_is_not_in_the_schema_reaches_no_statement(label: str) -> None:
    with pytest.raises(KeyError):
        statements.write_nodes(label)
    with pytest.raises(KeyError):
        statements.delete_nodes(label)
    for ends in (
        (label, "LEADS", "Measure"),
        ("Agency", label, "Measure"),
        ("Agency", "LEADS", label),
    ):
        with pytest.raises(KeyError):
            statements.write_edges(ends, started=False)
        with pytest.raises(KeyError):
            statements.delete_edges(ends)


def test_every_edge_of_a_document_touches_one_of_its_nodes() -> None:
    # The store finds a document's edges at its nodes.
    for edge_type in EDGE_TYPES:
        for source, _, target in statements.all_ends(edge_type):
            own = not (NODES[source].shared and NODES[target].shared)
            assert own or edge_type.shared, f"{source} -{edge_type.type}-> {target}"


def test_a_shared_edge_has_no_start() -> None:
    # So it is found by its ends and its type.
    for edge_type in EDGE_TYPES:
        if edge_type.shared:
            assert "start" not in {p.name for p in edge_type.properties}
