"""A person's word on whether a task is meant for the level below: state, reason, what counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.analysis.brief.gaps import gap_parts
from kg.analysis.gaps import GapChoice, gaps
from kg.analysis.gaps.coverage import ACCEPTED
from kg.analysis.gaps.pairs import alignments
from kg.analysis.report import Report
from kg.model import Edge, Graph, Linkage, Value
from kg.wording import Language
from tests.analysis.golden import check, part_of
from tests.analysis.levels import LOWER, MARKET, UPPER, linkage
from tests.analysis.test_gaps import AS_OF, PAIR, graph_of, states


def word(task: str, *, judged: str = "exempt", status: str = "applied", **props: Value) -> Edge:
    """Return a person's word on an upper task and the lower document."""
    decided: dict[str, Value] = {"exempt": judged == "exempt"} if status == "applied" else {}
    both: dict[str, Value] = {"document_key": LOWER, "upper_document_key": UPPER}
    who: dict[str, Value] = {"judged_by": "张三", "judged_on": "2025-11-01", "status": status}
    about = {**both, **who, "judged": judged, **decided, **props}
    return Edge(LOWER, "EXEMPT_FROM", f"{UPPER}/{task}", about)


def graph_with(folder: Path, *words: Edge, **statuses: str) -> Graph:
    found = linkage(**statuses)
    return graph_of(folder, Linkage(LOWER, UPPER, (*found.edges, *words)))


def report_with(folder: Path, *words: Edge, **statuses: str) -> Report:
    return gaps(graph_with(folder, *words, **statuses), GapChoice(AS_OF))


def reasons(report: Report) -> list[str]:
    return [str(row["reason"]) for row in part_of(report, PAIR).rows]


def notes(report: Report) -> list[str]:
    return [str(note) for note in part_of(report, PAIR).notes]


@pytest.mark.parametrize("language", list(Language))
def test_the_whole_report(tmp_path: Path, language: Language) -> None:
    graph = graph_with(
        tmp_path,
        word("一/1", comment="省里自己的事"),
        word("一/2", status="stale", judged="meant"),
        word("一/3", judged="meant", comment="市里也编"),
        word("二/4", status="conflict", judged="conflict", comment="张三 不适用；李四 适用"),
        word("二/5", status="conflict"),
        word("二/6"),
        t5="accepted",
    )
    check("gaps-exempt", gaps(graph, GapChoice(AS_OF)), language)


def test_a_persons_word_sets_suggestions_aside(tmp_path: Path) -> None:
    found = report_with(tmp_path, word("一/1", comment="省里自己的事"))
    assert states(found)[0] == "不适用"
    assert reasons(found)[0] == (
        "人工：不适用（张三，2025-11-01，省里自己的事）；计入的对应 1 对因此搁置；"
        "“开展专利质押融资。”；“建设运营中心。”"
    )
    first = part_of(found, PAIR).rows[0]
    assert (first["counterparts"], first["lower_keys"], first["time_state"]) == (None, (), None)
    told = notes(found)
    assert told[1] == "其中凭人工判断的 1 项：判为不适用 1"
    assert told[3] == (
        "计入举措对应：人工确认 0 对，程序建议 2 对，判断已过期 0 对；不计：人工否定 1 对；"
        "因任务判为不适用而搁置 1 对"
    )


def test_what_is_set_aside_counts_nowhere(tmp_path: Path) -> None:
    graph = graph_with(tmp_path, word("一/1"))
    found = gaps(graph, GapChoice(AS_OF))
    assert part_of(found, f"{PAIR}!renewal").rows == ()
    own = [row["lower_keys"] for row in part_of(found, f"{PAIR}!own").rows]
    assert own == [(f"{LOWER}/一/1#1",), (f"{LOWER}/一/2#2",)]
    first, _ = part_of(found, f"{PAIR}!sections").rows
    assert (first["covered"], first["not_applicable"]) == (0, 2)
    # The pair itself is there for whoever looks for it.
    pairs = part_of(alignments(graph, GapChoice(AS_OF)), PAIR)
    assert (f"{LOWER}/一/1#1", f"{UPPER}/一/1#1") in {row["pair_keys"] for row in pairs.rows}
    agency = next(n for n in graph.nodes if n.props.get("name") == MARKET)
    closed = [
        row["upper_keys"] for p in gap_parts(graph, agency, frozenset(), AS_OF) for row in p.rows
    ]
    assert (f"{UPPER}/一/1",) not in closed


def test_an_accepted_pair_and_an_exemption_contradict_each_other(tmp_path: Path) -> None:
    found = report_with(tmp_path, word("一/1", status="conflict"), t1="accepted")
    assert states(found)[0] == "已承接"
    assert reasons(found)[0].endswith(
        "；人工：冲突，有确认的对应，又判为不适用（张三，2025-11-01）"
    )
    assert notes(found)[1] == (
        "其中凭人工判断的 1 项：确认的对应 1；适用与否没有定论（过期、冲突）的 1 项，未采用"
    )


def test_that_a_task_is_meant_overrules_the_rule(tmp_path: Path) -> None:
    found = report_with(tmp_path, word("一/3", judged="meant", comment="市里也编"))
    assert states(found)[2] == "未承接"
    assert reasons(found)[2] == (
        "下级文件中没有找到对应：“研究编制江澜省‘十五五’知识产权规划。”；"
        "人工：适用（张三，2025-11-01，市里也编）；"
        "因此不用规则：起草本级自己的规划是上级自己的事（“编制江澜省“十五五”知识产权规划”）"
    )
    assert notes(found)[1] == "其中凭人工判断的 1 项：判为适用（不用规则） 1"


def test_where_nothing_is_decided_the_rule_stays(tmp_path: Path) -> None:
    found = report_with(tmp_path, word("一/3", judged="meant", status="stale"))
    assert states(found)[2] == "不适用"
    assert reasons(found)[2].endswith(
        "；人工：任务文字已变，原判“适用”不再算数（张三，2025-11-01）"
    )
    said = "张三 2025-11-01 不适用；李四 2025-11-01 适用"
    found = report_with(tmp_path, word("二/4", judged="conflict", status="conflict", comment=said))
    assert states(found)[3] == "未承接"
    assert f"；人工：冲突，各人判断不同（{said}）" in reasons(found)[3]


def test_a_person_may_know_what_a_damaged_task_was(tmp_path: Path) -> None:
    found = report_with(tmp_path, word("二/6"))
    assert states(found)[5] == "不适用"
    assert reasons(found)[5].endswith("；“无法识读”；原文受损（task-empty。）")


def test_only_accepted_pairs_can_be_set_aside_where_only_they_count(tmp_path: Path) -> None:
    graph = graph_with(tmp_path, word("一/1"))
    found = gaps(graph, GapChoice(date(2025, 1, 1), states=ACCEPTED))
    assert "搁置" not in "".join((*reasons(found), *notes(found)))
