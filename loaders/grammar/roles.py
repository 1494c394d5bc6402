"""Who leads and who assists, from a cell and the word that heads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Basis, Role

from .bodies import split_bodies
from .columns import ColumnRole
from .likeness import ends_like_body, ends_strongly, is_strong_name


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
_BY_REMIT = r"按照?(?:各自)?职责(?:分工)?(?:抓好落实|负责|落实|配合|参与)?"
_VERB = re.compile(
    r"(?:等(?:相关|有关)?(?:部门|单位)?)?(?:分别|共同|联合)?"
    r"(?P<word>(?P<leads>牵头|主办|主责)(?:负责|组织实施|组织|落实|实施|推进)?"
    rf"|(?P<helps>参与配合|协同配合|配合(?:落实|实施|推进)?|协办|协助|参与|参加)"
    rf"|{_BY_REMIT}|分工负责|负责(?:落实|实施)?|落实)(?=[，,；;、。\s]|$)"
)
"""What says the role of the bodies in front of it; a separator or the end stands behind it."""

_TOGETHER = re.compile(r"会同|商(?=[省市县区州各有])")
_BEFORE = re.compile(r"^[，,；;、。\s]*由?")

_LEADING = frozenset({"牵头", "主办", "主责", "牵头单位"})
_REST = "责任单位"
"""The word of bodies behind the last that has one: 甲牵头，乙、丙."""


def read_roles(text: str, role: ColumnRole, word: str) -> tuple[NamedRole, ...]:
    """Return the bodies of one cell with their roles.

    Parameters
    ----------
    text
        The cell.
    role
        The column's role; RESPONSIBLE is a plain list, of which the first is taken to lead by
        custom only (basis inferred); RANKED one of which the text says that the first leads.
    word
        The column's word, kept as ``role_text`` where the cell itself names no role.

    Notes
    -----
    A cell may name roles itself: 牵头单位：甲；配合单位：乙 · 甲（牵头）、乙 · 甲牵头，乙、丙配合.
    Those are explicit, whatever the column says. 甲会同乙 in a plain list names 甲 as the lead, and
    so does 甲负责，乙配合; 甲、乙按职责分工负责 names none.

    Examples
    --------
    >>> [(r.printed, r.role.value, r.basis.value) for r in
    ...  read_roles("保护处、商标处", ColumnRole.RESPONSIBLE, "责任处室")]
    [('保护处', 'lead', 'inferred'), ('商标处', 'assist', 'inferred')]
    >>> [(r.printed, r.role.value) for r in
    ...  read_roles("市数据局（牵头）、市财政局", ColumnRole.RESPONSIBLE, "责任单位")]
    [('市数据局', 'lead'), ('市财政局', 'assist')]
    >>> [(r.printed, r.role.value, r.basis.value) for r in
    ...  read_roles("由市水利局牵头，市财政局配合", ColumnRole.RESPONSIBLE, "责任单位")]
    [('市水利局', 'lead', 'explicit'), ('市财政局', 'assist', 'explicit')]
    """
    told = _labelled(text) or _marked(text, word) or _clause(text)
    if not told and role in (ColumnRole.RESPONSIBLE, ColumnRole.RANKED):
        told = _together(text)
    return tuple(told or _plain(text, role, word))


def names_roles(text: str) -> bool:
    """Tell whether a text is a list of bodies that names their roles itself.

    Examples
    --------
    >>> names_roles("市水利局牵头，市财政局按职责分工负责"), names_roles("市水利局")
    (True, False)
    >>> names_roles("各地要加强领导，强化措施，抓好落实")
    False
    """
    named = _labelled(text) or _marked(text, "") or _clause(text)
    if not named and _VERB.search(text):
        named = list(_plain(text, ColumnRole.RESPONSIBLE, ""))
    alike = sum(ends_like_body(n.printed) or is_strong_name(n.printed) for n in named)
    return bool(named) and alike * 4 >= len(named) * 3


def _plain(text: str, role: ColumnRole, word: str) -> Iterator[NamedRole]:
    for i, name in enumerate(split_bodies(_without_verb(text))):
        if role is ColumnRole.LEAD:
            yield NamedRole(name, Role.LEAD, Basis.EXPLICIT, word)
        elif role is ColumnRole.ASSIST:
            yield NamedRole(name, Role.ASSIST, Basis.EXPLICIT, word)
        else:
            first = Role.LEAD if i == 0 else Role.ASSIST
            basis = Basis.EXPLICIT if role is ColumnRole.RANKED else Basis.INFERRED
            yield NamedRole(name, first, basis, word)


def _without_verb(text: str) -> str:
    """Return a list without the words behind it that give all its bodies one role."""
    plain = text.rstrip("。 ")
    verbs = list(_VERB.finditer(plain))
    if len(verbs) != 1 or verbs[0].end() != len(plain):
        return text
    return plain[: verbs[0].start()] or text


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
    """Read 由甲牵头，乙、丙配合，丁按职责分工负责."""
    verbs = list(_VERB.finditer(text))
    leads = any(v["leads"] for v in verbs)
    first_leads = len(verbs) > 1 and verbs[0]["word"].startswith("负责")
    if not leads and not (first_leads and any(v["helps"] for v in verbs)):
        return []
    named: list[NamedRole] = []
    start = 0
    for i, verb in enumerate(verbs):
        role = Role.LEAD if verb["leads"] or (not leads and i == 0) else Role.ASSIST
        named.extend(_named(text[start : verb.start()], role, verb["word"]))
        start = verb.end()
    named.extend(_named(text[start:], Role.ASSIST, _REST))
    return named


def _together(text: str) -> list[NamedRole]:
    """Read 甲会同乙、丙 in a plain list: those in front convene the others."""
    host, *others = _TOGETHER.split(_without_verb(text), maxsplit=1)
    if not others or not all(map(ends_strongly, split_bodies(_BEFORE.sub("", host)))):
        return []
    word = "会同"
    return [*_named(host, Role.LEAD, word), *_named(others[0], Role.ASSIST, word)]


def _named(text: str, role: Role, word: str) -> Iterator[NamedRole]:
    names = split_bodies(_BEFORE.sub("", text))
    return (NamedRole(name, role, Basis.EXPLICIT, word) for name in names)
