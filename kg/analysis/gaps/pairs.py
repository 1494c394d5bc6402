"""The alignments of measures one by one, each with the words it rests on and its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.analysis.collection import uncollected
from kg.analysis.gaps.coverage import Alignment, Coverage, coverages
from kg.analysis.gaps.explanation import METHODS, grounds, memo, quotes
from kg.analysis.gaps.head import notes, scores
from kg.analysis.gaps.measures import MORE, short_address
from kg.analysis.gaps.report import GapChoice, pair_title, uncompared
from kg.analysis.gaps.words import GRADES, STATUSES
from kg.analysis.length import cut_note, longest
from kg.analysis.report import CellValue, Column, ColumnKind, Part, Report
from kg.errors import Problem, UsageError
from kg.model import Graph, Node
from kg.wording import Text, same

TITLE = Text("上下级举措对应", "Alignments between levels")

Row = dict[str, CellValue]


def _text(name: str, heading: Text, definition: Text) -> Column:
    return Column(name, heading, ColumnKind.TEXT, definition)


_COLUMNS = (
    _text(
        "upper_place",
        Text("上级位置", "upper"),
        Text("上级举措在文件中的位置", "where the upper measure stands"),
    ),
    _text(
        "lower_place",
        Text("下级位置", "lower"),
        Text("下级举措在文件中的位置", "where the lower measure stands"),
    ),
    _text(
        "grade",
        Text("程度", "grade"),
        Text(
            "承接：得分至少 0.3，并且至少是这条上级举措最高得分的 70%；部分承接：够不上承接，但"
            "“相关”至少 0.4；所以得分低的一对可能是承接，得分高的一对因为另有更近的，可能只是部分"
            "承接",
            "covered: a score of 0.3 or more that is also 70 % or more of the best score of the "
            "upper measure; partly: not that, but related 0.4 or more; so a low score may be "
            "covered, and a higher one only partly where another measure comes much nearer",
        ),
    ),
    Column(
        "score",
        Text("得分", "score"),
        ColumnKind.NUMBER,
        Text(
            "读者认为“承接”的可能，0–1；人工补充的没有",
            "the chance that readers would call it covered, 0–1; none where a person added it",
        ),
    ),
    Column(
        "related",
        Text("相关", "related"),
        ColumnKind.NUMBER,
        Text(
            "读者认为至少“部分承接”的可能，0–1；人工补充的没有",
            "the chance that readers would call it at least partly covered, 0–1; none where a "
            "person added it",
        ),
    ),
    _text(
        "status",
        Text("审核", "review"),
        Text(
            "程序建议、人工确认、人工否定、人工存疑、冲突（几人判断不同，计为存疑）、判断已过期",
            "what people said of it; in conflict where they contradict each other, which counts "
            "as unsure",
        ),
    ),
    _text(
        "upper_quote",
        Text("上级原文", "upper words"),
        Text(
            "上级举措中相应的词句；举措里没有的取任务标题，在依据里写明",
            "the words of the upper measure that carry it; those of its task's title where the "
            "measure has none, which the grounds say",
        ),
    ),
    _text(
        "lower_quote",
        Text("下级原文", "lower words"),
        Text("下级举措中相应的词句", "the words of the lower measure that carry it"),
    ),
    _text(
        "grounds",
        Text("依据", "grounds"),
        Text("两处共有的概念、行动、文件、词句", "concepts, actions, papers and words in common"),
    ),
    _text(
        "method",
        Text("方法", "method"),
        Text("得分的来历：概念词表、词句，或人工", "concepts, words, or a person"),
    ),
    Column(
        "pair_keys",
        Text("举措键", "measure keys"),
        ColumnKind.KEYS,
        Text("下级举措和上级举措的键", "keys of the lower and of the upper measure"),
    ),
)

_EXPLAINED = (
    _text("aspect", Text("方面", "aspect"), Text("说的是哪一方面", "what the row is about")),
    _text("upper", Text("上级", "upper"), Text("上级举措一方", "of the upper measure")),
    _text("lower", Text("下级", "lower"), Text("下级举措一方", "of the lower measure")),
)


def alignments(graph: Graph, choice: GapChoice) -> Report:
    """Return for each compared pair of documents (part ``UPPER|LOWER``) its alignments of
    measures, in the order of the upper document, the best first.

    Where only accepted ones count only these are listed; else all, also those that people
    rejected, with their review state.
    """
    with uncollected():
        found = coverages(graph, choice.states, choice.documents)
        parts = tuple(_part(coverage, choice, longest(len(found))) for coverage in found)
    return Report("alignment", TITLE, parts, uncompared(graph, found))


def _part(coverage: Coverage, choice: GapChoice, rows: int) -> Part:
    shows_all = "suggested" in choice.states
    listed = [a for a in coverage.alignments if shows_all or a.status in choice.states]
    shown = tuple(_rows(coverage, listed[:rows]))
    head = (*notes(coverage, choice.states), scores(), *cut_note(len(shown), len(listed), MORE))
    return Part(coverage.key, pair_title(coverage), _COLUMNS, shown, head)


def _rows(coverage: Coverage, listed: Iterable[Alignment]) -> Iterator[Row]:
    for alignment in listed:
        upper_quote, lower_quote = reversed(quotes(alignment))
        yield {
            "upper_place": short_address(coverage, coverage.upper, alignment.upper),
            "lower_place": short_address(coverage, coverage.lower, alignment.lower),
            "grade": GRADES[str(alignment.edge.props["grade"])],
            "score": alignment.score,
            "related": alignment.related,
            "status": STATUSES[alignment.standing],
            "upper_quote": upper_quote,
            "lower_quote": lower_quote,
            "grounds": grounds(alignment),
            "method": METHODS[str(alignment.edge.props["method"])],
            "pair_keys": (alignment.lower.key, alignment.upper.key),
        }


def pair_explained(graph: Graph, one: Node, other: Node) -> Report:
    """Return why two measures correspond, named in either order.

    Raises
    ------
    UsageError
        When there is no alignment between them; says whether their documents were compared, and
        names the alignments that either has.
    """
    found = coverages(graph)
    pair = {one.key, other.key}
    for coverage in found:
        for alignment in coverage.alignments:
            if {alignment.lower.key, alignment.upper.key} == pair:
                return explained(alignment, coverage)
    raise UsageError(_not_aligned(found, one, other))


def _not_aligned(found: Sequence[Coverage], one: Node, other: Node) -> Problem:
    owners = {n.props.get("document_key") for n in (one, other)}
    compared = any({c.upper.key, c.lower.key} == owners for c in found)
    near = [
        f"{a.lower.key} {a.upper.key}"
        for c in found
        for a in c.alignments
        if {a.lower.key, a.upper.key} & {one.key, other.key}
    ]
    return Problem(
        Text(
            "这两条之间没有对应" + ("" if compared else "：所在的两份文件没有比对过"),
            "there is no alignment between these two"
            + ("" if compared else ": their documents were not compared"),
        ),
        same(f"{one.key} — {other.key}"),
        Text("；".join(near), "; ".join(near)) if near else None,
        Text(
            "kg report alignment 列出全部对应；人工补充用 kg review add",
            "kg report alignment lists all alignments; kg review add adds one",
        ),
    )


def explained(alignment: Alignment, coverage: Coverage) -> Report:
    """Return one alignment explained: a memo in the head, then both sides next to each other."""
    title = Text("为何对应", "Why they correspond")
    upper_quote, lower_quote = reversed(quotes(alignment))
    upper, lower = alignment.upper, alignment.lower
    rows: list[Row] = [
        {
            "aspect": Text("位置", "place"),
            "upper": coverage.addresses[upper.key],
            "lower": coverage.addresses[lower.key],
        },
        {"aspect": Text("键", "key"), "upper": upper.key, "lower": lower.key},
        {
            "aspect": Text("相应词句", "words that carry it"),
            "upper": upper_quote,
            "lower": lower_quote,
        },
        {"aspect": Text("全文", "whole text"), "upper": upper.text, "lower": lower.text},
        {
            "aspect": Text("原文位置", "place in the source"),
            "upper": str(upper.node.props["place"]),
            "lower": str(lower.node.props["place"]),
        },
    ]
    part = Part(coverage.key, pair_title(coverage), _EXPLAINED, tuple(rows))
    return Report("alignment", title, (part,), (memo(alignment, coverage),))
