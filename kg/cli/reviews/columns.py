"""The columns of the list of pairs to review, and of what is said of tasks."""

from __future__ import annotations

from kg.analysis.report import Column, ColumnKind
from kg.wording import Text

_TEXT = ColumnKind.TEXT

COLUMNS = (
    Column(
        "pair",
        Text("编号", "pair"),
        _TEXT,
        Text(
            "这一对的短编号，由两条举措的键算出；kg review accept 等用它",
            "short name of the pair, computed from both keys; kg review accept takes it",
        ),
    ),
    Column(
        "state",
        Text("状态", "state"),
        _TEXT,
        Text(
            "待审：程序建议，还没有人判断；确认、否定、存疑：人的判断；已过期：判断后文字有变；"
            "冲突：几人判断不同，计为存疑；未用上：举措或文件不在图谱库中，或两份文件没有比对",
            "suggested: by the program, not judged; accepted, rejected, unsure: as judged; stale: "
            "a text has changed since; conflict: reviewers contradict each other, counts as "
            "unsure; unused: measure or document not in the store, or documents not compared",
        ),
    ),
    Column(
        "upper_place",
        Text("上级举措", "upper measure"),
        _TEXT,
        Text("上级举措在文件中的位置", "where the upper measure stands"),
    ),
    Column(
        "upper_words",
        Text("上级原文", "upper words"),
        _TEXT,
        Text("对应所依的词句；没有时为全文", "the words it rests on; the whole text without any"),
    ),
    Column(
        "lower_place",
        Text("下级举措", "lower measure"),
        _TEXT,
        Text("下级举措在文件中的位置", "where the lower measure stands"),
    ),
    Column(
        "lower_words",
        Text("下级原文", "lower words"),
        _TEXT,
        Text("对应所依的词句；没有时为全文", "the words it rests on; the whole text without any"),
    ),
    Column(
        "score",
        Text("得分", "score"),
        ColumnKind.NUMBER,
        Text(
            "读者认为“承接”的可能，0–1；程序没有建议的没有得分",
            "the chance that readers would call it covered, 0–1; none where nothing suggests it",
        ),
    ),
    Column(
        "grade",
        Text("程度", "grade"),
        _TEXT,
        Text("承接或部分承接", "covered or partly covered"),
    ),
    Column(
        "judged_by",
        Text("判断人", "reviewer"),
        _TEXT,
        Text("谁作的判断", "who judged"),
    ),
    Column(
        "judged_on",
        Text("日期", "date"),
        _TEXT,
        Text("最近一次判断的日期", "day of the last judgement"),
    ),
    Column(
        "comment",
        Text("说明", "comment"),
        _TEXT,
        Text(
            "判断的理由；过期、冲突、未用上的原因", "why; or why it is stale, in conflict or unused"
        ),
    ),
    Column(
        "pair_keys",
        Text("举措键", "measure keys"),
        ColumnKind.KEYS,
        Text("下级举措和上级举措的键", "keys of the lower and of the upper measure"),
    ),
)

_BY_NAME = {column.name: column for column in COLUMNS}

TASK_COLUMNS = (
    Column(
        "pair",
        _BY_NAME["pair"].heading,
        _TEXT,
        Text("短编号，kg review undo 用它", "short name; kg review undo takes it"),
    ),
    Column(
        "state",
        _BY_NAME["state"].heading,
        _TEXT,
        Text(
            "不适用、适用：人的判断；已过期：判断后任务的文字有变；冲突：几人判断不同，或又有人确认了"
            "任务的对应，两者都不采用；未用上：任务或文件不在图谱库中，或没有比对",
            "not applicable, applicable: as judged; stale: the task has changed since; conflict: "
            "reviewers contradict each other, or an alignment of the task is accepted as well, "
            "and nothing is decided; unused: task or document not in the store, or not compared",
        ),
    ),
    Column(
        "upper_task",
        Text("上级任务", "task of the upper document"),
        _TEXT,
        Text("任务在文件中的位置和标题", "where the task stands, and its title"),
    ),
    Column(
        "lower_documents",
        Text("下级文件", "lower documents"),
        _TEXT,
        Text("对哪份下级文件而言", "for which lower document it was said"),
    ),
    _BY_NAME["judged_by"],
    _BY_NAME["judged_on"],
    _BY_NAME["comment"],
    Column(
        "task_keys",
        Text("任务键", "task keys"),
        ColumnKind.KEYS,
        Text("上级任务的键", "key of the upper task"),
    ),
)
