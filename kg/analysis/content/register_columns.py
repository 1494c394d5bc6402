"""The columns of the register of tasks: what stands in each cell."""

from __future__ import annotations

from kg.analysis.report import Column, ColumnKind
from kg.wording import Text

_TEXT = ColumnKind.TEXT

PLACE = (
    Column(
        "measure",
        Text("举措", "measure"),
        _TEXT,
        Text("举措的键，略去文件键", "key of the measure without that of its document"),
    ),
    Column(
        "section",
        Text("板块", "section"),
        _TEXT,
        Text("所属板块的编号和标题，不在板块内的为空", "number and title of its section, if any"),
    ),
    Column(
        "task",
        Text("任务", "task"),
        _TEXT,
        Text("所属任务的编号和标题", "number and title of its task"),
    ),
    Column("text", Text("举措文字", "text"), _TEXT, Text("照录全文", "its words as printed")),
)
ASSISTS = Column(
    "assists",
    Text("配合单位", "assists"),
    _TEXT,
    Text(
        "原文明示的配合单位，按印出的次序；原文不分牵头与配合时不知",
        "supporting bodies that the text names, in printed order; unknown where it does not tell "
        "leads from others",
    ),
)
RESPONSIBLE = Column(
    "responsible",
    Text("责任单位（不分牵头配合）", "responsible"),
    _TEXT,
    Text(
        "原文只列责任单位、不分牵头与配合的举措：全部单位，按印出的次序",
        "where the text lists bodies without telling leads from others: all of them, in printed "
        "order",
    ),
)
REST = (
    Column(
        "clause_deadlines",
        Text("分句时限", "deadlines of clauses"),
        _TEXT,
        Text("只约束一个分句的时限，原文词句", "deadlines that bind one clause alone, as printed"),
    ),
    Column(
        "targets",
        Text("量化目标", "targets"),
        _TEXT,
        Text("举措文字中的数量目标，原文词句", "quantities the measure sets, as printed"),
    ),
    Column(
        "remark",
        Text("备注", "remark"),
        _TEXT,
        Text("备注一栏，照录", "the column of remarks, as printed"),
    ),
    Column(
        "place",
        Text("原文行", "lines"),
        _TEXT,
        Text("在原文第几行", "on which lines of the source it stands"),
    ),
    Column(
        "issues",
        Text("读取问题", "issues"),
        _TEXT,
        Text(
            "读这一条及其任务、板块时的警告和错误；空表示没有",
            "warnings and errors of this measure, its task and its section; empty for none",
        ),
    ),
)
