"""How the values of corrections are written: lists of bodies, roles, and words to split at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.corrections.seal import plain
from kg.errors import InputError, Problem
from kg.grammar.brackets import split_outside
from kg.model import Basis, Responsibility, Role
from kg.wording import Text

_NAME_LIMIT = 100

_WORDS = {
    "lead": "lead",
    "牵头": "lead",
    "assist": "assist",
    "配合": "assist",
    "responsible": "responsible",
    "责任": "responsible",
}
_ROLES_FORM = Text(
    "lead=甲;assist=乙、丙（牵头=…;配合=…），或 responsible=甲、乙（责任=…，第一个按惯例视为牵头）",
    "lead=甲;assist=乙、丙, or responsible=甲、乙 (the first is taken to lead by custom)",
)


@dataclass(frozen=True, slots=True)
class Assigned:
    """A body with the role it is given."""

    name: str
    role: Role
    basis: Basis


def read_roles(value: str) -> tuple[Assigned, ...]:
    """Return the bodies of a value in order.

    Raises
    ------
    InputError
        When a word is unknown, a role is given twice, or there is no name, or one twice.

    Examples
    --------
    >>> [(b.name, b.role.value, b.basis.value) for b in read_roles("responsible=甲局、乙局")]
    [('甲局', 'lead', 'inferred'), ('乙局', 'assist', 'inferred')]
    >>> [(b.name, b.role.value) for b in read_roles("牵头=甲局；配合=乙局（丙、丁）、戊局")]
    [('甲局', 'lead'), ('乙局（丙、丁）', 'assist'), ('戊局', 'assist')]
    """
    given: dict[str, tuple[str, ...]] = {}
    for segment in _split(value, ";；"):
        word, equals, names = segment.partition("=")
        role = _WORDS.get(word.strip())
        if not equals or role is None:
            raise _wrong(Text(f"不认识“{segment}”", f"“{segment}” is not understood"), _ROLES_FORM)
        if role in given:
            raise _wrong(Text(f"{word} 出现了两次", f"{word} is given twice"), _ROLES_FORM)
        given[role] = read_names(names)
    if not given:
        raise _wrong(Text("没有写单位", "no body is named"), _ROLES_FORM)
    if {"lead", "responsible"} <= given.keys():
        raise _wrong(
            Text("lead 和 responsible 不能并用", "lead and responsible exclude each other"),
            _ROLES_FORM,
        )
    bodies = tuple(_assigned(given))
    _require_once([b.name for b in bodies], _ROLES_FORM)
    return bodies


def _assigned(given: dict[str, tuple[str, ...]]) -> Iterator[Assigned]:
    for name in given.get("lead", ()):
        yield Assigned(name, Role.LEAD, Basis.EXPLICIT)
    for i, name in enumerate(given.get("responsible", ())):
        yield Assigned(name, Role.ASSIST if i else Role.LEAD, Basis.INFERRED)
    for name in given.get("assist", ()):
        yield Assigned(name, Role.ASSIST, Basis.EXPLICIT)


def roles_text(bodies: Iterable[Assigned]) -> str:
    """Return bodies and roles in the notation that :func:`read_roles` reads; empty for none.

    Examples
    --------
    >>> roles_text(read_roles("责任=甲局，乙局")), roles_text(read_roles("配合=乙局;牵头=甲局"))
    ('responsible=甲局、乙局', 'lead=甲局;assist=乙局')
    """
    groups: dict[str, list[str]] = {"lead": [], "responsible": [], "assist": []}
    for body in bodies:
        word = "responsible" if body.basis is Basis.INFERRED else body.role.value
        groups[word].append(body.name)
    return ";".join(f"{word}={'、'.join(names)}" for word, names in groups.items() if names)


def printed_roles(bodies: Iterable[Responsibility]) -> tuple[Assigned, ...]:
    """Return the bodies of a measure as printed."""
    return tuple(Assigned(b.printed, b.role, b.basis) for b in bodies)


def read_names(value: str) -> tuple[str, ...]:
    """Return the names of a list; separators inside brackets do not separate.

    Raises
    ------
    InputError
        When there is none, one is empty, too long, or named twice.

    Examples
    --------
    >>> read_names("商标处、保护处")
    ('商标处', '保护处')
    """
    names = tuple(name.strip() for name in _split(value, "、，,", keep_empty=True))
    form = Text("单位名称，用顿号隔开：商标处、保护处", "names with 、 between them")
    if not all(names):
        raise _wrong(Text("名称为空", "a name is empty"), form)
    for name in names:
        require_name(name)
    _require_once(names, form)
    return names


def require_name(name: str) -> None:
    """Raise when a text cannot be the name of a body.

    Raises
    ------
    InputError
        When it is empty, longer than a hundred characters, or holds a sign of the notation.
    """
    form = Text(
        f"一个单位名称，不超过 {_NAME_LIMIT} 字", f"the name of one body, up to {_NAME_LIMIT} long"
    )
    if not name or len(name) > _NAME_LIMIT or any(sign in name for sign in "=;；\n\t|"):
        raise _wrong(Text(f"不是单位名称：{name[:40]}", f"not a body's name: {name[:40]}"), form)


def read_several(value: str) -> tuple[str, ...]:
    """Return the names that one printed name stands for.

    Raises
    ------
    InputError
        When there are fewer than two.
    """
    names = read_names(value)
    if len(names) == 1:
        raise _wrong(
            Text("只有一个名称", "there is one name only"),
            Text("至少两个，用顿号隔开：商标处、保护处", "two or more with 、 between them"),
        )
    return names


def read_openings(value: str) -> tuple[str, ...]:
    """Return the words with which the second measure, the third, … begin.

    Raises
    ------
    InputError
        When one is empty.

    Examples
    --------
    >>> read_openings("组织培训|开展检查")
    ('组织培训', '开展检查')
    """
    openings = tuple(words.strip() for words in value.split("|"))
    if not all(openings):
        raise _wrong(
            Text("断开处为空", "the words to split at are missing"),
            Text(
                "其后每条举措开头的几个字，用 | 隔开：组织培训|开展检查",
                "the words that each further measure begins with, | between them",
            ),
        )
    return openings


def read_count(value: str) -> int:
    """Return how many measures are joined.

    Raises
    ------
    InputError
        When it is no number from 2 to 99.
    """
    if value in {str(n) for n in range(2, 100)}:
        return int(value)
    raise _wrong(
        Text(f"不是条数：{value[:40]}", f"not a number of measures: {value[:40]}"),
        Text("本条起共几条合为一条：2 到 99", "how many from this one on become one: from 2 to 99"),
    )


def _split(text: str, separators: str, *, keep_empty: bool = False) -> list[str]:
    parts = split_outside(text, separators)
    return [part for part in parts if keep_empty or part.strip()]


def _require_once(names: Iterable[str], form: Text) -> None:
    seen: set[str] = set()
    for name in names:
        if plain(name) in seen:
            raise _wrong(Text(f"{name} 写了两次", f"{name} is named twice"), form)
        seen.add(plain(name))


def _wrong(what: Text, expected: Text) -> InputError:
    return InputError(Problem(what, expected=expected))
