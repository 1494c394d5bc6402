"""The columns of the workload report: what each figure means."""

from __future__ import annotations

from kg.analysis.report import Column, ColumnKind
from kg.wording import Text

_COUNT, _KEYS = ColumnKind.COUNT, ColumnKind.KEYS

_COLUMNS = (
    Column(
        "agency",
        Text("单位", "agency"),
        ColumnKind.TEXT,
        Text("规范名称；原文写法见 kg show", "canonical name; kg show gives the printed forms"),
    ),
    Column(
        "leads",
        Text("牵头", "leads"),
        _COUNT,
        Text(
            "原文明示由其牵头的举措数，含联合牵头；原文不分牵头时不知",
            "measures that the text names it lead of, alone or with others; "
            "unknown where the text names no leads",
        ),
    ),
    Column(
        "co_leads",
        Text("其中联合", "of which co-led"),
        _COUNT,
        Text("其中与别的单位一起牵头的举措数", "those of its leads that name another lead as well"),
    ),
    Column(
        "assists",
        Text("配合", "assists"),
        _COUNT,
        Text("原文明示由其配合的举措数", "measures that the text names it supporting agency of"),
    ),
    Column(
        "lead_share",
        Text("牵头占比", "lead share"),
        ColumnKind.SHARE,
        Text(
            "牵头举措数 ÷ 本文件明示牵头单位的举措数；联合牵头使合计可超过 100%",
            "leads ÷ measures of the document that name a lead; "
            "co-leads make the shares add up to more than 100 %",
        ),
    ),
    Column(
        "measures",
        Text("涉及举措", "measures"),
        _COUNT,
        Text(
            "以任何角色列名的举措数，每条只计一次，不依赖推断",
            "measures it stands on in any role, each once; needs no inference",
        ),
    ),
    Column(
        "weighted_leads",
        Text("加权牵头", "weighted leads"),
        ColumnKind.NUMBER,
        Text(
            "独自牵头的举措计 1，n 家联合牵头的各计 1/n；所有单位合计等于明示牵头单位的举措数",
            "a sole lead counts 1, one of n leads 1/n; over all bodies this is the number of "
            "measures that name a lead",
        ),
    ),
    Column(
        "weighted_workload",
        Text("加权任务量", "weighted workload"),
        ColumnKind.NUMBER,
        Text(
            "加权牵头 + 配合 × 配合的权重（见表头）",
            "weighted leads + assists × the weight of an assist (see the head)",
        ),
    ),
    Column(
        "workload_share",
        Text("任务量占比", "workload share"),
        ColumnKind.SHARE,
        Text(
            "加权任务量 ÷ 本文件排名单位的合计，含未显示的行",
            "weighted workload ÷ that of all ranked agencies of the document, shown or not",
        ),
        wide=True,
    ),
    Column(
        "solo",
        Text("牵头而无点名配合", "leads without partner"),
        _COUNT,
        Text(
            "牵头的举措中没有点名配合单位的条数；统称和几乎每条都列名的单位不算点名",
            "of its leads, measures with no supporting agency by name; collectives and bodies on "
            "nearly every measure are no names",
        ),
        wide=True,
    ),
)

_INFERRED_COLUMNS = (
    Column(
        "inferred_leads",
        Text("推断牵头", "inferred leads"),
        _COUNT,
        Text(
            "原文不分牵头、按惯例以排首位者为牵头的举措数，不与明示数相加",
            "measures whose text names no lead and lists it first; "
            "never added to the explicit ones",
        ),
    ),
    Column(
        "inferred_assists",
        Text("推断配合", "inferred assists"),
        _COUNT,
        Text(
            "原文不分牵头、该单位不在首位的举措数",
            "measures whose text names no lead and lists it after the first",
        ),
    ),
)


def _key_column(name: str, heading: Text) -> Column:
    return Column(name, heading, _KEYS, Text("对应举措的键", "keys of these measures"))


_KEY_COLUMNS = (
    _key_column("lead_keys", Text("牵头举措键", "lead keys")),
    _key_column("co_lead_keys", Text("联合牵头举措键", "co-lead keys")),
    _key_column("assist_keys", Text("配合举措键", "assist keys")),
    _key_column("solo_keys", Text("无点名配合的牵头举措键", "solo lead keys")),
    _key_column("measure_keys", Text("涉及举措键", "measure keys")),
)

_INFERRED_KEY_COLUMNS = (
    _key_column("inferred_lead_keys", Text("推断牵头举措键", "inferred lead keys")),
    _key_column("inferred_assist_keys", Text("推断配合举措键", "inferred assist keys")),
)


def columns(*, inferred: bool) -> tuple[Column, ...]:
    """Return the columns in order, with those of inferred roles where they are asked for."""
    if inferred:
        return (*_COLUMNS, *_INFERRED_COLUMNS, *_KEY_COLUMNS, *_INFERRED_KEY_COLUMNS)
    return (*_COLUMNS, *_KEY_COLUMNS)
