"""Lines to blocks: paragraphs, rows and stacks, whatever the text was written with."""

from __future__ import annotations

import unicodedata

import pytest
from kg.loaders.formats.text.radicals import RADICALS

from kg.errors import InputError
from kg.model import Row, Stack
from kg.wording import Language
from tests.formats.shapes import noted, read, shape

# --- layouts ---------------------------------------------------------------------------------


def test_a_tab_inside_a_line_makes_a_row_with_its_empty_cells() -> None:
    assert shape("甲\t乙\n丙\t\t\n\t丁\t\n") == [["甲", "乙"], ["丙", "", ""], ["", "丁", ""]]


def test_lines_after_one_tab_make_a_stack_until_a_blank_line() -> None:
    assert shape("\t甲\n\t\n\t乙\n\n\t丙\n丁\n\t戊") == [("甲", "", "乙"), ("丙",), "丁", ("戊",)]
    source = read("\n\t甲\n\t乙\n")
    assert [str(b.place) for b in source.blocks] == ["L2-3"]
    assert [str(c.place) for b in source.blocks if isinstance(b, Stack) for c in b.cells] == [
        "L2",
        "L3",
    ]


def test_white_space_around_a_text_is_dropped_and_inside_kept() -> None:
    assert shape("\u3000\u3000印发 2025 年　清单 \n 甲 \t\u3000乙\n") == [
        "印发 2025 年　清单",
        ["甲", "乙"],
    ]


def test_a_row_without_any_text_makes_no_block() -> None:
    assert shape("甲\t乙\n\t\t\n \t \n丙\n") == [["甲", "乙"], "丙"]


def test_form_feeds_and_line_separators_end_no_printed_line() -> None:
    source = read("甲\x0c乙\u2028丙\x85丁\n戊\n")
    assert source.lines == ("甲\x0c乙\u2028丙\x85丁", "戊")
    assert shape("甲\x0c乙\u2028丙\n戊\n") == ["甲乙", "丙", "戊"]


def test_a_missing_last_line_end_is_said() -> None:
    assert [read("任务\n甲" + end).ends_with_newline for end in ("", "\n", "\r\n", "\r")] == [
        False,
        True,
        True,
        True,
    ]


# --- Markdown --------------------------------------------------------------------------------


def test_markdown_line_marks_are_taken_off_and_noted() -> None:
    text = "## 任务清单 ##\n---\n**1. 甲**\n- 牵头单位：乙\n1\\. 丙\n"
    assert shape(text) == ["任务清单", "1. 甲", "牵头单位：乙", "1. 丙"]
    assert [(where, was) for _, where, was, _ in noted(text)] == [
        ("L1", "##"),
        ("L2", "---"),
        ("L3", "**"),
        ("L4", "-"),
        ("L5", "\\"),
    ]


def test_what_only_looks_like_markdown_stays() -> None:
    lines = ["- 3 -", "#1 甲", "> 5% 的项目", "2*3*4", "牵头|配合", "——", "甲 - 乙"]
    assert shape("\n".join(lines)) == lines


@pytest.mark.parametrize(
    "table",
    [
        "| 任务 | 牵头 |\n|---|:--:|\n| 1. 甲 | 市科技局<br>市财政局 |\n|  | 乙\\|丙 |\n",
        "任务|牵头\n--- | ---\n1. 甲|市科技局<br/>市财政局\n|乙\\|丙\n",
        "| 任务 | 牵头 |\n| 1. 甲 | 市科技局<BR>市财政局 |\n| | 乙\\|丙 |\n",
    ],
)
def test_markdown_tables_are_rows(table: str) -> None:
    assert shape(table) == [["任务", "牵头"], ["1. 甲", "市科技局|市财政局"], ["", "乙|丙"]]


# --- separated values ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mark", "name"), [(",", "a.csv"), (";", "a.CSV"), ("\t", "a.csv"), ("\t", "a.tsv")]
)
def test_separated_values_are_rows(mark: str, name: str) -> None:
    lines = [
        "附件1",
        mark.join(("任务", "牵头", "责任")),
        mark.join(('"1. 甲""乙"""', "", "丙，丁")),
    ]
    assert shape("\n".join(lines), name) == [
        "附件1",
        ["任务", "牵头", "责任"],
        ['1. 甲"乙"', "", "丙，丁"],
    ]


def test_line_breaks_in_quoted_cells_part_paragraphs_and_lines_stay_counted() -> None:
    text = '任务,举措\n1. 甲,"开展培训。\n建立台账。"\n\n2. 乙,丙\n'
    source = read(text, "a.csv")
    assert shape(text, "a.csv")[1:] == [["1. 甲", "开展培训。|建立台账。"], ["2. 乙", "丙"]]
    assert [str(block.place) for block in source.blocks] == ["L1", "L2-3", "L5"]
    assert source.lines[4] == "2. 乙,丙"


