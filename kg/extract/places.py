"""Places named in a text: known names, and others by the form of their names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from .bodies import keeps_place
from .passage import BORDER, Passage, Stretch, holder, longest, overlaps
from .vocabulary import Vocabularies

_NOT_AFTER_UNIT = {
    "市": frozenset("场容域值面郊民政属级内"),
    "县": frozenset("域级内城"),
    "区": frozenset("域块间划内级位别"),
    "省": frozenset("级内份际会直"),
}
_LONGEST_UNIT = 4
_LONGEST_PARK = 24
_LONGEST_BRAND = 12
_SHORTEST, _LONGEST_NAME = 2, 6


_COUNT = re.compile(r"[0-9一二三四五六七八九十百千万几数第]")


class Places:
    """Finds places; what stands inside a body, paper, product or programme is a part of that."""

    def __init__(self, known: Vocabularies) -> None:
        self._not_before = tuple(known.lists["places.not_before.words"])
        self._no_park = tuple(known.lists["places.parks.generic"])
        self._no_unit = known.words("places.units.generic")
        self._no_beginning = known.words("places.units.beginnings")
        self._no_whole = known.words("places.units.whole")
        self._known = known.words("gazetteer", "places.names.counties")

    def find(self, passage: Passage, bodies: list[Stretch], taken: list[Stretch]) -> list[Stretch]:
        """Return the places, sorted, none within another.

        Parameters
        ----------
        bodies
            The bodies of the text: a place at the head of one counts where the body lies in it.
        taken
            Where no place counts: products, programmes and the like.
        """
        plain, hits = passage.plain, passage.hits
        named = [h for h in longest(hits["place"]) if self._stands(plain, h)]
        if hits["unit"]:
            named += self._units(passage)
        parks = set(self._parks(passage, sorted(named))) if hits["park"] else set()
        if not named and not parks:
            return []
        found = longest([*named, *parks])
        if taken:
            found = [h for h in found if h in parks or not overlaps(h, taken)]
        return [h for h in found if _counts(plain, h, bodies)] if bodies else found

    def _stands(self, plain: str, hit: Stretch) -> bool:
        """Tell whether the name means the place: not 台湾同胞, not a brand (“知创福州”)."""
        if plain.startswith(self._not_before, hit[1]):
            return False
        opening = plain.rfind("“", max(0, hit[0] - _LONGEST_BRAND), hit[0])
        closing = plain.find("”", hit[0], opening + _LONGEST_BRAND) if opening >= 0 else -1
        return closing < 0 or BORDER in plain[opening:closing]

    def _units(self, passage: Passage) -> Iterator[Stretch]:
        plain = passage.plain
        for at, end in passage.hits["unit"]:
            if plain[end : end + 1] in _NOT_AFTER_UNIT[plain[at]]:
                continue
            start = _behind_place(passage, passage.name_start(at), at)
            name = plain[start:at]
            short = 1 if plain[at] == "县" else _SHORTEST
            if not short <= len(name) < _LONGEST_UNIT or self._is_some(name, plain[start:end]):
                continue
            if _COUNT.search(name) or name in self._no_whole:
                continue
            yield start, end

    def _is_some(self, name: str, whole: str) -> bool:
        """Tell whether the words before a unit, a few letters, are common ones: 示范, 每个."""
        lengths = range(1, len(name) + 1)
        if any(name[-length:] in self._no_unit for length in lengths):
            return True
        begins = any(name[:length] in self._no_beginning for length in lengths)
        return begins and whole not in self._known

    def _parks(self, passage: Passage, named: list[Stretch]) -> Iterator[Stretch]:
        """Return zones and parks: a name, or one that begins with a place, and 开发区, 软件园."""
        plain = passage.plain
        for at, end in longest(passage.hits["park"]):
            start = passage.full_name_start(at)
            name = plain[start:at]
            if not name or len(name) > _LONGEST_PARK:
                continue
            inside = bisect_left(named, (start, 0))
            if inside < len(named) and named[inside][0] < at:
                yield (start if "“" in name or "（" in name else named[inside][0]), end
            elif _SHORTEST <= len(name) <= _LONGEST_NAME and self._is_name(name):
                yield start, end

    def _is_name(self, name: str) -> bool:
        return not any(word in name for word in self._no_park)


def _counts(plain: str, hit: Stretch, bodies: list[Stretch]) -> bool:
    body = holder(hit, bodies)
    if body is None:
        return True
    return hit[0] == body[0] and hit[1] < body[1] and keeps_place(plain[slice(*body)])


def _behind_place(passage: Passage, start: int, at: int) -> int:
    """Return where a name begins behind the higher place in front of it: 宁波市海曙区."""
    places = passage.hits["place"]
    index = bisect_left(places, (at, 0)) - 1
    if index >= 0 and places[index][0] == start and places[index][1] < at - 1:
        return places[index][1]
    return start
