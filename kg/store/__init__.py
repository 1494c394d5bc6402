"""Where the graph is kept: one protocol, and the adapters behind it.

Importing this package imports no adapter; :func:`open_store` imports the one it needs.
"""

from __future__ import annotations

import os

from kg.errors import Problem, UsageError
from kg.store.address import is_path, is_server
from kg.store.base import Findings, LineHit, Store, StoreInfo
from kg.wording import Text

__all__ = ["Findings", "LineHit", "Store", "StoreInfo", "open_store"]


def open_store(address: str, *, must_exist: bool = False) -> Store:
    """Return the store at an address, ready for use.

    Parameters
    ----------
    address
        The path of a SQLite file; a file that is not there yet is made, in a folder that is.
        Or a Neo4j database: ``neo4j`` for the one of the environment, or a URI (``bolt://``,
        ``bolt+s://``, ``neo4j://``, ``neo4j+s://``). ``NEO4J_URI``, ``NEO4J_USERNAME``,
        ``NEO4J_PASSWORD`` and ``NEO4J_DATABASE`` of the environment say the rest.
    must_exist
        True refuses a store that is not there yet, instead of making an empty one: for whatever
        only reads.

    Raises
    ------
    UsageError
        When the address is empty or of another kind, holds a password, or none is set.
    StoreUnreachableError
        When nothing can be opened there: no such folder, no permission, a folder instead of a
        file, and with ``must_exist`` no store; a server that is down or refuses the login.
    RefusedError
        When the file or database is not a store of this program, which is left as it is, or
        others could read the password on its way to the server.
    StoreError
        When a newer program wrote the store, or it is damaged.
    """
    if is_server(address):
        from kg.store.neo4j import open_database  # noqa: PLC0415 - the driver takes 200 ms

        return open_database(address, os.environ, must_exist=must_exist)
    if not is_path(address):
        raise UsageError(
            Problem(
                Text(f"不认识这个存储地址：{address!r}", f"unknown store address: {address!r}"),
                expected=Text(
                    "SQLite 文件的路径（如 ./kg.db），neo4j，或 bolt:// 地址",
                    "the path of a SQLite file (such as ./kg.db), neo4j, or a bolt:// address",
                ),
                next_step=Text(
                    "改正 --store 或 KG_STORE（名为 neo4j 的文件写作 ./neo4j）",
                    "mend --store or KG_STORE (a file named neo4j is ./neo4j)",
                ),
            )
        )
    from kg.store.sqlite import open_file  # noqa: PLC0415 - no adapter before it is asked for

    return open_file(address, must_exist=must_exist)
