"""Two small papers, the program's alignments of them, and judgements on these."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Edge, Linkage
from kg.review import (
    EVERY_LOWER,
    Exemption,
    Grade,
    Judgement,
    ReviewLedger,
    Verdict,
    task_words,
    text_hash,
)

LOWER, UPPER = "澄知发〔2022〕3号", "湖知发〔2025〕14号"
LOWER_TEXTS = {
    f"{LOWER}/一/1#1": "开展专利转化。",
    f"{LOWER}/一/1#2": "组织商标培训。",
    f"{LOWER}/二/2#1": "加强版权宣传。",
}
UPPER_TEXTS = {
    f"{UPPER}/五/14#1": "推动专利转化运用。",
    f"{UPPER}/五/14#2": "加强培训。",
}
TASK, OTHER_TASK = f"{UPPER}/五/14", f"{UPPER}/五/15"
TASK_WORDS = {
    TASK: task_words("促进运用", UPPER_TEXTS.values()),
    OTHER_TASK: task_words("编制规划", ["编制规划。"]),
}
ONE, TWO, THREE = LOWER_TEXTS
ABOVE, BEYOND = UPPER_TEXTS


def edge(lower: str, upper: str, *, score: float = 0.8, grade: str = "covered") -> Edge:
    """Return an alignment as the program suggests it."""
    return Edge(
        lower,
        "ALIGNS_WITH",
        upper,
        {
            "document_key": LOWER,
            "upper_document_key": UPPER,
            "score": score,
            "grade": grade,
            "status": "suggested",
            "method": "words",
        },
    )


def linkage(*edges: Edge) -> Linkage:
    """Return what joins the two papers."""
    return Linkage(LOWER, UPPER, tuple(sorted(edges, key=lambda e: e.id)))


def judgement(
    lower: str = ONE,
    upper: str = ABOVE,
    verdict: Verdict = Verdict.ACCEPTED,
    *,
    by: str = "张三",
    on: str = "2025-03-01",
    grade: Grade = Grade.COVERED,
    comment: str = "",
) -> Judgement:
    """Return a judgement on two measures as they print now."""
    return Judgement(
        LOWER,
        lower,
        UPPER,
        upper,
        by,
        on,
        verdict,
        grade,
        text_hash(LOWER_TEXTS[lower]),
        text_hash(UPPER_TEXTS[upper]),
        comment,
        lower_label=f"{lower} {LOWER_TEXTS[lower]}",
        upper_label=f"{upper} {UPPER_TEXTS[upper]}",
    )


def exemption(
    task: str = TASK,
    *,
    by: str = "张三",
    on: str = "2025-03-01",
    is_exempt: bool = True,
    lower: str = EVERY_LOWER,
    comment: str = "",
) -> Exemption:
    """Return a word on an upper task as it prints now."""
    return Exemption(
        lower, UPPER, task, by, on, is_exempt, text_hash(TASK_WORDS[task]), comment, f"{task} 标题"
    )


def ledger(*rows: Judgement) -> ReviewLedger:
    """Return a ledger of some judgements."""
    return ReviewLedger("账.tsv").with_rows(rows)


def moved(row: Judgement, lower: str) -> Judgement:
    """Return a judgement as it was written when its lower measure had another key."""
    return replace(row, lower_key=lower)
