"""``kg report industries``: which industries the measures name."""

from __future__ import annotations

from kg.analysis.content.industries import industries
from kg.analysis.reads import INDUSTRIES
from kg.cli.reports.content import content_command
from kg.wording import Text

COMMAND = content_command(
    "industries",
    industries,
    Text(
        "举措提到哪些产业：举措数、文件数、牵头单位、分类代码（没有把握的写“无代码”），"
        "以及未提到任何产业的举措。\n"
        "产业按词表识别；词表没有的认不出来。",
        "Which industries the measures name: measures, documents, leads, classification code "
        "(«no code» where none is sure), and the measures that name none.\n"
        "Industries are told by the vocabulary; those it does not hold are not seen.",
    ),
    reads=INDUSTRIES,
)
