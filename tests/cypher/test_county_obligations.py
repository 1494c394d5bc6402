"""What the counties have to do: collectives of counties, and no others."""

from __future__ import annotations

from pathlib import Path

from kg.model import Contribution, Edge, Node, Value
from kg.store import open_store
from kg.store.cypher import CypherEngine, open_engine
from tests.cypher.conftest import silent
from tests.cypher.reports import asked


def test_the_counties_obligations_are_those_of_their_dossier(real: CypherEngine) -> None:
    """No other collective among them: 其他成员单位 are departments."""
    rows = asked(real, "county-obligations", {})
    assert {row["agency"] for row in rows} == {"福州市各县（市）区人民政府"}
    assert len(rows) == 58


def test_county_collectives_are_told_by_what_they_stand_for(
    tmp_path: Path,
) -> None:
    bodies = {
        **dict.fromkeys(("各县（市、区）人民政府", "各区县教育局", "各市、县党委"), True),
        **dict.fromkeys(("各区人民政府", "各旗县林草局"), True),
        **dict.fromkeys(("各园区管委会", "市直有关部门", "各设区市人民政府"), False),
        **dict.fromkeys(("其他成员单位", "各开发区管委会", "各有关单位"), False),
    }
    own: dict[str, Value] = {"document_key": "清单"}
    file: dict[str, Value] = {"title": "清单", "genre": "task_list", "sha256": "0"}
    role: dict[str, Value] = {
        **own,
        **{"basis": "explicit", "role_text": "责任单位", "scope": "own", "place": "L1"},
    }
    path = str(tmp_path / "kg.db")
    nodes = (
        Node("清单", "Document", {**own, **file, "encoding": "utf-8"}),
        Node("清单#1", "Measure", {**own, "seq": 1, "text": "推进。", "place": "L1"}),
    )
    edges = [Edge("清单", "HAS_MEASURE", "清单#1", {**own, "seq": 1})]
    shared = []
    for order, name in enumerate(bodies, 1):
        full = f"海原市{name}"
        props: dict[str, Value] = {"name": full, "is_collective": True, "region": "海原市"}
        shared.append(Node(f"agency:{full}", "Agency", props))
        edge = {**role, "order": order, "as_printed": name}
        edges.append(Edge(f"agency:{full}", "ASSISTS", "清单#1", edge))
    with open_store(path) as store:
        store.write(Contribution("清单", nodes, tuple(edges), tuple(shared), lines=("推进。",)))
    with open_engine(path, {}, silent) as engine:
        found = {row["agency"] for row in asked(engine, "county-obligations", {})}
    assert found == {f"海原市{name}" for name, is_county in bodies.items() if is_county}
