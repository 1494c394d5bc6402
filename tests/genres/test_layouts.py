"""One document in many layouts is one document."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

import pytest

from kg.loading import registry
from kg.model import ParsedDocument, Role
from tests.genres.reading import parse

CITY = next(
    text
    for text in (p.read_text(encoding="utf-8") for p in registry().bundled_files())
    if "重点任务分解表" in text
)
PROVINCE = next(
    text
    for text in (p.read_text(encoding="utf-8") for p in registry().bundled_files())
    if "任务清单的通知" in text
)
TITLE = "福州市国家知识产权强市建设示范城市工作方案重点任务分解表"
HEAD = ["重点任务", "具体内容", "牵头单位", "责任单位", "完成时限"]


def _content(document: ParsedDocument) -> list[tuple[object, ...]]:
    return [
        (
            (s.number, s.title),
            (t.number, t.title),
            m.text,
            frozenset((b.printed, b.role, b.basis, b.order) for b in m.responsible),
            m.deadline.timing if m.deadline else None,
        )
        for s in document.sections
        for t in s.tasks
        for m in t.measures
    ]


def _rows(*, repeat: bool = False) -> Iterator[list[str]]:
    for section in parse(CITY).sections:
        yield [f"{section.number}、{section.title}", "", "", "", ""]
        for task in section.tasks:
            for i, measure in enumerate(task.measures):
                heading = f"{task.number}.{task.title}" if repeat or not i else ""
                bodies: dict[Role, list[str]] = {role: [] for role in Role}
                for body in measure.responsible:
                    bodies[body.role].append(body.printed)
                due = measure.deadline.text if measure.deadline else ""
                lists = ["、".join(bodies[Role.LEAD]), "、".join(bodies[Role.ASSIST])]
                yield [heading, measure.text, *lists, due]


def _csv(rows: Sequence[Sequence[str]], delimiter: str = ",") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _markdown(rows: Sequence[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([TITLE, "", lines[0], "|" + "---|" * len(HEAD), *lines[1:]]) + "\n"


def _html(rows: Sequence[Sequence[str]]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"{TITLE}\n<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>\n"


def _with_ordinals() -> list[list[str]]:
    head = ["序号", "工作任务", "工作举措", "牵头部门", "配合单位", "时间节点", "备注"]
    rows, number = [head], 0
    for heading, *rest in _rows():
        if not any(rest):
            rows.append(["", heading, *rest, ""])
            continue
        number += bool(heading)
        title = heading.partition(".")[2]
        rows.append([str(number) if heading else "", title, *rest, ""])
    return rows


def _with_section_column() -> list[list[str]]:
    head = ["序号", "工作板块", "工作任务", "工作举措", "牵头部门", "配合单位", "时间节点"]
    rows, number, section = [head], 0, ""
    for heading, *rest in _rows():
        if not any(rest):
            section = heading
            continue
        number += bool(heading)
        title = heading.partition(".")[2]
        rows.append([str(number) if heading else "", section, title, *rest])
        section = ""
    return rows


def _reordered() -> list[list[str]]:
    order = [4, 0, 1, 3, 2]
    return [[row[i] for i in order] for row in [HEAD, *_rows()]]


def _one_stack() -> str:
    """All cells one under another, without a blank line or an empty cell between rows."""
    cells = [cell for row in [HEAD, *_rows()] for cell in row if cell]
    return f"{TITLE}\n\n" + "".join(f"\t{cell}\n" for cell in cells)


LAYOUTS = {
    "blank cells stripped": ("a.txt", "\n".join(line.rstrip() for line in CITY.split("\n"))),
    "header and rows in one stack": ("a.txt", _one_stack()),
    "no blank lines": ("a.txt", "\n".join(x for x in CITY.split("\n") if x.strip()) + "\n"),
    "no tabs at all": ("a.txt", "\n".join(x.strip() for x in CITY.split("\n") if x.strip()) + "\n"),
    "Windows line ends": ("a.txt", CITY.replace("\n", "\r\n")),
    "csv": ("a.csv", _csv([[TITLE], HEAD, *_rows()])),
    "csv, tasks repeated": ("a.csv", _csv([[TITLE], HEAD, *_rows(repeat=True)])),
    "semicolons": ("a.csv", _csv([[TITLE], HEAD, *_rows()], ";")),
    "tabs": ("a.txt", _csv([[TITLE], HEAD, *_rows()], "\t")),
    "Markdown table": ("a.md", _markdown([HEAD, *_rows()])),
    "HTML table": ("a.txt", _html([HEAD, *_rows()])),
    "other order of columns": ("a.csv", _csv([[TITLE], *_reordered()])),
    "ordinals number the tasks": ("a.csv", _csv([[TITLE], *_with_ordinals()])),
    "a column of sections": ("a.csv", _csv([[TITLE], *_with_section_column()])),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_city_table_reads_the_same_in_every_layout(layout: str) -> None:
    name, text = LAYOUTS[layout]
    document = parse(text, name)
    assert _content(document) == _content(parse(CITY))
    assert document.tally.set_aside == 0


@pytest.mark.parametrize("change", ["\r\n", "stripped", "no blank lines"])
def test_the_province_list_reads_the_same_in_every_layout(change: str) -> None:
    lines = PROVINCE.split("\n")
    changed = {
        "\r\n": "\r\n".join(lines),
        "stripped": "\n".join(line.rstrip() for line in lines),
        "no blank lines": "\n".join(line for line in lines if line.strip()) + "\n",
    }[change]
    assert _content(parse(changed)) == _content(parse(PROVINCE))
