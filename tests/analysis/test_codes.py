"""The words for codes: those of the reports, and some for every code that the graph holds."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

import kg.resolve
from kg.analysis.codes import FAMILIES, coded, coded_boolean, coded_list
from kg.analysis.gaps.coverage import STATES
from kg.analysis.gaps.words import GRADES, STATUSES
from kg.analysis.report import Coded, ColumnKind
from kg.analysis.status.status import State
from kg.model import Basis, Comparator, Graph, InstrumentStatus, Precision, Scope, Severity
from kg.pipeline import build
from kg.render.cells import plain, shown
from kg.store import open_store
from kg.wording import Language


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    path = str(tmp_path_factory.mktemp("codes") / "kg.db")
    build([], lambda: open_store(path))
    with open_store(path) as store:
        return store.graph()


def test_reports_and_questions_use_the_same_words() -> None:
    for family, words in (
        ("grade", GRADES),
        ("status", STATUSES),
        ("state", {state.value: text for state, text in STATES.items()}),
        ("expired", {"expired": State.EXPIRED.text}),
    ):
        for code, text in words.items():
            assert FAMILIES[family][code].zh == text.zh, code


def test_every_code_has_words() -> None:
    for family, codes in (
        ("basis", Basis),
        ("comparator", Comparator),
        ("precision", Precision),
        ("scope", Scope),
        ("severity", Severity),
        ("status", InstrumentStatus),
    ):
        assert {code.value for code in codes} <= FAMILIES[family].keys()


def test_every_kind_of_body_has_words() -> None:
    folder = files(kg.resolve)
    kinds = tomllib.loads(folder.joinpath("kinds.toml").read_text(encoding="utf-8"))
    departments = tomllib.loads(folder.joinpath("departments.toml").read_text(encoding="utf-8"))
    named = {head["kind"] for head in kinds["head"]} | {kind["name"] for kind in kinds["kind"]}
    named |= {entry["kind"] for entry in departments["department"] if "kind" in entry}
    assert named | {"collective", "body"} == FAMILIES["kind"].keys()


def test_no_code_of_the_bundled_documents_is_without_words(graph: Graph) -> None:
    held = [item.props for items in (graph.nodes, graph.edges) for item in items]
    for name, value in (pair for props in held for pair in props.items()):
        if name in FAMILIES and isinstance(value, str):
            assert value in FAMILIES[name], (name, value)


def test_words_for_people_codes_for_programs() -> None:
    inferred = coded("basis", "inferred")
    assert isinstance(inferred, Coded)
    grades = coded_list("grade", ("covered", "partly", "new"))
    yes = coded_boolean(True)
    told = [shown(cell, ColumnKind.TEXT, Language.ZH) for cell in (inferred, grades, yes)]
    assert told == ["推断", "承接、部分承接、new", "是"]
    told = [shown(cell, ColumnKind.TEXT, Language.EN) for cell in (inferred, grades, yes)]
    assert told == ["inferred", "covered, partly covered, new", "yes"]
    data = [plain(cell, Language.ZH) for cell in (inferred, grades, yes)]
    assert data == ["inferred", "covered; partly; new", True]
