"""A report with every kind of column and cell, hostile texts among them."""

from __future__ import annotations

from datetime import date

from kg.analysis.report import Column, ColumnKind, Part, Report
from kg.wording import Text

COLUMNS = (
    Column("agency", Text("单位", "agency"), ColumnKind.TEXT, Text("规范名称", "canonical name")),
    Column("leads", Text("牵头", "leads"), ColumnKind.COUNT, Text("牵头举措数", "measures led")),
    Column("share", Text("占比", "share"), ColumnKind.SHARE, Text("牵头 ÷ 全部", "leads ÷ all")),
    Column("score", Text("得分", "score"), ColumnKind.NUMBER, Text("0–1", "0–1")),
    Column("due_on", Text("时限", "due"), ColumnKind.DATE, Text("最后一天", "last day")),
    Column("state", Text("状态", "state"), ColumnKind.TEXT, Text("审核状态", "review state")),
    Column("keys", Text("举措键", "measure keys"), ColumnKind.KEYS, Text("键", "keys")),
)

REPORT = Report(
    "sample",
    Text("样表", "A sample"),
    (
        Part(
            "澄知发〔2022〕3号",
            Text("澄湖市任务分解表", "Tasks of 澄湖市"),
            COLUMNS,
            (
                {
                    "agency": "澄湖市市场监督管理局（知识产权局）",
                    "leads": 48,
                    "share": 0.8,
                    "score": 0.123456789,
                    "due_on": date(2025, 6, 30),
                    "state": Text("待核", "to be checked"),
                    "keys": ("澄知发〔2022〕3号/一/1#1", "澄知发〔2022〕3号/一/1#2"),
                },
                {
                    "agency": '=HYPERLINK("http://example.invalid")|`*<b>',
                    "leads": 0,
                    "share": None,
                    "score": None,
                    "due_on": None,
                    "state": "＝1+1",
                    "keys": (),
                },
                {
                    "agency": '多行\n单位\t\x1b[31m红,"引号"',
                    "leads": None,
                    "share": 0.0,
                    "score": -1.5,
                    "due_on": None,
                    "state": None,
                    "keys": None,
                },
            ),
            (Text("举措 60 条", "measures: 60"), Text("依据：明示", "basis: explicit")),
            {"leads": 48},
        ),
        Part("空", Text("空表", "An empty part"), COLUMNS[:2], ()),
    ),
    (Text("截至日期见下", "as of the day below"),),
    date(2025, 1, 31),
)
