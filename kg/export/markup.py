"""Texts as XML holds them."""

from __future__ import annotations

from kg.export.controls import pictured
from kg.wording import Text

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

        XML 1.0 refuses control characters, also by their number: they become pictures.

        Examples
        --------
        >>> Markup().text('投入<5万元\x0b&"增长"')
        '投入&lt;5万元␋&amp;&quot;增长&quot;'
        """
        kept, replaced = pictured(text)
        self.replaced += replaced
        return kept.translate(_ESCAPES)

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