def test_a_delimiter_inside_quotes_does_not_count() -> None:
    assert shape('任务;牵头\n"甲,乙,丙,丁";戊\n', "a.csv")[1] == ["甲,乙,丙,丁", "戊"]


def test_a_cell_of_two_hundred_kilobytes_is_read() -> None:
    long = "推进建设" * 50_000
    source = read(f'任务,"{long}"\n', "a.csv")
    assert isinstance(source.blocks[0], Row)
    assert source.blocks[0].cells[1].text == long


def test_an_unclosed_quotation_mark_is_refused_with_its_line() -> None:
    with pytest.raises(InputError) as caught:
        read('任务,牵头\n甲,乙\n丙,"丁\n戊,己\n', "a.csv")
    text = caught.value.into(Language.EN)
    assert "a quotation mark is never closed; the file may be cut (a.csv, line 3)" in text
    assert "引号没有闭合" in caught.value.into(Language.ZH)


def test_inch_marks_and_carriage_breaks_do_no_harm_to_separated_values() -> None:
    assert shape('屏幕,5"\n甲\x0b乙,丙\n', "a.csv") == [["屏幕", '5"'], ["甲乙", "丙"]]


# --- HTML ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "row",
    [
        "<b>1. 甲\t开展<i>培训\t市科技局",
        "<b>1. 甲</b>\t开展培训</td>\t市科技局",
        '<span style="color:red">1. 甲</SPAN>\t开展<font face=宋体>培训</font>\t市科技局</td></tr>',
        "<p>1. 甲\t<p class='a'>开展培训</p>\t<div>市科技局",
    ],
)
def test_unclosed_and_stray_tags_change_no_row(row: str) -> None:
    assert shape(row) == [["1. 甲", "开展培训", "市科技局"]]


@pytest.mark.parametrize(
    "text",
    [
        "投入<5万元且增长>3%",
        "a<b且c>d",
        "<工作要点>甲",
        "R&D 投入",
        "AT&T",
        "x < y > z",
        "<p值小>0.1",
    ],
)
def test_a_smaller_than_sign_that_is_no_tag_stays(text: str) -> None:
    assert shape(f"{text}\t甲\n") == [[text, "甲"]]
    assert noted(f"{text}\t甲\n") == []


def test_entities_are_read_and_an_escaped_tag_is_text() -> None:
    assert shape("&lt;p&gt;&amp;&ldquo;甲&rdquo;&#12289;乙&shy;&#8203;\n") == ["<p>&“甲”、乙"]
    assert [code for code, *_ in noted("甲&shy;乙\n")] == ["characters-removed", "markup-removed"]


def test_comments_scripts_and_styles_go_with_their_content_and_are_noted() -> None:
    text = "甲<!-- 注\n释\t-->\t乙\n<script>var 丙;</script>丁<style>p {}</style>\n"
    assert shape(text) == ["甲", ("乙",), "丁"]
    assert [(where, was) for _, where, was, _ in noted(text)] == [
        ("L1-2", "<!-- 注\n释\t-->"),
        ("L3", "<script>var 丙;</script>"),
        ("L3", "<style>p {}</style>"),
    ]


def test_what_is_never_closed_hides_nothing() -> None:
    assert shape("甲<!-- 乙\n<script>丙\n丁\n") == ["甲<!-- 乙", "<script>丙", "丁"]


def test_html_tables_are_rows_at_their_place() -> None:
    text = (
        "前言\n<table border=1>\n\t<tr><th>任务</th><th>牵头</th></tr>\n"
        "\t<tr><td colspan=2>一、总体</td></tr>\n\t<tr>\n\t\t<td rowspan=2>1. 甲\n\t\t和乙</td>"
        "<td>市科技局<br>市财政局</td>\n\t</tr>\n\t<tr><td>市教育局</td></tr>\n</table>后记\n"
    )
    assert shape(text) == [
        "前言",
        ["任务", "牵头"],
        ["一、总体", ""],
        ["1. 甲和乙", "市科技局|市财政局"],
        ["↑", "市教育局"],
        "后记",
    ]
    assert [str(b.place) for b in read(text).blocks] == ["L1", "L3", "L4", "L5-8", "L9", "L10"]


