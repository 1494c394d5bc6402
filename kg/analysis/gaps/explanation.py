"""Why two measures correspond, in words an analyst can put into a memo."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kg.analysis.gaps.coverage import Alignment, Coverage
from kg.analysis.gaps.words import GRADES, STATUSES, joined, quoted, upper_quoted
from kg.wording import Text

METHODS = {
    "concepts": Text("按本领域概念词表", "concepts of a known field"),
    "words": Text("按词句（这一领域没有概念词表）", "words alone (no concepts of this field)"),
    "person": Text("人工补充", "added by a person"),
}
_TITLE = Text("上级原文引自任务标题", "the upper words stand in the task's title")
_NOTHING = Text("没有共有的概念或词句", "no concept or words in common")


def memo(alignment: Alignment, coverage: Coverage) -> Text:
    """Return the whole alignment in a few sentences: what takes on what, why, how surely."""
    parts = (claim(alignment, coverage), grounds(alignment), certainty(alignment))
    return Text("".join(f"{p.zh}。" for p in parts), " ".join(f"{p.en}." for p in parts))


def claim(alignment: Alignment, coverage: Coverage) -> Text:
    """Return which measure takes on which, with the words of both that carry it."""
    lower, upper = quotes(alignment)
    below = coverage.addresses[alignment.lower.key]
    above = coverage.addresses[alignment.upper.key]
    grade = GRADES[str(alignment.edge.props["grade"])]
    words = upper_quoted(alignment, upper)
    return Text(
        f"{below.zh}（{quoted(lower)}）{grade.zh}{above.zh}（{words.zh}）",
        f"{below.en} ({quoted(lower)}): {grade.en} {above.en} ({words.en})",
    )


def quotes(alignment: Alignment) -> tuple[str, str]:
    """Return the words of the lower and of the upper text; the whole text where none are marked."""
    props = alignment.edge.props
    lower, upper = (str(props.get(f"{side}_quote", "")) for side in ("lower", "upper"))
    return lower or alignment.lower.text, upper or alignment.upper.text


def grounds(alignment: Alignment) -> Text:
    """Return what both texts have in common, heaviest first, and whether the upper words quoted
    are those of the task's title.
    """
    found = tuple(_grounds(alignment.reasons)) or (_NOTHING,)
    return joined((*found, _TITLE) if alignment.quotes_title else found)


def certainty(alignment: Alignment) -> Text:
    """Return score, method and what people think of it."""
    props = alignment.edge.props
    method = METHODS[str(props["method"])]
    status = STATUSES[alignment.standing]
    score = alignment.score
    if score is None:
        told = method
    else:
        told = Text(
            f"得分 {score:.2f}（{method.zh}；1 为最高，表示读者认为“承接”的可能）",
            f"score {score:.2f} ({method.en}; the chance, 0 to 1, that readers call it covered)",
        )
    judged = _judged(alignment)
    return Text(
        f"{told.zh}；{status.zh}{f'：{judged.zh}' if judged else '，未经人工审核'}",
        f"{told.en}; {status.en}{f': {judged.en}' if judged else ', not reviewed by anybody'}",
    )


def _judged(alignment: Alignment) -> Text | None:
    props = alignment.edge.props
    said = [str(props[name]) for name in ("judged_by", "judged_on", "comment") if props.get(name)]
    was = STATUSES.get(str(props.get("judged", "")))
    if not said and was is None:
        return None
    before = was if was is not None and alignment.status == "stale" else None
    words = "，".join(said)
    return Text(
        f"原判“{before.zh}”，{words}" if before else words,
        f"was {before.en}; {', '.join(said)}" if before else ", ".join(said),
    )


def _grounds(reasons: Mapping[str, Any]) -> Iterator[Text]:
    concepts = [_concept(c) for c in reasons.get("concepts", ())]
    if concepts:
        told = joined(concepts, "、", ", ")
        yield Text(f"都讲{told.zh}", f"both name {told.en}")
    for name, zh, en in (
        ("actions", "同类行动", "same kind of action"),
        ("instruments", "都提到文件", "both name the papers"),
        ("programmes", "都提到专项、平台", "both name the programmes"),
        ("domains", "同属领域", "same domains"),
    ):
        words = [str(w) for w in reasons.get(name, ())]
        if words:
            yield Text(f"{zh}：{'、'.join(words)}", f"{en}: {', '.join(words)}")
    terms = [str(t["words"]) for t in reasons.get("terms", ())]
    if terms:
        yield Text(
            "共有词句：" + "、".join(quoted(t) for t in terms),
            "words in common: " + ", ".join(quoted(t) for t in terms),
        )


def _concept(found: Mapping[str, Any]) -> Text:
    name, above, below = (str(found[k]) for k in ("name", "upper_words", "lower_words"))
    if above == below == name:
        return Text(name, name)
    return Text(
        f"{name}（上级“{above}”，下级“{below}”）", f"{name} (above “{above}”, below “{below}”)"
    )
