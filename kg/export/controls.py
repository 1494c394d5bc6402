"""Control characters, which most file formats cannot hold, as pictures of them."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_PICTURES = 0x2400
"""Where Unicode keeps a picture of each control character."""

_DELETE, _DELETE_PICTURE = "\x7f", "\u2421"
_REPLACEMENT = "\ufffd"


def pictured(text: str) -> tuple[str, int]:
    r"""Return a text with a picture for each control character but tab and line ends, and how many
    there were. No text of a document holds such a picture, so nothing is lost.

    Examples
    --------
    >>> pictured("专利\x0b转化\x01")
    ('专利␋转化␁', 2)
    """
    return _CONTROL.subn(_picture, text)


def _picture(found: re.Match[str]) -> str:
    character = found[0]
    if character == _DELETE:
        return _DELETE_PICTURE
    return chr(_PICTURES + ord(character)) if character < " " else _REPLACEMENT
