"""The two official documents: their lines, rows, stacks and cells."""

from __future__ import annotations

import codecs
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from kg.loaders.formats.text import TextFormat

from kg.loading import registry
from kg.model import Cell, Paragraph, Row, Severity, Source, Stack

FILES = {path.name.split("_")[0]: path for path in registry().bundled_files()}

ENCODINGS = {
    "utf-8": ("utf-8", b""),
    "utf-8 with mark": ("utf-8", codecs.BOM_UTF8),
    "gb18030": ("gb18030", b""),
    "gb18030 with mark": ("gb18030", b"\x84\x31\x95\x33"),
    "gbk": ("gbk", b""),
    "utf-16-le": ("utf-16-le", b""),
    "utf-16-be": ("utf-16-be", b""),
    "utf-16-le with mark": ("utf-16-le", codecs.BOM_UTF16_LE),
    "utf-16-be with mark": ("utf-16-be", codecs.BOM_UTF16_BE),
    "utf-32 with mark": ("utf-32-le", codecs.BOM_UTF32_LE),
}


def _read(path: Path) -> Source:
    source = TextFormat().read(path.read_bytes(), path.name)
    assert isinstance(source, Source)
    return source


@pytest.fixture(scope="module")
def province() -> Source:
    return _read(FILES["fujian"])


@pytest.fixture(scope="module")
def city() -> Source:
    return _read(FILES["fuzhou"])


def _row(source: Source, line: int) -> Row:
    return next(b for b in source.blocks if isinstance(b, Row) and b.place.line == line)


def test_the_registry_knows_the_format_and_its_documents() -> None:
    assert "text" in [known.name for known in registry().FORMATS]
    assert list(FILES) == ["fujian", "fuzhou"]


def test_lines_are_those_printed(province: Source, city: Source) -> None:
    assert (len(province.lines), len(city.lines)) == (79, 461)
    assert province.lines[4] == "闽知发〔2025〕14号"
    assert city.lines[4] == "\t重点任务"
    assert province.encoding == city.encoding == "utf-8"
    assert province.ends_with_newline
    assert city.ends_with_newline


def test_the_province_prints_rows_of_three_cells(province: Source) -> None:
    kinds = Counter(type(block) for block in province.blocks)
    assert kinds == {Row: 39, Paragraph: 11}
    assert {len(b.cells) for b in province.blocks if isinstance(b, Row)} == {3}


def test_headings_have_their_level(province: Source) -> None:
    levels = {b.text: b.level for b in province.blocks if isinstance(b, Paragraph) and b.level}
    assert levels == {
        "福建省知识产权局文件": 1,
        "福建省知识产权局关于印发 2025 年 福建省推动知识产权高质量发展 任务清单的通知": 2,
        "2025 年福建省推动知识产权高质量发展任务清单": 1,
    }


def test_paragraph_elements_part_the_text_of_a_cell(province: Source) -> None:
    task, measures, agencies = _row(province, 39).cells
    assert task.paragraphs == ("9. 巩固非正常专利申请和商标恶意注册行为治理成果",)
    assert [len(measures.paragraphs), len(agencies.paragraphs)] == [2, 2]
    assert agencies.paragraphs[1].startswith("规范办理上级交办、转办的恶意商标注册相关案件线索")
    assert [len(cell.paragraphs) for cell in _row(province, 49).cells] == [1, 1, 2]
    assert (task.marks, measures.marks) == ((), ("p",))
    assert str(agencies.place) == "L39:3"


def test_section_headings_keep_their_empty_cells_and_marks(province: Source) -> None:
    cells = _row(province, 30).cells
    assert [cell.paragraphs for cell in cells] == [("二、着力完善知识产权法治保障",), (), ()]
    assert cells[0].marks == ("b",)
    assert _row(province, 24).cells[0].marks == ("h2",)
    assert [bool(cell) for cell in _row(province, 55).cells] == [True, False, False]


def test_the_city_prints_stacks(city: Source) -> None:
    kinds = Counter(type(block) for block in city.blocks)
    assert kinds == {Stack: 72, Paragraph: 11}
    stacks = [b for b in city.blocks if isinstance(b, Stack)]
    assert Counter(len(s.cells) for s in stacks) == {1: 9, 2: 2, 4: 3, 5: 7, 6: 51}
    first, second = (stack for stack in stacks if stack.place.line in (16, 22))
    assert [cell.text[:8] for cell in first.cells] == [
        "1.强化高质量创",
        "修订《福州市自主",
        "市市场监督管理局",
        "市财政局，各县（",
        "2022年12月",
    ]
    assert [bool(cell) for cell in second.cells] == [False, False, True, True, True, True]
    assert [str(stack.place) for stack in (first, second)] == ["L16-20", "L22-27"]
    assert str(second.cells[2].place) == "L24"


def test_undamaged_form_is_no_more_than_information(province: Source, city: Source) -> None:
    assert {issue.kind.severity for issue in province.issues} == {Severity.INFO}
    assert {issue.kind.code for issue in province.issues} == {"markup-removed"}
    assert city.issues == ()


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("file", sorted(FILES))
def test_every_encoding_gives_the_same_blocks_and_lines(file: str, encoding: str) -> None:
    codec, mark = ENCODINGS[encoding]
    plain = _read(FILES[file])
    text = FILES[file].read_text(encoding="utf-8")
    other = TextFormat().read(mark + text.encode(codec), FILES[file].name)
    assert (other.lines, other.blocks, other.issues) == (plain.lines, plain.blocks, plain.issues)
    assert other.sha256 == plain.sha256 or encoding != "utf-8"


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("file", sorted(FILES))
def test_every_line_end_gives_the_same_blocks_and_lines(file: str, end: str) -> None:
    plain = _read(FILES[file])
    text = FILES[file].read_text(encoding="utf-8").replace("\n", end)
    other = TextFormat().read(text.encode(), FILES[file].name)
    assert (other.lines, other.blocks) == (plain.lines, plain.blocks)


@pytest.mark.parametrize("file", sorted(FILES))
def test_no_printed_letter_is_lost(file: str) -> None:
    source = _read(FILES[file])
    kept = Counter("".join(_texts(source)))
    printed = Counter(c for line in source.lines for c in line)
    gone = printed - kept
    # What is gone must be markup, and each mark of it be noted: tags by name, others as such.
    noted = Counter(name for i in source.issues for name in i.was.split("、"))
    signs = Counter(c for name in noted if not name[0].isalnum() for c in name * noted[name])
    letters = {c for c in gone if unicodedata.category(c)[0] not in "ZC"}
    names = {c for name in noted if name[0].isalnum() for c in name}
    assert letters <= names | set("</>") | set(signs)
    for sign in "#-":
        assert gone[sign] == signs[sign]
    assert not kept - printed


def _texts(source: Source) -> list[str]:
    texts: list[str] = []
    for block in source.blocks:
        if isinstance(block, Paragraph):
            texts.append(block.text)
        else:
            cells: tuple[Cell, ...] = block.cells
            texts.extend(cell.text for cell in cells)
    return texts
