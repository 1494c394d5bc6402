"""Documents from one store into another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Node
from kg.store.base import Store


@dataclass(frozen=True, slots=True)
class Copied:
    """A document that the other store now holds; ``changed`` is False when it already did."""

    document: Node
    changed: bool


def copied(source: Store, target: Store) -> Iterator[Copied]:
    """Yield each document of a store, sorted by key, once another store holds it.

    Each is one transaction of the other store; what that store holds besides stays. What joins
    documents follows when the last document is there.
    """
    for document in source.documents():
        contribution = source.contribution(document.key)
        if contribution is not None:  # else withdrawn since we asked
            yield Copied(document, target.write(contribution))
    for linkage in source.linkages():
        target.link(linkage)
