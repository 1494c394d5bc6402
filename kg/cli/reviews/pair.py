"""One pair of measures to review, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.analysis.dossier import Entry
from kg.analysis.gaps.coverage import Alignment
from kg.model import Edge
from kg.review import Outcome
from kg.review import State as Became
from kg.wording import Text


class State(StrEnum):
    """Where a pair stands."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNSURE = "unsure"
    STALE = "stale"
    CONFLICT = "conflict"
    UNUSED = "unused"


STATES: Mapping[State, Text] = {
    State.SUGGESTED: Text("待审", "suggested"),
    State.ACCEPTED: Text("确认", "accepted"),
    State.REJECTED: Text("否定", "rejected"),
    State.UNSURE: Text("存疑", "unsure"),
    State.STALE: Text("已过期", "stale"),
    State.CONFLICT: Text("冲突", "conflict"),
    State.UNUSED: Text("未用上", "unused"),
}


@dataclass(frozen=True, slots=True)
class Side:
    """One measure of a pair.

    Parameters
    ----------
    place, short
        What a memo calls it, with and without the name of its document; where the measure is
        gone, its key and words as judged.
    order
        Its order in the document, from 1; 0 where it is gone.
    entry
        The measure; None where it is gone.
    """

    document_key: str
    key: str
    place: Text
    short: Text
    order: int = 0
    entry: Entry | None = None

    @property
    def text(self) -> str:
        """Its words; empty where it is gone."""
        return self.entry.text if self.entry else ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A lower and an upper measure.

    Parameters
    ----------
    name
        Its short name.
    edge
        The alignment as judged; None where there is none.
    outcome
        What became of the judgements on it; None without any.
    """

    name: str
    lower: Side
    upper: Side
    edge: Edge | None
    outcome: Outcome | None

    @property
    def state(self) -> State:
        """Where it stands."""
        if self.outcome is None:
            return State.SUGGESTED
        if self.outcome.state is Became.APPLIED and self.outcome.verdict is not None:
            return State(self.outcome.verdict.value)
        waits = self.outcome.state in {Became.UNUSED, Became.WAITING}
        return State.UNUSED if waits else State(self.outcome.state.value)

    @property
    def alignment(self) -> Alignment | None:
        """The alignment with both measures; None where there is none."""
        if self.edge is None or self.lower.entry is None or self.upper.entry is None:
            return None
        return Alignment(self.edge, self.lower.entry, self.upper.entry)

    @property
    def documents(self) -> tuple[str, str]:
        """The keys of the lower and the upper document."""
        return self.lower.document_key, self.upper.document_key
