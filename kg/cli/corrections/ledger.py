"""The ledger of corrections as commands use it: where it lies, and what it says."""

from __future__ import annotations

from pathlib import Path

from kg.cli.invocation import Invocation
from kg.cli.ledger_file import ledger_bytes
from kg.cli.parameter import Option, setting_option
from kg.corrections import Ledger, read_ledger
from kg.errors import Problem, StoreUnreachableError, UsageError
from kg.settings import DEFAULT
from kg.wording import Text


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


def stored_documents(invocation: Invocation) -> frozenset[str]:
    """Return the keys of the documents in the store; none where there is no store yet."""
    try:
        with invocation.open_store() as store:
            return frozenset(document.key for document in store.documents())
    except StoreUnreachableError:
        return frozenset()
