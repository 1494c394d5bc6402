"""A store file one may not read or write, as another user of the machine meets it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.files import raw, stored

ROOT = Path(__file__).parents[2]


@pytest.fixture
def closed() -> Iterator[Path]:
    """A path in a folder that anyone may enter; pytest's own are closed to other users."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "folder"
        folder.mkdir()
        folder.parent.chmod(0o755)
        yield folder / "kg.db"
        folder.chmod(0o755)


WITHOUT_RIGHTS = """
import os, sys
from kg.errors import KgError
from kg.store import open_store
from kg.wording import Language
from tests.store.contributions import CITY, document
with open_store(sys.argv[2]) as store:  # loads all that is needed while it may be read
    store.write(document())
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    with open_store(sys.argv[1]) as store:
        print(len(store.documents()))
        store.write(document(title="新"))
except KgError as error:
    print(type(error).__name__, error.into(Language.EN))
"""


def without_rights(path: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_RIGHTS, path, path.parent.parent / f"{path.parent.name}.db"],
        cwd=ROOT, capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout


def test_no_permission_to_read(closed: Path) -> None:
    stored(closed).chmod(0)
    closed.parent.chmod(0o555)
    said = without_rights(closed)
    assert said.startswith("StoreUnreachableError the store file cannot be opened")
    assert said.count("\n") == 1


def test_no_permission_to_write_still_reads(closed: Path) -> None:
    with raw(stored(closed)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    closed.chmod(0o444)
    closed.parent.chmod(0o555)
    said = without_rights(closed)
    documents, _, error = said.partition("\n")
    assert documents == "1"
    assert error.startswith("StoreError the store is read-only; nothing was written")


def test_a_folder_that_is_read_only_says_what_to_do(closed: Path) -> None:
    stored(closed)
    closed.parent.chmod(0o555)
    said = without_rights(closed)
    assert said.startswith("StoreUnreachableError the store's folder is read-only")
    assert "copy the file to a folder you may write to" in said


def test_no_permission_for_a_new_file(closed: Path) -> None:
    closed.parent.chmod(0o555)
    said = without_rights(closed)
    assert said.startswith("StoreUnreachableError the store file cannot be opened")
