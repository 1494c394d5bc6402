"""``kg view coordination``: which agencies must talk to one another."""

from __future__ import annotations

from kg.cli.views.viewing import view_command
from kg.wording import Text

COMMAND = view_command(
    "coordination",
    Text(
        "枢纽居中，其余按群组分开，连线粗细为共同举措；统称和普遍列名的单位不画。",
        "The hub in the middle, the others by group, links as wide as there are shared "
        "measures; collectives and blanket bodies are not drawn.",
    ),
)
