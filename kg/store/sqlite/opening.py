"""Opening a store file, and making one; nothing else is ever written to."""

from __future__ import annotations

import sqlite3
from enum import Enum, auto
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from time import monotonic, sleep

from kg.errors import Problem, RefusedError, StoreUnreachableError
from kg.store.sqlite import layout
from kg.store.sqlite.migration import bring_up
from kg.store.sqlite.share import on_share
from kg.store.sqlite.transaction import change, snapshot
from kg.wording import Text, same

PATIENCE_S = 30.0
"""How long an operation waits for another process that writes."""

_PAUSE_S = 0.02
_FOLDER = Text("这是文件夹", "this is a folder")
_NO_FILE = Text("这不是普通文件", "this is not a file")
_MAGIC = b"SQLite format 3\0"

_SETTINGS = (
    # What was reported as written is on the disk, also after a power cut. There is one commit
    # for each document, so this costs one wait for the disk for each document.
    "PRAGMA synchronous = FULL",
    "PRAGMA cache_size = -65536",  # KiB at most; 2 MiB, the default, is little for a bulk load
    "PRAGMA trusted_schema = OFF",  # a store file may come from anywhere
)


class _Kind(Enum):
    """What a SQLite file is to us."""

    OURS = auto()
    EMPTY = auto()
    FOREIGN = auto()


def connect(address: str, *, must_exist: bool) -> sqlite3.Connection:
    """Return a connection to a store file of the present version, made if need be.

    Raises
    ------
    StoreUnreachableError, RefusedError, StoreError
        As :func:`kg.store.open_store` says.
    sqlite3.Error
        Whatever SQLite meets on the way.
    """
    path = Path(address).absolute()
    _look(path, address, must_exist=must_exist)
    uri = f"{path.as_uri()}?mode={'rw' if must_exist else 'rwc'}"
    connection = sqlite3.connect(uri, uri=True, timeout=PATIENCE_S, isolation_level=None)
    try:
        for setting in _SETTINGS:
            connection.execute(setting)
        _prepare(connection, path, address, must_exist=must_exist)
    except BaseException:
        connection.close()
        raise
    return connection


def _look(path: Path, address: str, *, must_exist: bool) -> None:
    """Refuse whatever is not a SQLite file, before SQLite touches it."""
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise StoreUnreachableError(_no_file(address, folder=S_ISDIR(status.st_mode)))
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except FileNotFoundError as error:
        if must_exist:
            raise StoreUnreachableError(_no_store(address)) from error
        if not path.parent.is_dir():
            raise StoreUnreachableError(_no_folder(address, path.parent)) from error
        return
    except OSError as error:
        raise StoreUnreachableError(_unreadable(address, error)) from error
    if head and head != _MAGIC:
        raise RefusedError(_foreign(address))


def _prepare(connection: sqlite3.Connection, path: Path, address: str, *, must_exist: bool) -> None:
    with snapshot(connection):
        kind = _kind(connection)
    if kind is _Kind.EMPTY and not must_exist:
        _choose_journal(connection, path)
        with change(connection):
            kind = _kind(connection)  # again: another process may have been faster
            if kind is _Kind.EMPTY:
                layout.create(connection)
                kind = _Kind.OURS
    if kind is _Kind.FOREIGN:
        raise RefusedError(_foreign(address))
    if kind is _Kind.EMPTY:
        raise StoreUnreachableError(_no_store(address))
    bring_up(connection, address, layout.VERSION, layout.MIGRATIONS)


def _kind(connection: sqlite3.Connection) -> _Kind:
    (application,), (tables,) = (
        connection.execute(query).fetchone()
        for query in ("PRAGMA application_id", "SELECT count(*) FROM sqlite_master")
    )
    if application == layout.APPLICATION_ID:
        return _Kind.OURS
    return _Kind.FOREIGN if tables or application else _Kind.EMPTY


def _choose_journal(connection: sqlite3.Connection, path: Path) -> None:
    """Turn on the write-ahead log, with which readers and a writer never wait.

    Where it does not work, SQLite's rollback journal stays.
    """
    if on_share(path):
        return
    deadline = monotonic() + PATIENCE_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            # Two processes that make one store: SQLite does not wait here by itself.
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > deadline:
                raise
            sleep(_PAUSE_S)
        else:
            return


def _no_file(address: str, *, folder: bool) -> Problem:
    what = _FOLDER if folder else _NO_FILE
    step = Text("给出一个文件的路径，如 kg.db", "give the path of a file, such as kg.db")
    return Problem(what, same(address), Text("存储文件", "a store file"), step)


def _no_store(address: str) -> Problem:
    what = Text("这里还没有存储", "there is no store yet")
    step = Text("先运行 kg build，或用 --store 指定", "run kg build, or name one with --store")
    return Problem(what, same(address), next_step=step)


def _no_folder(address: str, folder: Path) -> Problem:
    what = Text(f"没有这个文件夹：{folder}", f"no such folder: {folder}")
    step = Text("先建文件夹，或换一个路径", "make the folder first, or give another path")
    return Problem(what, same(address), next_step=step)


def _unreadable(address: str, error: OSError) -> Problem:
    reason = error.strerror or str(error)
    what = Text(f"打不开存储文件：{reason}", f"the store file cannot be opened: {reason}")
    step = Text("检查路径与权限", "check the path and the permissions")
    return Problem(what, same(address), next_step=step)


def _foreign(address: str) -> Problem:
    what = Text("这个文件不是本程序的存储，未作改动", "not a store of this program; left as it is")
    step = Text("换一个路径", "give another path")
    return Problem(what, same(address), Text("kg build 建的文件", "a file made by kg build"), step)
