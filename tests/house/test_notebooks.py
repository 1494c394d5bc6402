"""The notebooks are kept without outputs, and each says what its figures mean and what not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.house.checkout import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def cells(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return found


def test_there_are_notebooks() -> None:
    assert {path.stem for path in NOTEBOOKS} >= {"从文件到图谱", "部门负荷与协同", "政策衔接"}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_outputs_are_cleared(path: Path) -> None:
    code = [cell for cell in cells(path) if cell["cell_type"] == "code"]
    assert [cell["id"] for cell in code if cell["outputs"] or cell["execution_count"]] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_ends_with_what_the_figures_can_and_cannot_say(path: Path) -> None:
    last = [cell for cell in cells(path) if cell["cell_type"] == "markdown"][-1]
    text = "".join(last["source"])
    assert text.startswith("## 这些数字能说明什么，不能说明什么")
    assert "**能**" in text
    assert "**不能**" in text
