"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.errors import KgError, Problem, UsageError
from kg.wording import Text, same


class OutputError(KgError):
    """A file cannot be written; what stood in its place stands there still."""


def write_file(path: Path, data: bytes) -> None:
    """Write one file; a reader sees the old content or the new one, never a part.

    Raises
    ------
    OutputError
        When the folder is missing or may not be written to, or the disk is full.
    """
    write_files({path: (data,)})


def write_files(contents: Mapping[Path, Iterable[bytes]]) -> None:
    """Write several files that belong together: all are complete before the first is put in
    place.

    Raises
    ------
    OutputError
        When one of them cannot be written; then none of them is replaced.
    """
    ready: list[tuple[Path, Path]] = []
    path = Path()
    try:
        for path, chunks in contents.items():
            ready.append((_temporary(path), path))
            _write(ready[-1][0], chunks)
        for temporary, path in ready:
            temporary.replace(path)
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
