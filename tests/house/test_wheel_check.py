"""The check of the built wheel (scripts/wheel.py) finds what is wrong with one."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from scripts.wheel import expected, faults

META = [f"x-1.dist-info/{n}" for n in ("METADATA", "entry_points.txt", "licenses/LICENSE")]
PYPROJECT = """
[tool.setuptools.package-dir]
"kg" = "kg"
"kg.loaders" = "loaders"
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    root = tmp_path / "checkout"
    for name in ("kg/__init__.py", "kg/model/node.py", "loaders/corpus/文件.txt"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("", encoding="utf-8")
    (root / "kg/__pycache__").mkdir()
    (root / "kg/__pycache__/node.pyc").write_text("", encoding="utf-8")
    (root / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    return root


def wheel(folder: Path, names: Iterable[str]) -> Path:
    path = folder / "x.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return path


def test_a_complete_wheel_has_no_fault(checkout: Path, tmp_path: Path) -> None:
    assert faults(wheel(tmp_path, [*expected(checkout), *META]), checkout) == []


def test_a_missing_data_file_is_named(checkout: Path, tmp_path: Path) -> None:
    names = [n for n in expected(checkout) if not n.endswith(".txt")]
    assert faults(wheel(tmp_path, [*names, *META]), checkout) == [
        "missing from the wheel: kg/loaders/corpus/文件.txt"
    ]


@pytest.mark.parametrize("name", ["loaders/__init__.py", "tests/test_x.py", "kg/stale.py"])
def test_a_file_that_does_not_belong_is_named(name: str, checkout: Path, tmp_path: Path) -> None:
    built = wheel(tmp_path, [*expected(checkout), *META, name])
    assert faults(built, checkout) == [f"in the wheel, not in the packages: {name}"]


def test_a_wheel_without_its_licence_is_refused(checkout: Path, tmp_path: Path) -> None:
    built = wheel(tmp_path, [*expected(checkout), *META[:2]])
    assert faults(built, checkout) == ["missing from the wheel: licenses/LICENSE"]
