"""The text of a file in whatever encoding a Chinese office writes: UTF-8, GB18030 (with GBK and
GB 2312 inside it) and UTF-16, each with and without a byte order mark.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from kg.errors import InputError

from . import refusals
from .bytelines import examine
from .plausibility import LEAST, score
from .signatures import kind_of

_MARKED = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030", "gb18030"),
)
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1a"))
_MOST_CONTROLS = 0.05
_LEAST_NULS = 0.15


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, without its byte order mark, and the encoding its bytes were read with."""

    text: str
    encoding: str


def decode(data: bytes, name: str) -> Decoded:
    """Return the text of a file.

    Parameters
    ----------
    data
        All bytes of the file.
    name
        Its name, for errors.

    Raises
    ------
    InputError
        When the bytes are of another kind of file, end inside a character, mix encodings
        (with the line), or make no plausible text in any of the encodings.
    """
    kind = kind_of(data)
    if kind is not None:
        raise InputError(refusals.other_kind(name, kind))
    for mark, codec, encoding in _MARKED:
        if data.startswith(mark):
            return Decoded(_strictly(data[len(mark) :], codec, encoding, name), encoding)
    wide = _wide(data, name) if b"\0" in data else None
    if wide is not None:
        return wide
    text = _try(data, "utf-8")
    if text is None:
        return _not_utf8(data, name)
    _require_text(data, name)
    return Decoded(text, "utf-8")


def _strictly(data: bytes, codec: str, encoding: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(codec, "replace")
        line = before.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
        if error.end >= len(data) and _is_incomplete(data, codec):
            raise InputError(refusals.cut_in_character(name, line)) from error
        raise InputError(refusals.damaged(name, encoding, (line,))) from error


def _is_incomplete(data: bytes, codec: str) -> bool:
    """Tell whether the bytes are right but for a last character that is not all there."""
    try:
        codecs.getincrementaldecoder(codec)().decode(data, final=False)
    except UnicodeDecodeError:
        return False
    return True


def _require_text(data: bytes, name: str) -> None:
    """Refuse bytes of which more than a few are control characters."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > len(data) * _MOST_CONTROLS:
        raise InputError(refusals.binary(name))


def _wide(data: bytes, name: str) -> Decoded | None:
    """Return the text as UTF-16 without a mark; None when it makes no plausible text so."""
    whole = data[: len(data) // 2 * 2]
    found = [
        (score(text), text)
        for codec, zeros in (("utf-16-le", whole[1::2]), ("utf-16-be", whole[::2]))
        if (text := _try(whole, codec)) is not None
        # A text of ASCII alone scores 1 in any encoding: then every second byte must be zero.
        and (not text.isascii() or zeros.count(0) > len(zeros) * _LEAST_NULS)
    ]
    best, text = max(found, default=(0.0, ""))
    if best < LEAST or not text.replace("\0", ""):
        return None
    if len(data) % 2:
        line = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
        raise InputError(refusals.cut_in_character(name, line))
    return Decoded(text, "utf-16")


def _not_utf8(data: bytes, name: str) -> Decoded:
    if _is_incomplete(data, "utf-8"):
        whole = data.decode("utf-8", "ignore")
        if not whole.isascii() and score(whole) >= LEAST:
            line = len(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"))
            raise InputError(refusals.cut_in_character(name, line))
    narrow = _try(data, "gb18030")
    likely = score(narrow) if narrow is not None else 0.0
    if likely < LEAST:
        wide = _wide(data, name)
        if wide is not None:
            return wide
        _require_text(data, name)
    faults = examine(data)
    if faults is not None:
        raise InputError(faults.problem(name))
    if narrow is None or likely < LEAST:
        raise InputError(refusals.unknown_encoding(name))
    return Decoded(narrow, "gb18030")


def _try(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None
