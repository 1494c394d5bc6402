"""The papers that a paper carries out, as its preamble names them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import Paragraph

_TITLE = re.compile(r"《([^《》]{2,100})》")
_LEADS_IN = re.compile(r"^.{0,10}?(?:为了?|根据|按照|依据|遵照|依照|对照|贯彻|落实|认真落实|结合)")
_OWN_WORK = re.compile(r"制定|编制|制订|起草|现将|现印发|形成了|拟定|研究提出")
_IN_TITLE = re.compile(r"(?:贯彻|落实|实施|执行)(?:落实|实施|执行)?《([^《》]{2,100})》")
_MOST_JOINED = 3


def implements(title: str, own: Sequence[str], head: Sequence[Paragraph]) -> tuple[str, ...]:
    """Return the titles in 《》 of the papers this one carries out, in printed order, each once.

    Parameters
    ----------
    title
        The paper's own title: 关于贯彻落实《…》的意见 names one.
    own
        Titles of the paper itself, which it names but does not carry out.
    head
        The paragraphs before the list.

    Examples
    --------
    >>> from kg.model import Paragraph, Place
    >>> text = "为深入贯彻《强国建设纲要》，根据《年度工作指引》，制定了《清单》，现印发。"
    >>> implements("", (), [Paragraph(text, Place.at(1))])
    ('强国建设纲要', '年度工作指引')
    """
    named = [found[1] for found in _IN_TITLE.finditer(title)]
    for sentence in _sentences(head):
        if _LEADS_IN.match(sentence):
            basis = _OWN_WORK.split(sentence, maxsplit=1)[0]
            titles = (found[1] for found in _TITLE.finditer(basis))
            named += [name for name in titles if not _is_own(name, own)]
    return tuple(dict.fromkeys(named))


def _sentences(head: Sequence[Paragraph]) -> Iterator[str]:
    for text in _joined(head):
        yield from (s.strip() for s in re.split(r"[。！？]", text) if "《" in s)


def _joined(head: Sequence[Paragraph]) -> Iterator[str]:
    """Paragraphs, those joined that a broken 《 shows to be one."""
    waiting, parts = "", 0
    for paragraph in head:
        waiting, parts = waiting + paragraph.text, parts + 1
        if waiting.count("《") <= waiting.count("》") or parts == _MOST_JOINED:
            yield waiting
            waiting, parts = "", 0
    if waiting:
        yield waiting


def _is_own(name: str, own: Sequence[str]) -> bool:
    plain = "".join(name.split())
    return any(plain and plain in "".join(title.split()) for title in own)
