"""Opening a Neo4j database, and making an empty one ours; nothing else is ever written to."""

from __future__ import annotations

import logging
import re
from enum import Enum, auto

from neo4j import Driver, GraphDatabase, ManagedTransaction, Session
from neo4j.exceptions import ClientError

from kg.errors import Problem, RefusedError, StoreUnreachableError
from kg.schema import SCHEMA_VERSION
from kg.store.inventory import DIGEST
from kg.store.neo4j import statements
from kg.store.neo4j.login import Login
from kg.store.neo4j.statements import LAYOUT, NAME
from kg.wording import Text, same

CONNECT_S = 10.0
"""How long to wait for a server that does not answer."""

RETRY_S = 10.0
"""How long the driver tries a transaction again that a server turned away."""

FETCH_SIZE = 5_000
"""Rows of an answer in one message."""

_MARKERS = "SHOW INDEXES YIELD name WHERE name STARTS WITH 'kg_store_' RETURN name"
_NAMED = re.compile(r"kg_store_([0-9]{1,4})_([0-9]{1,4})")
# Layout 1 had nodes of its own; it is recognised so that it is not taken for other data.
_FIRST_MARKER = "MATCH (s:KgStore) RETURN s.schema_version AS schema_version, s.layout AS layout"
_OURS = f"MATCH (d:Document) WHERE d.{DIGEST} IS NOT NULL RETURN d.key LIMIT 1"
_NODE = "MATCH (n) WHERE NOT n:KgGate RETURN n LIMIT 1"
_THERE_ALREADY = "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists"
_READY = "CALL db.awaitIndexes(300)"


class _Kind(Enum):
    """What a database is to us."""

    OURS = auto()
    EMPTY = auto()
    FOREIGN = auto()


def connect(login: Login, *, must_exist: bool) -> Driver:
    """Return a driver for a database that is a store of the present version, made if need be.

    Raises
    ------
    StoreUnreachableError, RefusedError
        As :func:`kg.store.open_store` says.
    neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError
        Whatever the driver meets on the way.
    """
    # Where nobody listens, Python prints the driver's warnings: each retry, with the address.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    driver = GraphDatabase.driver(
        login.uri,
        auth=(login.username, login.password),
        connection_timeout=CONNECT_S,
        connection_acquisition_timeout=2 * CONNECT_S,
        max_transaction_retry_time=RETRY_S,
        notifications_min_severity="OFF",
        user_agent=NAME,
    )
    try:
        driver.verify_connectivity()  # at once; a transaction would be tried again and again
        with driver.session(database=login.database) as session:
            _prepare(session, login, must_exist=must_exist)
    except BaseException:
        driver.close()
        raise
    return driver


def _prepare(session: Session, login: Login, *, must_exist: bool) -> None:
    kind = session.execute_read(_kind, login)
    if kind is _Kind.EMPTY and not must_exist:
        session.execute_write(_lay_out)
        session.execute_read(lambda tx: tx.run(_READY).consume())
        kind = _made(session, login)
    if kind is _Kind.FOREIGN:
        raise RefusedError(_foreign(login))
    if kind is _Kind.EMPTY:
        raise StoreUnreachableError(_no_store(login))


def _kind(tx: ManagedTransaction, login: Login) -> _Kind:
    """Return what a database is.

    One that bears our mark, but holds nodes and no document of ours, was emptied and given to
    something else: it is foreign as well.
    """
    version = _version(tx)
    if version not in {None, (SCHEMA_VERSION, LAYOUT)}:
        raise StoreUnreachableError(_other_version(login, *version))
    if version is not None and tx.run(_OURS).single() is not None:
        return _Kind.OURS
    if tx.run(_NODE).single() is not None:
        return _Kind.FOREIGN
    return _Kind.EMPTY if version is None else _Kind.OURS


def _version(tx: ManagedTransaction) -> tuple[int, int] | None:
    """The version of the schema and of the layout that a database is marked with."""
    names = [_NAMED.fullmatch(name) for name in tx.run(_MARKERS).value()]
    found = [(int(name[1]), int(name[2])) for name in names if name]
    first = tx.run(_FIRST_MARKER).single()
    if first is not None:
        found.append((first["schema_version"], first["layout"]))
    return max(found, default=None)


def _lay_out(tx: ManagedTransaction) -> None:
    """Make constraints and indexes: they hold no data, and Neo4j wants them made by themselves."""
    for statement in (*statements.constraints(), *statements.indexes(), statements.full_text()):
        tx.run(statement).consume()


def _made(session: Session, login: Login) -> _Kind:
    try:
        return session.execute_write(_make, login)
    except ClientError as error:
        # IF NOT EXISTS looks before it waits for another process that does the same.
        if error.code != _THERE_ALREADY:
            raise
        return session.execute_read(_kind, login)


def _make(tx: ManagedTransaction, login: Login) -> _Kind:
    kind = _kind(tx, login)  # again: another process may have been faster
    if kind is _Kind.EMPTY:
        tx.run(statements.marker()).consume()
        kind = _Kind.OURS
    return kind


def _foreign(login: Login) -> Problem:
    return Problem(
        Text(
            "这个 Neo4j 数据库里有别的数据，不是本程序的存储，未作改动",
            "this Neo4j database holds other data and is no store of this program; left as it is",
        ),
        same(login.address),
        Text("空的数据库，或 kg build 建的存储", "an empty database, or one made by kg build"),
        Text(
            "换一个空的数据库（NEO4J_URI、NEO4J_DATABASE）",
            "name an empty database (NEO4J_URI, NEO4J_DATABASE)",
        ),
    )


def _no_store(login: Login) -> Problem:
    what = Text("这里还没有存储", "there is no store yet")
    step = Text("先运行 kg build，或用 --store 指定", "run kg build, or name one with --store")
    return Problem(what, same(login.address), next_step=step)


def _other_version(login: Login, schema_version: int, layout: int) -> Problem:
    newer = (schema_version, layout) > (SCHEMA_VERSION, LAYOUT)
    version = f"{schema_version}.{layout}"
    what = (
        Text(
            f"存储由更新版本的程序写成（第 {version} 版）",
            f"a newer program wrote this store (version {version})",
        )
        if newer
        else Text(
            f"存储太旧（第 {version} 版），无法升级",
            f"this store is too old to be brought up to date (version {version})",
        )
    )
    return Problem(
        what,
        same(login.address),
        Text(f"第 {SCHEMA_VERSION}.{LAYOUT} 版", f"version {SCHEMA_VERSION}.{LAYOUT}"),
        Text(
            "升级程序，或用 kg build 从原文件另建一个存储",
            "upgrade the program, or build another store from the files with kg build",
        ),
    )
