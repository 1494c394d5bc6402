"""A file cut short is refused whole, wherever in a row the cut falls."""

from __future__ import annotations

import pytest

from kg.errors import InputError
from kg.loading import registry
from kg.wording import Language
from tests.genres.reading import BREAKDOWN, parse, rows

TEXTS = [path.read_text(encoding="utf-8") for path in registry().bundled_files()]


def _cuts(text: str) -> list[int]:
    """Places inside a cell that does not hold a list of names, in rows behind the first few.

    A list of names cut between two names is whole by its form; what is missing cannot be seen.
    """
    places: list[int] = []
    start = 0
    for line in text.split("\n"):
        for cell_start, cell in _cells(line):
            is_text = "。" in cell[:-1] or "年" in cell[:6] or cell[:2].rstrip(".").isdigit()
            if is_text and "\t" in line and start > len(text) // 4:
                places.extend(start + cell_start + i for i in range(1, len(cell) - 1))
        start += len(line) + 1
    return places


def _cells(line: str) -> list[tuple[int, str]]:
    cells, at = [], 0
    for cell in line.split("\t"):
        cells.append((at, cell))
        at += len(cell) + 1
    return cells


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.strip()[:10])
@pytest.mark.parametrize("end", ["", "\n"], ids=["no line end", "line end"])
def test_a_cut_inside_a_row_is_refused(text: str, end: str) -> None:
    cuts = _cuts(text)
    places = cuts[:: max(1, len(cuts) // 60)]
    accepted = []
    for place in places:
        try:
            parse(text[:place] + end)
        except InputError:
            continue
        accepted.append(text[place - 20 : place])
    assert accepted == []


@pytest.mark.parametrize(
    ("last", "sign"),
    [
        ("3.加强调度\t按月通报", "末行没有“完成时限”"),
        ("3.加强调度\t按月通报。\t市住", "末行没有“完成时限”"),
        ("3.加强调度\t按月通报。\t市住建局\t市财政局\t2025年", "末行完成时限不完整"),
        ("3.加强调度", "标题之后没有内容"),
        ("二、夯实基础", "标题之后没有内容"),
        ("3.加强调度\t<p>按月通报", "末行标记没有结束"),
        ("<b", "末行标记没有结束"),
        ("重点任务\t具体内", "末行是表头的开头"),
    ],
)
def test_the_refusal_says_what_is_missing_and_where(last: str, sign: str) -> None:
    whole = rows(
        BREAKDOWN,
        ("1.更新管网", "更新管网。", "市水利局", "市财政局", "2025年6月"),
        ("2.更新小区", "更新小区。", "市住建局", "市财政局", "2025年6月"),
    )
    with pytest.raises(InputError) as refused:
        parse(whole + last, "表.txt")
    zh = refused.value.into(Language.ZH)
    assert zh.startswith(f"文件在一行中间断开：{sign}（表.txt 第4行，…")
    assert "应为：与其他各行一样完整的一行" in zh
    assert "请重新取得完整的文件再载入" in zh
    assert refused.value.into(Language.EN).startswith("the file ends in the middle of a row: ")


def test_a_last_name_cut_short_is_refused() -> None:
    head = ("任务", "措施", "责任单位")
    whole = rows(
        head, *((f"{n}.任务", "推进改造。", "市住建局、各县（市、区）政府") for n in range(1, 7))
    )
    with pytest.raises(InputError, match="末行单位名称不完整"):
        parse(whole + "7.任务\t推进改造。\t市住建局、各县（市")
    with pytest.raises(InputError, match="末行单位名称不完整"):
        parse(whole + "7.任务\t推进改造。\t市住建局、")


def test_a_whole_file_without_a_final_line_end_is_read() -> None:
    text = rows(
        BREAKDOWN,
        ("1.更新管网", "更新管网。", "市水利局", "市财政局", "2025年6月"),
        ("2.更新小区", "更新小区。", "市住建局", "市财政局", "2025年9月"),
    )
    assert len(parse(text.rstrip("\n")).sections[0].tasks) == 2
