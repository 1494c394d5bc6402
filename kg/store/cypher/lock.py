"""One process at a time, by a lock on a file that goes with the process."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

PATIENCE_S = 600.0
_PAUSE_S = 0.05


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock on a file, which is made if need be.

    Raises
    ------
    TimeoutError
        When another process holds it for longer than anything here takes.
    OSError
        When the file cannot be made.
    """
    with path.open("a+b") as file:
        deadline = monotonic() + PATIENCE_S
        while not _take(file.fileno()):
            if monotonic() > deadline:
                raise TimeoutError(str(path))
            sleep(_PAUSE_S)
        yield


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
