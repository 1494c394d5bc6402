"""What the report of gaps says of a task in words: why it is in its state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from kg.analysis.caption import message_of
from kg.analysis.due import binding, due_cells
from kg.analysis.gaps.coverage import Alignment, Coverage, Item, State
from kg.wording import Text, same

STATUSES = {
    "accepted": Text("人工确认", "accepted"),
    "suggested": Text("程序建议", "suggested"),
    "stale": Text("判断已过期", "stale"),
    "unsure": Text("人工存疑", "unsure"),
    "rejected": Text("人工否定", "rejected"),
    "conflict": Text("冲突", "in conflict"),
}
"""What people said of a pair; reviewers in conflict with each other leave it unsure."""
GRADES = {"covered": Text("承接", "covered"), "partly": Text("部分承接", "partly")}
_LONGEST = 60
_INNER = str.maketrans("“”", "‘’")


def joined(texts: Iterable[Text], zh: str = "；", en: str = "; ") -> Text:
    """Return several texts as one."""
    found = tuple(texts)
    return Text(zh.join(t.zh for t in found), en.join(t.en for t in found))


def quoted(words: str) -> str:
    """Return words in quotation marks, those inside them made single, long ones shortened.

    Examples
    --------
    >>> quoted("实现“一触即达”")
    '“实现‘一触即达’”'
    """
    plain = " ".join(words.split()).translate(_INNER)
    return f"“{plain}”" if len(plain) <= _LONGEST else f"“{plain[:_LONGEST]}…”"


def upper_quoted(alignment: Alignment, words: str) -> Text:
    """Return the upper words of an alignment in quotation marks, said to be the task's title where
    they are no words of the measure.
    """
    if not alignment.quotes_title:
        return same(quoted(words))
    return Text(f"任务标题{quoted(words)}", f"the task's title {quoted(words)}")


def reason(item: Item, coverage: Coverage) -> Text:
    """Return why a task is in its state, with the words of both texts it rests on."""
    grounds = (_grounds(item, coverage), *_share_met(item), *_said(item))
    beside = (*_more_suggested(item), *_judgements(item), *_damage(item))
    return joined((*grounds, *beside))


def _grounds(item: Item, coverage: Coverage) -> Text:
    if item.exemption is not None and item.is_exempted:
        return joined((item.exemption.told, *_set_aside(item), _asked(item)))
    if item.covering:
        best = item.covering[0]
        lower, upper = (str(best.edge.props.get(f"{x}_quote", "")) for x in ("lower", "upper"))
        where = coverage.addresses[best.lower.key]
        grade = GRADES[str(best.edge.props["grade"])]
        above = upper_quoted(best, upper or best.upper.text)
        below = quoted(lower or best.lower.text)
        return Text(
            f"{where.zh}{below}{grade.zh}{above.zh}", f"{where.en} {below} ({grade.en}) {above.en}"
        )
    if item.state is State.UNCLEAR:
        return _unclear(item)
    if item.rule is not None and not item.is_overruled:
        return item.rule
    return _missing(item)


def _unclear(item: Item) -> Text:
    if item.is_lost:
        lost = tuple(str(i.props["was"]) for i in item.issues)
        words = "".join(quoted(w) for w in lost) or "—"
        return Text(f"文字未能恢复：{words}", f"its words could not be recovered: {words}")
    suggested = sum(a.status == "suggested" for a in item.unreviewed)
    if not suggested:
        return Text("有对应，但判断已过期，须重新审核", "its pairs were judged on other words")
    return Text(
        f"有程序建议 {suggested} 对，尚未审核", f"pairs suggested and not reviewed: {suggested}"
    )


def _missing(item: Item) -> Text:
    wanted = _asked(item).zh
    if item.open:
        return Text(f"没有计入的对应：{wanted}", f"no pair that counts for {wanted}")
    return Text(
        f"下级文件中没有找到对应：{wanted}", f"nothing was found in the lower document for {wanted}"
    )


def _share_met(item: Item) -> Iterator[Text]:
    """How many of several measures have what the state rests on."""
    whole, met = len(item.entries), len(item.met)
    if whole > 1 and item.covering:
        grade = GRADES[str(item.covering[0].edge.props["grade"])]
        yield Text(
            f"举措 {whole} 条中 {met} 条有{grade.zh}",
            f"{grade.en}: {met} of its {whole} measures",
        )


def _more_suggested(item: Item) -> Iterator[Text]:
    """What waits for a judgement beside the pairs that count."""
    suggested = sum(a.status == "suggested" for a in item.unreviewed)
    if item.counted and suggested:
        yield Text(
            f"另有程序建议 {suggested} 对，尚未审核",
            f"more pairs suggested and not reviewed: {suggested}",
        )


def _said(item: Item) -> Iterator[Text]:
    """What people say of whether the task is meant for the lower document, where that does not
    decide the state by itself.
    """
    if item.exemption is not None and not item.is_exempted:
        yield item.exemption.told
    if item.is_overruled and item.rule is not None:
        yield Text(f"因此不用{item.rule.zh}", f"so that it does not count: {item.rule.en}")


def _asked(item: Item) -> Text:
    """What the task asks for; its title where its measures are lost."""
    texts = [e.text for e in item.entries] or [str(item.node.props.get("title", ""))]
    return same("；".join(quoted(text) for text in texts))


def _set_aside(item: Item) -> Iterator[Text]:
    """What a person's word puts aside of the pairs that would count."""
    if item.set_aside:
        n = len(item.set_aside)
        yield Text(f"计入的对应 {n} 对因此搁置", f"{n} pairs that would count are set aside")


