"""The standard streams: encodings, closed readers, full disks, terminals."""

from __future__ import annotations

import json
import os
import pty
import struct
import subprocess
import sys
import termios
from fcntl import ioctl
from pathlib import Path

import pytest

from kg.cli.streams import repaired
from kg.render.width import columns
from tests.cli.process import PROGRAM, environment, start

ASCII = {"PYTHONUTF8": "0", "LC_ALL": "C"}
WORDS = "备注：【专利】指发明【专利】"


def test_a_locale_without_chinese_gets_utf8(filled: Path) -> None:
    done = start(filled.parent, "find", "专利", **ASCII)
    assert (done.returncode, done.stderr) == (0, b"")
    assert WORDS in done.stdout.decode()


def test_latin_streams_get_utf8(filled: Path) -> None:
    done = start(filled.parent, "find", "专利", PYTHONIOENCODING="latin-1", LC_ALL="C.UTF-8")
    assert WORDS in done.stdout.decode()


def test_a_gbk_stream_keeps_its_encoding(filled: Path) -> None:
    done = start(filled.parent, "find", "专利", PYTHONIOENCODING="gbk", LC_ALL="C.UTF-8")
    assert (done.returncode, done.stderr) == (0, b"")
    assert WORDS in done.stdout.decode("gbk")


def test_what_gbk_cannot_hold_is_shown_by_its_number(filled: Path) -> None:
    done = start(filled.parent, "find", "𠮷", PYTHONIOENCODING="gbk", LC_ALL="C.UTF-8")
    assert done.returncode == 0
    assert done.stderr.decode("gbk") == "没有找到“\\U00020bb7”\n"


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "utf-8"])
def test_data_formats_are_utf8_whatever_the_stream(filled: Path, encoding: str) -> None:
    done = start(
        filled.parent, "report", "workload", "-f", "json", PYTHONIOENCODING=encoding, **ASCII
    )
    assert json.loads(done.stdout.decode())["title"] == "各单位任务量"


def test_messages_take_any_locale(tmp_path: Path) -> None:
    done = start(tmp_path, "report", "workload", **ASCII)
    assert done.returncode == 5
    assert "kg build" in done.stderr.decode()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_file_name_is_shown_as_it_is_under_any_locale(tmp_path: Path, language: str) -> None:
    done = start(tmp_path, "export", "jsonl", "甲/乙", "--lang", language, **ASCII)
    assert done.returncode == 5
    done = start(tmp_path, "build", "没有.txt", "--lang", language, **ASCII)
    assert done.returncode == 3
    assert "没有.txt" in done.stderr.decode()


@pytest.mark.parametrize("text", ["专利", "plain", "质押融资a"])
def test_arguments_that_the_locale_cannot_read(text: str) -> None:
    assert repaired(text.encode().decode("ascii", "surrogateescape")) == text
    assert repaired(text.encode("gb18030").decode("ascii", "surrogateescape")) == text


def test_a_reader_that_leaves_early_is_no_failure(filled: Path) -> None:
    for arguments in (["find", "专利"], ["report", "workload", "-f", "json"], ["--help"]):
        read, write = os.pipe()
        os.close(read)
        done = subprocess.run(
            [*PROGRAM, *arguments],
            cwd=filled.parent,
            env=environment(),
            stdout=write,
            stderr=subprocess.PIPE,
            check=False,
        )
        os.close(write)
        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
@pytest.mark.parametrize("form", ["table", "json"])
def test_a_full_disk_is_one_sentence(filled: Path, form: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "report", "workload", "-f", form],
            cwd=filled.parent,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.decode() == "系统报错：[Errno 28] No space left on device\n"


def on_terminal(folder: Path, *arguments: str, width: int = 60, **environ: str) -> str:
    """What a terminal of some width is sent by the program; line ends as the program wrote."""
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    process = subprocess.Popen(
        [*PROGRAM, *arguments],
        cwd=folder,
        env=environment(LC_ALL="C.UTF-8", TERM="xterm", **environ),
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.PIPE,
    )
    os.close(theirs)
    chunks = []
    while chunk := _read(ours):
        chunks.append(chunk)
    os.close(ours)
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, b"")
    return b"".join(chunks).decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # Linux answers so when the other end is closed
        return b""


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a POSIX thing")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", ">&- 2>&- <&-"])
def test_a_closed_stream_is_no_failure(filled: Path, closed: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"$0" -m kg.cli report workload {closed}', sys.executable],
        cwd=filled.parent,
        env=environment(LC_ALL="C.UTF-8"),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert filled.read_bytes()[:6] == b"SQLite"


@pytest.mark.parametrize("width", [40, 60, 100])
def test_a_terminal_gets_lines_that_fit(filled: Path, width: int) -> None:
    for arguments in (["report", "workload"], ["show", "市科技局"], ["find", "专利"]):
        shown = on_terminal(filled.parent, *arguments, width=width, NO_COLOR="1")
        assert "\x1b" not in shown
        assert all(columns(line) <= width for line in shown.splitlines())


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a POSIX thing")
def test_a_terminal_gets_colour_unless_forbidden(filled: Path) -> None:
    assert "\x1b[1m" in on_terminal(filled.parent, "report", "workload")
    assert "\x1b" not in on_terminal(filled.parent, "report", "workload", NO_COLOR="1")
    assert "\x1b" not in start(filled.parent, "report", "workload").stdout.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a POSIX thing")
def test_a_terminal_gets_no_byte_order_mark(filled: Path) -> None:
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [*PROGRAM, "report", "workload", "-f", "csv"],
        cwd=filled.parent,
        env=environment(LC_ALL="C.UTF-8"),
        stdout=theirs,
        stderr=subprocess.PIPE,
        check=True,
    )
    os.close(theirs)
    shown = os.read(ours, 65_536).decode()
    os.close(ours)
    assert done.returncode == 0
    assert shown.startswith("文件键,")


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a POSIX thing")
def test_a_workbook_is_not_poured_on_a_terminal(filled: Path) -> None:
    for language, text in (
        ("zh", "xlsx 不能显示在屏幕上。请用 -o 指定文件\n"),
        ("en", "xlsx cannot be shown on a screen. Next: name a file with -o\n"),
    ):
        ours, theirs = pty.openpty()
        done = subprocess.run(
            [*PROGRAM, "report", "workload", "-f", "xlsx", "--lang", language],
            cwd=filled.parent,
            env=environment(LC_ALL="C.UTF-8"),
            stdout=theirs,
            stderr=subprocess.PIPE,
            check=False,
        )
        os.close(theirs)
        os.close(ours)
        assert (done.returncode, done.stderr.decode()) == (2, text)
