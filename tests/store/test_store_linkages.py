"""What joins two documents, on every store."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import permutations, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import SchemaError
from kg.model import Contribution, Edge, Graph, Kinds, Linkage, Value
from kg.store import Store, open_store
from kg.store.copying import copied
from kg.wording import Language
from tests.store.conftest import STORES
from tests.store.contributions import (
    CITY,
    MARKET,
    MEASURES,
    PROVINCE,
    agency,
    document,
    expected,
    linkage,
)

NATION = "国发〔2021〕20号"
PAPERS = {key: document(key) for key in (CITY, PROVINCE, NATION)}


@pytest.fixture
def filled(store: Store) -> Store:
    """Return a store with three documents that nothing joins."""
    for paper in PAPERS.values():
        store.write(paper)
    return store


def test_a_linkage_is_read_back(filled: Store) -> None:
    joined = linkage()
    assert filled.linkages() == ()
    assert filled.link(joined)
    assert filled.linkages() == (joined,)
    assert filled.graph() == expected(*PAPERS.values(), linked=[joined])
    assert filled.info().edges["ALIGNS_WITH"] == 2
    assert filled.info().edges["COMPARED_WITH"] == 1


def test_a_graph_of_some_kinds_is_that_part_of_the_whole(filled: Store) -> None:
    filled.link(linkage())
    for labels, types, starting in (
        ({"Measure", "Agency"}, {"LEADS", "ASSISTS"}, set()),
        ({"Measure", "Document"}, {"LEADS", "ALIGNS_WITH", "COMPARED_WITH"}, set()),
        ({"Measure", "Task"}, {"ALIGNS_WITH"}, {("ALIGNS_WITH", "Measure")}),
        ({"Measure", "Task"}, {"ALIGNS_WITH", "HAS_MEASURE"}, {("ALIGNS_WITH", "Task")}),
        ({"Agency"}, {"LEADS"}, set()),
        (set(), {"LEADS"}, set()),
        ({"Measure"}, set(), set()),
    ):
        kinds = Kinds(frozenset(labels), frozenset(types), frozenset(starting))
        for keys in (None, [CITY], [CITY, PROVINCE]):
            assert filled.graph(keys, kinds) == kinds.of(filled.graph(keys))
    roles = Kinds(frozenset({"Measure", "Agency"}), frozenset({"LEADS", "ASSISTS"}))
    assert {e.type for e in filled.graph(kinds=roles).edges} == roles.types
    assert {n.label for n in filled.graph([CITY], roles).nodes} == roles.labels


def test_linking_the_same_again_changes_nothing(filled: Store) -> None:
    joined = linkage(pairs=((1, 1), (2, 1), (3, 2)))
    assert filled.link(joined)
    assert not filled.link(joined)
    assert not filled.link(replace(joined, edges=joined.edges[::-1]))
    assert filled.linkages() == (joined,)


@pytest.mark.parametrize(
    "changed",
    [
        linkage(pairs=((2, 3),)),
        linkage(pairs=()),
        replace(linkage(), edges=linkage().edges[:1] + linkage(pairs=()).edges[-1:]),
    ],
    ids=["other measures", "no measures", "fewer"],
)
def test_a_changed_linkage_replaces_the_old_one_whole(filled: Store, changed: Linkage) -> None:
    other = linkage(CITY, NATION)
    filled.link(linkage(pairs=((1, 1), (1, 2))))
    filled.link(other)
    assert filled.link(changed)
    assert filled.linkages() == tuple(sorted((changed, other), key=lambda x: x.upper_key))
    assert filled.graph() == expected(*PAPERS.values(), linked=[changed, other])


def test_a_changed_judgement_is_a_change(filled: Store) -> None:
    joined = linkage()
    judged = tuple(
        replace(e, props={**e.props, "status": "accepted", "judged": "accepted", "reasons": "{}"})
        if e.type == "ALIGNS_WITH"
        else e
        for e in joined.edges
    )
    filled.link(joined)
    assert filled.link(replace(joined, edges=judged))
    assert filled.linkages() == (replace(joined, edges=judged),)


def test_linkages_of_one_document(filled: Store) -> None:
    up, over, above = linkage(), linkage(CITY, NATION), linkage(PROVINCE, NATION)
    for joined in (above, over, up):
        filled.link(joined)
    assert filled.linkages(CITY) == tuple(sorted((up, over), key=lambda x: x.upper_key))
    assert set(map(_pair, filled.linkages(NATION))) == {(CITY, NATION), (PROVINCE, NATION)}
    assert filled.linkages("没有这个文件") == ()
    assert filled.linkages("\ud800") == filled.linkages("\0") == ()
    assert [_pair(x) for x in filled.linkages()] == sorted(map(_pair, (up, over, above)))


def test_a_part_of_the_graph_holds_what_joins_its_documents(filled: Store) -> None:
    up, over = linkage(), linkage(CITY, NATION)
    filled.link(up)
    filled.link(over)
    assert filled.graph([CITY]) == expected(PAPERS[CITY])
    assert filled.graph([PROVINCE, CITY]) == expected(PAPERS[CITY], PAPERS[PROVINCE], linked=[up])
    assert filled.graph([PROVINCE, NATION]) == expected(PAPERS[PROVINCE], PAPERS[NATION])


def test_edges_of_a_node_hold_what_joins_it(filled: Store) -> None:
    joined = linkage(pairs=((1, 2),))
    filled.link(joined)
    for key in (f"{CITY}#1.1", f"{PROVINCE}#1.2", CITY, PROVINCE, f"{PROVINCE}#1"):
        touching = [e for e in joined.edges if key in (e.src, e.dst)]
        assert touching
        assert [e for e in filled.edges_of(key) if e in joined.edges] == touching


def test_a_contribution_is_without_what_joins_it(filled: Store) -> None:
    before = filled.contribution(CITY)
    filled.link(linkage())
    assert filled.contribution(CITY) == before
    assert before is not None
    assert not filled.write(before)


@pytest.mark.parametrize("key", [CITY, PROVINCE], ids=["lower", "upper"])
def test_a_changed_document_loses_its_linkages(filled: Store, key: str) -> None:
    kept = linkage(*((PROVINCE, NATION) if key == CITY else (CITY, NATION)))
    filled.link(linkage())
    filled.link(kept)
    changed = document(key, title="任务分解表（修订）")
    assert filled.write(changed)
    assert filled.linkages() == (kept,)
    assert filled.graph() == expected(*(PAPERS | {key: changed}).values(), linked=[kept])
    assert filled.write(PAPERS[key])
    assert filled.linkages() == (kept,)


def test_a_write_that_changes_nothing_keeps_linkages(filled: Store) -> None:
    filled.link(linkage())
    assert not filled.write(PAPERS[CITY])
    assert not filled.write(PAPERS[PROVINCE])
    assert filled.linkages() == (linkage(),)


def test_shared_nodes_that_are_described_otherwise_keep_linkages(filled: Store) -> None:
    """What the document itself contributes is as before; only what it shares is written anew."""
    other = agency(MARKET, level="city")
    filled.link(linkage())
    nodes = tuple(other if n.key == other.key else n for n in PAPERS[NATION].shared_nodes)
    assert filled.write(replace(PAPERS[NATION], shared_nodes=nodes))
    assert filled.write(PAPERS[CITY])
    assert filled.linkages() == (linkage(),)
    assert filled.write(replace(PAPERS[CITY], shared_nodes=nodes))
    assert filled.linkages() == (linkage(),)
    assert filled.node(other.key) == other


@pytest.mark.parametrize("key", [CITY, PROVINCE], ids=["lower", "upper"])
def test_a_withdrawn_document_takes_its_linkages_along(filled: Store, key: str) -> None:
    kept = linkage(*((PROVINCE, NATION) if key == CITY else (CITY, NATION)))
    filled.link(linkage())
    filled.link(kept)
    assert filled.delete_document(key)
    assert filled.linkages() == (kept,)
    filled.write(PAPERS[key])
    assert filled.graph() == expected(*PAPERS.values(), linked=[kept])


def test_unlinking(filled: Store) -> None:
    filled.link(linkage())
    filled.link(linkage(PROVINCE, NATION))
    assert not filled.unlink(PROVINCE, CITY)
    assert not filled.unlink(CITY, "没有这个文件")
    assert not filled.unlink("\ud800", CITY)
    assert filled.unlink(CITY, PROVINCE)
    assert not filled.unlink(CITY, PROVINCE)
    assert filled.linkages() == (linkage(PROVINCE, NATION),)
    assert filled.graph() == expected(*PAPERS.values(), linked=[linkage(PROVINCE, NATION)])


def test_the_graph_does_not_depend_on_the_order_of_linking(filled: Store) -> None:
    joined = (linkage(), linkage(CITY, NATION), linkage(PROVINCE, NATION))
    for order in permutations(joined):
        for each in joined:
            filled.unlink(each.lower_key, each.upper_key)
        for each in order:
            filled.link(each)
        assert filled.graph() == expected(*PAPERS.values(), linked=joined)


def _aligned(src: str, dst: str, **props: Value) -> Edge:
    held: dict[str, Value] = {
        "document_key": CITY,
        "upper_document_key": PROVINCE,
        "grade": "covered",
    }
    return Edge(src, "ALIGNS_WITH", dst, held | {"status": "suggested", "method": "words"} | props)


UNFIT: dict[str, tuple[Linkage, str]] = {
    "lower document unknown": (linkage("没有"), "the Document node is missing: 没有"),
    "upper document unknown": (linkage(upper="没有"), "the Document node is missing: 没有"),
    "impossible key": (linkage(upper="\ud800"), "the Document node is missing"),
    "a node nobody has": (linkage(pairs=((1, 9),)), f"endpoint missing: {CITY}#1.1 -ALIGNS_WITH->"),
    "a node of a third document": (
        Linkage(CITY, PROVINCE, (*linkage().edges, _aligned(f"{CITY}#1.1", f"{NATION}#1.1"))),
        f"endpoint missing: {CITY}#1.1 -ALIGNS_WITH-> {NATION}#1.1",
    ),
    "the wrong way round": (
        Linkage(CITY, PROVINCE, (*linkage().edges, _aligned(f"{PROVINCE}#1", f"{CITY}#1"))),
        "endpoint missing",
    ),
    "a shared node": (
        Linkage(CITY, PROVINCE, (*linkage().edges, _aligned(f"{CITY}#1.1", agency(MARKET).key))),
        "endpoint missing",
    ),
    "measure to task": (
        Linkage(CITY, PROVINCE, (*linkage().edges, _aligned(f"{CITY}#1.1", f"{PROVINCE}#1"))),
        "ALIGNS_WITH may not link Measure to Task",
    ),
    "no comparison": (Linkage(CITY, PROVINCE, linkage().edges[1:]), "COMPARED_WITH is missing"),
    "itself": (linkage(CITY, CITY), "a document cannot be compared with itself"),
    "no number": (
        Linkage(
            CITY,
            PROVINCE,
            (*linkage().edges, _aligned(f"{CITY}#1.2", f"{PROVINCE}#1.2", score=float("nan"))),
        ),
        f"not a number: score of {CITY}#1.2 -ALIGNS_WITH-> {PROVINCE}#1.2: nan",
    ),
    "half a character": (
        Linkage(
            CITY,
            PROVINCE,
            (*linkage().edges, _aligned(f"{CITY}#1.2", f"{PROVINCE}#1.2", comment="半\ud800")),
        ),
        "text holds NUL or half a surrogate pair: comment of",
    ),
}


@pytest.mark.parametrize("case", sorted(UNFIT))
def test_a_linkage_that_does_not_fit_is_refused_and_changes_nothing(
    filled: Store, case: str
) -> None:
    filled.link(linkage())
    unfit, text = UNFIT[case]
    with pytest.raises(SchemaError) as refusal:
        filled.link(unfit)
    assert text in refusal.value.into(Language.EN)
    assert filled.linkages() == (linkage(),)
    assert filled.graph() == expected(*PAPERS.values(), linked=[linkage()])


def test_a_store_opened_again_holds_the_linkages(opener: Callable[[], Store]) -> None:
    with opener() as first:
        for paper in PAPERS.values():
            first.write(paper)
        first.link(linkage())
    with opener() as second:
        assert second.linkages() == (linkage(),)
        assert not second.link(linkage())


def test_copying_takes_linkages_along(filled: Store, tmp_path: Path) -> None:
    filled.link(linkage())
    filled.link(linkage(PROVINCE, NATION, ((1, 1), (2, 2))))
    with open_store(str(tmp_path / "other.db")) as other:
        assert [found.changed for found in copied(filled, other)] == [True] * 3
        assert other.graph() == filled.graph()
        assert other.linkages() == filled.linkages()
        assert [found.changed for found in copied(other, filled)] == [False] * 3
        assert filled.linkages() == other.linkages()


@dataclass(slots=True)
class Model:
    """What a store should hold, told by the sentences of the protocol."""

    papers: dict[str, Contribution] = field(default_factory=dict)
    joined: dict[tuple[str, str], Linkage] = field(default_factory=dict)

    def write(self, paper: Contribution) -> bool:
        if self.papers.get(paper.document_key) == paper:
            return False
        self.delete(paper.document_key)
        self.papers[paper.document_key] = paper
        return True

    def delete(self, key: str) -> bool:
        self.joined = {pair: x for pair, x in self.joined.items() if key not in pair}
        return self.papers.pop(key, None) is not None

    def link(self, joined: Linkage) -> bool:
        changed = self.joined.get(_pair(joined)) != joined
        self.joined[_pair(joined)] = joined
        return changed

    def unlink(self, pair: tuple[str, str]) -> bool:
        return self.joined.pop(pair, None) is not None

    def graph(self) -> Graph:
        return expected(*self.papers.values(), linked=list(self.joined.values()))


PAIRS = [pair for pair in product(PAPERS, repeat=2) if len(set(pair)) == 2]
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.sampled_from(sorted(PAPERS)), st.integers(1, 3)),
        st.tuples(st.just("delete"), st.sampled_from(sorted(PAPERS)), st.just(0)),
        st.tuples(st.just("link"), st.sampled_from(PAIRS), st.integers(0, 1)),
        st.tuples(st.just("unlink"), st.sampled_from(PAIRS), st.just(0)),
    ),
    max_size=12,
)
"""What is done, to which document or pair, and how many measures or pairs it has then."""


@settings(deadline=None, max_examples=40)
@given(steps=STEPS)
def test_any_history_gives_what_the_protocol_says(run_folder: Path, steps: list[Step]) -> None:
    follow("sqlite", run_folder, steps)


@pytest.mark.neo4j
@settings(deadline=None, max_examples=8)
@given(steps=STEPS)
def test_any_history_on_neo4j_does_so_too(run_folder: Path, steps: list[Step]) -> None:
    follow("neo4j", run_folder, steps)


Step = tuple[str, str | tuple[str, str], int]


def follow(kind: str, run_folder: Path, steps: list[Step]) -> None:
    """Take steps on a store and on the model, which agree after each."""
    with (
        tempfile.TemporaryDirectory() as folder,
        STORES[kind](Path(folder), run_folder) as opener,
        opener() as store,
    ):
        model = Model()
        for step in steps:
            assert _done(store, step, model) == _done(model, step, model)
            assert store.graph() == model.graph()
            assert {_pair(x): x for x in store.linkages()} == model.joined


def _done(target: Store | Model, step: Step, model: Model) -> bool:
    """Whether a step changed something; one that cannot be taken changes nothing."""
    name, what, number = step
    if isinstance(what, str):
        if name == "write":
            return target.write(document(what, MEASURES[:number]))
        return (
            target.delete_document(what) if not isinstance(target, Model) else target.delete(what)
        )
    if name == "unlink":
        return target.unlink(what) if isinstance(target, Model) else target.unlink(*what)
    return set(what) <= model.papers.keys() and target.link(linkage(*what, ((1, 1),) * number))


def _pair(joined: Linkage) -> tuple[str, str]:
    return joined.lower_key, joined.upper_key
