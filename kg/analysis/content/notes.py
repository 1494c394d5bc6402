"""What has to be said before the tables of a report of content."""

from __future__ import annotations

from kg.analysis.dossier import Dossier, Selection
from kg.analysis.report import Part
from kg.model import Basis
from kg.wording import Text

NO_DOCUMENT = Text("库中没有文件", "the store holds no document")


def share_of(part: int, whole: int) -> float | None:
    """Return a part of a whole, 0–1; None where the whole is nothing."""
    return part / whole if whole else None


def portion(part: int, whole: int) -> str:
    """Return a part of a whole in figures.

    Examples
    --------
    >>> portion(12, 60), portion(0, 0)
    ('12/60 = 20.0%', '0/0')
    """
    share = share_of(part, whole)
    return f"{part}/{whole}" if share is None else f"{part}/{whole} = {share:.1%}"


def lead_notes(dossier: Dossier, selection: Selection) -> list[Text]:
    """Return on what basis leads are named in a document's tables."""
    explicit = sum(bool(e.leads(Basis.EXPLICIT)) for e in dossier.entries)
    inferred = sum(bool(e.leads(Basis.INFERRED)) for e in dossier.entries)
    whole = len(dossier.entries)
    notes = [
        Text(
            f"牵头依据：明示；明示牵头的举措 {explicit} 条，共 {whole} 条",
            f"leads: explicit ones; measures that name a lead: {explicit} of {whole}",
        )
    ]
    if inferred and not selection.inferred:
        notes.append(
            Text(
                f"推断的牵头（首列为牵头）{inferred} 条未列，用 --inferred 另列",
                f"inferred leads (first listed = lead) of {inferred} measures are left out; "
                f"--inferred shows them in a column of their own",
            )
        )
    elif inferred:
        notes.append(
            Text(
                f"推断的牵头（首列为牵头）另列，{inferred} 条",
                f"inferred leads (first listed = lead) in a column of their own: {inferred} "
                f"measures",
            )
        )
    return notes


def cut(part: Part, top: int | None) -> Part:
    """Return a part with its first rows, and the note that there are more, if so."""
    rows = part.rows
    if top is None or len(rows) <= top:
        return part
    note = Text(
        f"只列前 {top} 行，共 {len(rows)} 行；以上数字为全部",
        f"the first {top} of {len(rows)} rows; the figures above are over all",
    )
    return Part(part.key, part.title, part.columns, rows[:top], (*part.notes, note), part.totals)
