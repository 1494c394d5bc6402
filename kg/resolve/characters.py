"""Characters of which names of offices are made, and those that are taken for each other."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from .departments import departments


@dataclass(frozen=True, slots=True)
class Characters:
    """The lists of ``characters.toml``, ready to be asked.

    Parameters
    ----------
    used
        Those that names of offices are written with.
    alike
        Each with those that look or sound like it.
    """

    used: frozenset[str]
    alike: Mapping[str, frozenset[str]]

    def is_alike(self, printed: str, meant: str) -> bool:
        """Tell whether one character looks or sounds like another.

        Examples
        --------
        >>> characters().is_alike("女", "安"), characters().is_alike("体", "教")
        (True, False)
        """
        return meant in self.alike.get(printed, ())


@cache
def characters() -> Characters:
    """Return the characters, read once."""
    text = files(__package__).joinpath("characters.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    used = frozenset("".join((*data["used"].split(), *departments().longs)))
    groups: list[str] = data["alike"]
    alike: dict[str, frozenset[str]] = {}
    for group in groups:
        for character in group:
            alike[character] = alike.get(character, frozenset()) | frozenset(group)
    return Characters(used, alike)
