"""Where the graph is kept: one protocol, and the adapters behind it.

Importing this package imports no adapter; :func:`open_store` imports the one it needs.
"""

from __future__ import annotations

import re

from kg.errors import Problem, UsageError
from kg.store.base import Findings, LineHit, Store, StoreInfo
from kg.wording import Text

__all__ = ["Findings", "LineHit", "Store", "StoreInfo", "open_store"]

_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,40}://")


def open_store(address: str, *, must_exist: bool = False) -> Store:
    """Return the store at an address, ready for use.

    Parameters
    ----------
    address
        The path of a SQLite file. A file that is not there yet is made, in a folder that is.
    must_exist
        True refuses a store that is not there yet, instead of making an empty one: for whatever
        only reads.

    Raises
    ------
    UsageError
        When the address is no path (``neo4j``, a URI) or empty.
    StoreUnreachableError
        When nothing can be opened there: no such folder, no permission, a folder instead of a
        file, and with ``must_exist`` no store.
    RefusedError
        When the file is not a store of this program; it is left as it is.
    StoreError
        When a newer program wrote the store, or it is damaged.
    """
    if not address or "\0" in address or address == "neo4j" or _URI.match(address):
        raise UsageError(
            Problem(
                Text(f"不认识这个存储地址：{address!r}", f"unknown store address: {address!r}"),
                expected=Text(
                    "SQLite 文件的路径，如 ./kg.db", "the path of a SQLite file, such as ./kg.db"
                ),
                next_step=Text(
                    "改用文件路径（名为 neo4j 的文件写作 ./neo4j）",
                    "give a file path (a file named neo4j is ./neo4j)",
                ),
            )
        )
    from kg.store.sqlite import open_file  # noqa: PLC0415 - no adapter before it is asked for

    return open_file(address, must_exist=must_exist)
