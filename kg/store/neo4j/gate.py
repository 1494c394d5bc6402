"""Whole documents for readers, on a server that shows a reader whatever is committed just now.

Neo4j reads what is committed, statement by statement, and a commit becomes visible piece by
piece. So a writer opens a gate just before it commits and closes it afterwards, each in a small
transaction of its own; a reader whose work began and ended with the gate closed, and the same
count, met no commit on its way. Writers take turns by a lock on the marker node.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic, sleep
from typing import TypeVar

from neo4j import ManagedTransaction, Session
from neo4j.exceptions import DriverError

from kg.store.neo4j.statements import NAME

Result = TypeVar("Result")
Work = Callable[[ManagedTransaction], Result]

PATIENCE_S = 1.0
"""How long a reader waits for a gate to close before it takes its turn among the writers."""

ATTEMPTS = 3
"""How often a reader lets a commit come in between before it takes its turn."""

_PAUSE_S = 0.01
_STATE = "MATCH (g:KgGate {name: $name}) RETURN g.opened AS opened, g.closed AS closed"
_LOCK = "MATCH (s:KgStore {name: $name}) SET s.locked = true REMOVE s.locked"
_OPEN = "MATCH (g:KgGate {name: $name}) SET g.opened = g.opened + 1 RETURN g.opened AS opened"
_CLOSE = "MATCH (g:KgGate {name: $name}) WHERE g.opened = $opened SET g.closed = g.opened"
_HEAL = "MATCH (g:KgGate {name: $name}) WHERE g.opened <> g.closed SET g.closed = g.opened"


@dataclass(frozen=True, slots=True)
class _State:
    """How often the gate was opened, and which opening was closed last."""

    opened: int
    closed: int

    @property
    def is_open(self) -> bool:
        return self.opened != self.closed


class _MetCommitError(Exception):
    """A commit came between the beginning and the end of some reading."""


class _StaysOpenError(Exception):
    """The gate is open for too long: a long commit, or a writer that died."""


def read(session: Session, work: Work[Result]) -> Result:
    """Return what some work reads, all of it from one state of the store."""
    for _ in range(ATTEMPTS):
        seen: list[_State] = []
        try:
            return session.execute_read(_between_commits, work, seen)
        except _MetCommitError:
            continue
        except _StaysOpenError:
            break
        except DriverError:
            raise
        except Exception:
            # Half a commit can look like anything: a node without a label, an edge without an
            # end. It is an error only where there was no commit.
            if not seen or session.execute_read(_state) == seen[-1]:
                raise
    return session.execute_write(_in_turn, work)


def write(session: Session, other: Session, work: Work[bool]) -> bool:
    """Return what some work returns, which is whether it changed the store.

    Parameters
    ----------
    other
        A session for the gate, whose openings count before the work is committed.
    """
    openings: list[int] = []

    def turn(tx: ManagedTransaction) -> bool:
        _lock(tx)
        changed = work(tx)
        if changed:
            openings.append(other.execute_write(_open))
        return changed

    changed = session.execute_write(turn)
    for opened in openings[-1:]:
        other.execute_write(_close, opened)
    return changed or bool(openings)  # done at the first attempt, if the last found it done


def _lock(tx: ManagedTransaction) -> None:
    """Wait until no other writer is at work, and keep others waiting until the commit is done."""
    tx.run(_LOCK, name=NAME).consume()


def _open(tx: ManagedTransaction) -> int:
    return int(tx.run(_OPEN, name=NAME).single(strict=True)["opened"])


def _close(tx: ManagedTransaction, opened: int) -> None:
    """Close the gate, unless somebody opened it after us."""
    tx.run(_CLOSE, name=NAME, opened=opened).consume()


def _between_commits(tx: ManagedTransaction, work: Work[Result], seen: list[_State]) -> Result:
    seen.append(_closed(tx))
    result = work(tx)
    if _state(tx) != seen[-1]:
        raise _MetCommitError
    return result


def _closed(tx: ManagedTransaction) -> _State:
    """The state of the closed gate, after a while if need be."""
    deadline = monotonic() + PATIENCE_S
    while (state := _state(tx)).is_open:
        if monotonic() > deadline:
            raise _StaysOpenError
        sleep(_PAUSE_S)
    return state


def _in_turn(tx: ManagedTransaction, work: Work[Result]) -> Result:
    """Read while no writer can commit; a gate that is open now was left so by one that died."""
    _lock(tx)
    tx.run(_HEAL, name=NAME).consume()
    return work(tx)


def _state(tx: ManagedTransaction) -> _State:
    record = tx.run(_STATE, name=NAME).single(strict=True)
    return _State(record["opened"], record["closed"])
