"""The labels with their properties."""

from __future__ import annotations

from kg.schema.parts import NUMBER, OWNER, PLACE, PRINTED, SEQ
from kg.schema.types import Kind, NodeType, prop
from kg.wording import Text

NODE_TYPES: tuple[NodeType, ...] = (
    NodeType(
        "Document",
        Text("文件", "task document"),
        (
            OWNER,
            prop("title", Kind.TEXT, "标题", "title", required=True),
            prop("list_title", Kind.TEXT, "清单标题", "title above the list"),
            prop("doc_no", Kind.TEXT, "发文字号", "document number"),
            prop("annex", Kind.TEXT, "附件号", "annex number"),
            prop("issuer", Kind.TEXT, "发文机关（照录）", "issuer as printed"),
            prop("issued_on", Kind.DATE, "印发日期", "date of issue"),
            prop("year", Kind.INTEGER, "年度", "year in the title, else of issue"),
            prop("level", Kind.TEXT, "层级", "national, province, city, county"),
            prop("region", Kind.TEXT, "地区", "region"),
            prop("genre", Kind.TEXT, "体例", "genre", required=True),
            prop("period_start", Kind.DATE, "最早时限（由时限列得出）", "earliest due date"),
            prop("period_end", Kind.DATE, "最晚时限（由时限列得出）", "latest due date"),
            prop("period_basis", Kind.TEXT, "期间的来源：deadlines", "where the period comes from"),
            prop("source_name", Kind.TEXT, "文件名", "file name"),
            prop("sha256", Kind.TEXT, "文件校验值", "checksum of the file", required=True),
            prop("encoding", Kind.TEXT, "编码", "encoding of the file", required=True),
        ),
        searched=("title", "list_title", "doc_no", "issuer"),
    ),
    NodeType(
        "Section",
        Text("板块", "section"),
        (
            OWNER,
            NUMBER,
            prop("title", Kind.TEXT, "标题", "title", required=True),
            PRINTED,
            SEQ,
            PLACE,
        ),
        searched=("title",),
    ),
    NodeType(
        "Task",
        Text("任务", "task"),
        (
            OWNER,
            NUMBER,
            prop("title", Kind.TEXT, "标题", "title", required=True),
            PRINTED,
            SEQ,
            PLACE,
        ),
        searched=("title",),
    ),
    NodeType(
        "Measure",
        Text("举措", "measure"),
        (
            OWNER,
            NUMBER,
            SEQ,
            prop("text", Kind.TEXT, "举措文字（照录）", "text as printed", required=True),
            PRINTED,
            prop("remark", Kind.TEXT, "备注（照录）", "remark as printed"),
            PLACE,
        ),
        searched=("text", "remark"),
    ),
    NodeType(
        "Agency",
        Text("单位", "agency"),
        (
            prop("name", Kind.TEXT, "名称", "canonical name", required=True),
            prop("kind", Kind.TEXT, "类别", "government, department, division, institution, …"),
            prop("level", Kind.TEXT, "层级", "national, province, city, county"),
            prop("region", Kind.TEXT, "地区", "region"),
            prop("is_collective", Kind.BOOLEAN, "是否统称", "stands for several", required=True),
        ),
        shared=True,
        searched=("name",),
    ),
    NodeType(
        "Deadline",
        Text("时限", "deadline"),
        (
            prop("due_on", Kind.DATE, "最后一天", "last day"),
            prop("start_on", Kind.DATE, "第一天（时段）", "first day of a range"),
            prop("precision", Kind.TEXT, "精度", "how exactly it is given", required=True),
        ),
        shared=True,
    ),
    NodeType(
        "Industry",
        Text("产业", "industry"),
        (
            prop("name", Kind.TEXT, "名称", "name", required=True),
            prop("scheme", Kind.TEXT, "分类体系", "classification"),
            prop("code", Kind.TEXT, "代码", "code"),
        ),
        shared=True,
        searched=("name",),
    ),
    NodeType(
        "Region",
        Text("地区", "region"),
        (
            prop("name", Kind.TEXT, "名称", "name", required=True),
            prop("code", Kind.TEXT, "GB/T 2260 代码", "GB/T 2260 code"),
            prop("level", Kind.TEXT, "层级", "national, province, city, county"),
        ),
        shared=True,
        searched=("name",),
    ),
    NodeType(
        "Instrument",
        Text("文件制度", "instrument"),
        (prop("title", Kind.TEXT, "题名", "title", required=True),),
        shared=True,
        searched=("title",),
    ),
    NodeType(
        "Programme",
        Text("专项平台", "programme"),
        (prop("name", Kind.TEXT, "名称", "name", required=True),),
        shared=True,
        searched=("name",),
    ),
    NodeType(
        "Target",
        Text("量化目标", "target"),
        (
            OWNER,
            prop("number", Kind.NUMBER, "数值", "number", required=True),
            prop("unit", Kind.TEXT, "单位", "unit"),
            prop("comparator", Kind.TEXT, "比较", "at least, at most, exactly"),
            prop("object", Kind.TEXT, "对象", "what is counted"),
        ),
    ),
    NodeType(
        "Issue",
        Text("问题", "issue"),
        (
            OWNER,
            prop("code", Kind.TEXT, "代码", "code", required=True),
            prop("severity", Kind.TEXT, "程度", "info, warning, error", required=True),
            prop("message", Kind.TEXT, "说明", "message", required=True),
            prop("message_en", Kind.TEXT, "说明（英文）", "message in English"),
            prop("place", Kind.TEXT, "原文位置", "place in the source"),
            prop("was", Kind.TEXT, "原样", "what was there", required=True),
            prop("became", Kind.TEXT, "处理结果", "what was made of it"),
        ),
    ),
)
