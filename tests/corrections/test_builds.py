"""Corrections of the bundled documents, through whole builds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from kg.corrections import Ledger, State, read_ledger
from kg.corrections.entry import Action, Entry
from kg.corrections.proposal import PartProposal, propose_name
from kg.corrections.sheet import appended
from kg.errors import InputError
from kg.loading import registry
from kg.model import Graph, Node, Place
from kg.outcome import BuildOutcome
from kg.pipeline import Knowledge, build
from kg.store import open_store
from tests.corrections.ledger_sample import ledger, line

PROVINCE = "闽知发〔2025〕14号"
TASK = f"{PROVINCE}/五/14"
GIVEN = "responsible=保护处、商标处"


class Bench:
    """A store, a ledger and a copy of the bundled province list."""

    def __init__(self, folder: Path) -> None:
        self.address = str(folder / "kg.db")
        (path,) = (p for p in registry().bundled_files() if PROVINCE in p.read_text("utf-8"))
        self.file = folder / path.name
        self.file.write_bytes(path.read_bytes())
        self.data = b""

    def build(self, book: Ledger | None = None) -> BuildOutcome:
        known = {d.key for d in self.graph().nodes} if Path(self.address).exists() else set()
        return build(
            [self.file],
            partial(open_store, self.address),
            knowledge=Knowledge(book or read_ledger(self.data, "更正.tsv")),
            stored=lambda: known,
        )

    def graph(self) -> Graph:
        with open_store(self.address) as store:
            return store.graph()

    def node(self, key: str) -> Node:
        with open_store(self.address) as store:
            node = store.node(key)
        assert node is not None
        return node

    def record(self, entry: Entry) -> None:
        self.data, _ = appended(self.data, entry)

    def change(self, old: str, new: str) -> None:
        text = self.file.read_text("utf-8")
        assert text.count(old) == 1
        self.file.write_text(text.replace(old, new), "utf-8", newline="")

    def printed(self, key: str) -> str:
        place = Place.parse(str(self.node(key).props["place"]))
        with open_store(self.address) as store:
            return "\n".join(hit.text for hit in store.source_lines(PROVINCE, place))


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """The province list built, task 14 given its bodies, and 省保护处 renamed."""
    bench = Bench(tmp_path)
    bench.build()
    graph = bench.graph()
    bench.record(PartProposal(graph).propose(bench.node(TASK), Action.AGENCIES, GIVEN))
    bench.record(propose_name(graph, Action.ALIAS, "省保护处", "福建省知识产权局保护一处", None))
    return bench


def led_by(graph: Graph) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for edge in graph.edges:
        if edge.type == "LEADS":
            found.setdefault(edge.dst, []).append(edge.src)
    return found


def issues(graph: Graph, owner: str) -> dict[str, Mapping[str, object]]:
    nodes = {n.key: n for n in graph.nodes}
    edges = (e for e in graph.edges if e.type == "HAS_ISSUE" and e.src == owner)
    return {str(nodes[e.dst].props["code"]): nodes[e.dst].props for e in edges}


def states(outcome: BuildOutcome) -> list[State]:
    return [o.state for o in outcome.corrections]


def test_corrections_hold_over_builds_and_a_wipe(bench: Bench) -> None:
    before = bench.graph()
    assert f"{TASK}#1" not in led_by(before)
    assert states(bench.build()) == [State.APPLIED, State.APPLIED]
    graph = bench.graph()
    for key in (f"{TASK}#1", f"{TASK}#2"):
        assert led_by(graph)[key] == ["agency:福建省知识产权局保护处"]
        own = issues(graph, key)
        assert own["agency-missing"]["severity"] == "info"
        assert (own["corrected"]["was"], own["corrected"]["became"]) == ("", GIVEN)
    (renamed,) = [e for e in graph.edges if e.props.get("as_printed") == "省保护处"]
    assert (renamed.src, renamed.props["rule"]) == ("agency:福建省知识产权局保护一处", "alias")
    assert "省保护处" in bench.printed(renamed.dst)
    assert bench.printed(f"{TASK}#1") == bench.file.read_text("utf-8").split("\n")[48].strip()

    again = bench.build()
    assert [loaded.changed for loaded in again.loaded] == [False]
    Path(bench.address).unlink()
    assert states(bench.build()) == [State.APPLIED, State.APPLIED]
    assert bench.graph() == graph


def test_what_is_taken_out_of_the_ledger_no_longer_holds(bench: Bench) -> None:
    before = bench.graph()
    bench.build()
    bench.data = b""
    assert bench.build().corrections == ()
    assert bench.graph() == before


def test_a_changed_cell_makes_stale_and_changes_nothing_else(bench: Bench) -> None:
    bench.build()
    bench.change("，省保护处、运用处", "，省保障处、运用处")
    outcome = bench.build()
    graph = bench.graph()
    assert states(outcome) == [State.APPLIED, State.STALE]
    assert issues(graph, PROVINCE)["correction-stale"]["was"] == "省保护处"
    assert not any(e.src.endswith("保护一处") for e in graph.edges)


def test_a_measure_with_other_bodies_is_stale(bench: Bench) -> None:
    key = f"{PROVINCE}/二/5#1"
    proposal = PartProposal(bench.graph()).propose(bench.node(key), Action.AGENCIES, "lead=商标处")
    assert proposal.was == "responsible=保护处、省知识产权保护中心、各地知识产权管理部门"
    bench.data, _ = appended(b"", proposal)
    assert states(bench.build()) == [State.APPLIED]
    assert led_by(bench.graph())[key] == ["agency:福建省知识产权局商标处"]
    row = next(x for x in bench.file.read_text("utf-8").split("\n") if "5. 推进数据" in x)
    bench.change(row, row.replace("保护处，省知识产权保护中心", "运用处，省知识产权保护中心"))
    assert states(bench.build()) == [State.STALE]
    graph = bench.graph()
    assert led_by(graph)[key] == ["agency:福建省知识产权局运用处"]
    assert issues(graph, key)["correction-stale"]["was"] == proposal.was


def test_a_row_inserted_above_moves_nothing(bench: Bench) -> None:
    lines = bench.file.read_text("utf-8").split("\n")
    at = next(i for i, x in enumerate(lines) if "14. 加强涉外" in x)
    new = "14. 新增一项任务\t开展一项新的工作，形成长效机制。\t运用处"
    lines.insert(at, new)
    text = "\n".join(lines)
    for n in range(24, 13, -1):
        text = text.replace(f"{n}. ", f"{n + 1}. ").replace(f"\n{n}.", f"\n{n + 1}.")
    bench.file.write_text(text, "utf-8", newline="")
    outcome = bench.build()
    graph = bench.graph()
    (moved,) = [n.key for n in graph.nodes if n.props.get("title") == "加强涉外知识产权保护"]
    assert outcome.corrections[0].state is State.APPLIED
    assert led_by(graph)[f"{moved}#1"] == ["agency:福建省知识产权局保护处"]


def test_an_unknown_key_by_hand_loads_nothing(bench: Bench) -> None:
    bench.build()
    before = bench.graph()
    book = ledger(line("agencies", f"{PROVINCE}/九/99#9", GIVEN, document=PROVINCE))
    with pytest.raises(InputError, match=r"没有这个键：.*（更正\.tsv 第 2 行）"):
        bench.build(book)
    assert bench.graph() == before
    Path(bench.address).unlink()
    with pytest.raises(InputError):
        bench.build(book)
    assert not Path(bench.address).exists()


def test_a_correction_of_a_document_not_read_waits(bench: Bench) -> None:
    bench.build()
    other = line("agencies", "别文/一/1#1", "lead=甲局", document="别文")
    with pytest.raises(InputError, match="没有这份文件：别文"):
        bench.build(ledger(other))
    sealed_line = bench.data.decode().splitlines()[2]
    assert states(bench.build(ledger(sealed_line))) == [State.APPLIED]
    bench.file = next(p for p in registry().bundled_files() if p.name != bench.file.name)
    Path(bench.address).unlink()
    assert states(bench.build(ledger(sealed_line))) == [State.WAITING]
