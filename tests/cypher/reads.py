"""Random read queries over the schema: bounded, ordered in full, the same for the same seed."""

from __future__ import annotations

from random import Random

from kg.schema import EDGE_TYPES, NODES, EdgeType, Kind, NodeType, Property

ROWS = 50
_WORDS = ("专利", "商标", "市", "局", "加强", "explicit", "own", "2025", "一")
_AGGREGATES = ("count({0})", "count(DISTINCT {0})", "min({0})", "max({0})")
_ORDERED = {Kind.TEXT, Kind.DATE, Kind.INTEGER}
_TYPES = tuple(t for t in EDGE_TYPES if "*" not in {end for pair in t.endpoints for end in pair})


def reads(seed: int, count: int) -> tuple[str, ...]:
    """Return some queries, no two the same."""
    random = Random(seed)  # noqa: S311 - no secret, and the same each time
    found: dict[str, None] = {}
    while len(found) < count:
        found[_read(random)] = None
    return tuple(found)


def _read(random: Random) -> str:
    typed = (_nodes, _edges, _edges, _grouped, _grouped, _optional, _chain, _counted)
    untyped = (_any_node, _any_edge, _any_count, _names, _names, _whole, _whole)
    return random.choice(typed + untyped)(random)


def _nodes(random: Random) -> str:
    node_type = random.choice(tuple(NODES.values()))
    prop = _property(random, node_type)
    return (
        f"MATCH (a:{node_type.label}){_where(random, 'a', node_type)} "
        f"RETURN a.key AS key, a.{prop} AS value ORDER BY key {_cut(random)}"
    )


def _edges(random: Random) -> str:
    kind, source, target = _ends(random)
    distinct = random.choice(("", "DISTINCT "))
    return (
        f"MATCH (a:{source.label}){_arrow(random, kind)}(b:{target.label})"
        f"{_where(random, 'a', source)} "
        f"RETURN {distinct}a.key AS a_key, b.key AS b_key, b.{_property(random, target)} AS value "
        f"ORDER BY a_key, b_key, value {_cut(random)}"
    )


def _grouped(random: Random) -> str:
    kind, source, target = _ends(random)
    aggregate = random.choice(_AGGREGATES).format(f"b.{_property(random, target)}")
    return (
        f"MATCH (a:{source.label}){_arrow(random, kind)}(b:{target.label})"
        f"{_where(random, 'b', target)} "
        f"WITH a.{_property(random, source)} AS name, {aggregate} AS value "
        f"RETURN name, value ORDER BY name, value {_cut(random)}"
    )


def _optional(random: Random) -> str:
    kind, source, target = _ends(random)
    return (
        f"MATCH (a:{source.label}) OPTIONAL MATCH (a){_arrow(random, kind)}(b:{target.label})"
        f"{_where(random, 'b', target)} "
        f"WITH a, b ORDER BY b.key WITH a, collect(b.key) AS keys "
        f"RETURN a.key AS key, size(keys) AS n, keys[0] AS first, keys[0..2] AS some "
        f"ORDER BY n DESC, key {_cut(random)}"
    )


def _chain(random: Random) -> str:
    """Two edges that meet at a measure."""
    return (
        f"MATCH (a:Agency)-[r:{random.choice(('LEADS', 'ASSISTS', 'LEADS|ASSISTS'))}]->(m:Measure)"
        f"<-[:HAS_MEASURE]-(t) WHERE r.basis = '{random.choice(('explicit', 'inferred'))}' "
        f"RETURN labels(t) AS labels, a.name AS name, type(r) AS type, count(DISTINCT t) AS n, "
        f"sum(r.order) AS orders ORDER BY n DESC, name, type, labels[0] {_cut(random)}"
    )


def _counted(random: Random) -> str:
    kind, source, target = _ends(random)
    negated = random.choice(("", "NOT "))
    return (
        f"MATCH (a:{source.label}) WHERE {negated}EXISTS {{ "
        f"(a){_arrow(random, kind)}(b:{target.label}) }} "
        f"RETURN a.{_property(random, source)} AS value, count(*) AS n "
        f"ORDER BY n DESC, value {_cut(random)}"
    )


def _any_node(random: Random) -> str:
    """Nodes of any label: nothing but the graph may be there."""
    word = random.choice(_WORDS)
    test = random.choice(
        (
            "",
            f" WHERE n.key CONTAINS '{word}'",
            " WHERE NOT (n)--()",
            f" WHERE n.{_name(random)} > 1",
        )
    )
    return random.choice(
        (
            f"MATCH (n){test} RETURN n.key AS key, labels(n) AS labels ORDER BY key {_cut(random)}",
            f"MATCH (n){test} UNWIND labels(n) AS label "
            f"RETURN label, count(*) AS n ORDER BY n DESC, label {_cut(random)}",
            f"MATCH (n){test} OPTIONAL MATCH (n)-[r]->(m) "
            f"RETURN n.key AS key, count(r) AS n, min(m.key) AS first "
            f"ORDER BY n DESC, key {_cut(random)}",
        )
    )


