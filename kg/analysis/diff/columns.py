"""The columns of a comparison of two versions, A and B: what each figure means."""

from __future__ import annotations

from dataclasses import replace

from kg.analysis.report import Column, ColumnKind
from kg.wording import Text

_TEXT, _COUNT, _SHARE = ColumnKind.TEXT, ColumnKind.COUNT, ColumnKind.SHARE
_NUMBER, _DATE, _KEYS = ColumnKind.NUMBER, ColumnKind.DATE, ColumnKind.KEYS


def _both(name: str, heading: Text, kind: ColumnKind, meaning: Text) -> tuple[Column, Column]:
    """Return one column for each version."""
    a, b = (
        Column(
            f"{name}_{side.lower()}",
            Text(f"{side}{heading.zh}", f"{heading.en} in {side}"),
            kind,
            Text(f"{side} 中：{meaning.zh}", f"in {side}: {meaning.en}"),
        )
        for side in "AB"
    )
    return a, b


KEYS = (
    Column("a_keys", Text("A键", "A keys"), _KEYS, Text("A 中所据的键", "its keys in A")),
    Column("b_keys", Text("B键", "B keys"), _KEYS, Text("B 中所据的键", "its keys in B")),
)
_MEASURE = _both(
    "measure",
    Text("举措", "measure"),
    _TEXT,
    Text("举措的键，略去文件键", "key of the measure without that of its document"),
)
_TASK = _both(
    "task",
    Text("任务", "task"),
    _TEXT,
    Text("所属任务的编号和标题", "number and title of its task"),
)
_SECTION = _both(
    "section",
    Text("板块", "section"),
    _TEXT,
    Text("所属板块的编号和标题", "number and title of its section"),
)
_WORDS = _both(
    "text", Text("原文", "text"), _TEXT, Text("举措文字，照录", "the measure's words, as printed")
)
_WHOLE_WORDS = tuple(replace(column, wide=True) for column in _WORDS)
_LEADS = _both(
    "leads",
    Text("牵头", "leads"),
    _TEXT,
    Text(
        "原文明示的牵头单位；原文不分牵头时不知",
        "leads that the text names; unknown where it does not tell them from others",
    ),
)
_BODIES = _both(
    "bodies",
    Text("列名单位", "bodies"),
    _TEXT,
    Text(
        "列名的全部单位，不论角色，照录，按次序",
        "all bodies it names, in any role, as printed, in order",
    ),
)
_DEADLINE = _both(
    "deadline", Text("时限", "deadline"), _TEXT, Text("时限的词句", "the words of the deadline")
)
_DUE = _both(
    "due_on",
    Text("最后一天", "due on"),
    _DATE,
    Text("时限的最后一天，推不出时不知", "its last day; unknown where none follows"),
)
_OPENING = Column(
    "opening",
    Text("开头", "opening"),
    _TEXT,
    Text(
        "举措文字（A 的，新增的为 B 的）到第一个标点为止",
        "the measure's words (of A; of B where A has none) up to the first punctuation mark",
    ),
)
_MATCH = Column(
    "match",
    Text("对应", "match"),
    _TEXT,
    Text(
        "一对一；合并、拆分按各条的并集比较；可能对应的不计入汇总的各类变动",
        "one to one; merged and split ones are compared as one; changes of possible counterparts "
        "are in no figure of the summary",
    ),
)
_CHANGE = Column("change", Text("变动", "change"), _TEXT, Text("从 A 到 B", "from A to B"))
_PAIR = (*_MEASURE, _OPENING)
_ANY = (*_MEASURE, _MATCH, _OPENING)

