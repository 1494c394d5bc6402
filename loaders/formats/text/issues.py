"""What reading a text may find: the issue codes of this format, and the notes it takes."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Issue, IssueCode, Place, Severity
from kg.wording import Text

CHARACTERS_REMOVED = IssueCode(
    "characters-removed",
    Severity.INFO,
    Text("去掉了看不见的字符", "invisible characters were taken out"),
)
CHARACTERS_REPLACED = IssueCode(
    "characters-replaced",
    Severity.INFO,
    Text("部首码位等异形字符换成了通用汉字", "look-alike characters became the usual ones"),
)
CHARACTERS_UNKNOWN = IssueCode(
    "characters-unknown",
    Severity.WARNING,
    Text(
        "有字符无法识别（专用区或替换符），按原样保留",
        "characters without a public meaning (private use, replacement mark) were kept",
    ),
)
MARKUP_REMOVED = IssueCode(
    "markup-removed",
    Severity.INFO,
    Text("去掉了标记", "markup was taken out"),
)
LINES_JOINED = IssueCode(
    "lines-joined",
    Severity.INFO,
    Text("单元格内被换行断开的一段接成了一段", "a paragraph broken by line ends was joined"),
)


class Notes:
    """The issues met while one file is read, in the order in which they were met."""

    def __init__(self) -> None:
        self._issues: list[Issue] = []

    def add(self, kind: IssueCode, place: Place | None, was: str, became: str = "") -> None:
        """Take down one issue."""
        self._issues.append(Issue(kind, place, was, became))

    def markup(self, place: Place, names: Iterable[str]) -> None:
        """Take down the markup that was taken out at one place; nothing if there was none."""
        was = "、".join(names)
        if was:
            self.add(MARKUP_REMOVED, place, was)

    def sorted(self) -> tuple[Issue, ...]:
        """All issues by place, those about the whole file first."""
        return tuple(sorted(self._issues, key=lambda note: note.place.line if note.place else 0))
