"""The derived copy of a store file that ArcadeDB reads: made, found, thrown away.

Beside ``kg.db`` stands the folder ``kg.db.cypher``; in it one folder for each stamp, filled under
another name and moved into place, so that one that is there is whole. It is opened read-only, so
any number of processes may use it; a stale one goes when the next is made.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from kg.store.cypher.lock import locked

SUFFIX = ".cypher"
_LOCK = "lock"
_UNFINISHED = "filling-"


@dataclass(frozen=True, slots=True)
class Copies:
    """The copies of one store file.

    Parameters
    ----------
    folder
        Where they stand.
    """

    folder: Path

    @classmethod
    def of(cls, address: str) -> Copies:
        """Return the copies beside a store file."""
        path = Path(address).absolute()
        return cls(path.with_name(path.name + SUFFIX))

    def place(self, stamp: str) -> Path:
        """Return where the copy with a stamp stands, or would stand."""
        return self.folder / stamp

    def has(self, stamp: str) -> bool:
        """Tell whether the copy with a stamp is there."""
        return self.place(stamp).is_dir()

    def make(self, stamp: str, fill: Callable[[Path], None]) -> Path:
        """Return the copy with a stamp, filled now unless another process was faster.

        Raises
        ------
        OSError
            When nothing can be written there.
        """
        self.folder.mkdir(exist_ok=True)
        with locked(self.folder / _LOCK):
            place = self.place(stamp)
            if not place.is_dir():
                self._clear()
                unfinished = self.folder / f"{_UNFINISHED}{token_hex(4)}"
                fill(unfinished)
                unfinished.rename(place)
        return place

    def discard(self, stamp: str) -> None:
        """Throw away the copy with a stamp, if it is there.

        Raises
        ------
        OSError
            When the system forbids it.
        """
        with locked(self.folder / _LOCK):
            if self.has(stamp):
                shutil.rmtree(self.place(stamp))

    def _clear(self) -> None:
        """Throw away stale copies and those that were never finished.

        A process that still reads one keeps its open files; where the system forbids to delete
        open files, they stay until the next time.
        """
        for entry in self.folder.iterdir():
            if entry.is_dir():
                shutil.rmtree(entry, ignore_errors=True)
