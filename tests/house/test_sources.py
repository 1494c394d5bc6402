"""Every module says what it is for, and none has grown too long to read."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.house.checkout import ROOT, SHIPPED, modules

LONGEST = 400
"""Lines a module may have; most should stay under half of it."""


@pytest.mark.parametrize("path", modules(*SHIPPED, "benchmarks", "scripts"), ids=str)
def test_every_module_has_a_docstring(path: Path) -> None:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), f"{path} does not say what it is for"


@pytest.mark.parametrize("path", modules(*SHIPPED, "benchmarks", "scripts", "tests"), ids=str)
def test_no_module_is_too_long(path: Path) -> None:
    lines = len((ROOT / path).read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST, f"{path} has {lines} lines: split it"


def test_no_test_folder_is_a_package() -> None:
    # Two test folders may then hold modules of one name, and nothing is imported by accident.
    assert [p for p in modules("tests") if p.name == "__init__.py"] == []
