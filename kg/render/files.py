"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.errors import KgError, Problem, RefusedError, UsageError
from kg.wording import Text, same

_STORE = b"SQLite format 3\0"


class OutputError(KgError):
    """A file cannot be written; what stood in its place stands there still."""


def write_file(path: Path, data: bytes) -> None:
    """Write one file; a reader sees the old content or the new one, never a part.

    A link stays and what it points to is written; a device or a pipe (``/dev/stdout``) is written
    to and never replaced.

    Raises
    ------
    OutputError
        When the folder is missing or may not be written to, the file is a folder or read-only, or
        the disk is full.
    """
    write_files({path: (data,)})


def write_files(contents: Mapping[Path, Iterable[bytes]]) -> None:
    """Write several files that belong together: all are complete before the first is put in
    place.

    Raises
    ------
    OutputError
        When one of them cannot be written; then none of them is replaced.
    RefusedError
        When one of them is a store.
    """
    ready: list[tuple[Path, Path]] = []
    streams: list[tuple[Path, Iterable[bytes]]] = []
    path = Path()
    try:
        for path, chunks in contents.items():
            target = _target(path)
            if target is None:
                streams.append((path, chunks))
            else:
                ready.append((_temporary(target), target))
                _write(ready[-1][0], chunks)
        for temporary, path in ready:
            temporary.replace(path)
        for path, chunks in streams:
            with path.open("wb") as stream:
                stream.writelines(chunks)
    except OSError as error:
        raise _refusal(path, error) from error
    finally:
        for temporary, _ in ready:
            with contextlib.suppress(FileNotFoundError, NotADirectoryError):
                temporary.unlink()


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, where they are missing.

    Raises
    ------
    UsageError
        When one of them is a file.
    OutputError
        When it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise UsageError(
            Problem(
                Text("这是一个文件，不是文件夹", "this is a file, not a folder"),
                same(str(folder)),
                next_step=Text("换一个文件夹名", "name another folder"),
            )
        ) from error
    except OSError as error:
        raise OutputError(
            Problem(
                Text(
                    f"建不了文件夹：{error.strerror}", f"cannot make the folder: {error.strerror}"
                ),
                same(str(folder)),
            )
        ) from error


def _target(path: Path) -> Path | None:
    """The file that is to be replaced; None where it is no file that can be: a device, a pipe.

    Raises
    ------
    OSError
        When it is a folder, or one may not write to it: what is in its place by a new name would
        get round the owner's lock.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return path.resolve()
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        return None
    _require_no_store(path)
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return path.resolve()


def _require_no_store(path: Path) -> None:
    with path.open("rb") as file:
        if file.read(len(_STORE)) != _STORE:
            return
    raise RefusedError(
        Problem(
            Text(
                "不覆盖图谱库：这是一个 SQLite 数据库",
                "no output replaces a store: this is an SQLite file",
            ),
            same(str(path)),
            next_step=Text("换一个文件名", "name another file"),
        )
    )


def _temporary(path: Path) -> Path:
    """A name in the same folder, so that putting the file in place is one step."""
    return path.with_name(f".kg-{os.getpid()}-{abs(hash(path.name)):x}.tmp")


def _write(path: Path, chunks: Iterable[bytes]) -> None:
    with path.open("xb") as file:
        for chunk in chunks:
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def _refusal(path: Path, error: OSError) -> OutputError:
    reason = error.strerror or type(error).__name__
    return OutputError(
        Problem(
            Text(f"写不了文件：{reason}", f"cannot write the file: {reason}"),
            same(str(path)),
            next_step=Text(
                "检查文件夹是否存在、可写，磁盘是否已满",
                "check that the folder exists and can be written to, and that the disk has room",
            ),
        )
    )
