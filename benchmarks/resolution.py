"""Prints what resolving names costs beside looking each up in a dict.

Usage: ``python benchmarks/resolution.py [NAMES]`` (default 50,000). Times are those of this
process's CPU; the ratios are what to compare between machines and versions.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from time import process_time

from kg.resolve.agencies import AgencyResolver
from kg.resolve.counterparts import counterparts
from kg.resolve.departments import departments
from kg.resolve.gazetteer import book
from kg.resolve.members import members

CITY = "福州市"
PREFIXES = ("市", "省", "", "县", "鼓楼区", "厦门市", "各县（市）区")


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    chance = random.Random(2025)  # noqa: S311 - not secret
    forms = sorted(departments().longs)
    distinct = [prefix + form for prefix in PREFIXES for form in forms]
    names = chance.choices(distinct, k=count)
    fresh = [f"{place}{n}号{form}" for n, (place, form) in enumerate(_pairs(chance, count))]
    table = dict.fromkeys((*distinct, *fresh), 0)
    print(f"{count:,} names, {len(set(names)):,} of them distinct; CPU seconds")
    bare = told("dict lookups", lambda: [table[n] for n in names], 0)
    told("resolve, most repeat", lambda: _resolve(names), bare)
    told("resolve, with evidence", lambda: _resolve(names, printed=distinct), bare)
    told("resolve, none repeats", lambda: _resolve(fresh), bare)
    resolver = _resolver()
    bodies = [resolver.resolve(n) for n in distinct]
    told(f"counterparts of {len(bodies):,}", lambda: [counterparts(b) for b in bodies], bare)
    told(f"members of {len(bodies):,}", lambda: [members(b) for b in bodies], bare)


def _pairs(chance: random.Random, count: int) -> list[tuple[str, str]]:
    forms = sorted(departments().longs)
    return list(zip(chance.choices(PREFIXES, k=count), chance.choices(forms, k=count), strict=True))


def _resolver(printed: Sequence[str] = ()) -> AgencyResolver:
    return AgencyResolver(book().full[CITY], "福州市人民政府办公厅", printed=printed)


def _resolve(names: Sequence[str], printed: Sequence[str] = ()) -> list[str]:
    resolver = _resolver(printed)
    return [resolver.resolve(name).key for name in names]


def told(name: str, action: Callable[[], object], bare: float) -> float:
    """Return the seconds of an action; print them and their ratio to the bare ones."""
    started = process_time()
    action()
    seconds = process_time() - started
    print(f"{name:28}{seconds:8.3f}{seconds / (bare or seconds):9.1f} ×")
    return seconds


if __name__ == "__main__":
    main()
