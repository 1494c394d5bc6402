"""What can be wrong with a row of the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from kg.errors import Problem
from kg.review.cells import COMPARED, EVERY, EXEMPT, PREDICATES
from kg.review.curie import KEY_PREFIX, key_of
from kg.review.digest import is_text_hash
from kg.review.sheet import JUSTIFICATION, Row, place
from kg.wording import Text, same

_KEY = Text(
    f"{KEY_PREFIX}: 加举措或文件的键", f"{KEY_PREFIX}: and the key of a measure or document"
)
_LOWER = Text(f"{KEY_PREFIX}: 加下级文件的键，或 {EVERY}", f"{KEY_PREFIX}: and a key, or {EVERY}")
_HASHES = {
    command: Text(
        f"16 位十六进制数，由程序填写；手写的行请改用 {command}",
        f"16 hexadecimal digits, written by the program; by hand use {command}",
    )
    for command in ("kg review add", "kg review exempt")
}
_DAY = Text("2025-01-31", "2025-01-31")
_SHARE = Text("0 到 1 之间的数，或留空", "a number from 0 to 1, or nothing")


def row_faults(row: Row, name: str) -> Iterator[Problem]:
    """Yield everything that is wrong with a row, with its line and column."""
    cells = row.cells
    wanted = _wanted(cells["predicate_id"])
    faults = [c for c, (is_right, _) in wanted.items() if not is_right(cells[c])]
    for column in faults:
        what = (
            Text(f"{column} 不对：{cells[column]}", f"wrong {column}: {cells[column]}")
            if cells[column]
            else Text(f"{column} 一格是空的", f"cell {column} is empty")
        )
        yield Problem(what, place(name, row.line, column), wanted[column][1])
    if not faults:
        yield from _contradictions(row, name)


def _wanted(predicate: str) -> Mapping[str, tuple[Callable[[str], bool], Text]]:
    """Return what each cell of a row has to be, in words as well."""
    predicates = (*PREDICATES, COMPARED, EXEMPT)
    wanted: dict[str, tuple[Callable[[str], bool], Text]] = {
        "subject_id": (_is_key, _KEY),
        "object_id": (_is_key, _KEY),
        "predicate_id": (lambda w: w in predicates, same(" | ".join(predicates))),
        "predicate_modifier": (lambda w: w in {"", "Not"}, Text("Not，或留空", "Not, or nothing")),
        "mapping_justification": (lambda w: w == JUSTIFICATION, same(JUSTIFICATION)),
        "reviewer_label": (lambda w: bool(w.strip()), Text("判断人姓名", "who judged")),
        "mapping_date": (_is_day, _DAY),
        "confidence": (_is_share, _SHARE),
        "unsure": (lambda w: w.lower() in {"", "true", "false"}, same("true | false")),
    }
    if predicate == EXEMPT:
        return wanted | {
            "subject_id": (lambda w: w == EVERY or _is_key(w), _LOWER),
            "object_source": (_is_key, _KEY),
            "object_text_hash": (is_text_hash, _HASHES["kg review exempt"]),
        }
    if predicate != COMPARED:
        wanted |= {
            "subject_source": (_is_key, _KEY),
            "object_source": (_is_key, _KEY),
            "subject_text_hash": (is_text_hash, _HASHES["kg review add"]),
            "object_text_hash": (is_text_hash, _HASHES["kg review add"]),
        }
    return wanted


def _contradictions(row: Row, name: str) -> Iterator[Problem]:
    """Yield what is wrong between the cells of a row whose cells are right each by itself."""
    cells = row.cells
    predicate = cells["predicate_id"]
    if cells["unsure"].lower() == "true" and (
        cells["predicate_modifier"] or predicate not in PREDICATES
    ):
        yield Problem(
            Text(
                "unsure 不能与 Not、文件比对、适用与否同用",
                "unsure excludes Not, and rows on documents or on what is exempt",
            ),
            place(name, row.line, "unsure"),
            next_step=Text("只留一种判断", "keep one of them"),
        )
    if predicate == COMPARED and cells["subject_id"] == cells["object_id"]:
        yield Problem(
            Text("一份文件不能与自己比对", "a document is not compared with itself"),
            place(name, row.line, "object_id"),
        )
    if predicate == EXEMPT and cells["subject_id"] == cells["object_source"]:
        yield Problem(
            Text("一份文件不是自己的下级", "a document does not stand below itself"),
            place(name, row.line, "subject_id"),
        )
    parts = {COMPARED: (), EXEMPT: ("object",)}.get(predicate, ("subject", "object"))
    for part in parts:
        yield from _outside(cells, part, place(name, row.line, f"{part}_id"))


def _outside(cells: Mapping[str, str], part: str, where: Text) -> Iterator[Problem]:
    zh, en = ("任务", "task") if cells["predicate_id"] == EXEMPT else ("举措", "measure")
    key, document = key_of(cells[f"{part}_id"]) or "", key_of(cells[f"{part}_source"]) or ""
    if not key.startswith((f"{document}/", f"{document}#")):
        yield Problem(
            Text(f"{key} 不是 {document} 的{zh}", f"{key} is no {en} of {document}"),
            where,
            Text(f"{part}_source 所写文件的{zh}", f"a {en} of the document in {part}_source"),
        )


def _is_key(words: str) -> bool:
    return key_of(words) is not None


def _is_day(words: str) -> bool:
    try:
        date.fromisoformat(words or "2000-01-01")
    except ValueError:
        return False
    return len(words) in {0, len("2025-01-31")}


def _is_share(words: str) -> bool:
    try:
        return 0 <= float(words or 0) <= 1
    except ValueError:
        return False
