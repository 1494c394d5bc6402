"""The columns of the centrality report: what each figure means, in which direction it counts and
what it is a part of.
"""

from __future__ import annotations

from kg.analysis.report import Column, ColumnKind
from kg.wording import Text

_COUNT, _KEYS, _NUMBER = ColumnKind.COUNT, ColumnKind.KEYS, ColumnKind.NUMBER

_ERROR = Column(
    "betweenness_error",
    Text("中介标准误", "betweenness error"),
    _NUMBER,
    Text(
        "中介度估计值的标准误，只来自抽样；很少有路经过的单位，抽样见得少，标准误偏低",
        "standard error of the estimated betweenness, from sampling alone; too low for bodies "
        "that hardly any way leads through, of which a sample sees little",
    ),
)

_COLUMNS = (
    Column(
        "agency",
        Text("单位", "agency"),
        ColumnKind.TEXT,
        Text("规范名称", "canonical name"),
    ),
    Column(
        "degree",
        Text("伙伴数", "degree"),
        _COUNT,
        Text(
            "与它至少有一条共同举措的单位数；无方向",
            "bodies it shares at least one measure with; undirected",
        ),
    ),
    Column(
        "degree_centrality",
        Text("度中心性", "degree centrality"),
        _NUMBER,
        Text(
            "伙伴数 ÷（单位数 − 1）：1 为与人人有共同举措；只有一个单位时不知",
            "degree ÷ (bodies − 1): 1 where it shares a measure with everybody; unknown where it "
            "is the only body",
        ),
    ),
    Column(
        "weighted_degree",
        Text("加权度", "weighted degree"),
        _COUNT,
        Text(
            "与各伙伴的共同举措数之和；一条举措列了几个伙伴就计几次；无方向，不归一",
            "measures shared, added up over its partners: a measure with k partners counts k "
            "times; undirected, not normalised",
        ),
    ),
    Column(
        "joint_measures",
        Text("共同举措", "joint measures"),
        _COUNT,
        Text(
            "与至少一个计入的单位共同列名的举措数，每条一次",
            "measures it stands on with at least one body that is counted, each once",
        ),
    ),
    Column(
        "betweenness",
        Text("中介度", "betweenness"),
        _NUMBER,
        Text(
            "其他单位两两之间的最短路经过它的份额之和 ÷ (n − 1)(n − 2)/2；路不加权，无方向；0 到 1",
            "shares of the shortest ways between pairs of others that pass through it, added up "
            "÷ (n − 1)(n − 2)/2; ways are unweighted and undirected; 0 to 1",
        ),
    ),
    Column(
        "pagerank",
        Text("PageRank", "PageRank value"),
        _NUMBER,
        Text(
            "随机漫步停留的份额，阻尼 0.85，按共同举措加权，双向；各单位合计 1；没有收敛时不知",
            "share of a random walk, damping 0.85, weighted by shared measures, both ways; over "
            "all bodies 1; unknown where it did not converge",
        ),
    ),
)
_COLUMN_KEYS = (
    Column(
        "joint_measure_keys",
        Text("共同举措键", "joint measure keys"),
        _KEYS,
        Text("共同举措的键", "keys of the joint measures"),
    ),
    Column(
        "partner_keys",
        Text("伙伴键", "partner keys"),
        _KEYS,
        Text("伙伴的键", "keys of the partners"),
    ),
    Column(
        "agency_keys", Text("单位键", "agency keys"), _KEYS, Text("该单位的键", "key of the body")
    ),
)


def columns(*, sampled: bool) -> tuple[Column, ...]:
    """Return the columns in order; with the error of the betweenness where it is an estimate."""
    if sampled:
        return (*_COLUMNS[:6], _ERROR, *_COLUMNS[6:], *_COLUMN_KEYS)
    return (*_COLUMNS, *_COLUMN_KEYS)
