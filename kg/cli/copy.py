"""``kg copy``: all documents of one store into another."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.parameter import Option, Words
from kg.errors import Problem, UsageError
from kg.render.width import printable
from kg.store import open_store
from kg.store.address import is_path, require_no_secret
from kg.store.copying import Copied, copied
from kg.wording import Text, same

_MEANING = Text(
    "把一个图谱库的全部文件复制到另一个，一份文件一次写入；目标中原有的其他文件不动。\n"
    "地址是 SQLite 文件的路径、neo4j，或 bolt:// 地址。",
    "Every document of one store into another, one at a time; what the other holds besides "
    "stays.\n"
    "An address is the path of a SQLite file, neo4j, or a bolt:// address.",
)


def _run(invocation: Invocation, *, source: str | None, target: str) -> None:
    origin = source or invocation.settings.store.value
    for address in (origin, target):
        require_no_secret(address)
    if _same(origin, target):
        what = Text("来源和目标是同一个图谱库", "source and target are one store")
        step = Text("用 --to 给出另一个", "name another one with --to")
        raise UsageError(Problem(what, same(target), next_step=step))
    number = changed = 0
    with open_store(origin, must_exist=True) as read, open_store(target) as write:
        for found in copied(read, write):
            number, changed = number + 1, changed + found.changed
            click.echo(printable(invocation.word(_line(found))))
    sentence = Text(
        f"{origin} → {target}：{number} 个文件，其中 {number - changed} 个未变",
        f"{origin} → {target}: {number} documents, {number - changed} of them unchanged",
    )
    invocation.say(invocation.word(sentence))


def _line(found: Copied) -> Text:
    title = found.document.props["title"]
    if found.changed:
        return Text(f"{title}（{found.document.key}）", f"{title} ({found.document.key})")
    return Text(
        f"{title}（{found.document.key}，未变）", f"{title} ({found.document.key}, unchanged)"
    )


def _same(origin: str, target: str) -> bool:
    if not (is_path(origin) and is_path(target)):
        return origin == target
    return Path(origin).resolve() == Path(target).resolve()


COMMAND = Command(
    "copy",
    _run,
    _MEANING,
    [
        Option(
            "--from",
            "source",
            type=Words(),
            metavar="STORE",
            meaning=Text("来源（默认为 --store）", "where from (default: --store)"),
        ),
        Option(
            "--to",
            "target",
            type=Words(),
            metavar="STORE",
            required=True,
            meaning=Text("目标；没有则新建", "where to; made when missing"),
        ),
    ],
)
