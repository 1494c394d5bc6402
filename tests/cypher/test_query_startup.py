"""Which modules the query commands load: Java and the driver stay out of this process."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_startup import HEAVY, modules


@pytest.mark.parametrize(
    "arguments",
    [("query", "--list"), ("query", "RETURN 1 AS x"), ("query", "no-deadline"), ("schema",)],
)
def test_query_commands_load_nothing_heavy(filled: Path, arguments: tuple[str, ...]) -> None:
    loaded = modules(filled.parent, *arguments)
    assert not loaded & (HEAVY | {"jpype", "arcadedb_embedded", "rich", "openpyxl", "kg.pipeline"})
