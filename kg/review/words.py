"""What rows of the ledger say, in words for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.review.judgement import Exemption, Grade, Judgement, Verdict
from kg.wording import Text

_VERDICTS = {
    Verdict.ACCEPTED: Text("确认", "accepted"),
    Verdict.REJECTED: Text("否定", "rejected"),
    Verdict.UNSURE: Text("存疑", "unsure"),
}
_GRADES = {
    Grade.COVERED: Text("（承接）", " (covered)"),
    Grade.PARTLY: Text("（部分承接）", " (partly)"),
}
EXEMPT = {True: Text("不适用", "not applicable"), False: Text("适用", "applicable")}


def said(rows: Iterable[Judgement | Exemption]) -> Text:
    """Return who said what.

    Examples
    --------
    >>> said([Exemption("", "文", "文/1", "张三", "2025-03-01", True, "", "省里自己的事")]).zh
    '张三 2025-03-01 不适用：省里自己的事'
    """
    chinese, english = [], []
    for row in rows:
        word = _word(row)
        zh, en = (f"：{row.comment}", f": {row.comment}") if row.comment else ("", "")
        chinese.append(f"{row.reviewer} {row.date} {word.zh}{zh}".replace("  ", " "))
        english.append(f"{row.reviewer} {row.date} {word.en}{en}".replace("  ", " "))
    return Text("；".join(chinese), "; ".join(english))


def comments(rows: Sequence[Judgement | Exemption]) -> str:
    """Return why rows that agree say what they say; of several with who wrote it."""
    if len(rows) == 1:
        return rows[0].comment
    return "；".join(f"{row.reviewer}：{row.comment}" for row in rows if row.comment)


def _word(row: Judgement | Exemption) -> Text:
    if isinstance(row, Exemption):
        return EXEMPT[row.is_exempt]
    word = _VERDICTS[row.verdict]
    if row.verdict is not Verdict.ACCEPTED:
        return word
    grade = _GRADES[row.grade]
    return Text(word.zh + grade.zh, word.en + grade.en)
