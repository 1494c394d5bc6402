"""``kg report quality``: which rows are damaged, and which answers they touch."""

from __future__ import annotations

from kg.analysis.quality.report import quality
from kg.analysis.reads import QUALITY
from kg.cli.reports.content import content_command
from kg.wording import Text

COMMAND = content_command(
    "quality",
    quality,
    Text(
        "每个文件哪些行受损、原样和处理结果、哪些内容搁置、哪些更正采用、过期或没有用上，"
        "以及影响哪些结论。\n"
        "没有问题的文件也写明。",
        "Which rows of each document are damaged, what was there and what was made of it, what "
        "was set aside, which corrections were applied, went stale or met nothing, and which "
        "answers that touches.\n"
        "A document without any issue is said to have none.",
    ),
    leads=False,
    reads=QUALITY,
)
