"""The pairs of an upper task and a lower measure: what is drawn as one curve, and what is said
of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.analysis.gaps.coverage import STATES, Alignment, Coverage, Item
from kg.analysis.gaps.explanation import certainty, grounds, quotes
from kg.analysis.gaps.words import GRADES, STATUSES, section_title, task_title
from kg.model import Basis
from kg.views.choice import Choice
from kg.views.scene import Cell, Group, Quote, Record, Row, Table
from kg.views.scene import Item as Listed
from kg.views.timing import TIMINGS, Look, due_words, look, timing
from kg.wording import Text

_COLUMNS = (
    Text("上级任务", "upper task"),
    Text("上级板块", "upper section"),
    Text("承接状态", "state"),
    Text("下级编号", "lower number"),
    Text("下级举措", "lower measure"),
    Text("牵头", "leads"),
    Text("时限", "deadline"),
    Text("时限状态", "time"),
    Text("对应", "grade"),
    Text("得分", "score"),
    Text("审核", "review"),
    Text("依据", "grounds"),
)
_GROUNDS = 0
"""The first fact of a pair's record."""
_OWN = Text(
    "未找到上级对应（可能为自选动作）", "no upper counterpart found (local addition, perhaps)"
)
_WAITING = Text("待核（有程序建议的对应，尚未审核）", "not judged yet (the program suggests pairs)")


@dataclass(frozen=True, slots=True)
class Pair:
    """An upper task with a lower measure that corresponds to it; ``best`` is the surest of the
    alignments of their measures.
    """

    item: Item
    best: Alignment

    @property
    def key(self) -> str:
        """A key for the pair."""
        return f"{self.item.node.key}|{self.best.lower.key}"


def pairs(coverage: Coverage) -> tuple[Pair, ...]:
    """Return each pair that counts once, tasks in printed order, the surest first."""
    return _once(Pair(item, a) for item in coverage.items for a in item.counted)


def uncounted(coverage: Coverage) -> tuple[Pair, ...]:
    """Return each pair of which nothing counts: rejected, in doubt, not accepted, set aside."""
    held = {pair.key for pair in pairs(coverage)}
    left = _once(Pair(item, a) for item in coverage.items for a in item.open)
    return tuple(pair for pair in left if pair.key not in held)


def _once(found: Iterable[Pair]) -> tuple[Pair, ...]:
    kept: dict[str, Pair] = {}
    for pair in found:
        kept.setdefault(pair.key, pair)
    return tuple(kept.values())


def rests_on(item: Item, shown: Look, choice: Choice) -> bool:
    """Tell whether all lower measures that a task's state rests on look so: expired, done, late."""
    lower = [a.lower for a in item.covering]
    return bool(lower) and all(look(timing(entry, choice)) is shown for entry in lower)


def pair_records(coverage: Coverage, found: Sequence[Pair]) -> Iterator[Record]:
    """Yield what the panel says of each curve: the claim, its grounds, and how sure it is."""
    for pair in found:
        best = pair.best
        ends = (
            (Text("上级任务", "upper task"), pair.item.node.key),
            (Text("上级举措", "upper measure"), best.upper.key),
            (Text("下级举措", "lower measure"), best.lower.key),
        )
        yield Record(
            key=pair.key,
            label=Text("对应", "alignment"),
            caption=_claim(pair, coverage),
            facts=(
                (Text("依据", "grounds"), grounds(best)),
                (Text("上级原文", "words above"), quotes(best)[1]),
                (Text("下级原文", "words below"), quotes(best)[0]),
                (Text("把握", "how sure"), certainty(best)),
            ),
            groups=tuple(Group(relation, (Listed("", key),)) for relation, key in ends),
        )


def _claim(pair: Pair, coverage: Coverage) -> Text:
    below = coverage.addresses[pair.best.lower.key]
    above = task_title(pair.item, coverage)
    grade = GRADES[str(pair.best.edge.props["grade"])]
    return Text(f"{below.zh} {grade.zh}“{above.zh}”", f"{below.en}: {grade.en} “{above.en}”")


def table(coverage: Coverage, found: Sequence[Pair], choice: Choice) -> Table:
    """Return a row for each pair, for each task without any, and for each measure without an
    upper counterpart.
    """
    rows = [_pair_row(coverage, pair, choice) for pair in found]
    paired = {pair.item.node.key for pair in found}
    rows += [_gap_row(coverage, i) for i in coverage.items if i.node.key not in paired]
    waiting = coverage.unreviewed
    for entry in coverage.own:
        state = _WAITING if entry.key in waiting else _OWN
        cells: list[Cell] = ["", "", state, *_lower_cells(coverage, entry.key, choice), *[""] * 4]
        rows.append(Row(tuple(cells), (entry.key,)))
    return Table(_COLUMNS, tuple(rows))


def _pair_row(coverage: Coverage, pair: Pair, choice: Choice) -> Row:
    best = pair.best
    cells: list[Cell] = [
        *_upper_cells(coverage, pair.item),
        *_lower_cells(coverage, best.lower.key, choice),
        GRADES[str(best.edge.props["grade"])],
        f"{best.score:.2f}" if best.score is not None else "",
        STATUSES[best.status],
        Quote(pair.key, fact=_GROUNDS),
    ]
    return Row(tuple(cells), (pair.item.node.key, best.lower.key))


def _gap_row(coverage: Coverage, item: Item) -> Row:
    return Row((*_upper_cells(coverage, item), *[""] * 9), (item.node.key,))


def _upper_cells(coverage: Coverage, item: Item) -> tuple[Cell, ...]:
    return task_title(item, coverage), section_title(item) or "", STATES[item.state]


def _lower_cells(coverage: Coverage, key: str, choice: Choice) -> tuple[Cell, ...]:
    entry = next(e for e in coverage.lower.entries if e.key == key)
    leads = entry.leads(Basis.EXPLICIT) or ()
    state = TIMINGS[timing(entry, choice)]
    return entry.reference, Quote(key), "、".join(leads), due_words(entry), state
