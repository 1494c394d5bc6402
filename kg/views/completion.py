"""What a status ledger says of measures, in the words of a view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from kg.analysis.status.status import PROGRESS, Record, StatusLedger
from kg.views.choice import Choice
from kg.views.timing import DONE, EXPIRED, NOT_YET, TIMINGS, Timing
from kg.wording import Text, same

_GROUPS = {
    Timing.LATE: frozenset({Timing.LATE}),
    Timing.EXPIRED: EXPIRED,
    Timing.OPEN: NOT_YET,
}
"""What is told together, by the timing that names it."""


def tally(found: Iterable[Timing]) -> Text:
    """Return how many measures are done, late, expired, and not yet due; empty where there is
    nothing of these.

    What was last known before its day has expired as well: nobody says what became of it.
    """
    counts = Counter(found)
    done = sum(counts[t] for t in DONE)
    told: list[Text] = []
    if done:
        late = counts[Timing.DONE_LATE]
        zh, en = (f"（其中逾期 {late} 条）", f" ({late} of them late)") if late else ("", "")
        told.append(Text(f"已完成 {done} 条{zh}", f"done: {done}{en}"))
    for name, group in _GROUPS.items():
        number = sum(counts[t] for t in group)
        if number:
            word = TIMINGS[name]
            told.append(Text(f"{word.zh} {number} 条", f"{word.en}: {number}"))
    return Text("，".join(t.zh for t in told), ", ".join(t.en for t in told))


def basis(ledger: StatusLedger) -> Text:
    """Return what the states rest on, for the line below the title."""
    number = sum(map(len, ledger.records.values()))
    return Text(
        f"完成情况：{ledger.name}，记录 {number} 条",
        f"completion: {ledger.name}, {number} records",
    )


def notes(choice: Choice) -> Iterator[Text]:
    """Yield what of the ledger does not count."""
    ledger = choice.ledger
    if ledger is None:
        return
    later = ledger.later(choice.as_of)
    if later:
        yield Text(
            f"完成情况的记录中，晚于截至日的 {later} 条未计",
            f"records of completion later than the day of the view, not counted: {later}",
        )
    if ledger.ignored:
        yield Text(
            f"完成情况账本中没有用到的列：{'、'.join(ledger.ignored)}",
            f"columns of the status ledger that are not used: {', '.join(ledger.ignored)}",
        )


def told(record: Record) -> Text:
    """Return one record: what, on which day, by whom."""
    word = PROGRESS[record.progress]
    more = same("，".join(filter(None, (str(record.on or ""), record.by))))
    return Text(f"{word.zh}（{more.zh}）", f"{word.en} ({more.en})") if more.zh else word
