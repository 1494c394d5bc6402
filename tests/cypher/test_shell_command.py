"""``kg shell``: a conversation through a pipe, and what a terminal is offered."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import time
from pathlib import Path

import pytest

from kg.cli.completion import completions
from kg.cli.prompt import FIRST, history_file
from tests.cli.process import PROGRAM, environment

ENDLESS = (
    "RETURN reduce(s = 0, x IN range(1, 6000000) |"
    " s + reduce(t = 0, y IN range(1, 6000000) | t + y)) AS n"
)


def shell(folder: Path, text: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, "shell", *arguments],
        cwd=folder,
        env=environment(LC_ALL="C.UTF-8"),
        input=text,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_a_conversation_through_a_pipe(filled: Path) -> None:
    done = shell(
        filled.parent,
        "MATCH (m:Measure)\nRETURN count(m) AS measures;\n"
        ":use agency-leads agency=市科技局\n"
        "RETURN 'a;b' AS text\n\n"
        ":schema LEADS\n:list\n:timing\nRETURN 7 AS last",
    )
    assert done.returncode == 0, done.stderr
    assert "kg>" not in done.stdout
    for word in ("measures", "我局牵头哪些举措", "a;b", "agency-assists", "last\n────\n   7"):
        assert word in done.stdout
    assert done.stderr.count("毫秒") == 3
    assert "不显示用时" in done.stderr


def test_a_fault_is_told_and_the_rest_is_answered(filled: Path) -> None:
    done = shell(
        filled.parent,
        "CREATE (n);\nRETRN 1;\n:use nope\n:use\n:use agency-leads 'x\n:bogus\nRETURN 7 AS last;\n"
        ":quit\nRETURN 8 AS never;\n",
    )
    assert done.returncode == 6
    for text in (
        "只能读，不能用 CREATE",
        "查询有误",
        "没有这个查询：nope",
        "没有给出查询名；应为：:use agency-leads agency=市科技局",
        "引号没有成对（agency-leads 'x）",
        "没有这个命令：:bogus；应为：",
    ):
        assert text in done.stderr
    assert "7" in done.stdout
    assert "never" not in done.stdout
    assert "Traceback" not in done.stderr


def test_english(filled: Path) -> None:
    done = shell(filled.parent, ":help\nCREATE (n);\n", "--lang", "en")
    assert "the named queries" in done.stderr
    assert "queries only read: CREATE is refused (line 1, column 1)" in done.stderr


def test_limits_hold(filled: Path) -> None:
    done = shell(filled.parent, "MATCH (m:Measure) RETURN m.key;\n", "--limit", "2")
    assert "只取了前 2 行" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_a_terminal_gets_a_prompt_and_a_history_outside_of_the_folder(
    filled: Path, tmp_path: Path
) -> None:
    state = tmp_path / "state"
    keyboard, screen = pty.openpty()
    process = subprocess.Popen(
        [*PROGRAM, "shell"],
        cwd=filled.parent,
        env=environment(LC_ALL="C.UTF-8", TERM="dumb", XDG_STATE_HOME=str(state)),
        stdin=screen,
        stdout=screen,
        stderr=screen,
        close_fds=True,
        start_new_session=True,
    )
    os.close(screen)
    try:
        assert "kg> " in until(keyboard, "kg> ")
        os.write(keyboard, b"RETURN 40 + 2 AS answer;\n")
        assert "42" in until(keyboard, "毫秒")
        os.write(keyboard, b":quit\n")
        assert process.wait(30) == 0
    finally:
        process.kill()
        process.wait()
        os.close(keyboard)
    history = state / "policy-task-kg" / "shell_history"
    assert "RETURN 40 + 2 AS answer;" in history.read_text(encoding="utf-8")
    assert history.stat().st_mode & 0o077 == 0
    assert not list(filled.parent.glob("*history*"))


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_an_interrupt_cancels_the_query_and_not_the_conversation(filled: Path) -> None:
    keyboard, screen = pty.openpty()
    process = subprocess.Popen(
        [*PROGRAM, "shell", "--timeout", "100"],
        cwd=filled.parent,
        env=environment(LC_ALL="C.UTF-8", TERM="dumb"),
        stdin=screen,
        stdout=screen,
        stderr=screen,
        close_fds=True,
        start_new_session=True,
    )
    os.close(screen)
    try:
        os.write(keyboard, b"RETURN 1 AS one;\n")
        until(keyboard, "毫秒")
        until(keyboard, FIRST)
        os.write(keyboard, ENDLESS.encode() + b";\n")
        until(keyboard, ";")  # the echo, with all that the line editor redraws
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        until(keyboard, FIRST)  # what is typed before it may be thrown away with the query
        os.write(keyboard, b"RETURN 40 + 2 AS answer;\n")
        assert "42" in until(keyboard, "毫秒")
        os.write(keyboard, b":quit\n")
        assert process.wait(30) == 0
    finally:
        process.kill()
        process.wait()
        os.close(keyboard)


def until(keyboard: int, word: str) -> str:
    """Return what the screen shows, once it holds a word."""
    shown, deadline = b"", time.monotonic() + 60
    while word.encode() not in shown and time.monotonic() < deadline:
        if select.select([keyboard], [], [], 1)[0]:
            try:
                shown += os.read(keyboard, 4096)
            except OSError:
                break
    return shown.decode(errors="replace")


@pytest.mark.parametrize(
    ("word", "line", "expected"),
    [
        (":l", ":l", [":list"]),
        ("solo", ":use solo", ["solo-burden"]),
        ("Mea", ":schema Mea", ["Measure"]),
        ("m:mea", "MATCH (m:mea", ["m:Measure"]),
        (":LEA", "MATCH ()-[:LEA", [":LEADS"]),
        ("r.as_", "RETURN r.as_", ["r.as_printed"]),
        ("mat", "mat", ["MATCH"]),
        ("", "", []),
    ],
)
def test_completion(word: str, line: str, expected: list[str]) -> None:
    assert completions(word, line) == expected


@pytest.mark.parametrize(
    ("environ", "system", "expected"),
    [
        ({"XDG_STATE_HOME": "relative", "HOME": "/h"}, "linux", "/h/.local/state"),
        ({"XDG_STATE_HOME": "/s"}, "linux", "/s"),
        ({"LOCALAPPDATA": "/local"}, "win32", "/local"),
    ],
)
def test_the_history_lies_in_the_folder_for_state(
    environ: dict[str, str], system: str, expected: str
) -> None:
    file = history_file(environ, system)
    assert file is not None
    assert file.as_posix() == f"{expected}/policy-task-kg/shell_history"


@pytest.mark.parametrize("system", ["linux", "win32"])
def test_without_a_folder_for_state_there_is_no_history(system: str) -> None:
    assert history_file({}, system) is None
