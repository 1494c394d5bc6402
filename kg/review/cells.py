"""The cells of the ledger's rows: read into records, and written from them."""

from __future__ import annotations

from collections.abc import Mapping

from kg.review.curie import TERM_PREFIX, curie, key_of
from kg.review.judgement import EVERY_LOWER, Comparison, Exemption, Grade, Judgement, Verdict
from kg.review.sheet import COLUMNS, JUSTIFICATION

PREDICATES: Mapping[str, Grade] = {
    f"{TERM_PREFIX}:covers": Grade.COVERED,
    f"{TERM_PREFIX}:partly_covers": Grade.PARTLY,
}
COMPARED = f"{TERM_PREFIX}:compared_with"
EXEMPT = f"{TERM_PREFIX}:exempt_from"
EVERY = f"{TERM_PREFIX}:every_lower_document"
"""The subject of a row that speaks of every lower document."""

_EVERY_LABEL = "每份下级文件"
_PREDICATE_OF = {grade: predicate for predicate, grade in PREDICATES.items()}
_NOT = "Not"
_TRUTHS = {"": False, "false": False, "true": True}


def judgement(cells: Mapping[str, str]) -> Judgement:
    """Return a row on two measures that was found to be right."""
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


def comparison(cells: Mapping[str, str]) -> Comparison:
    """Return a row on two documents that was found to be right."""
    return Comparison(
        _key(cells["subject_id"]),
        _key(cells["object_id"]),
        cells["reviewer_label"].strip(),
        cells["mapping_date"],
        not cells["predicate_modifier"],
        cells["comment"],
    )


def exemption(cells: Mapping[str, str]) -> Exemption:
    """Return a row on a task that was found to be right."""
    subject = cells["subject_id"]
    return Exemption(
        lower_document=EVERY_LOWER if subject == EVERY else _key(subject),
        upper_document=_key(cells["object_source"]),
        item_key=_key(cells["object_id"]),
        reviewer=cells["reviewer_label"].strip(),
        date=cells["mapping_date"],
        is_exempt=not cells["predicate_modifier"],
        words_hash=cells["object_text_hash"],
        comment=cells["comment"],
        label=cells["object_label"],
    )


def judgement_cells(row: Judgement) -> dict[str, str]:
    """Return the cells of a row on two measures."""
    return _filled(
        {
            "subject_id": curie(row.lower_key),
            "subject_label": row.lower_label,
            "predicate_id": _PREDICATE_OF[row.grade],
            "predicate_modifier": _NOT if row.verdict is Verdict.REJECTED else "",
            "object_id": curie(row.upper_key),
            "object_label": row.upper_label,
            "subject_source": curie(row.lower_document),
            "object_source": curie(row.upper_document),
            "confidence": "" if row.confidence is None else str(row.confidence),
            "reviewer_label": row.reviewer,
            "mapping_date": row.date,
            "comment": row.comment,
            "subject_text_hash": row.lower_hash,
            "object_text_hash": row.upper_hash,
            "unsure": "true" if row.verdict is Verdict.UNSURE else "",
        }
    )


def comparison_cells(row: Comparison) -> dict[str, str]:
    """Return the cells of a row on two documents."""
    return _filled(
        {
            "subject_id": curie(row.lower_key),
            "subject_label": row.lower_key,
            "predicate_id": COMPARED,
            "predicate_modifier": "" if row.wanted else _NOT,
            "object_id": curie(row.upper_key),
            "object_label": row.upper_key,
            "reviewer_label": row.reviewer,
            "mapping_date": row.date,
            "comment": row.comment,
        }
    )


def exemption_cells(row: Exemption) -> dict[str, str]:
    """Return the cells of a row on a task."""
    every = row.lower_document == EVERY_LOWER
    return _filled(
        {
            "subject_id": EVERY if every else curie(row.lower_document),
            "subject_label": _EVERY_LABEL if every else row.lower_document,
            "predicate_id": EXEMPT,
            "predicate_modifier": "" if row.is_exempt else _NOT,
            "object_id": curie(row.item_key),
            "object_label": row.label,
            "object_source": curie(row.upper_document),
            "reviewer_label": row.reviewer,
            "mapping_date": row.date,
            "comment": row.comment,
            "object_text_hash": row.words_hash,
        }
    )


def _filled(cells: Mapping[str, str]) -> dict[str, str]:
    return {**dict.fromkeys(COLUMNS, ""), "mapping_justification": JUSTIFICATION, **cells}


def _key(words: str) -> str:
    """Return the key of a CURIE that was found to be one."""
    key = key_of(words)
    if key is None:
        raise ValueError(words)
    return key
