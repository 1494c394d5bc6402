"""The cards of the alignment view and the curves between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.analysis.clause import opening
from kg.analysis.dossier import Entry
from kg.analysis.gaps.coverage import STATES, Coverage, Item, State
from kg.analysis.gaps.words import GRADES, STATUSES, task_title
from kg.views.alignment_columns import CARD, INNER, LEFT, OUTER, Columns
from kg.views.alignment_pairs import Pair
from kg.views.choice import Choice
from kg.views.facets import AGENCY, DOCUMENT, values_of
from kg.views.lettering import shortened
from kg.views.palette import BLUE, GREEN, GREY, INK, ORANGE, PURPLE, SKY, VERMILION, WHITE
from kg.views.scene import Kind, Link, Mark, Shape
from kg.views.timing import SIGNS, TIMINGS, Look, look, timing
from kg.wording import Text

_TINT = "#E3F2EC"
_SIGNS = {
    State.COVERED: "●",
    State.PARTLY: "◐",
    State.UNCOVERED: "✕",
    State.NOT_APPLICABLE: "－",
    State.UNCLEAR: "？",
}
_OWN_SIGN = "＋"
_WIDEST_CURVE = 3.5
_ACCEPTED_CURVES = {"covered": 5, "partly": 2.5}
"""Wider than those that no person has judged."""
_LEGEND_WIDTH = 12
_ALARM = "#FBE3D6"
_LATE_LOWER = Text("！ 下级举措，逾期未完成", "！ lower measure, late")
_LATE_OWN = Text("＋！ 未找到上级对应，逾期未完成", "＋！ no counterpart, late")
_SET_ASIDE = Text("不计入：人工确认，因任务不适用而搁置", "not counted: accepted, task set aside")
_SUFFIX = {Look.PLAIN: "", Look.EXPIRED: "-expired", Look.DONE: "-done", Look.LATE: "-late"}


def _card(  # noqa: PLR0913 - one parameter for each look
    key: str,
    name: Text,
    fill: str,
    border: str,
    ink: str = INK,
    *,
    broken: bool = False,
    urgent: bool = False,
) -> Kind:
    return Kind(key, name, Shape.BOX, fill, border, dashed=broken, ink=ink, urgent=urgent)


def _signed(state: State) -> Text:
    word = STATES[state]
    return Text(f"{_SIGNS[state]} {word.zh}", f"{_SIGNS[state]} {word.en}")


def _line(key: str, name: Text, colour: str) -> Kind:
    return Kind(key, name, Shape.LINE, colour, colour, size=_LEGEND_WIDTH)


def _not_counted(status: str) -> Text:
    word = STATUSES[status]
    return Text(f"不计入：{word.zh}", f"not counted: {word.en}")


KINDS = (
    _card("uncovered", _signed(State.UNCOVERED), VERMILION, VERMILION, WHITE, urgent=True),
    _card("partly", _signed(State.PARTLY), WHITE, ORANGE, broken=True),
    _card("covered", _signed(State.COVERED), _TINT, GREEN),
    _card("not_applicable", _signed(State.NOT_APPLICABLE), WHITE, GREY, GREY, broken=True),
    _card("unclear", _signed(State.UNCLEAR), WHITE, VERMILION, broken=True),
    _card("lower", Text("下级举措，未到期", "lower measure, not expired"), SKY, BLUE),
    _card(
        "lower-expired",
        Text("空心：下级举措，已到期（完成情况未载）", "hollow: lower measure, expired"),
        WHITE,
        BLUE,
    ),
    Kind(
        "lower-done", Text("√ 下级举措，已完成", "√ lower measure, done"), Shape.PILL, _TINT, GREEN
    ),
    _card("lower-late", _LATE_LOWER, _ALARM, VERMILION, urgent=True),
    _card(
        "own",
        Text("＋ 未找到上级对应，未到期", "＋ no counterpart, not expired"),
        "#F6E4EE",
        PURPLE,
    ),
    _card(
        "own-expired",
        Text(
            "＋ 空心：未找到上级对应，已到期（完成情况未载）",
            "＋ hollow: no counterpart, expired",
        ),
        WHITE,
        PURPLE,
    ),
    Kind(
        "own-done",
        Text("＋√ 未找到上级对应，已完成", "＋√ no counterpart, done"),
        Shape.PILL,
        _TINT,
        PURPLE,
    ),
    _card("own-late", _LATE_OWN, _ALARM, PURPLE, urgent=True),
    Kind(
        "link-covered",
        Text("承接（任务—举措），粗细为得分", "covered (task–measure); width = score"),
        Shape.LINE,
        GREEN,
        GREEN,
    ),
    Kind(
        "link-partly",
        Text("部分承接（任务—举措）", "partly covered (task–measure)"),
        Shape.LINE,
        ORANGE,
        ORANGE,
        dashed=True,
    ),
    _line("accepted-covered", Text("承接，人工确认", "covered, accepted"), "#00513B"),
    _line("accepted-partly", Text("部分承接，人工确认", "partly covered, accepted"), "#8A5F00"),
    Kind("rejected", _not_counted("rejected"), Shape.LINE, GREY, GREY, dashed=True, off=True),
    Kind("unsure", _not_counted("unsure"), Shape.LINE, PURPLE, PURPLE, dashed=True, off=True),
    Kind("suggested", _not_counted("suggested"), Shape.LINE, SKY, SKY, dashed=True, off=True),
    Kind("stale", _not_counted("stale"), Shape.LINE, VERMILION, VERMILION, dashed=True, off=True),
    Kind("accepted", _SET_ASIDE, Shape.LINE, INK, INK, dashed=True, off=True),
)


def marks(columns: Columns, coverage: Coverage, choice: Choice) -> Iterator[Mark]:
    """Yield a card for each upper task, then for each lower measure, in printed order."""
    for item in coverage.items:
        yield _upper(columns, coverage, item)
    for entry in coverage.lower.entries:
        yield _lower(columns, entry, choice)


def _upper(columns: Columns, coverage: Coverage, item: Item) -> Mark:
    title = task_title(item, coverage)
    bodies = [n.key for a in item.counted for _, n in a.lower.roles]
    bodies += [n.key for e in item.entries for _, n in e.roles]
    state = STATES[item.state]
    return Mark(
        key=item.node.key,
        kind=item.state.value,
        x=LEFT,
        y=columns.upper[item.node.key],
        about=(item.node.key,),
        label=f"{_SIGNS[item.state]} {shortened(title.zh)}",
        hint=Text(f"{title.zh}：{state.zh}", f"{title.en}: {state.en}"),
        width=CARD,
        height=columns.card,
        warning=bool(item.issues),
        values={
            DOCUMENT: (coverage.upper.key,),
            AGENCY: tuple(dict.fromkeys(bodies)),
        },
    )


def _lower(columns: Columns, entry: Entry, choice: Choice) -> Mark:
    own = entry.key in columns.own
    state = timing(entry, choice)
    shown = look(state)
    kind = ("own" if own else "lower") + _SUFFIX[shown]
    words = shortened(f"{SIGNS[shown]}{_short(entry)} {opening(entry.text)}")
    return Mark(
        key=entry.key,
        kind=kind,
        x=OUTER if own else INNER,
        y=columns.lower[entry.key],
        about=(entry.key,),
        label=f"{_OWN_SIGN} {words}" if own else words,
        hint=Text(
            f"{entry.reference}：{TIMINGS[state].zh}", f"{entry.reference}: {TIMINGS[state].en}"
        ),
        width=CARD,
        values=values_of(entry, choice),
    )


def _short(entry: Entry) -> str:
    """The task's number and the measure's: 14#2."""
    return entry.reference.rpartition("/")[2]


