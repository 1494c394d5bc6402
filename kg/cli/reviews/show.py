"""``kg review show``: one pair, both texts, the reasons, and everything said about it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.analysis.gaps.explanation import certainty, grounds, quotes
from kg.analysis.report import CellValue, Column, ColumnKind, Part, Report
from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.output import chosen_format, output_options, write_report
from kg.cli.parameter import Argument, Words
from kg.cli.reviews.desk import Desk
from kg.cli.reviews.ledger import review_of, review_option
from kg.cli.reviews.list import comment
from kg.cli.reviews.pair import STATES, Pair, State
from kg.errors import UnknownNameError
from kg.review import Judgement, said
from kg.wording import Text

_FORMATS = ("table", "json", "md", "xlsx")
_MEANING = Text(
    "一对举措：两处全文、对应的依据、得分，以及谁作过什么判断。PAIR 是编号，或下级、上级举措的键。",
    "One pair of measures: both texts, the reasons, the score, and who judged what. PAIR is a "
    "short name, or the keys of both measures.",
)
_SIDES = (
    Column("aspect", Text("方面", "aspect"), ColumnKind.TEXT, Text("说的是什么", "what it is")),
    Column("upper", Text("上级", "upper"), ColumnKind.TEXT, Text("上级举措", "upper measure")),
    Column("lower", Text("下级", "lower"), ColumnKind.TEXT, Text("下级举措", "lower measure")),
)
_JUDGEMENTS = tuple(
    Column(name, Text(zh, en), ColumnKind.TEXT, Text(meaning_zh, meaning_en))
    for name, zh, en, meaning_zh, meaning_en in (
        ("reviewer", "判断人", "reviewer", "谁作的判断", "who judged"),
        ("date", "日期", "date", "哪天作的", "on which day"),
        ("verdict", "判断", "verdict", "确认、否定、存疑及理由", "accepted, rejected, unsure; why"),
        ("counts", "是否计入", "counts", "同一人以最近一次为准", "of one reviewer the last counts"),
    )
)


def _run(
    invocation: Invocation,
    *,
    pair: tuple[str, ...],
    format_name: str | None,
    output: Path | None,
) -> None:
    format_ = chosen_format(format_name, output, _FORMATS)
    ledger = review_of(invocation)
    with invocation.open_store() as store:
        desk = Desk(store, ledger)
    found = desk.named(pair)
    if len(found) != 1:
        raise UnknownNameError.of(Text("对应", "pair"), " ".join(pair), tuple(desk.names))
    write_report(invocation, _report(found[0]), format_, output)


def _report(pair: Pair) -> Report:
    state = STATES[pair.state]
    title = Text(f"对应 {pair.name}：{state.zh}", f"Pair {pair.name}: {state.en}")
    sides = Part("pair", Text("两条举措", "Both measures"), _SIDES, tuple(_sides(pair)))
    rows = pair.outcome.all_rows if pair.outcome else ()
    judged = Part(
        "judgements",
        Text(f"判断 {len(rows)} 条", f"{len(rows)} judgements"),
        _JUDGEMENTS,
        tuple(_judgement(row, counts=row in pair.outcome.rows) for row in rows)
        if pair.outcome
        else (),
    )
    return Report("review", title, (sides, judged), tuple(_notes(pair)))


def _notes(pair: Pair) -> Iterator[Text]:
    if pair.alignment is not None:
        if pair.outcome is None:
            yield certainty(pair.alignment)
        elif pair.alignment.score is not None:
            score = pair.alignment.score
            yield Text(f"程序的得分 {score:.2f}", f"the program's score: {score:.2f}")
        if pair.edge is not None and pair.edge.props.get("reasons"):
            yield grounds(pair.alignment)
    if pair.state in {State.STALE, State.CONFLICT, State.UNUSED}:
        why = comment(pair)
        if why is not None:
            yield why


def _sides(pair: Pair) -> Iterator[dict[str, CellValue]]:
    lower, upper = pair.lower, pair.upper
    yield {"aspect": Text("位置", "place"), "upper": upper.place, "lower": lower.place}
    yield {"aspect": Text("键", "key"), "upper": upper.key, "lower": lower.key}
    if pair.alignment is not None:
        below, above = quotes(pair.alignment)
        yield {"aspect": Text("相应词句", "words"), "upper": above, "lower": below}
    yield {
        "aspect": Text("全文", "whole text"),
        "upper": upper.text or None,
        "lower": lower.text or None,
    }


def _judgement(row: Judgement, *, counts: bool) -> dict[str, CellValue]:
    words = said([row])
    who = f"{row.reviewer} {row.date} ".replace("  ", " ")
    return {
        "reviewer": row.reviewer,
        "date": row.date or None,
        "verdict": Text(words.zh.removeprefix(who), words.en.removeprefix(who)),
        "counts": Text("计", "yes") if counts else Text("不计", "no"),
    }


COMMAND = Command(
    "show",
    _run,
    _MEANING,
    [
        Argument(
            "pair",
            nargs=-1,
            required=True,
            type=Words(),
            metavar="PAIR",
            meaning=Text("编号，见 kg review list", "short name; kg review list shows it"),
        ),
        *output_options(_FORMATS),
        review_option(),
    ],
)
