"""Whether what a cell says fits the column it may stand in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from kg.grammar.dates import looks_like_deadline

from .bodies import is_body_list, is_name_list, is_prose, split_bodies
from .columns import BODY_ROLES, ColumnRole
from .headings import LONGEST_HEADING, read_heading
from .likeness import LONGEST_NAME
from .roles import names_roles

_ORDINAL = re.compile(r"^[（(]?[0-9０-９一二三四五六七八九十]{1,4}[）).、]?$")


def is_task_heading(text: str) -> bool:
    """Tell whether a text is a numbered heading: one short phrase behind a number.

    Examples
    --------
    >>> is_task_heading("1.强化高质量创新导向。")
    True
    >>> is_task_heading("市科技局")
    False
    """
    heading = read_heading(text)
    return (
        heading is not None
        and len(heading.title) <= LONGEST_HEADING
        and re.search(r"[。；;]", heading.title) is None
    )


def fits(text: str, role: ColumnRole) -> bool:
    """Tell whether a cell could stand in a column of a role; an empty cell fits everywhere.

    Examples
    --------
    >>> fits("市文旅局", ColumnRole.LEAD), fits("市文旅局", ColumnRole.DEADLINE)
    (True, False)
    """
    if not text.strip():
        return True
    return _TESTS.get(role, _anything)(text)


def _anything(text: str) -> bool:
    return bool(text)


def _fits_measure(text: str) -> bool:
    return not (looks_like_deadline(text) or is_body_list(text) or is_task_heading(text))


def _fits_heading(text: str) -> bool:
    other = is_prose(text) or looks_like_deadline(text) or _fits_bodies(text)
    return is_task_heading(text) or not other


def _fits_ordinal(text: str) -> bool:
    return _ORDINAL.match(text) is not None


def _fits_bodies(text: str) -> bool:
    if is_name_list(text) or not split_bodies(text):
        return True
    return len(text) <= LONGEST_NAME * 10 and names_roles(text)


_TESTS: Mapping[ColumnRole, Callable[[str], bool]] = {
    **dict.fromkeys(BODY_ROLES, _fits_bodies),
    ColumnRole.DEADLINE: looks_like_deadline,
    ColumnRole.ORDINAL: _fits_ordinal,
    ColumnRole.MEASURE: _fits_measure,
    ColumnRole.TASK: _fits_heading,
    ColumnRole.SECTION: _fits_heading,
}
