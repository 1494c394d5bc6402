"""``kg review list``: what there is to review, and what was judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.analysis.address import document_name
from kg.analysis.gaps.explanation import quotes
from kg.analysis.gaps.words import GRADES
from kg.analysis.report import CellValue, Part, Report
from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.output import chosen_format, output_options, write_report
from kg.cli.reviews.columns import COLUMNS, TASK_COLUMNS
from kg.cli.reviews.desk import Desk
from kg.cli.reviews.exemption import EXEMPTION_STATES, ExemptionState, TaskWord
from kg.cli.reviews.ledger import review_of, review_option, review_path
from kg.cli.reviews.options import Choice, choice_options
from kg.cli.reviews.pair import STATES, Pair, State
from kg.review import said
from kg.wording import Text

_MEANING = Text(
    "列出要审核的对应：程序建议的、已判断的、过期的、冲突的、没有用上的；再列出哪些任务判为不适用或适用。\n"
    "“编号”用于 kg review show、accept、reject、unsure、undo。",
    "Every pair to review: suggested, judged, stale, in conflict, unused; then the tasks that are "
    "judged to be meant for the level below, or not.\n"
    "Its short name is what kg review show, accept, reject, unsure and undo take.",
)


def _run(  # noqa: PLR0913 - one parameter for each option
    invocation: Invocation,
    *,
    state: tuple[str, ...],
    document: tuple[str, ...],
    task: tuple[str, ...],
    format_name: str | None,
    output: Path | None,
) -> None:
    format_ = chosen_format(format_name, output)
    ledger = review_of(invocation)
    with invocation.open_store() as store:
        desk = Desk(store, ledger)
    choice = Choice(state, document, task)
    asked, shown = choice.pairs(desk)
    path = review_path(invocation)
    title = Text(f"对应审核（账本 {path}）", f"Review of alignments (ledger {path})")
    parts = (*_parts(desk, shown), *_task_part(desk, choice.on_tasks(desk)))
    report = Report("review", title, parts, tuple(_notes(desk, asked, shown)))
    write_report(invocation, report, format_, output)


def _parts(desk: Desk, shown: Sequence[Pair]) -> Iterator[Part]:
    """Yield a table for each pair of documents."""
    titles = {node.key: document_name(node) for node in desk.documents}
    groups: dict[tuple[str, str], list[Pair]] = {}
    for pair in shown:
        groups.setdefault(pair.documents, []).append(pair)
    for (lower, upper), pairs in groups.items():
        below, above = titles.get(lower, lower), titles.get(upper, upper)
        counts = _counts(pairs)
        yield Part(
            f"{upper}|{lower}",
            Text(f"{below} 对 {above}：{counts.zh}", f"{below} and {above}: {counts.en}"),
            COLUMNS,
            tuple(_row(pair) for pair in pairs),
        )


def _task_part(desk: Desk, words: Sequence[TaskWord]) -> Iterator[Part]:
    """Yield the table of what people say of tasks, where they do."""
    if words:
        title = task_counts(words)
        yield Part("tasks", title, TASK_COLUMNS, tuple(_task_row(desk, word) for word in words))


def task_counts(words: Sequence[TaskWord]) -> Text:
    """Return how many words on tasks stand where."""
    counts = Counter(word.state for word in words)
    states = [state for state in ExemptionState if counts[state]]
    return Text(
        f"任务适用与否 {len(words)} 条："
        + "，".join(f"{EXEMPTION_STATES[s].zh} {counts[s]}" for s in states),
        f"{len(words)} words on tasks: "
        + ", ".join(f"{counts[s]} {EXEMPTION_STATES[s].en}" for s in states),
    )


def _task_row(desk: Desk, word: TaskWord) -> dict[str, CellValue]:
    place, task = desk.place(word.item_key), desk.upper_tasks.get(word.item_key)
    title = "" if task is None else f" {task.name}"
    rows = word.counting
    return {
        "pair": word.name,
        "state": EXEMPTION_STATES[word.state],
        "upper_task": Text(f"{place.zh}{title}", f"{place.en}{title}"),
        "lower_documents": word.below,
        "judged_by": "、".join(dict.fromkeys(row.reviewer for row in rows)),
        "judged_on": max(row.date for row in rows) or None,
        "comment": word.comment,
        "task_keys": (word.item_key,),
    }


def _counts(pairs: Sequence[Pair]) -> Text:
    counts = Counter(pair.state for pair in pairs)
    states = [state for state in State if counts[state]]
    if not states:
        return Text("对应 0 对", "0 pairs")
    return Text(
        f"对应 {len(pairs)} 对：" + "，".join(f"{STATES[s].zh} {counts[s]}" for s in states),
        f"{len(pairs)} pairs: " + ", ".join(f"{counts[s]} {STATES[s].en}" for s in states),
    )


def _notes(desk: Desk, asked: Sequence[Pair], shown: Sequence[Pair]) -> Iterator[Text]:
    yield _counts(asked)
    if any(pair.edge is not None and "score" in pair.edge.props for pair in shown):
        yield Text(
            "得分：程序估计读者认为“承接”的可能，0–1；低的也可能是部分承接，见 kg review show",
            "score: the chance, 0–1, that readers would call it covered; a low one may be partly "
            "covered, see kg review show",
        )
    if not desk.compared:
        yield Text(
            "图谱库中没有比对过的文件：用 kg build 读入上下级文件，或用 kg align 指定",
            "no documents of the store are compared: load a lower and an upper one, or kg align",
        )
    if len(shown) < len(asked):
        yield Text(f"列出其中 {len(shown)} 对", f"{len(shown)} of them are listed")


def _row(pair: Pair) -> dict[str, CellValue]:
    edge, outcome = pair.edge, pair.outcome
    lower, upper = quotes(pair.alignment) if pair.alignment else (pair.lower.text, pair.upper.text)
    score = edge.props.get("score") if edge else None
    grade = edge.props["grade"] if edge else None
    rows = outcome.rows if outcome else ()
    return {
        "pair": pair.name,
        "state": STATES[pair.state],
        "upper_place": pair.upper.short,
        "upper_words": upper or None,
        "lower_place": pair.lower.short,
        "lower_words": lower or None,
        "score": float(score) if isinstance(score, (int, float)) else None,
        "grade": GRADES[str(grade)] if grade else None,
        "judged_by": "、".join(dict.fromkeys(row.reviewer for row in rows)) or None,
        "judged_on": max((row.date for row in rows), default="") or None,
        "comment": comment(pair),
        "pair_keys": (pair.lower.key, pair.upper.key),
    }


def comment(pair: Pair) -> Text | None:
    """Return why a pair was judged as it was, or why its judgement decides nothing."""
    outcome = pair.outcome
    if outcome is None:
        return None
    if outcome.reason is None:
        words = "；".join(row.comment for row in outcome.rows if row.comment)
        return Text(words, words) if words else None
    if pair.state is State.CONFLICT:
        return outcome.reason
    was = said(outcome.rows)
    return Text(f"{outcome.reason.zh}；原判：{was.zh}", f"{outcome.reason.en}; was: {was.en}")


COMMAND = Command(
    "list",
    _run,
    _MEANING,
    [
        *choice_options((*State, *ExemptionState)),
        *output_options(),
        review_option(),
    ],
)
