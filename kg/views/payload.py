"""A view as the data of its page: JSON that no browser takes for anything else."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from kg.views.canvas import network
from kg.views.page_words import WORDS
from kg.views.scene import (
    Band,
    Caption,
    Cell,
    Drawing,
    Facet,
    Item,
    Kind,
    Link,
    Mark,
    Quote,
    Record,
    Rule,
    Scene,
    View,
    Words,
)
from kg.wording import Language, Text

Order = tuple[str, Mapping[str, int]]
"""A facet with the number of each of its values."""

_WORTH = 6
"""Letters from which words are kept in the pool."""
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Characters that turn words round or cannot be seen: shown by their number."""
_ESCAPES = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}
_ESCAPED = re.compile("[<>&\u2028\u2029]")


class _Pool:
    """Words that a page repeats, each once; a list of one number stands for them."""

    def __init__(self) -> None:
        self._numbers: dict[Words, int] = {}

    def __call__(self, words: Words) -> str | list[int]:
        if isinstance(words, Text) and words.zh == words.en:
            words = words.zh
        if isinstance(words, str) and len(words) < _WORTH:
            return plain(words)
        return [self._numbers.setdefault(words, len(self._numbers))]

    @property
    def held(self) -> list[str | list[str]]:
        """By number: words of a document, or those of the program in Chinese and English."""
        return [
            plain(words) if isinstance(words, str) else [plain(words.zh), plain(words.en)]
            for words in self._numbers
        ]


def payload(view: View, language: Language) -> str:
    """Return the view as JSON for a ``<script type="application/json">``.

    No ``<``, ``>`` or ``&`` stands in it, so nothing in a name ends the element; words of the
    program that differ by language stand in ``pool``, Chinese first.
    """
    numbers = {record.key: number for number, record in enumerate(view.records)}
    pool = _Pool()
    data: dict[str, Any] = {
        "name": view.name,
        "language": language.value,
        "words": {key: pool(text) for key, text in WORDS.items()},
        "title": pool(view.title),
        "asOf": view.as_of.isoformat(),
        "stamp": view.stamp,
        "basis": [pool(words) for words in view.basis],
        "origin": pool(view.origin),
        "notes": [pool(note) for note in view.notes],
        "sources": [[plain(s.title), plain(s.doc_no)] for s in view.sources],
        "records": [_record(record, numbers, pool) for record in view.records],
        "scenes": [_scene(scene, numbers, pool) for scene in view.scenes],
    }
    data["pool"] = pool.held
    return encoded(data)


