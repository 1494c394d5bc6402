"""The other process, seen from here: asked in lines, waited for so long and no longer."""

from __future__ import annotations

import json
import subprocess
import sys
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Any

_WORKER = ("-P", "-W", "ignore", "-m", "kg.store.cypher.worker")
_KILLED_S = 5.0


class Process:
    """The process that runs ArcadeDB, started at once.

    It stands in a session of its own: Ctrl-C reaches this process alone, which ends the other.
    """

    def __init__(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - this Python and a module of ours
            [sys.executable, *_WORKER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._answers: SimpleQueue[bytes] = SimpleQueue()
        Thread(target=self._listen, args=(self._process.stdout,), daemon=True).start()

    @property
    def alive(self) -> bool:
        """Whether the process can still be asked."""
        return self._process.poll() is None

    def ask(self, request: dict[str, Any], patience_s: float) -> dict[str, Any] | None:
        """Return the answer to a request; None when none came in time or the process has gone.

        A process that did not answer is ended: whatever it is doing, it cannot be asked again.
        """
        pipe = self._process.stdin
        try:
            if pipe is None:
                return None
            pipe.write(json.dumps(request).encode() + b"\n")
            pipe.flush()
            line = self._answers.get(timeout=patience_s)
        except (Empty, BrokenPipeError):
            self.end()
            return None
        except BaseException:
            self.end()
            raise
        if not line:
            self.end()
            return None
        answer: dict[str, Any] = json.loads(line)
        return answer

    def end(self) -> None:
        """End the process; a second call does nothing."""
        self._process.kill()
        self._process.wait(_KILLED_S)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                _shut(pipe)

    def _listen(self, pipe: IO[bytes] | None) -> None:
        """Hand on what the process answers; an empty line stands for its end."""
        for line in pipe or ():
            self._answers.put(line)
        self._answers.put(b"")


def _shut(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except BrokenPipeError:
        return  # what was not sent is of no use any more
