"""Names of bodies → bodies: one for each body and place, with the rule that decided.

Names are one body only when their form says so: a level word stands for the document's place,
政府 for 人民政府, ASCII brackets for full-width ones. Likeness is never a reason: one character is
another government. What the result says about a body follows from its key and the gazetteer
alone, so that every document says the same.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from .body import Body, described, is_collective
from .kinds import words
from .printed import after_place, canonical_form, outside_brackets
from .regions import Region, is_national, level_of_unit, region_prefix

__all__ = ["AgencyResolver", "Body"]


@dataclass(frozen=True, slots=True)
class AgencyResolver:
    """Resolves names as one document prints them.

    Parameters
    ----------
    region
        The place the document speaks for; None when it names none.
    office
        The issuer as printed; empty when the document does not say.
    internal
        True when the list speaks of the issuer's own divisions (a column 责任处室).
    divisions
        Divisions known from elsewhere in the document, however long their names.
    unplaced
        What stands in for the place in keys when there is none: the document's key. Without it
        two documents of unknown places share the bodies that they call by the same name.
    """

    region: Region | None
    office: str = ""
    internal: bool = False
    divisions: Collection[str] = ()
    unplaced: str = ""

    def resolve(self, name: str) -> Body:
        """Return the body that a printed name means in this document.

        Examples
        --------
        >>> from kg.resolve.regions import region_named
        >>> city = AgencyResolver(region_named("福州市"))
        >>> city.resolve("市市场监督管理局（知识产权局）").name
        '福州市市场监督管理局（知识产权局）'
        >>> city.resolve("各县(市、区)人民政府。").key
        'agency:福州市各县（市）区人民政府'
        >>> city.resolve("榕城海关").key
        'agency:福州市/榕城海关'
        >>> office = AgencyResolver(region_named("福建省"), "福建省知识产权局", internal=True)
        >>> office.resolve("保护处").name, office.resolve("省保护处").rule
        ('福建省知识产权局保护处', 'level-word-division')
        """
        form = canonical_form(name)
        for rule in (
            self._division,
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

    def _division(self, form: str) -> Body | None:
        office = self._office()
        if office is None:
            return None
        rest, rule = form, "division"
        if form.startswith(office.name):
            rest = form[len(office.name) :]
        elif not self.internal or region_prefix(form):
            return None
        elif found := self._after_level_word(form):
            rest, rule = found[1], "level-word-division"
            if rest not in self.divisions and len(rest) > words().longest_division:
                return None
        if not rest or not _is_division(rest):
            return None
        body = described(office.name + rest, None, rule)
        return replace(body, level=office.level, region_name=office.region_name, part_of=office)

    def _branch(self, form: str) -> Body | None:
        """Bodies of the nation; their branches belong to the place in their names."""
        begin = next((b for b in words().branches if form.startswith(b)), "")
        rest = form[len(begin) :]
        if begin and (own := self._own_short(rest)):
            return self._keyed(form, "branch", own)
        if begin and (found := region_prefix(rest)):
            return described(form, found[0], "branch")
        if begin or is_national(form):
            return described(form, None, "national")
        return None

    def _own_place(self, form: str) -> Body | None:
        if own := self._own_short(form):
            return self._keyed(form, "own-place", own)
        found = region_prefix(form)
        if found is None:
            return None
        region, rest = found
        printed = form[: len(form) - len(rest)]
        if printed == region.short and not self._is_near(region):
            return None
        full = region.full_name if printed.endswith(region.name) else printed
        name = full + after_place(rest)
        if region.level != "county" or region.code or region.parents or self._is_here(region):
            return described(name, region, "own-place")
        return self._keyed(name, "own-place", region)

    def _level_word(self, form: str) -> Body | None:
        found = self._after_level_word(form)
        if found is None:
            return None
        place, rest = found
        if place is None:
            if is_collective(form):
                return None
            body = self._keyed(form, "level-word-unknown")
            return replace(body, level=level_of_unit(form[: len(form) - len(rest)]))
        return self._with_place(place, after_place(rest), "level-word")

    def _collective(self, form: str) -> Body | None:
        return self._placed(form, "collective") if is_collective(form) else None

    def _generic(self, form: str) -> Body | None:
        endings = words().generic_endings
        return self._placed(form, "generic") if outside_brackets(form).endswith(endings) else None

    def _placed(self, form: str, rule: str) -> Body:
        """Put the document's place before a name that every place has."""
        if self.region is None or self.region.level == "national":
            return self._keyed(form, rule)
        return self._with_place(self.region, form, rule)

    def _with_place(self, place: Region, rest: str, rule: str) -> Body:
        """Name a body by its place; words that go down a level (省 + 沙县小吃办) lead there."""
        name = place.full_name + rest
        own = self._own_place(name)
        if own is None or own.region_name == place.full_name:
            return described(name, place, rule)
        return replace(own, rule=own.rule if own.is_collective else rule)

    def _keyed(self, form: str, rule: str, region: Region | None = None) -> Body:
        """Keep a name as it is, with the document's place in its key."""
        place = self.region.full_name if self.region else self.unplaced
        return described(form, region, rule, place)

    def _after_level_word(self, form: str) -> tuple[Region | None, str] | None:
        """The place that 省, 市, 县, 区 means here, None if unknown, and the words after it."""
        if form.startswith(words().no_level):
            return None
        word = next((w for w in words().levels if form.startswith(w)), "")
        rest = form[len(word) :]
        if not word or not rest:
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
        return replace(self, office="", internal=False).resolve(self.office)


def _means(word: str, region: Region) -> bool:
    if word == "区":
        return region.level == "county" and region.name.endswith(word)
    return region.name.endswith(word)


def _is_division(form: str) -> bool:
    plain, known = outside_brackets(form), words()
    return plain.endswith(known.division_endings) and not plain.endswith(known.no_divisions)
