"""Texts as XML holds them."""

from __future__ import annotations

import re

from kg.wording import Text

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold, not even by their number."""

_PICTURES = 0x2400
"""Where Unicode keeps a picture of each control character."""

_REPLACEMENT = "\ufffd"
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
    | {mark: f"&#{ord(mark)};" for mark in "\t\r\n"}
)


class Markup:
    """Writes texts for XML and counts what XML cannot hold."""

    def __init__(self) -> None:
        self.replaced = 0

    def text(self, text: str) -> str:
        r"""Return a text for an element or an attribute, white space kept as it is.

        A control character that XML refuses becomes its picture (U+2400 on), which no text of a
        document holds.

        Examples
        --------
        >>> Markup().text('投入<5万元\x0b&"增长"')
        '投入&lt;5万元␋&amp;&quot;增长&quot;'
        """
        found, times = _FORBIDDEN.subn(_picture, text)
        self.replaced += times
        return found.translate(_ESCAPES)

    def notices(self) -> tuple[Text, ...]:
        """Return what has to be said about the texts."""
        if not self.replaced:
            return ()
        return (
            Text(
                f"XML 不能写的控制字符 {self.replaced} 个，以图形符号（␀ ␋ 等）代替",
                f"control characters that XML cannot hold, written as their pictures (␀ ␋ …): "
                f"{self.replaced}",
            ),
        )


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(_PICTURES + code) if code < ord(" ") else _REPLACEMENT
