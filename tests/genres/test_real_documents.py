"""The two official documents, fact by fact."""

from __future__ import annotations

from collections import Counter

import pytest

from kg.loading import registry
from kg.model import ParsedDocument, Severity
from tests.genres.reading import codes, measures, outline, parse, roles

FILES = {path.name: path.read_text(encoding="utf-8") for path in registry().bundled_files()}


def _document(marker: str) -> ParsedDocument:
    return parse(next(text for text in FILES.values() if marker in text))


@pytest.fixture(scope="module")
def province() -> ParsedDocument:
    return _document("任务清单的通知")


@pytest.fixture(scope="module")
def city() -> ParsedDocument:
    return _document("重点任务分解表")


def _edges(document: ParsedDocument) -> Counter[tuple[str, str]]:
    bodies = (b for m in measures(document) for b in m.responsible)
    return Counter((b.role.value, b.basis.value) for b in bodies)


def test_the_city_table_has_the_printed_counts(city: ParsedDocument) -> None:
    assert (len(city.sections), len(outline(city)), len(measures(city))) == (7, 22, 60)
    assert _edges(city) == {("lead", "explicit"): 65, ("assist", "explicit"): 229}
    assert city.tally.read == city.tally.used + city.tally.set_aside
    assert city.tally.set_aside == 0


def test_every_city_measure_has_its_deadline(city: ParsedDocument) -> None:
    found = Counter(
        m.deadline.timing.key for m in measures(city) if m.deadline and m.deadline.timing
    )
    assert found == {"2025-06": 54, "2023-12": 3, "2022-12": 1, "2023-06": 1, "2024-06": 1}


def test_no_row_of_the_undamaged_table_carries_a_warning(city: ParsedDocument) -> None:
    assert [m.text for m in measures(city) if codes(m)] == []
    issues = [i for s in city.sections for i in s.issues]
    issues += [i for s in city.sections for t in s.tasks for i in t.issues]
    issues += city.issues
    assert {i.kind.severity for i in issues} == {Severity.INFO}


def test_the_province_list_has_the_printed_counts(province: ParsedDocument) -> None:
    assert [s.number for s in province.sections] == list("一二三四五六七八")
    assert [t.number for s in province.sections for t in s.tasks] == [str(n) for n in range(1, 25)]
    assert len(measures(province)) == 32
    assert _edges(province) == {("lead", "inferred"): 30, ("assist", "inferred"): 127}


def test_the_lost_fifth_section_is_recovered(province: ParsedDocument) -> None:
    fifth = province.sections[4]
    assert (fifth.number, fifth.title) == ("五", "着力加强知识产权高标准保护")
    assert [i.kind.code for i in fifth.issues] == ["section-heading-recovered"]
    fourteen = fifth.tasks[0]
    assert fourteen.number == "14"
    assert [m.text[:8] for m in fourteen.measures] == ["加强海外知识产权", "开展海外商标公益"]
    for measure in fourteen.measures:
        assert measure.responsible == ()
        assert {"measure-in-agency-column", "agency-missing"} <= codes(measure)


def test_strayed_and_shifted_words_come_back(province: ParsedDocument) -> None:
    tasks = {t.number: t for s in province.sections for t in s.tasks}
    assert len(tasks["9"].measures) == 3
    assert tasks["9"].measures[2].text.startswith("规范办理上级交办")
    assert codes(tasks["9"].measures[2]) == {"measure-in-agency-column"}
    assert roles(tasks["17"].measures[0])[:2] == [("保护处", "lead"), ("运用处", "assist")]
    assert len(tasks["17"].measures[0].responsible) == 6
    assert roles(tasks["21"].measures[0])[0] == ("保护处", "lead")
    assert len(tasks["21"].measures[0].responsible) == 5
    assert "row-shifted" in codes(tasks["17"].measures[0])
    assert "row-shifted" in codes(tasks["21"].measures[0])


def test_damaged_names_and_characters_are_pointed_out(province: ParsedDocument) -> None:
    found = {
        (issue.was, issue.became)
        for m in measures(province)
        for issue in (*m.issues, *(i for b in m.responsible for i in b.issues))
    }
    assert ("省知识产权发展保护处", "省知识产权发展保护中心？") in found
    assert ("省知识产权管理等部门", "各地知识产权管理部门？") in found
    assert ("商标保护处", "商标处、保护处？") in found
    assert ("省保护处", "保护处") in found
    assert ("知识产权强军建设", "知识产权强国建设、知识产权强省建设？") in found
    assert ("快维维权中心", "快速维权中心？") in found
    assert ("备案案中", "备案中？") in found
    assert ("知识产权服务平台，打造万里行", "知识产权服务万里行？") in found


def test_only_damaged_rows_carry_warnings(province: ParsedDocument) -> None:
    damaged = {t.number for s in province.sections for t in s.tasks for m in t.measures if codes(m)}
    assert damaged == {"3", "9", "14", "15", "16", "17", "18", "19", "21"}


def test_headings_without_a_space_are_noted(province: ParsedDocument) -> None:
    tasks = [t for s in province.sections for t in s.tasks]
    spaced = {
        t.number for t in tasks for m in t.measures if "heading-spacing" in codes(m, Severity.INFO)
    }
    assert spaced == {"18", "19", "20", "21"}


def test_the_papers_say_who_issued_them_and_when(
    province: ParsedDocument, city: ParsedDocument
) -> None:
    front = province.front
    assert front.doc_no == "闽知发〔2025〕14号"
    assert front.issuer == "福建省知识产权局"
    assert str(front.issued_on) == "2025-06-10"
    assert front.year == 2025
    assert city.front.annex == "附件1"
    assert (city.front.doc_no, city.front.issuer, city.front.issued_on, city.front.year) == (
        "",
        "",
        None,
        None,
    )
