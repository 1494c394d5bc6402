"""``kg shell``: one query after another, with the engine kept warm."""

from __future__ import annotations

import gc
import shlex
from collections.abc import Callable
from time import perf_counter

from kg.analysis.report import Report
from kg.analysis.vocabulary import vocabulary
from kg.cli.asking import Limits, Question, ask, limit_options, question
from kg.cli.command import Command
from kg.cli.failure import tell
from kg.cli.invocation import Invocation
from kg.cli.output import write_report
from kg.cli.prompt import FIRST, NEXT, Lines, lines
from kg.cli.query import catalogue
from kg.cli.schema import known_name, store_info
from kg.errors import ExitCode, KgError, Problem, UnknownNameError, UsageError
from kg.render.formats import FORMATS
from kg.store.cypher import CypherEngine, open_engine
from kg.wording import Text, same

_MEANING = Text(
    "逐条提问的查询窗口（只读）：Cypher 以分号或空行结束，:help 看命令。\n"
    "标准输入不是终端时，从中逐条读取。",
    "A prompt for read-only queries: Cypher ends with a semicolon or an empty line; :help lists "
    "the commands.\n"
    "Where stdin is no terminal, queries are read from it.",
)
_WELCOME = Text(
    "Cypher 以分号或空行结束；:help 看命令，:quit 退出。",
    "Cypher ends with a semicolon or an empty line; :help lists commands, :quit leaves.",
)
_HELP = Text(
    ":list              列出命名查询\n"
    ":use NAME k=v …    运行命名查询，如 :use agency-leads agency=市科技局\n"
    ":schema [NAME]     标签、关系类型和属性\n"
    ":timing            显示或不显示用时\n"
    ":quit              退出（Ctrl-D 也可）\n"
    "其他内容是 Cypher，以分号或空行结束；Ctrl-C 取消；Tab 补全。",
    ":list              the named queries\n"
    ":use NAME k=v …    run a named query: :use agency-leads agency=NAME\n"
    ":schema [NAME]     labels, edge types and properties\n"
    ":timing            show the time taken, or not\n"
    ":quit              leave (or Ctrl-D)\n"
    "Anything else is Cypher, up to a semicolon or an empty line; Ctrl-C cancels; Tab completes.",
)
_COMMANDS = ("help", "list", "use", "schema", "timing", "quit")


class Shell:
    """The conversation: what has been typed so far, and what comes of it."""

    def __init__(self, invocation: Invocation, engine: CypherEngine, limits: Limits) -> None:
        self._invocation = invocation
        self._engine = engine
        self._limits = limits
        self._pending: list[str] = []
        self._timing = True
        self.code = ExitCode.OK

    def converse(self, source: Lines) -> None:
        """Read and answer until the lines end or :quit; an error is told, and it goes on."""
        while True:
            try:
                line = source.read(NEXT if self._pending else FIRST)
                if line is None:
                    self._guard(self._finish)
                    return
                if not self._pending and line.strip() == ":quit":
                    return
                self._guard(lambda line=line: self._take(line))  # type: ignore[misc]
            except KeyboardInterrupt:
                self._pending.clear()
                self._invocation.say("")

    def _guard(self, action: Callable[[], None]) -> None:
        try:
            action()
        except KgError as error:
            self._pending.clear()
            code = tell(error, self._invocation)
            if self.code is ExitCode.OK:
                self.code = ExitCode(code)

    def _take(self, line: str) -> None:
        words = line.strip()
        if not self._pending and words.startswith(":"):
            self._command(words[1:])
        elif words:
            self._pending.append(line)
            if words.endswith(";"):
                self._finish()
        else:
            self._finish()

    def _finish(self) -> None:
        text = "\n".join(self._pending)
        self._pending.clear()
        if text.strip():
            self._answer(question(text, ()))

    def _command(self, words: str) -> None:
        name, _, rest = words.partition(" ")
        match name:
            case "help":
                self._invocation.say(self._invocation.word(_HELP))
            case "list":
                self._show(catalogue())
            case "use":
                name, *given = _split(rest)
                self._answer(question(name, given))
            case "schema":
                wanted = known_name(rest.strip() or None)
                self._show(vocabulary(store_info(self._invocation), wanted))
            case "timing":
                self._timing = not self._timing
                state = Text("显示用时", "timing on") if self._timing else _TIMING_OFF
                self._invocation.say(self._invocation.word(state))
            case _:
                known = [f":{command}" for command in _COMMANDS]
                raise UnknownNameError.of(Text("命令", "command"), f":{name}", known)

    def _answer(self, asked: Question) -> None:
        started = perf_counter()
        report = ask(self._engine, asked, self._limits)
        took_ms = round((perf_counter() - started) * 1000)
        self._show(report)
        if self._timing:
            self._invocation.say(self._invocation.word(Text(f"{took_ms} 毫秒", f"{took_ms} ms")))

    def _show(self, report: Report) -> None:
        write_report(self._invocation, report, FORMATS["table"], None)


_TIMING_OFF = Text("不显示用时", "timing off")


def _split(words: str) -> list[str]:
    try:
        found = shlex.split(words)
    except ValueError as error:
        what = Text("引号没有成对", "a quotation mark is missing")
        raise UsageError(Problem(what, same(words))) from error
    if not found:
        raise UsageError(
            Problem(
                Text("没有给出查询名", "no query named"),
                expected=same(":use agency-leads agency=市科技局"),
            )
        )
    return found


def _run(invocation: Invocation, *, limit: int, timeout: int) -> ExitCode:
    gc.enable()  # for as long as there are questions
    address = invocation.settings.store.value
    engine = open_engine(address, invocation.environ, lambda t: invocation.say(invocation.word(t)))
    source = lines(invocation.environ)
    if source.interactive:
        invocation.say(invocation.word(_WELCOME))
    shell = Shell(invocation, engine, Limits(timeout, limit))
    try:
        with engine:
            shell.converse(source)
    finally:
        source.close()
    return ExitCode.OK if source.interactive else shell.code


COMMAND = Command(
    "shell",
    _run,
    _MEANING,
    [
        *limit_options(),
    ],
)
