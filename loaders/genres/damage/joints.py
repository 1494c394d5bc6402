"""Names that a cell prints with an unusual separator between them, or with none."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Issue, Place

from ...grammar.bodies import separated
from ...grammar.joints import at_gaps, doubtful, part_names, run_together
from ..issues import NAME_FUSED, NAMES_PARTED, NAMES_SEPARATED


def joint_issues(text: str, place: Place) -> Iterator[Issue]:
    """Yield what was parted in a list of bodies without a plain separator, and what seems to be
    several names and could not be parted.
    """
    for part in separated(text):
        names = part_names(part)
        if any(len(run_together(name)) > 1 for name in at_gaps(part)):
            if len(names) > 1:
                yield Issue(NAMES_PARTED, place, part, "、".join(names))
        elif len(at_gaps(part)) > 1:
            yield Issue(NAMES_SEPARATED, place, part, "、".join(names))
        elif doubt := doubtful(part):
            yield Issue(NAME_FUSED, place, part, f"{'、'.join(doubt)}？")
