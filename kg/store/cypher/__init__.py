"""Cypher on the graph, with and without a server.

Importing this package imports no engine; :func:`open_engine` loads the one a store needs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kg.store.address import is_path, is_server
from kg.store.cypher.engine import CypherEngine, Parameter, Path, QueryResult, Value
from kg.store.cypher.fault import NotReadOnlyError, QueryError, QueryTimeoutError
from kg.wording import Text

__all__ = [
    "CypherEngine",
    "NotReadOnlyError",
    "Parameter",
    "Path",
    "QueryError",
    "QueryResult",
    "QueryTimeoutError",
    "Value",
    "open_engine",
]


def open_engine(
    address: str, environ: Mapping[str, str], notify: Callable[[Text], None]
) -> CypherEngine:
    """Return what runs Cypher on the store at an address; nothing is started before a query.

    Parameters
    ----------
    address
        ``neo4j`` or a URI for a server, else the path of a SQLite file.
    environ
        Where a server's user and password stand.
    notify
        Takes what a person should know before a long wait.

    Raises
    ------
    UsageError, RefusedError
        When the address of a server is none, or no password is given for it.
    """
    if is_server(address):
        from kg.store.cypher.server import ServerEngine  # noqa: PLC0415 - loads the driver
        from kg.store.neo4j.login import login  # noqa: PLC0415

        return ServerEngine(login(address, environ))
    if not is_path(address):
        from kg.store import open_store  # noqa: PLC0415 - it says why the address is none

        open_store(address, must_exist=True).close()
    from kg.store.cypher.embedded import EmbeddedEngine  # noqa: PLC0415

    return EmbeddedEngine(address, notify)
