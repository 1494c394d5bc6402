"""Properties that stand on several labels or edge types."""

from __future__ import annotations

from kg.schema.types import Kind, prop

OWNER = prop("document_key", Kind.TEXT, "所属文件", "the document it was read from", required=True)
PLACE = prop(
    "place", Kind.TEXT, "原文位置", "place in the source: L49, L49-52, L49:2", required=True
)
SEQ = prop("seq", Kind.INTEGER, "次序", "order within its parent, from 1", required=True)
NUMBER = prop("number", Kind.TEXT, "编号（照录）", "number as printed")
PRINTED = prop("printed", Kind.TEXT, "更正前的文字（照录）", "as printed, where people corrected")
BASIS = prop("basis", Kind.TEXT, "依据：explicit 明示、inferred 推断", "explicit or inferred")
RULE = prop("rule", Kind.TEXT, "名称归一所依的规则", "the rule that resolved the name")
SPAN = (
    prop("text", Kind.TEXT, "原文词句", "the words"),
    prop("start", Kind.INTEGER, "起点（码位）", "start in the measure's text, code points"),
    prop("end", Kind.INTEGER, "终点（码位）", "end in the measure's text, code points"),
)
