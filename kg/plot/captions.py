"""The words around a picture."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kg.wording import Text


def captions(notes: Iterable[Text]) -> tuple[Text, ...]:
    """Return the notes of a report as they fit a picture: what they advise to type is left out.

    Examples
    --------
    >>> str(captions([Text("统称 2 个未排名：甲；用 --collectives 排入", "a; --b")])[0])
    '统称 2 个未排名：甲'
    """
    kept = (Text(_without_advice(n.zh, "；，"), _without_advice(n.en, ";")) for n in notes)
    return tuple(note for note in kept if note.zh)


def as_of_note(day: date) -> Text:
    """Return the day that a picture holds for."""
    return Text(f"截至 {day}", f"as of {day}")


def cut_note(what: Text, shown: int, whole: int) -> tuple[Text, ...]:
    """Return how much of a panel is shown, where it is not all."""
    if shown >= whole:
        return ()
    return (
        Text(
            f"{what.zh}只画前 {shown} 个，共 {whole} 个",
            f"{what.en}: the first {shown} of {whole} are drawn",
        ),
    )


def _without_advice(text: str, stops: str) -> str:
    """The text up to the first clause that names an option."""
    option = text.find("--")
    if option < 0:
        return text
    stop = max(text.rfind(mark, 0, option) for mark in stops)
    kept = text[: max(stop, 0)].strip()
    return kept + "）" * (kept.count("（") - kept.count("）"))
