"""``kg correct remove``: one correction less."""

from __future__ import annotations

from kg.cli.command import Command
from kg.cli.corrections.ledger import corrections_option, ledger_path
from kg.cli.invocation import Invocation
from kg.cli.ledger_file import change_ledger
from kg.cli.parameter import Argument, Positive
from kg.corrections import Entry, read_ledger
from kg.corrections.sheet import without_line
from kg.errors import Problem, UsageError
from kg.wording import Text, same

_MEANING = Text(
    "删去账本中的一条更正，下次 kg build 起不再生效。行号见 kg correct list。",
    "Takes one correction out of the ledger; it no longer counts from the next kg build on. "
    "kg correct list shows the lines.",
)


def _run(invocation: Invocation, *, line: int) -> None:
    path = ledger_path(invocation)
    removed: list[Entry] = []

    def change(before: bytes) -> bytes:
        entries = {e.line: e for e in read_ledger(before, path.name).entries}
        if line not in entries:
            raise _no_such_line(line, str(path), sorted(entries))
        removed.append(entries[line])
        return without_line(before, line)

    change_ledger(path, change)
    entry = removed[-1]
    invocation.say(
        invocation.word(
            Text(
                f"已删去 {path} 第 {line} 行（{entry.action} {entry.target}），下次 kg build 生效",
                f"line {line} of {path} is removed ({entry.action} {entry.target}); it counts "
                "from the next kg build on",
            )
        )
    )


def _no_such_line(line: int, path: str, known: list[int]) -> UsageError:
    if known:
        numbers = "、".join(map(str, known))
        expected = Text(f"{numbers} 之一", f"one of {numbers.replace('、', ', ')}")
    else:
        expected = Text("（账本中没有更正）", "(the ledger has no corrections)")
    return UsageError(
        Problem(
            Text(f"第 {line} 行不是更正", f"line {line} is no correction"), same(path), expected
        )
    )


COMMAND = Command(
    "remove",
    _run,
    _MEANING,
    [
        Argument(
            "line",
            type=Positive(),
            metavar="LINE",
            meaning=Text("账本行号", "line of the ledger"),
        ),
        corrections_option(),
    ],
)
