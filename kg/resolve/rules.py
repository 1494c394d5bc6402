"""The rules by which a name finds its place: the level words and the issuer of one document."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from .body import Body, described, joined
from .collectives import is_collective, names_places
from .departments import departments
from .gazetteer import book
from .kinds import words
from .official import Name, official, whole_name
from .printed import after_place, canonical_form, outside_brackets
from .regions import Region, is_national, is_no_unit, level_of_unit, region_prefix


@dataclass(frozen=True, slots=True)
class Rules:
    """What names mean by their form alone, in one document; see ``AgencyResolver``."""

    region: Region | None
    office: str = ""
    internal: bool = False
    divisions: Collection[str] = ()
    unplaced: str = ""

    def resolve(self, form: str) -> Body:
        """Return the body of a name in its canonical form, by the first rule that fits."""
        form = self._without_party(form)
        for rule in (
            self._division,
            self._national,
            self._branch,
            self._own_place,
            self._level_word,
            self._collective,
            self._generic,
        ):
            body = rule(form)
            if body is not None:
                return body
        return self._keyed(form, "proper-name")

    def _without_party(self, form: str) -> str:
        """Take off 中共, which stands before the place of the Party's bodies."""
        party = _PARTY.match(form)
        if party is None:
            return form
        rest = form[party.end() :]
        found = region_prefix(rest) or self._after_level_word(rest)
        if found is None or not found[1].startswith(("委", "纪", "直")):
            return form
        return rest[: len(rest) - len(found[1])] + _PARTY_WHOLE.sub("委", found[1])

    def _division(self, form: str) -> Body | None:
        office = self._office()
        if office is None:
            return None
        rest, rule = form, "division"
        if own := next((n for n in (office.name, self.office) if form.startswith(n)), ""):
            rest = form[len(own) :]
        elif not self.internal or region_prefix(form) or is_national(form):
            return None
        elif found := self._after_level_word(form):
            rest, rule = found[1], "level-word-division"
            if rest not in self.divisions and len(rest) > words().longest_division:
                return None
        if not rest or not _is_division(rest):
            return None
        body = described(office.name + rest, None, rule)
        return replace(body, level=office.level, region_name=office.region_name, part_of=office)

    def _national(self, form: str) -> Body | None:
        """Bodies of the nation that the data know by this very name, or that go by 国家, 全国 …."""
        if _ON_THE_SPOT.search(form) and is_collective(form):
            return None
        known = departments()
        name = known.national.get(form, "")
        if not name and self.region is not None and self.region.level == "national":
            name = known.in_nation(form)
        if not name and not (is_national(form) and self._begin(form) == ""):
            return None
        body = described(name or form, None, "national")
        return replace(body, rule=joined(body.rule, "official-name" if body.name != form else ""))

    def _branch(self, form: str) -> Body | None:
        """Bodies of the nation; their branches belong to the place in their names."""
        begin = self._begin(form)
        if not begin:
            return None
        rest = form[len(begin) :]
        if own := self._own_short(rest):
            return self._keyed(form, "branch", own)
        found = region_prefix(rest)
        if found is None:
            return described(form, None, "national")
        region = self._here(found[0])
        if name := whole_name(begin, found[1]):
            return self._described(region.full_name + name, region, "branch")
        if region is not found[0]:
            form = begin + region.full_name + found[1]
        return self._described(form, region, "branch")

    def _begin(self, form: str) -> str:
        return next((b for b in words().branches if form.startswith(b)), "")

    def _own_place(self, form: str) -> Body | None:
        if own := self._own_short(form):
            rest = form[len(own.short) :]
            if departments().is_form(Name.read(rest).first):
                return described(own.full_name + rest, own, "own-place")
            return self._keyed(form, "own-place", own)
        found = region_prefix(form)
        return self._of_place(form, *found) if found else None

    def _of_place(self, form: str, region: Region, rest: str) -> Body | None:
        printed = form[: len(form) - len(rest)]
        by_short = printed == region.short
        if by_short and not self._is_near(region):
            return None
        full = self._is_department(region, rest) if by_short else printed.endswith(region.name)
        if not full:
            return described(printed + after_place(rest), region, "own-place")
        region = self._here(region)
        rest = _once(after_place(rest), region)
        return self._described(region.full_name + rest, region, "own-place")

    def _is_department(self, region: Region, rest: str) -> bool:
        """Tell whether a short name of a place before this means the place's own body.

        福州科技局 is the city's, but 福州仲裁委 and 福州海关 are names of their own.
        """
        if region.short in book().shared:
            return False
        return departments().is_form(Name.read(rest).first)

    def _described(self, name: str, region: Region, rule: str) -> Body:
        """Describe a body of a place; the document's place keeps unknown districts apart."""
        if region.level != "county" or region.code or region.parents or self._is_here(region):
            return described(name, region, rule)
        return self._keyed(name, rule, region)

    def _here(self, region: Region) -> Region:
        """The district that a name alone means in this document: 鼓楼区 in a city's paper."""
        if region.level != "county" or region.code or region.parents or self._is_here(region):
            return region
        chain = self.region.chain if self.region else ()
        found = (book().district(place, region.name) for place in chain)
        return next((r for r in found if r is not None), region)

    def _level_word(self, form: str) -> Body | None:
        found = None if names_places(form) else self._after_level_word(form)
        if found is None:
            return None
        place, rest = found
        if place is None:
            if is_collective(form):
                return None
            word = form[: len(form) - len(rest)]
            level = level_of_unit(word)
            made = departments().sure(rest, level if word != "市" else "")
            body = self._keyed(word + (made or rest), "level-word-unknown")
            rule = joined(body.rule, "official-name" if made not in ("", rest) else "")
            return replace(body, level=level, rule=rule)
        return self._with_place(place, after_place(rest), "level-word")

    def _collective(self, form: str) -> Body | None:
        return self._placed(form, "collective") if is_collective(form) else None

    def _generic(self, form: str) -> Body | None:
        plain = outside_brackets(form)
        if not plain.endswith(words().generic_endings) or _COURT_OF_A_KIND.search(plain):
            return None
        return self._in_county(form) or self._placed(form, "generic")

    def _in_county(self, form: str) -> Body | None:
        """A body that names by its short name a county below the document's place: 德化快维中心."""
        for region in book().inside(self.region) if self.region else ():
            stem = region.name[:-1]
            if len(stem) > 1 and form.startswith(stem) and not departments().is_form(form):
                rest = form[len(stem) :]
                is_office = departments().is_form(Name.read(rest).first)
                name = region.full_name + rest if is_office else form
                return described(name, region, "own-place")
        return None

    def _placed(self, form: str, rule: str) -> Body:
        """Put the document's place before a name that every place has."""
        if self.region is None or self.region.level == "national":
            made, how = official(form, None)
            body = self._keyed(made, rule)
            return replace(body, rule=joined(body.rule, how))
        return self._with_place(self.region, form, rule)

    def _with_place(self, place: Region, rest: str, rule: str) -> Body:
        """Name a body by its place; words that go down a level (省 + 沙县小吃办) lead there."""
        if rest.startswith(place.full_name):
            return described(rest, place, rule)
        rest = _once(rest, place)
        name = place.full_name + rest
        own = self._own_place(name)
        if own is None or own.region_name == place.full_name:
            return described(name, place, rule)
        return replace(own, rule=own.rule.replace("own-place", rule))

    def _keyed(self, form: str, rule: str, region: Region | None = None) -> Body:
        """Keep a name as it is, with the document's place in its key."""
        place = self.region.full_name if self.region else self.unplaced
        return described(form, region, rule, place)

    def _after_level_word(self, form: str) -> tuple[Region | None, str] | None:
        """The place that 省, 市, 县, 区 means here, None if unknown, and the words after it."""
        word = next((w for w in words().levels if form.startswith(w)), "")
        rest = form[len(word) :]
        if not word or not rest:
            return None
        # 县城 is no county, but 县城乡建设局 is a county's.
        other = form.startswith(words().no_level) or is_no_unit(form) or _TOWN.match(form)
        if other and not departments().is_form(rest):
            return None
        chain = self.region.chain if self.region else ()
        place = next((r for r in chain if _means(word, r)), None)
        # In a paper of an autonomous region 区 is short for 自治区 (区党委).
        if place is None and word == "区" and chain and chain[0].name.endswith("自治区"):
            place = chain[0]
        return place, rest

    def _own_short(self, form: str) -> Region | None:
        """A place of this document that only it shows to be one: 澄湖 in a paper of 澄湖市."""
        for region in self.region.chain if self.region else ():
            short = region.short
            if not region.code and short and form.startswith(short) and form != short:
                after = form[len(short) :]
                if not after.startswith(region.name[len(short) :]):
                    return region
        return None

    def _is_here(self, region: Region) -> bool:
        return self.region is not None and region in self.region.chain

    def _is_near(self, region: Region) -> bool:
        """Tell whether a short name may be read as a place here.

        Short names of far places are ordinary words elsewhere (中山, 朝阳, 海口).
        """
        if self.region is None or region.level == "province":
            return True
        return any(r in region.chain for r in self.region.chain)

    def _office(self) -> Body | None:
        if not self.office:
            return None
        return replace(self, office="", internal=False).resolve(canonical_form(self.office))


