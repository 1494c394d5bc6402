"""Cypher on a Neo4j server, in a session that may only read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import islice
from queue import Empty, SimpleQueue
from threading import Thread
from time import perf_counter
from typing import Self, TypeVar

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from kg.errors import KgError
from kg.store.cypher.boltvalues import received
from kg.store.cypher.columns import columns
from kg.store.cypher.engine import Parameter, QueryResult
from kg.store.cypher.fault import QueryError, QueryTimeoutError
from kg.store.cypher.readonly import check
from kg.store.cypher.refusals import query_error
from kg.store.neo4j import gate
from kg.store.neo4j.faults import store_error, told
from kg.store.neo4j.login import Login
from kg.store.neo4j.opening import connect

_GRACE_S = 0.5
_STATEMENT = "Neo.ClientError.Statement."
_TIMED_OUT = "TransactionTimedOut"

Outcome = QueryResult | BaseException
Result = TypeVar("Result")


class ServerEngine:
    """Queries in a read session of a server; the connection is made with the first.

    Parameters
    ----------
    login
        The server, the database, and who asks.
    """

    name = "neo4j"

    def __init__(self, login: Login) -> None:
        self._login = login
        self._driver: neo4j.Driver | None = None

    def run(
        self,
        query: str,
        parameters: Mapping[str, Parameter],
        *,
        timeout_s: float,
        row_limit: int,
    ) -> QueryResult:
        """See :meth:`kg.store.cypher.engine.CypherEngine.run`."""
        named = columns(query, check(query))
        driver = self._connected()
        outcomes: SimpleQueue[Outcome] = SimpleQueue()

        def ask() -> None:
            try:
                outcomes.put(self._ask(driver, query, parameters, timeout_s, row_limit))
            except Exception as error:  # noqa: BLE001 - raised again below, in the caller's thread
                outcomes.put(error)

        # In a thread, because a server looks at the clock only between some of its steps.
        Thread(target=ask, daemon=True).start()
        try:
            outcome = outcomes.get(timeout=timeout_s + _GRACE_S)
        except Empty:
            self._driver = None
            # Closed aside: it may wait for the server, and nobody waits for the query any more.
            Thread(target=_closed, args=(driver,), daemon=True).start()
            raise QueryTimeoutError.after(timeout_s) from None
        if isinstance(outcome, BaseException):
            raise self._error(outcome, query, timeout_s) from outcome
        if not outcome.columns:
            return QueryResult(named, outcome.rows, outcome.truncated, outcome.elapsed_s)
        return outcome

    def close(self) -> None:
        """Close the connection."""
        driver, self._driver = self._driver, None
        if driver is not None:
            _closed(driver)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _connected(self) -> neo4j.Driver:
        if self._driver is None:
            with told(self._login.address):
                self._driver = connect(self._login, must_exist=True)
        return self._driver

    def _ask(
        self,
        driver: neo4j.Driver,
        query: str,
        parameters: Mapping[str, Parameter],
        timeout_s: float,
        row_limit: int,
    ) -> QueryResult:
        def answer(transaction: neo4j.Transaction) -> QueryResult:
            started = perf_counter()
            # A query is text of the user's own; it was looked at before, and the session reads.
            found = transaction.run(query, dict(parameters))
            names = tuple(found.keys())
            taken = [record.values() for record in islice(found, row_limit + 1)]
            rows = tuple(received(transaction, taken[:row_limit]))
            return QueryResult(names, rows, len(taken) > row_limit, perf_counter() - started)

        def once(work: Callable[[neo4j.Transaction], Result]) -> Result:
            # Not tried again by the driver: the time limit is for all of it.
            with session.begin_transaction(timeout=timeout_s) as transaction:
                return work(transaction)

        with (
            driver.session(
                database=self._login.database,
                default_access_mode=neo4j.READ_ACCESS,
                fetch_size=min(1000, row_limit + 1),
            ) as session,
            driver.session(database=self._login.database) as other,
        ):
            return gate.read(once, other, answer)

    def _error(self, error: BaseException, query: str, timeout_s: float) -> BaseException:
        if isinstance(error, KgError) or not isinstance(error, DriverError | Neo4jError | OSError):
            return error
        code = str(getattr(error, "code", ""))
        if _TIMED_OUT in code:
            return QueryTimeoutError.after(timeout_s)
        if isinstance(error, Neo4jError) and code.startswith(_STATEMENT):
            return _query_error(error, query)
        return store_error(error, self._login.address)


def _closed(driver: neo4j.Driver) -> None:
    with suppress(DriverError, Neo4jError, OSError):
        driver.close()


def _query_error(error: Neo4jError, query: str) -> QueryError:
    return query_error(str(error.message or error.code), query)
