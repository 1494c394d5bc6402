"""Write constraints.txt: the exact version of every dependency, from a clean resolve.

A fresh environment outside the checkout gets the newest versions that pyproject.toml allows;
what it then holds is written down by name and version alone. Run it with ``make lock``.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OURSELVES = {"policy-task-kg", "pip"}
HEADER = """\
# Exact versions of all run-time and development dependencies, by name and version.
# Written by `make lock` with Python {python}; do not edit.
"""


def wanted(pyproject: dict[str, dict[str, list[str] | dict[str, list[str]]]]) -> list[str]:
    """Return every requirement of the project, the development ones included."""
    project = pyproject["project"]
    requirements = list(project["dependencies"])
    extras = project["optional-dependencies"]
    if isinstance(extras, dict):
        for names in extras.values():
            requirements += names
    return requirements


def resolve(requirements: list[str]) -> list[str]:
    """Return ``name==version`` of all that the requirements need, sorted by name."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        pip = [str(python), "-m", "pip", "--disable-pip-version-check"]
        subprocess.run([*pip, "install", "--quiet", "--upgrade", *requirements], check=True)
        listed = subprocess.run(
            [*pip, "list", "--format=json"], check=True, capture_output=True, text=True
        )
    found = {p["name"]: p["version"] for p in json.loads(listed.stdout)}
    return [
        f"{name}=={version}"
        for name, version in sorted(found.items(), key=lambda item: item[0].lower())
        if name.lower() not in OURSELVES
    ]


def main() -> None:
    """Write the file."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pins = resolve(wanted(pyproject))
    header = HEADER.format(python=f"{sys.version_info.major}.{sys.version_info.minor}")
    target = ROOT / "constraints.txt"
    target.write_text(header + "\n".join(pins) + "\n", encoding="utf-8")
    print(f"{target.name}: {len(pins)} packages")


if __name__ == "__main__":
    main()
