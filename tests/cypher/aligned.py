"""Documents of three levels of an invented place with alignments in every state: what the questions
about alignment are asked of.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from random import Random

from kg.comparison.applicability import own_business_keys
from kg.comparison.edges import Ends, compared, of_tasks
from kg.model import Contribution, Edge, Linkage, Node, Value

NATION = "华知发〔2024〕1号"
PROVINCE = "山知发〔2025〕2号"
CITY = "澄知发〔2023〕7号"
COUNTY = "临知发〔2024〕9号"
ALONE = "别县任务清单2024"
CROWD = "云知发〔2025〕"
SEED, LOWER = 20251122, 10
OWN_PLAN = "编制全省知识产权“十五五”规划。"
"""What by rule is the upper level's own business."""

MARKET, SCIENCE = "澄湖市市场监督管理局", "澄湖市科学技术局"

# What stands below each heading; a heading without a number is the document itself.
_OUTLINES: dict[str, tuple[str, ...]] = {
    NATION: ("1#1", "1#2"),
    PROVINCE: ("#1", "一/1#1", "一/1#2", "一/2#1", "二/3", "二#1", "三/4#1", "三/5#1"),
    CITY: ("一/1#1", "一/1#2", "一/2#1", "一/2#2", "#1"),
    COUNTY: ("1#1", "1#2"),
    ALONE: ("1#1",),
}
_LEVELS = {NATION: "national", PROVINCE: "province", CITY: "city", COUNTY: "county"}
_LEVELS[f"{CROWD}0号"] = "province"
_ORDER = ("一", "二", "三")
_GRADES = ("covered", "partly")
_STATES = ("accepted", "suggested", "stale", "unsure", "rejected")
_DAYS = ("2024-01-01", "2024-12-31", "2025-06-30", "2025-12-31")


def documents() -> tuple[Contribution, ...]:
    """Return the documents; nobody has compared the last one."""
    return tuple(_document(key, parts) for key, parts in _OUTLINES.items())


def linkages() -> tuple[Linkage, ...]:
    """Return what joins them; the county is compared with the nation, and nothing was found."""
    return (
        _linkage(PROVINCE, NATION, (("一/1#1", "1#1", "covered", "accepted", 0.97),)),
        _linkage(
            CITY,
            PROVINCE,
            (
                ("一/1#1", "一/1#1", "covered", "accepted", 0.9),
                ("一/1#1", "一/1#2", "covered", "suggested", 0.5),
                ("一/1#2", "一/2#1", "partly", "stale", 0.4),
                ("一/1#2", "三/4#1", "covered", "unsure", 0.6),
                ("一/2#1", "三/5#1", "covered", "rejected", 0.8),
                ("#1", "#1", "covered", "suggested", 0.95),
                ("#1", "二#1", "partly", "accepted", None),
            ),
            (("一/1", "exempt", "conflict"), ("二/3", "exempt", "stale"), ("三/5", "exempt", "")),
        ),
        _linkage(
            COUNTY,
            PROVINCE,
            (
                ("1#1", "三/4#1", "covered", "suggested", 0.31),
                ("1#1", "一/1#1", "partly", "suggested", 0.05),
            ),
            (("三/4", "exempt", ""), ("#1", "exempt", ""), ("二/3", "meant", "")),
        ),
        _linkage(COUNTY, NATION, ()),
    )


def crowd() -> tuple[tuple[Contribution, ...], tuple[Linkage, ...]]:
    """Return an upper document and some lower ones with random alignments, always the same."""
    random = Random(SEED)  # noqa: S311 - no secret, and the same each time
    keys = [f"{CROWD}{n}号" for n in range(LOWER + 1)]
    found = [_document(key, _random_outline(random)) for key in keys]
    above, *below = found
    above = found[0] = _with_own_plans(random, above)
    own = own_business_keys(above)
    pairs = tuple(
        _linkage(
            one.document_key,
            above.document_key,
            _random_pairs(random, one, above),
            _random_words(random, above),
            own,
        )
        for one in below
    )
    return tuple(found), pairs


def _with_own_plans(random: Random, upper: Contribution) -> Contribution:
    """Let some tasks of an upper document ask for its own plan and nothing else."""
    own = {n.key for n in upper.nodes if n.label == "Task" and random.random() < 0.5}
    nodes = tuple(
        replace(n, props={**n.props, "text": OWN_PLAN})
        if n.label == "Measure" and n.key.rpartition("#")[0] in own
        else n
        for n in upper.nodes
    )
    return replace(upper, nodes=nodes)


