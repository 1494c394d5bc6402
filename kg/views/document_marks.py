"""The marks of the document view: cards for headings, a line of words for each measure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.analysis.caption import caption
from kg.analysis.clause import opening
from kg.model import Basis
from kg.views.choice import Choice
from kg.views.document_tree import Branch, Leaf, Tree, fault
from kg.views.facets import DOCUMENT, values_of
from kg.views.lettering import LONGEST_LABEL, ems, shortened
from kg.views.palette import BLUE, GREEN, GREY, INK, PALE, PLUM, RUST, WHITE
from kg.views.scene import LETTER, Align, Caption, Drawing, Kind, Link, Mark, Shape, Side
from kg.views.timing import SIGNS, TIMINGS, Look, Timing, due_words, look, timing
from kg.wording import Text

_CARD = LONGEST_LABEL * LETTER + 14
_STEP = _CARD + 40
_WORDS = 18
"""Letters of a measure with its sign."""
_LEADS = 13
_DUE = 8
_COLOURS = {Look.PLAIN: GREY, Look.EXPIRED: GREY, Look.DONE: "#00664B", Look.LATE: RUST}
_SHORT = {
    Timing.EXPIRED: Text("已到期，未载", "no record"),
    Timing.LAST_OPEN: Text("已到期，此后未载", "no later word"),
    Timing.DONE: Text("已完成", "done"),
    Timing.FINISHED: Text("已完成", "done"),
    Timing.UNDER_WAY: Text("进行中", "under way"),
    Timing.NOT_BEGUN: Text("未开始", "not begun"),
    Timing.CONTINUOUS: Text("无截止日", "no last day"),
}
"""What is too long for a column."""

KINDS = (
    Kind("section", Text("板块", "section"), Shape.BOX, "#DCEBF5", BLUE),
    Kind("task", Text("任务", "task"), Shape.PILL, "#E3F2EC", GREEN),
    Kind("fine", Text("举措", "measure"), Shape.WORDS, WHITE, WHITE, ink=INK),
    Kind(
        "damaged",
        Text("受损或存疑的举措", "damaged or in doubt"),
        Shape.WORDS,
        WHITE,
        WHITE,
        ink=RUST,
        sign="▲",
        urgent=True,
    ),
    Kind(
        "nobody",
        Text("没有单位的举措", "without an agency"),
        Shape.WORDS,
        WHITE,
        WHITE,
        ink=RUST,
        sign="✕",
        urgent=True,
    ),
    Kind(
        "leaderless",
        Text("没有写明牵头的举措", "without a named lead"),
        Shape.WORDS,
        WHITE,
        WHITE,
        ink=PLUM,
        sign="◇",
    ),
    Kind(
        "undated",
        Text("没有时限的举措", "without a deadline"),
        Shape.WORDS,
        WHITE,
        WHITE,
        ink=PLUM,
        sign="○",
    ),
    Kind("holds", Text("含", "holds"), Shape.LINE, PALE, PALE, legend=False),
)
_LEADING = Text("牵头单位", "lead agencies")
_RESPONSIBLE = Text("责任单位（未分牵头）", "responsible (no lead named)")
_SIGNS = {kind.key: kind.sign for kind in KINDS}
_NAMES = {kind.key: kind.name for kind in KINDS}


def marks(tree: Tree, choice: Choice) -> Iterator[Mark]:
    """Yield the headings, then the measures in printed order."""
    for branch in tree.branches:
        yield _branch(branch, tree)
    for leaf in tree.leaves:
        yield _leaf(leaf, tree, choice)


def _branch(branch: Branch, tree: Tree) -> Mark:
    document = str(branch.node.props["document_key"])
    return Mark(
        key=branch.node.key,
        kind="section" if branch.node.label == "Section" else "task",
        x=branch.depth * _STEP + _CARD // 2,
        y=branch.y,
        about=(branch.node.key,),
        label=shortened(caption(branch.node)),
        width=_CARD,
        warning=branch.node.key in tree.damaged,
        values={DOCUMENT: (document,)},
    )


def _leaf(leaf: Leaf, tree: Tree, choice: Choice) -> Mark:
    found = fault(leaf.entry, tree)
    kind = found[0] if found else "fine"
    sign = "".join(_SIGNS[name] for name in found)
    number = leaf.entry.reference.rpartition("/")[2]
    label = shortened(f"{sign}{number} {opening(leaf.entry.text)}", _WORDS)
    width = round(ems(label) * LETTER)
    return Mark(
        key=leaf.entry.key,
        kind=kind,
        x=_left(tree) + width // 2,
        y=leaf.y,
        about=(leaf.entry.key,),
        label=label,
        hint=_hint(found),
        width=width,
        values=values_of(leaf.entry, choice),
        also=found[1:],
    )


def _hint(found: tuple[str, ...]) -> Text | str:
    if not found:
        return ""
    words = [_NAMES[name] for name in found]
    return Text("；".join(w.zh for w in words), "; ".join(w.en for w in words))


def _left(tree: Tree) -> int:
    return tree.depth * _STEP


def links(tree: Tree) -> Iterator[Link]:
    """Yield a curve from each part to what it holds."""
    for branch in tree.branches:
        if branch.parent:
            yield Link(branch.parent, branch.node.key, "holds", width=1.5, curved=True)
    for leaf in tree.leaves:
        if leaf.parent:
            yield Link(leaf.parent, leaf.entry.key, "holds", curved=True)


def drawings(tree: Tree, choice: Choice) -> Iterator[Drawing]:
    """Yield, beside each measure, who leads it and when it is due; with a ledger, what is known."""
    leads, dues = _left(tree) + (_WORDS + 1) * LETTER, _left(tree) + (_WORDS + _LEADS + 2) * LETTER
    states = dues + (_DUE + 1) * LETTER
    heads = [(states, Text("完成情况", "completion"))] if choice.ledger is not None else []
    for x, words in (
        (_left(tree), Text("举措", "measures")),
        (leads, _LEADING if tree.names_leads else _RESPONSIBLE),
        (dues, Text("时限", "deadline")),
        *heads,
    ):
        yield Caption(x, -LETTER, words, INK, Align.LEFT, bold=True, sticky=(Side.TOP,))
    for leaf in tree.leaves:
        yield Caption(leads, leaf.y, _bodies(leaf, tree), GREY)
        yield Caption(dues, leaf.y, shortened(due_words(leaf.entry), _DUE), GREY)
        if choice.ledger is not None:
            yield _state(leaf, states, choice)


def _state(leaf: Leaf, x: int, choice: Choice) -> Caption:
    found = timing(leaf.entry, choice)
    shown, words = look(found), _SHORT.get(found, TIMINGS[found])
    zh, en = (f"{SIGNS[shown]} {said}".strip() for said in (words.zh, words.en))
    return Caption(x, leaf.y, Text(zh, en), _COLOURS[shown])


def _bodies(leaf: Leaf, tree: Tree) -> str:
    """The leads; where the document never says who leads, the bodies as listed, the first shown."""
    names: Sequence[str] = leaf.entry.leads(Basis.EXPLICIT) or ()
    if not tree.names_leads:
        listed = (str(node.props["name"]) for _, node in leaf.entry.roles)
        names = tuple(dict.fromkeys(listed))
    if not names:
        return ""
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    return shortened(names[0], _LEADS - 2 if more else _LEADS) + more
