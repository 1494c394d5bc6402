"""The cards of the alignment view and the curves between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.analysis.clause import opening
from kg.analysis.dossier import Entry
from kg.analysis.gaps.coverage import STATES, Coverage, Item, State
from kg.analysis.gaps.words import GRADES, task_title
from kg.views.alignment_columns import CARD, INNER, LEFT, OUTER, Columns
from kg.views.alignment_pairs import Pair
from kg.views.choice import Choice
from kg.views.facets import AGENCY, DOCUMENT, values_of
from kg.views.lettering import shortened
from kg.views.palette import BLUE, GREEN, GREY, INK, ORANGE, PURPLE, SKY, VERMILION, WHITE
from kg.views.scene import Kind, Link, Mark, Shape
from kg.views.timing import TIMINGS, Timing, timing
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


def _card(  # noqa: PLR0913 - one parameter for each look
    key: str, name: Text, fill: str, border: str, ink: str = INK, *, broken: bool = False
) -> Kind:
    return Kind(key, name, Shape.BOX, fill, border, dashed=broken, ink=ink)


def _signed(state: State) -> Text:
    word = STATES[state]
    return Text(f"{_SIGNS[state]} {word.zh}", f"{_SIGNS[state]} {word.en}")


KINDS = (
    _card("uncovered", _signed(State.UNCOVERED), VERMILION, VERMILION, WHITE),
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
    _card("own", Text("＋ 自选动作，未到期", "＋ local addition, not expired"), "#F6E4EE", PURPLE),
    _card(
        "own-expired",
        Text("＋ 空心：自选动作，已到期（完成情况未载）", "＋ hollow: local addition, expired"),
        WHITE,
        PURPLE,
    ),
    Kind(
        "link-covered", Text("承接，粗细为得分", "covered; width = score"), Shape.LINE, GREEN, GREEN
    ),
    Kind(
        "link-partly",
        Text("部分承接", "partly covered"),
        Shape.LINE,
        ORANGE,
        ORANGE,
        dashed=True,
    ),
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
        warning=bool(item.issues),
        values={
            DOCUMENT: (coverage.upper.key,),
            AGENCY: tuple(dict.fromkeys(bodies)),
        },
    )


def _lower(columns: Columns, entry: Entry, choice: Choice) -> Mark:
    own = entry.key in columns.own
    state = timing(entry, choice.as_of)
    kind = ("own" if own else "lower") + ("-expired" if state is Timing.EXPIRED else "")
    words = shortened(f"{_short(entry)} {opening(entry.text)}")
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


def links(found: Sequence[Pair]) -> Iterator[Link]:
    """Yield a curve for each pair, the wider the surer."""
    for pair in found:
        best = pair.best
        score = best.score if best.score is not None else 1.0
        grade = GRADES[str(best.edge.props["grade"])]
        yield Link(
            source=pair.item.node.key,
            target=best.lower.key,
            kind="link-covered" if best.is_covered else "link-partly",
            width=round(1 + (_WIDEST_CURVE - 1) * score, 1) if best.is_covered else 1,
            hint=Text(f"{grade.zh} {score:.2f}", f"{grade.en} {score:.2f}"),
            curved=True,
            about=pair.key,
        )
