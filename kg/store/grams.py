"""Texts as search sees them, and the overlapping two-character grams an index is made of.

Chinese has no spaces, and an index of words or of three-character grams finds nothing for the
commonest words, which have two characters (专利). A gram index names candidates only; whoever
uses it still looks for the text itself, so the answer is that of a plain search.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

QUERY_LIMIT = 32
"""Most grams of a text that an index is asked for: more do not narrow the candidates."""

# An index takes letters as they are but cuts words at ASCII punctuation. The full-width forms
# stand for it, because NFKC leaves none of them in a folded text; control pictures stand for
# control characters.
_CUTTING = re.compile(r"[\x00-/:-@\[-`{-\x7f]")
_STAND_INS = {
    code: chr(code + (0x2400 if code < ord("!") else 0xFEE0))
    for code in range(0x80)
    if not chr(code).isalnum()
}


def folded(text: str) -> str:
    """Return a text as search compares it: NFKC, case folded, without white space.

    Examples
    --------
    >>> folded("ＰＣＴ 专利　申请")
    'pct专利申请'
    """
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def grams(folded_text: str) -> list[str]:
    """Return the grams of a folded text, in order, repeated as they are.

    Every two neighbouring characters are a gram, and the last character is one alone, so that
    each character begins a gram. A gram holds neither white space nor ASCII punctuation.

    Examples
    --------
    >>> grams("质押融资")
    ['质押', '押融', '融资', '资']
    >>> grams("(一)")
    ['（一', '一）', '）']
    """
    text = folded_text
    if _CUTTING.search(text):
        text = text.translate(_STAND_INS)
    return [*[first + second for first, second in pairwise(text)], *text[-1:]]
