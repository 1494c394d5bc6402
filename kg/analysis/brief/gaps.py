"""What upper documents ask for and an agency could close: gaps and measures to be renewed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kg.analysis.brief.columns import GAPS, RENEWAL
from kg.analysis.brief.duties import Duty, cited, duties, entries_of
from kg.analysis.clause import opening
from kg.analysis.dossier import Entry
from kg.analysis.due import binding, due_cells
from kg.analysis.gaps import STATES, Coverage, State, coverages
from kg.analysis.gaps.coverage import Item
from kg.analysis.measure_columns import Row
from kg.analysis.report import Part
from kg.model import Graph, Node
from kg.wording import Text

_OPEN = frozenset({State.PARTLY, State.UNCOVERED})

_Held = tuple[Coverage, tuple[Duty, ...]]
"""A comparison with an upper document, and the duties of the agency in the lower one."""


def gap_parts(graph: Graph, agency: Node, documents: frozenset[str], as_of: date) -> Iterator[Part]:
    """Yield the upper tasks that an agency could close (``gaps``) and its measures whose last day
    is over and that an upper document still asks for (``renewal``), over all documents that are
    compared.

    Nothing where no lower document names the agency, or none was compared with an upper one.

    Parameters
    ----------
    documents
        Keys of the lower documents; empty for all.
    """
    found = [
        (coverage, held)
        for coverage in coverages(graph)
        if not documents or coverage.lower.key in documents
        if (held := duties(coverage.lower, agency.key))
    ]
    if not found:
        return
    yield _gap_part(found, _counterparts(graph, agency.key))
    yield _renewal_part(found, as_of)


def _gap_part(found: Sequence[_Held], counterparts: frozenset[str]) -> Part:
    rows = [row for coverage, held in found for row in _gaps(coverage, held, counterparts)]
    open_items = sum(i.state in _OPEN for coverage, _ in found for i in coverage.items)
    note = Text(
        f"上级任务中部分承接和未承接的共 {open_items} 项，其中与本单位有关的 {len(rows)} 项；"
        f"计入程序建议的和人工确认的对应",
        f"tasks of the upper document partly or not covered: {open_items}, of these that concern "
        f"the agency: {len(rows)}; suggested and accepted alignments count",
    )
    title = Text("可承接的上级任务", "Gaps it could close")
    return Part("gaps", title, GAPS, tuple(rows), (note,))


def _renewal_part(found: Sequence[_Held], as_of: date) -> Part:
    rows = [row for coverage, held in found for row in _renewal(coverage, held, as_of)]
    note = Text(
        f"本单位列名、最后一天已过、上级文件仍然要求的举措 {len(rows)} 条；是否已完成原文未载",
        f"measures it stands on, past their last day and still asked for: {len(rows)}; "
        f"completion is not recorded",
    )
    title = Text("需要续期的举措", "To be renewed")
    return Part("renewal", title, RENEWAL, tuple(rows), (note,))


def _counterparts(graph: Graph, key: str) -> frozenset[str]:
    """The same office one level up, and its divisions."""
    above = {e.dst for e in graph.edges if e.type == "COUNTERPART_OF" and e.src == key}
    below = {e.src for e in graph.edges if e.type == "PART_OF" and e.dst in above}
    return frozenset(above | below)


def _gaps(coverage: Coverage, held: Sequence[Duty], counterparts: frozenset[str]) -> Iterator[Row]:
    ours = {duty.entry.key for duty in held}
    for item in coverage.items:
        if item.state not in _OPEN:
            continue
        own = [a.lower for a in item.counted if a.lower.key in ours]
        names = _named(item.entries, counterparts)
        if own or names:
            yield {
                "upper_task": _upper(coverage, item),
                "coverage": STATES[item.state],
                "why": _why(names, own),
                "own_measures": tuple(coverage.addresses[e.key].zh for e in own) or None,
                "upper_keys": (item.node.key,),
                "measure_keys": tuple(e.key for e in own) or None,
            }


def _named(entries: Sequence[Entry], keys: frozenset[str]) -> tuple[str, ...]:
    roles = (node for entry in entries for _, node in entry.roles if node.key in keys)
    return tuple(dict.fromkeys(str(node.props["name"]) for node in roles))


def _why(names: Sequence[str], own: Sequence[Entry]) -> Text:
    zh, en = [], []
    if names:
        zh.append(f"上级列名的对口单位：{'、'.join(names)}")
        en.append(f"its counterpart is named above: {', '.join(names)}")
    if own:
        zh.append("本单位列名的举措承接了一部分")
        en.append("measures it stands on take a part on")
    return Text("；".join(zh), "; ".join(en))


def _renewal(coverage: Coverage, held: Sequence[Duty], as_of: date) -> Iterator[Row]:
    for entry in entries_of(held):
        due = due_cells(binding(entry))
        items = [
            i
            for i in coverage.items
            if any(a.is_covered and a.lower.key == entry.key for a in i.counted)
        ]
        if isinstance(due["due_on"], date) and due["due_on"] < as_of and items:
            yield {
                "source": cited(coverage.addresses[entry.key], entry),
                "opening": opening(entry.text),
                **due,
                "upper_tasks": tuple(_upper(coverage, item).zh for item in items),
                "measure_keys": (entry.key,),
                "upper_keys": tuple(item.node.key for item in items),
            }


def _upper(coverage: Coverage, item: Item) -> Text:
    """The address of an upper task with its title; of a measure outside tasks the address."""
    address = coverage.addresses[item.node.key]
    if item.node.label != "Task":
        return address
    title = str(item.node.props["title"])
    return Text(f"{address.zh} {title}", f"{address.en} {title}")
