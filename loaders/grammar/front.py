"""What a paper says about itself, from the lines before and after its list."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import FrontMatter, Issue, Paragraph

from .letterhead import doc_no, issued_on, issuer
from .preamble import implements
from .titles import annex, list_title, notice_title, year_in


def read_front(
    head: Sequence[Paragraph], tail: Sequence[Paragraph]
) -> tuple[FrontMatter, tuple[Issue, ...]]:
    """Return what the paper says about itself, and what had to be put right in it.

    What the paper does not say stays empty. Paragraphs that say none of it are passed over.

    Parameters
    ----------
    head
        The paragraphs before the list: notice, signature, annex mark, the list's title.
    tail
        The paragraphs after it: copies to, imprint.
    """
    notice, lines = notice_title(head)
    listed = list_title(head, lines)
    number, issues = doc_no(head)
    title = notice or listed
    day = issued_on(head, tail)
    front = FrontMatter(
        title=title,
        list_title=listed,
        doc_no=number,
        annex=annex(head),
        issuer=issuer(notice, head, tail),
        issued_on=day,
        year=year_in(title) or year_in(listed) or (day.year if day else None),
        implements=implements(notice, (title, listed), head),
    )
    return front, issues
