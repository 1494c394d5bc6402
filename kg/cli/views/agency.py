"""``kg view agency``: all that one agency has to do."""

from __future__ import annotations

from kg.cli.views.viewing import view_command
from kg.wording import Text

COMMAND = view_command(
    "agency",
    Text(
        "右边牵头、左边配合，按时限排列，伙伴列在举措旁；已到期的空心，并列出它可补的上级缺口。",
        "What it leads at the right, what it supports at the left, by deadline, partners "
        "beside; expired measures are hollow; upper gaps it could close are listed.",
    ),
    of_agency=True,
)
