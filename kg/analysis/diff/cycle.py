"""Lists renewed each year: of which year a list is, and what changed but for the year."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from kg.analysis.diff.version import Version, folded
from kg.wording import Text

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_YEAR_SAID = re.compile(r"(?<!\d)20\d\d(?=年)")
_DAYS = 365
_WHOLE_YEAR = 12


@dataclass(frozen=True, slots=True)
class Cycle:
    """The years of two lists; None where a list is not of one year."""

    before: int | None
    after: int | None

    @property
    def years(self) -> int:
        """By how many years the second is later; 0 where that is not known."""
        if self.before is None or self.after is None:
            return 0
        return self.after - self.before

    def days(self, old: date, new: date) -> int:
        """Return by how many days a date moved within the year of its list, 365 to a year."""
        return _ordinal(new) - _ordinal(old) - self.years * _DAYS

    def move(self, old: date, new: date) -> Text | None:
        """Return how far a date moved within the year of its list; None where it did not.

        Counted in months where both are the last days of theirs.

        Examples
        --------
        >>> Cycle(2024, 2025).move(date(2024, 12, 31), date(2025, 10, 31)).zh
        '提前 2 个月（年度内）'
        """
        days = self.days(old, new)
        months = (new.year - old.year - self.years) * _WHOLE_YEAR + new.month - old.month
        at_ends = _is_month_end(old) and _is_month_end(new)
        if not (months if at_ends else days):
            return None
        zh, en = ("推迟", "later") if days > 0 else ("提前", "earlier")
        far, unit = (abs(months), "month") if at_ends else (abs(days), "day")
        counted = f"{far} 个月" if at_ends else f"{far} 天"
        within = old.year == self.before and new.year == self.after
        scope = ("年度内", "within the year") if within else ("扣除年度顺延", "but for the year")
        plural = unit if far == 1 else f"{unit}s"
        return Text(f"{zh} {counted}（{scope[0]}）", f"{far} {plural} {en} {scope[1]}")

    def same_but_years(self, before: str, after: str) -> bool:
        """Tell whether two texts differ in nothing but years that went on with the list.

        Examples
        --------
        >>> Cycle(2024, 2025).same_but_years("2024年底前完成一轮", "2025年底前完成一轮")
        True
        """
        ours, theirs = folded(before), folded(after)
        if not self.years or _YEAR_SAID.sub("", ours) != _YEAR_SAID.sub("", theirs):
            return False
        years = zip(_YEAR_SAID.findall(ours), _YEAR_SAID.findall(theirs), strict=True)
        return all(int(new) - int(old) in {0, self.years} for old, new in years)


def cycle_of(before: Version, after: Version) -> Cycle:
    """Return the years of two lists."""
    return Cycle(list_year(before), list_year(after))


def list_year(version: Version) -> int | None:
    """Return the year that a list is for: the only year in its title; else that of issue, if half
    of its deadlines fall into it. None where it is for several years, or for none that is named.
    """
    props = version.dossier.document.props
    named = set(_YEAR.findall(re.sub(r"〔.{0,9}?〕|\[.{0,9}?\]", "", str(props["title"]))))
    if named:
        return int(named.pop()) if len(named) == 1 else None
    year, links = props.get("year"), (link for e in version.entries for link in e.of("DUE"))
    days = [str(node.props["due_on"]) for _, node in links if "due_on" in node.props]
    within = sum(day.startswith(f"{year}-") for day in days)
    return year if isinstance(year, int) and 0 < len(days) <= 2 * within else None


def newer_first(before: Version, after: Version) -> tuple[str, str] | None:
    """Return what tells that the first list is the newer one: both years, or days of issue, as
    printed; None where nothing tells.
    """
    cycle = cycle_of(before, after)
    if cycle.years:
        return (str(cycle.before), str(cycle.after)) if cycle.years < 0 else None
    old, new = (str(v.dossier.document.props.get("issued_on", "")) for v in (before, after))
    return (old, new) if old and new and old > new else None


def _is_month_end(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def _ordinal(day: date) -> int:
    """Days since a year 0, each of 365: 29 February is the 28th."""
    whole = day.replace(day=28) if (day.month, day.day) == (2, 29) else day
    return day.year * _DAYS + whole.replace(year=2001).timetuple().tm_yday
