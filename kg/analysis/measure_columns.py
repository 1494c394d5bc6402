"""The columns that say which measure a row is about, who answers for it, and by when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.analysis.clause import opening
from kg.analysis.dossier import Entry, Selection
from kg.analysis.due import Span, binding, due_cells
from kg.analysis.report import CellValue, Column, ColumnKind
from kg.model import Basis
from kg.wording import Text

Row = dict[str, CellValue]

_MEASURE = (
    Column(
        "measure",
        Text("举措", "measure"),
        ColumnKind.TEXT,
        Text("举措的键，略去文件键", "key of the measure without that of its document"),
    ),
    Column(
        "task",
        Text("任务", "task"),
        ColumnKind.TEXT,
        Text("所属任务的编号和标题", "number and title of its task"),
    ),
)
OPENING = Column(
    "opening",
    Text("开头", "opening"),
    ColumnKind.TEXT,
    Text(
        "举措文字开头三十字左右，后面还有的以 … 结尾",
        "the first words of the measure, about 30 characters; … where more follows",
    ),
)
_LEADS = Column(
    "leads",
    Text("牵头单位", "leads"),
    ColumnKind.TEXT,
    Text(
        "原文明示的牵头单位，按印出的次序；原文不分牵头时不知，列了单位而未列牵头时为空",
        "leads that the text names, in printed order; unknown where the text does not tell leads "
        "from others, empty where it does and names none",
    ),
)
_INFERRED = Column(
    "inferred_leads",
    Text("推断牵头", "inferred leads"),
    ColumnKind.TEXT,
    Text(
        "原文不分牵头、按惯例以排首位者为牵头",
        "the first listed where the text names no lead: custom, not text",
    ),
)
DUE = (
    Column(
        "deadline",
        Text("时限", "deadline"),
        ColumnKind.TEXT,
        Text(
            "时限的原文词句；分句自有时限的用分句的，否则用全条的",
            "the words of the deadline: that of the clause where it has one, else of the measure",
        ),
    ),
    Column(
        "due_on",
        Text("最后一天", "due on"),
        ColumnKind.DATE,
        Text(
            "时限的最后一天，几个时限取最晚的；推不出时不知",
            "last day, the latest of several; unknown where none follows from the words",
        ),
    ),
)
MEASURE_KEYS = Column(
    "measure_keys",
    Text("举措键", "measure keys"),
    ColumnKind.KEYS,
    Text("对应举措的键", "keys of the measures"),
)


def lead_columns(selection: Selection) -> tuple[Column, ...]:
    """Return the columns of leads; inferred ones only where they are asked for."""
    return (_LEADS, _INFERRED) if selection.inferred else (_LEADS,)


def measure_columns(selection: Selection) -> tuple[Column, ...]:
    """Return the columns of :func:`measure_cells`, the keys left to the caller to put last."""
    return (*_MEASURE, *lead_columns(selection), *DUE)


def listing_columns(selection: Selection) -> tuple[Column, ...]:
    """Return the columns of a list of measures."""
    return (*_MEASURE, OPENING, *lead_columns(selection), *DUE, MEASURE_KEYS)


def measure_cells(entry: Entry, selection: Selection, span: Span | None = None) -> Row:
    """Return what a row says of its measure; the deadline is that of the words at ``span``."""
    row: Row = {
        "measure": entry.reference,
        "task": entry.task,
        "leads": entry.leads(Basis.EXPLICIT),
        **due_cells(binding(entry, span)),
        "measure_keys": (entry.key,),
    }
    if selection.inferred:
        row["inferred_leads"] = entry.leads(Basis.INFERRED)
    return row


def listing(entries: Iterable[Entry], selection: Selection) -> list[Row]:
    """Return one row for each measure, with the first words of its text."""
    return [{**measure_cells(e, selection), "opening": opening(e.text)} for e in entries]


def lead_cells(entries: Iterable[Entry], selection: Selection) -> Row:
    """Return the leads of several measures, each with the number of these it leads: 甲局 ×3.

    Most measures first, then by name.
    """
    found = tuple(entries)
    row: Row = {"leads": _counted(found, Basis.EXPLICIT)}
    if selection.inferred:
        row["inferred_leads"] = _counted(found, Basis.INFERRED)
    return row


def _counted(entries: Iterable[Entry], basis: Basis) -> tuple[str, ...] | None:
    known = [leads for entry in entries if (leads := entry.leads(basis)) is not None]
    return counted(name for leads in known for name in set(leads)) if known else None


def counted(names: Iterable[str]) -> tuple[str, ...]:
    """Return each name with how often it was given, the most frequent first, then by name.

    Examples
    --------
    >>> counted(["次", "期", "次"])
    ('次 ×2', '期 ×1')
    """
    tally = Counter(names)
    return tuple(f"{n} ×{tally[n]}" for n in sorted(tally, key=lambda n: (-tally[n], n)))
