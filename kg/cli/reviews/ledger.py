"""The review ledger as commands use it: where it lies, read, changed, brought into the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from kg.cli.invocation import Invocation
from kg.cli.ledger_file import change_ledger, ledger_bytes
from kg.cli.parameter import Option, setting_option
from kg.cli.vocabulary import concepts_of
from kg.errors import InputError, Problem, UsageError
from kg.review import ReviewLedger, ledger_data, read_ledger
from kg.settings import DEFAULT
from kg.store.base import Store
from kg.wording import Text

_LEDGER = Text("审核账本", "the review ledger")


def review_option() -> Option:
    """Return the option --review."""
    return setting_option(
        "review",
        Text(
            "审核账本（默认 KG_REVIEW，或图谱库旁的 kg-review.tsv）",
            "the review ledger (default: KG_REVIEW, or kg-review.tsv beside the store)",
        ),
    )


def review_path(invocation: Invocation) -> Path:
    """Return where the review ledger of this run lies, whether it is there or not."""
    return Path(invocation.settings.review.value)


def review_of(invocation: Invocation, *, to_change: bool = False) -> ReviewLedger:
    """Return the judgements of this run; none where there is no ledger.

    Parameters
    ----------
    to_change
        Whether a missing ledger is about to be made.

    Raises
    ------
    UsageError
        When the ledger that an option names is missing.
    InputError
        When the ledger is faulty.
    """
    path = review_path(invocation)
    if not path.exists():
        if not to_change:
            _allow_missing(invocation, path)
        return ReviewLedger(path.name)
    return read_ledger(ledger_bytes(path), path.name)


def _allow_missing(invocation: Invocation, path: Path) -> None:
    """Refuse a ledger named by option and missing; say so where a setting names it."""
    origin = invocation.settings.review.origin
    missing = Problem(
        Text("没有这个审核账本", "there is no such review ledger"),
        Text(f"{path}，{origin.zh}", f"{path}, {origin.en}"),
        next_step=Text(
            "检查路径；kg review accept 等会新建账本",
            "check the path; kg review accept and the like make a new one",
        ),
    )
    if "review" in invocation.options:
        raise UsageError(missing)
    if origin != DEFAULT:
        invocation.say(missing.into(invocation.language))


def change_review(
    invocation: Invocation, change: Callable[[ReviewLedger], ReviewLedger]
) -> ReviewLedger:
    """Change the review ledger as its file stands at that moment, and return what it says then.

    Raises
    ------
    UsageError
        When a new row holds what no cell can hold.
    """
    path = review_path(invocation)

    def changed(before: bytes) -> bytes:
        after = change(read_ledger(before, path.name))
        try:
            return ledger_data(after)
        except InputError as error:
            raise UsageError(*error.problems) from error

    return read_ledger(change_ledger(path, changed, _LEDGER), path.name)


def bring_up_to_date(
    invocation: Invocation,
    store: Store,
    ledger: ReviewLedger,
    documents: Iterable[tuple[str, str]],
) -> bool:
    """Bring what joins pairs of a lower and an upper document up to date with a ledger.

    Returns True when the store changed.
    """
    from kg.pipeline import relink  # noqa: PLC0415 - loads what compares documents

    concepts = concepts_of(invocation)
    pairs = sorted(set(documents))
    changed = [relink(store, lower, upper, ledger, concepts) for lower, upper in pairs]
    return any(changed)
