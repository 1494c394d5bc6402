"""``kg view all``: every view and the page that links them, in one folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.parameter import Option
from kg.cli.reports.counting import states_counted
from kg.cli.views.viewing import counting_choices, selected, selecting_options
from kg.render.files import make_folder, write_files
from kg.views.catalogue import VIEWS, require_size
from kg.wording import Text

_INDEX = "index.html"
_MEANING = Text(
    "全部图各一页，加一个总览页 index.html：主要数字、各图缩略、文件、数据质量。\n"
    "文件夹可以整个寄出或放到内网，断网可看。",
    "Every view as a page of its own, and index.html with main figures, small pictures of the "
    "views, documents and data quality.\n"
    "The folder can be mailed or put on an intranet as it is; no network is needed.",
)


def _run(  # noqa: PLR0913 - one parameter for each option
    invocation: Invocation,
    *,
    document: tuple[str, ...],
    as_of: date | None,
    query: str | None,
    parameter: tuple[str, ...],
    full: bool,
    only_accepted: bool,
    include_suggested: bool,
    folder: Path,
) -> None:
    from kg.views.overview import Linked, overview  # noqa: PLC0415 - help needs no page
    from kg.views.page import page  # noqa: PLC0415 - loads pyvis

    states = states_counted(only_accepted=only_accepted, include_suggested=include_suggested)
    found = selected(invocation, document, as_of, query, parameter, whole=True).counting(states)
    views = [found.view(name) for name in VIEWS]
    for view in views:
        require_size(view, full=full)
    language = invocation.language
    pages = {f"{view.name}.html": page(view, language).encode() for view in views}
    linked = [Linked(view, f"{view.name}.html") for view in views]
    pages[_INDEX] = overview(found.graph, linked, found.choice.as_of, language).encode()
    make_folder(folder)
    write_files({folder / name: (data,) for name, data in pages.items()})
    invocation.say(
        invocation.word(
            Text(
                f"已写入 {folder}：{len(pages)} 页，从 {_INDEX} 看起",
                f"written to {folder}: {len(pages)} pages, begin with {_INDEX}",
            )
        )
    )


COMMAND = Command(
    "all",
    _run,
    _MEANING,
    [
        *selecting_options(),
        *counting_choices(),
        Option(
            "-o",
            "--output",
            "folder",
            type=click.Path(path_type=Path),
            metavar="DIR",
            required=True,
            meaning=Text("文件夹，没有则新建", "a folder; made when missing"),
        ),
    ],
)
