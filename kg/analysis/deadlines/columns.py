"""The columns of the report of deadlines: what each figure means."""

from __future__ import annotations

from kg.analysis.report import Column, ColumnKind
from kg.wording import Text

_TEXT, _COUNT, _KEYS = ColumnKind.TEXT, ColumnKind.COUNT, ColumnKind.KEYS
_SHARE, _DATE = ColumnKind.SHARE, ColumnKind.DATE

_LEADS = Column(
    "lead_counts",
    Text("牵头单位项次", "leads counted"),
    _TEXT,
    Text(
        "原文明示的牵头单位，各牵头几条，多的在前；原文不分牵头时不知",
        "leads that the text names, each with the measures it leads, most first; unknown where "
        "the text does not tell leads from others",
    ),
)
_INFERRED = Column(
    "inferred_lead_counts",
    Text("推断牵头项次", "inferred leads counted"),
    _TEXT,
    Text(
        "原文不分牵头、按惯例以排首位者为牵头，各几条",
        "the first listed where the text names no lead, each with how many measures",
    ),
)

DOCUMENTS = (
    Column("document", Text("文件", "document"), _TEXT, Text("标题和文号", "title and number")),
    Column("measures", Text("举措数", "measures"), _COUNT, Text("全部举措数", "all its measures")),
    Column(
        "dated",
        Text("有时限", "with a date"),
        _COUNT,
        Text(
            "全条有确定时限（推得出最后一天）的举措数", "measures that are due on a day, as a whole"
        ),
    ),
    Column(
        "undated",
        Text("无时限", "without a date"),
        _COUNT,
        Text(
            "全条没有确定时限的举措数：未写，或只说持续推进等；只有分句有时限的也在内",
            "measures not due on any day as a whole: nothing said, or words such as 持续推进; "
            "those of which a clause alone is due are among them",
        ),
    ),
    Column(
        "expired",
        Text("已到期", "expired"),
        _COUNT,
        Text(
            "最后一天在截至日之前的举措数；当日到期的不算",
            "measures whose last day is before the day of the report; due on that day is not over",
        ),
    ),
    Column(
        "cliff",
        Text("最集中的月份", "busiest month"),
        _TEXT,
        Text(
            "到期举措最多的月份，并列时取最早的",
            "month with most measures due, of equals the first",
        ),
    ),
    Column(
        "cliff_measures",
        Text("该月到期", "due in it"),
        _COUNT,
        Text("该月到期的举措数", "measures due in that month"),
    ),
    Column(
        "cliff_share",
        Text("在有时限举措中占比", "share of dated measures"),
        _SHARE,
        Text("该月到期 ÷ 有确定时限的举措", "due in it ÷ measures with a date"),
    ),
    Column(
        "clause_deadlines",
        Text("分句时限", "clause deadlines"),
        _COUNT,
        Text(
            "只约束举措中一个分句的确定时限，另计",
            "dates that bind one clause of a measure, counted apart",
        ),
    ),
    Column(
        "dated_keys",
        Text("有时限举措键", "dated keys"),
        _KEYS,
        Text("有确定时限的举措的键", "keys of the measures with a date"),
    ),
    Column(
        "expired_keys",
        Text("已到期举措键", "expired keys"),
        _KEYS,
        Text("已到期的举措的键", "keys of the expired measures"),
    ),
    Column(
        "document_keys", Text("所涉文件键", "document keys"), _KEYS, Text("文件的键", "its key")
    ),
)

