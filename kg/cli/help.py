"""The help page, in two languages and laid out by the width of Chinese."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from kg.render.width import columns, pad, wrap
from kg.wording import Text

USAGE = Text("用法：", "Usage: ")
OPTIONS = Text("选项", "Options")
COMMANDS = Text("命令", "Commands")
OPTIONS_METAVAR = Text("[选项]", "[OPTIONS]")
COMMAND_METAVAR = Text("命令 [参数]...", "COMMAND [ARGS]...")

_LEFT_LIMIT = 30
_GAP = 2


class HelpPage(click.HelpFormatter):
    """Click's help formatter with East Asian widths."""

    def write_text(self, text: str) -> None:
        """Write a text, its line breaks kept, wrapped and indented."""
        indent = " " * self.current_indent
        for line in text.splitlines() or [""]:
            for wrapped in wrap(line, max(20, self.width - self.current_indent)):
                self.write(f"{indent}{wrapped}".rstrip() + "\n")

    def write_dl(
        self,
        rows: Iterable[tuple[str, str]],
        col_max: int = _LEFT_LIMIT,
        col_spacing: int = _GAP,
    ) -> None:
        """Write words and their meanings in two columns."""
        pairs: Sequence[tuple[str, str]] = list(rows)
        fitting = [columns(left) for left, _ in pairs if columns(left) <= col_max]
        left_width = max(fitting, default=col_max) + col_spacing
        indent = " " * self.current_indent
        right_width = max(20, self.width - self.current_indent - left_width)
        for left, right in pairs:
            lines = wrap(right, right_width)
            if columns(left) > col_max:
                self.write(f"{indent}{left}\n")
            else:
                first, *lines = lines
                self.write(f"{indent}{pad(left, left_width)}{first}".rstrip() + "\n")
            for line in lines:
                self.write(f"{indent}{' ' * left_width}{line}\n")


class HelpContext(click.Context):
    """A context whose help is a :class:`HelpPage`."""

    formatter_class = HelpPage
