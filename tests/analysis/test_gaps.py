"""The reports between levels: states, reasons, what counts, and one pair explained."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kg.analysis.gaps import GapChoice, gaps
from kg.analysis.gaps.coverage import ACCEPTED
from kg.analysis.gaps.pairs import alignments, pair_explained
from kg.analysis.portrait import portrait
from kg.analysis.report import Report
from kg.errors import UsageError
from kg.link import Grade, Reasons, bundled_model
from kg.model import Edge, Graph, Linkage
from kg.store import open_store
from kg.wording import Language, Text
from tests.analysis.golden import check, part_of
from tests.analysis.levels import LOWER, LOWER_TEXTS, MARKET, UPPER, linkage, lower, upper

PAIR = f"{UPPER}|{LOWER}"
AS_OF = date(2025, 12, 31)


def graph_of(folder: Path, *linkages: Linkage) -> Graph:
    with open_store(str(folder / "kg.db")) as store:
        store.write(upper())
        store.write(lower())
        for found in linkages:
            store.link(found)
        return store.graph()


@pytest.fixture
def graph(tmp_path: Path) -> Graph:
    return graph_of(tmp_path, linkage())


@pytest.fixture
def report(graph: Graph) -> Report:
    return gaps(graph, GapChoice(AS_OF))


@pytest.mark.parametrize("language", list(Language))
def test_the_whole_report(report: Report, language: Language) -> None:
    check("gaps", report, language)


@pytest.mark.parametrize("language", list(Language))
def test_every_alignment(graph: Graph, language: Language) -> None:
    check("alignment", alignments(graph, GapChoice(AS_OF)), language)


def states(report: Report) -> list[str]:
    return [str(row["state"]) for row in part_of(report, PAIR).rows]


def test_every_state_follows_from_what_counts(report: Report) -> None:
    assert states(report) == ["已承接", "部分承接", "不适用", "未承接", "已承接", "待核"]


def test_only_accepted_ones_count_when_asked_for(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, linkage(t5="accepted"))
    found = gaps(graph, GapChoice(AS_OF, states=ACCEPTED))
    assert states(found) == ["待核", "待核", "不适用", "未承接", "已承接", "待核"]
    notes = [str(note) for note in part_of(found, PAIR).notes]
    assert "计入举措对应：人工确认 1 对；不计：程序建议 2 对，人工否定 1 对" in notes


def test_what_nobody_has_reviewed_is_not_called_a_gap(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, linkage(t2="stale", t5="accepted"))
    found = gaps(graph, GapChoice(AS_OF, states=ACCEPTED))
    rows = part_of(found, PAIR).rows
    assert [str(row["reason"]) for row in rows[:2]] == [
        "有程序建议 1 对，尚未审核",
        "有对应，但判断已过期，须重新审核；判断已过期 1 对",
    ]
    assert str(rows[3]["reason"]) == "没有计入的对应：“申报课题研究项目。”；人工否定 1 对"
    first, second = part_of(found, f"{PAIR}!sections").rows
    assert (first["uncovered"], first["unclear"], first["covered_share"]) == (0, 2, None)
    assert (second["uncovered"], second["unclear"]) == (1, 1)
    own = part_of(found, f"{PAIR}!own")
    assert [row["lower_keys"] for row in own.rows] == [(f"{LOWER}/一/2#2",)]
    assert "另有 2 条有程序建议的对应，尚未审核，不在表中" in map(str, own.notes)


def test_a_task_in_part_accepted_says_what_waits(tmp_path: Path) -> None:
    found = linkage(t1="accepted")
    more = next(e for e in found.edges if e.dst == f"{UPPER}/一/2#1")
    twice = replace(more, dst=f"{UPPER}/一/1#2")
    graph = graph_of(tmp_path, Linkage(LOWER, UPPER, (*found.edges, twice)))
    row = part_of(gaps(graph, GapChoice(AS_OF, states=ACCEPTED)), PAIR).rows[0]
    assert str(row["state"]) == "已承接"
    assert str(row["reason"]).endswith("；举措 2 条中 1 条有承接；另有程序建议 1 对，尚未审核")


def test_how_many_measures_of_a_task_are_covered(report: Report) -> None:
    part = part_of(report, PAIR)
    assert [(row["measures"], row["met_measures"]) for row in part.rows] == [
        (2, 1),
        (1, 1),
        (1, 0),
        (1, 0),
        (1, 1),
        (0, 0),
    ]
    assert str(part.rows[0]["reason"]).endswith("；举措 2 条中 1 条有承接")
    assert (
        "任务的状态按最好的一对定：有一条举措承接，即为已承接。上级举措 6 条中 2 条有承接；"
        "已承接的任务中 1 项只有部分举措有承接"
    ) in map(str, part.notes)
    first, second = part_of(report, f"{PAIR}!sections").rows
    assert (first["covered_measures"], second["covered_measures"]) == ("1/4", "1/2")


def doubted(edges: Iterable[Edge], chance: float) -> Linkage:
    """Both grades with a chance of their own, task 5 covered by a pair that is sure."""
    props = {"covered": "score", "partly": "related"}
    return Linkage(
        LOWER,
        UPPER,
        tuple(
            replace(e, props={**e.props, props[str(e.props["grade"])]: chance})
            if e.type == "ALIGNS_WITH" and e.dst != f"{UPPER}/二/5#1"
            else e
            for e in edges
        ),
    )


@pytest.mark.parametrize(("chance", "doubtful"), [(0.7, 1), (0.71, 0)])
def test_pairs_the_program_is_not_sure_of_are_counted(
    tmp_path: Path, chance: float, doubtful: int
) -> None:
    graph = graph_of(tmp_path, doubted(linkage().edges, chance))
    for report in (gaps(graph, GapChoice(AS_OF)), alignments(graph, GapChoice(AS_OF))):
        told = [str(n) for n in part_of(report, PAIR).notes if "把握不大" in str(n)]
        assert told[0].startswith(
            f"计入的对应：承接 2 对（其中把握不大 {doubtful} 对），"
            f"部分承接 1 对（其中把握不大 {doubtful} 对）"
        )
        assert ("不超过 70%" in told[0]) == bool(doubtful)
    named = [str(note) for note in part_of(gaps(graph, GapChoice(AS_OF)), f"{PAIR}!own").notes]
    assert any("也可能是自选动作：任务1 举措1、任务1 举措2" in n for n in named) == bool(doubtful)


def test_a_pair_that_a_person_accepted_is_not_uncertain(tmp_path: Path) -> None:
    accepted = doubted(linkage(t1="accepted", t2="accepted").edges, 0.2)
    (told,) = [
        str(note)
        for note in part_of(gaps(graph_of(tmp_path, accepted), GapChoice(AS_OF)), PAIR).notes
        if "把握不大" in str(note)
    ]
    assert told == "计入的对应：承接 2 对（其中把握不大 0 对），部分承接 1 对（其中把握不大 0 对）"


def test_reviewers_in_conflict_are_called_that_everywhere(tmp_path: Path) -> None:
    found = linkage(t2="unsure")
    edges = tuple(
        replace(e, props={**e.props, "judged": "conflict", "judged_by": "甲、乙"})
        if e.props.get("status") == "unsure"
        else e
        for e in found.edges
    )
    graph = graph_of(tmp_path, Linkage(LOWER, UPPER, edges))
    part = part_of(gaps(graph, GapChoice(AS_OF)), PAIR)
    assert str(part.rows[1]["reason"]).endswith("；冲突 1 对")
    assert any("；不计：人工否定 1 对，冲突 1 对" in str(note) for note in part.notes)
    row = part_of(alignments(graph, GapChoice(AS_OF)), PAIR).rows[1]
    assert str(row["status"]) == "冲突"


@pytest.mark.parametrize(
    ("status", "state"), [("unsure", "未承接"), ("stale", "已承接"), ("accepted", "已承接")]
)
def test_unsure_pairs_do_not_count_and_stale_ones_are_suggestions(
    tmp_path: Path, status: str, state: str
) -> None:
    found = gaps(graph_of(tmp_path, linkage(t1=status)), GapChoice(AS_OF))
    assert states(found)[0] == state


def test_every_state_has_a_reason_that_quotes_the_text(report: Report) -> None:
    reasons = [str(row["reason"]) for row in part_of(report, PAIR).rows]
    assert "“加强专利质押融资”承接“开展专利质押融资”" in reasons[0]
    assert "“支持商标品牌发展。”部分承接“打造区域品牌。”" in reasons[1]
    assert reasons[2].startswith("规则：起草本级自己的规划是上级自己的事（“编制江澜省")
    assert "“申报课题研究项目。”" in reasons[3]
    assert reasons[3].endswith("人工否定 1 对")
    assert reasons[4].endswith("原文受损，按恢复的文字判断（row-shifted。）")
    assert reasons[5] == "文字未能恢复：“■■■”"


def test_what_is_past_its_date_is_said_to_be_expired_and_no_more(report: Report) -> None:
    times = [str(row["time_state"]) for row in part_of(report, PAIR).rows]
    assert times == ["已到期（完成情况未载）", "无确定日期", "None", "None", "未到期", "None"]


def test_the_renewal_list_holds_what_has_expired_and_is_still_asked_for(report: Report) -> None:
    (row,) = part_of(report, f"{PAIR}!renewal").rows
    assert row["lower_keys"] == (f"{LOWER}/一/1#1",)
    assert str(row["serves"]) == "1 加强专利转化"
    assert row["due_on"] == date(2024, 6, 30)
    assert row["leads"] == (MARKET,)


def test_local_additions_have_no_alignment_that_counts(report: Report) -> None:
    rows = part_of(report, f"{PAIR}!own").rows
    assert [row["lower_keys"] for row in rows] == [(f"{LOWER}/一/2#2",)]


def test_sections_leave_out_what_cannot_be_judged(report: Report) -> None:
    first, second = part_of(report, f"{PAIR}!sections").rows
    assert (first["tasks"], first["covered"], first["not_applicable"]) == (3, 1, 1)
    assert first["covered_share"] == pytest.approx(1 / 2)
    assert (second["tasks"], second["covered"], second["unclear"]) == (3, 1, 1)
    assert second["covered_share"] == pytest.approx(1 / 2)


def test_documents_that_nobody_compared_have_no_gaps(tmp_path: Path) -> None:
    found = gaps(graph_of(tmp_path), GapChoice(AS_OF))
    assert found.parts == ()
    assert str(found.notes[0]).startswith("没有与其他层级比对的文件 2 份：")


def test_only_comparisons_with_a_document_where_it_is_named(graph: Graph) -> None:
    assert gaps(graph, GapChoice(AS_OF, frozenset({"另一份"}))).parts == ()
    assert gaps(graph, GapChoice(AS_OF, frozenset({LOWER}))).parts != ()


@pytest.mark.parametrize("swapped", [False, True])
def test_a_pair_explains_itself_for_a_memo(graph: Graph, swapped: bool) -> None:
    nodes = {n.key: n for n in graph.nodes}
    pair = [nodes[f"{LOWER}/一/1#1"], nodes[f"{UPPER}/一/1#1"]]
    report = pair_explained(graph, *(reversed(pair) if swapped else pair))
    assert str(report.notes[0]) == (
        f"《{LOWER}》 任务1 举措1（“加强专利质押融资”）承接{UPPER} 任务1 举措1"
        "（“开展专利质押融资”）。都讲质押融资；同类行动：融通资金；同属领域：金融；"
        "共有词句：“专利质押融资”。得分 0.90（按本领域概念词表；1 为最高，"
        "表示读者认为“承接”的可能）；程序建议，未经人工审核。"
    )
    texts = {str(r["aspect"]): r for r in report.parts[0].rows}
    assert texts["全文"]["lower"] == LOWER_TEXTS[f"{LOWER}/一/1#1"]


def test_a_quote_from_the_title_of_the_task_is_said_to_be_one(tmp_path: Path) -> None:
    found = linkage()
    titled = Reasons(title_quoted=True).as_json()
    edges = tuple(
        replace(e, props={**e.props, "reasons": titled, "upper_quote": "加强专利转化"})
        if e.dst == f"{UPPER}/一/1#1"
        else e
        for e in found.edges
    )
    graph = graph_of(tmp_path, Linkage(LOWER, UPPER, edges))
    first = part_of(gaps(graph, GapChoice(AS_OF)), PAIR).rows[0]
    assert str(first["reason"]).endswith(
        "“加强专利质押融资”承接任务标题“加强专利转化”；举措 2 条中 1 条有承接"
    )
    pair = part_of(alignments(graph, GapChoice(AS_OF)), PAIR).rows[0]
    assert str(pair["grounds"]) == "没有共有的概念或词句；上级原文引自任务标题"
    nodes = {n.key: n for n in graph.nodes}
    told = pair_explained(graph, nodes[f"{LOWER}/一/1#1"], nodes[f"{UPPER}/一/1#1"]).notes[0]
    assert "举措1（任务标题“加强专利转化”）" in str(told)


def test_the_legend_of_grades_gives_the_thresholds_of_the_model(graph: Graph) -> None:
    part = part_of(alignments(graph, GapChoice(AS_OF)), PAIR)
    legend = next(c.definition for c in part.columns if c.name == "grade")
    limits = bundled_model().thresholds
    for (_, grade), limit in limits.items():
        told = {float(n) for n in re.findall(r"0\.[0-9]+", legend.zh)}
        assert limit.least in told
        if grade is Grade.COVERED:
            assert f"{limit.of_best:.0%}" in legend.zh
            assert f"{limit.of_best * 100:.0f} %" in legend.en


def test_what_was_not_found_is_not_called_a_local_addition(report: Report) -> None:
    part = part_of(report, f"{PAIR}!own")
    assert part.title.zh.startswith("未找到上级对应（可能为自选动作）")
    (note,) = part.notes
    assert str(note).startswith(
        "没有找到计入的上级对应的举措 1 条，共 4 条；可能为自选动作，也可能"
    )


def test_two_measures_that_do_not_correspond_say_what_does(graph: Graph) -> None:
    nodes = {n.key: n for n in graph.nodes}
    with pytest.raises(UsageError) as caught:
        pair_explained(graph, nodes[f"{LOWER}/一/1#1"], nodes[f"{UPPER}/一/2#1"])
    assert caught.value.into(Language.ZH) == (
        f"这两条之间没有对应（{LOWER}/一/1#1 — {UPPER}/一/2#1）；应为："
        f"{LOWER}/一/1#1 {UPPER}/一/1#1；{LOWER}/一/1#2 {UPPER}/一/2#1。"
        "请kg report alignment 列出全部对应；人工补充用 kg review add"
    )


def test_a_judgement_is_told_with_who_and_when(graph: Graph) -> None:
    nodes = {n.key: n for n in graph.nodes}
    report = pair_explained(graph, nodes[f"{LOWER}/一/2#1"], nodes[f"{UPPER}/二/4#1"])
    told = report.notes[0]
    assert isinstance(told, Text)
    assert "人工否定：甲，2025-01-02" in told.zh


def test_a_node_shows_how_its_alignments_were_judged(tmp_path: Path) -> None:
    graph_of(tmp_path, linkage())
    with open_store(str(tmp_path / "kg.db")) as store:
        node = store.node(f"{UPPER}/二/4#1")
        assert node is not None
        (row,) = part_of(portrait(store, node), "ALIGNS_WITH<").rows
    assert str(row["judgement"]) == "部分承接，0.1，人工否定，甲，2025-01-02"
