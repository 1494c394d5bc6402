"""What a name may stand for where nothing is sure: likeness proposes, people decide."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import SequenceMatcher

from .body import Body
from .characters import characters
from .departments import departments
from .kinds import words
from .official import Name, behind, level_of
from .regions import region_prefix

LEAST_LIKENESS = 0.75
"""Two names are alike from this share of common characters, 0 to 1."""

_LONG, _SHORTEST = 5, 3
"""Shorter names than the first differ from others by one character as a rule; shorter ones than
the second are too short to tell.
"""


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


def proposal(body: Body, beside: Collection[str] = ()) -> str:
    """Return the canonical name that a body may stand for, empty as a rule.

    A department whose name hangs at another as a rule (市知识产权局), and one whose name differs
    in one character from that of a department every place may have, or of an office beside it. In
    a short name the character must look like a misread one: 市体育局 is no 市教育局.

    Parameters
    ----------
    beside
        Canonical names of the bodies of the same paper.
    """
    if body.is_collective or body.part_of or not body.level:
        return ""
    place, text = _apart(body)
    name = Name.read(text)
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
        return place + host if host else ""
    if name.first in known.several:
        return ""
    own = {n[len(place) :] for n in beside if n.startswith(place)} - {text}
    like = _one_character_off(name.first, own)
    found = region_prefix(body.region_name)
    like = known.sure(like, level_of(found[0]) if found else "") or like
    return place + like if like else ""


def _apart(body: Body) -> tuple[str, str]:
    """Return the place before a body's name, or the word for its level, and the rest."""
    if rest := behind(body.region_name, body.name):
        return body.region_name, rest
    if body.region_name or not body.name.startswith(words().levels):
        return "", ""
    word = next(w for w in words().levels if body.name.startswith(w))
    return word, body.name[len(word) :]


def _one_character_off(name: str, own: Collection[str]) -> str:
    """Return what a name is a misreading of: an office of the same paper before any other, and
    one with a like character before the rest.
    """
    known, used = departments(), characters()
    found: list[tuple[bool, bool, str]] = []
    for i, printed in enumerate(name):
        for meant in known.shapes.get(f"{name[:i]}\0{name[i + 1 :]}", ()):
            is_alike = used.is_alike(printed, meant[i])
            is_misread = printed not in used.used and len(name) >= _SHORTEST
            if is_alike or is_misread or len(name) >= _LONG:
                is_far = meant not in own and known.longs[meant] not in own
                found.append((is_far, not is_alike, meant))
    if not found:
        found = [(True, True, n) for n in own if _is_misread(name, n)]
    return min(found, default=(True, True, ""))[2]


def _is_misread(name: str, other: str) -> bool:
    """Tell whether a name differs from another in one character, which no office has in its."""
    if len(name) != len(other) or len(name) < _SHORTEST:
        return False
    apart = [(a, b) for a, b in zip(name, other, strict=True) if a != b]
    used = characters().used
    return len(apart) == 1 and apart[0][0] not in used and apart[0][1] in used
