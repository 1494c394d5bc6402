"""How much of a measure is its own: words and names that the upper measures do not have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.analysis.dossier import Entry

RUN = 8
"""Characters in a row that stand in both texts: from so many on they are taken as copied."""

_NAMED = ("MENTIONS", "CITES")


def own_share(lower: str, uppers: Iterable[str]) -> float | None:
    """Return the share of a text that stands in none of some others in runs of eight or more.

    Punctuation and white space are left out on both sides. None for a text without words.

    Examples
    --------
    >>> own_share("推动专利转化运用专项行动落地见效。", ["深入实施专利转化运用专项行动"])
    0.375
    """
    words = _plain(lower)
    if not words:
        return None
    runs = {
        upper[at : at + RUN]
        for upper in map(_plain, uppers)
        for at in range(max(0, len(upper) - RUN + 1))
    }
    copied = [False] * len(words)
    for at in range(len(words) - RUN + 1):
        if words[at : at + RUN] in runs:
            copied[at : at + RUN] = [True] * RUN
    return copied.count(False) / len(words)


def own_names(lower: Entry, uppers: Sequence[Entry]) -> tuple[str, ...]:
    """Return the places, programmes, papers and bodies that a measure names and others do not, in
    the order of its text.
    """
    above = {node.key for entry in uppers for kind in _NAMED for _, node in entry.of(kind)}
    texts = "".join(entry.text for entry in uppers)
    links = sorted(
        (link for kind in _NAMED for link in lower.of(kind)), key=lambda link: link[0].id[3]
    )
    names = (
        str(edge.props.get("text", node.props.get("name", node.props.get("title", ""))))
        for edge, node in links
        if node.key not in above
    )
    return tuple(dict.fromkeys(n for n in names if n and n not in texts))


def _plain(text: str) -> str:
    return "".join(c for c in text if c.isalnum())
