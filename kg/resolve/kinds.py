"""The words in names of bodies, as data: what kind an ending shows, and what it does not."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from .printed import outside_brackets

_LEVEL_WORDS = ("自治区", "自治州", "省", "市", "县", "区", "州", "盟", "旗")


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of ``kinds.toml``, ready to be asked."""

    heads: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]
    kinds: tuple[tuple[str, tuple[str, ...]], ...]
    generic_endings: tuple[str, ...]
    collective_beginnings: tuple[str, ...]
    collective_parts: tuple[str, ...]
    collective_endings: tuple[str, ...]
    division_endings: tuple[str, ...]
    no_divisions: tuple[str, ...]
    longest_division: int
    no_level: tuple[str, ...]
    branches: tuple[str, ...]
    levels: tuple[str, ...] = _LEVEL_WORDS


@cache
def words() -> Words:
    """Return the word lists, read once."""
    text = files(__package__).joinpath("kinds.toml").read_text(encoding="utf-8")
    data: dict[str, Any] = tomllib.loads(text)
    collective, division = data["collective"], data["division"]
    return Words(
        heads=tuple((h["kind"], tuple(h["heads"]), tuple(h["not_before"])) for h in data["head"]),
        kinds=tuple((k["name"], tuple(k["endings"])) for k in data["kind"]),
        generic_endings=tuple(data["generic"]["endings"]),
        collective_beginnings=tuple(collective["beginnings"]),
        collective_parts=tuple(collective["contained"]),
        collective_endings=tuple(collective["endings"]),
        division_endings=tuple(division["endings"]),
        no_divisions=tuple(division["not_endings"]),
        longest_division=division["longest"],
        no_level=tuple(data["level"]["no_level"]),
        branches=tuple(sorted(data["branch"]["beginnings"], key=len, reverse=True)),
    )


def kind_of(unit: str, name: str) -> str:
    """Return the kind of a body by its name without its place; ``body`` when nothing tells.

    Parameters
    ----------
    unit
        The last character of the place's name, which may belong to the body's (福州市 + 委宣传部).
    name
        The name behind the place, with or without a second name in brackets.

    Examples
    --------
    >>> kind_of("市", "委宣传部（版权局）"), kind_of("市", "科技局"), kind_of("", "马尾海关")
    ('party', 'department', 'customs')
    """
    known = words()
    plain = outside_brackets(name)
    for kind, heads, not_before in known.heads:
        for text in (unit + plain, plain):
            head = next((h for h in heads if text.startswith(h)), "")
            if head and not text.startswith(not_before or ("\0",), len(head)):
                return kind
    return next((kind for kind, ends in known.kinds if plain.endswith(ends)), "body")
