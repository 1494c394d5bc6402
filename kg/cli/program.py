"""The program: takes arguments, runs a command, returns an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from kg import __version__
from kg.cli.catalogue import COMMANDS
from kg.cli.command import CommandGroup
from kg.cli.failure import INTERRUPTED, tell
from kg.cli.invocation import Invocation
from kg.cli.parameter import Option
from kg.cli.streams import prepare_streams, silence
from kg.errors import ExitCode
from kg.wording import Text

_MEANING = Text(
    "把政府任务文件（任务清单、任务分解表）读成知识图谱，并作分析。\n"
    "数据输出到标准输出，其他信息输出到标准错误。\n"
    "退出码：0 成功，1 失败，2 用法不对，3 文件有问题，5 图谱库打不开，6 为安全拒绝。",
    "Reads Chinese government task documents into a knowledge graph, and reports on it.\n"
    "Data goes to stdout, everything else to stderr.\n"
    "Exit codes: 0 ok, 1 failure, 2 wrong use, 3 bad files, 5 store unreachable, "
    "6 refused for safety.",
)


def run(arguments: Sequence[str]) -> int:
    """Run the program and return its exit code; nothing is raised.

    Parameters
    ----------
    arguments
        As typed, without the program's name.
    """
    prepare_streams()
    invocation = Invocation.of(arguments)
    try:
        code = _invoke(arguments, invocation)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough (`kg find 专利 | head`): no failure of ours.
        silence(sys.stdout)
        return ExitCode.OK
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the one place that answers for everything
        code = tell(error, invocation)
        _settle()
    return code


def _invoke(arguments: Sequence[str], invocation: Invocation) -> int:
    """Run the command that the arguments name.

    Click's own ``main`` is not used: it answers a closed pipe with exit code 1.
    """
    program = _program()
    try:
        with program.make_context("kg", list(arguments), obj=invocation) as context:
            return int(program.invoke(context))
    except click.exceptions.Exit as done:
        return done.exit_code


def _settle() -> None:
    """Write out what stdout still holds; where that fails, it must not fail again at exit."""
    try:
        sys.stdout.flush()
    except OSError:
        silence(sys.stdout)


def _program() -> CommandGroup:
    version = Option(
        "--version",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_version,
        meaning=Text("显示版本", "show the version"),
    )
    return CommandGroup("kg", COMMANDS, _MEANING, [version])


def _show_version(context: click.Context, option: click.Parameter, value: bool) -> None:
    del option
    if value and not context.resilient_parsing:
        click.echo(f"kg {__version__}")
        context.exit()
