"""Papers named in 《》, and whether the text promises them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import InstrumentMention, InstrumentStatus

from .passage import Passage, Stretch

_OPEN, _CLOSE = "《", "》"
_LONGEST = 120
_MARKS = re.compile(r"[《》\n]")
_MAKING = (
    "出台|印发|制定|制订|修订|编制|编印|起草|发布|颁布|公布|拟定|拟订|草拟|编写|编发|研制|推出|下发|修改|修编"
    "|报审|审议"
)
_BEFORE = re.compile(
    rf"(?:{_MAKING})(?:并|好|了|实施|出|完善|执行|我省|我市|全省|全市|本市|本省|新的|新版|地方性法规|地方标准|以|和|与|及|、"
    rf"|{_MAKING}|《[^《》]{{1,120}}》){{0,8}}\Z"
)
_PUSHING = re.compile(
    r"(?:推动|推进|加快|促进|争取|力争|促成|完成|做好|启动|开展|组织|抓紧|研究|年底前|月底前|内)[^，。；]{0,12}\Z"
)
_BEHIND = re.compile(
    r"(?:《[^《》]{1,120}》|[、和及等]|的){0,8}(?:尽快|早日|正式|及时|年内|按期|修订|制定|编制|起草){0,2}的?"
    r"(?:出台|印发|发布|颁布|立法|制定|修订|编制|起草|制订|报批|报审)"
)
_NEAR = 40
_WINDOW = 160


def find_instruments(passage: Passage) -> Iterator[tuple[Stretch, InstrumentMention]]:
    """Return each paper in 《》 with its stretch, marks left out, in the order of the text."""
    plain = passage.plain
    if _OPEN not in plain:
        return
    for start, end in _titles(plain):
        span = passage.span(start, end)
        # The printed words: the plain form has changed letters and marks.
        title = "".join(span.text.split())
        yield (start, end), InstrumentMention(span, title, _status(passage, start - 1, end + 1))


def _titles(plain: str) -> Iterator[Stretch]:
    """Return the outermost titles; one that is never closed is none."""
    position = plain.find(_OPEN)
    while position >= 0:
        end = _closing(plain, position)
        if end > position + 1:
            yield position + 1, end
            position = plain.find(_OPEN, end)
        else:
            position = plain.find(_OPEN, position + 1)


def _closing(plain: str, opening: int) -> int:
    """Return where the title that begins here is closed; -1 when it is not."""
    depth = 0
    for mark in _MARKS.finditer(plain, opening, opening + _LONGEST):
        if mark[0] == _OPEN:
            depth += 1
        elif mark[0] == _CLOSE:
            depth -= 1
            if not depth:
                return mark.start()
        else:
            return -1
    return -1


def _status(passage: Passage, opening: int, behind: int) -> InstrumentStatus:
    plain = passage.plain
    first, last = passage.bounds(opening)
    before = plain[max(first, opening - _WINDOW) : opening]
    promised = _BEFORE.search(before) is not None or (
        _PUSHING.search(before[-_NEAR:]) is not None
        and _BEHIND.match(plain[behind : min(last, behind + _WINDOW)]) is not None
    )
    return InstrumentStatus.PROMISED if promised else InstrumentStatus.CITED
