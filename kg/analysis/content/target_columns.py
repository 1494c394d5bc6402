"""The columns of the report of targets: what each figure means."""

from __future__ import annotations

from kg.analysis.report import Column, ColumnKind
from kg.wording import Text

_TEXT, _COUNT, _KEYS = ColumnKind.TEXT, ColumnKind.COUNT, ColumnKind.KEYS

COUNTS = (
    Column("document", Text("文件", "document"), _TEXT, Text("标题和文号", "title and number")),
    Column("measures", Text("举措数", "measures"), _COUNT, Text("全部举措数", "all its measures")),
    Column(
        "measured",
        Text("有目标", "measured"),
        _COUNT,
        Text("至少有一项量化目标的举措数", "measures with at least one target"),
    ),
    Column(
        "unmeasured",
        Text("无目标", "unmeasured"),
        _COUNT,
        Text("没有量化目标的举措数", "measures without a target"),
    ),
    Column(
        "unmeasured_share",
        Text("无目标占比", "unmeasured share"),
        ColumnKind.SHARE,
        Text("无目标的举措 ÷ 全部举措", "unmeasured ÷ measures"),
    ),
    Column(
        "targets",
        Text("目标数", "targets"),
        _COUNT,
        Text("量化目标的项数，不是数值之和", "how many targets there are; no sum of their numbers"),
    ),
    Column(
        "units",
        Text("按计量单位", "targets by unit"),
        _TEXT,
        Text("各计量单位的目标项数", "how many targets there are of each unit of measurement"),
    ),
    Column(
        "measured_keys",
        Text("有目标举措键", "measured keys"),
        _KEYS,
        Text("有目标的举措的键", "keys of the measures with a target"),
    ),
    Column(
        "unmeasured_keys",
        Text("无目标举措键", "unmeasured keys"),
        _KEYS,
        Text("无目标的举措的键", "keys of the measures without one"),
    ),
    Column(
        "document_keys", Text("所涉文件键", "document keys"), _KEYS, Text("文件的键", "its key")
    ),
)

TARGET = (
    Column(
        "number",
        Text("数值", "number"),
        ColumnKind.NUMBER,
        Text("要达到的数，单位见“计量单位”列", "what is to be reached, in the unit beside it"),
    ),
    Column(
        "unit",
        Text("计量单位", "unit"),
        _TEXT,
        Text("印出的量词或单位", "the printed unit"),
    ),
    Column(
        "comparator",
        Text("比较", "comparator"),
        _TEXT,
        Text("不少于、不超过、约、等于", "at least, at most, about, exactly"),
    ),
    Column(
        "object",
        Text("对象", "object"),
        _TEXT,
        Text("计数的对象，照录；原文未说时不知", "what is counted, as printed; unknown if unsaid"),
    ),
    Column("words", Text("原文词句", "words"), _TEXT, Text("目标的词句", "the target's words")),
    Column(
        "clause",
        Text("所在分句", "clause"),
        _TEXT,
        Text("前后句号、分号之间的文字", "the text between full stops or semicolons around it"),
    ),
)

TARGET_KEYS = Column(
    "target_keys",
    Text("来源键", "source keys"),
    _KEYS,
    Text("目标和举措的键", "keys of the target and of its measure"),
)
