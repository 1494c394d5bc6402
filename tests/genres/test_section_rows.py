"""Headings, notes and numbers that stand in rows of their own."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kg.model import ParsedDocument
from tests.genres.reading import measures, outline, parse

HEAD = ("序号", "工作内容", "牵头单位", "完成时限")
TITLE = "云岭县2025年林业重点工作任务清单"
ROWS = (
    ("1", "完成造林3万亩。", "县林业局", "2025年6月"),
    ("2", "抚育中幼林5万亩。", "县林业局", "2025年9月"),
)


def _csv(*rows: Sequence[str]) -> str:
    width = len(rows[0])
    lines = [[TITLE], *([*row, *[""] * (width - len(row))] for row in rows)]
    return "".join(",".join(line) + "\n" for line in lines)


def _tsv(*rows: Sequence[str]) -> str:
    return f"{TITLE}\n\n" + "".join("\t".join(row) + "\n" for row in rows)


def _sections(document: ParsedDocument) -> list[tuple[str, str, int]]:
    return [(s.number, s.title, sum(len(t.measures) for t in s.tasks)) for s in document.sections]


@pytest.mark.parametrize("marks", ["{}、", "（{}）", "({}) "])
@pytest.mark.parametrize(("name", "table"), [("表.csv", _csv), ("表.txt", _tsv)])
def test_the_outermost_numbering_heads_the_sections(marks: str, name: str, table: object) -> None:
    assert callable(table)
    heads = [(marks.format(n) + title,) for n, title in (("一", "国土绿化"), ("二", "森林抚育"))]
    text = table(HEAD, heads[0], ROWS[0], heads[1], ROWS[1])
    document = parse(text, name)
    assert _sections(document) == [("一", "国土绿化", 1), ("二", "森林抚育", 1)]
    assert document.tally.set_aside == 0


@pytest.mark.parametrize(("name", "table"), [("表.csv", _csv), ("表.txt", _tsv)])
def test_brackets_below_numerals_head_tasks(name: str, table: object) -> None:
    assert callable(table)
    text = table(HEAD, ("一、国土绿化",), ("（一）造林",), ROWS[0], ("（二）抚育",), ROWS[1])
    document = parse(text, name)
    assert outline(document) == [("一", "一", 1), ("一", "二", 1)]


def test_a_numeral_beside_its_title_heads_a_section() -> None:
    document = parse(_csv(HEAD, ("一", "国土绿化"), ROWS[0], ("二", "森林抚育"), ROWS[1]), "表.csv")
    assert _sections(document) == [("一", "国土绿化", 1), ("二", "森林抚育", 1)]
    assert [m.number for m in measures(document)] == ["1", "2"]


def test_ordinals_number_tasks_below_padded_section_rows() -> None:
    head = ("序号", "重点任务", "工作举措", "牵头单位", "完成时限")
    text = _csv(
        head,
        ("一、国土绿化",),
        ("1", "造林", "完成造林3万亩。", "县林业局", "2025年6月"),
        ("", "", "补植补造1万亩。", "县林业局", "2025年7月"),
        ("二、森林抚育",),
        ("2", "抚育", "抚育中幼林5万亩。", "县林业局", "2025年9月"),
    )
    document = parse(text, "表.csv")
    assert outline(document) == [("一", "1", 2), ("二", "2", 1)]
    assert [m.number for m in measures(document)] == ["", "", ""]


@pytest.mark.parametrize(("printed", "number"), [("1.2", "1.2"), ("(3)", "3"), ("新增1", "新增1")])
def test_an_ordinal_is_kept_as_printed(printed: str, number: str) -> None:
    document = parse(_csv(HEAD, (printed, *ROWS[0][1:])), "表.csv")
    assert [m.number for m in measures(document)] == [number]


def test_a_sentence_alone_in_a_row_is_set_aside_and_reported() -> None:
    sentence = "本项由县林业局统筹；各乡镇同步推进。"
    document = parse(_csv(HEAD, ROWS[0], (sentence,), ROWS[1]), "表.csv")
    assert len(measures(document)) == 2
    assert [(i.kind.code, i.was) for i in document.issues] == [("row-unplaced", sentence)]
    assert document.tally.set_aside == 1


def test_an_ordinal_alone_in_a_row_is_reported() -> None:
    document = parse(_csv(HEAD, ROWS[0], ("2", "", "", ""), ROWS[1]), "表.csv")
    assert [(i.kind.code, i.was) for i in document.issues] == [("row-unplaced", "2")]


@pytest.mark.parametrize("mark", ["续表", "（续表）", "续表1", "（接上页）", "— 3 —", "第2页"])
def test_marks_of_a_new_page_head_nothing(mark: str) -> None:
    document = parse(_tsv(HEAD, ("一、国土绿化",), ROWS[0], (mark,), HEAD, ROWS[1]))
    assert _sections(document) == [("一", "国土绿化", 2)]
    assert [i.kind.code for i in document.issues] == ["note-row"]


def test_a_note_below_the_table_goes_on_to_its_end() -> None:
    text = _csv(HEAD, *ROWS, ("注：1.牵头单位负总责。",), ("2.完成后由牵头单位组织验收。",))
    document = parse(text, "表.csv")
    assert len(measures(document)) == 2
    assert [i.kind.code for i in document.issues] == ["note-row", "note-row"]
