"""The columns of the report of gaps."""

from __future__ import annotations

from kg.analysis.measure_columns import OPENING
from kg.analysis.report import Column, ColumnKind
from kg.wording import Text


def _column(name: str, heading: Text, kind: ColumnKind, definition: Text) -> Column:
    return Column(name, heading, kind, definition)


_TASK = _column(
    "upper_task",
    Text("上级任务", "task of the upper document"),
    ColumnKind.TEXT,
    Text("上级文件的任务编号和标题", "number and title of the task of the upper document"),
)
_SECTION = _column(
    "upper_section",
    Text("上级板块", "section"),
    ColumnKind.TEXT,
    Text("所在板块的编号和标题", "number and title of its section"),
)
_STATE = _column(
    "state",
    Text("状态", "state"),
    ColumnKind.TEXT,
    Text(
        "已承接：至少一对计入的承接对应；部分承接：只有部分承接的；未承接：没有计入的对应；"
        "不适用：只是起草本级自己的规划等（见理由中的规则），或人的判断；待核：本身文字未能恢复，"
        "或只计人工确认时，程序有建议而没有人审核",
        "covered: at least one counted pair of grade covered; partly: only such of grade partly; "
        "not covered: none; not applicable: nothing but drafting the upper level's own plan and "
        "the like, by the rule in the reason, or a person says so; cannot be judged: its own "
        "words could not be recovered, or, where only accepted pairs count, nobody has reviewed "
        "what the program suggests",
    ),
)
_MEASURES = _column(
    "measures",
    Text("举措数", "measures"),
    ColumnKind.COUNT,
    Text("这项任务的举措数", "measures of the task"),
)
_MET = _column(
    "met_measures",
    Text("其中有对应", "of these met"),
    ColumnKind.COUNT,
    Text(
        "有状态所依的对应的举措数：任务已承接的，数有承接的举措；部分承接的，数有部分承接的举措",
        "measures with a pair of the grade that the state rests on: covered where the task is "
        "covered, else partly covered",
    ),
)
_REASON = _column(
    "reason",
    Text("理由", "reason"),
    ColumnKind.TEXT,
    Text("状态所依的原文", "the words the state rests on"),
)
_COUNTERPARTS = _column(
    "counterparts",
    Text("下级举措", "lower measures"),
    ColumnKind.TEXT,
    Text(
        "状态所依的下级举措，最相近的在前",
        "the lower measures the state rests on, the nearest first",
    ),
)
_LEADS = _column(
    "lower_leads",
    Text("下级牵头", "lower leads"),
    ColumnKind.TEXT,
    Text(
        "这些举措明示的牵头单位；原文不分牵头时不知",
        "explicit leads of these measures; unknown where the text tells none",
    ),
)
_DUE = _column(
    "lower_due_on",
    Text("最晚时限", "latest due date"),
    ColumnKind.DATE,
    Text("这些举措中最晚的最后一天", "the latest last day of these measures"),
)
_TIME = _column(
    "time_state",
    Text("时限状态", "time"),
    ColumnKind.TEXT,
    Text(
        "截至表头日期，这些举措是否都过了最后一天；是否完成原文未载",
        "whether all of these measures are past their last day as of the date in the head; "
        "completion is not recorded",
    ),
)
UPPER_KEYS = _column(
    "upper_keys",
    Text("上级键", "upper keys"),
    ColumnKind.KEYS,
    Text("上级任务和举措的键", "keys of the task and its measures"),
)
LOWER_KEYS = _column(
    "lower_keys",
    Text("下级键", "lower keys"),
    ColumnKind.KEYS,
    Text("下级举措的键", "keys of the lower measures"),
)
TASKS = (
    _TASK,
    _STATE,
    _MEASURES,
    _MET,
    _COUNTERPARTS,
    _LEADS,
    _DUE,
    _TIME,
    _REASON,
    _SECTION,
    UPPER_KEYS,
    LOWER_KEYS,
)


def _count(name: str, zh: str, en: str) -> Column:
    return _column(
        name,
        Text(zh, en),
        ColumnKind.COUNT,
        Text(f"{zh}的上级任务数", f"tasks of the upper document: {en}"),
    )


SECTIONS = (
    _SECTION,
    _count("tasks", "任务", "tasks"),
    _count("covered", "已承接", "covered"),
    _count("partly", "部分承接", "partly covered"),
    _count("uncovered", "未承接", "not covered"),
    _count("not_applicable", "不适用", "not applicable"),
    _count("unclear", "待核", "cannot be judged"),
    _column(
        "covered_measures",
        Text("举措承接", "measures covered"),
        ColumnKind.TEXT,
        Text(
            "有承接的上级举措 ÷ 板块的全部上级举措",
            "upper measures that are covered ÷ all upper measures of the section",
        ),
    ),
    _column(
        "covered_share",
        Text("承接率", "share covered"),
        ColumnKind.SHARE,
        Text(
            "已承接 ÷（任务 − 不适用 − 待核）",
            "covered ÷ (tasks − not applicable − cannot be judged)",
        ),
    ),
    UPPER_KEYS,
)

_MEASURE = _column(
    "lower_measure",
    Text("举措", "measure"),
    ColumnKind.TEXT,
    Text("下级举措在文件中的位置", "where the measure stands in the lower document"),
)
_SERVES = _column(
    "serves",
    Text("对应上级任务", "tasks it takes on"),
    ColumnKind.TEXT,
    Text("它承接的上级任务", "the tasks of the upper document that it takes on"),
)
_OWN_LEADS = _column(
    "leads",
    Text("牵头单位", "leads"),
    ColumnKind.TEXT,
    Text(
        "原文明示的牵头单位；原文不分牵头时不知",
        "leads that the text names; unknown where it tells none",
    ),
)
_OWN_DUE = _column(
    "due_on",
    Text("最后一天", "due on"),
    ColumnKind.DATE,
    Text("时限的最后一天；推不出时不知", "last day of its deadline; unknown where none follows"),
)
RENEWAL = (_MEASURE, OPENING, _OWN_LEADS, _OWN_DUE, _SERVES, LOWER_KEYS, UPPER_KEYS)
OWN = (_MEASURE, OPENING, _OWN_LEADS, _OWN_DUE, LOWER_KEYS)

REFINEMENT = (
    _MEASURE,
    _SERVES,
    _column(
        "own_share",
        Text("自有文字", "own words"),
        ColumnKind.SHARE,
        Text(
            "举措文字中不与所对应的上级举措连续相同（八字及以上）的字数 ÷ 全部字数，标点空白不计",
            "characters of the measure outside runs of eight or more that stand in an upper "
            "measure it corresponds to ÷ all its characters, punctuation and white space left out",
        ),
    ),
    _column(
        "local_names",
        Text("本地化的名称", "names of its own"),
        ColumnKind.TEXT,
        Text(
            "举措点名而上级举措没有的地方、平台、文件、单位",
            "places, programmes, papers and bodies that it names and the upper measures do not",
        ),
    ),
    LOWER_KEYS,
    UPPER_KEYS,
)
