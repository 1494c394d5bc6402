"""Check what a built wheel holds: every file of the packages, and nothing beside ``kg``.

    python scripts/wheel.py dist/policy_task_kg-*.whl

Exits with 1 and says what is wrong when a file of the packages is missing, when a file would
land outside ``kg``, or when a test or cache was packed.
"""

from __future__ import annotations

import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GENERATED = {"__pycache__"}


def expected(root: Path) -> Iterator[str]:
    """Yield the path inside the wheel of every file of the package folders."""
    pyproject = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    for package, folder in pyproject["tool"]["setuptools"]["package-dir"].items():
        for path in (root / folder).rglob("*"):
            if path.is_file() and not GENERATED & set(path.parts):
                inside = path.relative_to(root / folder).as_posix()
                yield f"{package.replace('.', '/')}/{inside}"


def faults(wheel: Path, root: Path = ROOT) -> list[str]:
    """Return what is wrong with a wheel, one sentence each; empty when all is well."""
    with zipfile.ZipFile(wheel) as archive:
        held = {n for n in archive.namelist() if not n.endswith("/")}
    meta = {n for n in held if n.split("/")[0].endswith(".dist-info")}
    missing = sorted(set(expected(root)) - held)
    foreign = sorted(held - meta - set(expected(root)))
    found = [f"missing from the wheel: {name}" for name in missing]
    found += [f"in the wheel, not in the packages: {name}" for name in foreign]
    for needed in ("METADATA", "entry_points.txt", "licenses/LICENSE"):
        if not any(n.endswith(f".dist-info/{needed}") for n in meta):
            found.append(f"missing from the wheel: {needed}")
    return found


def main() -> int:
    """Check the wheel named on the command line."""
    wheel = Path(sys.argv[1])
    found = faults(wheel)
    for fault in found:
        print(fault, file=sys.stderr)
    if not found:
        print(f"{wheel.name}: complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
