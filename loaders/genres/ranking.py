"""Plain lists of bodies of which the paper says that the first leads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..grammar.columns import ColumnRole
from .entries import Entry

_FIRST_LEADS = re.compile(
    r"(?:第一|首)(?:个|位|名)?的?(?:责任)?(?:单位|部门|处室|科室)?(?:为|是|即为|即)(?:该项|本项)?(?:任务|工作)?的?"
    r"(?:牵头|主办|主责|第一责任|主要责任)"
)


def rank_first(entries: Sequence[Entry], texts: Iterable[str]) -> list[Entry]:
    """Return the entries with their plain lists taken as ranked, where the column's heading or
    one of the paper's notes says so.

    Parameters
    ----------
    texts
        What stands around the rows: preamble, notes.
    """
    everywhere = any(says_first_leads(text) for text in texts)
    return [_ranked(e, everywhere=everywhere) for e in entries]


def says_first_leads(text: str) -> bool:
    """Tell whether a text says that of several bodies the first leads.

    Examples
    --------
    >>> says_first_leads("注：责任单位中排第一位的为牵头单位。"), says_first_leads("责任单位")
    (True, False)
    """
    return _FIRST_LEADS.search(text) is not None


def _ranked(entry: Entry, *, everywhere: bool) -> Entry:
    bodies = tuple(
        replace(cell, role=ColumnRole.RANKED)
        if cell.role is ColumnRole.RESPONSIBLE and (everywhere or says_first_leads(cell.word))
        else cell
        for cell in entry.bodies
    )
    return entry if bodies == entry.bodies else replace(entry, bodies=bodies)