def test_html_tables_without_end_tags_give_the_same_rows() -> None:
    closed = "<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td></td></tr></table>\n正文"
    open_ = "<table><tr><td>甲<td>乙\n<tr><td>丙<td></table>\n正文"
    assert shape(closed) == shape(open_) == [["甲", "乙"], ["丙", ""], "正文"]


def test_text_between_cells_and_nested_tables_lose_nothing() -> None:
    loose = "<table><caption>表一</caption><tr>散<td>甲<td>乙</table>尾"
    assert shape(loose) == ["表一", ["甲", "乙"], "散", "尾"]
    nested = "<table><tr><td>甲<table><tr><td>乙</td></tr></table></td><td>丙</td></tr></table>"
    assert shape(nested) == ["甲", "乙", "丙"]


# --- the paragraphs of a cell ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "paragraphs"),
    [
        ("市科技局、市财<br>政局", "市科技局、市财政局"),
        ("加快推进知识产权<br/>强省建设。<br>建立台账。", "加快推进知识产权强省建设。|建立台账。"),
        ("开展培训，<br>（一）建立台账", "开展培训，|（一）建立台账"),
        ("开展培训<br>1.建立台账<br>②完善机制", "开展培训|1.建立台账|②完善机制"),
        ("增长<br>3.5倍", "增长3.5倍"),
        ("称为“高地。”<br>乙", "称为“高地。”|乙"),
        ("开展<p>培训</p><p>建立", "开展|培训|建立"),
        ("<ul><li>甲<li>乙</ul>", "甲|乙"),
        ("市科技局<br>市财政局", "市科技局|市财政局"),
        ("市委宣传部（版权局）<br>市财政局、市教育局", "市委宣传部（版权局）|市财政局、市教育局"),
        ("由市财政局<br>负责落实", "由市财政局负责落实"),
        ("牵头单位：市科技局<br>责任单位：市财政局", "牵头单位：市科技局|责任单位：市财政局"),
        ("2025年6月<br>2025年12月", "2025年6月|2025年12月"),
        ("IP<br>Bank", "IP Bank"),
    ],
)
def test_only_a_broken_line_is_joined(cell: str, paragraphs: str) -> None:
    assert shape(f"任务\t{cell}\n") == [["任务", paragraphs]]


def test_a_joined_line_is_noted_with_its_cell() -> None:
    assert ("lines-joined", "L1:2", "开展\u2028培训", "开展培训") in noted("任务\t开展<br>培训\n")


# --- characters ------------------------------------------------------------------------------


def test_invisible_characters_are_taken_out_with_count_and_place() -> None:
    text = "任务\n市\u200b科\u200b技\ufeff局\u202e\u00ad\ufe0f\t乙\n"
    assert shape(text) == ["任务", ["市科技局", "乙"]]
    was = "U+00AD×1、U+200B×2、U+202E×1、U+FE0F×1、U+FEFF×1"
    assert noted(text) == [("characters-removed", "L2", was, "")]
    assert read(text).lines[1] == "市\u200b科\u200b技\ufeff局\u202e\u00ad\ufe0f\t乙"


def test_radicals_become_the_usual_characters() -> None:
    text = "⼀、⺠生⻓期⻅效⾦⼈ㄧ览\n"
    assert shape(text) == ["一、民生长期见效金人一览"]
    assert noted(text) == [("characters-replaced", "L1", "⼀⺠⻓⻅⾦⼈ㄧ", "一民长见金人一")]


def test_a_bopomofo_letter_among_its_kind_stays() -> None:
    assert shape("注音ㄅㄧˋ、ㄧㄢ\n") == ["注音ㄅㄧˋ、ㄧㄢ"]


def test_every_look_alike_stands_for_one_unified_ideograph() -> None:
    assert len(RADICALS) > 700
    for was, became in RADICALS.items():
        assert len(was) == len(became) == 1
        assert unicodedata.name(became).startswith("CJK UNIFIED IDEOGRAPH")
    # The simplified forms say in their Unicode name what they are; three are spot-checked.
    assert [RADICALS[c] for c in "⻔⻋⻰"] == ["门", "车", "龙"]


def test_unknown_characters_are_kept_with_a_warning() -> None:
    issue = read("任务\ue000甲\ufffd𠮷―\n").issues[0]
    assert (issue.kind.code, issue.kind.severity.value) == ("characters-unknown", "warning")
    assert issue.was == "U+E000×1、U+FFFD×1"
    assert shape("任务\ue000甲\ufffd𠮷―\n") == ["任务\ue000甲\ufffd𠮷―"]


def test_full_width_forms_stay_as_printed() -> None:
    assert shape("２０２５年①㈠（Ａ）︵\n") == ["２０２５年①㈠（Ａ）︵"]
