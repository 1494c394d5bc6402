"""The report of quality: damage, and the answers it touches."""

from __future__ import annotations

import pytest

from kg.analysis.dossier import Selection, dossiers
from kg.analysis.quality.aspects import Aspect, aspects_of
from kg.analysis.quality.effects import Effect, effects
from kg.analysis.quality.report import quality
from kg.model import Edge, Graph, Node, Value
from kg.wording import Language
from tests.analysis.contents import CLEAN, DAMAGED, GARBLED, MARKET, OFFICE, TABLE
from tests.analysis.golden import check, part_of, rows_of


def effects_of(graph: Graph, key: str) -> dict[Aspect, Effect]:
    (dossier,) = dossiers(graph, frozenset({key}))
    return {effect.aspect: effect for effect in effects(dossier)}


def keys_of(effect: Effect) -> list[str]:
    return [entry.key for entry in effect.entries]


def with_issue(graph: Graph, owner: str, code: str, place: str | None = None) -> Graph:
    """Return the graph with one more issue, a warning, on a node of the table."""
    props = {"document_key": TABLE, "code": code, "severity": "warning", "message": "", "was": ""}
    issue = Node(f"{owner}!{code}", "Issue", {**props, **({"place": place} if place else {})})
    edge = Edge(owner, "HAS_ISSUE", issue.key, {"document_key": TABLE})
    return Graph((*graph.nodes, issue), (*graph.edges, edge))


@pytest.mark.parametrize("language", list(Language))
def test_the_whole_report(content: Graph, language: Language) -> None:
    check("quality", quality(content), language)


def test_the_state_of_each_document(content: Graph) -> None:
    part = part_of(quality(content), "documents")
    rows = rows_of(part, "document_keys")
    damaged = rows[str((DAMAGED,))]
    assert [damaged[n] for n in ("errors", "warnings", "infos")] == [2, 5, 2]
    assert [damaged[n] for n in ("set_aside", "applied", "stale", "unused")] == [2, 1, 1, 1]
    assert (damaged["touched"], damaged["touched_share"]) == (2, 1.0)
    assert str(damaged["state"]) == "错误"
    assert str(rows[str((CLEAN,))]["state"]) == "没有问题"
    assert "没有任何问题的 2 份" in str(part.notes[0])


def test_a_document_without_any_issue_says_so(content: Graph) -> None:
    report = quality(content, Selection(frozenset({CLEAN})))
    for key, words in ((CLEAN, "no issue at all"), (f"{CLEAN}!answers", "no answer is touched")):
        part = part_of(report, key)
        assert part.rows == ()
        assert words in part.notes[0].en


def test_issues_are_counted_by_severity_and_code_the_gravest_first(content: Graph) -> None:
    part = part_of(quality(content), "codes")
    assert [str(r["severity"]) for r in part.rows] == ["错误"] * 2 + ["警告"] * 5 + ["提示"] * 2
    assert part.totals == {"issues": 9}


def test_every_issue_with_place_was_and_became(content: Graph) -> None:
    rows = rows_of(part_of(quality(content), DAMAGED), "code")
    row = rows["agency-malformed"]
    assert [row[n] for n in ("place", "about", "was", "became")] == [
        "L2", "#1", "保护等处", "保护处？",
    ]  # fmt: skip
    assert {code for code, r in rows.items() if r["is_set_aside"]} == {"note-row", "row-unplaced"}
    states = {code: str(r["correction"]) for code, r in rows.items() if r["correction"]}
    assert states == {
        "corrected": "已采用", "correction-stale": "已过期", "correction-unused": "未用上",
    }  # fmt: skip


def test_measures_without_an_agency_are_found_without_any_issue(content: Graph) -> None:
    edges = tuple(e for e in content.edges if e.dst != f"{TABLE}/二/3#1" or e.type != "ASSISTS")
    found = effects_of(Graph(content.nodes, edges), TABLE)
    assert keys_of(found[Aspect.AGENCIES]) == [f"{TABLE}/二/3#1"]
    assert list(found) == [Aspect.AGENCIES]
    assert Aspect.AGENCIES not in effects_of(content, TABLE)


