"""Why a file is not read as text, in words."""

from __future__ import annotations

from collections.abc import Sequence

from kg.errors import Problem
from kg.wording import Text, same

_ENCODINGS = Text("UTF-8、GB18030（GBK）或 UTF-16 文本", "text in UTF-8, GB18030 (GBK) or UTF-16")
_SHOWN = 5


def other_kind(name: str, kind: Text) -> Problem:
    """The bytes begin as another kind of file does."""
    return Problem(
        Text(f"这不是文本，而是{kind.zh}", f"this is not text but {kind.en}"),
        same(name),
        _ENCODINGS,
        Text("另存为文本文件后再读入", "save it as a text file and load that"),
    )


def binary(name: str) -> Problem:
    """The bytes are no text in any encoding."""
    return Problem(
        Text("这是二进制文件，不是文本", "this is a binary file, not text"),
        same(name),
        _ENCODINGS,
        Text("检查是否选错了文件", "check that it is the file you meant"),
    )


def unknown_encoding(name: str) -> Problem:
    """The bytes make no plausible text."""
    return Problem(
        Text("无法识别文件的编码", "the encoding of the file cannot be told"),
        same(name),
        _ENCODINGS,
        Text("用编辑器打开，另存为 UTF-8", "open it in an editor and save it as UTF-8"),
    )


def cut_in_character(name: str, line: int) -> Problem:
    """The file ends inside a character."""
    return Problem(
        Text("文件在一个字的中间断开，不完整", "the file is cut off in the middle of a character"),
        Text(f"{name} 第{line}行", f"{name}, line {line}"),
        Text("完整的文件", "the whole file"),
        Text("重新下载或复制", "download or copy it again"),
    )


def damaged(name: str, encoding: str, lines: Sequence[int]) -> Problem:
    """Some lines hold bytes that no character has."""
    return Problem(
        Text(f"有字节不是 {encoding} 编码的字", f"bytes that are no character of {encoding}"),
        _where(name, lines),
        _ENCODINGS,
        Text(
            "重新下载或复制；或用编辑器改正这些行",
            "copy it again, or mend these lines in an editor",
        ),
    )


def mixed(name: str, main: str, other: str, lines: Sequence[int]) -> Problem:
    """Some lines are of another encoding than most."""
    return Problem(
        Text(
            f"一个文件里混用了两种编码：多数行是 {main}，这些行是 {other}",
            f"two encodings are mixed in one file: most lines are {main}, these are {other}",
        ),
        _where(name, lines),
        Text("整个文件用一种编码", "one encoding throughout"),
        Text(
            "用编辑器另存为 UTF-8 后检查这些行",
            "save it as UTF-8 in an editor and check these lines",
        ),
    )


def cut_in_quotes(name: str, line: int) -> Problem:
    """A quoted field of separated values is never closed."""
    return Problem(
        Text(
            "引号没有闭合，文件可能不完整", "a quotation mark is never closed; the file may be cut"
        ),
        Text(f"{name} 第{line}行", f"{name}, line {line}"),
        Text("成对的引号", "quotation marks in pairs"),
        Text("补上引号，或重新导出", "add the mark, or export the table again"),
    )


def no_text(name: str) -> Problem:
    """Nothing is printed in the file."""
    return Problem(
        Text("文件中没有文字", "the file holds no text"),
        same(name),
        Text("至少一项任务的文本", "a text with at least one task"),
        Text("检查文件是否保存完整", "check that the file was saved completely"),
    )


def _where(name: str, lines: Sequence[int]) -> Text:
    shown = [str(line) for line in lines[:_SHOWN]]
    more = len(lines) - len(shown)
    zh = f"{name} 第{'、'.join(shown)}行" + (f"等 {len(lines)} 行" if more else "")
    en = f"{name}, {'line' if len(lines) == 1 else 'lines'} {', '.join(shown)}"
    return Text(zh, en + (f" and {more} more" if more else ""))
