"""The standard streams, made fit for Chinese.

Three rules. Data formats (CSV, JSON, …) leave as UTF-8 bytes. Text for people keeps the encoding
of its stream when that can hold Chinese (UTF-8, GBK, …). A stream that cannot (ASCII under the
locale C, Latin-1) is turned to UTF-8, since nothing of the text would be left otherwise.
"""

from __future__ import annotations

import codecs
import io
import os
import sys
from pathlib import Path
from typing import TextIO

_PROBE = "中文"
_HANDLER = "kg-printable"


def prepare_streams() -> None:
    """Make stdout and stderr take any text; a character they cannot hold is shown by its
    number, and bytes of a file name that are no text go out as they came in.

    A stream that the caller closed (``>&-``) leads nowhere: otherwise the next file that is opened
    would take its place.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - to the end
            setattr(sys, name, nowhere)
    codecs.register_error(_HANDLER, _show)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if _holds(stream) else "utf-8", errors=_HANDLER)


def write_data(data: str | bytes, *, bom: bool = False) -> None:
    """Write data to stdout, UTF-8; with a byte order mark where the format wants one and no
    terminal would show it.
    """
    mark = codecs.BOM_UTF8 if bom and not sys.stdout.isatty() else b""
    encoded = data.encode("utf-8", _HANDLER) if isinstance(data, str) else data
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None or (isinstance(data, str) and sys.stdout.isatty()):
        sys.stdout.write(data if isinstance(data, str) else encoded.decode())
        return
    sys.stdout.flush()
    buffer.write(mark + encoded)
    buffer.flush()


def silence(stream: TextIO) -> None:
    """Lead a stream nowhere: its reader has gone, and closing it at exit must not complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def repaired(argument: str) -> str:
    """Return an argument as the user typed it, where the locale C could not read it.

    Examples
    --------
    >>> repaired("专利".encode().decode("ascii", "surrogateescape"))
    '专利'
    """
    if not any("\udc80" <= c <= "\udcff" for c in argument):
        return argument
    data = argument.encode("utf-8", "surrogateescape")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


def _holds(stream: io.TextIOWrapper) -> bool:
    try:
        _PROBE.encode(stream.encoding)
    except UnicodeEncodeError:
        return False
    return True


def _show(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    refused = error.object[error.start : error.end]
    if all("\udc80" <= c <= "\udcff" for c in refused):
        return refused.encode("ascii", "surrogateescape"), error.end
    return codecs.backslashreplace_errors(error)
