"""docker-compose.yml says what a server should be; the one of the tests is the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from neo4j import GraphDatabase

from tests.neo4j.server.process import COMPOSE, HERE, Server, settings

Tree = dict[str, Any]
TEXT = COMPOSE.read_text(encoding="utf-8")


def parsed(text: str) -> Tree:
    """Return a file of mappings, lists of one-line values and scalars, as YAML reads it."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    tree, rest = block(lines, 0)
    assert rest == []
    assert isinstance(tree, dict)
    return tree


def block(lines: list[str], indent: int) -> tuple[Tree | list[str], list[str]]:
    if lines and lines[0].startswith(" " * indent + "- "):
        number = sum(1 for _ in items(lines, indent))
        return [value(line[indent + 2 :]) for line in lines[:number]], lines[number:]
    tree: Tree = {}
    while lines and len(lines[0]) - len(lines[0].lstrip()) == indent:
        key, _, rest = lines[0].strip().partition(":")
        assert key not in tree, f"{key} stands twice"
        if rest.strip() or not deeper(lines[1:], indent):
            tree[key], lines = value(rest), lines[1:]
        else:
            tree[key], lines = block(lines[1:], indent + 2)
    return tree, lines


def items(lines: list[str], indent: int) -> Iterator[str]:
    for line in lines:
        if not line.startswith(" " * indent + "- "):
            return
        yield line


def deeper(lines: list[str], indent: int) -> bool:
    return bool(lines) and lines[0].startswith(" " * (indent + 2))


def value(text: str) -> str:
    return text.strip().strip('"')


SERVICE = parsed(TEXT)["services"]["neo4j"]


def test_the_image_is_the_release_the_tests_run_on() -> None:
    pom = (HERE / "pom.xml").read_text(encoding="utf-8")
    release = re.search(r"<artifactId>neo4j</artifactId>\s*<version>(5\.26)\.[0-9]+</version>", pom)
    assert release is not None
    assert SERVICE["image"] == f"neo4j:{release[1]}-community"


def test_ports_are_open_to_this_machine_alone() -> None:
    assert SERVICE["ports"]
    assert all(port.startswith("127.0.0.1:") for port in SERVICE["ports"])


def test_the_password_comes_from_the_environment_and_has_no_default() -> None:
    auth = SERVICE["environment"]["NEO4J_AUTH"]
    assert re.fullmatch(r"neo4j/\$\{NEO4J_PASSWORD:\?[^}-]+\}", auth)


def test_data_outlive_the_container_and_memory_has_a_limit() -> None:
    assert SERVICE["volumes"] == ["data:/data"]
    assert "data" in parsed(TEXT)["volumes"]
    assert SERVICE["mem_limit"] == "2g"
    assert {"server.memory.heap.max_size", "server.memory.pagecache.size"} <= set(settings())


def test_there_is_a_health_check() -> None:
    assert "7474" in SERVICE["healthcheck"]["test"]
    assert {"interval", "timeout", "retries", "start_period"} <= set(SERVICE["healthcheck"])


def test_settings_have_the_names_neo4j_gives_them() -> None:
    names = {name for name in SERVICE["environment"] if name != "NEO4J_AUTH"}
    assert len(settings()) == len(names)
    assert settings()["dbms.security.allow_csv_import_from_file_urls"] == "false"
    assert settings()["server.directories.import"] == "import"
    assert settings()["server.memory.heap.initial_size"] == "512m"


def show(server: Server, query: str) -> list[list[str]]:
    with GraphDatabase.driver(server.uri, auth=(server.username, server.password)) as driver:
        return [list(record.values()) for record in driver.execute_query(query).records]


@pytest.mark.neo4j
def test_the_server_of_the_tests_has_these_settings(server: Server) -> None:
    wanted = settings()
    found = dict(show(server, "SHOW SETTINGS YIELD name, value"))
    for name in ("dbms.security.allow_csv_import_from_file_urls", "dbms.usage_report.enabled"):
        assert found[name] == wanted[name]
    assert Path(found["server.directories.import"]).name == wanted["server.directories.import"]
    assert found["dbms.security.auth_enabled"] == "true"


@pytest.mark.neo4j
def test_the_server_reads_no_file_of_its_machine(server: Server) -> None:
    for place in ("file:///etc/hostname", "file:///../../etc/hostname"):
        with pytest.raises(Exception, match="allow_csv_import_from_file_urls"):
            show(server, f"LOAD CSV FROM '{place}' AS row RETURN row")
