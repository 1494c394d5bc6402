"""Signs of life on stderr, when it takes more than a second and a person is watching."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from threading import Lock, Timer
from types import TracebackType
from typing import TYPE_CHECKING, Self

from kg.render.width import printable

if TYPE_CHECKING:
    from rich.status import Status
    from rich.text import Text

_PATIENCE_S = 1.0


def _plain(words: str) -> Text:
    """The words as they stand: a bracket in a file name is no markup."""
    from rich.text import Text  # noqa: PLC0415 - most builds end before it is needed

    return Text(words)


class Progress:
    """Names the file being read; silent for the first second, and where nobody watches."""

    def __init__(self, sentence: str) -> None:
        self._sentence = sentence
        self._words = sentence
        self._lock = Lock()
        self._stack = ExitStack()
        self._status: Status | None = None
        self._timer = Timer(_PATIENCE_S, self._begin)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        with self._lock:
            self._stack.close()

    def watch(self, path: Path) -> None:
        """Take note of the file that is read next."""
        with self._lock:
            self._words = printable(f"{self._sentence} {path.name}")
            if self._status is not None:
                self._status.update(_plain(self._words))

    def _begin(self) -> None:
        from rich.console import Console  # noqa: PLC0415 - most builds end before it is needed
        from rich.status import Status  # noqa: PLC0415

        with self._lock:
            self._status = Status(_plain(self._words), console=Console(stderr=True))
            self._stack.enter_context(self._status)
