"""Bringing a file of an older program up to date; a file of a newer one is refused."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from kg.errors import Problem, StoreUnreachableError
from kg.store.sqlite.layout import Migration, stamp
from kg.store.sqlite.transaction import change
from kg.wording import Text, same


def bring_up(
    connection: sqlite3.Connection,
    address: str,
    version: int,
    migrations: Mapping[int, Migration],
) -> None:
    """Bring a file to a version, one numbered step after another, all in one transaction.

    Raises
    ------
    StoreUnreachableError
        When the file is newer, or older than the first step; it is left as it was.
    """
    if _version(connection) == version:
        return
    with change(connection):
        present = _version(connection)  # again: another process may have been faster
        if present > version:
            raise StoreUnreachableError(_newer(address, present, version))
        for step in range(present, version):
            if step not in migrations:
                raise StoreUnreachableError(_too_old(address, present))
            migrations[step](connection)
        stamp(connection, version)


def _version(connection: sqlite3.Connection) -> int:
    row: tuple[int] = connection.execute("PRAGMA user_version").fetchone()
    return row[0]


def _newer(address: str, present: int, version: int) -> Problem:
    return Problem(
        Text(
            f"存储由更新版本的程序写成（第 {present} 版）",
            f"a newer program wrote this store (version {present})",
        ),
        same(address),
        Text(f"第 {version} 版或更早", f"version {version} or earlier"),
        Text(
            "升级程序，或另建一个存储", "upgrade the program, or build another store with kg build"
        ),
    )


def _too_old(address: str, present: int) -> Problem:
    return Problem(
        Text(
            f"存储太旧（第 {present} 版），无法升级",
            f"this store is too old to be brought up to date (version {present})",
        ),
        same(address),
        next_step=Text(
            "用 kg build 从原文件另建一个存储", "build another store from the files with kg build"
        ),
    )
