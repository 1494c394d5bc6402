"""What people say of upper tasks: whether they are meant for a lower document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.review import (
    EVERY_LOWER,
    Exemption,
    ExemptionOutcome,
    comments,
    pair_hash,
    said,
)
from kg.review import State as Became
from kg.wording import Text, same

_ELSEWHERE = Text(
    "对每份下级文件另有更确切或更新的判断",
    "for each lower document something nearer or newer is said",
)


class ExemptionState(StrEnum):
    """Where a word on a task stands."""

    EXEMPT = "exempt"
    MEANT = "meant"
    STALE = "stale"
    CONFLICT = "conflict"
    UNUSED = "unused"


EXEMPTION_STATES: Mapping[ExemptionState, Text] = {
    ExemptionState.EXEMPT: Text("不适用", "not applicable"),
    ExemptionState.MEANT: Text("适用", "applicable"),
    ExemptionState.STALE: Text("已过期", "stale"),
    ExemptionState.CONFLICT: Text("冲突", "conflict"),
    ExemptionState.UNUSED: Text("未用上", "unused"),
}


@dataclass(frozen=True, slots=True)
class TaskWord:
    """What people say of one task and one lower document, or every one.

    Parameters
    ----------
    name
        Its short name.
    lower_document
        As the rows have it: a key, or :data:`kg.review.EVERY_LOWER`.
    item_key
        The task as it is called now; where it is gone, as it was.
    outcomes
        What became of the rows, for each lower document that they concern.
    """

    name: str
    lower_document: str
    upper_document: str
    item_key: str
    outcomes: tuple[ExemptionOutcome, ...]

    @property
    def below(self) -> Text:
        """Which lower documents it is about."""
        if self.lower_document == EVERY_LOWER:
            return Text("每份下级文件", "every lower document")
        return same(self.lower_document)

    @property
    def documents(self) -> frozenset[str]:
        """The keys of the upper document and of the lower ones."""
        lower = {outcome.lower_document for outcome in self.outcomes} - {EVERY_LOWER}
        return frozenset({self.upper_document, *lower})

    @property
    def rows(self) -> tuple[Exemption, ...]:
        """All its rows, whether they count or not, sorted."""
        held = {row for outcome in self.outcomes for row in outcome.all_rows}
        return tuple(sorted(row for row in held if row.lower_document == self.lower_document))

    @property
    def counting(self) -> tuple[Exemption, ...]:
        """Its rows that count for some lower document; where none do, all."""
        count = {row for outcome in self.outcomes for row in outcome.rows}
        return tuple(row for row in self.rows if row in count) or self.rows

    @property
    def state(self) -> ExemptionState:
        """Where it stands: in conflict where it is for any lower document."""
        effective = self._effective
        became = {outcome.state for outcome in effective}
        if not became - {Became.UNUSED, Became.WAITING}:
            return ExemptionState.UNUSED
        for state in (Became.CONFLICT, Became.STALE):
            if state in became:
                return ExemptionState(state.value)
        exempt = self.counting[0].is_exempt
        return ExemptionState.EXEMPT if exempt else ExemptionState.MEANT

    @property
    def comment(self) -> Text | None:
        """Why it was said, or why it decides nothing."""
        state = self.state
        if state in {ExemptionState.EXEMPT, ExemptionState.MEANT}:
            words = comments(self.counting)
            return Text(words, words) if words else None
        reasons = tuple(dict.fromkeys(self._reasons(state))) or (_ELSEWHERE,)
        zh, en = "；".join(r.zh for r in reasons), "; ".join(r.en for r in reasons)
        if any(o.state is Became.CONFLICT and o.is_exempt is None for o in self._effective):
            return Text(zh, en)  # which says who said what
        was = said(self.counting)
        return Text(f"{zh}；原判：{was.zh}", f"{en}; was: {was.en}")

    @property
    def _effective(self) -> tuple[ExemptionOutcome, ...]:
        mine = set(self.rows)
        return tuple(outcome for outcome in self.outcomes if not mine.isdisjoint(outcome.rows))

    def _reasons(self, state: ExemptionState) -> Iterator[Text]:
        for outcome in self._effective:
            lower, reason = outcome.lower_document, outcome.reason
            if reason is None:
                continue
            if outcome.state is Became.CONFLICT and outcome.is_exempt is not None:
                yield Text(f"{lower}：{reason.zh}", f"{lower}: {reason.en}")
            elif state is ExemptionState.UNUSED or outcome.state.value == state.value:
                yield reason


def word_hash(lower_document: str, item_key: str) -> str:
    """Return the whole hash of a word on a task; its first digits are the short name."""
    return pair_hash(lower_document, item_key)


def words_on_tasks(
    outcomes: Iterable[ExemptionOutcome], digits: int, order: Mapping[str, int]
) -> tuple[TaskWord, ...]:
    """Return what people say of tasks, in the order of the upper documents.

    Parameters
    ----------
    digits
        Of a short name.
    order
        The place of each task that is there.
    """
    groups: dict[tuple[str, str, str], list[ExemptionOutcome]] = defaultdict(list)
    for outcome in outcomes:
        for lower in sorted({row.lower_document for row in outcome.all_rows}):
            groups[outcome.upper_document, outcome.item_key, lower].append(outcome)
    found = (
        TaskWord(word_hash(lower, item)[:digits], lower, upper, item, tuple(theirs))
        for (upper, item, lower), theirs in groups.items()
    )
    return tuple(
        sorted(
            found,
            key=lambda w: (
                w.upper_document,
                order.get(w.item_key, 0),
                w.item_key,
                w.lower_document,
            ),
        )
    )
