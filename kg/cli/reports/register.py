"""``kg report register``: every measure in printed order."""

from __future__ import annotations

from kg.analysis.content.register import register
from kg.analysis.reads import REGISTER
from kg.cli.reports.content import content_command
from kg.wording import Text

COMMAND = content_command(
    "register",
    register,
    Text(
        "任务台账：每条举措一行，按印出的次序，列全文、牵头、配合、时限、量化目标、备注和原文行号。\n"
        "做成表格：-o 台账.xlsx。",
        "The register of tasks: every measure on a row of its own, in printed order, with its "
        "text, leads, supporting bodies, deadlines, targets, remark and source lines.\n"
        "As a workbook: -o register.xlsx.",
    ),
    reads=REGISTER,
)
