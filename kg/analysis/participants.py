"""Which bodies of a document are counted, and which are named in the head instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.analysis.ledger import Ledger, Tally
from kg.model import Basis
from kg.wording import Text

RANKED = Text("排名", "ranked")
COUNTED = Text("计入", "counted")


@dataclass(frozen=True, slots=True)
class Participants:
    """The bodies of a document: those counted, and the collectives and blanket bodies left out,
    each with the most measures first, then by name.
    """

    counted: tuple[Tally, ...]
    collectives: tuple[Tally, ...] = ()
    blanket: tuple[Tally, ...] = ()


def participants(ledger: Ledger, *, collectives: bool, blanket: bool) -> Participants:
    """Return who is counted.

    A collective that stands on nearly every measure counts as a collective alone.

    Parameters
    ----------
    collectives, blanket
        Count these as well.
    """
    counted: list[Tally] = []
    left_collectives: list[Tally] = []
    left_blanket: list[Tally] = []
    for tally in sorted(ledger.tallies, key=lambda t: (-len(t.measures), t.name)):
        if tally.is_collective:
            (counted if collectives else left_collectives).append(tally)
        elif tally.blanket:
            (counted if blanket else left_blanket).append(tally)
        else:
            counted.append(tally)
    return Participants(tuple(counted), tuple(left_collectives), tuple(left_blanket))


def left_out(found: Participants, ledger: Ledger, done: Text = RANKED) -> list[Text]:
    """Return who is not counted, with the figures that are missing from the table.

    Parameters
    ----------
    done
        What is not done with them: :data:`RANKED` or :data:`COUNTED`.
    """
    notes = []
    verb = {RANKED: "ranks", COUNTED: "counts"}[done]
    if found.collectives:
        zh, en = _named(found.collectives, ledger)
        notes.append(
            Text(
                f"统称 {len(found.collectives)} 个未{done.zh}：{zh}；"
                f"用 --collectives {done.zh[:1]}入",
                f"collective names not {done.en} ({len(found.collectives)}): {en}; "
                f"--collectives {verb} them",
            )
        )
    if found.blanket:
        zh, en = _named(found.blanket, ledger)
        notes.append(
            Text(
                f"几乎每条都列名的单位 {len(found.blanket)} 个未{done.zh}：{zh}；"
                f"用 --blanket {done.zh[:1]}入",
                f"bodies on nearly every measure, not {done.en} ({len(found.blanket)}): {en}; "
                f"--blanket {verb} them",
            )
        )
    return notes


def _named(tallies: Sequence[Tally], ledger: Ledger) -> tuple[str, str]:
    zh, en = [], []
    for tally in tallies:
        measures = len(tally.measures)
        if ledger.explicit:
            leads = len(tally.of("LEADS", Basis.EXPLICIT))
            assists = len(tally.of("ASSISTS", Basis.EXPLICIT))
            zh.append(f"{tally.name}（牵头 {leads}、配合 {assists}、涉及 {measures}）")
            en.append(f"{tally.name} (leads {leads}, assists {assists}, measures {measures})")
        else:
            zh.append(f"{tally.name}（涉及 {measures}）")
            en.append(f"{tally.name} (measures {measures})")
    return "、".join(zh), ", ".join(en)
