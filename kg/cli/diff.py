"""``kg diff``: what changed between two versions of a list."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.analysis.diff.report import diff
from kg.analysis.diff.version import Version, version
from kg.cli.command import Command
from kg.cli.corrections.ledger import corrections_option, ledger_of
from kg.cli.invocation import Invocation
from kg.cli.naming import document_keys
from kg.cli.output import chosen_format, output_options, write_report
from kg.cli.parameter import Argument, Words
from kg.cli.vocabulary import vocabulary_of, vocabulary_option
from kg.errors import Problem, StoreUnreachableError, UnknownNameError
from kg.model import Contribution, Graph
from kg.wording import Text

if TYPE_CHECKING:
    from kg.store.base import Store

_MEANING = Text(
    "两个版本的清单有哪些差别，逐条举措比较：取消、新增、合并、拆分、改写、职责变动、时限变动、目标变动、移动。\n"
    "A、B 各是一个文件，或图谱库中文件的键、文号、标题；文件按 kg build 的方式读取，但不入库。\n"
    "只改编号、前面插入几行，都不算变动；逐年更新的清单，时限只顺延到新年度的另列。",
    "What changed between two versions of a list, measure by measure: dropped, added, merged, "
    "split, reworded, reassigned, deadline moved, target changed, moved.\n"
    "A and B are files, or the key, number or title of documents in the store; files are read as "
    "kg build reads them, but not stored.\n"
    "A new number alone, or rows put in before, are no change; of lists renewed each year, "
    "deadlines that only went on with the year stand apart.",
)
_STORED = Text("图谱库", "the store")


def _run(
    invocation: Invocation, *, a: str, b: str, format_name: str | None, output: Path | None
) -> None:
    format_ = chosen_format(format_name, output)
    before, after = _versions(invocation, (a, b))
    write_report(invocation, diff(before, after), format_, output, of_store=False)


def _versions(invocation: Invocation, names: Sequence[str]) -> list[Version]:
    # Not Path.exists: a title may be longer than any file name, which is no error here.
    paths = {name: Path(name) for name in names if os.path.exists(name)}  # noqa: PTH110
    stored = _stored(invocation, [name for name in names if name not in paths])
    read = _read(invocation, paths)
    return [read[name] if name in paths else stored[name] for name in names]


def _read(invocation: Invocation, paths: dict[str, Path]) -> dict[str, Version]:
    """The versions that lie in files, by name."""
    if not paths:
        return {}
    from kg.pipeline import Knowledge, read_documents  # noqa: PLC0415 - heavy, for files alone

    knowledge = Knowledge(ledger_of(invocation), vocabulary_of(invocation))
    found = read_documents(tuple(paths.values()), knowledge)
    return {
        name: _version_of(contribution, Text(f"文件 {name}", f"file {name}"))
        for name, contribution in zip(paths, found, strict=True)
    }


def _version_of(contribution: Contribution, origin: Text) -> Version:
    graph = Graph(
        (*contribution.nodes, *contribution.shared_nodes),
        (*contribution.edges, *contribution.shared_edges),
    )
    return version(graph, contribution.document_key, origin)


def _stored(invocation: Invocation, names: Sequence[str]) -> dict[str, Version]:
    """The versions that the store holds, by name."""
    if not names:
        return {}
    try:
        store = invocation.open_store()
    except StoreUnreachableError as error:
        raise StoreUnreachableError(*error.problems, *map(_no_file, names)) from error
    with store:
        return dict(_named(store, names))


def _named(store: Store, names: Sequence[str]) -> Iterator[tuple[str, Version]]:
    documents = store.documents()
    for name in names:
        try:
            (key,) = document_keys(documents, [name])
        except UnknownNameError as error:
            raise UnknownNameError(*error.problems, _no_file(name)) from error
        yield name, version(store.graph({key}), key, _STORED)


def _no_file(name: str) -> Problem:
    return Problem(
        Text(f"也没有这个文件：{name}", f"there is no such file either: {name}"),
        next_step=Text(
            "给出文件的路径，或图谱库中文件的键、文号、标题",
            "give the path of a file, or the key, number or title of a document of the store",
        ),
    )


COMMAND = Command(
    "diff",
    _run,
    _MEANING,
    [
        Argument(
            "a",
            type=Words(),
            metavar="A",
            meaning=Text("一个版本：文件或键", "a version: file or key"),
        ),
        Argument("b", type=Words(), metavar="B", meaning=Text("另一个版本", "the other version")),
        corrections_option(),
        vocabulary_option(),
        *output_options(),
    ],
)
