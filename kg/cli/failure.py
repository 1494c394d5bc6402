"""Errors as the user sees them: one sentence each on stderr, and the exit code."""

from __future__ import annotations

import traceback

import click

from kg.cli.invocation import Invocation
from kg.errors import ExitCode, KgError
from kg.wording import Text

INTERRUPTED = 130
"""What a shell reports for a program stopped by Ctrl-C."""

_DEFECT = Text(
    "程序出错：{error}。请加 --debug 再运行一次，把显示的内容告诉维护者",
    "unexpected error: {error}. Next: run with --debug and report what it shows",
)
_SYSTEM = Text("系统报错：{error}", "the system refused: {error}")
_SEE_HELP = Text("用法见 {path} --help", "see {path} --help")


def tell(error: Exception, invocation: Invocation) -> int:
    """Say an error on stderr and return its exit code; with --debug its traceback comes first."""
    if invocation.debug:
        invocation.say("".join(traceback.format_exception(error)).rstrip())
    if isinstance(error, KgError):
        invocation.say(error.into(invocation.language))
        return error.exit_code
    if isinstance(error, click.ClickException):
        return _tell_usage(error, invocation)
    if isinstance(error, OSError):
        invocation.say(invocation.word(_SYSTEM).format(error=error))
        return ExitCode.FAILURE
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    invocation.say(invocation.word(_DEFECT).format(error=what))
    return ExitCode.FAILURE


def _tell_usage(error: click.ClickException, invocation: Invocation) -> int:
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None and _asks_for_help(error, context):
        invocation.say(context.get_help())
        return ExitCode.USAGE
    invocation.say(invocation.word(usage_text(error)))
    if context is not None:
        invocation.say(invocation.word(_SEE_HELP).format(path=context.command_path))
    return ExitCode.USAGE


def _asks_for_help(error: click.ClickException, context: click.Context) -> bool:
    """Whether a group was called without a command: its help is the best answer."""
    bare = isinstance(context.command, click.Group) and not context.args
    return bare and type(error).__name__ in {"NoArgsIsHelpError", "UsageError"}


def usage_text(error: click.ClickException) -> Text:
    """Return Click's complaint about the arguments in both languages."""
    english = error.format_message()
    if isinstance(error, click.NoSuchOption):
        near = f"；是不是 {'、'.join(error.possibilities)}" if error.possibilities else ""
        return Text(f"没有这个选项：{error.option_name}{near}", english)
    if isinstance(error, click.MissingParameter):
        name = _parameter(error)
        return Text(f"缺少参数：{name}", f"missing parameter: {name}")
    if isinstance(error, click.BadOptionUsage):
        return Text(f"选项用法不对：{error.option_name}", english)
    if isinstance(error, click.BadParameter):
        return Text(f"参数 {_parameter(error)} 的值不对：{error.message}", english)
    return Text(f"参数不对：{english}", english)


def _parameter(error: click.BadParameter) -> str:
    if error.param is None or error.ctx is None:
        return ""
    if isinstance(error.param, click.Argument):
        return error.param.make_metavar(error.ctx)
    return " / ".join(error.param.opts)
