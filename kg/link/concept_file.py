"""The concept vocabulary as files: the one that comes along, and an analyst's laid over it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from kg.errors import InputError, Problem
from kg.wording import Text, same

from .concept import Concept, Kind
from .vocabulary import GAP, Vocabulary

_TAKE_AWAY = "-"
_FIELDS = "fields"
_KINDS = frozenset(k.value for k in Kind)
_DOMAIN_AND_NAME = 2


@cache
def bundled() -> Vocabulary:
    """Return the vocabulary that comes with the program."""
    source = files(__package__).joinpath("concepts.toml")
    return Vocabulary(*_read(source.read_text(encoding="utf-8"), "concepts.toml"))


def none() -> Vocabulary:
    """Return a vocabulary without concepts: only the method for any field is left."""
    return Vocabulary({})


def extended(base: Vocabulary, file: Path) -> Vocabulary:
    """Return a vocabulary with an analyst's file laid over it.

    Parameters
    ----------
    base
        The vocabulary to start from.
    file
        A TOML file of the form of ``concepts.toml``: patterns are added to a concept of the same
        name, a pattern with ``-`` in front is taken away, unknown concepts are added.

    Raises
    ------
    InputError
        When the file is not of that form, or moves a concept to another domain.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(_unreadable(file.name, str(error))) from error
    merged = {c: list(words) for c, words in base.patterns.items()}
    fields = {f: list(words) for f, words in base.fields.items()}
    known = {(c.name, c.kind): c for c in merged}
    concepts, more_fields = _read(text, file.name)
    for field, words in more_fields.items():
        _lay_over(fields.setdefault(field, []), words)
    for concept, words in concepts.items():
        there = known.get((concept.name, concept.kind), concept)
        if there != concept:
            raise InputError(_moved(file.name, there, concept))
        _lay_over(merged.setdefault(there, []), words)
    return Vocabulary(merged, fields)


def _lay_over(kept: list[str], words: list[str]) -> None:
    for word in words:
        if word.startswith(_TAKE_AWAY):
            kept[:] = [w for w in kept if w != word.removeprefix(_TAKE_AWAY)]
        else:
            kept.append(word)


def _read(text: str, name: str) -> tuple[dict[Concept, list[str]], dict[str, list[str]]]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(_unreadable(name, str(error))) from error
    fields: dict[str, list[str]] = {}
    found: dict[Concept, list[str]] = {}
    for where, words in _tables(data, name):
        kind, *rest = where
        if kind == _FIELDS and len(rest) == 1:
            fields[rest[0]] = words
        elif kind in _KINDS and len(rest) == _DOMAIN_AND_NAME:
            domain, concept = rest
            found[Concept(concept, domain, Kind(kind))] = words
        else:
            raise InputError(_misplaced(name, ".".join(where)))
    return found, fields


def _tables(
    data: dict[str, object], name: str, above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    for key, value in data.items():
        where = (*above, key)
        if isinstance(value, dict) and len(where) <= _DOMAIN_AND_NAME:
            yield from _tables(value, name, where)
        elif isinstance(value, list) and _are_patterns(value):
            yield where, value
        else:
            raise InputError(_misplaced(name, ".".join(where)))


def _are_patterns(words: list[object]) -> bool:
    """Tell whether these are patterns: texts whose first piece has two characters or more."""
    return all(
        isinstance(w, str) and len(w.removeprefix(_TAKE_AWAY).partition(GAP)[0]) > 1 for w in words
    )


def _unreadable(name: str, detail: str) -> Problem:
    return Problem(
        Text("概念词表无法读取", "the concept file cannot be read"),
        same(f"{name}: {detail}"),
        Text("UTF-8 编码的 TOML 文件", "a TOML file in UTF-8"),
        Text("按 concepts.toml 的格式修改", "mend it after the form of concepts.toml"),
    )


def _misplaced(name: str, where: str) -> Problem:
    return Problem(
        Text("概念词表格式不对", "the concept file has another form"),
        same(f"{name}: {where}"),
        Text(
            '[objects."领域"]、[actors."领域"]、[institutions."领域"] 或 [actions."领域"] 之下：'
            '概念 = ["词", …]，省略号之前不少于两字',
            'under [objects."domain"], [actors.…], [institutions.…] or [actions.…]: '
            'concept = ["pattern", …] with two characters or more before a gap',
        ),
        Text("按 concepts.toml 的格式修改", "mend it after the form of concepts.toml"),
    )


def _moved(name: str, there: Concept, concept: Concept) -> Problem:
    return Problem(
        Text(
            f"概念“{concept.name}”已属于领域“{there.domain}”",
            f"the concept {concept.name} stands in the domain {there.domain} already",
        ),
        same(f"{name}: {concept.domain}"),
        same(there.domain),
        Text("沿用原领域，或另取概念名", "keep its domain, or choose another name"),
    )
