"""What a name may stand for where nothing is sure: likeness proposes, people decide."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from .body import Body
from .departments import departments
from .official import Name, behind, level_of
from .regions import region_prefix

LEAST_LIKENESS = 0.75
"""Two names are alike from this share of common characters, 0 to 1."""

_SHORTEST = 5
"""Names of departments shorter than this differ from others by one character as a rule."""


def propose(name: str, known: Iterable[str]) -> str:
    """Return the known name most like a name, empty when none is like it; the same for the same.

    A proposal for people, never a reason to take two names for one: 民政局 and 财政局 are alike.

    Parameters
    ----------
    known
        Names to compare with; of equally like ones the first in order of characters is taken.

    Examples
    --------
    >>> propose("市市埸监督管理局", ["市财政局", "市市场监督管理局"])
    '市市场监督管理局'
    >>> propose("市效能办", ["市财政局"])
    ''
    """
    best, found = LEAST_LIKENESS, ""
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(name)
    for other in sorted(set(known)):
        matcher.set_seq1(other)
        if other == name or matcher.real_quick_ratio() < best or matcher.quick_ratio() < best:
            continue
        ratio = matcher.ratio()
        if ratio > best or (ratio == best and not found):
            best, found = ratio, other
    return found


def proposal(body: Body) -> str:
    """Return the canonical name that a body may stand for, empty as a rule.

    A department whose name hangs at another as a rule (市知识产权局), and one whose name differs
    in one character from that of a department every place may have.
    """
    if body.is_collective or body.part_of or not body.level:
        return ""
    name = Name.read(behind(body.region_name, body.name))
    known = departments()
    if not name.first:
        return ""
    if known.department(name.first):
        hosts = (
            f"{u.host}（{u.second}）"
            for u in known.usual
            if u.second == name.first and not name.seconds and body.level in u.levels
        )
        host = next(hosts, "")
        return body.region_name + host if host else ""
    like = _one_character_off(name.first)
    found = region_prefix(body.region_name)
    like = known.sure(like, level_of(found[0]) if found else "") if like else ""
    return body.region_name + like if like else ""


def _one_character_off(name: str) -> str:
    if len(name) < _SHORTEST or name in departments().several:
        return ""
    known = departments().shapes.get((len(name), name[-1]), ())
    alike = (n for n in known if sum(a != b for a, b in zip(n, name, strict=True)) == 1)
    return min(alike, default="")