def _judgements(item: Item) -> Iterator[Text]:
    """What people said of pairs that do not count, or count no more as they were judged."""
    counts = Counter(a.standing for a in (*item.open, *item.counted))
    for status in ("rejected", "unsure", "conflict", "stale"):
        if counts[status]:
            word = STATUSES[status]
            yield Text(f"{word.zh} {counts[status]} 对", f"pairs {word.en}: {counts[status]}")


def _damage(item: Item) -> Iterator[Text]:
    """What the reading of the task had to recover; the program judges by the recovered words."""
    messages = tuple(dict.fromkeys(message_of(issue) for issue in item.issues))
    if messages and item.state is not State.UNCLEAR:
        told = joined(messages, "、", ", ")
        if item.is_exempted:
            yield Text(f"原文受损（{told.zh}）", f"the source is damaged ({told.en})")
            return
        yield Text(
            f"原文受损，按恢复的文字判断（{told.zh}）",
            f"the source is damaged; judged by the recovered words ({told.en})",
        )


def due_on(alignments: Iterable[Alignment]) -> date | None:
    """Return the latest last day of some lower measures; None where one has none."""
    days = [due_cells(binding(a.lower))["due_on"] for a in alignments]
    known = [day for day in days if isinstance(day, date)]
    return max(known) if known and len(known) == len(days) else None


def time_state(item: Item, as_of: date) -> Text | None:
    """Return whether the measures that take a task on are past their last day."""
    lower = {a.lower.key: a.lower for a in item.covering}.values()
    if not lower:
        return None
    days = [due_cells(binding(entry))["due_on"] for entry in lower]
    past = sum(isinstance(day, date) and day < as_of for day in days)
    if past == len(days):
        return Text("已到期（完成情况未载）", "expired, completion not recorded")
    if past:
        return Text(
            f"{past}/{len(days)} 已到期（完成情况未载）",
            f"{past} of {len(days)} expired, completion not recorded",
        )
    known = any(isinstance(day, date) for day in days)
    return Text("未到期", "not yet due") if known else Text("无确定日期", "no date")


def section_title(item: Item) -> str | None:
    """Return number and title of the section of a task; None where it stands in none."""
    if item.section is None:
        return None
    number, title = item.section.props.get("number"), item.section.props["title"]
    return f"{number}、{title}" if number else str(title)


def task_title(item: Item, coverage: Coverage) -> Text:
    """Return number and title of a task; of a measure outside tasks, its address."""
    if item.node.label != "Task":
        return coverage.addresses[item.node.key]
    number, title = item.node.props.get("number"), item.node.props["title"]
    return same(f"{number} {title}" if number else str(title))
