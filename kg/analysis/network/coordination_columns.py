"""The columns of the coordination report: what each figure means."""

from __future__ import annotations

from kg.analysis.report import Column, ColumnKind
from kg.wording import Text

_TEXT, _COUNT, _KEYS = ColumnKind.TEXT, ColumnKind.COUNT, ColumnKind.KEYS
_NUMBER, _SHARE = ColumnKind.NUMBER, ColumnKind.SHARE

_MEASURE_KEYS = Column(
    "measure_keys", Text("举措键", "measure keys"), _KEYS, Text("所计举措的键", "keys of these")
)
_AGENCY_KEYS = Column(
    "agency_keys", Text("单位键", "agency keys"), _KEYS, Text("所列单位的键", "keys of the bodies")
)

PAIRS = (
    Column(
        "agency",
        Text("单位", "agency"),
        _TEXT,
        Text(
            "一对单位中共同举措由其牵头较多的一个；指定了单位时为该单位",
            "of a pair the one that leads more of what they share; the body asked about, if any",
        ),
    ),
    Column("partner", Text("伙伴", "partner"), _TEXT, Text("另一个单位", "the other one")),
    Column(
        "measures",
        Text("共同举措", "shared measures"),
        _COUNT,
        Text("两个单位都列名的举措数，不论角色", "measures on which both stand, in any role"),
    ),
    Column(
        "closeness",
        Text("紧密度", "closeness"),
        _NUMBER,
        Text(
            "每条共同举措计 1 ÷（该举措计入的单位数 − 1）：同列的单位越多，每一对越不紧密",
            "each shared measure counts 1 ÷ (bodies counted on it − 1): the longer the list, the "
            "looser each pair",
        ),
    ),
    Column(
        "agency_leads",
        Text("前者牵头", "first leads"),
        _COUNT,
        Text("共同举措中由“单位”牵头的", "of the shared measures those that the agency leads"),
    ),
    Column(
        "partner_leads",
        Text("后者牵头", "second leads"),
        _COUNT,
        Text("共同举措中由“伙伴”牵头的", "of the shared measures those that the partner leads"),
    ),
    Column(
        "sections",
        Text("板块", "sections"),
        _TEXT,
        Text("共同举措所在板块的编号", "numbers of the sections of the shared measures"),
    ),
    Column(
        "about",
        Text("主要任务", "mostly about"),
        _TEXT,
        Text(
            "共同举措最多的两项任务，并列时按文件次序；其余只写项数，全部见任务键",
            "the two tasks with most shared measures, of equals the first in the document; the "
            "others as a number, all of them among the task keys",
        ),
    ),
    _MEASURE_KEYS,
    Column(
        "task_keys",
        Text("任务键", "task keys"),
        _KEYS,
        Text("共同举措所属任务的键", "keys of the tasks of the shared measures"),
    ),
    _AGENCY_KEYS,
)

BRIDGES = (
    Column("bridge", Text("桥梁单位", "bridge"), _TEXT, Text("规范名称", "canonical name")),
    Column(
        "section_count",
        Text("板块数", "section count"),
        _COUNT,
        Text("列名的举措所在的板块数", "sections that hold a measure it stands on"),
    ),
    Column(
        "section_share",
        Text("占全部板块", "share of sections"),
        _SHARE,
        Text("板块数 ÷ 文件的板块数", "section count ÷ sections of the document"),
    ),
    Column(
        "bridge_measures",
        Text("板块内举措", "measures in sections"),
        _COUNT,
        Text("板块之下列名的举措数", "measures under a section that it stands on"),
    ),
    Column(
        "community_count",
        Text("群组数", "communities"),
        _COUNT,
        Text("它的伙伴所在的群组数", "communities that hold a partner of it"),
    ),
    Column(
        "participation",
        Text("分散度", "participation"),
        _NUMBER,
        Text(
            "1 − Σ（它与各群组共同举措数之和 ÷ 与全部伙伴的之和）²：0 为只与一个群组打交道；"
            "没有伙伴时不知",
            "1 − Σ (measures shared with a community ÷ those with all partners)²: 0 where it "
            "deals with one community alone; unknown without partners (Guimerà & Amaral 2005)",
        ),
    ),
    Column(
        "section_numbers",
        Text("所在板块", "in sections"),
        _TEXT,
        Text("这些板块的编号", "numbers of these sections"),
    ),
    Column(
        "section_titles",
        Text("板块标题", "section titles"),
        _TEXT,
        Text("这些板块的标题", "titles of these sections"),
        wide=True,
    ),
    _MEASURE_KEYS,
    _AGENCY_KEYS,
)

COMMUNITIES = (
    Column(
        "community",
        Text("群组", "community"),
        _COUNT,
        Text("编号，大的在前", "a number, the largest first"),
    ),
    Column("bodies", Text("单位数", "bodies"), _COUNT, Text("群组内的单位", "bodies in it")),
    Column(
        "inner_pairs",
        Text("组内对数", "pairs inside"),
        _COUNT,
        Text("组内有共同举措的单位对", "pairs inside that share a measure"),
    ),
    Column(
        "outer_pairs",
        Text("对外对数", "pairs to outside"),
        _COUNT,
        Text("与组外单位有共同举措的对", "pairs with a body outside that share a measure"),
    ),
    Column(
        "members",
        Text("成员", "members"),
        _TEXT,
        Text("组内共同举措多的在前", "those with most shared measures inside first"),
    ),
    _MEASURE_KEYS,
    _AGENCY_KEYS,
)

REMOVALS = (
    Column(
        "without",
        Text("去掉", "without"),
        _TEXT,
        Text("去掉的单位；第一行为现状", "the body taken out; none in the first row"),
    ),
    Column(
        "partners",
        Text("伙伴数", "partners"),
        _COUNT,
        Text("它与多少单位有共同举措", "bodies it shares a measure with"),
    ),
    Column(
        "pieces",
        Text("块数", "pieces"),
        _COUNT,
        Text("互相连通的块，没有伙伴的单位自成一块", "connected pieces; a body alone is one"),
    ),
    Column(
        "largest",
        Text("最大一块", "largest piece"),
        _COUNT,
        Text("其中的单位数", "bodies in it"),
    ),
    Column(
        "alone",
        Text("孤立单位", "bodies alone"),
        _COUNT,
        Text("没有任何伙伴的单位数", "bodies without any partner"),
    ),
    Column(
        "apart",
        Text("因此脱离的", "cut off"),
        _TEXT,
        Text(
            "不再与原块中最大的一块相连的单位",
            "bodies no longer connected with the largest rest of the piece they were in",
        ),
    ),
    _AGENCY_KEYS,
)
