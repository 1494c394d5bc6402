"""The calendar: its events, and its file as an outside parser reads it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from kg.export.agenda import Agenda, Choice, agenda
from kg.export.calendar import escaped, folded, write_calendar
from kg.model import Edge, Graph, Node
from kg.store import open_store
from kg.wording import Language
from tests.analysis.contents import MARKET, SCIENCE, TABLE, table
from tests.export.graphs import sample

MARKET_KEY, SCIENCE_KEY = f"agency:{MARKET}", f"agency:{SCIENCE}"


def graph_of() -> Graph:
    found = table()
    return Graph((*found.nodes, *found.shared_nodes), (*found.edges, *found.shared_edges))


def told(found: Agenda) -> list[tuple[str, str, list[str]]]:
    return [
        (a.due_on.isoformat(), str(a.agency.props["name"]), [d.entry.reference for d in a.duties])
        for a in found.appointments
    ]


def parsed(found: Agenda, folder: Path, language: Language = Language.ZH) -> list[Any]:
    path = folder / "a.ics"
    write_calendar(found, path, language)
    calendar = Calendar.from_ical(path.read_bytes())
    assert calendar["VERSION"] == "2.0"
    return list(calendar.walk("VEVENT"))


def test_one_entry_for_each_lead_and_day_clauses_by_themselves() -> None:
    found = agenda(graph_of())
    days = ("2023-12-31", "2024-06-30", "2025-12-31")
    assert told(found) == [
        (d, name, ["一/1#1"]) for d in days for name in sorted((MARKET, SCIENCE))
    ]
    bound = [a.duties[0].clause for a in found.appointments if a.agency.key == MARKET_KEY]
    assert bound == [
        "支持光电产业，2023年达到专利导航10项，2025年底前不少于20项",
        None,
        "支持光电产业，2023年达到专利导航10项，2025年底前不少于20项",
    ]
    assert all(len(a.duties[0].others) == 1 for a in found.appointments)
    # 持续推进 gives no day; the third measure has no deadline; the fourth no lead and no deadline.
    assert found.undated == {f"{TABLE}/一/1#2", f"{TABLE}/一/2#1"}
    assert found.unled == frozenset()


def test_an_agency_and_days_are_chosen() -> None:
    graph = graph_of()
    mine = agenda(graph, Choice(agency=SCIENCE_KEY))
    assert {name for _, name, _ in told(mine)} == {SCIENCE}
    assert mine.undated == {f"{TABLE}/一/2#1"}
    since = agenda(graph, Choice(since=date(2024, 6, 30)))
    until = agenda(graph, Choice(until=date(2024, 6, 30)))
    assert {d for d, _, _ in told(since)} == {"2024-06-30", "2025-12-31"}
    assert {d for d, _, _ in told(until)} == {"2023-12-31", "2024-06-30"}


def test_inferred_leads_are_events_of_their_own_and_only_when_asked_for(tmp_path: Path) -> None:
    own = {"document_key": TABLE}
    graph = graph_of()
    measure = f"{TABLE}/二/3#1"
    role = next(e for e in graph.edges if e.dst == measure and e.type == "ASSISTS")
    more = (
        Edge(MARKET_KEY, "LEADS", measure, {**role.props, "basis": "inferred"}),
        Edge(measure, "DUE", "deadline:2024年6月", {**own, "text": "2024年6月"}),
    )
    whole = Graph(graph.nodes, (*graph.edges, *more))
    assert len(agenda(whole).appointments) == 6
    assert agenda(whole).unled == {measure}
    events = parsed(agenda(whole, Choice(inferred=True)), tmp_path)
    assert [e["SUMMARY"] for e in events if "推断" in e["SUMMARY"]] == [
        f"举措到期：{MARKET}推断牵头 1 项"
    ]
    assert len({str(e["UID"]) for e in events}) == len(events) == 7


def test_an_outside_parser_reads_every_event(tmp_path: Path) -> None:
    events = parsed(agenda(graph_of()), tmp_path)
    first = events[0]
    assert first["SUMMARY"] == f"举措到期：{MARKET}牵头 1 项"
    assert first["DTSTART"].dt == date(2023, 12, 31)
    assert first["DESCRIPTION"].split("\n") == [
        f"澄湖市知识产权任务分解表（{TABLE}）",
        "1. 一/1#1 支持光电产业，2023年达到专利导航10项，2025年底前不少于20项 [2023年] "
        f"(与 {SCIENCE} 联合牵头)",
    ]
    english = parsed(agenda(graph_of()), tmp_path, Language.EN)[0]
    assert english["SUMMARY"] == f"Due: {MARKET}, leads of 1"
    assert f"(led with {SCIENCE})" in english["DESCRIPTION"]
    assert english["UID"] == first["UID"]


def test_names_of_events_depend_on_document_agency_and_day_alone(tmp_path: Path) -> None:
    graph = graph_of()
    before = {str(e["SUMMARY"]): str(e["UID"]) for e in parsed(agenda(graph), tmp_path)[:2]}
    reworded = [
        Node(n.key, n.label, {**n.props, "text": f"{n.props['text']}另行"})
        if n.label == "Measure"
        else n
        for n in graph.nodes
    ]
    after = parsed(agenda(Graph(tuple(reworded), graph.edges)), tmp_path)[:2]
    assert {str(e["SUMMARY"]): str(e["UID"]) for e in after} == before


@pytest.mark.parametrize(
    ("props", "stamp"),
    [
        ({"issued_on": "2022-03-01", "year": 2021}, "20220301T000000Z"),
        ({"year": 2021}, "20210101T000000Z"),
        ({}, "20231231T000000Z"),
    ],
)
def test_the_stamp_is_that_of_the_document(
    props: dict[str, str | int], stamp: str, tmp_path: Path
) -> None:
    graph = graph_of()
    nodes = [
        Node(n.key, n.label, {**n.props, **props}) if n.label == "Document" else n
        for n in graph.nodes
    ]
    write_calendar(agenda(Graph(tuple(nodes), graph.edges)), tmp_path / "a", Language.ZH)
    assert f"DTSTAMP:{stamp}\r\n".encode() in (tmp_path / "a").read_bytes()


def test_the_same_graph_gives_the_same_bytes_whatever_its_order(tmp_path: Path) -> None:
    graph = sample()
    for name, order in (("a", 1), ("b", -1)):
        write_calendar(
            agenda(Graph(graph.nodes[::order], graph.edges[::order])), tmp_path / name, Language.ZH
        )
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_calendar_without_events_opens(tmp_path: Path) -> None:
    assert parsed(agenda(Graph((), ())), tmp_path) == []


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=120))
def test_lines_are_folded_by_octets_and_texts_read_back(text: str) -> None:
    lines = folded(f"SUMMARY:{escaped(text)}")
    assert all(len(line) <= 75 for line in lines.removesuffix(b"\r\n").split(b"\r\n"))
    for line in lines.split(b"\r\n"):
        line.decode()
    whole = (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
        b"DTSTAMP:20250101T000000Z\r\n" + lines + b"END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    (event,) = Calendar.from_ical(whole).walk("VEVENT")
    plain = not any(ord(c) < 0x20 or ord(c) in {0x7F, 0xFFFE, 0xFFFF} for c in text)
    if plain:
        assert str(event["SUMMARY"]) == text


def test_on_the_bundled_documents_each_lead_edge_stands_in_one_event(
    bundled: str, tmp_path: Path
) -> None:
    with open_store(bundled) as store:
        found = agenda(store.graph())
    pairs = {(a.document.key, a.agency.key, a.due_on) for a in found.appointments}
    assert len(pairs) == len(found.appointments) == 17
    assert sum(len(a.duties) for a in found.appointments) == 65
    cliff = [a for a in found.appointments if a.due_on == date(2025, 6, 30)]
    assert max(len(a.duties) for a in cliff) == 43
    assert len({d.entry.key for a in cliff for d in a.duties}) == 54
    assert len(parsed(found, tmp_path)) == 17
