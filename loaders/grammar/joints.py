"""Where two names that a list prints without a separator, or with an unusual one, meet.

Names are parted only where both sides have the form of a body; what looks like two names and
cannot be parted surely is left whole and told as doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.grammar.brackets import bracketed, split_outside, unpaired

from .likeness import ends_like_body, ends_strongly

_LEVELS = "省市县区州盟旗"
_NO_LEVEL = (
    "市(?:政(?!府|协|法|数|务)|场|民(?![政族宗营生航])|容|值|域|郊|花|区分局)"
    "|区(?:域|划|块|间)|县域|省际"
)
"""Words that only begin like a level: 市政处, 市场科, 区域合作办."""

_START = re.compile(
    rf"(?!{_NO_LEVEL})(?:(?<!集)(?:共青)?团(?=[{_LEVELS}]委))?([{_LEVELS}])(?=[一-鿿])"
)
_COUNTIES = re.compile(r"各(?:县|区|市|州|镇|乡|街|盟|旗)")
_COLLECTIVE = re.compile(r"各|有关|相关|其他|其它|驻")
_PLACE = re.compile(rf"(?!{_NO_LEVEL})[一-鿿]{{2,5}}?([{_LEVELS}])(?=[一-鿿])")
_COMMITTEE = re.compile(rf"[{_LEVELS}]委$")
_OF_COMMITTEE = re.compile(rf"[{_LEVELS}](?:[直级属]|(?:人民)?政府.)")
"""What goes on behind 市委 in one name: 市委市直机关工委, 市委市政府督查室."""

_GOVERNS = re.compile(r"(?:委|政府|党组)$")
_MARKS = "．.／/|｜·•"
_BLANKS = " \t\n\xa0\u2002\u2003\u2009\u3000"
_AND = re.compile("以及|会同|和|及|与")
_ORGAN = re.compile(
    r"(?:办公[室厅]|(?:宣传|组织|统战|社会工作)部|政法委|编办|网信办|政研室|机要局|老干部局|[一-鿿]{2,8}[处科室股])$"
)
"""Parts of an office, whose names stand behind its own."""

_MARKET = re.compile(r"市场监(?:管|督管理)局")
"""Without a level word in front of it as often as with one."""

_GENERAL = re.compile(r"(?:人民)?政府|(?:管委|管理委员|委员)会|党工?委|办事处")
"""What goes on with the name in front of it: 经济开发区 管委会."""

_HOLDS_AND = re.compile(r"(?:政府|[办处科室股心馆学院])$")
"""Behind these endings 和 may stand within a name: 市政府和社会资本合作中心."""

_DIVISION = re.compile(r"[处科室股]$")
_SUBUNIT = re.compile(r"(?:分局|分行|支行|分公司|分院|分会|支队|大队|总队|调查队|分中心)$")
_NATIONAL = re.compile(r"国家|中国|中共|国务院|中央")
"""Bodies whose names go on with those of their offices: 国家税务总局 某市税务局."""

LONGEST = 120
"""Characters of the longest run of names looked into; a longer one is running text."""
_SHORTEST = 3


@lru_cache(maxsize=8_192)  # names repeat, and each is asked about by several rules
def part_names(name: str) -> tuple[str, ...]:
    """Return the names that stand between two separators: one, unless several are run together.

    Parted are names with an unusual mark between them (blank, ．, /, |), with 和, 及, 与 or 会同,
    and names of one level with nothing between them.

    Examples
    --------
    >>> part_names("市财政局 市生态环境局"), part_names("市 财政局")
    (('市财政局', '市生态环境局'), ('市 财政局',))
    >>> part_names("市财政局和市文化和旅游局")
    ('市财政局', '市文化和旅游局')
    >>> part_names("市交通运输局市发展改革委"), part_names("市住建局市政处")
    (('市交通运输局', '市发展改革委'), ('市住建局市政处',))
    """
    if len(name) > LONGEST or unpaired(name):
        return (name,)
    return tuple(
        part for gap in at_gaps(name) for both in _at_and(gap) for part in run_together(both)
    )


@lru_cache(maxsize=8_192)
def run_together(name: str) -> tuple[str, ...]:
    """Return the names that are printed with nothing between them: 市交通运输局市发展改革委.

    A level word (or 各 before 县, 区 …) behind the ending of a body begins another body, unless the
    two do not stand on one level (国家统计局市调查队).

    Examples
    --------
    >>> run_together("团市委市妇联市工商联")
    ('团市委', '市妇联', '市工商联')
    >>> run_together("市委市直机关工委"), run_together("国家统计局市调查队")
    (('市委市直机关工委',), ('国家统计局市调查队',))
    """
    names: list[str] = []
    start = 0
    for i in _joints(name):
        if i - start > 1 and _meet(name[start:i].rstrip(), name[i:]):
            names.append(name[start:i])
            start = i
    return (*names, name[start:])


@lru_cache(maxsize=8_192)
def doubtful(name: str) -> tuple[str, ...]:
    """Return the two names that one name seems to run together where it cannot be parted surely:
    they stand on different levels, or the first tells none; else nothing.

    Examples
    --------
    >>> doubtful("市财政局县水利局"), doubtful("市公安局区分局"), doubtful("市财政局")
    (('市财政局', '县水利局'), (), ())
    """
    if len(name) > LONGEST or _NATIONAL.match(name):
        return ()
    markets = (m.start() for m in _MARKET.finditer(name, 1))
    for i in (*_joints(name), *markets):
        left, right = name[:i].rstrip(), name[i:]
        level, other = _START.match(left), _START.match(right)
        apart = level is None or other is None or level.group(1) != other.group(1)
        if apart and all(map(_is_whole, (left, right))) and not _SUBUNIT.search(right):
            return () if _COUNTIES.match(right) else (left, right)
    return ()


def _parts(name: str) -> tuple[str, ...]:
    return tuple(p for p in split_outside(name.strip(), _BLANKS + _MARKS) if p)


def _is_whole(part: str) -> bool:
    return len(part) >= _SHORTEST and ends_strongly(part)


def _is_name(part: str) -> bool:
    return _is_whole(part) or (len(part) > _SHORTEST and ends_like_body(part))


def begins_like_body(name: str) -> bool:
    """Tell whether a name begins with a level word, or speaks of all of a kind.

    Examples
    --------
    >>> begins_like_body("市财政局"), begins_like_body("市场秩序专班")
    (True, False)
    """
    return (_START.match(name) or _COLLECTIVE.match(name)) is not None


def _begins(part: str, first: str) -> bool:
    """Whether a part begins as names of bodies do, or with the place that the first one names."""
    place = _PLACE.match(first)
    if place is not None and part.startswith(place.group(0)):
        return True
    return begins_like_body(part)


@lru_cache(maxsize=8_192)
def at_gaps(name: str) -> tuple[str, ...]:
    """Return the names that stand between blanks and unusual marks; the name where it is one.

    Examples
    --------
    >>> at_gaps("市财政局/市水利局"), at_gaps("市财政 局")
    (('市财政局', '市水利局'), ('市财政 局',))
    """
    parts = _parts(name)
    whole = sum(map(_is_whole, parts))
    if len(parts) < 2 or whole * 2 < len(parts) or not all(map(_is_name, parts)):  # noqa: PLR2004
        return (name,)
    marked = any(m in name for m in _MARKS)
    apart = all(_stands_apart(p, parts[0]) for p in parts[1:])
    return parts if marked or apart else (name,)


def _stands_apart(part: str, first: str) -> bool:
    """Whether a part behind a blank is a body of its own, and no office of the first one."""
    within = _SUBUNIT.search(part) is not None
    national = _NATIONAL.match(first) and (within or part.endswith("税务局"))
    if national or _GENERAL.fullmatch(part):
        return False
    if _begins(part, first) or _DIVISION.search(first):
        return True
    return not (_ORGAN.match(part) or within)


def _at_and(name: str) -> Iterator[str]:
    start = 0
    inside = list(bracketed(name))
    for found in _AND.finditer(name):
        if any(a <= found.start() < b for a, b in inside):
            continue
        left, right = name[start : found.start()], name[found.end() :]
        sure = found.group(0) == "会同" or _begins(right, left) or not _HOLDS_AND.search(left)
        if sure and _is_name(left) and _ends_somewhere(right):
            yield left
            start = found.end()
    yield name[start:]


def _ends_somewhere(text: str) -> bool:
    """Whether a text holds a whole name at its end or before another 和."""
    return _is_whole(text) or any(map(_is_name, _AND.split(text)[:1]))


def _joints(name: str) -> Iterator[int]:
    if len(name) <= _SHORTEST:
        return
    place = _PLACE.match(name)
    inside = list(bracketed(name))
    starts = {m.start() for m in _START.finditer(name, 1)}
    starts |= {m.start() for m in _COUNTIES.finditer(name, 1)}
    if place is not None:
        starts |= {m.start() for m in re.finditer(re.escape(place.group(0)), name) if m.start()}
    for i in sorted(starts):
        if not any(a <= i < b for a, b in inside):
            yield i


def _meet(left: str, right: str) -> bool:
    if not ends_strongly(left) or not any(ends_strongly(p) for p in _prefixes(right)):
        return False
    if _COUNTIES.match(right):
        return _GOVERNS.search(left) is None
    if _COMMITTEE.match(left) and _OF_COMMITTEE.match(right):
        return False
    ours, theirs = _PLACE.match(left), _PLACE.match(right)
    level, other = _START.match(left) or ours, _START.match(right)
    if ours is not None and theirs is not None and right.startswith(ours.group(0)):
        return True
    return level is not None and other is not None and level.group(1) == other.group(1)


def _prefixes(text: str) -> Iterator[str]:
    """The text, and what stands before each further level word in it."""
    yield text
    yield from (text[: m.start()] for m in _START.finditer(text, 1))
