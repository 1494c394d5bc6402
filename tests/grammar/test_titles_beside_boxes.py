"""Titles and dates beside what sites and offices print around them."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import FrontMatter
from tests.genres.reading import parse, rows

TITLE = "平陵市2025年稳就业工作任务清单"
TABLE = rows(("任务", "措施", "责任单位"), ("1.稳岗", "返还保费。", "市人社局"))
HTML = (
    "<table><tr><td>任务</td><td>措施</td><td>责任单位</td></tr>"
    "<tr><td>1.稳岗</td><td>返还保费。</td><td>市人社局</td></tr></table>"
)
BOX = (
    ("索 引 号", "PL-2025-0042", "发布机构", "平陵市人民政府办公室"),
    ("名　　称", f"关于印发《{TITLE}》的通知", "主题分类", "劳动、人事"),
    ("发布日期", "2025-05-06", "成文日期", "2025-04-10"),
    ("有效性", "有效", "服务对象", "各类企业清单"),
)


def _box(separator: str) -> str:
    if separator:
        return "".join(separator.join(row) + "\n" for row in BOX)
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in BOX)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>\n"


def _front(text: str) -> FrontMatter:
    return parse(text).front


@pytest.mark.parametrize("separator", ["", "\t"])
def test_a_box_of_particulars_gives_data_and_no_title(separator: str) -> None:
    table = f"<p>{TITLE}</p>{HTML}\n" if not separator else f"\n{TITLE}\n\n{TABLE}"
    front = _front(_box(separator) + table)
    assert front.list_title == TITLE
    assert front.title == f"关于印发《{TITLE}》的通知"
    assert front.issued_on == date(2025, 4, 10)
    assert front.issuer == "平陵市人民政府办公室"


def test_labelled_lines_are_no_titles() -> None:
    lines = "索引号：PL-2025-0042\n主题分类：劳动任务清单\n"
    assert _front(f"{lines}{TITLE}\n\n{TABLE}").list_title == TITLE


@pytest.mark.parametrize(
    ("below", "title", "issued"),
    [
        ("（2025年3月20日）", TITLE, date(2025, 3, 20)),
        ("（二〇二五年三月二十日）", TITLE, date(2025, 3, 20)),
        ("（2025—2027年）", f"{TITLE}（2025—2027年）", None),
    ],
)
def test_a_date_in_brackets_below_a_title_is_a_date(
    below: str, title: str, issued: date | None
) -> None:
    front = _front(f"{TITLE}\n{below}\n\n{TABLE}")
    assert (front.list_title, front.issued_on) == (title, issued)
