"""Who leads and who assists, from a cell and the word that heads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Basis, Role

from .bodies import split_bodies
from .columns import ColumnRole


@dataclass(frozen=True, slots=True)
class NamedRole:
    """A body as printed with its role, the ground for it, and the word that gives it."""

    printed: str
    role: Role
    basis: Basis
    role_text: str


_LABEL = re.compile(
    r"(牵头|主办|主责|责任|承办|落实|配合|协办|协助|参与|参加)(?:责任)?(?:单位|部门|处室|科室)?[：:]"
)
_MARK = re.compile(r"[（(](牵头|牵头单位|主办|主责|配合|协办|参与|参加)[）)]$")
_CLAUSE = re.compile(
    r"^(.{2,200}?)(?:等(?:部门|单位)?)?(?:共同|联合)?(牵头|主办)(?:负责)?[，,；;、](.{2,400})$"
)
_TAIL = re.compile(
    r"(?:等(?:相关|有关)?(?:部门|单位)?)?(?:按照?(?:各自)?职责(?:分工)?(?:负责|落实)?|分工负责|参与配合|配合|负责|参与|参加|协助|落实)$"
)

_LEADING = frozenset({"牵头", "主办", "主责", "牵头单位"})


def read_roles(text: str, role: ColumnRole, word: str) -> tuple[NamedRole, ...]:
    """Return the bodies of one cell with their roles.

    Parameters
    ----------
    text
        The cell.
    role
        The column's role; RESPONSIBLE is a plain list, of which the first is taken to lead by
        custom only (basis inferred).
    word
        The column's word, kept as ``role_text`` where the cell itself names no role.

    Notes
    -----
    A cell may name roles itself: 牵头单位：甲；配合单位：乙 · 甲（牵头）、乙 · 甲牵头，乙、丙配合.
    Those are explicit, whatever the column says.

    Examples
    --------
    >>> [(r.printed, r.role.value, r.basis.value) for r in
    ...  read_roles("保护处、商标处", ColumnRole.RESPONSIBLE, "责任处室")]
    [('保护处', 'lead', 'inferred'), ('商标处', 'assist', 'inferred')]
    >>> [(r.printed, r.role.value) for r in
    ...  read_roles("市数据局（牵头）、市财政局", ColumnRole.RESPONSIBLE, "责任单位")]
    [('市数据局', 'lead'), ('市财政局', 'assist')]
    """
    return tuple(
        _labelled(text) or _marked(text, word) or _clause(text) or _plain(text, role, word)
    )


def _plain(text: str, role: ColumnRole, word: str) -> Iterator[NamedRole]:
    for i, name in enumerate(split_bodies(_TAIL.sub("", text.rstrip("。 ")) or text)):
        if role is ColumnRole.LEAD:
            yield NamedRole(name, Role.LEAD, Basis.EXPLICIT, word)
        elif role is ColumnRole.ASSIST:
            yield NamedRole(name, Role.ASSIST, Basis.EXPLICIT, word)
        else:
            first = Role.LEAD if i == 0 else Role.ASSIST
            yield NamedRole(name, first, Basis.INFERRED, word)


def _labelled(text: str) -> list[NamedRole]:
    """Read 牵头单位：甲；配合单位：乙."""
    labels = list(_LABEL.finditer(text))
    if not labels or text[: labels[0].start()].strip():
        return []
    leading = any(m.group(1) in _LEADING for m in labels)
    named: list[NamedRole] = []
    for i, label in enumerate(labels):
        end = labels[i + 1].start() if i + 1 < len(labels) else len(text)
        part, word = text[label.end() : end], label.group(0)[:-1]
        if label.group(1) in _LEADING:
            role = ColumnRole.LEAD
        elif leading or label.group(1) not in {"责任", "承办", "落实"}:
            role = ColumnRole.ASSIST
        else:
            role = ColumnRole.RESPONSIBLE
        named.extend(_plain(part, role, word))
    return named


def _marked(text: str, column_word: str) -> list[NamedRole]:
    """Read 甲（牵头）、乙、丙."""
    names = split_bodies(text)
    marks = [_MARK.search(n) for n in names]
    if not any(m is not None and m.group(1) in _LEADING for m in marks):
        return []
    named = []
    for name, mark in zip(names, marks, strict=True):
        leads = mark is not None and mark.group(1) in _LEADING
        word = mark.group(1) if mark is not None else column_word
        plain = name[: mark.start()] if mark is not None else name
        named.append(NamedRole(plain, Role.LEAD if leads else Role.ASSIST, Basis.EXPLICIT, word))
    return named


def _clause(text: str) -> list[NamedRole]:
    """Read 甲牵头，乙、丙按职责分工负责."""
    found = _CLAUSE.match(text.strip().rstrip("。"))
    if found is None:
        return []
    leads, word, rest = found.groups()
    tail = _TAIL.search(rest)
    assist_word = tail.group(0) if tail else "责任单位"
    return [
        *(NamedRole(n, Role.LEAD, Basis.EXPLICIT, word) for n in split_bodies(leads)),
        *(
            NamedRole(n, Role.ASSIST, Basis.EXPLICIT, assist_word)
            for n in split_bodies(rest[: tail.start()] if tail else rest)
        ),
    ]
