"""What the commands of the views have in common: their options and their run."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.asking import ROW_LIMIT, TIMEOUT_S, question
from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.naming import document_keys, node_named
from kg.cli.parameter import Option, Words, as_of_option, document_option
from kg.cli.reports.counting import counting_options, states_counted
from kg.cli.reports.status import status_of, status_option, status_path
from kg.errors import UnknownNameError
from kg.model import Graph
from kg.render.files import write_file
from kg.store.cypher import QueryResult, open_engine
from kg.store.queries import is_name
from kg.views.catalogue import VIEWS, require_size
from kg.views.choice import Choice
from kg.views.excerpt import excerpt
from kg.wording import Text, same

if TYPE_CHECKING:
    from kg.views.scene import View

BETWEEN_LEVELS = frozenset({"alignment", "agency"})
"""Views of a document that need what it is compared with, and count alignments."""


def view_command(name: str, more: Text, *, of_agency: bool = False) -> Command:
    """Return the command of one view.

    Parameters
    ----------
    more
        What the help page says beyond the view's one line.
    of_agency
        Whether the view is of one agency, and so takes ``--agency``.
    """

    def run(  # noqa: PLR0913 - one parameter for each option
        invocation: Invocation,
        *,
        document: tuple[str, ...],
        as_of: date | None,
        query: str | None,
        parameter: tuple[str, ...],
        full: bool,
        output: Path | None,
        opened: bool,
        agency: str | None = None,
        only_accepted: bool = False,
        include_suggested: bool = False,
    ) -> None:
        states = states_counted(only_accepted=only_accepted, include_suggested=include_suggested)
        found = selected(invocation, document, as_of, query, parameter, whole=counting)
        found = found.counting(states)
        if agency is not None:
            key = _agency_key(found.graph, agency)
            found = replace(found, choice=replace(found.choice, agency=key))
        view = found.view(name)
        require_size(view, full=full)
        path = _write(invocation, view, output)
        if opened:
            _open(path)

    counting = name in BETWEEN_LEVELS
    own = [_agency_option()] if of_agency else []
    more_own = counting_choices() if counting else []
    meaning = VIEWS[name].meaning
    text = Text(f"{meaning.zh}。\n{more.zh}", f"{meaning.en}.\n{more.en}")
    return Command(name, run, text, [*own, *selecting_options(), *more_own, *_writing_options()])


@dataclass(frozen=True, slots=True)
class Selected:
    """What is asked for, the graph it is drawn from, and the answer that chooses from it, if a
    query was given.
    """

    choice: Choice
    graph: Graph
    query: str | None = None
    result: QueryResult | None = None

    def counting(self, states: frozenset[str]) -> Selected:
        """Return the same with these review states of alignments counted, no others."""
        return replace(self, choice=replace(self.choice, states=states))

    def view(self, name: str) -> View:
        """Return a view of what is asked for."""
        if self.query is None or self.result is None:
            return VIEWS[name].make(self.graph, self.choice)
        part = excerpt(self.graph, self.result, aligned=name == "alignment")
        return replace(VIEWS[name].make(part, self.choice), origin=_origin(self.query))


def selected(  # noqa: PLR0913 - one parameter for each option
    invocation: Invocation,
    document: tuple[str, ...],
    as_of: date | None,
    query: str | None,
    parameter: tuple[str, ...],
    *,
    whole: bool,
) -> Selected:
    """Return what is asked for.

    Parameters
    ----------
    whole
        Whether other documents than the chosen ones count as well.
    """
    path = status_path(invocation)
    with invocation.open_store() as store:
        keys = document_keys(store.documents(), document)
        graph = store.graph(None if whole else keys or None)
        # A ledger may speak of any document of the store, not only of those that are drawn.
        every = graph if path is None or whole or not keys else store.graph()
    ledger = None if path is None else status_of(path, every, keys)
    result = _answer(invocation, query, parameter) if query is not None else None
    choice = Choice(keys, as_of or date.today(), ledger=ledger)
    return Selected(choice, graph, query, result)


def _answer(invocation: Invocation, query: str, parameter: tuple[str, ...]) -> QueryResult:
    asked = question(query, parameter)
    address = invocation.settings.store.value

    def say(text: Text) -> None:
        invocation.say(invocation.word(text))

    with open_engine(address, invocation.environ, say) as engine:
        return engine.run(
            asked.text, asked.parameters, timeout_s=TIMEOUT_S, row_limit=100 * ROW_LIMIT
        )


def _origin(query: str) -> Text:
    kind = Text("命名查询", "named query") if is_name(query.strip()) else same("Cypher")
    return Text(
        f"只画{kind.zh}结果所及的举措：{query}",
        f"only measures that a {kind.en} speaks of: {query}",
    )


def _agency_key(graph: Graph, name: str) -> str:
    node = node_named(graph, name)
    if node.label != "Agency":
        known = [str(n.props["name"]) for n in graph.nodes if n.label == "Agency"]
        raise UnknownNameError.of(Text("单位", "agency"), name, known)
    return node.key


def _write(invocation: Invocation, view: View, output: Path | None) -> Path:
    from kg.views.filename import file_name  # noqa: PLC0415 - help needs no page
    from kg.views.page import page  # noqa: PLC0415 - loads pyvis

    path = output or Path(file_name(view))
    write_file(path, page(view, invocation.language).encode())
    if not view.scenes:
        empty = Text("没有可画的内容，页面上已说明", "nothing to draw; the page says so")
        invocation.say(invocation.word(empty))
    for scene in view.scenes:
        invocation.say(invocation.word(scene.finding))
    invocation.say(invocation.word(Text(f"已写入 {path}", f"written to {path}")))
    return path


def _open(path: Path) -> None:
    import webbrowser  # noqa: PLC0415 - only when it is asked for

    webbrowser.open(path.resolve().as_uri())


def selecting_options() -> list[click.Parameter]:
    """Return the options that choose what is drawn."""
    return [
        document_option(),
        as_of_option(),
        status_option(),
        Option(
            "--query",
            type=Words(),
            metavar="CYPHER|NAME",
            meaning=Text(
                "只画查询结果所及的举措（Cypher 或命名查询）",
                "only the measures that a query speaks of (Cypher or a named one)",
            ),
        ),
        Option(
            "-p",
            "--parameter",
            multiple=True,
            type=Words(),
            metavar="K=V",
            meaning=Text("查询的参数，可多次", "a parameter of the query; may be repeated"),
        ),
        Option(
            "--full",
            is_flag=True,
            meaning=Text("再大也全画", "draw it all, however large"),
        ),
    ]


def counting_choices() -> list[click.Parameter]:
    """Return --only-accepted and --include-suggested, as the reports between levels have them."""
    return [option for option in counting_options() if option.name != "document"]


def _writing_options() -> list[click.Parameter]:
    return [
        Option(
            "-o",
            "--output",
            type=click.Path(path_type=Path),
            metavar="FILE",
            meaning=Text(
                "写入这个文件（默认按图名和文件名取名）",
                "write to this file (default: named after view and document)",
            ),
        ),
        Option(
            "--open",
            "opened",
            is_flag=True,
            meaning=Text("写好后用浏览器打开", "open it in the browser"),
        ),
    ]


def _agency_option() -> click.Parameter:
    return Option(
        "--agency",
        type=Words(),
        metavar="NAME",
        meaning=Text(
            "哪个单位（任一写法；默认为牵头最多的）",
            "which agency, in any form of its name (default: the one that leads most)",
        ),
    )
