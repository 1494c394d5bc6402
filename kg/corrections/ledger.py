"""The ledger: every correction, read whole or refused whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from kg.corrections import notation
from kg.corrections.entry import EVERYWHERE, Action, Entry
from kg.corrections.seal import plain, read_seal
from kg.corrections.sheet import COLUMNS, Cells, decode, place, read_cells
from kg.errors import InputError, Problem
from kg.grammar.dates import read_timing
from kg.wording import Text

_ANY_YEAR = 2000
"""A year for the check of a deadline that names none; the document's own counts later."""

_MOST_PARTS = 3
_LONGEST_NUMBER = 60


@dataclass(frozen=True, slots=True)
class Ledger:
    """The corrections of a ledger in the order of its lines; ``name`` is the file's, for faults."""

    name: str
    entries: tuple[Entry, ...] = ()

    @property
    def is_sealed(self) -> bool:
        """Whether every line was made by the program, and so was checked when it was made."""
        return all(entry.target_hash for entry in self.entries)


def read_ledger(data: bytes, name: str) -> Ledger:
    """Return the corrections that a file holds.

    Raises
    ------
    InputError
        With every fault of the file and its line: an encoding other than UTF-8, a wrong header,
        a broken line, an unknown action, a malformed key, a value that is not of its action's
        form, and two lines that say the same or contradict each other.
    """
    entries: list[Entry] = []
    faults: list[Problem] = []
    for found in read_cells(decode(data, name), name):
        if isinstance(found, Problem):
            faults.append(found)
            continue
        wrong = [replace(p, where=place(name, found.line)) for p in _line_faults(found)]
        faults.extend(wrong)
        if not wrong:
            entries.append(_entry(found))
    faults.extend(_clashes(entries, name))
    if faults:
        raise InputError(*faults)
    return Ledger(name, tuple(entries))


def same_cell(one: Entry, other: Entry) -> bool:
    """Whether two corrections speak of the same thing, so that only one of them can hold."""
    return _cell(one) == _cell(other)


def _entry(found: Cells) -> Entry:
    cells = dict(zip(COLUMNS, found.cells, strict=True))
    action = Action(cells.pop("action"))
    return Entry(action, **cells, line=found.line)


def _line_faults(found: Cells) -> Iterator[Problem]:
    cells = dict(zip(COLUMNS, found.cells, strict=True))
    if cells["action"] not in set(Action):
        yield Problem(
            Text(f"没有这种更正：{cells['action']}", f"unknown action: {cells['action']}"),
            expected=Text("、".join(Action), ", ".join(Action)),
        )
        return
    missing = [column for column in ("document", "target", "value") if not cells[column].strip()]
    for column in missing:
        yield Problem(Text(f"{column} 一格是空的", f"cell {column} is empty"))
    if missing:
        return
    entry = _entry(found)
    yield from _target_faults(entry)
    yield from _value_faults(entry)
    if entry.target_hash and read_seal(entry.target_hash, entry.document, entry.target) is None:
        yield Problem(
            Text(
                "target_hash 与这一行的文件和键不符",
                "target_hash does not belong to the document and target of the line",
            ),
            next_step=Text(
                "删去这一行，用 kg correct add 重记；手写的行把 target_hash 留空",
                "remove the line and add it with kg correct add; leave target_hash empty in a "
                "line written by hand",
            ),
        )
    if entry.date and not _is_day(entry.date):
        yield Problem(
            Text(f"日期不对：{entry.date}", f"not a date: {entry.date}"),
            expected=Text("2025-01-31", "2025-01-31"),
        )


def _target_faults(entry: Entry) -> Iterator[Problem]:
    if entry.action.is_about_a_name:
        yield from _faults_of(lambda: notation.require_name(entry.target))
    elif entry.document == EVERYWHERE:
        yield Problem(
            Text(
                f"{entry.action} 只能写在一份文件下，不能写 {EVERYWHERE}",
                f"{entry.action} belongs to one document, not to {EVERYWHERE}",
            )
        )
    elif not is_part_key(entry.target, entry.document):
        yield Problem(
            Text(f"键的写法不对：{entry.target}", f"malformed key: {entry.target}"),
            expected=Text(
                f"{entry.document}/五/14#2：文件的键之后是板块、任务、举措",
                f"{entry.document}/五/14#2: the document's key, then section, task, measure",
            ),
        )


