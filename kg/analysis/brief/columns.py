"""The columns of one agency's dossier: what each figure means."""

from __future__ import annotations

from kg.analysis.measure_columns import OPENING
from kg.analysis.report import Column, ColumnKind
from kg.wording import Text

_TEXT, _COUNT, _KEYS = ColumnKind.TEXT, ColumnKind.COUNT, ColumnKind.KEYS
_DATE = ColumnKind.DATE


def _count(name: str, heading: Text, meaning: Text) -> Column:
    return Column(name, heading, _COUNT, meaning)


def _keys(name: str, heading: Text, meaning: Text) -> Column:
    return Column(name, heading, _KEYS, meaning)


_DOCUMENT = Column(
    "document",
    Text("文件", "document"),
    _TEXT,
    Text("文号；没有文号时为标题", "its number; its title where it has none"),
)
_LEADS = _count(
    "leads",
    Text("牵头", "leads"),
    Text("原文明示由其牵头的举措数，含联合牵头", "measures that the text names it lead of"),
)
_ASSISTS = _count(
    "assists",
    Text("配合", "assists"),
    Text("原文明示由其配合的举措数", "measures that the text names it supporting agency of"),
)
_INFERRED_LEADS = _count(
    "inferred_leads",
    Text("推断牵头", "inferred leads"),
    Text(
        "原文不分牵头、其排首位的举措数，不与明示数相加",
        "measures whose text names no lead and lists it first; never added to explicit ones",
    ),
)
_INFERRED_ASSISTS = _count(
    "inferred_assists",
    Text("推断配合", "inferred assists"),
    Text(
        "原文不分牵头、其不在首位的举措数",
        "measures whose text names no lead and lists it after the first",
    ),
)
ROLES = (_LEADS, _ASSISTS, _INFERRED_LEADS, _INFERRED_ASSISTS)
MEASURE_KEYS = _keys(
    "measure_keys", Text("举措键", "measure keys"), Text("对应举措的键", "keys of the measures")
)

DOCUMENTS = (
    _DOCUMENT,
    _count(
        "all_measures",
        Text("文件举措数", "measures of the document"),
        Text("文件的全部举措数", "all measures of the document"),
    ),
    _LEADS,
    _count(
        "co_leads",
        Text("其中联合", "of which co-led"),
        Text("其中与别的单位一起牵头的", "those of its leads that name another lead as well"),
    ),
    _ASSISTS,
    _INFERRED_LEADS,
    _INFERRED_ASSISTS,
    _count(
        "expired",
        Text("已到期", "past the last day"),
        Text(
            "列名的举措中最后一天已过的，不论角色",
            "measures it stands on, in any role, whose last day is over",
        ),
    ),
    _count(
        "undated",
        Text("无确定期限", "without a date"),
        Text(
            "列名的举措中推不出最后一天的，不论角色",
            "measures it stands on, in any role, for which no last day follows",
        ),
    ),
    MEASURE_KEYS,
    _keys("document_keys", Text("所涉文件键", "document keys"), Text("文件的键", "its key")),
)

