"""Cypher without a server: ArcadeDB in a process beside this one, on a copy of the store file."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final, Self

from kg.errors import Problem, StoreError, StoreUnreachableError
from kg.store.cypher import filling
from kg.store.cypher.columns import columns
from kg.store.cypher.copy import Copies
from kg.store.cypher.engine import Parameter, QueryResult
from kg.store.cypher.process import Process
from kg.store.cypher.readonly import check
from kg.store.cypher.refusals import engine_error, not_started
from kg.store.cypher.stamp import Content, content
from kg.store.cypher.wire import received
from kg.wording import Text, same

DISTRIBUTION: Final = "arcadedb-embedded"
EXTRA: Final = "policy-task-kg[cypher]"

_GRACE_S = 0.5
_OPENING_S = 3600.0
_TRIES = 3
LARGE = 200_000
_PER_PART_MS = 0.15


class EmbeddedEngine:
    """ArcadeDB on a copy of a store file.

    Nothing is started before the first query. Each query looks whether the store has changed
    since, and then makes a new copy.

    Parameters
    ----------
    address
        The store file.
    notify
        Takes what a person should know before a long wait.
    """

    name = "arcadedb"

    def __init__(self, address: str, notify: Callable[[Text], None]) -> None:
        self._address = str(Path(address).absolute()) if address else address
        self._notify = notify
        self._process: Process | None = None
        self._stamp = ""
        self._private: tempfile.TemporaryDirectory[str] | None = None

    def run(
        self,
        query: str,
        parameters: Mapping[str, Parameter],
        *,
        timeout_s: float,
        row_limit: int,
    ) -> QueryResult:
        """See :meth:`kg.store.cypher.engine.CypherEngine.run`."""
        found = check(query)
        process = self._ready()
        request = {
            "op": "run",
            "query": query,
            "parameters": dict(parameters),
            "timeout_ms": max(1, round(timeout_s * 1000)),
            "row_limit": row_limit,
        }
        answer = process.ask(request, timeout_s + _GRACE_S)
        if answer is None or "fault" in answer:
            raise engine_error(answer, query, timeout_s)
        rows = tuple(tuple(map(received, row)) for row in answer["rows"])
        given: tuple[str, ...] = tuple(answer["columns"])
        named = columns(query, found)
        if rows and set(given) == set(named):
            order = [given.index(name) for name in named]
            rows = tuple(tuple(row[i] for i in order) for row in rows)
            given = named
        return QueryResult(given if rows else named, rows, answer["truncated"], answer["elapsed_s"])

    def close(self) -> None:
        """End the process; the copy stays for the next one."""
        if self._process is not None:
            self._process.end()
            self._process = None
        if self._private is not None:
            with suppress(OSError):
                self._private.cleanup()
            self._private = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _ready(self) -> Process:
        """Return the process with a copy of what the store holds now."""
        maker = self._maker()
        for _ in range(_TRIES):
            held = content(self._address, maker)
            if self._process is not None and self._process.alive and self._stamp == held.stamp:
                return self._process
            if self._process is None or not self._process.alive:
                self._process = Process()
            answer = self._open(self._process, held, maker)
            if answer is not None and "opened" in answer:
                self._stamp = held.stamp
                return self._process
            if answer is None or answer["fault"] != "stale":
                raise self._not_opened(answer)
        what = Text(
            "存储不停地变化，副本总是过时", "the store keeps changing; its copy is always stale"
        )
        step = Text("等写入结束后重试", "try again when writing has ended")
        raise StoreError(Problem(what, same(self._address), next_step=step))

    def _maker(self) -> str:
        try:
            return f"{DISTRIBUTION} {version(DISTRIBUTION)} {filling.VERSION}"
        except PackageNotFoundError as error:
            raise StoreUnreachableError(_no_extra()) from error

    def _open(self, process: Process, held: Content, maker: str) -> dict[str, Any] | None:
        copies = self._copies()
        if not copies.has(held.stamp) and held.edges > LARGE:
            self._notify(_long_wait(held))
        request = {
            "op": "open",
            "address": self._address,
            "folder": str(copies.folder),
            "stamp": held.stamp,
            "maker": maker,
        }
        answer = process.ask(request, _OPENING_S)
        unwritable = answer is not None and answer.get("os", False)
        if unwritable and self._private is None:
            # A folder one may only read: the copy goes where temporary files go.
            self._private = tempfile.TemporaryDirectory(prefix="kg-cypher-")
            return self._open(process, held, maker)
        return answer

    def _copies(self) -> Copies:
        return Copies(Path(self._private.name)) if self._private else Copies.of(self._address)

    def _not_opened(self, answer: dict[str, Any] | None) -> StoreError:
        if self._process is not None:
            self._process.end()
        return not_started(answer, self._address)


def _no_extra() -> Problem:
    return Problem(
        Text("没有安装 Cypher 引擎", "the Cypher engine is not installed"),
        same(DISTRIBUTION),
        next_step=Text(
            f"用 pip install '{EXTRA}' 安装，或用 --store neo4j 连 Neo4j；报告不需要它",
            f"pip install '{EXTRA}', or use Neo4j with --store neo4j; reports do without it",
        ),
    )


def _long_wait(held: Content) -> Text:
    seconds = round((held.nodes + held.edges) * _PER_PART_MS / 1000)
    return Text(
        f"先为查询准备副本：节点 {held.nodes}，关系 {held.edges}，约需 {seconds} 秒；"
        "图谱这样大时，用 Neo4j 更合适（--store neo4j）",
        f"first a copy is made for queries: {held.nodes} nodes, {held.edges} edges, about "
        f"{seconds} s; for a graph of this size Neo4j serves better (--store neo4j)",
    )
