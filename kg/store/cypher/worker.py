"""The process that runs ArcadeDB: takes one request on each line of stdin, answers on stdout.

A process of its own, because Java cannot be stopped in the middle of every query, cannot be
started twice in one process, and answers signals its own way. Requests and answers are JSON
objects on one line each:

``{"op": "open", "address", "folder", "stamp", "maker"}`` → ``{"opened": true}``
``{"op": "run", "query", "parameters", "timeout_ms", "row_limit"}``
→ ``{"columns", "rows", "truncated", "elapsed_s"}``

or ``{"fault": class name, "message": text}``, with ``"os": true`` for what the system refused, and
with ``"start": true`` when Java did not start.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from time import perf_counter
from typing import Any

from kg.store.cypher import jvm
from kg.store.cypher.copy import Copies
from kg.store.cypher.filling import fill
from kg.store.cypher.stamp import content

HEAP_MB = 1024
STALE = "stale"
"""The fault of an open request whose store has changed meanwhile."""

Request = dict[str, Any]
Answer = dict[str, Any]


class Worker:
    """ArcadeDB, and the copy that is open."""

    def __init__(self) -> None:
        self._binding = jvm.start(HEAP_MB)
        import jpype  # noqa: PLC0415 - after the machine has been started

        self._jpype = jpype
        from kg.store.cypher.javavalues import Sender  # noqa: PLC0415

        self._sender = Sender()
        self._database: Any = None

    def answer(self, request: Request) -> Answer:
        """Return the answer to a request."""
        if request["op"] == "open":
            return self._open(request)
        return self._run(request)

    def _open(self, request: Request) -> Answer:
        address, stamp = request["address"], request["stamp"]
        copies = Copies(Path(request["folder"]))

        def make(folder: Path) -> None:
            self._fill(address, folder)
            if content(address, request["maker"]).stamp != stamp:
                raise StaleError

        if self._database is not None:
            self._database.close()
            self._database = None
        if copies.has(stamp):
            try:
                self._database = self._opened(copies.place(stamp))
            except self._jpype.JException:
                copies.discard(stamp)  # damaged, or thrown away meanwhile: it is made again
        if self._database is None:
            self._database = self._opened(copies.make(stamp, make))
        return {"opened": True}

    def _opened(self, place: Path) -> Any:  # noqa: ANN401 - the binding has no types
        factory = self._jpype.JClass("com.arcadedb.database.DatabaseFactory")
        mode = self._jpype.JClass("com.arcadedb.engine.ComponentFile$MODE")
        return self._binding.Database(factory(str(place)).open(mode.READ_ONLY))

    def _fill(self, address: str, folder: Path) -> None:
        from kg.store.sqlite import open_file  # noqa: PLC0415 - a copy that is there needs no store

        with open_file(address, must_exist=True) as store:
            graph, inventories = store.graph(), store.inventories()
        database = self._binding.create_database(str(folder))
        try:
            fill(database, graph, inventories)
        finally:
            database.close()

    def _run(self, request: Request) -> Answer:
        limit = request["row_limit"]
        settings = self._jpype.JClass("com.arcadedb.GlobalConfiguration")
        configuration = self._database.get_java_database().getConfiguration()
        configuration.setValue(settings.COMMAND_TIMEOUT, self._jpype.JLong(request["timeout_ms"]))
        started = perf_counter()
        parameters = request["parameters"]
        given = (parameters,) if parameters else ()
        with self._database.query("opencypher", request["query"], *given) as found:
            taken = list(islice(found.iter_dicts(), limit + 1))
        rows = taken[:limit]
        columns = list(rows[0]) if rows else []
        return {
            "columns": columns,
            "rows": [[self._sender.sent(row[name]) for name in columns] for row in rows],
            "truncated": len(taken) > limit,
            "elapsed_s": perf_counter() - started,
        }


class StaleError(Exception):
    """The store changed while its copy was filled."""


def fault(error: BaseException) -> Answer:
    """Return what is said of an error: the Java class behind it, or Python's own."""
    seen: Any = error
    while seen is not None:
        if hasattr(seen, "getClass"):
            name = str(seen.getClass().getSimpleName())
            return {"fault": name, "message": str(seen.getMessage())}
        seen = seen.__cause__
    name = STALE if isinstance(error, StaleError) else type(error).__name__
    return {"fault": name, "message": str(error), "os": isinstance(error, OSError)}


def main() -> None:
    """Answer until stdin ends. What Java prints goes to stderr, so that stdout is answers alone."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8", newline="\n")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    requests: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(requests,), daemon=True).start()
    answer = _starter()
    while True:
        answers.write(json.dumps(answer(json.loads(requests.get()))) + "\n")
        answers.flush()


def _listen(requests: SimpleQueue[bytes]) -> None:
    """Hand on the requests. When the other side has gone, so does this process, whatever Java is
    doing: the copy is only read, and an unfinished one is thrown away by the next to come.
    """
    for line in sys.stdin.buffer:
        requests.put(line)
    os._exit(0)


def _starter() -> Callable[[Request], Answer]:
    """Return what answers requests; Java is started at once, before the first of them."""
    try:
        worker = Worker()
    except Exception as error:  # noqa: BLE001 - whatever it is, the other side is told
        failed = {**fault(error), "start": True}
        return lambda _: failed

    def answer(request: Request) -> Answer:
        try:
            return worker.answer(request)
        except Exception as error:  # noqa: BLE001 - whatever it is, the other side is told
            return fault(error)

    return answer


if __name__ == "__main__":
    main()
