"""Lower measures: those to be renewed, those without an upper counterpart, how refined they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from kg.analysis.address import document_name
from kg.analysis.clause import opening
from kg.analysis.dossier import Dossier, Entry
from kg.analysis.due import binding, due_cells
from kg.analysis.gaps.columns import OWN, REFINEMENT, RENEWAL
from kg.analysis.gaps.coverage import Alignment, Coverage, Item
from kg.analysis.gaps.refinement import RUN, own_names, own_share
from kg.analysis.gaps.words import joined, task_title
from kg.analysis.length import cut_note
from kg.analysis.report import CellValue, Part
from kg.model import Basis
from kg.wording import Text

Row = dict[str, CellValue]
Served = tuple[Item, Alignment]
"""An upper task with an alignment by which a measure takes it on."""


MORE = Text("，--document 指定一份文件则列全部", "; all for a document named by --document")


def measure_parts(coverage: Coverage, as_of: date, title: Text, rows: int) -> Iterator[Part]:
    """Yield the renewal list (``…!renewal``), what has no upper counterpart
    (``…!own``) and the refinement of what takes a task on (``…!refinement``), in printed order.

    Parameters
    ----------
    rows
        How many rows of each are shown at most.
    """
    served = _served(coverage)
    yield _renewal(coverage, served, as_of, title, rows)
    yield _own(coverage, title, rows)
    yield _refinement(coverage, served, title, rows)


def leads_of(entries: Iterable[Entry]) -> tuple[str, ...] | None:
    """Return the explicit leads of some measures, each once; None where none tells leads."""
    known = [names for e in entries if (names := e.leads(Basis.EXPLICIT)) is not None]
    return tuple(dict.fromkeys(n for names in known for n in names)) if known else None


def places(coverage: Coverage, alignments: Iterable[Alignment]) -> Text | None:
    """Return the addresses of lower measures, each once, without the name of their document."""
    found = dict.fromkeys(short_address(coverage, coverage.lower, a.lower) for a in alignments)
    return joined(found, "、", ", ") if found else None


def short_address(coverage: Coverage, dossier: Dossier, entry: Entry) -> Text:
    """Return the address of a measure without the name of its document."""
    name = f"{document_name(dossier.document)} "
    address = coverage.addresses[entry.key]
    return Text(address.zh.removeprefix(name), address.en.removeprefix(name))


def _served(coverage: Coverage) -> Mapping[str, list[Served]]:
    """The covered alignments that count, by lower measure, in the order of the upper tasks."""
    found: dict[str, list[Served]] = defaultdict(list)
    for item in coverage.items:
        for alignment in item.counted:
            if alignment.is_covered:
                found[alignment.lower.key].append((item, alignment))
    return found


def _renewal(
    coverage: Coverage,
    served: Mapping[str, list[Served]],
    as_of: date,
    title: Text,
    rows: int,
) -> Part:
    covering = [e for e in coverage.lower.entries if e.key in served]
    past = [e for e in covering if (day := _due_on(e)) is not None and day < as_of]
    shown = [
        {**_row(coverage, entry), **_tasks(coverage, served[entry.key])} for entry in past[:rows]
    ]
    note = Text(
        f"承接上级任务的举措 {len(covering)} 条，其中最后一天已过的 {len(past)} 条；"
        "上级仍然要求，是否已完成原文未载",
        f"measures that take on a task of the upper document: {len(covering)}, past their last "
        f"day: {len(past)}; the upper document still asks for it, completion is not recorded",
    )
    heading = Text(f"续期清单：{title.zh}", f"Renewal list: {title.en}")
    notes = (note, *cut_note(len(shown), len(past), MORE))
    return Part(f"{coverage.key}!renewal", heading, RENEWAL, tuple(shown), notes)


def _own(coverage: Coverage, title: Text, rows: int) -> Part:
    waiting = coverage.unreviewed
    found = [e for e in coverage.own if e.key not in waiting]
    heading = Text(
        f"未找到上级对应（可能为自选动作）：{title.zh}",
        f"No upper counterpart found (local additions, perhaps): {title.en}",
    )
    shown = tuple(_row(coverage, entry) for entry in found[:rows])
    notes = (
        *_own_notes(coverage, len(found), len(coverage.own) - len(found)),
        *cut_note(len(shown), len(found), MORE),
    )
    return Part(f"{coverage.key}!own", heading, OWN, shown, notes)


def _own_notes(coverage: Coverage, own: int, waiting: int) -> Iterator[Text]:
    """What stands in the list, and what does not though nobody is sure of its counterpart."""
    whole = len(coverage.lower.entries)
    yield Text(
        f"没有找到计入的上级对应的举措 {own} 条，共 {whole} 条；可能为自选动作，也可能是程序"
        "漏了：在测算过的两份文件上，读者认为至少相关的举措对应，程序只找到六到七成，请核对",
        f"measures for which no upper counterpart that counts was found: {own} of {whole}; "
        "they may be local additions, or the program missed the counterpart: on the two documents "
        "where it was measured it finds six or seven in ten of the pairs that readers call at "
        "least related",
    )
    if waiting:
        yield Text(
            f"另有 {waiting} 条有程序建议的对应，尚未审核，不在表中",
            f"not in the table: {waiting} for which pairs are suggested that nobody has reviewed",
        )
    doubtful = _doubtful(coverage)
    if doubtful:
        named = joined((short_address(coverage, coverage.lower, e) for e in doubtful), "、", ", ")
        yield Text(
            f"另有 {len(doubtful)} 条不在表中，但所依的对应都把握不大，也可能是自选动作："
            f"{named.zh}",
            f"not in the table, though all of their pairs are uncertain, and perhaps local "
            f"additions as well: {len(doubtful)}: {named.en}",
        )


def _doubtful(coverage: Coverage) -> list[Entry]:
    """The lower measures of which every alignment that counts is uncertain."""
    counted = [a for item in coverage.items for a in item.counted]
    certain = {a.lower.key for a in counted if not a.is_uncertain}
    held = {a.lower.key for a in counted}
    return [e for e in coverage.lower.entries if e.key in held - certain]


def _refinement(
    coverage: Coverage, served: Mapping[str, list[Served]], title: Text, rows: int
) -> Part:
    taking = [entry for entry in coverage.lower.entries if entry.key in served]
    shown = [
        {
            "lower_measure": short_address(coverage, coverage.lower, entry),
            **_tasks(coverage, served[entry.key]),
            "own_share": own_share(entry.text, [a.upper.text for _, a in served[entry.key]]),
            "local_names": own_names(entry, [a.upper for _, a in served[entry.key]]),
            "lower_keys": (entry.key,),
        }
        for entry in taking[:rows]
    ]
    note = Text(
        f"承接说的是内容相应，本表说的是有没有细化：照抄上级的连续 {RUN} 字及以上不算自有",
        f"covered says that the contents correspond, this says how much is refined: runs of {RUN} "
        "characters or more copied from above are not its own",
    )
    heading = Text(f"细化程度：{title.zh}", f"Refinement: {title.en}")
    notes = (note, *cut_note(len(shown), len(taking), MORE))
    return Part(f"{coverage.key}!refinement", heading, REFINEMENT, tuple(shown), notes)


def _row(coverage: Coverage, entry: Entry) -> Row:
    return {
        "lower_measure": short_address(coverage, coverage.lower, entry),
        "opening": opening(entry.text),
        "leads": entry.leads(Basis.EXPLICIT),
        "due_on": _due_on(entry),
        "lower_keys": (entry.key,),
    }


def _tasks(coverage: Coverage, served: Iterable[Served]) -> Row:
    """The upper tasks that a measure takes on, each once, in printed order."""
    items = {item.node.key: item for item, _ in served}
    return {
        "serves": joined(task_title(item, coverage) for item in items.values()),
        "upper_keys": tuple(items),
    }


def _due_on(entry: Entry) -> date | None:
    day = due_cells(binding(entry))["due_on"]
    return day if isinstance(day, date) else None