def links(found: Sequence[Pair], left: Sequence[Pair]) -> Iterator[Link]:
    """Yield a curve for each pair, the wider the surer, the widest where a person accepted it;
    then one for each that does not count.
    """
    for pair in found:
        grade = "covered" if pair.best.is_covered else "partly"
        if pair.best.status == "accepted":
            yield _curve(pair, f"accepted-{grade}", _ACCEPTED_CURVES[grade])
        elif pair.best.is_covered:
            yield _curve(pair, "link-covered", 1 + (_WIDEST_CURVE - 1) * _score(pair))
        else:
            yield _curve(pair, "link-partly", 1)
    for pair in left:
        yield _curve(pair, pair.best.status, 1)


def _curve(pair: Pair, kind: str, width: float) -> Link:
    best, score = pair.best, _score(pair)
    grade, status = GRADES[str(best.edge.props["grade"])], STATUSES[best.status]
    return Link(
        source=pair.item.node.key,
        target=best.lower.key,
        kind=kind,
        width=round(width, 1),
        hint=Text(f"{grade.zh} {score:.2f}，{status.zh}", f"{grade.en} {score:.2f}, {status.en}"),
        curved=True,
        about=pair.key,
    )


def _score(pair: Pair) -> float:
    return pair.best.score if pair.best.score is not None else 1.0
