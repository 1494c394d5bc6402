"""Signs of life: after a second, on a terminal, and nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.cli.process import environment

SCRIPT = """
import sys, time
from pathlib import Path
from kg.cli.progress import Progress
with Progress("正在读取") as progress:
    progress.watch(Path("[red]甲.txt"))
    time.sleep(float(sys.argv[1]))
    progress.watch(Path("乙.txt"))
    time.sleep(float(sys.argv[1]) / 4)
print("rich" in sys.modules)
"""


def run_with(stderr: int, seconds: str) -> bytes:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, seconds],
        env=environment(LC_ALL="C.UTF-8", TERM="xterm"),
        stdout=subprocess.PIPE,
        stderr=stderr,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a POSIX thing")
def test_a_person_sees_the_file_after_a_second() -> None:
    ours, theirs = os.openpty()
    assert run_with(theirs, "2") == b"True"
    os.close(theirs)
    shown = os.read(ours, 65_536).decode()
    os.close(ours)
    assert "正在读取 [red]甲.txt" in shown
    assert "正在读取 乙.txt" in shown


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a POSIX thing")
def test_a_short_run_shows_nothing_and_loads_nothing() -> None:
    ours, theirs = os.openpty()
    os.set_blocking(ours, False)
    assert run_with(theirs, "0") == b"False"
    with pytest.raises(BlockingIOError):
        os.read(ours, 1)
    os.close(theirs)
    os.close(ours)


def test_a_file_gets_nothing() -> None:
    read, write = os.pipe()
    assert run_with(write, "1.5") == b"False"
    os.close(write)
    assert os.read(read, 1_000) == b""
    os.close(read)