DOCUMENTS = (
    Column("side", Text("版本", "version"), _TEXT, Text("A 或 B", "A or B")),
    Column("title", Text("标题", "title"), _TEXT, Text("文件的标题", "title of the document")),
    Column("doc_no", Text("文号", "number"), _TEXT, Text("发文字号", "document number")),
    Column("issued_on", Text("印发日期", "issued on"), _DATE, Text("印发的日期", "day of issue")),
    Column(
        "origin", Text("来源", "read from"), _TEXT, Text("库中或文件", "from the store or a file")
    ),
    Column("sections", Text("板块数", "sections"), _COUNT, Text("板块的个数", "its sections")),
    Column("tasks", Text("任务数", "tasks"), _COUNT, Text("任务的个数", "its tasks")),
    Column("measures", Text("举措数", "measures"), _COUNT, Text("举措的条数", "its measures")),
    Column(
        "document_keys",
        Text("所涉文件键", "document keys"),
        _KEYS,
        Text("文件的键", "the document's key"),
    ),
)
SUMMARY = (
    Column("what", Text("项目", "what"), _TEXT, Text("计的是什么", "what is counted")),
    *_both(
        "count", Text("条数", "measures"), _COUNT, Text("这类举措的条数", "measures of this kind")
    ),
    *_both(
        "share",
        Text("占比", "share"),
        _SHARE,
        Text("这类举措 ÷ 本版全部举措", "measures of this kind ÷ all of this version"),
    ),
    *KEYS,
)
_ELSEWHERE = tuple(
    Column(
        f"found_in_{there.lower()}",
        Text(f"文字部分见于{there}", f"words also in {there}"),
        _TEXT,
        Text(
            f"{there} 的哪条举措有其中的词句：只此两条共有的四字以上词句，合计六字以上；没有则为空",
            f"which measure of {there} has some of its words: stretches of four characters or "
            f"more, six in all, that stand in these two measures alone; empty where there is none",
        ),
    )
    for there in "BA"
)
DROPPED = (
    _MEASURE[0], _TASK[0], _WORDS[0], _ELSEWHERE[0], _LEADS[0], _BODIES[0], _DEADLINE[0], _DUE[0],
    *KEYS,
)  # fmt: skip
ADDED = (
    _MEASURE[1], _TASK[1], _WORDS[1], _ELSEWHERE[1], _LEADS[1], _BODIES[1], _DEADLINE[1], _DUE[1],
    *KEYS,
)  # fmt: skip
_LIKENESS = Column(
    "likeness",
    Text("相似度", "likeness"),
    _SHARE,
    Text(
        "两边共有的相邻二字组合 × 2 ÷ 两边各自组合数之和",
        "pairs of neighbouring characters in both texts, twice, ÷ those of A plus those of B",
    ),
)
JOINED = (
    *_MEASURE,
    replace(_CHANGE, name="joined", heading=Text("合并或拆分", "merged or split")),
    *_TASK,
    Column(
        "phrases",
        Text("共有词句", "words in common"),
        _TEXT,
        Text(
            "两条共有的三字以上词句，长的在前",
            "stretches of three characters or more in both, the longest first",
        ),
    ),
    *_both(
        "held",
        Text("文字见于对方", "words in the other"),
        _SHARE,
        Text(
            "共有词句的字数 ÷ 本条字数，数字和标点不计",
            "characters of words in common ÷ characters of the measure, figures and marks aside",
        ),
    ),
    *_WHOLE_WORDS,
    *KEYS,
)
POSSIBLE = (
    *_MEASURE,
    _LIKENESS,
    Column(
        "evidence",
        Text("旁证", "evidence"),
        _TEXT,
        Text(
            "文字以外相同的：任务、在任务中的位置、首列牵头（更名的算相同）",
            "what is the same besides: the task, the place in it, the first lead (renamed or not)",
        ),
    ),
    *_WORDS,
    *KEYS,
)
TAKEOVERS = (
    *_both(
        "body",
        Text("机构", "body"),
        _TEXT,
        Text("规范名称", "its canonical name"),
    ),
    replace(
        _CHANGE,
        name="guess",
        heading=Text("疑似", "perhaps"),
        definition=Text(
            "更名：两个单位都只见于一版；职能划转：其中一个两版都有",
            "renamed: either body is named in one version alone; duties handed over: one of them "
            "is named in both",
        ),
    ),
    Column(
        "taken",
        Text("替换条数", "replaced"),
        _COUNT,
        Text(
            "对应的举措中列名由 A 单位换成 B 单位的条数（合并、拆分各算一条）",
            "corresponding measures where the body of B stands in place of that of A (merged and "
            "split ones count once)",
        ),
    ),
    *_both(
        "named",
        Text("列名条数", "measures naming it"),
        _COUNT,
        Text("有对应的举措中列名的条数", "measures with a partner that name the body"),
    ),
    *KEYS,
)
REWORDED = (
    *_MEASURE,
    _LIKENESS,
    Column(
        "difference",
        Text("改动处", "difference"),
        _TEXT,
        Text(
            "[-删去-]，{+增加+}；… 为未改动而略去的文字",
            "[-taken out-], {+put in+}; … stands for words that stayed",
        ),
    ),
    *_WHOLE_WORDS,
    *KEYS,
)
REASSIGNED = (
    *_ANY,
    Column(
        "role",
        Text("职责", "role"),
        _TEXT,
        Text(
            "牵头或配合；两版不能相比时为列名",
            "lead or supporting; named, where the roles of both versions cannot be compared",
        ),
    ),
    Column("basis", Text("依据", "basis"), _TEXT, Text("明示或推断", "explicit or inferred")),
    _CHANGE,
    Column(
        "bodies_dropped",
        Text("减去单位", "bodies dropped"),
        _TEXT,
        Text("只在 A 中有此职责的单位，规范名称", "bodies with this role in A alone"),
    ),
    Column(
        "bodies_added",
        Text("加上单位", "bodies added"),
        _TEXT,
        Text("只在 B 中有此职责的单位，规范名称", "bodies with this role in B alone"),
    ),
    Column(
        "takeover",
        Text("更名或划转", "renamed or handed over"),
        _TEXT,
        Text(
            "变动是否都可由疑似更名、职能划转说明；见该表",
            "whether a body that was perhaps renamed, or handed its duties over, accounts for it; "
            "see that table",
        ),
    ),
    *_both(
        "printed",
        Text("所列", "as printed"),
        _TEXT,
        Text("有此职责的单位，照录，按次序", "the bodies with this role, as printed, in order"),
    ),
    *KEYS,
)
DEADLINES = (
    *_ANY,
    Column(
        "scope",
        Text("约束", "binds"),
        _TEXT,
        Text("约束全条还是其中一句", "whether it binds the measure or a clause of it"),
    ),
    _CHANGE,
    *_DEADLINE,
    *_DUE,
    Column(
        "days",
        Text("相差天数", "days"),
        _NUMBER,
        Text(
            "B 的最后一天 − A 的最后一天，天；推迟为正",
            "last day in B − last day in A, in days; above 0 where it is later",
        ),
    ),
    Column(
        "days_in_year",
        Text("扣除年度天数", "days but for the year"),
        _NUMBER,
        Text(
            "相差天数扣除两份清单相差的年数（一年按 365 天）；清单不分年度时不知",
            "the same less the years between the two lists, 365 days each; unknown where the lists "
            "are not of different years",
        ),
    ),
    *KEYS,
)
TARGETS = (
    *_ANY,
    _CHANGE,
    *_both(
        "target", Text("目标", "target"), _TEXT, Text("目标的词句，照录", "its words, as printed")
    ),
    *_both("number", Text("数值", "number"), _NUMBER, Text("要达到的数", "what is to be reached")),
    *_both("unit", Text("单位", "unit"), _TEXT, Text("印出的量词或单位", "the printed unit")),
    *_both("object", Text("对象", "object"), _TEXT, Text("计数的对象", "what is counted")),
    *KEYS,
)
MOVED = (*_PAIR, _CHANGE, *_SECTION, *_TASK, *KEYS)
REMARKS = (
    *_PAIR,
    *_both("remark", Text("备注", "remark"), _TEXT, Text("备注，照录", "the remark, as printed")),
    *KEYS,
)
HEADINGS = (
    Column("level", Text("层次", "level"), _TEXT, Text("板块或任务", "section or task")),
    _CHANGE,
    *_both("heading", Text("标题", "heading"), _TEXT, Text("编号和标题", "number and title")),
    *KEYS,
)
