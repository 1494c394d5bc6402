"""``kg view responsibility``: who leads and supports what in a document."""

from __future__ import annotations

from kg.cli.views.viewing import view_command
from kg.wording import Text

COMMAND = view_command(
    "responsibility",
    Text(
        "单位为行，板块为列，每条举措一格：实心为牵头，圆环为配合，虚线为推断；统称和普遍列名的单位在最下。",
        "Agencies as rows, sections as columns, one column for each measure: filled leads, "
        "ring supports, broken is inferred; collectives and blanket bodies at the bottom.",
    ),
)
