"""The edge types with their endpoints and properties."""

from __future__ import annotations

from kg.schema.parts import BASIS, OWNER, PLACE, RULE, SEQ, SPAN
from kg.schema.types import EdgeType, Kind, prop
from kg.wording import Text

_ROLE = (
    OWNER,
    prop("basis", Kind.TEXT, "依据：明示或推断", "explicit or inferred", required=True),
    prop("role_text", Kind.TEXT, "角色用词（照录）", "role word as printed", required=True),
    prop("order", Kind.INTEGER, "同角色中的次序", "order within the role, from 1", required=True),
    prop("as_printed", Kind.TEXT, "名称（照录）", "name as printed", required=True),
    prop("scope", Kind.TEXT, "范围：own 专属、blanket 普遍", "own or blanket", required=True),
    PLACE,
    RULE,
)

_UPPER = prop("upper_document_key", Kind.TEXT, "上级文件", "the upper document", required=True)
_DOCUMENTS = (("Document", "Document"),)
_PARTS = (("Measure", "Measure"), ("Task", "Task"))
_EXEMPT = (("Document", "Task"), ("Document", "Measure"))

EDGE_TYPES: tuple[EdgeType, ...] = (
    EdgeType(
        "HAS_SECTION",
        Text("含板块", "has section"),
        (("Document", "Section"),),
        (OWNER, SEQ),
    ),
    EdgeType(
        "HAS_TASK",
        Text("含任务", "has task"),
        (("Document", "Task"), ("Section", "Task")),
        (OWNER, SEQ),
    ),
    EdgeType(
        "HAS_MEASURE",
        Text("含举措", "has measure"),
        (("Document", "Measure"), ("Section", "Measure"), ("Task", "Measure")),
        (OWNER, SEQ),
    ),
    EdgeType("LEADS", Text("牵头", "leads"), (("Agency", "Measure"),), _ROLE),
    EdgeType("ASSISTS", Text("配合", "assists"), (("Agency", "Measure"),), _ROLE),
    EdgeType(
        "DUE",
        Text("时限为", "due"),
        (("Measure", "Deadline"),),
        (
            OWNER,
            *SPAN,
            prop("scope", Kind.TEXT, "范围：measure 全条、clause 分句", "measure or clause"),
            prop("place", Kind.TEXT, "原文位置", "place in the source"),
        ),
    ),
    EdgeType(
        "CONCERNS",
        Text("涉及产业", "concerns"),
        (("Measure", "Industry"),),
        (OWNER, *SPAN),
    ),
    EdgeType(
        "CITES",
        Text("引用", "cites"),
        (("Measure", "Instrument"),),
        (OWNER, *SPAN, prop("status", Kind.TEXT, "cited 引用、promised 拟出台", "cited, promised")),
    ),
    EdgeType(
        "MENTIONS",
        Text("提及", "mentions"),
        (("Measure", "Programme"), ("Measure", "Agency"), ("Measure", "Region")),
        (OWNER, *SPAN, RULE),
    ),
    EdgeType(
        "HAS_TARGET",
        Text("含目标", "has target"),
        (("Measure", "Target"),),
        (OWNER, *SPAN),
    ),
    EdgeType(
        "COMPARED_WITH",
        Text("已比对", "compared with"),
        _DOCUMENTS,
        (
            OWNER,
            _UPPER,
            prop(
                "basis",
                Kind.TEXT,
                "依据：chain 同一上下级链条、unknown-place 地区不明、person 人工指定",
                "chain, unknown-place, or person",
                required=True,
            ),
            prop("stamp", Kind.TEXT, "比对所据的校验值", "checksum of what decided", required=True),
            prop(
                "own_business",
                Kind.TEXTS,
                "按规则属上级自己的事、对下级不适用的任务的键",
                "keys of upper tasks that by rule are not meant for the lower document",
            ),
        ),
        linking=_DOCUMENTS,
    ),
    EdgeType(
        "ALIGNS_WITH",
        Text("对应", "aligns with"),
        _PARTS,
        (
            OWNER,
            _UPPER,
            prop("score", Kind.NUMBER, "得分 0–1（人工补充的没有）", "score, 0–1; none if added"),
            prop(
                "related",
                Kind.NUMBER,
                "相关 0–1：至少部分承接的可能（人工补充的没有）",
                "the chance that it is at least partly covered, 0–1; none if added",
            ),
            prop("grade", Kind.TEXT, "covered、partly", "covered or partly", required=True),
            prop(
                "status",
                Kind.TEXT,
                "审核状态：suggested、accepted、rejected、unsure、stale",
                "suggested, accepted, rejected, unsure or stale",
                required=True,
            ),
            prop("method", Kind.TEXT, "方法：concepts、words、person", "method", required=True),
            prop("reasons", Kind.JSON, "理由", "reasons"),
            prop("lower_quote", Kind.TEXT, "下级原文", "words of the lower text"),
            prop("upper_quote", Kind.TEXT, "上级原文", "words of the upper text"),
            prop("judged", Kind.TEXT, "人的判断", "what a person judged"),
            prop("judged_by", Kind.TEXT, "判断人", "who judged"),
            prop("judged_on", Kind.DATE, "判断日期", "when"),
            prop("comment", Kind.TEXT, "判断说明", "why"),
        ),
        linking=_PARTS,
    ),
    EdgeType(
        "EXEMPT_FROM",
        Text("适用与否", "exempt from"),
        _EXEMPT,
        (
            OWNER,
            _UPPER,
            prop(
                "exempt",
                Kind.BOOLEAN,
                "人判断不适用；没有定论（过期、冲突）时没有",
                "not meant for the lower document; none where nothing is decided",
            ),
            prop(
                "status",
                Kind.TEXT,
                "applied 采用、stale 判断已过期、conflict 冲突",
                "applied, stale or conflict",
                required=True,
            ),
            prop(
                "judged",
                Kind.TEXT,
                "人的判断：exempt 不适用、meant 适用、conflict 冲突",
                "what people judged: exempt, meant, or conflict",
                required=True,
            ),
            prop("judged_by", Kind.TEXT, "判断人", "who judged", required=True),
            prop("judged_on", Kind.DATE, "判断日期", "when"),
            prop("comment", Kind.TEXT, "判断说明", "why"),
        ),
        linking=_EXEMPT,
    ),
    EdgeType(
        "PART_OF",
        Text("属于", "part of"),
        (("Agency", "Agency"), ("Region", "Region")),
        (BASIS,),
        shared=True,
    ),
    EdgeType(
        "MEMBER_OF",
        Text("统称成员", "member of"),
        (("Agency", "Agency"),),
        (BASIS,),
        shared=True,
    ),
    EdgeType(
        "COUNTERPART_OF",
        Text("上下级对口", "counterpart of"),
        (("Agency", "Agency"),),
        (BASIS,),
        shared=True,
    ),
    EdgeType(
        "ISSUED_BY",
        Text("发文机关为", "issued by"),
        (("Document", "Agency"),),
        (OWNER, BASIS, RULE),
    ),
    EdgeType(
        "DERIVES_FROM",
        Text("依据", "derives from"),
        (("Document", "Instrument"), *_DOCUMENTS),
        (
            OWNER,
            prop("upper_document_key", Kind.TEXT, "上级文件", "the upper document, if stored"),
            BASIS,
            prop("text", Kind.TEXT, "原文词句", "the words"),
        ),
        linking=_DOCUMENTS,
    ),
    EdgeType(
        "HAS_ISSUE",
        Text("存在问题", "has issue"),
        (("*", "Issue"),),
        (OWNER,),
    ),
)
