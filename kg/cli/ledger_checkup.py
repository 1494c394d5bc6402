"""What ``kg doctor`` finds in the files that people keep: ledgers and words of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.cli.finding import Finding, State
from kg.cli.invocation import Invocation
from kg.cli.ledger_file import ledger_bytes
from kg.errors import KgError
from kg.settings import DEFAULT, Setting
from kg.store.address import is_server
from kg.wording import Text


@dataclass(frozen=True, slots=True)
class _Kept:
    """A file that people keep.

    Parameters
    ----------
    setting
        Where this run has it.
    held
        Reads it and returns what it holds.
    required
        Whether commands refuse a run that names it while it is missing.
    """

    check: Text
    setting: Setting
    held: Callable[[Invocation, Path], Text]
    required: bool


def ledger_findings(invocation: Invocation) -> Iterator[Finding]:
    """Yield a finding for each file, in the order in which a build uses them."""
    settings = invocation.settings
    for kept in (
        _Kept(Text("更正账本", "corrections"), settings.corrections, _corrections, required=False),
        _Kept(Text("自己的词表", "own words"), settings.vocabulary, _vocabulary, required=True),
        _Kept(Text("自己的概念", "own concepts"), settings.concepts, _concepts, required=True),
        _Kept(Text("审核账本", "review ledger"), settings.review, _review, required=False),
        _Kept(Text("完成情况账本", "status ledger"), settings.status, _status, required=True),
    ):
        yield _finding(invocation, kept)


def _finding(invocation: Invocation, kept: _Kept) -> Finding:
    path, origin = Path(kept.setting.value), kept.setting.origin
    where = Text(f"{path}（{origin.zh}）", f"{path} ({origin.en})")
    if not path.exists():
        if kept.required and origin != DEFAULT:
            gone = Text(f"{where.zh}，没有这个文件", f"{where.en}, there is no such file")
            return Finding(State.PROBLEM, kept.check, gone)
        return Finding(State.OK, kept.check, Text(f"{where.zh}，还没有", f"{where.en}, none yet"))
    try:
        held = kept.held(invocation, path)
    except KgError as error:
        return Finding.of(kept.check, error)
    return Finding(State.OK, kept.check, Text(f"{where.zh}，{held.zh}", f"{where.en}, {held.en}"))


def _corrections(invocation: Invocation, path: Path) -> Text:
    from kg.corrections import read_ledger  # noqa: PLC0415 - only with a ledger

    del invocation
    number = len(read_ledger(ledger_bytes(path), path.name).entries)
    return Text(f"更正 {number} 条", f"{number} corrections")


def _vocabulary(invocation: Invocation, path: Path) -> Text:
    from kg.extract.vocabulary import Vocabularies  # noqa: PLC0415 - only with such a file

    del invocation
    number = len(Vocabularies.load(path).industries)
    return Text(f"连同附带的共有产业 {number} 个", f"{number} industries with the bundled ones")


def _concepts(invocation: Invocation, path: Path) -> Text:
    from kg.link.concept_file import bundled, extended  # noqa: PLC0415 - only with such a file

    del invocation
    number = len(extended(bundled(), path).patterns)
    return Text(f"连同附带的共有概念 {number} 个", f"{number} concepts with the bundled ones")


def _review(invocation: Invocation, path: Path) -> Text:
    from kg.review import read_ledger  # noqa: PLC0415 - only with a ledger

    del invocation
    number = len(read_ledger(ledger_bytes(path), path.name).judgements)
    return Text(f"判断 {number} 条", f"{number} judgements")


def _status(invocation: Invocation, path: Path) -> Text:
    """What it holds; without a store nobody can say whether it names measures that are there."""
    store = invocation.settings.store.value
    if not is_server(store) and not Path(store).exists():
        from kg.analysis.status.sheet import read_sheet  # noqa: PLC0415 - only with a ledger

        number = len(read_sheet(ledger_bytes(path), path.name).lines)
        return Text(
            f"记录 {number} 条，没有图谱库，举措未核对",
            f"{number} records; without a store their measures are not checked",
        )
    from kg.cli.reports.status import status_of  # noqa: PLC0415 - only with a ledger

    with invocation.open_store() as opened:
        graph = opened.graph()
    ledger = status_of(path, graph, frozenset())
    number = sum(map(len, ledger.records.values()))
    return Text(
        f"记录 {number} 条，涉及举措 {len(ledger.records)} 条",
        f"{number} records of {len(ledger.records)} measures",
    )
