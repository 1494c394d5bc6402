"""``kg view alignment``: upper tasks and the lower measures that take them on."""

from __future__ import annotations

from kg.cli.views.viewing import view_command
from kg.wording import Text

COMMAND = view_command(
    "alignment",
    Text(
        "左列上级任务，右列下级举措，曲线粗细为得分；未承接的实心标出，未找到上级对应（可能为自选动作）的另成一列，已到期的空心。",
        "Upper tasks at the left, lower measures at the right, curves as wide as the score; "
        "gaps filled, measures without an upper counterpart (local additions, perhaps) in a column "
        "of their own, expired ones hollow.",
    ),
)
