"""Keys as CURIEs: ``kg:`` and the key, percent-encoded outside of ASCII letters, digits and
``-._~/``.

SSSOM's own validator takes a CURIE with a Chinese character for a broken one and leaves its row
out, so the readable form of a key stands in the label beside it (docs/decisions/0015).
"""

from __future__ import annotations

from urllib.parse import quote, unquote

KEY_PREFIX = "kg"
TERM_PREFIX = "kgt"
KEY_BASE = "https://policy-task-kg.invalid/key/"
TERM_BASE = "https://policy-task-kg.invalid/term/"
"""Names, not addresses: ``.invalid`` is reserved and never resolves (RFC 2606)."""


def curie(key: str) -> str:
    """Return the CURIE of a key.

    Examples
    --------
    >>> curie("甲〔2025〕1号/五#2")
    'kg:%E7%94%B2%E3%80%942025%E3%80%951%E5%8F%B7/%E4%BA%94%232'
    """
    return f"{KEY_PREFIX}:{quote(key, safe='/')}"


def key_of(words: str) -> str | None:
    """Return the key of a CURIE, also of one written by hand with the key as it is; None for
    anything else.

    Examples
    --------
    >>> key_of(curie("甲〔2025〕1号/五#2")), key_of("kg:甲〔2025〕1号/五#2")
    ('甲〔2025〕1号/五#2', '甲〔2025〕1号/五#2')
    >>> key_of("甲"), key_of("kg:"), key_of("kg:%FF")
    (None, None, None)
    """
    prefix, colon, local = words.partition(":")
    if prefix != KEY_PREFIX or not colon or not local:
        return None
    try:
        return unquote(local, errors="strict")
    except UnicodeDecodeError:
        return None
