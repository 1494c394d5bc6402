"""A status ledger read whole or refused whole, with every fault by row and column."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from unicodedata import normalize

from kg.analysis.dossier import Dossier, Entry
from kg.analysis.status.sheet import BY, DATE, DOCUMENT, MEASURE, STATUS, Cells, Sheet, read_sheet
from kg.analysis.status.status import PROGRESS, Progress, Record, StatusLedger, conflicts
from kg.errors import InputError, Problem
from kg.wording import Text

_LISTED = 8
_WORDS: Mapping[Progress, tuple[str, ...]] = {
    Progress.DONE: ("已完成", "完成", "done"),
    Progress.UNDER_WAY: ("进行中", "推进中", "正在推进", "under way", "in progress"),
    Progress.NOT_BEGUN: ("未开始", "未启动", "not begun"),
}
_MEANT = {word: progress for progress, words in _WORDS.items() for word in words}
_DAY = re.compile(r"([0-9]{4})(?:[-/.]|年)([0-9]{1,2})(?:[-/.]|月)([0-9]{1,2})日?(?: 00:00:00)?")


def read_status(
    data: bytes, name: str, found: Sequence[Dossier], chosen: frozenset[str] = frozenset()
) -> StatusLedger:
    """Return the records of a ledger.

    A measure is named by its key, by its key without that of the document (五/14#2), or by the
    number it is printed with; a task with one measure names that measure as well.

    Parameters
    ----------
    data
        TSV or XLSX, see :mod:`kg.analysis.status.sheet`.
    found
        The documents of the store.
    chosen
        Keys of the documents that are looked at, where not all are: an address that several
        documents know means theirs.

    Raises
    ------
    InputError
        With every unknown or ambiguous measure, unknown status, unreadable date, and every two
        rows that cannot both hold. Nothing of the ledger counts then.
    """
    sheet = read_sheet(data, name)
    addresses = _Addresses(found, chosen)
    faults: list[Problem] = []
    records: dict[str, list[Record]] = defaultdict(list)
    for line in sheet.lines:
        record = _record(line, sheet, addresses, faults)
        if record is not None:
            records[record.measure_key].append(record)
    pairs = (pair for of_one in records.values() for pair in conflicts(of_one))
    faults += (_conflict(sheet, *pair) for pair in sorted(pairs, key=lambda p: p[1].row))
    if faults:
        raise InputError(*faults)
    return StatusLedger(
        name, {key: tuple(of_one) for key, of_one in records.items()}, sheet.ignored
    )


class _Addresses:
    """Measures by everything that names one."""

    def __init__(self, found: Iterable[Dossier], chosen: frozenset[str]) -> None:
        self.chosen = chosen
        self.documents: dict[str, set[str]] = defaultdict(set)
        self.keys: dict[str, str] = {}
        self._named: dict[str, dict[str, Entry]] = defaultdict(dict)
        for dossier in found:
            props = dossier.document.props
            for word in (dossier.key, props.get("doc_no"), props.get("title")):
                if word:
                    self.documents[_folded(str(word))].add(dossier.key)
            for entry in dossier.entries:
                self.keys[entry.key] = dossier.key
                for address in _addresses(entry):
                    self._named[_folded(address)][entry.key] = entry

    def meant(self, words: str, documents: Collection[str] | None) -> list[Entry]:
        """The measures that some words may mean: in the documents given, else in those that are
        looked at, else in all.
        """
        named = tuple(self._named.get(_folded(words), {}).values())
        if documents is not None:
            return [entry for entry in named if entry.document_key in documents]
        near = [entry for entry in named if entry.document_key in self.chosen]
        return near or list(named)

    def nearest(self, words: str) -> list[str]:
        """Addresses that look like some words."""
        known = [key.removeprefix(document).lstrip("/") for key, document in self.keys.items()]
        return get_close_matches(words, known, n=_LISTED, cutoff=0.3) or sorted(known)[:_LISTED]


def _addresses(entry: Entry) -> Iterator[str]:
    yield entry.key
    yield entry.reference
    number = entry.node.props.get("number")
    if number:
        yield str(number)
    for heading in entry.headings:
        if heading.label == "Task":
            yield heading.key
            yield heading.key.removeprefix(entry.document_key).lstrip("/")
            if heading.props.get("number"):
                yield str(heading.props["number"])


def _record(
    line: Cells, sheet: Sheet, addresses: _Addresses, faults: list[Problem]
) -> Record | None:
    """The record of a line; None where a cell is at fault, which is told."""
    before = len(faults)
    key = _measure(line, sheet, addresses, faults)
    progress = _progress(line, sheet, faults)
    on = _on(line, sheet, faults)
    if len(faults) > before or key is None or progress is None:
        return None
    return Record(key, progress, on, line.text(BY), line.row)


def _measure(line: Cells, sheet: Sheet, addresses: _Addresses, faults: list[Problem]) -> str | None:
    words, document = line.text(MEASURE), line.text(DOCUMENT)
    documents = addresses.documents.get(_folded(document)) if document else None
    if document and not documents:
        known = sorted({key for keys in addresses.documents.values() for key in keys})
        faults.append(_unknown(Text("文件", "document"), document, sheet, line, DOCUMENT, known))
        return None
    meant = addresses.meant(words, documents)
    if len(meant) == 1:
        return meant[0].key
    if meant:
        several = [entry.key for entry in meant[:_LISTED]]
        what = Text(f"“{words}”指 {len(meant)} 条举措", f"“{words}” means {len(meant)} measures")
        expected = Text("其中之一：" + "、".join(several), "one of " + ", ".join(several))
        advice = Text("写全举措的键，或加“文件”列", "give its key, or add a column “document”")
        faults.append(Problem(what, sheet.place(line.row, MEASURE), expected, advice))
        return None
    faults.append(
        _unknown(Text("举措", "measure"), words, sheet, line, MEASURE, addresses.nearest(words))
    )
    return None


def _progress(line: Cells, sheet: Sheet, faults: list[Problem]) -> Progress | None:
    words = line.text(STATUS)
    progress = _MEANT.get(" ".join(words.casefold().replace("_", " ").split()))
    if progress is None:
        faults.append(
            Problem(
                Text(f"不认识的状态：{words}", f"unknown status: {words}"),
                sheet.place(line.row, STATUS),
                Text(
                    "、".join(t.zh for t in PROGRESS.values()) + " 之一",
                    "one of " + ", ".join(t.en for t in PROGRESS.values()),
                ),
            )
        )
    return progress


def _on(line: Cells, sheet: Sheet, faults: list[Problem]) -> date | None:
    cell = line.cells.get(DATE)
    if cell is None or isinstance(cell, date):
        return cell
    day = _day(cell)
    if day is None:
        faults.append(
            Problem(
                Text(f"不是日期：{cell}", f"not a date: {cell}"),
                sheet.place(line.row, DATE),
                Text("年-月-日，例如 2025-06-30", "YYYY-MM-DD, such as 2025-06-30"),
            )
        )
    return day


def _day(words: str) -> date | None:
    found = _DAY.fullmatch(normalize("NFKC", words))
    if found is None:
        return None
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None


def _unknown(  # noqa: PLR0917, PLR0913 - a fault says what, where, and what was expected
    kind: Text, words: str, sheet: Sheet, line: Cells, column: str, known: Sequence[str]
) -> Problem:
    nearest = get_close_matches(words, known, n=_LISTED, cutoff=0.3) or list(known)[:_LISTED]
    return Problem(
        Text(f"没有这个{kind.zh}：{words}", f"unknown {kind.en}: {words}"),
        sheet.place(line.row, column),
        Text("、".join(nearest) + " 之一", "one of " + ", ".join(nearest))
        if nearest
        else Text("（库中没有）", "(the store holds none)"),
    )


def _conflict(sheet: Sheet, earlier: Record, later: Record) -> Problem:
    def said(record: Record) -> Text:
        word, day = PROGRESS[record.progress], record.on.isoformat() if record.on else ""
        return Text(f"{day}{word.zh}", f"{word.en} {day}".strip())

    before, after = said(earlier), said(later)
    return Problem(
        Text(
            f"两行不能同时成立：{before.zh}（第 {earlier.row} 行），"
            f"{after.zh}（第 {later.row} 行）；举措 {later.measure_key}",
            f"two rows cannot both hold: {before.en} (row {earlier.row}), {after.en} "
            f"(row {later.row}); measure {later.measure_key}",
        ),
        sheet.place(later.row, STATUS),
        next_step=Text("改正或删去一行", "mend or remove one of them"),
    )


def _folded(words: str) -> str:
    return "".join(normalize("NFKC", words).casefold().split())
