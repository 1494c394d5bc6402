"""What people say of the tasks of an upper document, applied to a lower one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.model import Edge, Value
from kg.review.finding import Found, Measures
from kg.review.judgement import EVERY_LOWER, Exemption
from kg.review.ledger import ReviewLedger
from kg.review.outcome import State
from kg.review.standing import agree, counting
from kg.review.words import comments, said
from kg.wording import Text

_CHANGED = Text("任务的文字已变", "the text of the task has changed")
_CONFIRMED = Text(
    "又有人确认了这项任务的对应，状态仍照对应",
    "an alignment of the task is accepted as well, and still decides its state",
)
_GONE = Text(
    "任务已不在文件中，或几项任务文字相同而键已变",
    "the task is gone, or several print its text and none has its key",
)
_NOT_COMPARED = Text("两份文件没有比对", "the two documents are not compared")
_NOTHING_BELOW = Text("没有下级文件与它比对", "no lower document is compared with it")


@dataclass(frozen=True, slots=True)
class ExemptionOutcome:
    """What became of the rows on one task and one lower document.

    Parameters
    ----------
    lower_document
        The lower document; where no row could be placed, as the row has it.
    item_key
        The task as it is called now; where it is gone, as it was.
    rows
        The rows that count, sorted by reviewer.
    all_rows
        These and the ones they supersede.
    reason
        Why they decide nothing; None where they do.
    """

    state: State
    lower_document: str
    upper_document: str
    item_key: str
    rows: tuple[Exemption, ...]
    all_rows: tuple[Exemption, ...]
    reason: Text | None = None

    @property
    def is_exempt(self) -> bool | None:
        """What was said; None where reviewers contradict each other."""
        return self.rows[0].is_exempt if agree(self.rows) else None

    @property
    def edge(self) -> Edge:
        """The edge from the lower document to the task. ``exempt`` is there only where something
        is decided.
        """
        said_so = self.is_exempt
        decided = self.state is State.APPLIED and said_so is not None
        props: dict[str, Value] = {
            "document_key": self.lower_document,
            "upper_document_key": self.upper_document,
            "status": self.state.value,
            "judged": State.CONFLICT.value if said_so is None else _JUDGED[said_so],
            "judged_by": "、".join(dict.fromkeys(row.reviewer for row in self.rows)),
            "judged_on": max(row.date for row in self.rows),
            "comment": said(self.rows).zh if said_so is None else comments(self.rows),
        }
        kept = {name: value for name, value in props.items() if value}
        if decided and said_so is not None:
            kept["exempt"] = said_so
        return Edge(self.lower_document, "EXEMPT_FROM", self.item_key, kept)


_JUDGED = {True: "exempt", False: "meant"}


def exemptions(
    lower_document: str,
    upper_document: str,
    words: Mapping[str, str],
    ledger: ReviewLedger,
    confirmed: Collection[str] = (),
) -> tuple[ExemptionOutcome, ...]:
    """Return what people say of which tasks of an upper document are meant for a lower one, sorted
    by key; none of tasks that are gone.

    A row is found by the words of its task, then by its key. Of one reviewer a row on this lower
    document goes before one on every lower document. Where the words have changed the row is
    stale; where reviewers contradict each other, or say that a task is exempt whose alignment
    somebody accepted, nothing is decided.

    Parameters
    ----------
    words
        The words of each task (:func:`kg.review.digest.task_words`) by key.
    confirmed
        The keys of tasks with an accepted alignment from the lower document.
    """
    tasks = Measures(words)
    placed: dict[str, list[tuple[Exemption, Found]]] = defaultdict(list)
    for row in ledger.exempting(lower_document, upper_document):
        found = tasks.find(row.item_key, row.words_hash)
        if found.key is not None:
            placed[found.key].append((row, found))
    return tuple(
        _outcome((lower_document, upper_document, key), rows, is_confirmed=key in confirmed)
        for key, rows in sorted(placed.items())
    )


def _outcome(
    about: tuple[str, str, str],
    placed: list[tuple[Exemption, Found]],
    *,
    is_confirmed: bool,
) -> ExemptionOutcome:
    """What the rows on one task come to: those on its present words go before older ones."""
    fresh = [row for row, found in placed if found.is_unchanged]
    everything = tuple(row for row, _ in placed)
    rows = counting(fresh or everything, lambda row: _nearness(row, about[2]))
    exempt = agree(rows) and rows[0].is_exempt
    if not fresh:
        state, reason = State.STALE, _CHANGED
    elif not agree(rows):
        state, reason = State.CONFLICT, said(rows)
    elif exempt and is_confirmed:
        state, reason = State.CONFLICT, _CONFIRMED
    else:
        state, reason = State.APPLIED, None
    return ExemptionOutcome(state, *about, rows, everything, reason)


def _nearness(row: Exemption, item_key: str) -> int:
    """How closely a row speaks of one lower document and of the task under its present key."""
    return 2 * (row.lower_document != EVERY_LOWER) + (row.item_key == item_key)


def confirmed_tasks(measures: Iterable[Edge], task_of: Mapping[str, str]) -> frozenset[str]:
    """Return the keys of the upper tasks with an accepted alignment of measures.

    Parameters
    ----------
    task_of
        The key of the task of each upper measure; one outside of tasks stands for itself.
    """
    return frozenset(
        task_of.get(e.dst, e.dst)
        for e in measures
        if e.type == "ALIGNS_WITH" and e.props["status"] == "accepted"
    )


def exemption_summary(
    ledger: ReviewLedger,
    outcomes: Iterable[ExemptionOutcome],
    compared: Collection[tuple[str, str]],
    documents: Collection[str],
) -> tuple[ExemptionOutcome, ...]:
    """Return what became of every row of a ledger on tasks, sorted by upper document, task and
    lower document.

    Parameters
    ----------
    outcomes
        Of all pairs of documents that are compared.
    compared
        These pairs: keys of the lower and the upper document.
    documents
        The keys of the documents in the store.
    """
    found = list(outcomes)
    seen = {row for outcome in found for row in outcome.all_rows}
    left: dict[tuple[str, str, str], list[Exemption]] = defaultdict(list)
    for row in ledger.exemptions:
        if row not in seen:
            left[row.lower_document, row.upper_document, row.item_key].append(row)
    found.extend(_unplaced(left, compared, documents))
    return tuple(
        sorted(found, key=lambda o: (o.upper_document, o.item_key, o.lower_document, o.rows))
    )


def _unplaced(
    left: Mapping[tuple[str, str, str], list[Exemption]],
    compared: Collection[tuple[str, str]],
    documents: Collection[str],
) -> Iterator[ExemptionOutcome]:
    for (lower, upper, item), rows in left.items():
        missing = [d for d in (lower, upper) if d != EVERY_LOWER and d not in documents]
        state = State.UNUSED
        if missing:
            names = "、".join(missing)
            state, reason = (
                State.WAITING,
                Text(f"文件未载入：{names}", f"not in the store: {names}"),
            )
        elif any(row.speaks_of(*pair) for row in rows for pair in compared):
            reason = _GONE
        else:
            reason = _NOTHING_BELOW if lower == EVERY_LOWER else _NOT_COMPARED
        yield ExemptionOutcome(state, lower, upper, item, counting(rows), tuple(rows), reason)
