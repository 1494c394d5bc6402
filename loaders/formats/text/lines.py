"""The printed lines of a text."""

from __future__ import annotations


def split(text: str) -> tuple[str, ...]:
    r"""Return the lines of a text without their ends.

    A line ends at ``\n``, ``\r\n`` or ``\r`` and nowhere else: ``str.splitlines`` would also
    break at a form feed or U+2028 inside a cell, and every line number after it would be wrong.

    Examples
    --------
    >>> split("一、总体要求\r\n二、重点任务\n")
    ('一、总体要求', '二、重点任务')
    >>> split("甲\x0c乙\u2028丙\r丁")
    ('甲\x0c乙\u2028丙', '丁')
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    return tuple(lines)
