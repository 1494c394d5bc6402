"""Values for the parameters of the named questions, that find something on each store."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kg.store.arguments import declared
from kg.store.cypher.engine import Parameter
from kg.store.queries import NamedQuery

TODAY = date(2026, 1, 1)
REAL = {
    "agency": "市科技局",
    "other": "榕城海关",
    "from_day": "2022-01-01",
    "to_day": "2025-12-31",
}
SAMPLE = {**REAL, "agency": "市科技局", "other": "市中级法院"}


def given(query: NamedQuery, values: Mapping[str, str]) -> dict[str, Parameter]:
    """Return the parameters of a question: the values it must have, and its defaults."""
    required = {p.name: values[p.name] for p in query.parameters if p.required}
    return declared(query, required, TODAY)
