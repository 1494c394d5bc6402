"""The ledger is read whole or refused whole, with every fault and its line."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.corrections import EVERYWHERE, Action, Entry, read_ledger
from kg.corrections.seal import Seal, sealed
from kg.corrections.sheet import (
    COLUMNS,
    appended,
    escape,
    line_of,
    unescape,
    with_line,
    without_line,
)
from kg.errors import ExitCode, InputError
from kg.wording import Language
from tests.corrections.ledger_sample import DOCUMENT, HEADER, ledger, line, only

KEY = f"{DOCUMENT}/一/1#1"
GOOD = line("agencies", KEY, "lead=市科技局")


def faults(*lines: str) -> tuple[list[str], list[str]]:
    with pytest.raises(InputError) as caught:
        ledger(*lines)
    assert caught.value.exit_code is ExitCode.BAD_DATA
    zh, en = caught.value.into(Language.ZH), caught.value.into(Language.EN)
    return zh.splitlines(), en.splitlines()


def test_an_empty_file_and_a_header_alone_hold_nothing() -> None:
    assert read_ledger(b"", "a.tsv").entries == ()
    assert read_ledger(f"# 说明\n\n{HEADER}\n".encode(), "a.tsv").entries == ()


def test_line_numbers_count_comments_and_blank_lines() -> None:
    entry = only(ledger("# 甲", "", GOOD).entries)
    assert (entry.line, entry.action, entry.value) == (4, Action.AGENCIES, "lead=市科技局")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_windows_line_ends_and_a_byte_order_mark_are_read(end: str, mark: str) -> None:
    data = (mark + end.join([HEADER, GOOD, ""])).encode()
    assert len(read_ledger(data, "a.tsv").entries) == 1


@pytest.mark.parametrize(
    ("data", "number"),
    [(HEADER.encode() + "\n单位\n".encode("gb18030"), 2), ("\n".encode("utf-16"), 1)],
)
def test_another_encoding_is_refused(data: bytes, number: int) -> None:
    with pytest.raises(InputError) as caught:
        read_ledger(data, "a.tsv")
    assert caught.value.into(Language.ZH) == (
        f"更正账本不是 UTF-8 编码（a.tsv 第 {number} 行）。请另存为 UTF-8 的文本"
    )
    assert caught.value.into(Language.EN) == (
        f"the ledger is not in UTF-8 (a.tsv, line {number}). Next: save it as text in UTF-8"
    )


def test_a_wrong_header_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        read_ledger(f"action\ttarget\n{GOOD}\n".encode(), "a.tsv")
    assert caught.value.into(Language.ZH) == (
        f"更正账本的表头不对（a.tsv 第 1 行）；应为：{'、'.join(COLUMNS)}，以制表符分隔"
    )
    assert caught.value.into(Language.EN) == (
        f"the ledger's header is wrong (a.tsv, line 1); expected: {', '.join(COLUMNS)}, "
        "parted by tabs"
    )


CASES = [
    ("agencies\t甲\t乙", "这一行有 3 格", "the line has 3 cells"),
    (GOOD + "\t" * 6, "这一行有 12 格", "the line has 12 cells"),
    (GOOD + r"\x", "value 一格有不认识的转义或控制字符", "cell value has an unknown escape"),
    (GOOD + "\x0b", "value 一格有不认识的转义或控制字符", "cell value has an unknown escape"),
    (line("rename", KEY, "甲"), "没有这种更正：rename", "unknown action: rename"),
    (line("text", "", "甲"), "target 一格是空的", "cell target is empty"),
    (line("agencies", KEY, ""), "这一行有 3 格", "the line has 3 cells"),
    (line("agencies", KEY, " "), "value 一格是空的", "cell value is empty"),
    (line("deadline", "闽/一", "2025年"), "键的写法不对：闽/一", "malformed key: 闽/一"),
    (line("deadline", DOCUMENT, "2025年"), f"键的写法不对：{DOCUMENT}", "malformed key"),
    (line("deadline", f"{KEY}!x", "2025年"), f"键的写法不对：{KEY}!x", "malformed key"),
    (line("split", KEY, "甲", document=EVERYWHERE), "split 只能写在一份文件下", "split belongs to"),
    (line("agencies", KEY, "甲局"), "不认识“甲局”", "“甲局” is not understood"),
    (line("agencies", KEY, "主办=甲局"), "不认识“主办=甲局”", "“主办=甲局” is not understood"),
    (line("agencies", KEY, "lead=甲;牵头=乙"), "牵头 出现了两次", "牵头 is given twice"),
    (
        line("agencies", KEY, "lead=甲;责任=乙"),
        "lead 和 responsible 不能并用",
        "exclude each other",
    ),
    (line("agencies", KEY, "lead=甲局;assist=甲局"), "甲局 写了两次", "甲局 is named twice"),
    (line("agencies", KEY, "lead="), "名称为空", "a name is empty"),
    (line("agencies", KEY, "；"), "没有写单位", "no body is named"),
    (line("alias", "省处", "甲;乙"), "不是单位名称：甲;乙", "not a body's name: 甲;乙"),
    (line("alias", "甲" * 101, "乙"), "不是单位名称：", "not a body's name: "),
    (line("alias", "省处", "省 处"), "改后与原样相同", "the correction changes nothing"),
    (line("split-name", "甲乙处", "甲处"), "只有一个名称", "there is one name only"),
    (line("split", KEY, "甲||乙"), "断开处为空", "the words to split at are missing"),
    (line("join", KEY, "1"), "不是条数：1", "not a number of measures: 1"),
    (line("join", KEY, "９"), "不是条数：９", "not a number of measures: ９"),
    (
        line("deadline", KEY, "2025年13月"),
        "时限无法识读：2025年13月",
        "the deadline cannot be read",
    ),
    (line("text", KEY, "甲"), "was 一格是空的", "cell was is empty"),
    (line("text", KEY, "甲", "甲"), "改后与原样相同", "the correction changes nothing"),
    (
        line("text", KEY, "乙", "甲", "0" * 12 + "-" + "0" * 8 + "-" + "0" * 6),
        "target_hash 与这一行的文件和键不符",
        "target_hash does not belong to the document and target of the line",
    ),
    (line("text", KEY, "乙", "甲", date="2025-02-30"), "日期不对：2025-02-30", "not a date"),
    (line("text", KEY, "乙", "甲", date="20250201"), "日期不对：20250201", "not a date"),
]


@pytest.mark.parametrize(("bad", "zh", "en"), CASES, ids=[c[1] for c in CASES])
def test_a_bad_line_is_refused_with_its_number(bad: str, zh: str, en: str) -> None:
    chinese, english = faults("# 说明", GOOD, bad)
    assert len(chinese) == len(english) == 1
    assert chinese[0].startswith(zh)
    assert en in english[0]
    assert "（更正.tsv 第 4 行）" in chinese[0]
    assert "(更正.tsv, line 4)" in english[0]


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_last_line_that_lacks_cells_may_have_been_cut(end: str) -> None:
    short = "\t".join(GOOD.split("\t")[: COLUMNS.index("value") + 1])
    data = f"{HEADER}\n{GOOD.replace('#1', '#2')}\n{short}{end}".encode()
    if end:
        assert len(read_ledger(data, "a.tsv").entries) == 2
        return
    with pytest.raises(InputError) as caught:
        read_ledger(data, "a.tsv")
    assert caught.value.into(Language.ZH).startswith(
        "账本在这一行断了：只有 6 格，也没有换行（a.tsv 第 3 行）"
    )
    assert caught.value.into(Language.EN).startswith(
        "the ledger breaks off on this line: 6 cells and no line end"
    )


def test_all_faults_are_told_at_once() -> None:
    chinese, english = faults("x", line("rename", KEY, "甲"), GOOD, line("join", KEY, "x"))
    assert re.findall(r"第 ([0-9]) 行", "\n".join(chinese)) == ["2", "3", "5"]
    assert len(english) == 3


@pytest.mark.parametrize(
    ("first", "second", "zh", "en"),
    [
        (GOOD, GOOD, "与第 2 行重复", "says the same as line 2"),
        (GOOD, line("agencies", KEY, "lead=乙局"), "与第 2 行矛盾", "contradicts line 2"),
        (line("alias", "省处", "甲处"), line("split-name", "省 处", "甲处、乙处"),
         "与第 2 行矛盾", "contradicts line 2"),
        (line("split", KEY, "甲"), line("join", KEY, "2"), "与第 2 行矛盾", "contradicts line 2"),
        (line("text", KEY, "乙", "甲"), line("text", KEY, "丙", "甲"),
         "与第 2 行矛盾", "contradicts line 2"),
    ],
)  # fmt: skip
def test_two_lines_on_one_cell_are_refused(first: str, second: str, zh: str, en: str) -> None:
    chinese, english = faults(first, second)
    assert chinese == [f"{zh}（更正.tsv 第 3 行）。请只留一行"]
    assert english[0].startswith(en)


def test_what_does_not_clash() -> None:
    lines = [
        GOOD,
        line("agencies", f"{DOCUMENT}/一/1", "lead=乙局"),
        line("text", KEY, "乙", "甲"),
        line("text", KEY, "丁", "丙"),
        line("deadline", KEY, "2025年6月"),
        line("alias", "省处", "甲处"),
        line("alias", "省处", "乙处", document=EVERYWHERE),
    ]
    assert len(ledger(*lines).entries) == len(lines)


words = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\uffff\ufffe")
    | st.sampled_from("\t\n\r\\"),
    max_size=12,
)


@given(words)
def test_a_cell_comes_back_as_it_was(text: str) -> None:
    written = escape(text)
    assert not set(written) & set("\t\n\r")
    assert unescape(written) == text


@given(st.text(max_size=20))
def test_any_cell_is_read_or_refused(written: str) -> None:
    meant = unescape(written)
    if meant is not None:
        assert unescape(escape(meant)) == meant


@given(was=words, comment=words, by=words, value=words.filter(str.strip))
def test_a_line_comes_back_as_it_was(was: str, comment: str, by: str, value: str) -> None:
    seal = sealed(Seal("0" * 12, "0" * 8), DOCUMENT, KEY)
    entry = Entry(
        Action.TEXT, DOCUMENT, KEY, f"改{value}", seal, f"原{was}", by, "2025-01-02", comment
    )
    data, number = appended(b"", entry)
    assert only(read_ledger(data, "a.tsv").entries) == entry
    again, second = appended(data, Entry(Action.DEADLINE, DOCUMENT, KEY, "2025年6月"))
    assert (number, second) == (3, 4)
    assert without_line(again, second) == data
    assert with_line(again, second, entry) == data + line_of(entry).encode() + b"\n"


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for whole in (data, f"{HEADER}\n".encode() + data):
        with suppress(InputError):
            assert all(entry.value for entry in read_ledger(whole, "a.tsv").entries)


@pytest.mark.parametrize("text", ["甲\x0b", "\x00", "a\u2028b", "\x85", "\ud800"])
def test_what_no_cell_can_hold_is_not_written(text: str) -> None:
    with pytest.raises(InputError) as caught:
        line_of(Entry(Action.TEXT, DOCUMENT, KEY, "乙", "", "甲", text))
    assert caught.value.into(Language.ZH) == "by 中有控制字符。请去掉后再记"
    assert caught.value.into(Language.EN) == "by has a control character. Next: take it out"


def test_comments_order_marks_and_line_ends_are_kept() -> None:
    before = f"\ufeff# 甲\r\n{HEADER}\r\n\r\n{GOOD}\r\n# 乙".encode()
    entry = Entry(Action.DEADLINE, DOCUMENT, KEY, "2025年6月")
    after, number = appended(before, entry)
    assert number == 6
    assert after == before + b"\r\n" + line_of(entry).encode() + b"\r\n"
    assert without_line(after, 4) == after.replace(GOOD.encode() + b"\r\n", b"")
    assert without_line(b"\xef\xbb\xbfa\nb\n", 1) == b"\xef\xbb\xbfb\n"
