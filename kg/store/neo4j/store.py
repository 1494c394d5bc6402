"""A store in a Neo4j database, over the official driver."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from types import TracebackType
from typing import Final, Self, TypeVar

from neo4j import Driver, GraphDatabase, ManagedTransaction, Session

from kg.errors import Problem, StoreError
from kg.model import Contribution, Edge, Graph, Kinds, Linkage, Node, Place
from kg.schema import SCHEMA_VERSION
from kg.store.admission import INTEGER_LIMIT, admit, sound
from kg.store.base import Findings, LineHit, StoreInfo
from kg.store.canonical import Canonical, canonical
from kg.store.neo4j import gate, linking, reading, searching, writing
from kg.store.neo4j.faults import told
from kg.store.neo4j.login import Login, login
from kg.store.neo4j.opening import FETCH_SIZE, connect
from kg.wording import Text, same

KIND: Final = "neo4j"
Result = TypeVar("Result")


def open_database(address: str, environ: Mapping[str, str], *, must_exist: bool) -> Neo4jStore:
    """Return the store in a database; :func:`kg.store.open_store` says what it refuses."""
    where = login(address, environ)
    with told(where.address):
        return Neo4jStore(where, connect(where, must_exist=must_exist))


class Neo4jStore:
    """A store in a Neo4j database. Any number of processes may use it at once; writers take turns.

    The database holds the graph and no other node; see :mod:`kg.store.inventory`.
    """

    def __init__(self, where: Login, driver: Driver) -> None:
        self._address = where.address
        self._database = where.database
        self._driver: Driver | None = driver
        self._bookmarks = GraphDatabase.bookmark_manager()

    def write(self, contribution: Contribution) -> bool:
        """See :meth:`kg.store.base.Store.write`."""
        admit(contribution)
        new = canonical(contribution)
        if self._read(lambda tx: writing.is_held(tx, new)):
            return False
        return self._change(lambda tx: _replaced(tx, new))

    def delete_document(self, document_key: str) -> bool:
        """See :meth:`kg.store.base.Store.delete_document`."""
        if not sound(document_key):
            document_key = ""  # no document has it, and the driver could not send it
        return self._change(lambda tx: writing.withdraw(tx, document_key))

    def contribution(self, document_key: str) -> Contribution | None:
        """See :meth:`kg.store.base.Store.contribution`."""
        known = sound(document_key)
        return self._read(lambda tx: reading.contribution(tx, document_key) if known else None)

    def link(self, linkage: Linkage) -> bool:
        """See :meth:`kg.store.base.Store.link`."""
        return self._change(lambda tx: linking.link(tx, linkage))

    def unlink(self, lower_key: str, upper_key: str) -> bool:
        """See :meth:`kg.store.base.Store.unlink`."""
        known = sound(lower_key) and sound(upper_key)
        return known and self._change(lambda tx: linking.unlink(tx, lower_key, upper_key))

    def linkages(self, document_key: str | None = None) -> tuple[Linkage, ...]:
        """See :meth:`kg.store.base.Store.linkages`."""
        known = document_key is None or sound(document_key)
        return self._read(lambda tx: linking.linkages(tx, document_key) if known else ())

    def documents(self) -> tuple[Node, ...]:
        """See :meth:`kg.store.base.Store.documents`."""
        return self._read(reading.documents)

    def graph(
        self, document_keys: Collection[str] | None = None, kinds: Kinds | None = None
    ) -> Graph:
        """See :meth:`kg.store.base.Store.graph`."""
        if document_keys is None:
            return self._read(lambda tx: reading.whole(tx, kinds))
        keys = sorted(filter(sound, set(document_keys)))
        found = self._read(lambda tx: _part(tx, keys))
        return found if kinds is None else kinds.of(found)

    def node(self, key: str) -> Node | None:
        """See :meth:`kg.store.base.Store.node`."""
        known = sound(key)
        return self._read(lambda tx: reading.node(tx, key) if known else None)

    def edges_of(self, key: str) -> tuple[Edge, ...]:
        """See :meth:`kg.store.base.Store.edges_of`."""
        known = sound(key)
        return self._read(lambda tx: reading.edges_of(tx, key) if known else ())

    def nodes_at(self, document_key: str, line: int) -> tuple[Node, ...]:
        """See :meth:`kg.store.base.Store.nodes_at`."""
        known = sound(document_key)
        return self._read(lambda tx: reading.nodes_at(tx, document_key, line) if known else ())

    def find(self, text: str) -> Findings:
        """See :meth:`kg.store.base.Store.find`."""
        known = sound(text)
        return self._read(lambda tx: searching.find(tx, text) if known else Findings((), ()))

    def source_lines(self, document_key: str, place: Place) -> tuple[LineHit, ...]:
        """See :meth:`kg.store.base.Store.source_lines`."""
        known = sound(document_key) and max(place.line, place.last_line) < INTEGER_LIMIT
        return self._read(lambda tx: reading.source_lines(tx, document_key, place) if known else ())

    def info(self) -> StoreInfo:
        """See :meth:`kg.store.base.Store.info`."""
        nodes, edges = self._read(reading.counts)
        return StoreInfo(KIND, self._address, SCHEMA_VERSION, nodes, edges)

    def close(self) -> None:
        """See :meth:`kg.store.base.Store.close`."""
        driver, self._driver = self._driver, None
        if driver is not None:
            with told(self._address):
                driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _read(self, work: Callable[[ManagedTransaction], Result]) -> Result:
        with told(self._address), self._session() as session, self._session() as other:
            return gate.read(session.execute_read, other, work)

    def _change(self, work: Callable[[ManagedTransaction], bool]) -> bool:
        """Do some work that changes the store when it returns True; False leaves it as it is."""
        with told(self._address), self._session() as session, self._session() as other:
            return gate.write(session, other, work)

    def _session(self) -> Session:
        if self._driver is None:
            what = Text("存储已关闭", "the store is closed")
            step = Text("重新打开", "open it again")
            raise StoreError(Problem(what, same(self._address), next_step=step))
        return self._driver.session(
            database=self._database, bookmark_manager=self._bookmarks, fetch_size=FETCH_SIZE
        )


def _part(tx: ManagedTransaction, document_keys: Sequence[str]) -> Graph:
    """What some documents contribute, and what joins two of them."""
    part = reading.part(tx, document_keys)
    edges = sorted((*part.edges, *linking.between(tx, document_keys)), key=lambda edge: edge.id)
    return Graph(part.nodes, tuple(edges))


def _replaced(tx: ManagedTransaction, new: Canonical) -> bool:
    if writing.is_held(tx, new):  # again: another process may have been faster
        return False
    writing.replace(tx, new)
    return True
