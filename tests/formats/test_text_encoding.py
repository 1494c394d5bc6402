"""Bytes to text: what is accepted, and what is refused with a reason and a line."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from kg.loaders.formats.text import TextFormat

from kg.errors import ExitCode, InputError
from kg.model import Source
from kg.wording import Language

TEXT = (
    "附件1\n\t重点任务\n\t牵头单位\n1. 强化高质量创新导向。\t市科技局\n"
    "（二）扩大公共数据开放，新增开放数据集不少于300个。\n2025年6月\n"
)
COMMON = (
    "一二三的市县省局任务单位责任牵头重点工作推进实施加强建设知识产权保护运用管理服务、，。（）"
)


def _read(data: bytes, name: str = "清单.txt") -> Source:
    source = TextFormat().read(data, name)
    assert isinstance(source, Source)
    return source


def _refusal(data: bytes, name: str = "清单.txt") -> str:
    with pytest.raises(InputError) as caught:
        _read(data, name)
    assert caught.value.exit_code is ExitCode.BAD_DATA
    assert name in caught.value.into(Language.ZH)
    return caught.value.into(Language.EN)


@pytest.mark.parametrize(
    ("codec", "mark", "said"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", codecs.BOM_UTF8, "utf-8-sig"),
        ("gbk", b"", "gb18030"),
        ("gb2312", b"", "gb18030"),
        ("gb18030", b"", "gb18030"),
        ("utf-16-le", b"", "utf-16"),
        ("utf-16-be", b"", "utf-16"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "utf-16"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16"),
    ],
)
def test_the_encoding_is_told_and_said(codec: str, mark: bytes, said: str) -> None:
    source = _read(mark + TEXT.encode(codec))
    assert source.encoding == said
    assert source.lines == tuple(TEXT[:-1].split("\n"))


def test_utf16_of_hanzi_alone_without_mark_is_not_taken_for_gb18030() -> None:
    text = "深入实施专利转化运用专项行动加快形成长效机制"
    for codec in ("utf-16-le", "utf-16-be"):
        assert _read(text.encode(codec)).lines == (text,)


def test_ascii_is_read_in_every_encoding() -> None:
    for codec in ("ascii", "utf-16-le", "utf-16-be"):
        assert _read("Task 1\n".encode(codec)).lines == ("Task 1",)


def test_characters_beyond_the_basic_plane_survive() -> None:
    text = "𠮷林市局、㐀村村委会推进任务落实，各有关单位按职责分工负责。"
    for codec in ("utf-8", "gb18030", "utf-16"):
        assert _read(text.encode(codec)).lines == (text,)


def test_a_list_of_rare_names_in_gbk_is_text() -> None:
    text = "责任单位和联系人如下，请各有关部门按职责分工推进。\n嫪毐\n郸城县 邛崃市 睢阳区\n"
    assert _read(text.encode("gbk")).lines[1] == "嫪毐"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a PNG picture"),
        (b"PK\x03\x04" + b"word/document.xml" * 9, "a zip, docx or xlsx file"),
        (b"%PDF-1.7\n1 0 obj\n", "a PDF file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "a doc, xls or wps file"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG picture"),
        (b"{\\rtf1\\ansi", "an RTF file"),
        (b"SQLite format 3\x00" + bytes(90), "a SQLite database"),
        (b"\x1f\x8b\x08" + bytes(range(99)), "a gzip file"),
    ],
)
def test_other_kinds_of_file_are_named(data: bytes, kind: str) -> None:
    assert f"this is not text but {kind}" in _refusal(data)


def test_bytes_of_no_kind_are_refused() -> None:
    assert "binary file" in _refusal(bytes(4096))
    assert "binary file" in _refusal(bytes(range(256)) * 8)
    assert "binary file" in _refusal(b"\x01\x02\x03abc" * 40)


def test_nul_characters_in_a_text_are_taken_out_and_noted() -> None:
    for codec in ("utf-8", "gb18030", "utf-16"):
        source = _read(TEXT.replace("创新", "创\0新").encode(codec))
        assert [(i.kind.code, str(i.place), i.was) for i in source.issues] == [
            ("characters-removed", "L4", "U+0000×1")
        ]


@pytest.mark.parametrize("codec", ["big5", "shift_jis", "latin-1", "koi8-r"])
def test_other_encodings_are_refused_rather_than_garbled(codec: str) -> None:
    texts = {
        "big5": "國務院辦公廳關於推動專利轉化運用專項行動的通知，請貫徹執行。",
        "shift_jis": "これはテストです。日本語の文書を読み込みます。",
        "latin-1": "Größe und Länge, Müller Straße für Köln, façade à côté",
        "koi8-r": "перечень задач города на следующий год",
    }
    assert "encoding of the file cannot be told" in _refusal(texts[codec].encode(codec))


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16-le", "utf-16-be", "utf-16"])
def test_a_file_cut_inside_a_character_is_refused_with_its_line(codec: str) -> None:
    text = TEXT + "各有关单位按职责分工负责"
    refusal = _refusal(text.encode(codec)[:-1])
    assert "cut off in the middle of a character" in refusal
    assert "清单.txt, line 7" in refusal


def test_a_cut_utf8_file_with_a_mark_is_refused_with_its_line() -> None:
    assert ", line 7" in _refusal(codecs.BOM_UTF8 + (TEXT + "各有关单位").encode()[:-2])


def test_a_gbk_line_in_a_utf8_file_is_named() -> None:
    lines = TEXT.encode().split(b"\n")
    lines[4] = lines[4].decode().encode("gbk")
    refusal = _refusal(b"\n".join(lines))
    assert "most lines are utf-8, these are gb18030" in refusal
    assert "清单.txt, line 5" in refusal


def test_utf8_lines_in_a_gbk_file_are_named() -> None:
    lines = [line.encode("gbk") for line in (TEXT * 4).split("\n")]
    for index in (2, 9):
        lines[index] = lines[index].decode("gbk").encode("utf-8")
    refusal = _refusal(b"\n".join(lines))
    assert "most lines are gb18030, these are utf-8" in refusal
    assert "清单.txt, lines 3, 10" in refusal


def test_a_line_half_in_one_and_half_in_the_other_encoding_is_refused() -> None:
    head, tail = "（二）扩大公共数据开放，新增开放数据集", "不少于三百个，建立数据开放目录"
    line = head.encode("gbk") + tail.encode("utf-8")
    assert "清单.txt, line 7" in _refusal(TEXT.encode("gbk") + line + b"\n")


def test_many_bad_lines_are_counted() -> None:
    lines = [TEXT.split("\n")[3]] * 20 + [TEXT.split("\n")[4]] * 7
    data = b"\n".join(
        line.encode("gbk" if index >= 20 else "utf-8") for index, line in enumerate(lines)
    )
    refusal = _refusal(data)
    assert "lines 21, 22, 23, 24, 25 and 2 more" in refusal


def test_damaged_bytes_are_named_with_their_line() -> None:
    data = TEXT.encode().replace("强化".encode(), b"\xff\xfe\xff")
    refusal = _refusal(data)
    assert "no character of utf-8" in refusal
    assert "line 4" in refusal
    wide = TEXT.encode("utf-16-le").replace("强".encode("utf-16-le"), b"\x00\xdc")
    assert ", line 4" in _refusal(codecs.BOM_UTF16_LE + wide)


def test_white_space_alone_is_no_text() -> None:
    assert "the file holds no text" in _refusal(" \n\u3000\n\u200b\t\n".encode())


def test_every_refusal_speaks_both_languages() -> None:
    for data in (b"PK\x03\x04", bytes(99), TEXT.encode()[:-2], b"\n", b"\xe9\xe8 \xe7"):
        with pytest.raises(InputError) as caught:
            _read(data)
        assert caught.value.into(Language.ZH).isascii() is False
        assert "清单.txt" in caught.value.into(Language.EN)
        assert "Next: " in caught.value.into(Language.EN)


@given(st.text(alphabet=COMMON + "0123456789\t\n", min_size=12))
def test_common_text_is_read_the_same_from_every_encoding(text: str) -> None:
    if sum(c in COMMON for c in text) < 12:
        text = COMMON + text
    plain = _read(text.encode())
    for codec in ("gb18030", "gbk", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"):
        other = _read(text.encode(codec))
        assert (other.lines, other.blocks) == (plain.lines, plain.blocks)


@given(st.binary(max_size=400))
@example(b"\x84\x31\x95\x33")
@example(codecs.BOM_UTF16_LE)
@example(codecs.BOM_UTF8 + b"\xff")
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    outcome = _outcome(data)
    assert outcome.blocks if isinstance(outcome, Source) else outcome.problems


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_unicode_text_in_utf8_keeps_its_lines(text: str) -> None:
    text = "任务" + text.replace("\0", "")
    outcome = _outcome(text.encode())
    if isinstance(outcome, InputError):
        assert "binary" in outcome.into(Language.EN)
        return
    printed = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    assert "\n".join(outcome.lines) == printed


def _outcome(data: bytes) -> Source | InputError:
    try:
        return _read(data)
    except InputError as error:
        return error
