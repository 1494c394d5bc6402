"""``kg build``: task documents into the store."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.command import Command
from kg.cli.corrections.corrected import say_corrections
from kg.cli.corrections.ledger import corrections_option, ledger_of, stored_documents
from kg.cli.invocation import Invocation
from kg.cli.parameter import Argument, Option
from kg.cli.progress import Progress
from kg.cli.reviews.ledger import review_of, review_option
from kg.cli.reviews.reviewed import say_review
from kg.cli.vocabulary import concepts_of, concepts_option, vocabulary_of, vocabulary_option
from kg.comparison import Basis as Pairing
from kg.comparison import Comparing
from kg.errors import ExitCode, KgError
from kg.model import Basis, Severity
from kg.pipeline import Knowledge, build
from kg.render.width import printable
from kg.review import State
from kg.wording import Text

if TYPE_CHECKING:
    from kg.comparison import Compared
    from kg.outcome import LoadedDocument

_MEANING = Text(
    "把任务文件读入图谱库；不给文件时读入随程序附带的两份文件。文件夹读其中所有可读的文件。\n"
    "有文件被拒时退出码为 3，其余照常入库；加 --strict 则一个也不入库。",
    "Reads task documents into the store; without FILES the two that come with the program. "
    "Of a folder every readable file is taken.\n"
    "Exit code 3 when a file is refused; the others are loaded, with --strict none.",
)
_READING = Text("正在读取", "reading")
_SEVERITIES = {
    Severity.INFO: Text("提示", "info"),
    Severity.WARNING: Text("警告", "warnings"),
    Severity.ERROR: Text("错误", "errors"),
}
_COMPARED_BY = {
    Pairing.CHAIN: Text("", ""),
    Pairing.UNKNOWN_PLACE: Text(
        "（地区不明，一并载入故比对）", " (place unknown; compared because both are loaded)"
    ),
    Pairing.PERSON: Text("（人工指定）", " (as asked for)"),
}
_OUTCOMES = {
    State.APPLIED: Text("采用", "applied"),
    State.STALE: Text("已过期", "stale"),
    State.CONFLICT: Text("冲突", "in conflict"),
    State.UNUSED: Text("未用上", "unused"),
}
_REVIEW_AGAIN = Text(
    "有判断没有采用：kg review list 列出，请复核",
    "some judgements are not applied: kg review list shows them, please review",
)
_BASES = {Basis.EXPLICIT: Text("明示", "explicit"), Basis.INFERRED: Text("推断", "inferred")}


def _run(invocation: Invocation, *, files: tuple[Path, ...], strict: bool) -> ExitCode:
    gc.enable()  # for as long as there are files
    review = review_of(invocation)
    comparing = Comparing(review, concepts_of(invocation))
    knowledge = Knowledge(ledger_of(invocation), vocabulary_of(invocation), comparing)
    open_store = partial(invocation.open_store, must_exist=False)
    stored = partial(stored_documents, invocation)
    with Progress(invocation.word(_READING)) as progress:
        outcome = build(
            files,
            open_store,
            knowledge=knowledge,
            strict=strict,
            watch=progress.watch,
            stored=stored,
        )
    for loaded in outcome.loaded:
        for text in _summary(loaded):
            click.echo(printable(invocation.word(text)))
    for compared in outcome.compared:
        click.echo(printable(invocation.word(_comparison(compared))))
        _say_judgements(invocation, compared)
    say_corrections(invocation, outcome.corrections)
    say_review(invocation, review)
    _say_passed_over(invocation, outcome.passed_over)
    _say_refused(invocation, outcome.refused)
    _say_sum(invocation, len(outcome.loaded), len(outcome.refused))
    return ExitCode.BAD_DATA if outcome.refused else ExitCode.OK


_SHOWN = 5


def _summary(loaded: LoadedDocument) -> Iterator[Text]:
    counts, tally = loaded.counts, loaded.tally
    same_as_before = Text("", "") if loaded.changed else Text("（未变）", " (unchanged)")
    yield Text(f"{loaded.title}{same_as_before.zh}", f"{loaded.title}{same_as_before.en}")
    yield Text(f"  键 {loaded.key}", f"  key {loaded.key}")
    if loaded.replaced is not None:
        old = loaded.replaced
        yield Text(
            f"  注意：替换了库中原有的版本（来自 {old.source_name}，举措 {old.measures} 条，"
            f"其中 {old.kept} 条文字未变）",
            f"  note: replaces the version the store held (from {old.source_name}, "
            f"{old.measures} measures, {old.kept} of them unchanged)",
        )
    sections, tasks, measures = (counts.get(x, 0) for x in ("Section", "Task", "Measure"))
    yield Text(
        f"  板块 {sections}，任务 {tasks}，举措 {measures}",
        f"  {sections} sections, {tasks} tasks, {measures} measures",
    )
    leads, assists = _role(loaded, "LEADS"), _role(loaded, "ASSISTS")
    yield Text(f"  牵头 {leads.zh}，配合 {assists.zh}", f"  LEADS {leads.en}, ASSISTS {assists.en}")
    due, deadlines = counts.get("DUE", 0), counts.get("Deadline", 0)
    yield Text(
        f"  时限 {due} 处（不同时限 {deadlines} 个）",
        f"  {due} deadlines given ({deadlines} different ones)",
    )
    yield _issues(loaded)
    yield Text(
        f"  表格行 {tally.read} = 已用 {tally.used} + 搁置 {tally.set_aside}",
        f"  table rows {tally.read} = used {tally.used} + set aside {tally.set_aside}",
    )


def _role(loaded: LoadedDocument, role: str) -> Text:
    """The number of edges with what it rests on: «65（明示）», «30（推断）»."""
    total, inferred = loaded.counts.get(role, 0), loaded.inferred.get(role, 0)
    if not total:
        return Text("0", "0")
    if inferred in {0, total}:
        word = _BASES[Basis.INFERRED if inferred else Basis.EXPLICIT]
        return Text(f"{total}（{word.zh}）", f"{total} ({word.en})")
    return Text(
        f"{total}（明示 {total - inferred}，推断 {inferred}）",
        f"{total} ({total - inferred} explicit, {inferred} inferred)",
    )


def _issues(loaded: LoadedDocument) -> Text:
    counts = {word: loaded.issues.get(severity, 0) for severity, word in _SEVERITIES.items()}
    return Text(
        "  问题：" + "，".join(f"{word.zh} {n}" for word, n in counts.items()),
        "  issues: " + ", ".join(f"{n} {word.en}" for word, n in counts.items()),
    )


def _comparison(compared: Compared) -> Text:
    """One pair of documents: «A 对 B：对应 43 对（承接 27，部分承接 16）»."""
    basis = _COMPARED_BY[compared.basis]
    pair = Text(
        f"比对 {compared.lower_key} 与 {compared.upper_key}{basis.zh}：",
        f"compared {compared.lower_key} with {compared.upper_key}{basis.en}: ",
    )
    if compared.counts is None:
        return Text(f"{pair.zh}未变", f"{pair.en}unchanged")
    covered, partly = (compared.counts.get(grade, 0) for grade in ("covered", "partly"))
    return Text(
        f"{pair.zh}举措对应 {covered + partly} 对（承接 {covered}，部分承接 {partly}）",
        f"{pair.en}{covered + partly} pairs of measures ({covered} covered, {partly} partly)",
    )


def _say_judgements(invocation: Invocation, compared: Compared) -> None:
    """Say how many judgements were applied, and how many could not be."""
    counts = Counter(outcome.state for outcome in compared.outcomes)
    told = [(word, counts[state]) for state, word in _OUTCOMES.items() if counts[state]]
    if told:
        text = Text(
            "  审核：" + "，".join(f"{word.zh} {n}" for word, n in told),
            "  judgements: " + ", ".join(f"{n} {word.en}" for word, n in told),
        )
        click.echo(printable(invocation.word(text)))
    if counts.keys() - {State.APPLIED}:
        invocation.say(invocation.word(_REVIEW_AGAIN))


def _say_passed_over(invocation: Invocation, paths: Sequence[Path]) -> None:
    if not paths:
        return
    shown = "、".join(map(str, paths[:_SHOWN]))
    text = Text(
        f"文件夹中有 {len(paths)} 个文件没有读（这些格式还不能读）：{shown}"
        f"{'……' if len(paths) > _SHOWN else ''}；请先存为文本",
        f"{len(paths)} files in the folder were not read (no format for them yet): {shown}"
        f"{' …' if len(paths) > _SHOWN else ''}; save them as text first",
    )
    invocation.say(invocation.word(text))


def _say_refused(invocation: Invocation, refused: Sequence[KgError]) -> None:
    for error in refused:
        invocation.say(error.into(invocation.language))


def _say_sum(invocation: Invocation, loaded: int, refused: int) -> None:
    store = invocation.settings.store.value
    text = Text(
        f"图谱库 {store}：入库 {loaded} 个文件，拒绝 {refused} 个",
        f"store {store}: {loaded} documents loaded, {refused} files refused",
    )
    if not loaded:  # then no store was made, or the one there was not touched
        text = Text(
            f"没有文件入库，拒绝 {refused} 个", f"no document loaded, {refused} files refused"
        )
    invocation.say(invocation.word(text))


COMMAND = Command(
    "build",
    _run,
    _MEANING,
    [
        Argument(
            "files",
            nargs=-1,
            type=click.Path(path_type=Path, readable=False),  # what cannot be read is refused later
            metavar="[FILES]...",
            meaning=Text("文件或文件夹", "files or folders"),
        ),
        Option(
            "--strict",
            is_flag=True,
            meaning=Text("有一个文件被拒就一个也不入库", "load none when one is refused"),
        ),
        corrections_option(),
        review_option(),
        vocabulary_option(),
        concepts_option(),
    ],
)
