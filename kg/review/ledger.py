"""The review ledger: every judgement, read whole or refused whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from kg.errors import InputError, Problem
from kg.review.curie import TERM_PREFIX, curie, key_of
from kg.review.faults import row_faults
from kg.review.judgement import Comparison, Grade, Judgement, Verdict
from kg.review.sheet import HEAD, JUSTIFICATION, read_rows, split_head, table
from kg.review.standing import agree, counting

PREDICATES: Mapping[str, Grade] = {
    f"{TERM_PREFIX}:covers": Grade.COVERED,
    f"{TERM_PREFIX}:partly_covers": Grade.PARTLY,
}
COMPARED = f"{TERM_PREFIX}:compared_with"
_PREDICATE_OF = {grade: predicate for predicate, grade in PREDICATES.items()}
_NOT = "Not"
_TRUTHS = {"": False, "false": False, "true": True}


@dataclass(frozen=True, slots=True)
class ReviewLedger:
    """What a ledger says.

    Parameters
    ----------
    name
        The file's, for faults.
    judgements, comparisons
        Sorted, none twice: two ledgers that say the same are the same, whatever their order.
    head
        The metadata lines, as they stand in the file.
    """

    name: str
    judgements: tuple[Judgement, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    head: str = HEAD

    def with_rows(
        self, judgements: Iterable[Judgement], comparisons: Iterable[Comparison] = ()
    ) -> ReviewLedger:
        """Return the ledger with other rows under the same head."""
        return replace(
            self,
            judgements=tuple(sorted(set(judgements), key=_order)),
            comparisons=tuple(sorted(set(comparisons))),
        )

    def between(self, lower_document: str, upper_document: str) -> tuple[Judgement, ...]:
        """Return the judgements on measures of two documents."""
        pair = (lower_document, upper_document)
        return tuple(j for j in self.judgements if (j.lower_document, j.upper_document) == pair)

    def wanted(self, lower_key: str, upper_key: str) -> bool | None:
        """Return whether people want two documents compared; None where nobody said so or
        several contradict each other.
        """
        pair = (lower_key, upper_key)
        rows = counting(c for c in self.comparisons if (c.lower_key, c.upper_key) == pair)
        return rows[0].wanted if rows and agree(rows) else None

    def digest(self, lower_document: str, upper_document: str) -> str:
        """Return a checksum of what was said about two documents; "" for nothing."""
        rows = self.between(lower_document, upper_document)
        return sha256(repr(rows).encode("utf-8", "replace")).hexdigest() if rows else ""


def read_ledger(data: bytes, name: str) -> ReviewLedger:
    """Return what a file says.

    Raises
    ------
    InputError
        With every fault of the file, its line and column: an encoding other than UTF-8, an
        unknown or missing column, an id, word, hash, number or date that is none of the form, a
        measure outside of its document, a missing reviewer.
    """
    head, body = split_head(data, name)
    judgements: list[Judgement] = []
    comparisons: list[Comparison] = []
    faults: list[Problem] = []
    for found in read_rows(body, name, head.count("\n") + 1):
        if isinstance(found, Problem):
            faults.append(found)
            continue
        wrong = list(row_faults(found, name, tuple(PREDICATES), COMPARED))
        faults.extend(wrong)
        if wrong:
            continue
        if found.cells["predicate_id"] == COMPARED:
            comparisons.append(_comparison(found.cells))
        else:
            judgements.append(_judgement(found.cells))
    if faults:
        raise InputError(*faults)
    return ReviewLedger(name, head=head or HEAD).with_rows(judgements, comparisons)


def ledger_data(ledger: ReviewLedger) -> bytes:
    """Return the bytes of a ledger's file: the same for the same rows and head.

    Raises
    ------
    InputError
        When a cell holds what no cell can hold.
    """
    rows = [
        *map(_comparison_cells, ledger.comparisons),
        *map(_judgement_cells, ledger.judgements),
    ]
    return (ledger.head + table(rows)).encode()


def _order(judgement: Judgement) -> tuple[str, ...]:
    """The upper document's order first: its tasks are what a reviewer goes through."""
    j = judgement
    confidence = "" if j.confidence is None else str(j.confidence)
    return (j.lower_document, j.upper_document, j.upper_key, j.lower_key, j.reviewer, j.date,
            j.verdict, j.grade, j.lower_hash, j.upper_hash, j.comment, confidence,
            j.lower_label, j.upper_label)  # fmt: skip


def _judgement(cells: Mapping[str, str]) -> Judgement:
    verdict = Verdict.REJECTED if cells["predicate_modifier"] else Verdict.ACCEPTED
    return Judgement(
        lower_document=_key(cells["subject_source"]),
        lower_key=_key(cells["subject_id"]),
        upper_document=_key(cells["object_source"]),
        upper_key=_key(cells["object_id"]),
        reviewer=cells["reviewer_label"].strip(),
        date=cells["mapping_date"],
        verdict=Verdict.UNSURE if _TRUTHS[cells["unsure"].lower()] else verdict,
        grade=PREDICATES[cells["predicate_id"]],
        lower_hash=cells["subject_text_hash"],
        upper_hash=cells["object_text_hash"],
        comment=cells["comment"],
        confidence=float(cells["confidence"]) if cells["confidence"] else None,
        lower_label=cells["subject_label"],
        upper_label=cells["object_label"],
    )


def _comparison(cells: Mapping[str, str]) -> Comparison:
    return Comparison(
        _key(cells["subject_id"]),
        _key(cells["object_id"]),
        cells["reviewer_label"].strip(),
        cells["mapping_date"],
        not cells["predicate_modifier"],
        cells["comment"],
    )


def _key(words: str) -> str:
    """Return the key of a CURIE that was found to be one."""
    key = key_of(words)
    if key is None:
        raise ValueError(words)
    return key


def _judgement_cells(judgement: Judgement) -> dict[str, str]:
    j = judgement
    return {
        "subject_id": curie(j.lower_key),
        "subject_label": j.lower_label,
        "predicate_id": _PREDICATE_OF[j.grade],
        "predicate_modifier": _NOT if j.verdict is Verdict.REJECTED else "",
        "object_id": curie(j.upper_key),
        "object_label": j.upper_label,
        "mapping_justification": JUSTIFICATION,
        "subject_source": curie(j.lower_document),
        "object_source": curie(j.upper_document),
        "confidence": "" if j.confidence is None else str(j.confidence),
        "reviewer_label": j.reviewer,
        "mapping_date": j.date,
        "comment": j.comment,
        "subject_text_hash": j.lower_hash,
        "object_text_hash": j.upper_hash,
        "unsure": "true" if j.verdict is Verdict.UNSURE else "",
    }


def _comparison_cells(comparison: Comparison) -> dict[str, str]:
    c = comparison
    return {
        "subject_id": curie(c.lower_key),
        "subject_label": c.lower_key,
        "predicate_id": COMPARED,
        "predicate_modifier": "" if c.wanted else _NOT,
        "object_id": curie(c.upper_key),
        "object_label": c.upper_key,
        "mapping_justification": JUSTIFICATION,
        "subject_source": "",
        "object_source": "",
        "confidence": "",
        "reviewer_label": c.reviewer,
        "mapping_date": c.date,
        "comment": c.comment,
        "subject_text_hash": "",
        "object_text_hash": "",
        "unsure": "",
    }
