"""The ledger as a table: a TSV file in the form of SSSOM, its head and its cells.

UTF-8; first the metadata as ``#`` lines, kept as they stand, then a header line, then one row on
each line. A cell with a tab, a line break or a quotation mark stands in quotation marks.

Source: SSSOM, https://mapping-commons.github.io/sssom/, section «SSSOM/TSV».
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.errors import InputError, Problem
from kg.review.curie import KEY_BASE, KEY_PREFIX, TERM_BASE, TERM_PREFIX
from kg.wording import Text

SLOTS = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "predicate_modifier",
    "object_id",
    "object_label",
    "mapping_justification",
    "subject_source",
    "object_source",
    "confidence",
    "reviewer_label",
    "mapping_date",
    "comment",
)
"""Slots of SSSOM that every mapping of ours fills, in its order."""

COLUMNS = (*SLOTS, "subject_text_hash", "object_text_hash", "unsure")
REQUIRED = ("subject_id", "predicate_id", "object_id", "mapping_justification", "reviewer_label")
JUSTIFICATION = "semapv:ManualMappingCuration"
# One metadata element a line: YAML, so no free comment.
HEAD = f"""\
#curie_map:
#  {KEY_PREFIX}: "{KEY_BASE}"
#  {TERM_PREFIX}: "{TERM_BASE}"
#  semapv: "https://w3id.org/semapv/vocab/"
#mapping_set_id: "https://policy-task-kg.invalid/review"
#mapping_set_title: "对应关系审核账本"
#mapping_set_description: "下级举措（subject）与上级举措（object）是否对应；用 kg review 增改"
#comment: "covers 承接，partly_covers 部分承接，compared_with 两份文件要比对，\
exempt_from 任务不适用于下级（every_lower_document 每份下级文件），Not 否定，unsure 存疑"
#license: "https://w3id.org/sssom/license/unspecified"
#extension_definitions:
#  - slot_name: subject_text_hash
#    property: "{TERM_PREFIX}:subject_text_hash"
#    type_hint: "xsd:string"
#  - slot_name: object_text_hash
#    property: "{TERM_PREFIX}:object_text_hash"
#    type_hint: "xsd:string"
#  - slot_name: unsure
#    property: "{TERM_PREFIX}:unsure"
#    type_hint: "xsd:boolean"
"""
_MARK = "\ufeff"
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""What no cell may hold: other programs break lines at some of these."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row by column, and the line it begins on, counted from 1."""

    line: int
    cells: Mapping[str, str]


def split_head(data: bytes, name: str) -> tuple[str, str]:
    """Return the metadata lines of a ledger and the rest; both empty for an empty file.

    Raises
    ------
    InputError
        When the bytes are not UTF-8.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            Problem(
                Text("审核账本不是 UTF-8 编码", "the review ledger is not in UTF-8"),
                place(name, line),
                next_step=Text("另存为 UTF-8 的文本", "save it as text in UTF-8"),
            )
        ) from error
    lines = text.removeprefix(_MARK).replace("\r\n", "\n").split("\n")
    number = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return "".join(f"{line}\n" for line in lines[:number]), "\n".join(lines[number:])


def read_rows(body: str, name: str, first_line: int) -> Iterator[Row | Problem]:
    """Yield the rows of a table, or what is wrong with a line.

    Without a right header nothing else is read; after a broken quotation nothing more.

    Parameters
    ----------
    first_line
        The line of the file on which the table begins.
    """
    reader = csv.reader(io.StringIO(body, newline=""), delimiter="\t", strict=True)
    header: Sequence[str] = ()
    line = first_line
    try:
        for cells in reader:
            if any(cells) and not header:
                header = cells
                faults = list(_header_faults(header, name, line))
                yield from faults
                if faults:
                    return
            elif any(cells):
                yield _row(header, cells, name, line)
            line = first_line + reader.line_num
    except csv.Error as error:
        yield Problem(
            Text(f"引号或换行不对：{error}", f"quotation marks or line breaks are wrong: {error}"),
            place(name, line),
            Text(
                "有制表符、换行或引号的格用双引号括起",
                "cells with a tab, line break or quote in quotes",
            ),
        )


def _header_faults(header: Sequence[str], name: str, line: int) -> Iterator[Problem]:
    for column in dict.fromkeys(header):
        if column not in COLUMNS:
            yield Problem(
                Text(f"不认识的列：{column}", f"unknown column: {column}"),
                place(name, line, column),
                Text("、".join(COLUMNS), ", ".join(COLUMNS)),
            )
        elif header.count(column) > 1:
            yield Problem(
                Text(f"列 {column} 重复", f"column {column} stands twice"),
                place(name, line, column),
            )
    for column in REQUIRED:
        if column not in header:
            yield Problem(Text(f"缺列 {column}", f"column {column} is missing"), place(name, line))


def _row(header: Sequence[str], cells: Sequence[str], name: str, line: int) -> Row | Problem:
    if len(cells) > len(header):
        return Problem(
            Text(f"这一行有 {len(cells)} 格", f"the row has {len(cells)} cells"),
            place(name, line),
            Text(f"{len(header)} 格，以制表符分隔", f"{len(header)} cells, parted by tabs"),
        )
    filled = dict.fromkeys(COLUMNS, "") | dict(zip(header, cells, strict=False))
    for column, text in filled.items():
        if _UNPRINTABLE.search(text):
            return _unprintable(column, place(name, line, column))
    return Row(line, filled)


def table(rows: Iterable[Mapping[str, str]], columns: Sequence[str] = COLUMNS) -> str:
    """Return header and rows as text.

    Raises
    ------
    InputError
        When a cell holds what no cell can hold.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        for column in columns:
            if _UNPRINTABLE.search(row[column]):
                raise InputError(_unprintable(column, None))
        writer.writerow([row[column] for column in columns])
    return out.getvalue()


def place(name: str, line: int, column: str = "") -> Text:
    """Return where a fault stands."""
    if column:
        return Text(f"{name} 第 {line} 行 {column} 列", f"{name}, line {line}, column {column}")
    return Text(f"{name} 第 {line} 行", f"{name}, line {line}")


def _unprintable(column: str, where: Text | None) -> Problem:
    return Problem(
        Text(f"{column} 中有控制字符", f"{column} has a control character"),
        where,
        next_step=Text("去掉后再记", "take it out"),
    )
