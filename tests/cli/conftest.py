"""The program run in this process, on a store with the sample documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.cli.program import run
from kg.store import open_store
from tests.analysis.sample import city, plain_list


@dataclass(frozen=True)
class Outcome:
    """What one run gave."""

    code: int
    out: str
    err: str


Kg = Callable[..., Outcome]


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in, with no setting from outside."""
    for name in ("KG_STORE", "KG_LANG", "KG_CONFIG", "KG_CORRECTIONS", "KG_REVIEWER",
                 "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"):  # fmt: skip
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def kg(workplace: Path, capsys: pytest.CaptureFixture[str]) -> Kg:
    """The program; the folder holds no store yet."""

    def call(*arguments: str) -> Outcome:
        capsys.readouterr()
        code = run(arguments)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call


@pytest.fixture
def filled(workplace: Path) -> Path:
    """The store ``kg.db`` of the folder, with the sample documents."""
    path = workplace / "kg.db"
    with open_store(str(path)) as store:
        store.write(city())
        store.write(plain_list())
    return path
