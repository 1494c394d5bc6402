"""Commands and groups whose help stands in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import cast

import click

from kg.cli import help as page
from kg.cli.catalogue import Entry
from kg.cli.parameter import common_options, invocation_of
from kg.cli.streams import repaired
from kg.errors import ExitCode, UnknownNameError
from kg.wording import Text

Action = Callable[..., ExitCode | None]
"""A command's function: takes the invocation and the parameters by name."""


class _Page(click.Command):
    """What the help pages of commands and groups have in common."""

    meaning: Text
    context_class = page.HelpContext

    def get_help_option(self, ctx: click.Context) -> None:
        """Our own help option is among the parameters."""
        del ctx

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line of usage."""
        word = invocation_of(ctx).word
        self.options_metavar = word(page.OPTIONS_METAVAR)
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write(f"{word(page.USAGE)}{ctx.command_path} {pieces}\n")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(invocation_of(ctx).word(self.meaning))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the arguments and options."""
        records = [p.get_help_record(ctx) for p in self.get_params(ctx)]
        with formatter.section(invocation_of(ctx).word(page.OPTIONS)):
            formatter.write_dl([record for record in records if record])


class Command(_Page):
    """A command: what it does, its parameters, and its function."""

    def __init__(
        self, name: str, action: Action, meaning: Text, params: Sequence[click.Parameter] = ()
    ) -> None:
        super().__init__(name, params=[*params, *common_options()], add_help_option=False)
        self.action = action
        self.meaning = meaning

    def invoke(self, ctx: click.Context) -> ExitCode:
        """Run the command; settings at fault are refused first."""
        invocation = invocation_of(ctx)
        invocation.language = invocation.settings.language
        return self.action(invocation, **ctx.params) or ExitCode.OK


class CommandGroup(_Page, click.Group):
    """A group whose commands are known by a table and loaded when they run."""

    subcommand_metavar: str

    def __init__(
        self,
        name: str,
        entries: Mapping[str, Entry],
        meaning: Text,
        params: Sequence[click.Parameter] = (),
    ) -> None:
        super().__init__(name=name, params=[*params, *common_options()], add_help_option=False)
        self.entries = entries
        self.meaning = meaning

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line of usage."""
        self.subcommand_metavar = invocation_of(ctx).word(page.COMMAND_METAVAR)
        _Page.format_usage(self, ctx, formatter)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        del ctx
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command."""
        del ctx
        entry = self.entries.get(cmd_name)
        if entry is None:
            return None
        if entry.members:
            return CommandGroup(cmd_name, entry.members, entry.meaning)
        return cast(click.Command, import_module(entry.module).COMMAND)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name.

        Raises
        ------
        UnknownNameError
            When there is none of this name; the nearest are named.
        """
        if args[0] not in self.entries and not args[0].startswith("-"):
            raise UnknownNameError.of(
                Text("命令", "command"), repaired(args[0]), tuple(self.entries)
            )
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands; no command is loaded for it."""
        _Page.format_options(self, ctx, formatter)
        word = invocation_of(ctx).word
        with formatter.section(word(page.COMMANDS)):
            formatter.write_dl([(n, word(entry.meaning)) for n, entry in self.entries.items()])