def test_an_agency_given_by_a_correction_is_no_longer_missing(content: Graph) -> None:
    role: dict[str, Value] = {
        "basis": "explicit",
        "role_text": "",
        "order": 1,
        "as_printed": "",
        "scope": "own",
    }
    given = Edge(f"agency:{OFFICE}", "LEADS", f"{DAMAGED}#2", {"document_key": DAMAGED, **role})
    assert Aspect.AGENCIES in effects_of(content, DAMAGED)
    corrected = effects_of(Graph(content.nodes, (*content.edges, given)), DAMAGED)
    assert Aspect.AGENCIES not in corrected


def test_a_name_in_doubt_touches_its_own_body_alone(content: Graph) -> None:
    effect = effects_of(content, DAMAGED)[Aspect.NAMES]
    assert (keys_of(effect), effect.bodies) == ([f"{DAMAGED}#1"], (GARBLED,))


def test_a_recovered_role_touches_every_body_of_its_measure(content: Graph) -> None:
    graph = with_issue(content, f"{TABLE}/一/1#2", "cell-inherited")
    assert sorted(effects_of(graph, TABLE)[Aspect.ROLES].bodies) == sorted(
        ["澄湖市科学技术局", MARKET]
    )


@pytest.mark.parametrize(
    ("owner", "touched"),
    [
        (f"{TABLE}/一", ["一/1#1", "一/1#2", "一/2#1"]),
        (f"{TABLE}/一/1", ["一/1#1", "一/1#2"]),
        (TABLE, ["一/1#1", "一/1#2", "一/2#1", "二/3#1"]),
    ],
)
def test_a_recovered_heading_touches_what_stands_below_it(
    content: Graph, owner: str, touched: list[str]
) -> None:
    effect = effects_of(with_issue(content, owner, "number-gap"), TABLE)[Aspect.SECTIONS]
    assert [entry.reference for entry in effect.entries] == touched


def test_an_issue_of_the_document_touches_the_measure_printed_at_its_place(content: Graph) -> None:
    effect = effects_of(content, DAMAGED)[Aspect.WORDS]
    assert keys_of(effect) == [f"{DAMAGED}#1"]
    graph = with_issue(content, f"{TABLE}/一/1#1", "deadline-unreadable")
    assert keys_of(effects_of(graph, TABLE)[Aspect.DEADLINES]) == [f"{TABLE}/一/1#1"]


def test_a_correction_without_a_place_touches_no_measure(content: Graph) -> None:
    found = effects_of(content, DAMAGED)
    assert keys_of(found[Aspect.STALE]) == keys_of(found[Aspect.UNUSED]) == []
    assert keys_of(found[Aspect.CORRECTED]) == [f"{DAMAGED}#2"]


def test_an_unknown_code_is_not_passed_over(content: Graph) -> None:
    effect = effects_of(content, DAMAGED)[Aspect.OTHER]
    assert keys_of(effect) == [f"{DAMAGED}#2"]
    assert aspects_of(Node("k", "Issue", {"code": "new", "severity": "info"})) == ()


def test_answers_are_computed_and_counted(content: Graph) -> None:
    rows = part_of(quality(content), f"{DAMAGED}!answers").rows
    first = rows[0]
    assert first["answers"] == ("workload", "coordination")
    assert (first["touched"], first["touched_share"], first["issues"]) == (1, 0.5, 1)
    assert first["touched_keys"] == (f"{DAMAGED}#2",)
    assert first["codes"] == ("agency-missing ×1",)
    assert rows[1]["bodies"] == (f"{GARBLED} ×1",)


def test_an_empty_store_says_so() -> None:
    assert quality(Graph((), ())).parts == ()


def test_messages_that_differ_are_not_passed_off_as_one(content: Graph) -> None:
    graph = with_issue(content, f"{TABLE}/一", "agency-malformed")
    rows = rows_of(part_of(quality(graph), "codes"), "code")
    assert (rows["agency-malformed"]["issues"], rows["agency-malformed"]["message"]) == (2, None)
    assert str(rows["row-unplaced"]["message"]) == "说明 row-unplaced"
