"""What ``kg doctor`` finds: one line for each thing it looks at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.errors import KgError
from kg.wording import Language, Text


class State(StrEnum):
    """How a check came out."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the checkup."""

    state: State
    check: Text
    detail: Text

    @classmethod
    def of(cls, check: Text, error: KgError) -> Finding:
        """Return the finding of what could not be read or opened: its first problem."""
        first = error.problems[0]
        return cls(State.PROBLEM, check, Text(first.into(Language.ZH), first.into(Language.EN)))