_SOURCE = Column(
    "source",
    Text("出处", "source"),
    _TEXT,
    Text("文件、任务、举措和原文行号", "document, task, measure, and line of the source"),
)
_DUE = (
    Column(
        "deadline", Text("时限", "deadline"), _TEXT, Text("时限的词句", "words of the deadline")
    ),
    Column(
        "due_on",
        Text("最后一天", "due on"),
        _DATE,
        Text(
            "约束全条的时限的最后一天，推不出时不知",
            "last day of the deadline that binds the measure; unknown where none follows",
        ),
    ),
)
DUTIES = (
    _SOURCE,
    Column("text", Text("举措", "measure"), _TEXT, Text("举措文字，照录", "its words, as printed")),
    Column(
        "other_leads",
        Text("其他牵头单位", "other leads"),
        _TEXT,
        Text(
            "同一条举措的其他牵头单位，依据与本表相同，按印出的次序",
            "the other leads of the measure on the basis of this table, in printed order",
        ),
    ),
    Column(
        "supporting",
        Text("其他配合单位", "other supporting agencies"),
        _TEXT,
        Text(
            "同一条举措的其他配合单位，依据与本表相同；统称和几乎每条都列名的单位不列",
            "the other supporting agencies on the basis of this table; collectives and bodies on "
            "nearly every measure are left out",
        ),
    ),
    *_DUE,
    Column(
        "state",
        Text("时限状态", "state"),
        _TEXT,
        Text(
            "最后一天在截至日之前为已到期",
            "expired where the last day is before the day of the report",
        ),
    ),
    MEASURE_KEYS,
)
_ROLE = Column(
    "role",
    Text("本单位角色", "its role"),
    _TEXT,
    Text("牵头、配合，及其依据", "lead or supporting, and on what basis"),
)
TARGETS = (
    Column("words", Text("目标", "target"), _TEXT, Text("目标的词句，照录", "the target's words")),
    Column(
        "object",
        Text("对象", "object"),
        _TEXT,
        Text("计数的对象；原文未说时不知", "what is counted; unknown if unsaid"),
    ),
    _ROLE,
    _SOURCE,
    *_DUE,
    MEASURE_KEYS,
)
PROMISED = (
    Column(
        "instrument",
        Text("文件制度", "instrument"),
        _TEXT,
        Text("《》中的题名", "the title in 《》"),
    ),
    Column(
        "seen",
        Text("库中是否已见", "seen in the store"),
        _TEXT,
        Text(
            "库中文件的标题、导语或别的举措是否提到；库外是否出台不知",
            "whether a title, preamble or another measure of the store has it; outside is unknown",
        ),
    ),
    _ROLE,
    _SOURCE,
    *_DUE,
    MEASURE_KEYS,
)
PARTNERS = (
    Column(
        "partner",
        Text("单位", "agency"),
        _TEXT,
        Text("规范名称", "canonical name"),
    ),
    _DOCUMENT,
    _count(
        "together",
        Text("共同举措", "measures together"),
        Text(
            "两个单位都列名的举措数，不论角色，不依赖推断",
            "measures both stand on in any role; needs no inference",
        ),
    ),
    _count(
        "supports_it",
        Text("对方配合", "it leads"),
        Text(
            "本单位牵头、对方配合的举措数，只计明示",
            "measures this agency leads and the other supports, explicit roles alone",
        ),
    ),
    _count(
        "led_by",
        Text("对方牵头", "the other leads"),
        Text(
            "对方牵头、本单位配合的举措数，只计明示",
            "measures the other leads and this agency supports, explicit roles alone",
        ),
    ),
    _count(
        "co_led",
        Text("联合牵头", "co-led"),
        Text("两个单位都牵头的举措数，只计明示", "measures both lead, explicit roles alone"),
    ),
    MEASURE_KEYS,
)
RELATED = (
    Column(
        "relation",
        Text("关系", "relation"),
        _TEXT,
        Text("与本单位的关系，由名录推断", "how it is related, by the gazetteer"),
    ),
    Column("body", Text("名称", "body"), _TEXT, Text("规范名称", "canonical name")),
    _DOCUMENT,
    *ROLES,
    Column(
        "sources",
        Text("所在任务", "its tasks"),
        _TEXT,
        Text("所涉的任务，照文件次序", "the tasks it stands on, in printed order"),
    ),
    MEASURE_KEYS,
)
GAPS = (
    Column(
        "upper_task",
        Text("上级任务", "task of the upper document"),
        _TEXT,
        Text("文件、任务编号和标题", "document, number and title of the task"),
    ),
    Column(
        "coverage",
        Text("承接状态", "coverage"),
        _TEXT,
        Text("部分承接或未承接", "partly or not covered"),
    ),
    Column(
        "why",
        Text("为何与本单位有关", "why it concerns this agency"),
        _TEXT,
        Text(
            "上级列名单位与本单位对口，或已由本单位列名的举措承接一部分",
            "the upper document names its counterpart, or measures it stands on take a part on",
        ),
    ),
    Column(
        "own_measures",
        Text("本单位已有举措", "measures it has"),
        _TEXT,
        Text("本单位列名、与该任务部分对应的举措", "measures it stands on that take a part on"),
    ),
    _keys("upper_keys", Text("上级任务键", "upper keys"), Text("上级任务的键", "key of the task")),
    MEASURE_KEYS,
)
RENEWAL = (
    _SOURCE,
    OPENING,
    *_DUE,
    Column(
        "upper_tasks",
        Text("对应上级任务", "tasks of the upper document"),
        _TEXT,
        Text("仍然要求这件事的上级任务", "the tasks of upper documents that still ask for it"),
    ),
    MEASURE_KEYS,
    _keys(
        "upper_keys", Text("上级任务键", "upper keys"), Text("上级任务的键", "keys of the tasks")
    ),
)
