"""Hand-made contributions, small and complete: what the store tests write."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Contribution, Edge, Graph, Linkage, Node, Value

CITY = "榕知发〔2022〕7号"
PROVINCE = "闽知发〔2025〕14号"
MEASURES = (
    "加强专利、商标质押融资，推动“知惠贷”等产品落地。",
    "贯彻落实《知识产权强国建设纲要（2021－2035年）》",
    "建设 PCT 国际专利申请“一站式”服务窗口",
)
MARKET = "市市场监督管理局（知识产权局）"
FINANCE = "市金融监管局"
COUNTIES = "各县（市）区政府"


def document(
    key: str = CITY,
    measures: Sequence[str] = MEASURES,
    agencies: Sequence[str] = (MARKET, FINANCE),
    title: str = "任务分解表",
    **props: Value,
) -> Contribution:
    """Return a document with one task, its measures, one line for each after the title line.

    The first agency leads each measure, the others assist; all of them are shared nodes and
    members of the collective body, which makes shared edges.
    """
    own: dict[str, Value] = {"document_key": key}
    task = f"{key}#1"
    nodes = [
        Node(
            key,
            "Document",
            own
            | {"title": title, "genre": "breakdown_table", "sha256": "0" * 64, "encoding": "utf-8"}
            | props,
        ),
        Node(task, "Task", own | {"title": "知识产权运用", "seq": 1, "place": "L1"}),
    ]
    edges = [Edge(key, "HAS_TASK", task, own | {"seq": 1})]
    for seq, text in enumerate(measures, 1):
        measure, place = f"{task}.{seq}", f"L{seq + 1}"
        nodes.append(Node(measure, "Measure", own | {"seq": seq, "text": text, "place": place}))
        edges.append(Edge(task, "HAS_MEASURE", measure, own | {"seq": seq}))
        edges += [_role(own, name, measure, order) for order, name in enumerate(agencies)]
    return Contribution(
        key,
        tuple(nodes),
        tuple(edges),
        (*map(agency, agencies), agency(COUNTIES, is_collective=True)),
        tuple(Edge(_key(n), "MEMBER_OF", _key(COUNTIES), {"basis": "explicit"}) for n in agencies),
        (title, *measures),
    )


def linkage(
    lower: str = CITY, upper: str = PROVINCE, pairs: Sequence[tuple[int, int]] = ((1, 1),)
) -> Linkage:
    """Return what joins two documents of :func:`document`: their tasks, and pairs of measures."""
    own: dict[str, Value] = {"document_key": lower, "upper_document_key": upper}
    found: dict[str, Value] = own | {"status": "suggested", "method": "concepts", "score": 0.75}
    edges = [
        Edge(lower, "COMPARED_WITH", upper, own | {"basis": "chain", "stamp": "0" * 64}),
        Edge(f"{lower}#1", "ALIGNS_WITH", f"{upper}#1", found | {"grade": "partly"}),
    ]
    edges += [
        Edge(f"{lower}#1.{low}", "ALIGNS_WITH", f"{upper}#1.{up}", found | {"grade": "covered"})
        for low, up in pairs
    ]
    return Linkage(lower, upper, tuple(sorted(edges, key=lambda edge: edge.id)))


def expected(*contributions: Contribution, linked: Sequence[Linkage] = ()) -> Graph:
    """Return the graph that holds these contributions and linkages and nothing else."""
    nodes = {n.key: n for c in contributions for n in (*c.nodes, *c.shared_nodes)}
    edges = {e.id: e for c in contributions for e in (*c.edges, *c.shared_edges)}
    edges |= {e.id: e for joined in linked for e in joined.edges}
    return Graph(
        tuple(nodes[key] for key in sorted(nodes)), tuple(edges[key] for key in sorted(edges))
    )


def agency(name: str, **props: Value) -> Node:
    """Return the shared node of a body."""
    return Node(_key(name), "Agency", {"name": name, "is_collective": False, **props})


def _key(name: str) -> str:
    return f"agency:{name}"


def _role(own: dict[str, Value], name: str, measure: str, order: int) -> Edge:
    return Edge(
        _key(name),
        "ASSISTS" if order else "LEADS",
        measure,
        own
        | {
            "basis": "explicit",
            "role_text": "责任单位" if order else "牵头单位",
            "order": max(order, 1),
            "as_printed": name,
            "scope": "own",
            "place": "L2:3",
        },
    )
