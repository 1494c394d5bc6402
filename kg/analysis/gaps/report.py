"""Which tasks of an upper document are taken on below, which are not, and which must be renewed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kg.analysis.address import document_name
from kg.analysis.collection import uncollected
from kg.analysis.gaps.columns import SECTIONS, TASKS
from kg.analysis.gaps.coverage import COUNTED, STATES, Coverage, Item, State, coverages
from kg.analysis.gaps.head import notes
from kg.analysis.gaps.measures import MORE, leads_of, measure_parts, places
from kg.analysis.gaps.words import due_on, reason, section_title, task_title, time_state
from kg.analysis.length import cut_note, longest
from kg.analysis.report import CellValue, Part, Report
from kg.model import Graph
from kg.wording import Text

TITLE = Text("上下级任务承接", "Gaps between levels")

Row = dict[str, CellValue]


@dataclass(frozen=True, slots=True)
class GapChoice:
    """What a report of gaps counts.

    Parameters
    ----------
    as_of
        The day on which a measure's date has passed or not.
    documents
        Keys of documents; pairs without any of them are left out. Empty for all.
    states
        The review states of alignments that count.
    """

    as_of: date
    documents: frozenset[str] = frozenset()
    states: frozenset[str] = COUNTED


def gaps(graph: Graph, choice: GapChoice) -> Report:
    """Return for each compared pair of documents every upper task with its state and the reason
    (part ``UPPER|LOWER``), then coverage by section (``…!sections``), the renewal list
    (``…!renewal``), the measures for which no upper counterpart was found
    (``…!own``) and how much of each measure that takes a task on is its own (``…!refinement``).

    Parts are sorted by upper and lower key, rows stand in printed order. Where many documents are
    compared each table is cut, and says so.
    """
    with uncollected():
        found = coverages(graph, choice.states, choice.documents)
        rows = longest(len(found))
        parts = tuple(part for coverage in found for part in _parts(coverage, choice, rows))
    return Report("gaps", TITLE, parts, uncompared(graph, found), choice.as_of)


def uncompared(graph: Graph, found: Sequence[Coverage]) -> tuple[Text, ...]:
    """Return the note on documents that were compared with none: they have no gaps and no cover."""
    held = {d.key for c in found for d in (c.upper, c.lower)}
    alone = [n for n in graph.nodes if n.label == "Document" and n.key not in held]
    if not alone:
        return ()
    names = tuple(document_name(n) for n in alone)
    return (
        Text(
            f"没有与其他层级比对的文件 {len(names)} 份：{'、'.join(names)}（见 kg align）",
            f"documents compared with none of another level: {len(names)}: {', '.join(names)} "
            "(see kg align)",
        ),
    )


def _parts(coverage: Coverage, choice: GapChoice, rows: int) -> Iterator[Part]:
    title = pair_title(coverage)
    shown = tuple(_tasks(coverage, choice, rows))
    head = (*notes(coverage, choice.states), *cut_note(len(shown), len(coverage.items), MORE))
    yield Part(coverage.key, title, TASKS, shown, head)
    share = Text(
        "承接率的分母不含不适用和待核",
        "the share leaves out what is not applicable or cannot be judged",
    )
    by_section = Text(f"各板块承接率：{title.zh}", f"Coverage by section: {title.en}")
    sections = tuple(_sections(coverage))
    yield Part(f"{coverage.key}!sections", by_section, SECTIONS, sections, (share,))
    yield from measure_parts(coverage, choice.as_of, title, rows)


def pair_title(coverage: Coverage) -> Text:
    """Return the names of both documents."""
    upper, lower = (document_name(d.document) for d in (coverage.upper, coverage.lower))
    return Text(f"{upper} ← {lower}", f"{upper} ← {lower}")


def _tasks(coverage: Coverage, choice: GapChoice, rows: int) -> list[Row]:
    return [
        {
            "upper_task": task_title(item, coverage),
            "upper_section": section_title(item),
            "state": STATES[item.state],
            "measures": len(item.entries),
            "met_measures": len(item.met),
            "reason": reason(item, coverage),
            "counterparts": places(coverage, item.covering),
            "lower_leads": leads_of(a.lower for a in item.covering) if item.covering else None,
            "lower_due_on": due_on(item.covering),
            "time_state": time_state(item, choice.as_of),
            "upper_keys": (item.node.key, *(e.key for e in item.entries if e.key != item.node.key)),
            "lower_keys": tuple(dict.fromkeys(a.lower.key for a in item.covering)),
        }
        for item in coverage.items[:rows]
    ]


def _sections(coverage: Coverage) -> Iterator[Row]:
    groups: dict[str | None, list[Item]] = defaultdict(list)
    for item in coverage.items:
        groups[section_title(item)].append(item)
    for title, items in groups.items():
        counts = {state: sum(i.state is state for i in items) for state in State}
        met = sum(len(i.met) for i in items if i.state is State.COVERED)
        whole = sum(len(i.entries) for i in items)
        judged = len(items) - counts[State.NOT_APPLICABLE] - counts[State.UNCLEAR]
        yield {
            "upper_section": title,
            "tasks": len(items),
            **{state.value: counts[state] for state in State},
            "covered_measures": f"{met}/{whole}",
            "covered_share": counts[State.COVERED] / judged if judged else None,
            "upper_keys": tuple(i.node.key for i in items),
        }