def encoded(data: object) -> str:
    r"""Return JSON that holds nothing a browser could take for markup.

    Examples
    --------
    >>> print(encoded("</script>"))
    "\u003c/script\u003e"
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _ESCAPED.sub(lambda found: _ESCAPES[found.group()], text)


def plain(text: str) -> str:
    r"""Return a text with every character that hides or turns words shown by its number.

    Examples
    --------
    >>> plain("市\u202e科技局")
    '市[U+202E]科技局'
    """
    shown = _UNSEEN.sub(lambda found: f"[U+{ord(found.group()):04X}]", text)
    return shown.encode("utf-8", "replace").decode()


def _record(record: Record, numbers: Mapping[str, int], pool: _Pool) -> dict[str, Any]:
    found: dict[str, Any] = {
        "key": plain(record.key),
        "label": pool(record.label),
        "caption": pool(record.caption),
        "quote": plain(record.quote),
        "facts": [[pool(name), pool(words)] for name, words in record.facts],
        "groups": [
            [
                pool(group.relation),
                [
                    [numbers.get(item.record, -1), _listed(item, numbers, pool), pool(item.note)]
                    for item in group.items
                ],
            ]
            for group in record.groups
        ],
        "warnings": [pool(warning) for warning in record.warnings],
    }
    return {name: value for name, value in found.items() if value}


def _listed(item: Item, numbers: Mapping[str, int], pool: _Pool) -> str | list[int]:
    """The words of a listed thing; none where its record has them."""
    return "" if item.record in numbers else pool(item.words)


def _scene(scene: Scene, numbers: Mapping[str, int], pool: _Pool) -> dict[str, Any]:
    held = network(scene)
    nodes, edges, _, _, _, options = held.get_network_data()
    kinds = {kind.key: number for number, kind in enumerate(scene.kinds)}
    marks = {mark.key: number for number, mark in enumerate(scene.marks)}
    orders = [(f.key, {key: i for i, key in enumerate(f.values)}) for f in scene.facets]
    return {
        "key": plain(scene.key),
        "title": pool(scene.title),
        "finding": pool(scene.finding),
        "notes": [pool(note) for note in scene.notes],
        "kinds": [_kind(kind, pool) for kind in scene.kinds],
        "facets": [_facet(facet, pool) for facet in scene.facets],
        "marks": [_mark(mark, kinds, numbers, orders, pool) for mark in scene.marks],
        "links": [_link(link, kinds, marks, numbers, pool) for link in scene.links],
        "drawings": [_drawing(drawing, pool) for drawing in scene.drawings],
        "columns": [pool(column) for column in scene.table.columns],
        "rows": [
            [[numbers[k] for k in row.about], *(_cell(cell, numbers, pool) for cell in row.cells)]
            for row in scene.table.rows
        ],
        "nodes": [{**node, "label": plain(node["label"])} for node in nodes],
        "edges": edges,
        "options": json.loads(options),
    }


def _kind(kind: Kind, pool: _Pool) -> dict[str, Any]:
    return {
        "key": kind.key,
        "name": pool(kind.name),
        "shape": kind.shape.value,
        "fill": kind.fill,
        "border": kind.border,
        "ink": kind.ink,
        "sign": kind.sign,
        "size": kind.size,
        "dashed": kind.dashed,
        "off": kind.off,
        "legend": kind.legend,
        "urgent": kind.urgent,
    }


def _facet(facet: Facet, pool: _Pool) -> dict[str, Any]:
    values = [[plain(key), pool(words)] for key, words in facet.values.items()]
    return {"key": facet.key, "name": pool(facet.name), "values": values}


def _mark(
    mark: Mark,
    kinds: Mapping[str, int],
    numbers: Mapping[str, int],
    orders: Sequence[Order],
    pool: _Pool,
) -> dict[str, Any]:
    found: dict[str, Any] = {
        "kind": kinds[mark.kind],
        "about": [numbers[key] for key in mark.about],
        "hint": pool(mark.hint),
        "label": pool(mark.label) if isinstance(mark.label, Text) else "",
        "warning": mark.warning,
        "sticky": mark.sticky,
        "also": [kinds[kind] for kind in mark.also],
        "values": _values(mark, orders),
    }
    return {name: value for name, value in found.items() if value or name == "kind"}


def _values(mark: Mark, orders: Sequence[Order]) -> list[list[int]]:
    """For each facet the numbers of the values that the mark has."""
    if not mark.values:
        return []
    return [
        [order[value] for value in mark.values.get(facet, ()) if value in order]
        for facet, order in orders
    ]


def _link(
    link: Link,
    kinds: Mapping[str, int],
    marks: Mapping[str, int],
    numbers: Mapping[str, int],
    pool: _Pool,
) -> list[Any]:
    ends = [marks[link.source], marks[link.target]]
    return [kinds[link.kind], *ends, numbers.get(link.about, -1), pool(link.hint)]


def _drawing(drawing: Drawing, pool: _Pool) -> list[Any]:
    match drawing:
        case Band(x, y, width, height, fill, sticky):
            return ["band", x, y, width, height, fill, " ".join(sticky)]
        case Rule(x, y, to_x, to_y, colour, dashed, width, name):
            return ["rule", x, y, to_x, to_y, colour, dashed, width, pool(name)]
        case Caption(x, y, words, colour, align, bold, size, sticky):
            sides = " ".join(sticky)
            return ["caption", x, y, pool(words), colour, align.value, bold, size, sides]


def _cell(cell: Cell, numbers: Mapping[str, int], pool: _Pool) -> Any:  # noqa: ANN401 - JSON
    if isinstance(cell, Quote):
        return {"record": numbers[cell.record], "fact": cell.fact}
    if isinstance(cell, tuple):
        return "、".join(map(plain, cell))
    if isinstance(cell, int):
        return cell
    return pool(cell)