def _any_edge(random: Random) -> str:
    """Edges of any type, between nodes of any label."""
    arrow = random.choice(("-[r]->", "<-[r]-", "-[r]-"))
    return random.choice(
        (
            f"MATCH (a){arrow}(b) RETURN labels(a)[0] AS a, type(r) AS type, labels(b)[0] AS b, "
            f"count(*) AS n ORDER BY n DESC, a, type, b {_cut(random)}",
            f"MATCH (a){arrow}(b) RETURN a.key AS a, type(r) AS type, b.key AS b, "
            f"r.start AS start ORDER BY a, type, b, start {_cut(random)}",
            f"MATCH (a)-[r1]->(b)-[r2]->(c) RETURN type(r1) AS one, type(r2) AS two, "
            f"count(*) AS n ORDER BY n DESC, one, two {_cut(random)}",
        )
    )


def _any_count(random: Random) -> str:
    return random.choice(
        (
            "MATCH (n) RETURN count(*) AS n",
            "MATCH (n) RETURN count(n) AS n, count(DISTINCT n) AS different",
            "MATCH ()-[r]->() RETURN count(*) AS n, count(r) AS edges",
            "MATCH (n)--() RETURN count(DISTINCT n) AS n",
            f"MATCH (n) WHERE n.{_name(random)} IS NOT NULL RETURN count(*) AS n",
        )
    )


def _names(random: Random) -> str:
    """What properties there are."""
    what = random.choice(("(n)", f"(n:{random.choice(tuple(NODES))})", "()-[n]->()"))
    return random.choice(
        (
            f"MATCH {what} UNWIND keys(n) AS name "
            f"RETURN name, count(*) AS n ORDER BY n DESC, name {_cut(random)}",
            f"MATCH {what} UNWIND keys(properties(n)) AS name WITH DISTINCT name "
            f"RETURN name ORDER BY name {_cut(random)}",
            f"MATCH {what} WHERE size(keys(n)) > {random.randint(3, 9)} RETURN count(*) AS n",
        )
    )


def _whole(random: Random) -> str:
    """Nodes and edges as they are."""
    kind, source, target = _ends(random)
    node = random.choice(("(n)", f"(n:{random.choice(tuple(NODES))})"))
    value = random.choice(("n", "properties(n)", "n {.*}"))
    pattern = f"(a:{source.label})-[n:{kind.type}]->(b:{target.label})"
    order = "a.key, b.key, n.start"
    return random.choice(
        (
            f"MATCH {node} WITH n ORDER BY n.key {_cut(random)} RETURN {value} AS value",
            f"MATCH {pattern} WITH n, a, b ORDER BY {order} {_cut(random)} "
            f"RETURN {random.choice(('n', 'properties(n)'))} AS value",
            f"MATCH p = {pattern} WITH n, a, b, p ORDER BY {order} {_cut(random)} RETURN p",
        )
    )


def _name(random: Random) -> str:
    node_type = random.choice(tuple(NODES.values()))
    return random.choice(node_type.properties).name


def _ends(random: Random) -> tuple[EdgeType, NodeType, NodeType]:
    kind = random.choice(_TYPES)
    source, target = random.choice(kind.endpoints)
    return kind, NODES[source], NODES[target]


def _arrow(random: Random, kind: EdgeType) -> str:
    return random.choice((f"-[:{kind.type}]->", f"-[:{kind.type}]->", f"-[:{kind.type}]-"))


def _where(random: Random, name: str, node_type: NodeType) -> str:
    prop = _chosen(random, node_type)
    path = f"{name}.{prop.name}"
    if prop.kind is Kind.INTEGER:
        tests = [f"{path} >= {random.randint(0, 5)}", f"{path} % 2 = 0"]
    else:
        word = random.choice(_WORDS)
        tests = [f"{path} CONTAINS '{word}'", f"{path} STARTS WITH '{word}'", f"{path} < '{word}'"]
    tests += [f"{path} IS NOT NULL", f"{path} IS NULL", f"NOT {tests[0]}"]
    both = f"{random.choice(tests)} {random.choice(('AND', 'OR'))} {random.choice(tests)}"
    return random.choice(("", "", f" WHERE {random.choice(tests)}", f" WHERE {both}"))


def _property(random: Random, node_type: NodeType) -> str:
    return _chosen(random, node_type).name


def _chosen(random: Random, node_type: NodeType) -> Property:
    return random.choice([p for p in node_type.properties if p.kind in _ORDERED])


def _cut(random: Random) -> str:
    return random.choice((f"LIMIT {ROWS}", f"SKIP 1 LIMIT {ROWS}", "LIMIT 3"))
