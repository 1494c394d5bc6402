"""What the reports between levels say before their tables: what is counted, by which rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kg.analysis.gaps.coverage import CERTAIN, STATES, Coverage, State
from kg.analysis.gaps.words import GRADES, STATUSES
from kg.wording import Text

BASES = {
    "chain": Text("同一上下级链条", "one chain of governments"),
    "unknown-place": Text(
        "地区词表没有这个地方，因一并载入而比对，是否上下级请核对",
        "the gazetteer does not know the place; compared because both are loaded, please check",
    ),
    "person": Text("人工指定", "as a person asked for"),
}

_UNCERTAIN = Text(
    f"。把握不大：没有人确认，程序认为成立的可能不超过 {CERTAIN:.0%}（承接看“得分”，部分承接看"
    "“相关”），十对里可能有三对以上不成立；请先审核再引用",
    f". uncertain: nobody accepted it, and its chance is {CERTAIN:.0%} at most (the score of a "
    "covered pair, «related» of a partly covered one): three or more of ten may be wrong; review "
    "them before you quote",
)


def notes(coverage: Coverage, states: frozenset[str]) -> tuple[Text, ...]:
    """Return what is counted: tasks by state and by the rule for it, pairs by review state, how
    many of these are uncertain, and why both documents are compared.
    """
    basis = BASES[coverage.basis]
    return (
        _sentence(coverage),
        _by_people(coverage),
        _rule(coverage),
        _counted(coverage, states),
        *_uncertain(coverage),
        Text(
            "一条下级举措可对应几条任务；“对应”说的是内容相应，不是完成",
            "a lower measure may serve several tasks; that it corresponds does not say it is done",
        ),
        Text(f"比对的依据：{basis.zh}", f"why they are compared: {basis.en}"),
    )


def scores() -> Text:
    """Return what the two figures of a pair mean."""
    return Text(
        "得分：读者认为“承接”的可能；相关：读者认为至少“部分承接”的可能；都由程序估计，0–1",
        "score: the chance that readers would call it covered; related: the chance that they would "
        "call it at least partly covered; both estimated by the program, 0–1",
    )


def _sentence(coverage: Coverage) -> Text:
    counts = [(STATES[s], coverage.count(s)) for s in State]
    whole = len(coverage.items)
    return Text(
        f"上级任务 {whole} 项：" + "，".join(f"{word.zh} {n}" for word, n in counts),
        f"tasks of the upper document: {whole}; "
        + ", ".join(f"{word.en} {n}" for word, n in counts),
    )


def _rule(coverage: Coverage) -> Text:
    """By what rule a task with several measures is covered, and how much of them that means."""
    entries = sum(len(i.entries) for i in coverage.items)
    covered = [i for i in coverage.items if i.state is State.COVERED]
    met = sum(len(i.met) for i in covered)
    part = sum(len(i.met) < len(i.entries) for i in covered)
    return Text(
        f"任务的状态按最好的一对定：有一条举措承接，即为已承接。上级举措 {entries} 条中 {met} 条有"
        f"承接；已承接的任务中 {part} 项只有部分举措有承接",
        f"the best pair decides the state: one measure that is covered makes its task covered. "
        f"measures of the upper document that are covered: {met} of {entries}; covered tasks of "
        f"which some measures are not: {part}",
    )


def _uncertain(coverage: Coverage) -> Iterator[Text]:
    """How many of the pairs that count are uncertain, by grade."""
    counted = [a for item in coverage.items for a in item.counted]
    if not counted:
        return
    doubtful = 0
    zh, en = [], []
    for is_covered, word in ((True, GRADES["covered"]), (False, GRADES["partly"])):
        pairs = [a for a in counted if a.is_covered is is_covered]
        less = sum(a.is_uncertain for a in pairs)
        doubtful += less
        zh.append(f"{word.zh} {len(pairs)} 对（其中把握不大 {less} 对）")
        en.append(f"{word.en}: {len(pairs)} (uncertain: {less})")
    why = _UNCERTAIN if doubtful else Text("", "")
    yield Text(f"计入的对应：{'，'.join(zh)}{why.zh}", f"pairs that count: {', '.join(en)}{why.en}")


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
    zh, en = f"其中凭人工判断的 {whole} 项", f"of these as people judged: {whole}"
    if told:
        zh += "：" + "，".join(f"{word.zh} {n}" for n, word in told)
        en += ": " + ", ".join(f"{word.en} {n}" for n, word in told)
    if undecided := said.count(None):
        zh += f"；适用与否没有定论（过期、冲突）的 {undecided} 项，未采用"
        en += f"; judgements of what is applicable, stale or in conflict, not applied: {undecided}"
    return Text(zh, en)


def _counted(coverage: Coverage, states: frozenset[str]) -> Text:
    set_aside = {a.edge.id for item in coverage.items for a in item.set_aside}
    counts = Counter(a.standing for a in coverage.alignments if a.edge.id not in set_aside)
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
