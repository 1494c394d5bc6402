"""``kg review import``: judgements filled in a workbook, all of them or none."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from kg.cli.command import Command
from kg.cli.invocation import Invocation
from kg.cli.parameter import Argument
from kg.cli.reviewer import reviewer_of, reviewer_option
from kg.cli.reviews.cells import read_cells
from kg.cli.reviews.contradiction import contradictions
from kg.cli.reviews.desk import Desk
from kg.cli.reviews.filled import filled_words
from kg.cli.reviews.judging import judge, say_written
from kg.cli.reviews.ledger import review_of, review_option
from kg.cli.reviews.pair import STATES, State
from kg.intake import read_file
from kg.wording import Text

_MEANING = Text(
    "读回 kg review export 写出、由人填好的 XLSX。有一处不对（不认识的键或词、公式、改动过的"
    "文字），整个文件都不采用，并逐处说明行和列。",
    "Reads a workbook back that kg review export wrote and somebody filled in. One fault (an "
    "unknown key or word, a formula, an altered text) and nothing is applied; every fault is "
    "named with row and column.",
)


def _run(invocation: Invocation, *, file: Path) -> None:
    reviewer = reviewer_of(invocation)
    cells = read_cells(read_file(file).data, file.name)
    ledger = review_of(invocation, to_change=True)
    with invocation.open_store() as store:
        words = filled_words(cells, Desk(store, ledger), file.name)
        conflicts: tuple[Text, ...] = ()
        if words:
            after = judge(invocation, store, words, reviewer)
            conflicts = tuple(contradictions(store, (word.pair for word in words), after))
    counts = Counter(State(word.verdict.value) for word in words)
    told = [(STATES[state], number) for state, number in counts.items()]
    text = Text(
        "，".join(f"{state.zh} {number}" for state, number in told) or "没有填写判断",
        ", ".join(f"{number} {state.en}" for state, number in told) or "no verdict is filled in",
    )
    invocation.say(invocation.word(text))
    if words:
        say_written(invocation, len(words), conflicts)


COMMAND = Command(
    "import",
    _run,
    _MEANING,
    [
        Argument(
            "file",
            type=click.Path(path_type=Path),
            metavar="FILE.xlsx",
            meaning=Text("填好的审核表", "the sheet filled in"),
        ),
        reviewer_option(),
        review_option(),
    ],
)
