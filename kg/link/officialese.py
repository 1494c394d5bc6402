"""Words of official Chinese that say how or what for, not what about; read from data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Officialese:
    """The lists of ``officialese.toml``, ready to be asked."""

    support: tuple[str, ...]
    roles: tuple[str, ...]
    framed: tuple[tuple[str, str], ...]
    purpose: tuple[str, ...]
    events: re.Pattern[str]
    stop: re.Pattern[str]


@cache
def officialese() -> Officialese:
    """Return the word lists, read once."""
    text = files(__package__).joinpath("officialese.toml").read_text(encoding="utf-8")
    data: dict[str, Any] = tomllib.loads(text)
    return Officialese(
        support=tuple(data["support"]["openers"]),
        roles=tuple(data["support"]["role_openers"]),
        framed=tuple((a, b) for a, b in data["support"]["framed"]),
        purpose=tuple(data["purpose"]["openers"]),
        events=_any_of(data["topic"]["events"]),
        stop=_any_of(data["stop"]["words"]),
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds the longest of the words."""
    by_length = sorted(set(words), key=lambda w: (-len(w), w))
    return re.compile("|".join(map(re.escape, by_length)))
