"""What a comparison says changed, in a form that tests can write down."""

from __future__ import annotations

import re
from collections import Counter

from kg.analysis.report import CellValue, Report
from kg.wording import Text

Change = tuple[str, ...]

_PLAIN = {
    "dropped": ("text_a",),
    "added": ("text_b",),
    "reworded": ("text_a", "text_b"),
    "reassigned": ("text", "role", "basis", "change", "bodies_dropped", "bodies_added"),
    "deadlines": ("text", "scope", "change", "deadline_a", "deadline_b", "days"),
    "targets": ("text", "change", "target_a", "target_b"),
    "moved": ("text", "change", "task_a", "task_b"),
    "remarks": ("text", "remark_a", "remark_b"),
    "headings": ("level", "change", "heading_a", "heading_b"),
    "joined": ("joined", "measure_a", "measure_b"),
    "possible": ("measure_a", "measure_b"),
    "rolled": ("text", "scope", "deadline_a", "deadline_b"),
    "takeovers": ("body_a", "body_b", "guess"),
}

_MIRRORED = {
    "增加": "减少", "新增": "取消", "新设": "取消", "推迟": "提前", "合并": "拆分",
}  # fmt: skip
_MIRRORED |= {b: a for a, b in _MIRRORED.items() if b != "取消"}
_LOOSER = {"提高": "放宽", "收紧": "放宽"}
_FIGURES = re.compile(r"由(\s?)(.+?)(\s?(?:改为|变为)\s?)(.+?)(?=，|$)")


def changes(report: Report, texts: dict[CellValue, str]) -> Counter[Change]:
    """Return every change that a report names.

    Parameters
    ----------
    texts
        The words of the measures of A, by key.
    """
    found: Counter[Change] = Counter()
    for part in report.parts:
        for row in part.rows if part.key in _PLAIN else ():
            cells = {**row}
            if isinstance(keys := row.get("a_keys"), tuple) and keys[0] in texts:
                cells["text"] = texts[keys[0]]
            found[part.key, *(_said(cells[name]) for name in _PLAIN[part.key])] += 1
    return found


def _said(value: CellValue) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "、".join(value)
    return value.zh if isinstance(value, Text) else str(value)


def mirrored(report: Report) -> Counter[tuple[str, frozenset[tuple[str, str]]]]:
    """Return every row of a report as the comparison the other way round has to give it."""
    return _rows(report, turned=True)


def all_rows(report: Report) -> Counter[tuple[str, frozenset[tuple[str, str]]]]:
    """Return every row of a report, in any order."""
    return _rows(report, turned=False)


_SIDES = {"a": "b", "b": "a"}
_OTHER_SIDE = {"bodies_dropped": "bodies_added", "bodies_added": "bodies_dropped"}
_NEGATED = {"days", "days_in_year"}
_PARTS = {"dropped": "added", "added": "dropped"}
_ONE_SIDED = ("opening", "difference", "change", "what", "side")


def _rows(report: Report, *, turned: bool) -> Counter[tuple[str, frozenset[tuple[str, str]]]]:
    found: Counter[tuple[str, frozenset[tuple[str, str]]]] = Counter()
    for part in report.parts:
        for row in part.rows:
            cells = {n: _cell(n, v, turned=turned) for n, v in row.items()}
            what = cells.get("what")
            if turned:
                cells = {_name(name): value for name, value in cells.items()}
                swapped = {"取消": "新增", "新增": "取消", "合并": "拆分", "拆分": "合并"}
                what = swapped.get(what or "", what)
                for name in {"match", "joined"} & cells.keys():
                    cells[name] = swapped.get(cells[name], cells[name])
            kept = frozenset(
                (name, value) for name, value in cells.items() if name not in _ONE_SIDED
            )
            change = _turned(cells.get("change", ""), cells) if turned else cells.get("change", "")
            key = _PARTS.get(part.key, part.key) if turned else part.key
            found[f"{key} {what or ''} {change}", kept] += 1
    return found


def _name(name: str) -> str:
    if name in _OTHER_SIDE:
        return _OTHER_SIDE[name]
    stem, _, side = name.rpartition("_")
    if side in _SIDES:
        return f"{stem}_{_SIDES[side]}"
    return {"a_keys": "b_keys", "b_keys": "a_keys"}.get(name, name)


def _cell(name: str, value: CellValue, *, turned: bool) -> str:
    if name in _NEGATED and turned and isinstance(value, int):
        return str(-value)
    if isinstance(value, tuple) and (name.endswith("_keys") or name.startswith("measure_")):
        return _said(tuple(sorted(value)))  # those of B stand in the order of A
    return _said(value)


def _turned(change: str, cells: dict[str, str]) -> str:
    if change == "取消":
        return "新设" if "target_a" in cells or "deadline_a" in cells else "新增"
    if change in _LOOSER:
        return _LOOSER[change]
    if change == "放宽":
        return "提高" if float(cells["number_b"]) > float(cells["number_a"]) else "收紧"
    for word in ("推迟", "提前"):
        if change.startswith(word):
            return change.replace(word, _MIRRORED[word])
    return _MIRRORED.get(change, _FIGURES.sub(r"由\1\4\3\2", change))
