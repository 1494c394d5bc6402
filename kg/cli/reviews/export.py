"""``kg review export``: a workbook in which judgements are filled in."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.analysis.report import Report
from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.parameter import Argument
from kg.cli.reviews.desk import Desk
from kg.cli.reviews.ledger import review_of, review_option
from kg.cli.reviews.options import Choice, choice_options
from kg.cli.reviews.sheet import (
    COLUMNS,
    COMMENT,
    GRADE,
    GRADE_WORDS,
    VERDICT,
    VERDICTS,
    sheet_report,
)
from kg.errors import Problem, UsageError
from kg.render.files import write_file
from kg.wording import Language, Text, same

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_MEANING = Text(
    "把要审核的对应写成 XLSX：每对一行，两处全文、得分、依据，判断一栏是下拉选单。填好后用 "
    "kg review import 读回。默认导出全部；--state suggested 只导出还没有人判断的。",
    "Writes the pairs to review as a workbook: one row each with both texts, score and reasons, "
    "the verdict as a drop-down list. kg review import reads it back. All pairs by default; "
    "--state suggested for those nobody has judged.",
)
_WIDE = ("upper_text", "lower_text", "grounds", "given_comment")
_WIDTH = 45
_FILL = "FFF2CC"
"""Pale yellow: where to write."""


def _run(
    invocation: Invocation,
    *,
    file: Path,
    state: tuple[str, ...],
    document: tuple[str, ...],
    task: tuple[str, ...],
) -> None:
    _require_workbook(file)
    ledger = review_of(invocation)
    with invocation.open_store() as store:
        desk = Desk(store, ledger)
    _, shown = Choice(state, document, task).pairs(desk)
    report = sheet_report(shown)
    data, notices = workbook(report, invocation.language)
    write_file(file, data)
    for notice in notices:
        invocation.say(invocation.word(notice))
    number = len(report.parts[0].rows)
    text = Text(f"已写入 {file}，{number} 对", f"{number} pairs written to {file}")
    invocation.say(invocation.word(text))
    if left := len(shown) - number:
        text = Text(
            f"另有 {left} 对举措不在图谱库中，没有写入",
            f"{left} pairs are left out: their measures are not in the store",
        )
        invocation.say(invocation.word(text))


def _require_workbook(file: Path) -> None:
    if file.suffix.lower() != ".xlsx":
        raise UsageError(
            Problem(
                Text("审核表只能写成 XLSX", "the review sheet is a workbook"),
                same(str(file)),
                Text("以 .xlsx 结尾的文件名", "a file name that ends in .xlsx"),
            )
        )


def workbook(report: Report, language: Language) -> tuple[bytes, tuple[Text, ...]]:
    """Return the report as a workbook with drop-down lists, and what has to be said about it."""
    from openpyxl import load_workbook  # noqa: PLC0415 - slow, and other commands do without

    from kg.render.workbook import render  # noqa: PLC0415 - the same

    data, notices = render(report, language)
    book = load_workbook(io.BytesIO(data))
    made = book.properties.modified
    _prepare(book.worksheets[0], language, len(report.parts[0].rows))
    out = io.BytesIO()
    book.properties.modified = made
    book.save(out)
    return out.getvalue(), notices


def _prepare(sheet: Worksheet, language: Language, rows: int) -> None:
    """Add what a report has not: drop-down lists, colour where to write, room for texts."""
    from openpyxl.styles import Alignment, PatternFill  # noqa: PLC0415 - loaded by now
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - loaded by now

    head = _head(sheet, VERDICT.heading.into(language))
    letters = {c.name: get_column_letter(i) for i, c in enumerate(COLUMNS, start=1)}
    last = head + max(rows, 1)
    for column, words in ((VERDICT, VERDICTS.values()), (GRADE, GRADE_WORDS.values())):
        letter = letters[column.name]
        _offer(sheet, [w.into(language) for w in words], f"{letter}{head + 1}:{letter}{last}")
    for column in COLUMNS:
        letter = letters[column.name]
        if column.name in _WIDE:
            sheet.column_dimensions[letter].width = _WIDTH
        for (cell,) in sheet[f"{letter}{head + 1}:{letter}{last}"]:
            cell.alignment = Alignment(vertical="top", wrap_text=column.name in _WIDE)
            if column in {VERDICT, GRADE, COMMENT}:
                cell.fill = PatternFill("solid", fgColor=_FILL)


def _head(sheet: Worksheet, heading: str) -> int:
    """Return the row of the headings."""
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        if heading in row:
            return number
    raise ValueError(heading)


def _offer(sheet: Worksheet, words: Iterable[str], cells: str) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 - loaded by now

    listed = DataValidation(
        type="list", formula1=f'"{",".join(words)}"', allow_blank=True, showErrorMessage=True
    )
    sheet.add_data_validation(listed)
    listed.add(cells)


COMMAND = Command(
    "export",
    _run,
    _MEANING,
    [
        Argument(
            "file",
            type=click.Path(path_type=Path),
            metavar="FILE.xlsx",
            meaning=Text("写到哪里", "where to"),
        ),
        *choice_options(),
        review_option(),
    ],
)
