"""Reasons in words an analyst can read, and the words of both texts that carry them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .alignment import Reasons, SharedConcept
from .concept import Concept
from .pairs import Pair
from .quoting import Quoted
from .reading import ClauseReading
from .terms import Terms

MOST_CONCEPTS = 6


def reasons(quoted: Quoted, terms: Terms, related: float) -> Reasons:
    """Return why a pair corresponds."""
    pair = quoted.pair
    upper, lower = pair.upper, pair.lower
    return Reasons(
        concepts=tuple(_concepts(pair))[:MOST_CONCEPTS],
        actions=pair.clauses.actions,
        terms=terms.shared(upper, lower),
        domains=tuple(sorted(upper.domains & lower.domains)),
        instruments=_in_both(upper.measure.instruments, lower.measure.instruments),
        programmes=_in_both(upper.measure.programmes, lower.measure.programmes),
        related=related,
        title_quoted=quoted.from_title,
    )


def _concepts(pair: Pair) -> Iterator[SharedConcept]:
    above, below = pair.clauses.upper, pair.clauses.lower
    if above is None or below is None:
        return
    titles = pair.upper.title.clauses
    for concept, weight in pair.clauses.concepts:
        upper_words = _shown(above, concept, pair.upper.body.text, pair.upper.title.text)
        for clause in titles:
            upper_words = upper_words or _shown(clause, concept, pair.upper.title.text)
        lower_words = _shown(below, concept, pair.lower.body.text)
        yield SharedConcept(concept.name, round(weight, 2), *_told(upper_words, lower_words))


def _told(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, str]:
    """Return the words to show of a concept: the same where both have them, else the longest of
    each; of equals the first.
    """
    both = [words for words in upper if words in lower]
    if both:
        same = max(both, key=len)
        return same, same
    return max(upper, key=len, default=""), max(lower, key=len, default="")


def _shown(clause: ClauseReading, concept: Concept, *texts: str) -> list[str]:
    """Return the words of a clause that show a concept, in its order."""
    text = next((t for t in texts if t.startswith(clause.clause.text, clause.clause.start)), "")
    return [text[h.start : h.end] for h in clause.hits if h.concept == concept]


def _in_both(upper: Iterable[str], lower: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(upper) & set(lower)))
