"""What an issue puts in doubt, by its code, and which answers rest on that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kg.model import Node
from kg.wording import Text


class Aspect(StrEnum):
    """A kind of fact."""

    AGENCIES = "agencies"
    NAMES = "names"
    ROLES = "roles"
    SECTIONS = "sections"
    DEADLINES = "deadlines"
    WORDS = "words"
    LOST = "lost"
    CORRECTED = "corrected"
    STALE = "stale"
    UNUSED = "unused"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What it means that an aspect is touched, and the answers (commands) that rest on it."""

    words: Text
    answers: tuple[str, ...]


_BODIES = ("workload", "coordination")
_CONTENT = ("industries", "targets", "instruments", "alignment")
_ALL = ("workload", "deadlines", *_CONTENT)

MEANINGS = {
    Aspect.AGENCIES: Meaning(
        Text(
            "没有任何单位的举措：各单位的任务量都不含它们",
            "measures without any agency: they are in nobody's workload",
        ),
        _BODIES,
    ),
    Aspect.NAMES: Meaning(
        Text(
            "单位名称存疑：这些单位的任务量可能属于别的单位",
            "names in doubt: the workload of these bodies may be that of others",
        ),
        _BODIES,
    ),
    Aspect.ROLES: Meaning(
        Text(
            "责任单位的位置是恢复的：这些单位的任务量靠恢复得来",
            "agencies were put in place by recovery: the workload of these bodies rests on it",
        ),
        _BODIES,
    ),
    Aspect.SECTIONS: Meaning(
        Text(
            "板块或任务的标题、编号有恢复或不连续：按板块、任务的数字靠恢复得来",
            "headings or numbers were recovered or skip: figures by section and task rest on it",
        ),
        ("alignment", "gaps"),
    ),
    Aspect.DEADLINES: Meaning(
        Text(
            "时限不能识读：有关时限的回答都不含这些举措",
            "deadlines that cannot be read: answers about time leave these measures out",
        ),
        ("deadlines",),
    ),
    Aspect.WORDS: Meaning(
        Text(
            "举措文字存疑或经移位：从文字得出的产业、目标、文件制度和对应关系可能有误",
            "words in doubt or moved: industries, targets, instruments and alignments read from "
            "them may be wrong",
        ),
        _CONTENT,
    ),
    Aspect.LOST: Meaning(
        Text(
            "内容未能归位：所有计数都可能偏少",
            "words that could not be placed: every count may be too low",
        ),
        _ALL,
    ),
    Aspect.CORRECTED: Meaning(
        Text(
            "经人工更正：以更正为准，原文照录",
            "corrected by a person: the correction counts, the printed text stays",
        ),
        _ALL,
    ),
    Aspect.STALE: Meaning(
        Text(
            "更正已过期（原文变了），未采用：按原文",
            "corrections gone stale (the text changed), not applied: the text counts",
        ),
        _ALL,
    ),
    Aspect.UNUSED: Meaning(
        Text("更正没有用上：按原文", "corrections that met nothing: the text counts"),
        (),
    ),
    Aspect.OTHER: Meaning(
        Text(
            "其他存疑或缺失：凡用到这些举措的回答",
            "other doubts or losses: whatever uses these measures",
        ),
        _ALL,
    ),
}

_ASPECTS: dict[str, tuple[Aspect, ...]] = {
    "agency-missing": (Aspect.AGENCIES,),
    "agencies-in-measure-column": (Aspect.ROLES, Aspect.WORDS),
    "cell-inherited": (Aspect.ROLES,),
    "cell-unplaced": (Aspect.LOST,),
    "characters-unknown": (Aspect.WORDS,),
    "column-guessed": (Aspect.ROLES, Aspect.DEADLINES, Aspect.WORDS),
    "corrected": (Aspect.CORRECTED,),
    "correction-stale": (Aspect.STALE,),
    "correction-unused": (Aspect.UNUSED,),
    "deadline-open": (Aspect.DEADLINES,),
    "deadline-unreadable": (Aspect.DEADLINES,),
    "division-with-level": (Aspect.NAMES,),
    "measure-in-agency-column": (Aspect.WORDS,),
    "number-gap": (Aspect.SECTIONS,),
    "number-repeated": (Aspect.SECTIONS,),
    "row-shifted": (Aspect.ROLES, Aspect.WORDS),
    "row-unplaced": (Aspect.LOST,),
    "section-heading-recovered": (Aspect.SECTIONS,),
    "task-empty": (Aspect.LOST,),
    "text-suspect": (Aspect.WORDS,),
}

SET_ASIDE = frozenset({"cell-unplaced", "note-row", "row-unplaced"})
"""Codes of what was kept and reported, but is no part of the graph."""

CORRECTIONS = {
    "corrected": Text("已采用", "applied"),
    "correction-stale": Text("已过期", "stale"),
    "correction-unused": Text("未用上", "unused"),
}

_DOUBTFUL = frozenset({"warning", "error"})


def aspects_of(issue: Node) -> tuple[Aspect, ...]:
    """Return what an issue puts in doubt; nothing where it concerns form alone.

    A code that is not known here counts by its severity: a warning or an error about agencies
    (``agency-…``) puts names in doubt, any other is :attr:`Aspect.OTHER`, so that none is
    passed over.

    Examples
    --------
    >>> aspects_of(Node("k", "Issue", {"code": "agency-fused", "severity": "warning"}))
    (<Aspect.NAMES: 'names'>,)
    """
    code = str(issue.props["code"])
    if code in CORRECTIONS:
        return _ASPECTS[code]
    if issue.props["severity"] not in _DOUBTFUL:
        return ()
    if code in _ASPECTS:
        return _ASPECTS[code]
    return (Aspect.NAMES,) if code.startswith("agency-") else (Aspect.OTHER,)


def answers(aspects: Iterable[Aspect]) -> tuple[str, ...]:
    """Return the answers that rest on some aspects, each once."""
    return tuple(dict.fromkeys(name for a in aspects for name in MEANINGS[a].answers))