def _random_outline(random: Random) -> tuple[str, ...]:
    parts = (f"{s}/{t}" for s in _ORDER for t in range(1, 4))
    tasks = [part for part in parts if random.random() < 0.8]
    measures = [f"{task}#{n}" for task in tasks for n in range(1, random.randint(1, 4))]
    loose = [f"{h}#{n}" for h in ("", *_ORDER) for n in (1, 2) if random.random() < 0.3]
    return (*tasks, *measures, *loose)


def _random_pairs(
    random: Random, lower: Contribution, upper: Contribution
) -> Iterable[tuple[str, str, str, str, float | None]]:
    for one in _measures(lower):
        for other in _measures(upper):
            if random.random() < 0.06:
                score = random.choice((None, round(random.random(), 4)))
                yield one, other, random.choice(_GRADES), random.choice(_STATES), score


def _random_words(random: Random, upper: Contribution) -> Iterable[tuple[str, str, str]]:
    loose = {m for m in _measures(upper) if not _is_task(key_of("", m).rpartition("#")[0])}
    for part in sorted({m if m in loose else m.rpartition("#")[0] for m in _measures(upper)}):
        if random.random() < 0.3:
            yield part, random.choice(("exempt", "meant")), random.choice(("", "", "stale"))


def _measures(contribution: Contribution) -> list[str]:
    owner = contribution.document_key
    keys = (n.key for n in contribution.nodes if n.label == "Measure")
    return [key.removeprefix(owner).removeprefix("/") for key in keys]


def key_of(document: str, part: str) -> str:
    """Return the key of a part of a document.

    Examples
    --------
    >>> key_of("山知发〔2025〕2号", "一/1#1"), key_of("山知发〔2025〕2号", "#1")
    ('山知发〔2025〕2号/一/1#1', '山知发〔2025〕2号#1')
    """
    return document + part if part[:1] in {"", "#"} else f"{document}/{part}"


def _document(key: str, parts: Iterable[str]) -> Contribution:
    known: dict[str, Node] = {}
    edges: dict[tuple[str, str], Edge] = {}
    for part in ("", *parts):
        _add(key, part, known, edges)
    extra = _facts(key, [n.key for n in known.values() if n.label == "Measure"])
    return Contribution(
        key, tuple(known.values()), (*edges.values(), *extra), _shared(), lines=(key,)
    )


def _add(key: str, part: str, known: dict[str, Node], edges: dict[tuple[str, str], Edge]) -> None:
    """Add a part and the headings above it."""
    own: dict[str, Value] = {"document_key": key}
    if part in known:
        return
    heading, hash_, number = part.partition("#")
    above, _, last = heading.rpartition("/") if not hash_ else (heading, "", number)
    if not part:
        props: dict[str, Value] = {"title": f"{key}的任务", "doc_no": key, "genre": "inline"}
        level = {"level": _LEVELS[key]} if key in _LEVELS else {}
        file: dict[str, Value] = {"sha256": "0" * 64, "encoding": "utf-8", **level}
        known[part] = Node(key, "Document", {**own, **props, **file})
        return
    _add(key, above, known, edges)
    label = "Measure" if hash_ else "Section" if last in _ORDER else "Task"
    seq = _ORDER.index(last) + 1 if label == "Section" else int(last)
    words = {"text" if hash_ else "title": f"{key}的{part}"}
    place: dict[str, Value] = {"seq": seq, "place": "L1"}
    known[part] = Node(key_of(key, part), label, {**own, **words, **place})
    kind = f"HAS_{label.upper()}"
    edges[above, part] = Edge(key_of(key, above), kind, key_of(key, part), {**own, "seq": seq})