def is_part_key(target: str, document: str) -> bool:
    """Tell whether a text has the form of the key of a part of a document.

    Examples
    --------
    >>> number = "闽知发〔2025〕14号"
    >>> [is_part_key(number + rest, number) for rest in ("/五/14#2", "/五", "#3", "/五/14~2/3")]
    [True, True, True, True]
    >>> [is_part_key(number + rest, number) for rest in ("", "/", "#x", "/五//1", "/一/二/三/四")]
    [False, False, False, False, False]
    """
    if not target.startswith(document):
        return False
    steps = _steps(target[len(document) :])
    return 0 < len(steps) <= _MOST_PARTS and all(map(_is_step, steps))


def _steps(rest: str) -> list[str]:
    """Cut a key before each / and #."""
    steps: list[str] = []
    for character in rest:
        if character in "/#" or not steps:
            steps.append(character)
        else:
            steps[-1] += character
    return steps


def _is_step(step: str) -> bool:
    number, again, times = step[1:].partition("~")
    if again and not _is_count(times):
        return False
    if step[0] == "#":
        return _is_count(number)
    return step[0] == "/" and 0 < len(number) <= _LONGEST_NUMBER and "!" not in number


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < len("100000")


def _value_faults(entry: Entry) -> Iterator[Problem]:
    value = entry.value
    match entry.action:
        case Action.ALIAS:
            yield from _faults_of(lambda: notation.require_name(value))
        case Action.SPLIT_NAME:
            yield from _faults_of(lambda: notation.read_several(value))
        case Action.AGENCIES:
            yield from _faults_of(lambda: notation.read_roles(value))
        case Action.SPLIT:
            yield from _faults_of(lambda: notation.read_openings(value))
        case Action.JOIN:
            yield from _faults_of(lambda: notation.read_count(value))
        case Action.DEADLINE if read_timing(value, _ANY_YEAR) is None:
            yield Problem(
                Text(f"时限无法识读：{value}", f"the deadline cannot be read: {value}"),
                expected=Text(
                    "例如 2025年6月、2025年底前、持续推进",
                    "such as 2025年6月, 2025年底前, 持续推进",
                ),
            )
        case Action.TEXT if not entry.was:
            yield Problem(
                Text("was 一格是空的", "cell was is empty"),
                expected=Text("印错的文字", "the misprinted words"),
            )
    if plain(value) == plain(entry.target if entry.action is Action.ALIAS else entry.was):
        yield Problem(Text("改后与原样相同", "the correction changes nothing"))


def _faults_of(read: Callable[[], object]) -> Iterator[Problem]:
    """Yield what is wrong with a value, as told by the function that reads it."""
    try:
        read()
    except InputError as error:
        yield from error.problems


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("2025-01-31")


def _clashes(entries: Iterable[Entry], name: str) -> Iterator[Problem]:
    """Yield corrections of what an earlier line corrects already."""
    first: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        earlier = first.setdefault(_cell(entry), entry)
        if earlier is entry:
            continue
        same = (earlier.action, earlier.value) == (entry.action, entry.value)
        what = (
            Text(f"与第 {earlier.line} 行重复", f"says the same as line {earlier.line}")
            if same
            else Text(f"与第 {earlier.line} 行矛盾", f"contradicts line {earlier.line}")
        )
        yield Problem(
            what,
            place(name, entry.line),
            next_step=Text("只留一行", "keep one of them"),
        )


def _cell(entry: Entry) -> tuple[str, ...]:
    """What a correction speaks of, in one form."""
    match entry.action:
        case Action.ALIAS | Action.SPLIT_NAME:
            return ("name", entry.document, plain(entry.target))
        case Action.SPLIT | Action.JOIN:
            return ("division", entry.target)
        case Action.TEXT:
            return ("text", entry.target, plain(entry.was))
        case _:
            return (entry.action, entry.target)
