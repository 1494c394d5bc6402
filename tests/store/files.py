"""Store files, and what errors about them must be: what the tests of the default store share."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kg.errors import KgError
from kg.store import open_store
from kg.wording import Language
from tests.store.contributions import document


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def stored(path: Path) -> Path:
    with open_store(str(path)) as store:
        store.write(document())
    return path


def assert_tells(error: KgError, zh: str, en: str) -> None:
    assert zh in error.into(Language.ZH)
    assert en in error.into(Language.EN)
    assert "\n" not in error.into(Language.ZH)