_MONTH = (
    Column(
        "month",
        Text("月份", "month"),
        _TEXT,
        Text("最后一天所在的月份", "the month of the last day"),
    ),
    Column(
        "due_measures",
        Text("到期举措", "measures due"),
        _COUNT,
        Text(
            "全条在该月到期的举措数，每条每月一次",
            "measures due in that month as a whole, each once a month",
        ),
    ),
    Column(
        "due_share",
        Text("到期占比", "share due"),
        _SHARE,
        Text("到期举措 ÷ 有确定时限的举措", "measures due ÷ measures with a date"),
    ),
    Column(
        "expired_measures",
        Text("其中已到期", "of these expired"),
        _COUNT,
        Text("最后一天在截至日之前的", "their last day is before the day of the report"),
    ),
)
_STATES = (
    Column(
        "done_measures",
        Text("已完成", "done"),
        _COUNT,
        Text("账本记为已完成的，不论是否按期", "recorded as done, in time or not"),
    ),
    Column(
        "late_measures",
        Text("逾期", "late"),
        _COUNT,
        Text(
            "逾期完成的（也在已完成之内）和到期后记为未完成的",
            "done late (among the done as well), or recorded as not done after the last day",
        ),
    ),
    Column(
        "open_measures",
        Text("未完成", "open"),
        _COUNT,
        Text(
            "记为进行中或未开始、还不能说逾期的",
            "recorded as under way or not begun, and not known to be late",
        ),
    ),
    Column(
        "unrecorded_measures",
        Text("情况未载", "not recorded"),
        _COUNT,
        Text("截至日之前账本没有记录的", "without a record up to the day of the report"),
    ),
)
_MONTH_REST = (
    Column(
        "clauses",
        Text("分句另计", "clauses apart"),
        _COUNT,
        Text(
            "该月到期的分句时限，不在到期举措之内", "clause deadlines of that month, not among them"
        ),
    ),
)
_MONTH_KEYS = (
    Column(
        "due_measure_keys",
        Text("到期举措键", "due measure keys"),
        _KEYS,
        Text("到期举措的键", "keys of the measures due"),
    ),
    Column(
        "clause_keys",
        Text("分句所在举措键", "clause measure keys"),
        _KEYS,
        Text("有分句在该月到期的举措的键", "keys of the measures with a clause due"),
    ),
)

DEADLINE = (
    Column(
        "due_day",
        Text("时限日", "due day"),
        _DATE,
        Text("这一处时限的最后一天", "the last day of this deadline"),
    ),
    Column(
        "words",
        Text("时限原文", "deadline as printed"),
        _TEXT,
        Text("时限的词句", "the words of the deadline"),
    ),
    Column(
        "scope",
        Text("范围", "scope"),
        _TEXT,
        Text("全条，或只约束一个分句", "the whole measure, or one clause of it"),
    ),
    Column(
        "state",
        Text("状态", "state"),
        _TEXT,
        Text(
            "截至日能说的：没有完成情况的记录时，到期只说“已到期（完成情况未载）”",
            "what can be said on the day of the report: without a record of completion, expired "
            "and no more",
        ),
    ),
)
RECORD = (
    Column(
        "recorded",
        Text("最近记录", "last record"),
        _TEXT,
        Text("账本到截至日为止最后一条的状态", "the last status the ledger has up to that day"),
    ),
    Column(
        "recorded_on",
        Text("记录日期", "recorded on"),
        _DATE,
        Text("该记录的日期；未写时不知", "the day of that record; unknown where it has none"),
    ),
    Column(
        "recorded_by",
        Text("填报人", "recorded by"),
        _TEXT,
        Text("该记录的填报人；未写时不知", "who recorded it; unknown where unsaid"),
    ),
)

UNDATED = (
    Column(
        "reason",
        Text("情形", "case"),
        _TEXT,
        Text(
            "未写时限；持续推进；相对时限；逐年；推不出日期",
            "nothing said; continuous; relative; recurring; no day follows from the words",
        ),
    ),
    Column(
        "undated_words",
        Text("时限词句", "words of time"),
        _TEXT,
        Text("全条的时限词句，如“持续推进”", "words about the whole measure, such as 持续推进"),
    ),
    Column(
        "clause_due",
        Text("分句到期", "clauses due"),
        _TEXT,
        Text("其中分句的最后一天", "last days of clauses of it"),
    ),
)


def month_columns(*, inferred: bool, ledger: bool) -> tuple[Column, ...]:
    """Return the columns of the months; those of completion only where there is a ledger."""
    return (
        *_MONTH,
        *(_STATES if ledger else ()),
        *_MONTH_REST,
        _LEADS,
        *((_INFERRED,) if inferred else ()),
        *_MONTH_KEYS,
    )
