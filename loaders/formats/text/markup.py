"""Markup inside texts: known tags, comments, scripts and entities are taken out, and nothing
else, for a smaller-than sign is also a word of these documents (投入<5万元且增长>3%).
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from .characters import BREAK, PARAGRAPH

_HARD_TAGS = frozenset(
    {
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "section",
        "article",
        "header",
        "footer",
        "blockquote",
        "center",
        "caption",
    }
)
_SOFT_TAGS = frozenset({"br"})
# Where a table is too tangled to be read as one, its cells shall at least not run together.
_CELL_TAGS = frozenset({"td", "th"})
_INLINE_TAGS = frozenset(
    {
        "a",
        "abbr",
        "b",
        "big",
        "body",
        "col",
        "colgroup",
        "del",
        "em",
        "font",
        "html",
        "head",
        "i",
        "img",
        "ins",
        "label",
        "main",
        "mark",
        "meta",
        "o:p",
        "pre",
        "s",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "tt",
        "u",
        "nobr",
    }
)
_NAMES = "|".join(sorted(_HARD_TAGS | _SOFT_TAGS | _INLINE_TAGS, key=len, reverse=True))

# Every repeat stops at the next «<» and gives nothing back, so the work is linear in the text.
_WELL_FORMED = r"""(?:\s++[A-Za-z_:][\w:.-]*+(?:\s*+=\s*+(?:"[^"<]*+"|'[^'<]*+'|[^\s"'<>]++))?)*+"""
_SLOPPY = r"\s++[A-Za-z_:][\w:.-]*+\s*+=[^<>]*+"
TAG = re.compile(rf"<(/?)({_NAMES})(?:{_WELL_FORMED}|{_SLOPPY})\s*+/?>", re.IGNORECASE)

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_BOLD = re.compile(r"\*\*([^*]++)\*\*")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")

_needed = re.compile(r"[<&*\\]").search


@dataclass(frozen=True, slots=True)
class Stripped:
    """A text without markup.

    Parameters
    ----------
    text
        With ``PARAGRAPH`` and ``BREAK`` where elements ended a paragraph or a line.
    marks
        Names of what was taken out, sorted, each once: elements (``p``), signs (``**``).
    entities
        The entities that were read, sorted, each once (``&nbsp;``).
    """

    text: str
    marks: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()


def strip(text: str) -> Stripped:
    r"""Return a text without known markup.

    Examples
    --------
    >>> strip("<b>二、着力完善知识产权法治保障</b>")
    Stripped(text='二、着力完善知识产权法治保障', marks=('b',), entities=())
    >>> strip("投入<5万元且增长>3%").text
    '投入<5万元且增长>3%'
    >>> strip("市科技局、<br/>市&nbsp;财政局")
    Stripped(text='市科技局、\u2028市\xa0财政局', marks=('br',), entities=('&nbsp;',))
    """
    if _needed(text) is None:
        return Stripped(text)
    marks: set[str] = set()
    if "<" in text:
        text = _without_tags(text, marks)
    if "**" in text:
        text, count = _BOLD.subn(r"\1", text)
        marks.update(["**"] * bool(count))
    if "\\" in text:
        text, count = _ESCAPE.subn(r"\1", text)
        marks.update(["\\"] * bool(count))
    # Entities last: «&lt;p&gt;» prints a «<p>» that is text.
    entities = sorted(set(_ENTITY.findall(text))) if "&" in text else []
    if entities:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return Stripped(text, tuple(sorted(marks)), tuple(entities))


def _without_tags(text: str, marks: set[str]) -> str:
    def border(match: re.Match[str]) -> str:
        name = match[2].lower()
        marks.add(name)
        if name in _SOFT_TAGS or (name in _CELL_TAGS and not match[1]):
            return BREAK
        return PARAGRAPH if name in _HARD_TAGS else ""

    return TAG.sub(border, text)
