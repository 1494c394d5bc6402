"""The records of the program, stage by stage: source → parsed → graph."""

from kg.model.graph import Contribution, Edge, EdgeId, Graph, Node, Props, Scalar, Value
from kg.model.issue import Issue, IssueCode, Severity
from kg.model.parsed import (
    Basis,
    Deadline,
    FrontMatter,
    Measure,
    ParsedDocument,
    Precision,
    Responsibility,
    Role,
    RowTally,
    Section,
    Task,
    Timing,
)
from kg.model.place import Place
from kg.model.source import Block, Cell, Paragraph, Row, Source, Stack

__all__ = [
    "Basis",
    "Block",
    "Cell",
    "Contribution",
    "Deadline",
    "Edge",
    "EdgeId",
    "FrontMatter",
    "Graph",
    "Issue",
    "IssueCode",
    "Measure",
    "Node",
    "Paragraph",
    "ParsedDocument",
    "Place",
    "Precision",
    "Props",
    "Responsibility",
    "Role",
    "Row",
    "RowTally",
    "Scalar",
    "Section",
    "Severity",
    "Source",
    "Stack",
    "Task",
    "Timing",
    "Value",
]
