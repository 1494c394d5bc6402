"""What a filled review sheet says: judgements, or everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar
from unicodedata import normalize

from kg.analysis.report import Column
from kg.cli.reviews.desk import Desk
from kg.cli.reviews.judging import Word
from kg.cli.reviews.pair import Pair, Side
from kg.cli.reviews.sheet import (
    COMMENT,
    GRADE,
    GRADE_WORDS,
    LOWER_HASH,
    LOWER_KEY,
    LOWER_TEXT,
    READ,
    UPPER_HASH,
    UPPER_KEY,
    UPPER_TEXT,
    VERDICT,
    VERDICTS,
)
from kg.errors import InputError, Problem
from kg.render.book import CELL_LIMIT
from kg.render.formula import storable
from kg.review import Grade, Verdict, text_hash
from kg.wording import Text

MeaningT = TypeVar("MeaningT", Verdict, Grade)


@dataclass(frozen=True, slots=True)
class FilledCell:
    """A cell with something in it."""

    text: str
    is_formula: bool


@dataclass(frozen=True, slots=True)
class FilledRow:
    """The cells of a row that are not empty, and the letters of all columns, by column name."""

    row: int
    cells: Mapping[str, FilledCell]
    letters: Mapping[str, str]

    def text(self, column: Column) -> str:
        """Return what a cell holds, without white space around it; "" where it is empty."""
        cell = self.cells.get(column.name)
        return cell.text.strip() if cell else ""

    def place(self, column: Column) -> Text:
        """Return where a cell stands, also an empty one."""
        letter = self.letters[column.name]
        return Text(
            f"第 {self.row} 行 {letter} 列“{column.heading.zh}”",
            f"row {self.row}, column {letter} “{column.heading.en}”",
        )


def filled_words(rows: Iterable[FilledRow], desk: Desk, name: str) -> list[Word]:
    """Return the judgements that are filled in, in the order of the rows.

    Raises
    ------
    InputError
        With every fault of the sheet: a formula, a measure or pair that is not there, a text that
        was altered or has changed since, an unknown word, a grade or comment without verdict, a
        pair that stands twice.
    """
    known = {(pair.lower.key, pair.upper.key): pair for pair in desk.pairs}
    words: list[Word] = []
    faults: list[Problem] = []
    first: dict[tuple[str, str], int] = {}
    for row in rows:
        wrong = [*_formulas(row)] or [*_faults(row, desk, known)]
        keys = row.text(LOWER_KEY), row.text(UPPER_KEY)
        if not wrong and first.setdefault(keys, row.row) != row.row:
            wrong = [_twice(row, first[keys])]
        faults.extend(wrong)
        if not wrong and row.text(VERDICT):
            words.append(_word(row, known[keys]))
    if faults:
        raise InputError(
            *(
                replace(
                    p,
                    where=Text(f"{name} {p.where.zh}", f"{name}, {p.where.en}")
                    if p.where
                    else None,
                )
                for p in faults
            )
        )
    return words


def _formulas(row: FilledRow) -> Iterator[Problem]:
    for column in READ:
        cell = row.cells.get(column.name)
        if cell is not None and cell.is_formula:
            yield Problem(
                Text("这一格是公式", "the cell is a formula"),
                row.place(column),
                next_step=Text("改成文字", "write it as text"),
            )


def _faults(row: FilledRow, desk: Desk, known: Mapping[tuple[str, str], Pair]) -> Iterator[Problem]:
    sides = (
        (LOWER_KEY, LOWER_TEXT, LOWER_HASH),
        (UPPER_KEY, UPPER_TEXT, UPPER_HASH),
    )
    missing = False
    for key, text, hash_ in sides:
        side = desk.known(row.text(key))
        if side is None:
            missing = True
            yield _unknown(row, key)
        else:
            yield from _altered(row, side, text, hash_)
    if not missing and (row.text(LOWER_KEY), row.text(UPPER_KEY)) not in known:
        yield Problem(
            Text("没有这一对", "there is no such pair"),
            row.place(UPPER_KEY),
            Text("kg review export 写出的一对", "a pair that kg review export wrote"),
            Text("用 kg review add 补充", "add it with kg review add"),
        )
    yield from _wrong_words(row)


def _unknown(row: FilledRow, key: Column) -> Problem:
    name = row.text(key)
    return Problem(
        Text(f"没有这条举措：{name}", f"unknown measure: {name}")
        if name
        else Text("键是空的", "the key is empty"),
        row.place(key),
        Text("图谱库中举措的键", "the key of a measure of the store"),
        Text("用 kg review export 重新导出", "write the sheet anew with kg review export"),
    )


def _altered(row: FilledRow, side: Side, text: Column, hash_: Column) -> Iterator[Problem]:
    if row.text(hash_) != text_hash(side.text):
        yield Problem(
            Text("导出之后这条举措的文字已变", "the text has changed since the sheet was written"),
            row.place(hash_),
            next_step=Text("重新导出，核对后再填", "write the sheet anew and judge again"),
        )
    elif _plain(row.text(text)) != _plain(storable(side.text)[:CELL_LIMIT]):
        yield Problem(
            Text("这条举措的文字被改动过", "the text was altered"),
            row.place(text),
            Text("照录的原文", "the text as printed"),
            Text("改回原文，或重新导出", "put it back, or write the sheet anew"),
        )


def _wrong_words(row: FilledRow) -> Iterator[Problem]:
    verdict, grade = _meant(row.text(VERDICT), VERDICTS), _meant(row.text(GRADE), GRADE_WORDS)
    if row.text(VERDICT) and verdict is None:
        yield _not_understood(row, VERDICT, VERDICTS.values())
    if row.text(GRADE) and grade is None:
        yield _not_understood(row, GRADE, GRADE_WORDS.values())
    for column in (GRADE, COMMENT):
        if row.text(column) and not row.text(VERDICT):
            yield Problem(
                Text("没有写判断", "there is no verdict"),
                row.place(VERDICT),
                _listed(VERDICTS.values()),
            )
            return
    if row.text(GRADE) and verdict is Verdict.REJECTED:
        yield Problem(
            Text("否定的不写程度", "what is rejected has no grade"),
            row.place(GRADE),
            next_step=Text("清空这一格", "empty the cell"),
        )


def _not_understood(row: FilledRow, column: Column, words: Iterable[Text]) -> Problem:
    given = row.text(column)
    return Problem(
        Text(f"不认识“{given}”", f"“{given}” is not understood"), row.place(column), _listed(words)
    )


def _listed(words: Iterable[Text]) -> Text:
    known = tuple(words)
    return Text("、".join(w.zh for w in known), ", ".join(w.en for w in known))


def _twice(row: FilledRow, first: int) -> Problem:
    return Problem(
        Text(f"与第 {first} 行是同一对", f"the same pair as in row {first}"),
        row.place(LOWER_KEY),
        next_step=Text("只留一行", "keep one of them"),
    )


def _word(row: FilledRow, pair: Pair) -> Word:
    verdict = _meant(row.text(VERDICT), VERDICTS)
    if verdict is None:
        raise ValueError(row.text(VERDICT))
    grade = _meant(row.text(GRADE), GRADE_WORDS)
    return Word(pair, verdict, grade, row.text(COMMENT))


def _meant(given: str, words: Mapping[MeaningT, Text]) -> MeaningT | None:
    """Return what a word means, in either language or as the ledger has it."""
    plain = given.casefold()
    return next((m for m, t in words.items() if plain in {t.zh, t.en.casefold(), str(m)}), None)


def _plain(text: str) -> str:
    return "".join(normalize("NFKC", text).split())
