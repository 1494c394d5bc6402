"""Options and arguments whose texts stand in both languages, and the types of their values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import click

from kg.cli.invocation import Invocation
from kg.cli.streams import repaired
from kg.errors import Problem, UsageError
from kg.wording import Language, Text, same

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

_DIGITS = 9
"""Longest whole number taken as an argument: enough for any count, and cheap to read."""


def invocation_of(context: click.Context) -> Invocation:
    """Return the run that a context belongs to."""
    return context.ensure_object(Invocation)


class Option(click.Option):
    """An option with its help in both languages."""

    def __init__(self, *names: str, meaning: Text, **attributes: Any) -> None:  # noqa: ANN401
        super().__init__(list(names), **attributes)
        self.meaning = meaning

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option and its help in the language of the run."""
        self.help = invocation_of(ctx).word(self.meaning)
        return super().get_help_record(ctx)


def setting_option(setting: str, meaning: Text, metavar: str = "FILE") -> Option:
    """Return the option that gives a setting, mostly a file: ``--corrections FILE``."""

    def keep(context: click.Context, option: click.Parameter, value: str | None) -> None:
        del option
        if value is not None:
            invocation_of(context).options[setting] = value

    return Option(
        f"--{setting}", metavar=metavar, expose_value=False, callback=keep, meaning=meaning
    )


_DOCUMENT = Text(
    "只限这个文件（键、文号或标题；可多次）",
    "this document alone (key, number or title; may be repeated)",
)


def document_option(meaning: Text = _DOCUMENT) -> Option:
    """Return the option --document: documents by key, number or title, all where none is given."""
    return Option("--document", multiple=True, type=Words(), metavar="KEY", meaning=meaning)


def as_of_option() -> Option:
    """Return the option --as-of: the day on which a date has passed or not."""
    return Option(
        "--as-of",
        type=Day(),
        metavar="DATE",
        meaning=Text(
            "截至哪一天（年-月-日，默认今天）", "the day it holds for (YYYY-MM-DD, default: today)"
        ),
    )


_TOP = Text("每张表只列前 N 行", "show the first N rows of each table")


def top_option(meaning: Text = _TOP) -> Option:
    """Return the option --top: how many rows are shown, all where it is not given."""
    return Option("--top", type=Positive(), metavar="N", meaning=meaning)


class Argument(click.Argument):
    """An argument with its help in both languages."""

    def __init__(self, name: str, *, meaning: Text, **attributes: Any) -> None:  # noqa: ANN401
        super().__init__([name], **attributes)
        self.meaning = meaning

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        """Return the argument and its help in the language of the run."""
        return self.make_metavar(ctx), invocation_of(ctx).word(self.meaning)


class Words(click.ParamType[str]):
    """A text: a key, a name, words to look for."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the text as typed, also under a locale that cannot read it."""
        del param, ctx
        return repaired(value)


class Positive(click.ParamType[int]):
    """A whole number from 1."""

    name = "number"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number."""
        del ctx
        if value.isascii() and value.isdigit() and len(value) <= _DIGITS and int(value):
            return int(value)
        raise UsageError(
            Problem(
                Text(f"不是正整数：{value}", f"not a positive whole number: {value}"),
                same(param.opts[0]) if param else None,
                Text("1、2、3……", "1, 2, 3, …"),
            )
        )


class Day(click.ParamType[date]):
    """A day, as 2025-06-30."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day."""
        del ctx
        given = repaired(value)
        day = _day(given)
        if day is not None:
            return day
        raise UsageError(
            Problem(
                Text(f"不是日期：{given}", f"not a date: {given}"),
                same(param.opts[0]) if param else None,
                Text("年-月-日，例如 2025-06-30", "YYYY-MM-DD, such as 2025-06-30"),
            )
        )


def _day(words: str) -> date | None:
    if not _DAY.fullmatch(words):
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:  # 2025-02-30
        return None


class OneOf(click.ParamType[str]):
    """One of some known words."""

    name = "choice"

    def __init__(self, kind: Text, words: Sequence[str]) -> None:
        self.kind = kind
        self.words = tuple(words)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return the words for the help page."""
        del param, ctx
        return f"[{'|'.join(self.words)}]"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word."""
        del param, ctx
        if value.lower() in self.words:
            return value.lower()
        given = repaired(value)
        raise UsageError(
            Problem(
                Text(f"没有这个{self.kind.zh}：{given}", f"unknown {self.kind.en}: {given}"),
                expected=Text("、".join(self.words), ", ".join(self.words)),
            )
        )


def _keep(context: click.Context, option: click.Parameter, value: object) -> None:
    """Keep an option that every command takes for the whole run; the last one given counts."""
    if value is None or not option.name:
        return
    invocation = invocation_of(context)
    if option.name == "debug":
        invocation.debug |= bool(value)
    else:
        invocation.options[option.name] = str(value)


def _show_help(context: click.Context, option: click.Parameter, value: bool) -> None:
    del option
    if value and not context.resilient_parsing:
        click.echo(context.get_help())
        context.exit()


def common_options() -> list[click.Parameter]:
    """Return the options that every command takes, and the program itself as well."""
    shared: dict[str, Any] = {"expose_value": False, "callback": _keep}
    return [
        Option(
            "--store",
            metavar="PATH",
            meaning=Text(
                "图谱库（默认 KG_STORE 或 ./kg.db）",
                "the store (default: KG_STORE or ./kg.db)",
            ),
            **shared,
        ),
        Option(
            "--lang",
            metavar="[zh|en]",
            type=OneOf(Text("语言", "language"), tuple(Language)),
            meaning=Text(
                "界面语言（默认随系统；无语言设置时为中文）",
                "language of messages (default: the locale's; Chinese without one)",
            ),
            **shared,
        ),
        Option(
            "--debug",
            is_flag=True,
            meaning=Text("出错时显示调用过程", "show the traceback of errors"),
            **shared,
        ),
        Option(
            "--help",
            "-h",
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_help,
            meaning=Text("显示本说明", "show this page"),
        ),
    ]
