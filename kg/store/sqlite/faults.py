"""What SQLite refuses, in the words and kinds of error of this program."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from kg.errors import Problem, StoreError, StoreUnreachableError
from kg.wording import Text, same

_PRIMARY = 0xFF  # extended error codes keep the primary one in their lowest byte

_BUSY = Text("另一个进程占用存储太久", "another process holds the store for too long")
_AGAIN = Text("等它结束后重试", "try again when it has finished")
_DAMAGED = Text("存储文件已损坏", "the store file is damaged")
_REBUILD = Text(
    "移走该文件，用 kg build 从原文件重建", "move the file away and build it again with kg build"
)
_CLOSED_TO_US = Text("打不开存储文件", "the store file cannot be opened")
_PERMISSION = Text(
    "检查文件及其文件夹的读写权限", "check the permissions of the file and of its folder"
)
_SAYINGS: dict[int, tuple[Text, Text]] = {
    sqlite3.SQLITE_BUSY: (_BUSY, _AGAIN),
    sqlite3.SQLITE_LOCKED: (_BUSY, _AGAIN),
    sqlite3.SQLITE_FULL: (
        Text("磁盘已满，什么也没有写入", "the disk is full; nothing was written"),
        Text("腾出空间后重试", "free some space and try again"),
    ),
    sqlite3.SQLITE_READONLY: (
        Text("存储文件只读，什么也没有写入", "the store is read-only; nothing was written"),
        _PERMISSION,
    ),
    sqlite3.SQLITE_READONLY_DIRECTORY: (
        Text(
            "存储所在的文件夹只读，SQLite 读取时也要在其中写入",
            "the store's folder is read-only, and SQLite writes there even to read",
        ),
        Text("把文件复制到可写的文件夹", "copy the file to a folder you may write to"),
    ),
    sqlite3.SQLITE_CORRUPT: (_DAMAGED, _REBUILD),
    sqlite3.SQLITE_NOTADB: (_DAMAGED, _REBUILD),
    sqlite3.SQLITE_CANTOPEN: (_CLOSED_TO_US, _PERMISSION),
    sqlite3.SQLITE_PERM: (_CLOSED_TO_US, _PERMISSION),
}
_UNREACHABLE = frozenset(
    {
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_READONLY_DIRECTORY,
    }
)


@contextmanager
def told(address: str) -> Iterator[None]:
    """Raise what SQLite raises inside as an error of this program.

    Raises
    ------
    StoreUnreachableError
        When the file cannot be opened, or is damaged.
    StoreError
        For everything else: full disk, read-only file, a writer that holds it too long.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise store_error(error, address) from error


def store_error(error: sqlite3.Error, address: str) -> StoreError:
    """Return the error that tells a user what SQLite met."""
    if "no such module" in str(error):
        what = Text("此 Python 的 SQLite 没有 FTS5", "the SQLite of this Python lacks FTS5")
        step = Text("换用带 FTS5 的 Python", "use a Python whose SQLite has FTS5")
        return StoreError(Problem(what, same(address), next_step=step))
    # Errors of the Python module itself (closed, wrong thread) carry no code of SQLite.
    extended: int = getattr(error, "sqlite_errorcode", 0)
    code = extended & _PRIMARY
    saying = _SAYINGS.get(extended) or _SAYINGS.get(code)
    if saying is None:
        what = Text(f"存储出错：{error}", f"the store failed: {error}")
        step = Text("用 kg doctor 检查存储", "check the store with kg doctor")
        return StoreError(Problem(what, same(address), next_step=step))
    kind = StoreUnreachableError if {code, extended} & _UNREACHABLE else StoreError
    return kind(Problem(saying[0], same(address), next_step=saying[1]))
