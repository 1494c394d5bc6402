"""The columns of the report of quality: what each figure means."""

from __future__ import annotations

from kg.analysis.report import Column, ColumnKind
from kg.wording import Text

_TEXT, _COUNT, _KEYS = ColumnKind.TEXT, ColumnKind.COUNT, ColumnKind.KEYS

ISSUE_KEYS = Column(
    "issue_keys", Text("问题键", "issue keys"), _KEYS, Text("问题的键", "keys of the issues")
)
_TOUCHED_SHARE = Column(
    "touched_share",
    Text("受影响占比", "touched share"),
    ColumnKind.SHARE,
    Text("受影响的举措 ÷ 本文件全部举措", "measures touched ÷ measures of the document"),
)
_TOUCHED_KEYS = Column(
    "touched_keys",
    Text("受影响举措键", "touched keys"),
    _KEYS,
    Text("受影响举措的键", "keys of the measures touched"),
)
_SEVERITY = Column(
    "severity",
    Text("程度", "severity"),
    _TEXT,
    Text(
        "错误：有内容丢失或没有归位；警告：有内容经恢复、推断或存疑；提示：只关形式",
        "error: something was lost or not placed; warning: recovered, inferred or in doubt; "
        "info: form only",
    ),
)
_CODE = Column("code", Text("代码", "code"), _TEXT, Text("问题的代码", "code of the issue"))
_MESSAGE = Column(
    "message",
    Text("说明", "message"),
    _TEXT,
    Text(
        "问题的说明，照库中所存；几处说明不同时从略",
        "as the store has it; left out where several issues have different ones",
    ),
)


def _count(name: str, zh: str, en: str, zh_meaning: str, en_meaning: str) -> Column:
    return Column(name, Text(zh, en), _COUNT, Text(zh_meaning, en_meaning))


DOCUMENTS = (
    Column("document", Text("文件", "document"), _TEXT, Text("标题和文号", "title and number")),
    Column(
        "state",
        Text("状况", "state"),
        _TEXT,
        Text(
            "其问题中最重的一档；没有问题的写明", "its gravest severity; said where there is none"
        ),
    ),
    _count("errors", "错误", "errors", "程度为错误的问题数", "issues that are errors"),
    _count("warnings", "警告", "warnings", "程度为警告的问题数", "issues that are warnings"),
    _count("infos", "提示", "infos", "只关形式的问题数", "issues of form only"),
    _count("measures", "举措数", "measures", "全部举措数", "all its measures"),
    _count(
        "touched",
        "受影响",
        "touched",
        "见“影响哪些结论”：至少受一项影响的举措数，每条只计一次，人工更正不计",
        "measures in at least one row of «answers touched», each once, corrections left out",
    ),
    _TOUCHED_SHARE,
    _count(
        "set_aside", "搁置", "set aside", "保留而未入图的内容处数", "pieces kept, not in the graph"
    ),
    _count("applied", "更正采用", "applied", "已采用的人工更正数", "corrections applied"),
    _count("stale", "更正过期", "stale", "原文已变、未采用的更正数", "corrections gone stale"),
    _count("unused", "更正未用", "unused", "没有用上的更正数", "corrections that met nothing"),
    _TOUCHED_KEYS,
    ISSUE_KEYS,
    Column(
        "document_keys", Text("所涉文件键", "document keys"), _KEYS, Text("文件的键", "its key")
    ),
)

ANSWERS = (
    Column(
        "touched_fact",
        Text("什么受影响", "what is touched"),
        _TEXT,
        Text("受影响的内容和后果", "what is in doubt and what follows"),
    ),
    Column(
        "answers",
        Text("哪些结论", "answers"),
        _TEXT,
        Text(
            "用到它的报告（kg report 的名称）", "reports that rest on it, by their kg report name"
        ),
    ),
    _count("touched", "受影响", "touched", "受影响的举措数", "measures touched"),
    _TOUCHED_SHARE,
    Column(
        "bodies",
        Text("单位", "bodies"),
        _TEXT,
        Text("受影响的单位及其受影响的举措数", "bodies touched, each with its measures touched"),
    ),
    _count("issues", "问题数", "issues", "由多少处问题引起", "issues behind it"),
    Column("codes", Text("各类问题", "codes"), _TEXT, Text("问题的代码", "codes of the issues")),
    _TOUCHED_KEYS,
    ISSUE_KEYS,
)

CODES = (
    _SEVERITY,
    _CODE,
    _count("issues", "问题数", "issues", "这种问题的处数", "issues of this code"),
    _count("documents", "文件数", "documents", "有这种问题的文件数", "documents that have it"),
    _MESSAGE,
    ISSUE_KEYS,
)

ISSUES = (
    _SEVERITY,
    _CODE,
    Column(
        "place", Text("位置", "place"), _TEXT, Text("原文的行和格", "line and cell in the file")
    ),
    Column(
        "about",
        Text("所在", "about"),
        _TEXT,
        Text(
            "所在节点的键，略去文件键", "key of the node it is about without that of its document"
        ),
    ),
    Column("was", Text("原样", "was"), _TEXT, Text("原文的词句", "the printed words")),
    Column(
        "became",
        Text("处理结果", "became"),
        _TEXT,
        Text("改成了什么；带问号的是建议，未采用", "what was made of it; with ？ a proposal only"),
    ),
    _MESSAGE,
    Column(
        "is_set_aside",
        Text("是否搁置", "is set aside"),
        _TEXT,
        Text("内容保留而未入图", "kept and reported, no part of the graph"),
    ),
    Column(
        "correction",
        Text("更正", "correction"),
        _TEXT,
        Text("人工更正的下场", "what became of a person's correction"),
    ),
    Column(
        "node_keys",
        Text("节点键", "node keys"),
        _KEYS,
        Text("所在节点的键", "key of the node it is about"),
    ),
    ISSUE_KEYS,
)
