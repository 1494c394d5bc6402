"""What became of each correction in a build, and the issues that say so in the graph."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from kg.corrections.entry import Action, Entry
from kg.model import Issue, IssueCode, Place, Severity
from kg.wording import Text


class State(StrEnum):
    """What became of a correction.

    ``STALE``: what it corrects prints something else now. ``UNUSED``: its document was read and
    does not hold it. ``WAITING``: its document was not read. Only ``APPLIED`` changes anything.
    """

    APPLIED = "applied"
    STALE = "stale"
    UNUSED = "unused"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one correction, in one document or in a whole build; ``reason`` says why it
    was not applied.
    """

    entry: Entry
    state: State
    reason: Text | None = None


WHAT: dict[Action, Text] = {
    Action.ALIAS: Text("单位名称", "the name of a body"),
    Action.SPLIT_NAME: Text("连印的单位名称", "names run together"),
    Action.AGENCIES: Text("责任单位", "the responsible bodies"),
    Action.DEADLINE: Text("时限", "the deadline"),
    Action.TEXT: Text("文字", "the words"),
    Action.SPLIT: Text("举措的划分（拆分）", "where measures part (split)"),
    Action.JOIN: Text("举措的划分（合并）", "where measures part (joined)"),
}

_ANSWERED: dict[Action, frozenset[str]] = {
    Action.AGENCIES: frozenset({"agency-missing", "cell-inherited"}),
    Action.DEADLINE: frozenset({"deadline-unreadable"}),
}
_DOUBTED_WORDS = frozenset({"text-suspect", "text-doubled"})
_DOUBTED_NAMES = frozenset(
    {"agency-malformed", "agency-fused", "agency-suspect", "division-with-level"}
)


def corrected(entry: Entry, place: Place | None, was: str, became: str) -> Issue:
    """Return the note on what a correction touched."""
    what, who, why = WHAT[entry.action], _who(entry), _why(entry)
    message = Text(
        f"按人工更正改正{what.zh}{who.zh}{why.zh}", f"{what.en} corrected by hand{who.en}{why.en}"
    )
    return Issue(IssueCode("corrected", Severity.INFO, message), place, was, became)


def stale(entry: Entry, place: Place | None, reason: Text) -> Issue:
    """Return the warning on the part whose print has changed under a correction."""
    what, who = WHAT[entry.action], _who(entry)
    message = Text(
        f"对{what.zh}的更正已过时，未用{who.zh}：{reason.zh}；拟改为“{entry.value}”",
        f"a correction of {what.en} is stale and not applied{who.en}: {reason.en}; "
        f"it says “{entry.value}”",
    )
    return Issue(IssueCode("correction-stale", Severity.WARNING, message), place, entry.was)


def unused(entry: Entry) -> Issue:
    """Return the warning on the document that does not hold what a correction speaks of."""
    what, who = WHAT[entry.action], _who(entry)
    message = Text(
        f"对{what.zh}的更正没有用上{who.zh}：{entry.target} 不在文件中；拟改为“{entry.value}”",
        f"a correction of {what.en} is unused{who.en}: the document has no {entry.target}; "
        f"it says “{entry.value}”",
    )
    was = entry.was or entry.target
    return Issue(IssueCode("correction-unused", Severity.WARNING, message), None, was)


def answers(entry: Entry, issue: Issue) -> bool:
    """Whether a correction of a cell settles an issue of its measure."""
    return issue.kind.code in _ANSWERED.get(entry.action, frozenset())


def doubts_words(issue: Issue) -> bool:
    """Whether an issue doubts some words of a text."""
    return issue.kind.code in _DOUBTED_WORDS


def doubts_name(issue: Issue) -> bool:
    """Whether an issue doubts the name of a body."""
    return issue.kind.code in _DOUBTED_NAMES


def settled(issue: Issue) -> Issue:
    """Return an issue that a correction has answered: kept, and no longer open."""
    message = Text(
        f"{issue.kind.message.zh}（已人工更正）", f"{issue.kind.message.en} (corrected by hand)"
    )
    return replace(issue, kind=IssueCode(issue.kind.code, Severity.INFO, message))


def _who(entry: Entry) -> Text:
    known = [part for part in (entry.by, entry.date) if part]
    return Text(f"（{'，'.join(known)}）", f" ({', '.join(known)})") if known else Text("", "")


def _why(entry: Entry) -> Text:
    return Text(f"：{entry.comment}", f": {entry.comment}") if entry.comment else Text("", "")
