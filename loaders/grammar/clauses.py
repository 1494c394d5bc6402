"""Responsibilities written in running text: in brackets behind a measure, or behind a label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.grammar.brackets import bracketed
from kg.grammar.dates import looks_like_deadline

from .bodies import split_bodies
from .likeness import ends_strongly
from .roles import names_roles

_ROLE = re.compile(r"牵头|主办|负责|配合|(?:责任|承办|落实)(?:单位|部门|处室)")
_LABEL = re.compile(
    r"^(?:[（(]?[0-9一二三四五]{1,2}[）)．.、])?\s*"
    r"(?:牵头|责任|主办|承办|配合|协办|参与)(?:单位|部门|处室|科室)[：:]\s*(\S.{1,400})$"
)
_UNTIL = re.compile(r"[，,；;、]?(?:(?:完成)?(?:时限|时间|期限)[：:])?([^，,；;、：:]{2,30})$")
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Clause:
    """Who is responsible, and until when, as running text says it.

    Parameters
    ----------
    text
        The words without brackets and without the deadline.
    deadline
        The words of the deadline; empty where there is none.
    start, end
        Where the clause stands in the text, brackets and all.
    """

    text: str
    deadline: str
    start: int
    end: int


def clauses(text: str) -> Iterator[Clause]:
    """Yield the clauses of responsibility that stand in brackets, in printed order.

    Examples
    --------
    >>> [(c.text, c.deadline) for c in clauses("优化公交。（市交通局牵头，2025年底前完成）")]
    [('市交通局牵头', '2025年底前完成')]
    >>> list(clauses("各县（市、区）按要求报送（牵头单位用▲标明）"))
    []
    """
    for start, end in bracketed(text):
        inside = text[start + 1 : end - 1].strip().rstrip("。")
        if len(inside) <= _LONGEST and _ROLE.search(inside):
            words, deadline = _without_deadline(inside)
            if _names_bodies(words):
                yield Clause(words, deadline, start, end)


def last_clause(text: str) -> Clause | None:
    """Return the clause that ends a text; None where it ends otherwise.

    Examples
    --------
    >>> last_clause("开展整治（责任单位：市公安局）。").text
    '责任单位：市公安局'
    """
    found = None
    for clause in clauses(text):
        found = clause
    return found if found and not text[found.end :].strip("。；; ") else None


def is_labelled(text: str) -> bool:
    """Tell whether a line says behind a label who is responsible.

    Examples
    --------
    >>> is_labelled("牵头单位：市卫生健康委"), is_labelled("责任单位：（盖章）")
    (True, False)
    """
    found = _LABEL.match(text.strip())
    return found is not None and any(map(ends_strongly, split_bodies(found.group(1))))


def _without_deadline(inside: str) -> tuple[str, str]:
    found = _UNTIL.search(inside)
    if found is None or not looks_like_deadline(found.group(1)):
        return inside, ""
    return inside[: found.start()], found.group(1)


def _names_bodies(words: str) -> bool:
    return names_roles(words) and any(map(ends_strongly, split_bodies(_ROLE.sub("、", words))))
