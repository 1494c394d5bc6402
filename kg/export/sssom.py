"""Alignments of measures as an SSSOM mapping set, for programs that read such files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kg import __version__
from kg.model import Edge, Graph, Node
from kg.render.files import write_file
from kg.review.curie import KEY_BASE, KEY_PREFIX, TERM_BASE, TERM_PREFIX, curie
from kg.review.sheet import JUSTIFICATION, SLOTS, table

COLUMNS = (*SLOTS, "review_status")
_JUSTIFICATIONS = {
    "person": JUSTIFICATION,
    "words": "semapv:LexicalSimilarityThresholdMatching",
    "concepts": "semapv:CompositeMatching",
}
_PREDICATES = {"covered": f"{TERM_PREFIX}:covers", "partly": f"{TERM_PREFIX}:partly_covers"}
_HEAD = f"""\
#curie_map:
#  {KEY_PREFIX}: "{KEY_BASE}"
#  {TERM_PREFIX}: "{TERM_BASE}"
#  semapv: "https://w3id.org/semapv/vocab/"
#mapping_set_id: "https://policy-task-kg.invalid/alignments"
#mapping_set_title: "上下级举措对应"
#mapping_tool: "policy-task-kg"
#mapping_tool_version: "{__version__}"
#license: "https://w3id.org/sssom/license/unspecified"
#extension_definitions:
#  - slot_name: review_status
#    property: "{TERM_PREFIX}:review_status"
#    type_hint: "xsd:string"
"""


def write_sssom(graph: Graph, path: Path) -> int:
    """Write the alignments of measures as one SSSOM file and return how many there are.

    Subject is the lower measure, object the upper one. ``confidence`` is the program's score,
    ``review_status`` what people made of it; what they rejected carries ``Not``. Rows are sorted
    by lower and upper key.

    Raises
    ------
    kg.render.files.OutputError
        When the file cannot be written; an older one is left as it was.
    """
    measures = {node.key: node for node in graph.nodes if node.label == "Measure"}
    rows = list(_rows(graph, measures))
    write_file(path, (_HEAD + table(rows, COLUMNS)).encode())
    return len(rows)


def _rows(graph: Graph, measures: Mapping[str, Node]) -> Iterator[Mapping[str, str]]:
    for edge in graph.edges:
        if edge.type == "ALIGNS_WITH" and edge.src in measures and edge.dst in measures:
            yield _row(edge, measures[edge.src], measures[edge.dst])


def _row(edge: Edge, lower: Node, upper: Node) -> Mapping[str, str]:
    props = edge.props
    rejected = props["status"] == "rejected"
    return {
        "subject_id": curie(lower.key),
        "subject_label": _line(lower.props["text"]),
        # What is rejected is that it corresponds at all: not even partly.
        "predicate_id": _PREDICATES["partly" if rejected else str(props["grade"])],
        "predicate_modifier": "Not" if rejected else "",
        "object_id": curie(upper.key),
        "object_label": _line(upper.props["text"]),
        "mapping_justification": _JUSTIFICATIONS[str(props["method"])],
        "subject_source": curie(str(props["document_key"])),
        "object_source": curie(str(props["upper_document_key"])),
        "confidence": str(props.get("score", "")),
        "reviewer_label": _line(props.get("judged_by", "")).replace("、", "|"),
        "mapping_date": str(props.get("judged_on", "")),
        "comment": _line(props.get("comment", "")),
        "review_status": str(props["status"]),
    }


def _line(value: object) -> str:
    """Return a text as one line without control characters: the file is read line by line."""
    words = " ".join(str(value).split())
    return "".join(c for c in words if c.isprintable())
