"""The graph schema as data: labels, edge types, their properties and endpoints.

This is the one place where a label, an edge type or a property is named. Stores make their
constraints and indexes from it, exports list it, and :func:`kg.schema_check.check`
holds every contribution against it before a store sees it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.wording import Text

SCHEMA_VERSION = 2
"""Raised by one with every change that an older store cannot hold."""

KEY_LIMIT = 1_000
"""Longest key in characters: Neo4j's index refuses keys of about 8 kB."""


class Kind(StrEnum):
    """The type of a property value."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"  # text, ISO 8601
    JSON = "json"  # structured value as JSON text: stores hold neither maps nor nulls
    TEXTS = "texts"  # list of text


@dataclass(frozen=True, slots=True)
class Property:
    """A property: its name, the type of its value, and whether it must be there."""

    name: str
    kind: Kind
    meaning: Text
    required: bool = False


@dataclass(frozen=True, slots=True)
class NodeType:
    """A label. A shared node belongs to no document alone and holds only what its key and the
    gazetteer determine; ``searched`` names the properties that full text looks into.
    """

    label: str
    meaning: Text
    properties: tuple[Property, ...]
    shared: bool = False
    searched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EdgeType:
    """An edge type with the pairs of labels it may connect (``*`` = any).

    ``linking`` are those of ``endpoints`` that join a lower document to an upper one: such edges
    belong to no contribution but to a :class:`kg.model.Linkage`.
    """

    type: str
    meaning: Text
    endpoints: tuple[tuple[str, str], ...]
    properties: tuple[Property, ...]
    shared: bool = False
    linking: tuple[tuple[str, str], ...] = ()


def _p(name: str, kind: Kind, zh: str, en: str, *, required: bool = False) -> Property:
    return Property(name, kind, Text(zh, en), required)


_OWNER = _p("document_key", Kind.TEXT, "所属文件", "the document it was read from", required=True)
_PLACE = _p(
    "place", Kind.TEXT, "原文位置", "place in the source: L49, L49-52, L49:2", required=True
)
_SEQ = _p("seq", Kind.INTEGER, "次序", "order within its parent, from 1", required=True)
_NUMBER = _p("number", Kind.TEXT, "编号（照录）", "number as printed")
_PRINTED = _p("printed", Kind.TEXT, "更正前的文字（照录）", "as printed, where people corrected it")
_BASIS = _p("basis", Kind.TEXT, "依据：explicit 明示、inferred 推断", "explicit or inferred")
_RULE = _p("rule", Kind.TEXT, "名称归一所依的规则", "the rule that resolved the name")
_SPAN = (
    _p("text", Kind.TEXT, "原文词句", "the words"),
    _p("start", Kind.INTEGER, "起点（码位）", "start in the measure's text, code points"),
    _p("end", Kind.INTEGER, "终点（码位）", "end in the measure's text, code points"),
)

NODE_TYPES: tuple[NodeType, ...] = (
    NodeType(
        "Document",
        Text("文件", "task document"),
        (
            _OWNER,
            _p("title", Kind.TEXT, "标题", "title", required=True),
            _p("list_title", Kind.TEXT, "清单标题", "title above the list"),
            _p("doc_no", Kind.TEXT, "发文字号", "document number"),
            _p("annex", Kind.TEXT, "附件号", "annex number"),
            _p("issuer", Kind.TEXT, "发文机关（照录）", "issuer as printed"),
            _p("issued_on", Kind.DATE, "印发日期", "date of issue"),
            _p("year", Kind.INTEGER, "年度", "year in the title, else of issue"),
            _p("level", Kind.TEXT, "层级", "national, province, city, county"),
            _p("region", Kind.TEXT, "地区", "region"),
            _p("genre", Kind.TEXT, "体例", "genre", required=True),
            _p("period_start", Kind.DATE, "最早时限（由时限列得出）", "earliest due date"),
            _p("period_end", Kind.DATE, "最晚时限（由时限列得出）", "latest due date"),
            _p("period_basis", Kind.TEXT, "期间的来源：deadlines", "where the period comes from"),
            _p("source_name", Kind.TEXT, "文件名", "file name"),
            _p("sha256", Kind.TEXT, "文件校验值", "checksum of the file", required=True),
            _p("encoding", Kind.TEXT, "编码", "encoding of the file", required=True),
        ),
        searched=("title", "list_title", "doc_no", "issuer"),
    ),
    NodeType(
        "Section",
        Text("板块", "section"),
        (
            _OWNER,
            _NUMBER,
            _p("title", Kind.TEXT, "标题", "title", required=True),
            _PRINTED,
            _SEQ,
            _PLACE,
        ),
        searched=("title",),
    ),
    NodeType(
        "Task",
        Text("任务", "task"),
        (
            _OWNER,
            _NUMBER,
            _p("title", Kind.TEXT, "标题", "title", required=True),
            _PRINTED,
            _SEQ,
            _PLACE,
        ),
        searched=("title",),
    ),
    NodeType(
        "Measure",
        Text("举措", "measure"),
        (
            _OWNER,
            _NUMBER,
            _SEQ,
            _p("text", Kind.TEXT, "举措文字（照录）", "text as printed", required=True),
            _PRINTED,
            _p("remark", Kind.TEXT, "备注（照录）", "remark as printed"),
            _PLACE,
        ),
        searched=("text", "remark"),
    ),
    NodeType(
        "Agency",
        Text("单位", "agency"),
        (
            _p("name", Kind.TEXT, "名称", "canonical name", required=True),
            _p("kind", Kind.TEXT, "类别", "government, department, division, institution, …"),
            _p("level", Kind.TEXT, "层级", "national, province, city, county"),
            _p("region", Kind.TEXT, "地区", "region"),
            _p("is_collective", Kind.BOOLEAN, "是否统称", "stands for several", required=True),
        ),
        shared=True,
        searched=("name",),
    ),
    NodeType(
        "Deadline",
        Text("时限", "deadline"),
        (
            _p("due_on", Kind.DATE, "最后一天", "last day"),
            _p("start_on", Kind.DATE, "第一天（时段）", "first day of a range"),
            _p("precision", Kind.TEXT, "精度", "how exactly it is given", required=True),
        ),
        shared=True,
    ),
    NodeType(
        "Industry",
        Text("产业", "industry"),
        (
            _p("name", Kind.TEXT, "名称", "name", required=True),
            _p("scheme", Kind.TEXT, "分类体系", "classification"),
            _p("code", Kind.TEXT, "代码", "code"),
        ),
        shared=True,
        searched=("name",),
    ),
    NodeType(
        "Region",
        Text("地区", "region"),
        (
            _p("name", Kind.TEXT, "名称", "name", required=True),
            _p("code", Kind.TEXT, "GB/T 2260 代码", "GB/T 2260 code"),
            _p("level", Kind.TEXT, "层级", "national, province, city, county"),
        ),
        shared=True,
        searched=("name",),
    ),
    NodeType(
        "Instrument",
        Text("文件制度", "instrument"),
        (_p("title", Kind.TEXT, "题名", "title", required=True),),
        shared=True,
        searched=("title",),
    ),
    NodeType(
        "Programme",
        Text("专项平台", "programme"),
        (_p("name", Kind.TEXT, "名称", "name", required=True),),
        shared=True,
        searched=("name",),
    ),
    NodeType(
        "Target",
        Text("量化目标", "target"),
        (
            _OWNER,
            _p("number", Kind.NUMBER, "数值", "number", required=True),
            _p("unit", Kind.TEXT, "单位", "unit"),
            _p("comparator", Kind.TEXT, "比较", "at least, at most, exactly"),
            _p("object", Kind.TEXT, "对象", "what is counted"),
        ),
    ),
    NodeType(
        "Issue",
        Text("问题", "issue"),
        (
            _OWNER,
            _p("code", Kind.TEXT, "代码", "code", required=True),
            _p("severity", Kind.TEXT, "程度", "info, warning, error", required=True),
            _p("message", Kind.TEXT, "说明", "message", required=True),
            _p("message_en", Kind.TEXT, "说明（英文）", "message in English"),
            _p("place", Kind.TEXT, "原文位置", "place in the source"),
            _p("was", Kind.TEXT, "原样", "what was there", required=True),
            _p("became", Kind.TEXT, "处理结果", "what was made of it"),
        ),
    ),
)

_ROLE = (
    _OWNER,
    _p("basis", Kind.TEXT, "依据：明示或推断", "explicit or inferred", required=True),
    _p("role_text", Kind.TEXT, "角色用词（照录）", "role word as printed", required=True),
    _p("order", Kind.INTEGER, "同角色中的次序", "order within the role, from 1", required=True),
    _p("as_printed", Kind.TEXT, "名称（照录）", "name as printed", required=True),
    _p("scope", Kind.TEXT, "范围：own 专属、blanket 普遍", "own or blanket", required=True),
    _PLACE,
    _RULE,
)

_UPPER = _p("upper_document_key", Kind.TEXT, "上级文件", "the upper document", required=True)
_DOCUMENTS = (("Document", "Document"),)
_PARTS = (("Measure", "Measure"), ("Task", "Task"))

EDGE_TYPES: tuple[EdgeType, ...] = (
    EdgeType(
        "HAS_SECTION",
        Text("含板块", "has section"),
        (("Document", "Section"),),
        (_OWNER, _SEQ),
    ),
    EdgeType(
        "HAS_TASK",
        Text("含任务", "has task"),
        (("Document", "Task"), ("Section", "Task")),
        (_OWNER, _SEQ),
    ),
    EdgeType(
        "HAS_MEASURE",
        Text("含举措", "has measure"),
        (("Document", "Measure"), ("Section", "Measure"), ("Task", "Measure")),
        (_OWNER, _SEQ),
    ),
    EdgeType("LEADS", Text("牵头", "leads"), (("Agency", "Measure"),), _ROLE),
    EdgeType("ASSISTS", Text("配合", "assists"), (("Agency", "Measure"),), _ROLE),
    EdgeType(
        "DUE",
        Text("时限为", "due"),
        (("Measure", "Deadline"),),
        (
            _OWNER,
            *_SPAN,
            _p("scope", Kind.TEXT, "范围：measure 全条、clause 分句", "measure or clause"),
            _p("place", Kind.TEXT, "原文位置", "place in the source"),
        ),
    ),
    EdgeType(
        "CONCERNS",
        Text("涉及产业", "concerns"),
        (("Measure", "Industry"),),
        (_OWNER, *_SPAN),
    ),
    EdgeType(
        "CITES",
        Text("引用", "cites"),
        (("Measure", "Instrument"),),
        (_OWNER, *_SPAN, _p("status", Kind.TEXT, "cited 引用、promised 拟出台", "cited, promised")),
    ),
    EdgeType(
        "MENTIONS",
        Text("提及", "mentions"),
        (("Measure", "Programme"), ("Measure", "Agency"), ("Measure", "Region")),
        (_OWNER, *_SPAN, _RULE),
    ),
    EdgeType(
        "HAS_TARGET",
        Text("含目标", "has target"),
        (("Measure", "Target"),),
        (_OWNER, *_SPAN),
    ),
    EdgeType(
        "COMPARED_WITH",
        Text("已比对", "compared with"),
        _DOCUMENTS,
        (
            _OWNER,
            _UPPER,
            _p(
                "basis",
                Kind.TEXT,
                "依据：chain 同一上下级链条、unknown-place 地区不明、person 人工指定",
                "chain, unknown-place, or person",
                required=True,
            ),
            _p("stamp", Kind.TEXT, "比对所据的校验值", "checksum of what decided", required=True),
        ),
        linking=_DOCUMENTS,
    ),
    EdgeType(
        "ALIGNS_WITH",
        Text("对应", "aligns with"),
        _PARTS,
        (
            _OWNER,
            _UPPER,
            _p("score", Kind.NUMBER, "得分 0–1（人工补充的没有）", "score, 0–1; none if added"),
            _p("grade", Kind.TEXT, "covered、partly", "covered or partly", required=True),
            _p(
                "status",
                Kind.TEXT,
                "审核状态：suggested、accepted、rejected、unsure、stale",
                "suggested, accepted, rejected, unsure or stale",
                required=True,
            ),
            _p("method", Kind.TEXT, "方法：concepts、words、person", "method", required=True),
            _p("reasons", Kind.JSON, "理由", "reasons"),
            _p("lower_quote", Kind.TEXT, "下级原文", "words of the lower text"),
            _p("upper_quote", Kind.TEXT, "上级原文", "words of the upper text"),
            _p("judged", Kind.TEXT, "人的判断", "what a person judged"),
            _p("judged_by", Kind.TEXT, "判断人", "who judged"),
            _p("judged_on", Kind.DATE, "判断日期", "when"),
            _p("comment", Kind.TEXT, "判断说明", "why"),
        ),
        linking=_PARTS,
    ),
    EdgeType(
        "PART_OF",
        Text("属于", "part of"),
        (("Agency", "Agency"), ("Region", "Region")),
        (_BASIS,),
        shared=True,
    ),
    EdgeType(
        "MEMBER_OF",
        Text("统称成员", "member of"),
        (("Agency", "Agency"),),
        (_BASIS,),
        shared=True,
    ),
    EdgeType(
        "COUNTERPART_OF",
        Text("上下级对口", "counterpart of"),
        (("Agency", "Agency"),),
        (_BASIS,),
        shared=True,
    ),
    EdgeType(
        "ISSUED_BY",
        Text("发文机关为", "issued by"),
        (("Document", "Agency"),),
        (_OWNER, _BASIS, _RULE),
    ),
    EdgeType(
        "DERIVES_FROM",
        Text("依据", "derives from"),
        (("Document", "Instrument"), *_DOCUMENTS),
        (
            _OWNER,
            _p("upper_document_key", Kind.TEXT, "上级文件", "the upper document, if it is stored"),
            _BASIS,
            _p("text", Kind.TEXT, "原文词句", "the words"),
        ),
        linking=_DOCUMENTS,
    ),
    EdgeType(
        "HAS_ISSUE",
        Text("存在问题", "has issue"),
        (("*", "Issue"),),
        (_OWNER,),
    ),
)

NODES: dict[str, NodeType] = {t.label: t for t in NODE_TYPES}
EDGES: dict[str, EdgeType] = {t.type: t for t in EDGE_TYPES}
