"""The workbook in which judgements are filled in: its columns and words, written and read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.analysis.gaps.explanation import grounds
from kg.analysis.gaps.words import GRADES
from kg.analysis.report import CellValue, Column, ColumnKind, Part, Report
from kg.cli.reviews.pair import STATES, Pair, State
from kg.review import Grade, Verdict, said, text_hash
from kg.wording import Text

_TEXT = ColumnKind.TEXT

VERDICTS: Mapping[Verdict, Text] = {v: STATES[State(v.value)] for v in Verdict}
GRADE_WORDS: Mapping[Grade, Text] = {g: GRADES[g.value] for g in Grade}

PAIR = Column("pair", Text("编号", "pair"), _TEXT, Text("短编号，勿改", "short name, keep it"))
VERDICT = Column(
    "verdict",
    Text("判断（填）", "verdict (fill in)"),
    _TEXT,
    Text("确认、否定或存疑；不判断就留空", "accepted, rejected or unsure; leave empty if none"),
)
GRADE = Column(
    "given_grade",
    Text("程度（填）", "grade (fill in)"),
    _TEXT,
    Text("确认时可写承接或部分承接；不写照程序的建议", "covered or partly; as suggested if empty"),
)
COMMENT = Column(
    "given_comment",
    Text("理由（填）", "comment (fill in)"),
    _TEXT,
    Text("为什么，可不写", "why; may be empty"),
)
LOWER_TEXT = Column(
    "lower_text", Text("下级全文", "lower text"), _TEXT, Text("照录，勿改", "as printed, keep it")
)
UPPER_TEXT = Column(
    "upper_text", Text("上级全文", "upper text"), _TEXT, Text("照录，勿改", "as printed, keep it")
)
LOWER_KEY = Column(
    "lower_key", Text("下级举措键", "lower key"), _TEXT, Text("勿改", "keep it as it is")
)
UPPER_KEY = Column(
    "upper_key", Text("上级举措键", "upper key"), _TEXT, Text("勿改", "keep it as it is")
)
LOWER_HASH = Column(
    "lower_hash", Text("下级文字校验", "lower hash"), _TEXT, Text("勿改", "keep it as it is")
)
UPPER_HASH = Column(
    "upper_hash", Text("上级文字校验", "upper hash"), _TEXT, Text("勿改", "keep it as it is")
)
COLUMNS = (
    PAIR,
    Column("state", Text("状态", "state"), _TEXT, Text("导出时的状态", "when it was written")),
    Column("upper_place", Text("上级举措", "upper"), _TEXT, Text("在文件中的位置", "its place")),
    UPPER_TEXT,
    Column("lower_place", Text("下级举措", "lower"), _TEXT, Text("在文件中的位置", "its place")),
    LOWER_TEXT,
    Column(
        "score",
        Text("得分", "score"),
        ColumnKind.NUMBER,
        Text("读者认为“承接”的可能，0–1", "the chance that readers would call it covered, 0–1"),
    ),
    Column("grade", Text("程度", "grade"), _TEXT, Text("承接或部分承接", "covered or partly")),
    Column("grounds", Text("依据", "grounds"), _TEXT, Text("两处共有的", "what both share")),
    Column("judged", Text("已有判断", "judged"), _TEXT, Text("谁怎么说的", "who said what")),
    VERDICT,
    GRADE,
    COMMENT,
    LOWER_KEY,
    UPPER_KEY,
    LOWER_HASH,
    UPPER_HASH,
)
READ = (VERDICT, GRADE, COMMENT, LOWER_TEXT, UPPER_TEXT, LOWER_KEY, UPPER_KEY, LOWER_HASH,
        UPPER_HASH)  # fmt: skip
"""The columns that are read back."""

_HOW = (
    Text(
        "在“判断（填）”一栏选确认、否定或存疑；不判断的留空，留空的不会记入",
        "choose accepted, rejected or unsure under “verdict (fill in)”; empty rows are left out",
    ),
    Text(
        "确认时可在“程度（填）”选承接或部分承接；不选就照程序的建议",
        "with accepted a grade may be chosen; without one the suggested grade counts",
    ),
    Text(
        "其他各栏不要改；行可以排序、筛选、删除，不要写公式",
        "keep the other columns; rows may be sorted, filtered or deleted; no formulas",
    ),
    Text(
        "填好后运行 kg review import 文件；有一处不对，整个文件都不采用，并逐处说明",
        "then run kg review import FILE; one fault and nothing is applied, every fault is named",
    ),
)


def sheet_report(pairs: Sequence[Pair]) -> Report:
    """Return the pairs whose texts are at hand as a report to be filled in."""
    rows = tuple(_row(pair) for pair in pairs if pair.lower.entry and pair.upper.entry)
    title = Text(f"待填写的对应 {len(rows)} 对", f"{len(rows)} pairs to fill in")
    part = Part("review", title, COLUMNS, rows)
    return Report("review", Text("对应审核表", "Review sheet"), (part,), _HOW)


def _row(pair: Pair) -> Mapping[str, CellValue]:
    edge, alignment = pair.edge, pair.alignment
    has_reasons = edge is not None and edge.props.get("reasons")
    return {
        "pair": pair.name,
        "state": STATES[pair.state],
        "upper_place": pair.upper.place,
        "upper_text": pair.upper.text,
        "lower_place": pair.lower.place,
        "lower_text": pair.lower.text,
        "score": alignment.score if alignment else None,
        "grade": GRADES[str(edge.props["grade"])] if edge else None,
        "grounds": grounds(alignment) if alignment and has_reasons else None,
        "judged": said(pair.outcome.rows) if pair.outcome else None,
        "verdict": None,
        "given_grade": None,
        "given_comment": None,
        "lower_key": pair.lower.key,
        "upper_key": pair.upper.key,
        "lower_hash": text_hash(pair.lower.text),
        "upper_hash": text_hash(pair.upper.text),
    }
