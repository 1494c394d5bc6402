"""From the paths of a command line to the bytes of files, without ever blocking on one."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError, Problem
from kg.wording import Text, same

SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes. A task document of a thousand pages has less than 4 MiB of text; what is larger than
this is not one, and reading it would fill the memory of a small office machine."""

_CHUNK = 1024 * 1024

# fmt: off
_DOCUMENTS = frozenset({
    ".doc", ".docx", ".wps", ".rtf", ".odt", ".xls", ".xlsx", ".et", ".ods", ".pdf", ".ofd",
    ".htm", ".html", ".mht", ".7z", ".rar", ".zip",
})
# fmt: on
"""Endings of files that people keep task documents in."""


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file as it lies on the disk.

    Parameters
    ----------
    name
        The file's name without folders.
    data
        All its bytes; never empty.
    sha256
        Of ``data``, in hexadecimal.
    """

    path: Path
    name: str
    data: bytes
    sha256: str


def expand(paths: Sequence[Path], suffixes: frozenset[str]) -> tuple[Path, ...]:
    """Return the files that the paths of a command line stand for.

    A file stands for itself, whatever its suffix. A directory stands for all files below it
    with a known suffix, sorted by path, and for every directory below it that may not be opened:
    reading that will say why. Hidden files and directories are passed over, and so is every link
    that leads out of the directory. A file reached twice is returned once.

    Parameters
    ----------
    paths
        As given, in the order in which they are to be read.
    suffixes
        File name endings that some format reads, lower case, with the dot.

    Raises
    ------
    InputError
        With every directory that holds no file of a known suffix.
    """
    files: dict[Path, Path] = {}
    problems: list[Problem] = []
    for path in paths:
        if not _is_folder(path):
            files.setdefault(_identity(path), path)
            continue
        found = sorted(_files_below(path, suffixes))
        if not found:
            problems.append(_empty_directory(path, suffixes))
        for file in found:
            files.setdefault(_identity(file), file)
    if problems:
        raise InputError(*problems)
    return tuple(files.values())


def passed_over(paths: Sequence[Path], suffixes: frozenset[str]) -> tuple[Path, ...]:
    """Return the office documents, web pages and archives below the directories of a command line
    that :func:`expand` does not return, sorted: who names a directory may think they were read.
    """
    found: dict[Path, Path] = {}
    for path in filter(_is_folder, paths):
        for file in _files_below(path, _DOCUMENTS - suffixes):
            if not _is_folder(file):
                found.setdefault(_identity(file), file)
    return tuple(sorted(found.values()))


def read_file(path: Path) -> RawFile:
    """Return a file with all its bytes.

    A link named by the caller is followed: it is the caller's own word. The file is opened
    without blocking and looked at again through the open handle, so that a file swapped for a
    pipe between two looks cannot stop the program.

    Raises
    ------
    InputError
        When the path names nothing, a directory, a pipe, device or socket, an empty file, one
        that may not be read, or one larger than :data:`SIZE_LIMIT`.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            os.scandir(path).close()  # one that may not be opened is refused for that
        _require_regular(path, status)
        data = _read_bytes(path)
    except (OSError, ValueError) as error:
        # ValueError: a path with a NUL in it.
        raise InputError(_reason(path, error)) from error
    return RawFile(path, _name(path), data, hashlib.sha256(data).hexdigest())


def _name(path: Path) -> str:
    """The name of a file as its owner reads it, also where the locale could not decode it."""
    data = os.fsencode(path.name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


def _read_bytes(path: Path) -> bytes:
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        status = os.fstat(file.fileno())
        _require_regular(path, status)
        # The size on the disk is a hint only: the file may grow while it is read.
        _require_size(path, status.st_size)
        data = b"".join(iter(lambda: file.read(_CHUNK), b"")) if status.st_size else b""
    if not data:
        raise InputError(_empty(path))
    _require_size(path, len(data))
    return data


def _files_below(root: Path, suffixes: frozenset[str]) -> Iterator[Path]:
    home = root.resolve()
    closed: list[OSError] = []  # os.walk passes over them, and nobody would miss their files
    for folder, folders, names in os.walk(root, onerror=closed.append):
        # os.walk looks at this list again before it goes down: hidden folders are left out.
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            file = Path(folder, name)
            if name.startswith(".") or file.suffix.lower() not in suffixes:
                continue
            if file.is_symlink() and not _identity(file).is_relative_to(home):
                continue
            yield file
    yield from (Path(str(error.filename)) for error in closed)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        # Not to be looked at: reading it will say why.
        return False


def _identity(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        # A link that leads in a circle: reading it will say so.
        return path.absolute()


def _require_regular(path: Path, status: os.stat_result) -> None:
    if stat.S_ISREG(status.st_mode):
        return
    kind = next(
        (name for test, name in _KINDS if test(status.st_mode)),
        Text("特殊文件", "a special file"),
    )
    raise InputError(
        Problem(
            Text(f"这不是普通文件，而是{kind.zh}", f"this is not a regular file but {kind.en}"),
            same(str(path)),
            next_step=Text("指定一个文本文件", "name a text file"),
        )
    )


_KINDS = (
    (stat.S_ISDIR, Text("目录", "a directory")),
    (stat.S_ISFIFO, Text("管道", "a pipe")),
    (stat.S_ISSOCK, Text("套接字", "a socket")),
    (stat.S_ISCHR, Text("字符设备", "a character device")),
    (stat.S_ISBLK, Text("块设备", "a block device")),
)


def _require_size(path: Path, size: int) -> None:
    if size <= SIZE_LIMIT:
        return
    limit = SIZE_LIMIT // (1024 * 1024)
    raise InputError(
        Problem(
            Text(f"文件过大（{size} 字节）", f"the file is too large ({size} bytes)"),
            same(str(path)),
            Text(f"不超过 {limit} MiB", f"at most {limit} MiB"),
            Text("按文件拆分后再读入", "split it by document and load the parts"),
        )
    )


def _empty_directory(path: Path, suffixes: frozenset[str]) -> Problem:
    known = sorted(suffixes)
    return Problem(
        Text("目录中没有可读的文件", "the directory holds no file that can be read"),
        same(str(path)),
        Text("后缀为 " + "、".join(known), "a file ending in " + ", ".join(known)),
        Text("检查路径，或直接指定文件", "check the path, or name the file itself"),
    )


def _reason(path: Path, error: Exception) -> Problem:
    """Return why the system would not open a file or folder, in words."""
    if isinstance(error, FileNotFoundError):
        what = Text("没有这个文件", "there is no such file")
        advice = Text("检查路径", "check the path")
    elif isinstance(error, PermissionError):
        what = Text("没有读取权限", "you are not allowed to read this")
        advice = Text("请所有者授予读取权限", "ask its owner for permission")
    else:
        reason = getattr(error, "strerror", None) or str(error)
        what = Text(f"无法读取：{reason}", f"this cannot be read: {reason}")
        advice = Text("检查路径和磁盘", "check the path and the disk")
    return Problem(what, same(str(path)), next_step=advice)


def _empty(path: Path) -> Problem:
    return Problem(
        Text("文件是空的", "the file is empty"),
        same(str(path)),
        Text("至少一项任务的文本", "a text with at least one task"),
        Text("检查文件是否下载或保存完整", "check that it was downloaded or saved completely"),
    )
