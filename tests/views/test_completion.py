"""With a status ledger a view says what is done and what is late; without one it never does."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from kg.analysis.dossier import dossiers
from kg.analysis.status.status import Progress, Record, StatusLedger, state
from kg.model import Graph
from kg.views.agency import agency
from kg.views.alignment import alignment
from kg.views.catalogue import VIEWS
from kg.views.choice import Choice
from kg.views.completion import tally, told
from kg.views.deadlines import deadlines
from kg.views.document import document
from kg.views.scene import Caption, Scene, View
from kg.views.timing import TIMINGS, Timing, due_on, timing
from tests.views.conftest import AS_OF
from tests.views.recorded import all_done, recorded

PLAIN = Choice(as_of=AS_OF)
DONE_OR_LATE = {"in_time", "done_late", "done", "finished", "late", "last_open"}


@pytest.fixture(scope="module")
def choice(graph: Graph) -> Choice:
    return Choice(as_of=AS_OF, ledger=recorded(graph))


def kinds(scene: Scene) -> Counter[str]:
    return Counter(mark.kind for mark in scene.marks)


def facts(view: View, key: str) -> dict[str, str]:
    record = next(r for r in view.records if r.key == key)
    return {name.zh: getattr(words, "zh", str(words)) for name, words in record.facts}


def test_the_words_are_those_of_the_reports(graph: Graph, choice: Choice) -> None:
    assert choice.ledger is not None
    seen = set()
    for dossier in dossiers(graph):
        for entry in dossier.entries:
            day = due_on(entry)
            if day is not None:
                said = state(day, AS_OF, choice.ledger.latest(entry.key, AS_OF)).text
                assert TIMINGS[timing(entry, choice)] == said
                seen.add(said.zh)
    assert {"按期完成", "逾期完成", "逾期未完成", "已完成（完成日期未载）"} <= seen


@pytest.mark.parametrize("name", VIEWS)
def test_without_a_record_nothing_is_done_or_late(name: str, graph: Graph) -> None:
    empty = Choice(as_of=AS_OF, ledger=StatusLedger("kg-status.tsv"))
    plain, ledger = (VIEWS[name].make(graph, choice) for choice in (PLAIN, empty))
    for one, other in zip(plain.scenes, ledger.scenes, strict=True):
        assert one.marks == other.marks
        assert one.table == other.table
        assert not any(mark.kind.endswith(("-done", "-late")) for mark in one.marks)
        assert not {kind.rstrip("?") for kind in kinds(one)} & DONE_OR_LATE
        assert "逾期" not in one.finding.zh
    assert not any("完成情况：" in words.zh for words in plain.basis)
    assert ledger.basis[-1].zh == "完成情况：kg-status.tsv，记录 0 条"


@pytest.mark.parametrize("name", VIEWS)
def test_the_filter_and_the_table_have_the_states(name: str, graph: Graph, choice: Choice) -> None:
    scene = VIEWS[name].make(graph, choice).scenes[0]
    (facet,) = (facet for facet in scene.facets if facet.key == "state")
    assert {"in_time", "done_late", "done", "late", "last_open", "expired"} <= set(facet.values)
    words = {str(cell.zh) for row in scene.table.rows for cell in row.cells if hasattr(cell, "zh")}
    if name != "coordination":  # its table is of pairs of agencies
        assert {"按期完成", "逾期未完成", "已到期（完成情况未载）"} <= words


def test_a_lane_shows_what_is_done_and_late_by_shape(graph: Graph, choice: Choice) -> None:
    scene = deadlines(graph, choice).scenes[0]
    shapes = {kind.key: kind.shape.value for kind in scene.kinds}
    assert shapes["in_time"] == shapes["done_late"] == shapes["done"] == "triangle"
    assert shapes["late"] == "triangleDown"
    found = Counter(timing(e, choice) for d in dossiers(graph) for e in d.entries if due_on(e))
    assert sum(n for kind, n in kinds(scene).items() if kind != "lane") == 65
    done = found[Timing.IN_TIME] + found[Timing.DONE_LATE] + found[Timing.DONE]
    expired = found[Timing.EXPIRED] + found[Timing.LAST_OPEN]
    for words in (
        f"截至 2026-01-15 已完成 {done} 条（其中逾期 {found[Timing.DONE_LATE]} 条），",
        f"逾期未完成 {found[Timing.LATE]} 条，已到期（完成情况未载） {expired} 条",
    ):
        assert words in scene.finding.zh
    assert "late, not done: " in scene.finding.en


def test_an_agency_has_signs_on_what_is_done_and_late(graph: Graph, choice: Choice) -> None:
    (scene,) = agency(graph, choice).scenes
    found = kinds(scene)
    assert sum(found[kind] for kind in ("lead", "lead-done", "lead-late")) == 48
    assert found["lead-done"] > found["lead-late"] > 0
    for mark in scene.marks:
        assert str(mark.label).startswith("√") == mark.kind.endswith("-done")
        assert str(mark.label).startswith("！") == mark.kind.endswith("-late")
        assert not (mark.hollow and mark.kind.endswith(("-done", "-late")))
    assert f"逾期未完成 {found['lead-late'] + found['assist-late']} 条" in scene.finding.zh


def test_what_is_done_is_no_next_deadline(graph: Graph) -> None:
    city = next(d for d in dossiers(graph) if len(d.entries) == 60)
    early = date(2025, 1, 1)
    (open_,) = agency(graph, Choice(as_of=early)).scenes
    assert "下一个时限 2025-06-30" in open_.finding.zh
    ledger = all_done(city, date(2024, 12, 1))
    (done,) = agency(graph, Choice(as_of=early, ledger=ledger)).scenes
    assert "下一个时限" not in done.finding.zh
    assert kinds(done)["next"] == 0
    assert kinds(done)["lead-done"] == 48


def test_lower_measures_carry_the_state(graph: Graph, choice: Choice) -> None:
    (scene,) = alignment(graph, choice).scenes
    found = kinds(scene)
    lower = sum(n for kind, n in found.items() if kind.startswith(("lower", "own")))
    assert lower == 60
    for kind in ("lower-done", "lower-late", "lower-expired", "own-done"):
        assert found[kind] > 0
    for mark in scene.marks:
        if mark.kind.startswith(("lower", "own")):
            assert ("√" in str(mark.label)) == mark.kind.endswith("-done")
            assert ("！" in str(mark.label)) == mark.kind.endswith("-late")
    assert "已全部完成的 " in scene.finding.zh
    assert "项" in scene.finding.zh.partition("已全部到期（完成情况未载）的 ")[2]


def test_when_all_is_done_the_finding_says_so(graph: Graph) -> None:
    city = next(d for d in dossiers(graph) if len(d.entries) == 60)
    done = Choice(as_of=AS_OF, ledger=all_done(city, date(2022, 1, 1)))
    (scene,) = alignment(graph, done).scenes
    covered = kinds(scene)["covered"]
    assert f"已承接中 {covered} 项的市举措已全部完成；" in scene.finding.zh
    assert f"{covered} covered ones rest on done city measures only" in scene.finding.en
    assert not any("expired" in mark.kind for mark in scene.marks)


def test_a_tree_has_a_column_for_it(graph: Graph, choice: Choice) -> None:
    def columns(scene: Scene) -> Counter[str]:
        return Counter(str(d.words) for d in scene.drawings if isinstance(d, Caption))

    with_ledger, without = (document(graph, c).scenes[0] for c in (choice, PLAIN))
    found = columns(with_ledger)
    assert found["完成情况"] == 1
    assert found["√ 按期完成"] > 0
    assert found["！ 逾期未完成"] > 0
    assert "完成情况" not in columns(without)
    assert "逾期未完成" in with_ledger.finding.zh


def test_the_panel_quotes_the_record(graph: Graph, choice: Choice) -> None:
    view = deadlines(graph, choice)
    assert choice.ledger is not None
    (late, *_) = (
        e.key for d in dossiers(graph) for e in d.entries if timing(e, choice) is Timing.LATE
    )
    assert facts(view, late)["完成情况"] == "进行中（2025-12-01，张三）"
    assert facts(view, late)["状态"] == "逾期未完成"
    unnamed = next(e.key for e in dossiers(graph)[0].entries if e.key not in choice.ledger.records)
    assert "完成情况" not in facts(view, unnamed)


def test_what_has_no_last_day_is_done_or_without_a_word(graph: Graph, choice: Choice) -> None:
    province = next(d for d in dossiers(graph) if len(d.entries) == 32)
    found = Counter(timing(entry, choice) for entry in province.entries)
    assert set(found) == {Timing.FINISHED, Timing.NONE}
    scene = deadlines(graph, choice).scenes[1]
    assert all(str(mark.hint) == "已完成（没有截止日）" for mark in scene.marks
               if mark.kind.startswith("finished"))  # fmt: skip
    assert f"已完成 {found[Timing.FINISHED]} 条" in scene.finding.zh
    whole = [m for m in scene.marks if m.kind != "lane" and not m.kind.startswith("clause")]
    assert len({mark.x // 60 for mark in whole}) <= 2  # the one strip of what has no deadline


def test_what_does_not_count_is_said(graph: Graph) -> None:
    ledger = StatusLedger("账本.tsv", recorded(graph).records, ignored=("备注",))
    view = deadlines(graph, Choice(as_of=date(2025, 3, 1), ledger=ledger))
    later = ledger.later(date(2025, 3, 1))
    assert later > 0
    assert f"完成情况的记录中，晚于截至日的 {later} 条未计" in [note.zh for note in view.notes]
    assert "完成情况账本中没有用到的列：备注" in [note.zh for note in view.notes]
    assert "not used: 备注" in view.notes[-1].en


def test_a_tally_names_each_group_once() -> None:
    found = tally([Timing.IN_TIME, Timing.LATE, Timing.OPEN, Timing.UNDER_WAY, Timing.NONE])
    assert found.zh == "已完成 1 条，逾期未完成 1 条，未到期 2 条"
    assert found.en == "done: 1, late, not done: 1, not yet due: 2"
    assert tally([Timing.NONE]).zh == ""


@pytest.mark.parametrize(
    ("on", "by", "words"),
    [
        (date(2025, 5, 1), "张三", "已完成（2025-05-01，张三）"),
        (None, "张三", "已完成（张三）"),
        (None, "", "已完成"),
    ],
)
def test_a_record_in_words(on: date | None, by: str, words: str) -> None:
    assert told(Record("x", Progress.DONE, on, by, 2)).zh == words
