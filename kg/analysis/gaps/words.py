"""What the report of gaps says in words: why a task is in its state, and what is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from kg.analysis.caption import message_of
from kg.analysis.due import binding, due_cells
from kg.analysis.gaps.coverage import STATES, Alignment, Coverage, Item, State
from kg.wording import Text, same

STATUSES = {
    "accepted": Text("人工确认", "accepted"),
    "suggested": Text("程序建议", "suggested"),
    "stale": Text("判断已过期", "stale"),
    "unsure": Text("人工存疑", "unsure"),
    "rejected": Text("人工否定", "rejected"),
}
GRADES = {"covered": Text("承接", "covered"), "partly": Text("部分承接", "partly")}
BASES = {
    "chain": Text("同一上下级链条", "one chain of governments"),
    "unknown-place": Text(
        "地区词表没有这个地方，因一并载入而比对，是否上下级请核对",
        "the gazetteer does not know the place; compared because both are loaded, please check",
    ),
    "person": Text("人工指定", "as a person asked for"),
}

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
    grounds = (_grounds(item, coverage), *_said(item))
    return joined((*grounds, *_judgements(item), *_damage(item)))


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
        lost = tuple(str(i.props["was"]) for i in item.issues)
        words = "".join(quoted(w) for w in lost) or "—"
        return Text(f"文字未能恢复：{words}", f"its words could not be recovered: {words}")
    if item.rule is not None and not item.is_overruled:
        return item.rule
    wanted = _asked(item).zh
    return Text(f"下级文件中没有对应：{wanted}", f"nothing in the lower document for {wanted}")


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
    counts = Counter(a.status for a in (*item.open, *item.counted))
    for status in ("rejected", "unsure", "stale"):
        if counts[status]:
            word = STATUSES[status]
            yield Text(f"{word.zh} {counts[status]} 对", f"{counts[status]} pairs {word.en}")


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


def notes(coverage: Coverage, states: frozenset[str]) -> tuple[Text, ...]:
    """Return what is counted: tasks by state, pairs by review state, and why both are compared."""
    basis = BASES[coverage.basis]
    return (
        _sentence(coverage),
        _by_people(coverage),
        _counted(coverage, states),
        Text(
            "一条下级举措可对应几条任务；“对应”说的是内容相应，不是完成",
            "a lower measure may serve several tasks; that it corresponds does not say it is done",
        ),
        Text(f"比对的依据：{basis.zh}", f"why they are compared: {basis.en}"),
    )


def _sentence(coverage: Coverage) -> Text:
    counts = [(STATES[s], coverage.count(s)) for s in State]
    whole = len(coverage.items)
    return Text(
        f"上级任务 {whole} 项：" + "，".join(f"{word.zh} {n}" for word, n in counts),
        f"upper tasks: {whole}; " + ", ".join(f"{word.en} {n}" for word, n in counts),
    )


def _by_people(coverage: Coverage) -> Text:
    """How many states rest on a person's word, and on which."""
    said = [i.exemption.exempt for i in coverage.items if i.exemption is not None]
    counts = (
        (
            sum(any(a.status == "accepted" for a in i.covering) for i in coverage.items),
            Text("确认的对应", "an accepted pair"),
        ),
        (sum(i.is_exempted for i in coverage.items), Text("判为不适用", "judged not applicable")),
        (
            sum(i.is_overruled for i in coverage.items),
            Text("判为适用（不用规则）", "judged applicable, whatever the rule says"),
        ),
    )
    whole = sum(n for n, _ in counts)
    told = [(n, word) for n, word in counts if n]
    zh, en = f"其中凭人工判断的 {whole} 项", f"of these by a person's word: {whole}"
    if told:
        zh += "：" + "，".join(f"{word.zh} {n}" for n, word in told)
        en += ": " + ", ".join(f"{word.en} {n}" for n, word in told)
    if undecided := said.count(None):
        zh += f"；适用与否没有定论（过期、矛盾）的 {undecided} 项，未采用"
        en += f"; judgements of what is applicable, stale or in conflict, not applied: {undecided}"
    return Text(zh, en)


def _counted(coverage: Coverage, states: frozenset[str]) -> Text:
    set_aside = {a.edge.id for item in coverage.items for a in item.set_aside}
    counts = Counter(a.status for a in coverage.alignments if a.edge.id not in set_aside)
    inside = [s for s in STATUSES if s in states]
    outside = [s for s in STATUSES if s not in states and counts[s]]
    zh = "计入举措对应：" + "，".join(f"{STATUSES[s].zh} {counts[s]} 对" for s in inside)
    en = "pairs of measures counted: " + ", ".join(f"{STATUSES[s].en} {counts[s]}" for s in inside)
    if outside:
        zh += "；不计：" + "，".join(f"{STATUSES[s].zh} {counts[s]} 对" for s in outside)
        en += "; not counted: " + ", ".join(f"{STATUSES[s].en} {counts[s]}" for s in outside)
    if set_aside:
        zh += f"；因任务判为不适用而搁置 {len(set_aside)} 对"
        en += f"; set aside because the task is judged not applicable: {len(set_aside)}"
    return Text(zh, en)


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
