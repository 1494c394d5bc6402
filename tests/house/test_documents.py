"""The documents of the house keep their form and name what exists."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.schema import EDGE_TYPES, NODE_TYPES
from tests.house.checkout import ROOT

DECISIONS = ROOT / "docs" / "decisions"
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def shown(command: str, *texts: str) -> list[str]:
    """Return the lines of the console blocks that call a command, each once."""
    blocks = re.findall(r"```console\n(.*?)```", "\n".join(texts), flags=re.DOTALL)
    lines = (line.removeprefix("$ ") for block in blocks for line in block.splitlines())
    return sorted({line.split("#")[0].strip() for line in lines if line.startswith(command + " ")})


def decisions() -> list[Path]:
    """Return the decision files in order."""
    return sorted(DECISIONS.glob("[0-9]*.md"))


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(path.name[:4]) for path in decisions()]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("path", decisions(), ids=lambda p: p.stem)
def test_a_decision_has_its_parts(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.fullmatch(r"[0-9]{4}(-[a-z0-9]+)+\.md", path.name)
    assert text.startswith(f"# {path.name[:4]} ")
    headings = re.findall(r"^## (.+)$", text, flags=re.MULTILINE)
    assert [h for h in ("Context", "Choice", "Rejected", "Why") if h not in headings] == []


def test_the_list_of_decisions_names_each_one() -> None:
    listed = re.findall(r"\]\(([0-9]{4}[^)]*\.md)\)", (DECISIONS / "README.md").read_text("utf-8"))
    assert listed == [path.name for path in decisions()]


def test_the_changelog_knows_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(kg.__version__)}\b", text, flags=re.MULTILINE)


@pytest.mark.parametrize("name", [t.label for t in NODE_TYPES] + [t.type for t in EDGE_TYPES])
def test_the_glossary_has_every_label_and_edge_type(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("line", shown("make", README, CONTRIBUTING))
def test_every_make_target_shown_exists(line: str) -> None:
    targets = [word for word in line.split()[1:] if "=" not in word]
    assert [t for t in targets if not re.search(rf"^{t}:", MAKEFILE, flags=re.MULTILINE)] == []


@pytest.mark.parametrize("line", shown("kg", README))
def test_every_kg_command_shown_exists(line: str, tmp_path: Path) -> None:
    program = [sys.executable, "-c", "from kg.cli import main; main()"]
    run = subprocess.run(
        [*program, *shlex.split(line)[1:], "--help"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode("utf-8", "replace")
    assert run.stdout


def test_the_readme_shows_commands_at_all() -> None:
    # Without this the two tests above would pass on a README that shows nothing.
    assert {"make run", "make test"} <= set(shown("make", README))
    words = {line.split()[1] for line in shown("kg", README)}
    assert {"build", "report", "show", "find", "export", "doctor"} <= words


def test_links_inside_the_documents_lead_somewhere() -> None:
    dead = [
        f"{path.relative_to(ROOT)}: {link}"
        for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
        if not (path.parent / link).exists()
    ]
    assert dead == []
