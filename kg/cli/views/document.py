"""``kg view document``: what is in a document."""

from __future__ import annotations

from kg.cli.views.viewing import view_command
from kg.wording import Text

COMMAND = view_command(
    "document",
    Text(
        "板块、任务、举措从左到右；受损处、没有牵头或时限的举措有标记。",
        "Sections, tasks and measures from left to right; damage and missing leads or "
        "deadlines are marked.",
    ),
)
