"""The page that links all views: its figures say what they count, its cards what they speak of."""

from __future__ import annotations

import re
from html import unescape

import pytest

from kg.analysis.dossier import dossiers
from kg.model import Graph
from kg.store.cypher.engine import QueryResult
from kg.views.catalogue import VIEWS
from kg.views.choice import Choice
from kg.views.excerpt import excerpt
from kg.views.overview import Linked, overview
from kg.views.timing import due_on
from kg.wording import Language
from tests.views.conftest import AS_OF

CITY = "福州市国家知识产权强市建设示范城市工作方案重点任务分解表"


def made(graph: Graph) -> str:
    views = [
        Linked(entry.make(graph, Choice(as_of=AS_OF)), f"{name}.html")
        for name, entry in VIEWS.items()
    ]
    return unescape(overview(graph, views, AS_OF, Language.ZH))


@pytest.fixture(scope="module")
def text(graph: Graph) -> str:
    return made(graph)


def figures(text: str) -> dict[str, int]:
    """What the page counts, by its Chinese unit."""
    found = re.findall(r'<b>(\d+)</b> <span class="zh" lang="zh-CN">(.*?)</span>', text)
    return {unit: int(number) for number, unit in found}


def test_bodies_are_those_that_have_a_role(graph: Graph, text: str) -> None:
    entries = [entry for dossier in dossiers(graph) for entry in dossier.entries]
    bodies = {node.key for entry in entries for _, node in entry.roles}
    every = sum(node.label == "Agency" for node in graph.nodes)
    assert len(bodies) < every  # counterparts and bodies that are only mentioned have none
    assert figures(text)["个承担任务的单位（含统称）"] == len(bodies)
    assert every not in figures(text).values()


def test_dated_measures_are_counted_not_different_dates(graph: Graph, text: str) -> None:
    entries = [entry for dossier in dossiers(graph) for entry in dossier.entries]
    dated = sum(due_on(entry) is not None for entry in entries)
    assert figures(text)["条举措有截止日"] == dated == 60


def test_each_card_names_what_it_speaks_of(graph: Graph, text: str) -> None:
    for name in ("responsibility", "coordination", "document", "deadlines"):
        card = text.partition(f'href="{name}.html"')[2].partition("</a>")[0]
        for dossier in dossiers(graph):
            title = str(dossier.document.props["title"])
            assert f'<span class="zh" lang="zh-CN">{title}' in card
    document = text.partition('href="document.html"')[2].partition("</a>")[0]
    assert "没有受损的" in document
    assert "受损或存疑 " in document


def test_one_of_a_kind_is_no_plural(graph: Graph) -> None:
    result = QueryResult(("m",), ((f"{CITY}/三/9#1",),), truncated=False, elapsed_s=0)
    found = made(excerpt(graph, result))
    assert "1 section, 1 task, 1 measure<" in found
    assert '<span class="en" lang="en">document</span>' in found
