"""``kg report instruments``: papers cited and promised, and promised ones not yet seen."""

from __future__ import annotations

from kg.analysis.content.instruments import instruments
from kg.analysis.reads import INSTRUMENTS
from kg.cli.reports.content import content_command
from kg.wording import Text

COMMAND = content_command(
    "instruments",
    instruments,
    Text(
        "举措引用和拟出台的文件制度；拟出台而库中未见的排在前面，注明谁牵头、何时完成。\n"
        "比对用整个库，即使只看一个文件；库外是否已经出台，本程序不知道。",
        "Instruments that measures cite or promise; promised ones that the store has not seen "
        "come first, with leads and deadline.\n"
        "The whole store is compared even where one document is chosen; what was issued outside "
        "it is unknown.",
    ),
    whole_store=True,
    reads=INSTRUMENTS,
)
