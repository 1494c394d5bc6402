"""Titles of papers compared: width, white space and a place in front make no difference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

from kg.model import Node
from kg.resolve.regions import region_prefix

_YEAR = re.compile(r"(?:19|20)[0-9]{2}年(?:度)?")
_QUOTED = re.compile(r"《([^《》]{1,200})》")
_FORWARDED = re.compile(r"(?:印发|发布|公布|转发)《?([^《》]{2,200}?)》?的(?:通知|公告|通告)$")
_NATION = "中华人民共和国"


@dataclass(frozen=True, slots=True)
class Title:
    """A title taken apart: the place in front (empty where there is none), and the rest."""

    place: str
    rest: str

    def names_same(self, other: Title) -> bool:
        """Tell whether two titles may name one paper: the rest is the same, and the places are,
        or one of them is left out.

        Examples
        --------
        >>> title("福建省专利促进办法").names_same(title("专利促进 办法"))
        True
        >>> title("福建省专利促进办法").names_same(title("福州市专利促进办法"))
        False
        """
        return self.rest == other.rest and (
            self.place == other.place or not self.place or not other.place
        )


def title(words: str) -> Title:
    """Return a title taken apart, after NFKC and without white space and 《》 around it.

    A year in front stays with the rest: 2025年福建省任务清单 is no paper of 2024.

    Examples
    --------
    >>> title("2025年福建省 重点任务清单")
    Title(place='福建省', rest='2025年重点任务清单')
    """
    plain = "".join(normalize("NFKC", words).split()).removeprefix("《").removesuffix("》")
    lead = _YEAR.match(plain)
    year = lead.group() if lead else ""
    behind = plain[len(year) :]
    if behind.startswith(_NATION):
        return Title(_NATION, year + behind.removeprefix(_NATION))
    found = region_prefix(behind)
    if found is None or not found[1]:
        return Title("", plain)
    region, rest = found
    return Title(region.full_name, year + rest)


def titles_of(document: Node) -> Iterator[Title]:
    """Return the titles a task document is known by: its own, that of its list, and the paper it
    issues or forwards.

    Examples
    --------
    >>> notice = Node("d", "Document", {"title": "关于印发《专利促进办法》的通知"})
    >>> [t.rest for t in titles_of(notice)]
    ['关于印发《专利促进办法》的通知', '专利促进办法']
    """
    seen: set[str] = set()
    for name in ("title", "list_title"):
        words = "".join(str(document.props.get(name, "")).split())
        issued = _FORWARDED.search(words)
        for found in (words, *_QUOTED.findall(words), issued[1] if issued else ""):
            if found and found not in seen:
                seen.add(found)
                yield title(found)
