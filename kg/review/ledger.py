"""The review ledger: every judgement, read whole or refused whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

from kg.errors import InputError, Problem
from kg.review.cells import (
    COMPARED,
    EXEMPT,
    comparison,
    comparison_cells,
    exemption,
    exemption_cells,
    judgement,
    judgement_cells,
)
from kg.review.faults import row_faults
from kg.review.judgement import Comparison, Exemption, Judgement
from kg.review.sheet import HEAD, read_rows, split_head, table
from kg.review.standing import agree, counting


@dataclass(frozen=True, slots=True)
class ReviewLedger:
    """What a ledger says.

    Parameters
    ----------
    name
        The file's, for faults.
    judgements, comparisons, exemptions
        Sorted, none twice: two ledgers that say the same are the same, whatever their order.
    head
        The metadata lines, as they stand in the file.
    """

    name: str
    judgements: tuple[Judgement, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    head: str = HEAD
    exemptions: tuple[Exemption, ...] = ()

    def with_rows(
        self,
        judgements: Iterable[Judgement] | None = None,
        comparisons: Iterable[Comparison] | None = None,
        exemptions: Iterable[Exemption] | None = None,
    ) -> ReviewLedger:
        """Return the ledger with other rows under the same head; kinds not given stay."""
        ours, documents, tasks = judgements, comparisons, exemptions
        return replace(
            self,
            judgements=self.judgements if ours is None else tuple(sorted(set(ours), key=_order)),
            comparisons=self.comparisons if documents is None else tuple(sorted(set(documents))),
            exemptions=self.exemptions if tasks is None else tuple(sorted(set(tasks))),
        )

    def between(self, lower_document: str, upper_document: str) -> tuple[Judgement, ...]:
        """Return the judgements on measures of two documents."""
        pair = (lower_document, upper_document)
        return tuple(j for j in self.judgements if (j.lower_document, j.upper_document) == pair)

    def exempting(self, lower_document: str, upper_document: str) -> tuple[Exemption, ...]:
        """Return what is said of the upper document's tasks and the lower document, or every
        lower one.
        """
        return tuple(e for e in self.exemptions if e.speaks_of(lower_document, upper_document))

    def wanted(self, lower_key: str, upper_key: str) -> bool | None:
        """Return whether people want two documents compared; None where nobody said so or
        several contradict each other.
        """
        pair = (lower_key, upper_key)
        rows = counting(c for c in self.comparisons if (c.lower_key, c.upper_key) == pair)
        return rows[0].wanted if rows and agree(rows) else None

    def digest(self, lower_document: str, upper_document: str) -> str:
        """Return a checksum of what was said about two documents; "" for nothing."""
        pair = (lower_document, upper_document)
        rows = (*self.between(*pair), *self.exempting(*pair))
        return sha256(repr(rows).encode("utf-8", "replace")).hexdigest() if rows else ""


def read_ledger(data: bytes, name: str) -> ReviewLedger:
    """Return what a file says.

    Raises
    ------
    InputError
        With every fault of the file, its line and column: an encoding other than UTF-8, an
        unknown or missing column, an id, word, hash, number or date that is none of the form, a
        measure or task outside of its document, a missing reviewer.
    """
    head, body = split_head(data, name)
    judgements: list[Judgement] = []
    comparisons: list[Comparison] = []
    exemptions: list[Exemption] = []
    faults: list[Problem] = []
    for found in read_rows(body, name, head.count("\n") + 1):
        if isinstance(found, Problem):
            faults.append(found)
            continue
        wrong = list(row_faults(found, name))
        faults.extend(wrong)
        if wrong:
            continue
        predicate = found.cells["predicate_id"]
        if predicate == COMPARED:
            comparisons.append(comparison(found.cells))
        elif predicate == EXEMPT:
            exemptions.append(exemption(found.cells))
        else:
            judgements.append(judgement(found.cells))
    if faults:
        raise InputError(*faults)
    return ReviewLedger(name, head=head or HEAD).with_rows(judgements, comparisons, exemptions)


def ledger_data(ledger: ReviewLedger) -> bytes:
    """Return the bytes of a ledger's file: the same for the same rows and head.

    Raises
    ------
    InputError
        When a cell holds what no cell can hold.
    """
    rows = [
        *map(comparison_cells, ledger.comparisons),
        *map(exemption_cells, ledger.exemptions),
        *map(judgement_cells, ledger.judgements),
    ]
    return (ledger.head + table(rows)).encode()


def _order(judgement: Judgement) -> tuple[str, ...]:
    """The upper document's order first: its tasks are what a reviewer goes through."""
    j = judgement
    confidence = "" if j.confidence is None else str(j.confidence)
    return (j.lower_document, j.upper_document, j.upper_key, j.lower_key, j.reviewer, j.date,
            j.verdict, j.grade, j.lower_hash, j.upper_hash, j.comment, confidence,
            j.lower_label, j.upper_label)  # fmt: skip
