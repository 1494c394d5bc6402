"""``kg review merge``: somebody else's ledger into this one."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.parameter import Argument
from kg.cli.reviews.ledger import (
    bring_up_to_date,
    change_review,
    review_of,
    review_option,
    review_path,
)
from kg.errors import StoreUnreachableError
from kg.intake import read_file
from kg.review import Comparison, Conflict, Exemption, ReviewLedger, merged, read_ledger, said
from kg.wording import Text

_MEANING = Text(
    "把别人的审核账本并入自己的：每一条都留下，判断不同的列为冲突，在判断一致之前计为存疑。\n"
    "哪一本在前都一样。",
    "Takes another review ledger into this one: every row is kept; where reviewers contradict "
    "each other there is a conflict, which counts as unsure until they agree.\n"
    "Which of the two is merged into the other makes no difference.",
)


def _run(invocation: Invocation, *, other: Path) -> None:
    theirs = read_ledger(read_file(other).data, other.name)
    conflicts: list[Conflict] = []
    before = review_of(invocation, to_change=True)

    def change(ledger: ReviewLedger) -> ReviewLedger:
        both, found = merged(ledger, theirs)
        conflicts[:] = found
        return both

    ledger = change_review(invocation, change)
    new = _rows(ledger) - _rows(before)
    _update(invocation, ledger)
    path = review_path(invocation)
    text = Text(
        f"从 {other} 并入 {path} {len(new)} 条；冲突 {len(conflicts)} 处",
        f"{len(new)} of {other} are now in {path}; {len(conflicts)} conflicts",
    )
    invocation.say(invocation.word(text))
    for rows in conflicts:
        invocation.say(f"  {invocation.word(_told(rows))}")


def _update(invocation: Invocation, ledger: ReviewLedger) -> None:
    """Bring a store up to date, where there is one."""
    try:
        store = invocation.open_store()
    except StoreUnreachableError:
        return
    with store:
        held = frozenset(document.key for document in store.documents())
        pairs = {(j.lower_document, j.upper_document) for j in ledger.judgements}
        pairs |= {(c.lower_key, c.upper_key) for c in ledger.comparisons}
        joined = {(link.lower_key, link.upper_key) for link in store.linkages()}
        pairs |= {p for p in joined if ledger.exempting(*p)}
        bring_up_to_date(invocation, store, ledger, (p for p in pairs if held.issuperset(p)))


def _rows(ledger: ReviewLedger) -> set[object]:
    return {*ledger.judgements, *ledger.comparisons, *ledger.exemptions}


def _told(rows: Conflict) -> Text:
    """What people say differently."""
    first = rows[0]
    if isinstance(first, Exemption):
        about = first.label or first.item_key
    else:
        about = f"{first.lower_key} — {first.upper_key}"
    judged = said([row for row in rows if not isinstance(row, Comparison)])
    if judged.zh:
        return Text(f"{about}：{judged.zh}", f"{about}: {judged.en}")
    compared = [row for row in rows if isinstance(row, Comparison)]
    zh = "；".join(f"{c.reviewer} {'要比对' if c.wanted else '不比对'}" for c in compared)
    en = "; ".join(f"{c.reviewer} {'compare' if c.wanted else 'do not'}" for c in compared)
    return Text(f"{about}：{zh}", f"{about}: {en}")


COMMAND = Command(
    "merge",
    _run,
    _MEANING,
    [
        Argument(
            "other",
            type=click.Path(path_type=Path),
            metavar="OTHER.tsv",
            meaning=Text("别人的审核账本", "the other ledger"),
        ),
        review_option(),
    ],
)
