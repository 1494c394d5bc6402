"""The report of instruments, and when two titles mean one paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analysis.content.instruments import instruments
from kg.analysis.dossier import Selection
from kg.analysis.titles import title, titles_of
from kg.model import Graph, Node
from kg.wording import Language
from tests.analysis.contents import CLEAN, DAMAGED, TABLE
from tests.analysis.golden import check, part_of, rows_of


@pytest.mark.parametrize("language", list(Language))
def test_the_whole_report(content: Graph, language: Language) -> None:
    check("instruments", instruments(content, Selection(inferred=True)), language)


def test_promised_papers_that_nothing_shows_come_first(content: Graph) -> None:
    part = part_of(instruments(content), "promised")
    assert [(r["instrument"], str(r["state"]), r["seen_in"]) for r in part.rows] == [
        ("品牌指引", "未见", None),
        ("澄湖市专利促进办法", "已见", (f"{DAMAGED}#1",)),
        ("专利促进办法", "已见", (f"{DAMAGED}#1",)),
    ]
    assert "拟出台 3 件，其中未见 1/3 = 33.3%" in str(part.notes[0])


def test_who_promised_and_by_when(content: Graph) -> None:
    rows = rows_of(part_of(instruments(content), "promised"), "instrument")
    row = rows["澄湖市专利促进办法"]
    assert (row["leads"], row["deadline"], row["due_on"]) == (
        ("澄湖市市场监督管理局 ×1",), ("持续推进",), None,
    )  # fmt: skip
    assert row["measure_keys"] == (f"{TABLE}/一/1#2",)
    assert rows["品牌指引"]["leads"] == ("澄湖市科学技术局 ×1",)


def test_the_whole_store_is_compared_also_where_one_document_is_chosen(content: Graph) -> None:
    report = instruments(content, Selection(frozenset({TABLE})))
    assert [p.key for p in report.parts] == ["promised", TABLE]
    assert str(rows_of(report.parts[0], "instrument")["专利促进办法"]["state"]) == "已见"
    other = instruments(content, Selection(frozenset({CLEAN})))
    assert part_of(other, "promised").rows == ()


def test_every_paper_of_a_document_as_printed(content: Graph) -> None:
    report = instruments(content)
    assert [
        (r["instrument"], str(r["status"]), r["times"], r["measure"])
        for r in part_of(report, TABLE).rows
    ] == [
        ("澄湖市专利促进办法", "拟出台", 1, "一/1#2"),
        ("中华人民共和国专利法", "引用", 1, "一/1#2"),
        ("品牌指引", "拟出台", 1, "一/2#1"),
        ("专利促进办法", "拟出台", 1, "一/2#1"),
    ]
    assert [str(r["status"]) for r in part_of(report, DAMAGED).rows] == ["依据", "引用"]


def test_a_document_of_the_store_or_a_preamble_shows_a_paper(content: Graph) -> None:
    promised = "instrument:品牌指引"
    for title_, where in (("关于印发《品牌指引》的通知", TABLE), ("品牌 指引", TABLE)):
        nodes = tuple(
            Node(n.key, n.label, {**n.props, "title": title_}) if n.key == where else n
            for n in content.nodes
        )
        rows = part_of(instruments(Graph(nodes, content.edges)), "promised").rows
        row = next(r for r in rows if r["instrument_keys"] == (promised,))
        assert row["seen_in"] == (where,)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("福建省专利促进办法", "专利促进办法", True),
        ("专利促进办法", "福州市专利 促进办法", True),
        ("福建省专利促进办法", "福州市专利促进办法", False),
        ("２０２５年福建省任务清单", "2025年任务清单", True),
        ("2024年福建省任务清单", "2025年福建省任务清单", False),
        ("中华人民共和国专利法", "《专利法》", True),
        ("专利促进办法", "商标促进办法", False),
        ("数据安全示范区管理办法", "管理办法", False),
        ("市场监督管理办法", "监督管理办法", False),
    ],
)
def test_titles_are_compared_with_or_without_a_place(one: str, other: str, same: bool) -> None:
    assert title(one).names_same(title(other)) is same
    assert title(other).names_same(title(one)) is same


def test_a_notice_is_known_by_the_paper_it_issues() -> None:
    notice = Node("d", "Document", {"title": "福建省知识产权局关于印发2025年福建省任务清单的通知"})
    assert title("2025年任务清单").rest in {t.rest for t in titles_of(notice)}


@given(st.text(alphabet="《》福建省州市年2025专利 办法　Ａ", max_size=30))
def test_any_text_is_a_title_that_names_itself(words: str) -> None:
    assert title(words).names_same(title(words))
    assert "".join(title(words).rest.split()) == title(words).rest


def test_an_empty_store_says_so() -> None:
    report = instruments(Graph((), ()))
    assert (report.parts, report.notes[0].en) == ((), "the store holds no document")
