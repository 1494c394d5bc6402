"""The file of a ledger that people keep: read, and changed safely."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import KgError, Problem
from kg.intake import read_file
from kg.render.files import write_file
from kg.wording import Text, same

_TRIES = 10


def ledger_bytes(path: Path) -> bytes:
    """Return the bytes of a ledger; none where it is missing or empty."""
    if not path.exists() or (path.is_file() and path.stat().st_size == 0):
        return b""
    return read_file(path).data


LEDGER = Text("更正账本", "the ledger")


def change_ledger(path: Path, change: Callable[[bytes], bytes], what: Text = LEDGER) -> bytes:
    """Change a ledger and return its new bytes; ``what`` is what it is called in errors.

    The change is made to what the file holds at that moment: two runs at once both count, and
    what an editor saves meanwhile is not overwritten.

    Raises
    ------
    ChangedMeanwhileError
        When another program keeps writing the file.
    """
    with _alone(path):
        for _ in range(_TRIES):
            before = ledger_bytes(path)
            after = change(before)
            if ledger_bytes(path) == before:
                write_file(path, after)
                return after
    raise ChangedMeanwhileError(
        Problem(
            Text(f"{what.zh}正被别的程序改写，没有记入", f"another program is writing {what.en}"),
            same(str(path)),
            next_step=Text("稍后再试", "try again later"),
        )
    )


class ChangedMeanwhileError(KgError):
    """The ledger changed while it was being changed; it is as the other program left it."""


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Let one run at a time change the ledgers of a folder, where the system can lock folders."""
    if sys.platform == "win32" or not path.resolve().parent.is_dir():
        yield
        return
    import fcntl  # noqa: PLC0415 - not on every system

    folder = os.open(path.resolve().parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
