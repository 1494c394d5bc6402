"""The import contracts: complete, able to fail, and held where import-linter cannot see."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.checkout import PROJECT, ROOT, modules

CONTRACTS = PROJECT["tool"]["importlinter"]["contracts"]
LOADERS_MAY_IMPORT = {"kg.errors", "kg.grammar", "kg.loading", "kg.model", "kg.wording"}


def layers() -> set[str]:
    """Return the modules that stand in the layers of the house."""
    names = " ".join(CONTRACTS[0]["layers"])
    return set(re.findall(r"[\w.]+", names))


def imports(path: Path) -> Iterator[str]:
    """Yield what a module imports by absolute name, inside functions too."""
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_or_is_in(name: str, package: str) -> bool:
    """Tell whether a dotted name is a package or lies in it."""
    return name == package or name.startswith(package + ".")


def test_every_module_of_kg_stands_in_a_layer() -> None:
    found = {
        f"kg.{path.parts[1].removesuffix('.py')}"
        for path in modules("kg")
        if path != Path("kg/__init__.py")
    }
    assert found - layers() == set()


def test_kg_never_imports_its_loaders_by_name() -> None:
    # import-linter knows the folder as `loaders`; `kg.loaders` would pass it unseen.
    culprits = [
        f"{path}: {name}"
        for path in modules("kg")
        for name in imports(path)
        if is_or_is_in(name, "kg.loaders") or is_or_is_in(name, "loaders")
    ]
    assert culprits == []


def test_loaders_know_records_errors_texts_and_protocols_alone() -> None:
    culprits = [
        f"{path}: {name}"
        for path in modules("loaders")
        for name in imports(path)
        if is_or_is_in(name, "kg") and not any(is_or_is_in(name, p) for p in LOADERS_MAY_IMPORT)
    ]
    assert culprits == []


def test_loaders_reach_one_another_by_relative_imports() -> None:
    culprits = [
        f"{path}: {name}"
        for path in modules("loaders")
        for name in imports(path)
        if is_or_is_in(name, "loaders") or is_or_is_in(name, "kg.loaders")
    ]
    assert culprits == []


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("kg/model/__init__.py", "import kg.cli", "One way through the house"),
        ("kg/store/__init__.py", "import kg.resolve", "One way through the house"),
        ("kg/analysis/__init__.py", "import kg.render", "One way through the house"),
        ("kg/store/__init__.py", "import loaders.grammar", "kg reaches the loaders"),
        ("loaders/grammar/__init__.py", "import kg.schema", "Loaders know the records"),
        ("loaders/grammar/__init__.py", "import loaders.genres", "Genres and formats"),
        ("loaders/genres/__init__.py", "import loaders.formats", "Genres and formats"),
    ],
)
def test_a_forbidden_import_breaks_its_contract(
    module: str, line: str, contract: str, tmp_path: Path
) -> None:
    for folder in ("kg", "loaders"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / module).open("a", encoding="utf-8") as source:
        source.write(f"\n{line}\n")
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    run = subprocess.run(
        [sys.executable, "-c", program, "--no-cache"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 1, run.stdout + run.stderr
    assert re.search(rf"{contract}.* BROKEN", run.stdout), run.stdout