def _facts(key: str, measures: list[str]) -> list[Edge]:
    """Deadlines, leads and sources: the city's by hand, others have one day after the other."""
    if key == PROVINCE:
        return [
            _source(PROVINCE, "instrument:强国纲要", "《强国纲要》"),
            _source(PROVINCE, "instrument:华国工作指引", "《华国工作指引》"),
        ]
    if key != CITY:
        return [_due(key, m, _DAYS[i % len(_DAYS)], "measure") for i, m in enumerate(measures)]
    first, second, third = (key_of(CITY, part) for part in ("一/1#1", "一/1#2", "一/2#1"))
    return [
        _due(CITY, first, "2024-12-31", "measure"),
        _due(CITY, first, "2025-06-30", "measure"),
        _due(CITY, second, "2024-12-31", "measure"),
        _due(CITY, second, "2025-12-31", "clause"),
        _due(CITY, third, "2024-01-01", "measure"),
        _due(CITY, key_of(CITY, "#1"), "2024-01-01", "clause"),
        _lead(CITY, SCIENCE, first, 2, "explicit"),
        _lead(CITY, MARKET, first, 1, "explicit"),
        _lead(CITY, MARKET, key_of(CITY, "一/2#2"), 1, "inferred"),
    ]


def _shared() -> tuple[Node, ...]:
    return (
        *(Node(f"deadline:{d}", "Deadline", {"due_on": d, "precision": "day"}) for d in _DAYS),
        *(
            Node(f"agency:{name}", "Agency", {"name": name, "is_collective": False})
            for name in (MARKET, SCIENCE)
        ),
        *(
            Node(f"instrument:{title}", "Instrument", {"title": title})
            for title in ("强国纲要", "华国工作指引")
        ),
    )


def _due(key: str, measure: str, day: str, scope: str) -> Edge:
    props: dict[str, Value] = {"document_key": key, "text": day, "scope": scope}
    return Edge(measure, "DUE", f"deadline:{day}", props)


def _lead(key: str, name: str, measure: str, order: int, basis: str) -> Edge:
    props: dict[str, Value] = {
        "document_key": key,
        "basis": basis,
        "role_text": "牵头单位",
        "order": order,
        "as_printed": name,
        "scope": "own",
        "place": "L1",
    }
    return Edge(f"agency:{name}", "LEADS", measure, props)


def _source(key: str, target: str, words: str) -> Edge:
    props: dict[str, Value] = {"document_key": key, "basis": "explicit", "text": words}
    return Edge(key, "DERIVES_FROM", target, props)


def _linkage(
    lower: str,
    upper: str,
    pairs: Iterable[tuple[str, str, str, str, float | None]],
    words: Iterable[tuple[str, str, str]] = (),
    own_business: tuple[str, ...] = (),
) -> Linkage:
    ends = Ends(lower, upper)
    aligned = [
        Edge(
            key_of(lower, below),
            "ALIGNS_WITH",
            key_of(upper, above),
            {**ends.owners, **_judged(grade, status, score)},
        )
        for below, above, grade, status, score in pairs
    ]
    measures = (key for edge in aligned for key in (edge.src, edge.dst))
    task_of = {key: task for key in measures if _is_task(task := key.rpartition("#")[0])}
    edges = [compared(ends, "chain", "stamp", own_business), *aligned, *of_tasks(aligned, task_of)]
    edges += (
        Edge(lower, "EXEMPT_FROM", key_of(upper, part), {**ends.owners, **_said(judged, open_)})
        for part, judged, open_ in words
    )
    if (lower, upper) == (PROVINCE, NATION):
        props = {**ends.owners, "basis": "explicit", "text": "《华国工作指引》"}
        edges.append(Edge(lower, "DERIVES_FROM", upper, props))
    return Linkage(lower, upper, tuple(sorted(edges, key=lambda e: e.id)))


def _said(judged: str, open_: str) -> dict[str, Value]:
    """A person's word on a task; ``open_`` is why nothing is decided, if so."""
    decided: dict[str, Value] = {} if open_ else {"exempt": judged == "exempt"}
    return {"status": open_ or "applied", "judged": judged, "judged_by": "甲", **decided}


def _is_task(key: str) -> bool:
    return key.rpartition("/")[2].isdigit()


def _judged(grade: str, status: str, score: float | None) -> dict[str, Value]:
    props: dict[str, Value] = {"grade": grade, "status": status, "method": "concepts"}
    if score is None:
        props["method"] = "person"
    else:
        props |= {
            "score": score,
            "related": round(score**0.5, 4),
            "reasons": '{"terms": [{"weight": 2.5, "words": "专利"}]}',
            "lower_quote": "下级原文",
            "upper_quote": "上级原文",
        }
    if status != "suggested":
        judged = "accepted" if status == "stale" else status
        props |= {"judged": judged, "judged_by": "甲", "judged_on": "2025-11-01"}
        props |= {"comment": "对象不同"} if status == "rejected" else {}
    return props
