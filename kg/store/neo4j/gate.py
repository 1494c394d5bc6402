"""Whole documents for readers, on a server that shows a reader whatever is committed just now.

Neo4j reads what is committed, statement by statement, and a commit becomes visible piece by
piece. So a writer opens a gate just before it commits and closes it afterwards, each in a small
transaction of its own. The gate is a node that is there for these moments only; who reads between
commits never sees it.

That no commit came and went while somebody read is told by the server's own ids: each write makes
the Document node anew, or the COMPARED_WITH edge of two documents, and the server gives the id of
what was deleted to nothing else while a transaction is open that began before. A reader whose work
began and ended with the gate closed, and with the same ids, met no commit on its way.

Writers take turns by a lock on a key that no document can have: its node is made and deleted in
the same transaction, so that it is never there for others, and its key is locked until the end.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import monotonic, sleep
from typing import Protocol, TypeVar

from neo4j import ManagedTransaction, Session, Transaction
from neo4j.exceptions import DriverError

Result = TypeVar("Result")
Reading = ManagedTransaction | Transaction
Tx = TypeVar("Tx", bound=Reading)
Tx_co = TypeVar("Tx_co", bound=Reading, covariant=True)


class Runner(Protocol[Tx_co]):
    """What does some work in a transaction that reads."""

    def __call__(self, work: Callable[[Tx_co], Result], /) -> Result:
        """Return what the work returns."""
        ...


PATIENCE_S = 1.0
"""How long a reader waits for a gate to close before it takes its turn among the writers."""

ATTEMPTS = 3
"""How often a reader lets a commit come in between before it takes its turn."""

_PAUSE_S = 0.01
_GATE = "MATCH (g:KgGate) RETURN elementId(g) AS id LIMIT 1"
_IDS = (
    "MATCH (d:Document) RETURN elementId(d) AS id"
    " UNION ALL MATCH (:Document)-[r:COMPARED_WITH]->(:Document) RETURN elementId(r) AS id"
)
_LOCK = "CREATE (d:Document {key: $key}) DELETE d"
_LOCKED = "\0lock"  # no store holds NUL
_CLOSE_ALL = "MATCH (g:KgGate) DELETE g"
_OPEN = "CREATE (g:KgGate) RETURN elementId(g) AS id"
_CLOSE = "MATCH (g:KgGate) WHERE elementId(g) = $id DELETE g"

Written = frozenset[str]
"""The ids of what each write makes anew."""


class _MetCommitError(Exception):
    """A commit came between the beginning and the end of some reading."""


class _StaysOpenError(Exception):
    """The gate is open for too long: a long commit, or a writer that died."""


def read(run: Runner[Tx], other: Session, work: Callable[[Tx], Result]) -> Result:
    """Return what some work reads, all of it from one state of the store.

    Parameters
    ----------
    run
        Does some work in one transaction that reads, and returns what it returns.
    other
        A session for a lock, should it come to that.
    """
    for _ in range(ATTEMPTS):
        seen: list[Written] = []
        try:
            return run(partial(_between_commits, work=work, seen=seen))
        except _MetCommitError:
            continue
        except _StaysOpenError:
            break
        except DriverError:
            raise
        except Exception:
            # Half a commit can look like anything: a node without a label, an edge without an
            # end. It is an error only where there was no commit.
            if not seen or run(_written_unless_open) == seen[-1]:
                raise
    other.execute_write(_heal)
    with other.begin_transaction() as turn:
        _lock(turn)  # as long as this is open, no writer commits
        return run(work)


def write(session: Session, other: Session, work: Callable[[ManagedTransaction], bool]) -> bool:
    """Return what some work returns, which is whether it changed the store.

    Parameters
    ----------
    other
        A session for the gate, whose openings count before the work is committed.
    """
    openings: list[str] = []

    def turn(tx: ManagedTransaction) -> bool:
        _lock(tx)
        changed = work(tx)
        if changed:
            openings.append(other.execute_write(_open))
        return changed

    changed = session.execute_write(turn)
    for gate_id in openings[-1:]:
        other.execute_write(_close, gate_id)
    return changed or bool(openings)  # done at the first attempt, if the last found it done


def _lock(tx: Reading) -> None:
    """Wait until no other writer is at work, and keep others waiting until the commit is done."""
    tx.run(_LOCK, key=_LOCKED).consume()


def _open(tx: ManagedTransaction) -> str:
    """Open the gate, in turn: one that is open still is of a writer that has committed, or died."""
    tx.run(_CLOSE_ALL).consume()
    return str(tx.run(_OPEN).single(strict=True)["id"])


def _close(tx: ManagedTransaction, gate_id: str) -> None:
    """Close the gate, unless somebody opened it after us."""
    tx.run(_CLOSE, id=gate_id).consume()


def _between_commits(tx: Tx, *, work: Callable[[Tx], Result], seen: list[Written]) -> Result:
    seen.append(_written_before(tx))
    result = work(tx)
    if _written_unless_open(tx) != seen[-1]:
        raise _MetCommitError
    return result


def _written_before(tx: Reading) -> Written:
    """What was written when the gate was closed, after a while if need be.

    The gate is looked at last: what is seen before it closes may be half of a commit.
    """
    deadline = monotonic() + PATIENCE_S
    while True:
        found = _written(tx)
        if not _is_open(tx):
            return found
        if monotonic() > deadline:
            raise _StaysOpenError
        sleep(_PAUSE_S)


def _written_unless_open(tx: Reading) -> Written | None:
    """What was written, None while a commit is under way.

    The gate is looked at first: a commit that begins later cannot have touched the work.
    """
    return None if _is_open(tx) else _written(tx)


def _heal(tx: ManagedTransaction) -> None:
    """Close, in turn, a gate that is open now: a writer that died has left it so."""
    _lock(tx)
    tx.run(_CLOSE_ALL).consume()


def _is_open(tx: Reading) -> bool:
    return tx.run(_GATE).single() is not None


def _written(tx: Reading) -> Written:
    return frozenset(tx.run(_IDS).value())
