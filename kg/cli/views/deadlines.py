"""``kg view deadlines``: what falls due when."""

from __future__ import annotations

from kg.cli.views.viewing import view_command
from kg.wording import Text

COMMAND = view_command(
    "deadlines",
    Text(
        "每个牵头单位一行，按月堆放，标出条数和今天；无截止日的另成一栏。"
        "有完成情况账本（--status）时，已完成、逾期未完成各有形状。",
        "A lane for each lead agency, stacked by month with their number, and today's line; "
        "what has no last day stands in a strip of its own. With a ledger (--status) what is "
        "done and what is late have shapes of their own.",
    ),
)
