"""The checkout as the house tests see it: its folders, its project file, its modules."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SETUPTOOLS: dict[str, Any] = PROJECT["tool"]["setuptools"]
PACKAGE_FOLDERS: dict[str, str] = SETUPTOOLS["package-dir"]
SHIPPED = tuple(PACKAGE_FOLDERS.values())


def files(folder: str) -> Iterator[Path]:
    """Yield every file below a folder of the checkout, caches and hidden files left out."""
    for path in sorted((ROOT / folder).rglob("*")):
        parts = path.relative_to(ROOT).parts
        if path.is_file() and not any(p == "__pycache__" or p.startswith(".") for p in parts):
            yield path


def modules(*folders: str) -> list[Path]:
    """Return every Python file below the folders, sorted, relative to the checkout."""
    return [
        path.relative_to(ROOT)
        for folder in folders
        for path in files(folder)
        if path.suffix == ".py"
    ]
