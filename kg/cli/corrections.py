"""The ledger of corrections as commands use it: where it lies, read, and changed safely."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.cli.invocation import Invocation
from kg.cli.parameter import Option, setting_option
from kg.corrections import Ledger, read_ledger
from kg.errors import KgError, Problem, StoreUnreachableError, UsageError
from kg.intake import read_file
from kg.render.files import write_file
from kg.settings import DEFAULT
from kg.wording import Text, same

_TRIES = 10


def corrections_option() -> Option:
    """Return the option --corrections."""
    return setting_option(
        "corrections",
        Text(
            "更正账本（默认 KG_CORRECTIONS，或图谱库旁的 kg-corrections.tsv）",
            "the ledger of corrections (default: KG_CORRECTIONS, or kg-corrections.tsv beside "
            "the store)",
        ),
    )


def ledger_path(invocation: Invocation) -> Path:
    """Return where the ledger of this run lies, whether it is there or not."""
    return Path(invocation.settings.corrections.value)


def ledger_of(invocation: Invocation) -> Ledger:
    """Return the corrections of this run; none where there is no ledger.

    Raises
    ------
    UsageError
        When the ledger that an option names is missing.
    InputError
        When the ledger is faulty.
    """
    path = ledger_path(invocation)
    if not path.exists():
        _allow_missing(invocation, path)
        return Ledger(path.name)
    return read_ledger(ledger_bytes(path), path.name)


def _allow_missing(invocation: Invocation, path: Path) -> None:
    """Refuse a ledger named by option and missing; say so where a setting names it."""
    origin = invocation.settings.corrections.origin
    missing = Problem(
        Text("没有这个更正账本", "there is no such ledger"),
        Text(f"{path}，{origin.zh}", f"{path}, {origin.en}"),
        next_step=Text(
            "检查路径；kg correct add 会新建账本", "check the path; kg correct add makes a new one"
        ),
    )
    if "corrections" in invocation.options:
        raise UsageError(missing)
    if origin != DEFAULT:
        invocation.say(missing.into(invocation.language))


def ledger_bytes(path: Path) -> bytes:
    """Return the bytes of a ledger; none where it is missing or empty."""
    if not path.exists() or (path.is_file() and path.stat().st_size == 0):
        return b""
    return read_file(path).data


def stored_documents(invocation: Invocation) -> frozenset[str]:
    """Return the keys of the documents in the store; none where there is no store yet."""
    try:
        with invocation.open_store() as store:
            return frozenset(document.key for document in store.documents())
    except StoreUnreachableError:
        return frozenset()


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
