"""``kg correct add``: one more correction in the ledger."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from kg.cli.command import Command
from kg.cli.corrections.ledger import corrections_option, ledger_path
from kg.cli.invocation import Invocation
from kg.cli.ledger_file import change_ledger
from kg.cli.naming import document_keys, node_named
from kg.cli.parameter import Argument, OneOf, Option, Words
from kg.cli.reviewer import somebody
from kg.corrections import EVERYWHERE, Action, Entry, read_ledger
from kg.corrections.ledger import same_cell
from kg.corrections.proposal import PartProposal, propose_name, unknown_names
from kg.corrections.sheet import appended, with_line
from kg.errors import InputError, Problem, UsageError
from kg.model import Graph
from kg.store.base import Store
from kg.wording import Text, same

_MEANING = Text(
    "在更正账本中记一条，下次 kg build 生效；原文照旧保留。\n"
    "ACTION：alias 单位改名，split-name 一个名称是几个单位，agencies 责任单位，deadline 时限，"
    "text 错字，split 一条拆成几条，join 几条合为一条。\n"
    "TARGET：举措、任务或板块的键；alias、split-name 为单位名称。\n"
    "VALUE：新名称；商标处、保护处；lead=甲;assist=乙、丙 或 responsible=甲、乙；2025年6月；"
    "改后的文字；其后各条开头的字（用 | 隔开）；合并的条数。",
    "Writes one correction into the ledger; it counts from the next kg build on. What is printed "
    "stays.\n"
    "ACTION: alias renames a body, split-name parts names run together, agencies gives the "
    "responsible bodies, deadline the deadline, text mends a misprint, split and join say where "
    "measures part.\n"
    "TARGET: the key of a measure, task or section; a body's name for alias and split-name.\n"
    "VALUE: the new name; A、B; lead=A;assist=B、C or responsible=A、B; a deadline; the right "
    "words; the words that each further measure begins with, | between them; how many to join.",
)


def _run(  # noqa: PLR0913 - one parameter for each option
    invocation: Invocation,
    *,
    action: str,
    target: str,
    value: str,
    was: str | None,
    document: str | None,
    by: str | None,
    comment: str | None,
    replace_line: bool,
) -> None:
    who = somebody(invocation, by, _NOBODY)
    with invocation.open_store() as store:
        typed = _Typed(Action(action), target, value.strip(), was or "", document)
        graph = store.graph()
        entry = _proposed(store, graph, typed)
    today = date.today().isoformat()
    entry = replace(entry, by=who, date=today, comment=comment or "")
    path = ledger_path(invocation)
    written: list[int] = []

    def change(before: bytes) -> bytes:
        after, line = _written(before, path.name, entry, replace_line=replace_line)
        written.append(line)
        return after

    change_ledger(path, change)
    if strangers := unknown_names(graph, entry):
        names = "、".join(strangers)
        invocation.say(
            invocation.word(
                Text(
                    f"图谱库中还没有这个名称，请核对：{names}",
                    f"no document uses this name so far, please check: {names}",
                )
            )
        )
    line = written[-1]
    invocation.say(
        invocation.word(
            Text(
                f"已记入 {path} 第 {line} 行，下次 kg build 生效",
                f"written to {path}, line {line}; it counts from the next kg build on",
            )
        )
    )


@dataclass(frozen=True, slots=True)
class _Typed:
    """A correction as the user typed it."""

    action: Action
    target: str
    value: str
    was: str
    document: str | None


def _proposed(store: Store, graph: Graph, typed: _Typed) -> Entry:
    document = typed.document
    if document is not None and document != EVERYWHERE:
        (document,) = document_keys(store.documents(), [document])
    try:
        if typed.action.is_about_a_name:
            return propose_name(graph, typed.action, typed.target, typed.value, document)
        node = node_named(graph, typed.target)
        return PartProposal(graph).propose(node, typed.action, typed.value, typed.was)
    except InputError as error:
        # The notation of a value is read as in a ledger; here the user typed it.
        raise UsageError(*error.problems) from error


def _written(before: bytes, name: str, entry: Entry, *, replace_line: bool) -> tuple[bytes, int]:
    """Return the ledger with the correction, and its line."""
    earlier = next((e for e in read_ledger(before, name).entries if same_cell(e, entry)), None)
    if earlier is not None and not replace_line:
        raise UsageError(
            Problem(
                Text(
                    f"第 {earlier.line} 行已更正这一处：{earlier.value}",
                    f"line {earlier.line} corrects this already: {earlier.value}",
                ),
                same(entry.target),
                next_step=Text(
                    f"用 --replace 改写，或先 kg correct remove {earlier.line}",
                    f"write it anew with --replace, or kg correct remove {earlier.line} first",
                ),
            )
        )
    try:
        if earlier is not None:
            after, line = with_line(before, earlier.line, entry), earlier.line
        else:
            after, line = appended(before, entry)
        read_ledger(after, name)
    except InputError as error:
        # The new line is at fault: the others have just been read.
        raise UsageError(*(replace(p, where=same(entry.target)) for p in error.problems)) from error
    return after, line


_NOBODY = Problem(
    Text("不知道是谁作的更正", "nobody is named as the one who corrects"),
    expected=Text("--by 姓名，或环境变量 KG_REVIEWER", "--by NAME, or KG_REVIEWER"),
)


COMMAND = Command(
    "add",
    _run,
    _MEANING,
    [
        Argument(
            "action",
            type=OneOf(Text("更正", "action"), tuple(Action)),
            metavar="ACTION",
            meaning=Text("、".join(Action), ", ".join(Action)),
        ),
        Argument("target", type=Words(), meaning=Text("键或名称", "key or name")),
        Argument("value", type=Words(), meaning=Text("改成什么", "what it should be")),
        Option(
            "--was",
            type=Words(),
            metavar="WORDS",
            meaning=Text(
                "text：印错的几个字（不给则改整条文字）",
                "text: the misprinted words (without it the whole text is meant)",
            ),
        ),
        Option(
            "--document",
            type=Words(),
            metavar="KEY",
            meaning=Text(
                "名称只在这份文件中更正；'*' 表示各份文件",
                "correct the name in this document alone; '*' for all",
            ),
        ),
        Option(
            "--by",
            type=Words(),
            metavar="NAME",
            meaning=Text(
                "更正人（默认 KG_REVIEWER 或 git 的 user.name）",
                "who corrects (default: KG_REVIEWER or git's user.name)",
            ),
        ),
        Option("--comment", type=Words(), metavar="TEXT", meaning=Text("理由", "why")),
        Option(
            "--replace",
            "replace_line",
            is_flag=True,
            meaning=Text("改写已有的那一行", "write the line anew that is there already"),
        ),
        corrections_option(),
    ],
)
