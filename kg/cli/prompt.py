"""Lines from a person or a pipe, for the shell."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Protocol

from kg.cli.completion import BREAKS, completions
from kg.cli.streams import repaired

_FOLDER = "policy-task-kg"
_FILE = "shell_history"
_REMEMBERED = 1000

FIRST, NEXT = "kg> ", "  > "


class Lines(Protocol):
    """Where lines come from."""

    interactive: bool

    def read(self, prompt: str) -> str | None:
        """Return the next line without its end; None when there are no more."""
        ...

    def close(self) -> None:
        """Keep what is to be kept."""
        ...


def lines(environ: Mapping[str, str]) -> Lines:
    """Return the lines of stdin: with editing, history and completion where a person types."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        return TypedLines(environ)
    return PipedLines()


class PipedLines:
    """Lines of a pipe or file; nothing is shown."""

    interactive = False

    def read(self, prompt: str) -> str | None:
        """See :meth:`Lines.read`."""
        del prompt
        line = sys.stdin.readline()
        return repaired(line.rstrip("\r\n")) if line else None

    def close(self) -> None:
        """See :meth:`Lines.close`."""


class TypedLines:
    """Lines typed at a terminal. The history lies in the user's folder for state, never in the
    current one.
    """

    interactive = True

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._file = history_file(environ)
        self._readline = _readline()
        if self._readline is not None:
            _prepare(self._readline, self._file)

    def read(self, prompt: str) -> str | None:
        """See :meth:`Lines.read`."""
        try:
            return input(prompt)
        except EOFError:
            return None

    def close(self) -> None:
        """See :meth:`Lines.close`."""
        if self._readline is None or self._file is None:
            return
        # A folder that cannot be written costs the history, not the answers.
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._readline.set_history_length(_REMEMBERED)
            self._readline.write_history_file(str(self._file))
            self._file.chmod(0o600)


def history_file(environ: Mapping[str, str], system: str = sys.platform) -> Path | None:
    """Return where the history is kept; None where the user has no folder of their own.

    Examples
    --------
    >>> history_file({"XDG_STATE_HOME": "/s"}, "linux").as_posix()
    '/s/policy-task-kg/shell_history'
    >>> history_file({"HOME": "/h"}, "linux").as_posix()
    '/h/.local/state/policy-task-kg/shell_history'
    """
    if system == "win32":
        base = environ.get("LOCALAPPDATA")
        return Path(base, _FOLDER, _FILE) if base else None
    state, home = environ.get("XDG_STATE_HOME"), environ.get("HOME")
    if state and Path(state).is_absolute():
        return Path(state, _FOLDER, _FILE)
    return Path(home, ".local", "state", _FOLDER, _FILE) if home else None


def _readline() -> ModuleType | None:
    try:
        import readline  # noqa: PLC0415 - not on every system
    except ImportError:
        return None
    return readline


def _prepare(readline: ModuleType, file: Path | None) -> None:
    if file is not None:
        with suppress(OSError):
            readline.read_history_file(os.fspath(file))
    readline.set_completer_delims(BREAKS)
    readline.set_completer(_completer(readline))
    readline.parse_and_bind("tab: complete")


def _completer(readline: ModuleType) -> Callable[[str, int], str | None]:
    def complete(word: str, state: int) -> str | None:
        found = completions(word, readline.get_line_buffer()[: readline.get_endidx()])
        return found[state] if state < len(found) else None

    return complete
