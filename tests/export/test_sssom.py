"""Alignments as a mapping set that other programs read."""

from __future__ import annotations

import csv
from pathlib import Path

from kg.export.sssom import COLUMNS, write_sssom
from kg.model import Edge, Graph, Node
from kg.review.curie import key_of
from tests.cli.conftest import Kg
from tests.review.ledger_sample import ABOVE, LOWER_TEXTS, ONE, THREE, TWO, UPPER_TEXTS, edge


def graph(*edges: Edge) -> Graph:
    texts = LOWER_TEXTS | UPPER_TEXTS
    nodes = (Node(key, "Measure", {"text": text}) for key, text in sorted(texts.items()))
    return Graph(tuple(nodes), tuple(sorted(edges, key=lambda e: e.id)))


def judged(lower: str, status: str, **props: str) -> Edge:
    found = edge(lower, ABOVE)
    return Edge(lower, "ALIGNS_WITH", ABOVE, {**found.props, "status": status, **props})


def rows(path: Path) -> list[dict[str, str]]:
    lines = path.read_text("utf-8").splitlines()
    return list(csv.DictReader((x for x in lines if not x.startswith("#")), delimiter="\t"))


def test_every_alignment_of_measures_is_a_mapping(tmp_path: Path) -> None:
    path = tmp_path / "对应.tsv"
    tasks = Edge("任务", "ALIGNS_WITH", "另一任务", edge(ONE, ABOVE).props)
    edges = (
        judged(ONE, "suggested"),
        judged(TWO, "rejected", judged_by="张三、李四", judged_on="2025-03-01", comment="不\t同"),
        judged(THREE, "unsure", method="person"),
        tasks,
    )
    assert write_sssom(graph(*edges), path) == 3
    found = rows(path)
    assert tuple(found[0]) == COLUMNS
    assert [(key_of(r["subject_id"]), key_of(r["object_id"])) for r in found] == [
        (ONE, ABOVE), (TWO, ABOVE), (THREE, ABOVE),
    ]  # fmt: skip
    assert [r["predicate_id"] for r in found] == [
        "kgt:covers", "kgt:partly_covers", "kgt:covers",
    ]  # fmt: skip
    assert [r["predicate_modifier"] for r in found] == ["", "Not", ""]
    assert [r["review_status"] for r in found] == ["suggested", "rejected", "unsure"]
    assert [r["mapping_justification"] for r in found] == [
        *["semapv:LexicalSimilarityThresholdMatching"] * 2,
        "semapv:ManualMappingCuration",
    ]
    assert (found[0]["confidence"], found[0]["subject_label"]) == ("0.8", "开展专利转化。")
    assert (found[1]["reviewer_label"], found[1]["comment"]) == ("张三|李四", "不 同")
    first = path.read_bytes()
    write_sssom(graph(*reversed(edges)), path)
    assert path.read_bytes() == first


def test_control_characters_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    write_sssom(graph(judged(ONE, "accepted", comment="甲\x07\u2028乙")), path)
    assert rows(path)[0]["comment"] == "甲 乙"


def test_command_says_how_many(kg: Kg, workplace: Path) -> None:
    assert kg("build").code == 0
    outcome = kg("export", "sssom", "对应.tsv")
    number = len(rows(workplace / "对应.tsv"))
    assert number > 0
    assert (outcome.code, outcome.err) == (0, f"已写入 对应.tsv：对应 {number} 对\n")
    assert kg("export", "sssom", "a.tsv", "--lang", "en").err == (
        f"written to a.tsv: {number} mappings\n"
    )
    assert kg("export", "sssom", "无/a.tsv").code == 1