_TOWN = re.compile(r"县城(?![区市镇关投管建乡])")
_PARTY = re.compile(r"(?:中共|中国共产党)(?!中央)")
_PARTY_WHOLE = re.compile(r"^委员会")
_COURT_OF_A_KIND = re.compile(
    r"(?:知识产权|金融|互联网|海事|铁路运输|破产)(?:人民)?(?:法院|检察院|法庭)\Z"
)
"""Courts that only a few places have."""

_ON_THE_SPOT = re.compile(r"驻|^(?:中央|国家)、|在[\u4e00-\u9fff]{1,4}(?:单位|部门|机构|企业)\Z")
"""Words for bodies of the nation that sit at a place (中央驻榕单位)."""


def _once(rest: str, region: Region) -> str:
    """Return a name behind its place without the word for the level said again: 青岚市市财政局."""
    known, shorter = departments(), rest[1:]
    repeats = rest[:1] == region.name[-1:] and known.is_form(shorter) and not known.is_form(rest)
    return shorter if repeats else rest


def _means(word: str, region: Region) -> bool:
    if word == "区":
        return region.level == "county" and region.name.endswith(word)
    return region.name.endswith(word)


def _is_division(form: str) -> bool:
    plain, known = outside_brackets(form), words()
    return plain.endswith(known.division_endings) and not plain.endswith(known.no_divisions)
