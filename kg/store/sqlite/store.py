"""The default store: one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Final, Self

from kg.errors import Problem, StoreError
from kg.model import Contribution, Edge, Graph, Kinds, Linkage, Node, Place
from kg.schema import SCHEMA_VERSION
from kg.store.admission import INTEGER_LIMIT, admit, sound
from kg.store.base import Findings, LineHit, StoreInfo
from kg.store.canonical import canonical
from kg.store.inventory import Inventory
from kg.store.sqlite import linking, reading, searching, writing
from kg.store.sqlite.faults import told
from kg.store.sqlite.opening import connect
from kg.store.sqlite.transaction import change, snapshot
from kg.wording import Text, same

KIND: Final = "sqlite"


def open_file(address: str, *, must_exist: bool = False) -> SqliteStore:
    """Return the store in a file; :func:`kg.store.open_store` says what it refuses."""
    with told(address):
        return SqliteStore(address, connect(address, must_exist=must_exist))


class SqliteStore:
    """A store in a SQLite file. Any number of processes may use the file at once.

    One object belongs to the thread that opened it, and to one process (not to its forks): other
    threads open the file themselves, which costs about a millisecond.
    """

    def __init__(self, address: str, connection: sqlite3.Connection) -> None:
        self._address = address
        self._connection: sqlite3.Connection | None = connection

    def write(self, contribution: Contribution) -> bool:
        """See :meth:`kg.store.base.Store.write`."""
        admit(contribution)
        new = canonical(contribution)
        with self._changing() as connection:
            return writing.replace(connection, new)

    def delete_document(self, document_key: str) -> bool:
        """See :meth:`kg.store.base.Store.delete_document`."""
        with self._changing() as connection:
            return sound(document_key) and writing.withdraw(connection, document_key)

    def contribution(self, document_key: str) -> Contribution | None:
        """See :meth:`kg.store.base.Store.contribution`."""
        with self._reading() as connection:
            return reading.contribution(connection, document_key) if sound(document_key) else None

    def link(self, linkage: Linkage) -> bool:
        """See :meth:`kg.store.base.Store.link`."""
        with self._changing() as connection:
            return linking.link(connection, linkage)

    def unlink(self, lower_key: str, upper_key: str) -> bool:
        """See :meth:`kg.store.base.Store.unlink`."""
        with self._changing() as connection:
            known = sound(lower_key) and sound(upper_key)
            return known and linking.unlink(connection, lower_key, upper_key)

    def linkages(self, document_key: str | None = None) -> tuple[Linkage, ...]:
        """See :meth:`kg.store.base.Store.linkages`."""
        with self._reading() as connection:
            if document_key is not None and not sound(document_key):
                return ()
            return reading.linkages(connection, document_key)

    def documents(self) -> tuple[Node, ...]:
        """See :meth:`kg.store.base.Store.documents`."""
        with self._reading() as connection:
            return reading.documents(connection)

    def graph(
        self, document_keys: Collection[str] | None = None, kinds: Kinds | None = None
    ) -> Graph:
        """See :meth:`kg.store.base.Store.graph`."""
        with self._reading() as connection:
            if document_keys is None:
                return reading.whole(connection, kinds)
            return reading.part(connection, filter(sound, document_keys), kinds)

    def node(self, key: str) -> Node | None:
        """See :meth:`kg.store.base.Store.node`."""
        with self._reading() as connection:
            return reading.node(connection, key) if sound(key) else None

    def edges_of(self, key: str) -> tuple[Edge, ...]:
        """See :meth:`kg.store.base.Store.edges_of`."""
        with self._reading() as connection:
            return reading.edges_of(connection, key) if sound(key) else ()

    def nodes_at(self, document_key: str, line: int) -> tuple[Node, ...]:
        """See :meth:`kg.store.base.Store.nodes_at`."""
        with self._reading() as connection:
            if not sound(document_key) or abs(line) >= INTEGER_LIMIT:
                return ()
            return reading.nodes_at(connection, document_key, line)

    def find(self, text: str) -> Findings:
        """See :meth:`kg.store.base.Store.find`."""
        with self._reading() as connection:
            return searching.find(connection, text) if sound(text) else Findings((), ())

    def source_lines(self, document_key: str, place: Place) -> tuple[LineHit, ...]:
        """See :meth:`kg.store.base.Store.source_lines`."""
        with self._reading() as connection:
            if not sound(document_key) or max(place.line, place.last_line) >= INTEGER_LIMIT:
                return ()
            return reading.source_lines(connection, document_key, place)

    def inventories(self) -> dict[str, Inventory]:
        """Return what Cypher shows of each document beside the graph, by its key."""
        with self._reading() as connection:
            return reading.inventories(connection)

    def info(self) -> StoreInfo:
        """See :meth:`kg.store.base.Store.info`."""
        with self._reading() as connection:
            return StoreInfo(
                KIND,
                self._address,
                SCHEMA_VERSION,
                reading.counts(connection, "node", "label"),
                reading.counts(connection, "edge", "type"),
            )

    def close(self) -> None:
        """See :meth:`kg.store.base.Store.close`."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with told(self._address):
                connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with told(self._address), snapshot(self._open()) as connection:
            yield connection

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        with told(self._address), change(self._open()) as connection:
            yield connection

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            what = Text("存储已关闭", "the store is closed")
            step = Text("重新打开", "open it again")
            raise StoreError(Problem(what, same(self._address), next_step=step))
        return self._connection
