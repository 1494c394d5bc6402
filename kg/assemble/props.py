"""Properties as stores hold them."""

from __future__ import annotations

from kg.model import Value


def known(**props: Value | None) -> dict[str, Value]:
    """Return the properties that are known: stores hold no nulls, and empty means not printed.

    Examples
    --------
    >>> known(title="任务清单", year=None, annex="")
    {'title': '任务清单'}
    """
    return {name: value for name, value in props.items() if value is not None and value != ""}
