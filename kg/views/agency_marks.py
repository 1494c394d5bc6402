"""The cards of the agency view, the partners beside them, and the bands of the deadlines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import log2

from kg.analysis.clause import opening
from kg.analysis.gaps.coverage import STATES, Item, State
from kg.model import Node
from kg.views.agency_duties import ROLES, Duty
from kg.views.agency_sides import CARD, LEFT, OUTSIDE, RIGHT, ROW, SELF, STRIP, Sides, Spell
from kg.views.choice import Choice
from kg.views.facets import values_of
from kg.views.lettering import ems, shortened, wrapped
from kg.views.palette import BLUE, GREEN, GREY, INK, ORANGE, PALE, RUST, VERMILION, WASH, WHITE
from kg.views.scene import LETTER, Align, Band, Caption, Drawing, Kind, Link, Mark, Shape
from kg.views.timing import NO_DEADLINE, NOT_YET, SIGNS, TIMINGS, Look, Timing, look
from kg.wording import Text

_PARTNERS = 2
_PARTNER_EMS = 8
_PARTNER_WIDTH = round(_PARTNER_EMS * LETTER) + 6

_SUFFIX = {Look.PLAIN: "", Look.EXPIRED: "", Look.DONE: "-done", Look.LATE: "-late"}
_RECORDED = {
    Look.DONE: (Text("已完成", "done"), "#E3F2EC", GREEN),
    Look.LATE: (TIMINGS[Timing.LATE], "#FBE3D6", VERMILION),
}
_SHAPES = {"lead": Shape.BOX, "assist": Shape.PILL}


def _recorded() -> Iterator[Kind]:
    """Cards of what is recorded as done, or as not done in time."""
    for shown, (word, fill, border) in _RECORDED.items():
        for kind, role in ROLES.items():
            name = Text(
                f"{SIGNS[shown]} {role.zh}，{word.zh}", f"{SIGNS[shown]} {role.en}, {word.en}"
            )
            shape, broken = _SHAPES[kind.rstrip("?")], kind.endswith("?")
            yield Kind(f"{kind}{_SUFFIX[shown]}", name, shape, fill, border, dashed=broken)


KINDS = (
    Kind("lead", Text("牵头", "leads"), Shape.BOX, "#DCEBF5", BLUE),
    Kind("assist", Text("配合", "supports"), Shape.PILL, "#FBEFD9", ORANGE),
    Kind(
        "lead?", Text("推断牵头（首列）", "inferred lead"), Shape.BOX, "#DCEBF5", BLUE, dashed=True
    ),
    Kind(
        "assist?",
        Text("推断配合", "inferred support"),
        Shape.PILL,
        "#FBEFD9",
        ORANGE,
        dashed=True,
    ),
    *_recorded(),
    Kind(
        "gap",
        Text("✕ 可承接的上级任务，未承接", "✕ upper task it could take on: not covered"),
        Shape.BOX,
        VERMILION,
        VERMILION,
        ink=WHITE,
        urgent=True,
    ),
    Kind(
        "gap-partly",
        Text("◐ 可承接的上级任务，部分承接", "◐ upper task it could take on: partly covered"),
        Shape.BOX,
        WHITE,
        VERMILION,
        dashed=True,
    ),
    Kind("partner", Text("伙伴", "partner"), Shape.WORDS, WHITE, GREEN, ink="#00664B"),
    Kind("self", Text("本单位", "the agency"), Shape.BOX, INK, INK, legend=False, ink=WHITE),
    Kind("deadline", Text("时限", "deadline"), Shape.WORDS, WHITE, WHITE, legend=False, ink=GREY),
    Kind("next", Text("未到期的时限", "coming"), Shape.WORDS, WHITE, WHITE, legend=False, ink=RUST),
    Kind("tie", Text("联系", "link"), Shape.LINE, PALE, PALE, legend=False),
)


def marks(body: Node, sides: Sides, choice: Choice) -> Iterator[Mark]:
    """Yield the agency, its measures with their partners, and the gaps."""
    yield Mark(
        key=body.key,
        kind="self",
        x=0,
        y=sides.middle,
        about=(body.key,),
        label="\n".join(wrapped(str(body.props["name"]), 6, 4)),
        width=SELF,
    )
    for spell in sides.spells:
        yield _deadline(spell)
        for n, duty in enumerate(spell.duties):
            y = spell.top + n * ROW + ROW // 2
            yield _card(duty, y, spell, choice)
            yield from _partners(duty, y, spell, choice)
    for item, y in sides.gaps:
        yield _gap(item, y)


def _spell_key(spell: Spell) -> str:
    return f"{'lead' if spell.right else 'assist'}|{spell.words}"


def _deadline(spell: Spell) -> Mark:
    number = len(spell.duties)
    words = shortened(spell.words, STRIP / LETTER) if spell.words else ""
    label = Text(words or NO_DEADLINE.zh, words or NO_DEADLINE.en)
    if number > 1:
        label = Text(f"{label.zh}\n{number} 条", f"{label.en}\n{number}")
    states = Counter(duty.timing for duty in spell.duties)
    return Mark(
        key=_spell_key(spell),
        kind="next" if NOT_YET & states.keys() else "deadline",
        x=(1 if spell.right else -1) * (RIGHT - CARD // 2 - STRIP // 2),
        y=spell.top + spell.height // 2,
        about=(),
        label=label,
        hint=_told(states),
        width=STRIP,
    )


def _told(states: Counter[Timing]) -> Text:
    """The states of what falls due together; how many of each, where there are several."""
    if len(states) == 1:
        return TIMINGS[next(iter(states))]
    told = [(TIMINGS[state], number) for state, number in states.items()]
    return Text(
        "，".join(f"{word.zh} {number} 条" for word, number in told),
        ", ".join(f"{word.en}: {number}" for word, number in told),
    )


def _card(duty: Duty, y: int, spell: Spell, choice: Choice) -> Mark:
    state = TIMINGS[duty.timing]
    shown = look(duty.timing)
    number = duty.entry.reference.rpartition("/")[2]
    return Mark(
        key=f"{duty.kind}|{duty.entry.key}",
        kind=f"{duty.kind}{_SUFFIX[shown]}",
        x=RIGHT if spell.right else LEFT,
        y=y,
        about=(duty.entry.key,),
        label=shortened(f"{SIGNS[shown]}{number} {opening(duty.entry.text)}"),
        hint=Text(f"{duty.words} {state.zh}".strip(), f"{duty.words} {state.en}".strip()),
        width=CARD,
        hollow=shown is Look.EXPIRED,
        values=values_of(duty.entry, choice),
    )


def _partners(duty: Duty, y: int, spell: Spell, choice: Choice) -> Iterator[Mark]:
    side = 1 if spell.right else -1
    x = (RIGHT if spell.right else LEFT) + side * OUTSIDE
    shown = _PARTNERS if spell.right else 1
    for n, node in enumerate(duty.partners[:shown]):
        more = len(duty.partners) - shown if n == shown - 1 else 0
        label = shortened(str(node.props["name"]), _PARTNER_EMS - (1.5 if more > 0 else 0))
        label += f" +{more}" if more > 0 else ""
        width = round(ems(label) * LETTER)
        yield Mark(
            key=f"{node.key}|{duty.entry.key}",
            kind="partner",
            x=x + side * (n * _PARTNER_WIDTH + width // 2),
            y=y,
            about=(node.key, duty.entry.key),
            label=label,
            hint=_names(duty),
            width=width,
            values=values_of(duty.entry, choice),
        )


def _names(duty: Duty) -> Text:
    names = [str(node.props["name"]) for node in duty.partners]
    return Text("伙伴：" + "、".join(names), "partners: " + ", ".join(names))


def _gap(item: Item, y: int) -> Mark:
    number = str(item.node.props.get("number", ""))
    words = str(item.node.props.get("title") or item.node.props.get("text", ""))
    missing, state = item.state is State.UNCOVERED, STATES[item.state]
    return Mark(
        key=f"gap|{item.node.key}",
        kind="gap" if missing else "gap-partly",
        x=LEFT,
        y=y,
        about=(item.node.key,),
        label=shortened(f"{'✕' if missing else '◐'} {number} {words}"),
        hint=Text(f"上级任务：{state.zh}", f"upper task: {state.en}"),
        width=CARD,
        height=ROW + 2,
        warning=bool(item.issues),
    )


def links(body: Node, sides: Sides) -> Iterator[Link]:
    """Yield a curve from the agency to each of its deadlines, the wider the more falls due."""
    for spell in sides.spells:
        ends = (body.key, _spell_key(spell)) if spell.right else (_spell_key(spell), body.key)
        width = round(1 + 1.5 * log2(len(spell.duties)), 1)
        yield Link(*ends, kind="tie", width=width, curved=True)


def drawings(sides: Sides) -> Iterator[Drawing]:
    """Yield a band for each deadline with its words, and the headings."""
    for spell in sides.spells:
        left = RIGHT - CARD // 2 - STRIP if spell.right else LEFT - CARD // 2 - 4
        yield Band(left, spell.top - 2, STRIP + CARD + 4, spell.height + 4, WASH)
    tops = {
        right: min(s.top for s in sides.spells if s.right is right) for right in _present(sides)
    }
    for right, top in tops.items():
        words = _head(sides, right=right)
        yield Caption(RIGHT if right else LEFT, top - 14, words, INK, Align.CENTRE, bold=True)
        partners = (
            Text("伙伴", "partners") if right else Text("牵头单位等伙伴", "lead and partners")
        )
        x = RIGHT + OUTSIDE if right else LEFT - OUTSIDE
        align = Align.LEFT if right else Align.RIGHT
        yield Caption(x, top - 14, partners, "#00664B", align)
    if sides.gaps:
        words = Text("可承接的上级任务", "upper tasks it could take on")
        yield Caption(LEFT, sides.gaps_top - 12, words, RUST, Align.CENTRE, bold=True)


def _head(sides: Sides, *, right: bool) -> Text:
    """How many duties of each kind stand on a side."""
    held = [duty.kind for s in sides.spells if s.right is right for duty in s.duties]
    told = [(ROLES[kind], held.count(kind)) for kind in ROLES if kind in held]
    return Text(
        "，".join(f"{word.zh} {number}" for word, number in told),
        ", ".join(f"{word.en} {number}" for word, number in told),
    )


def _present(sides: Sides) -> list[bool]:
    return [right for right in (False, True) if any(s.right is right for s in sides.spells)]
