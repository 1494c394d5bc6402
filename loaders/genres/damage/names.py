"""Names of bodies that look damaged: pointed out with what they may stand for.

Likeness proposes and people decide: a name is never replaced by a like one. Only a level word in
front of a division that the same document prints without it is read as that division.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model import Issue, Responsibility

from ...grammar.bodies import has_open_list
from ...grammar.likeness import ends_like_body
from ...grammar.secondnames import closed
from ..issues import (
    NAME_FUSED,
    NAME_HALF_BRACKETED,
    NAME_MALFORMED,
    NAME_SUSPECT,
    NAME_WITH_LEVEL,
    PERSON_IN_NAME,
)

_DIVISION = re.compile(r"(?:处|科|室|股)$")
_LEVEL = re.compile(r"^[省市县区州]")
_ENDING = re.compile(r"(?:中心|委员会|处|科|室|股|局|厅|委|办|部|院|会)$")
_FOREIGN = re.compile(r"牵头|负责|会同|[0-9]{4}年|[0-9]{1,2}月|[底末]前|[:：]")
"""Words of roles and dates, which no name has in it."""

_PERSONS = re.compile(r"责任人|负责人|联系人|(?:责任|分管|牵头)领导")
_IN_BRACKETS = re.compile(r"[（(]([一-鿿·、，\s]{2,20})[）)]$")

_RARE = 3
"""A name is rare beside another that is printed at least this many times as often."""


@dataclass(frozen=True, slots=True)
class NameEvidence:
    """How often each name is printed in a document, and which names are divisions of its office."""

    counts: Mapping[str, int]
    divisions: frozenset[str]

    @classmethod
    def of(cls, names: Sequence[str]) -> NameEvidence:
        """Return the evidence that the printed names of a document give."""
        counts = Counter(names)
        bare = {n for n in counts if _DIVISION.search(n) and not _LEVEL.search(n)}
        return cls(counts, frozenset(bare))

    @property
    def is_internal(self) -> bool:
        """Whether the document names divisions of one office: two or more, in a fifth of all
        places or more.
        """
        named = sum(self.counts[n] for n in self.divisions)
        return len(self.divisions) > 1 and named * 5 >= sum(self.counts.values())


def doubt_name(body: Responsibility, evidence: NameEvidence) -> Responsibility:
    """Return a body with what looks wrong about its name."""
    for doubt in (_person, _malformed, _half_bracketed, _run_together):
        doubted = doubt(body, evidence)
        if doubted is not body:
            return doubted
    return _division(body, evidence) if evidence.is_internal else body


def _person(body: Responsibility, evidence: NameEvidence) -> Responsibility:
    """Take off the person in brackets that the column's heading announces."""
    del evidence
    found = _IN_BRACKETS.search(body.printed) if _PERSONS.search(body.role_text) else None
    if found is None or ends_like_body(found[1]):
        return body
    name = body.printed[: found.start()]
    return replace(
        _noting(body, Issue(PERSON_IN_NAME, body.place, body.printed, name)), reads_as=name
    )


def _malformed(body: Responsibility, evidence: NameEvidence) -> Responsibility:
    name = body.printed
    if has_open_list(name):  # 等部门 was not taken off: what stands before it is no body's name
        near = _alike(name, evidence)
        return _noting(body, Issue(NAME_MALFORMED, body.place, name, f"{near}？" if near else ""))
    if _FOREIGN.search(name):
        return _noting(body, Issue(NAME_MALFORMED, body.place, name))
    return body


def _half_bracketed(body: Responsibility, evidence: NameEvidence) -> Responsibility:
    del evidence
    whole = closed(body.printed)
    if whole == body.printed:
        return body
    issue = Issue(NAME_HALF_BRACKETED, body.place, body.printed, whole)
    return replace(_noting(body, issue), reads_as=whole)


def _run_together(body: Responsibility, evidence: NameEvidence) -> Responsibility:
    both = _two_known(body.printed, evidence)
    if not both:
        return body
    return _noting(body, Issue(NAME_FUSED, body.place, body.printed, f"{'、'.join(both)}？"))


def _division(body: Responsibility, evidence: NameEvidence) -> Responsibility:
    """Doubt the name of a division of the office that the document is about."""
    name = body.printed
    if _LEVEL.search(name) and name[1:] in evidence.divisions:
        issue = Issue(NAME_WITH_LEVEL, body.place, name, name[1:])
        return replace(_noting(body, issue), reads_as=name[1:])
    fused = _fused(name, evidence)
    if fused:
        return _noting(body, Issue(NAME_FUSED, body.place, name, f"{'、'.join(fused)}？"))
    if _LEVEL.search(name) and _DIVISION.search(name):
        near = _same_stem(name, evidence)
        if near:
            return _noting(body, Issue(NAME_SUSPECT, body.place, name, f"{near}？"))
    return body


def _noting(body: Responsibility, issue: Issue) -> Responsibility:
    return replace(body, issues=(*body.issues, issue))


def _is_rare(name: str, beside: str, evidence: NameEvidence) -> bool:
    return evidence.counts[name] * _RARE <= evidence.counts[beside]


def _fused(name: str, evidence: NameEvidence) -> tuple[str, ...]:
    """Return the two divisions whose names a rare name runs together: 甲处 + 乙处 = 甲乙处."""
    for first in sorted(evidence.divisions - {name}):
        stem = _DIVISION.sub("", first)
        second = name.removeprefix(stem)
        apart = stem and second != name and second in evidence.divisions - {first}
        if apart and all(_is_rare(name, n, evidence) for n in (first, second)):
            return first, second
    return ()


_SHORTEST_KNOWN = 3


def _two_known(name: str, evidence: NameEvidence) -> tuple[str, ...]:
    """Return the two names, both printed elsewhere, that one name runs together."""
    for i in range(_SHORTEST_KNOWN, len(name) - _SHORTEST_KNOWN + 1):
        first, second = name[:i], name[i:]
        if evidence.counts.get(first) and evidence.counts.get(second):
            return first, second
    return ()


def _same_stem(name: str, evidence: NameEvidence) -> str:
    """Return a frequent name that differs from a rare one in its ending alone."""
    stem = _ENDING.sub("", name)
    alike = (n for n in evidence.counts if n != name and _ENDING.sub("", n) == stem)
    return next((n for n in sorted(alike) if _is_rare(name, n, evidence)), "")


_SHORTEST_STEM = 4
"""Characters that a malformed name must share with another to be held against it."""


def _alike(name: str, evidence: NameEvidence) -> str:
    """Return the frequent name that shares the most characters in a row with a malformed one."""
    stem = re.sub(r"等.{0,6}$", "", name)
    stem = _LEVEL.sub("", stem)
    alike = [n for n in evidence.counts if n != name and len(stem) >= _SHORTEST_STEM and stem in n]
    alike = [n for n in alike if _is_rare(name, n, evidence)]
    return max(alike, key=lambda n: (evidence.counts[n], n), default="")
