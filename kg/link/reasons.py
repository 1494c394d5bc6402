"""Reasons in words an analyst can read, and the words of both texts that carry them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from math import fsum
from operator import add

from .alignment import Reasons, SharedConcept, SharedTerm
from .concept import Concept
from .pairs import Pair
from .reading import ClauseReading, MeasureReading, grams
from .weights import Weights

MOST_CONCEPTS = 6
MOST_TERMS = 6
_SHORTEST_TERM = 2
_LONGEST_TERM = 30
_LONGEST_TEXT = 4_000


def reasons(pair: Pair, weights: Weights, related: float) -> Reasons:
    """Return why a pair corresponds."""
    upper, lower = pair.upper, pair.lower
    return Reasons(
        concepts=tuple(_concepts(pair))[:MOST_CONCEPTS],
        actions=pair.clauses.actions,
        terms=shared_terms(upper, lower, weights),
        domains=tuple(sorted(upper.domains & lower.domains)),
        instruments=_in_both(upper.measure.instruments, lower.measure.instruments),
        programmes=_in_both(upper.measure.programmes, lower.measure.programmes),
        related=related,
    )


class Quoting:
    """Finds the words that carry pairs; what was read of a clause is kept for the next pair."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights.words
        self._grams: dict[str, Set[str]] = {}

    def quotes(self, pair: Pair) -> tuple[str, str]:
        """Return the clause of the upper text and that of the lower text that carry a pair.

        The clauses with most in common; where no concept is shared, those that share most words.
        The upper one may be the title of its task.
        """
        if pair.clauses.upper is not None and pair.clauses.lower is not None:
            return pair.clauses.upper.clause.text, pair.clauses.lower.clause.text
        best = (0.0, pair.upper.measure.text, pair.lower.measure.text)
        for above in (*pair.upper.body.clauses, *pair.upper.title.clauses):
            own = self._of(above)
            for below in pair.lower.body.clauses:
                both = own & self._of(below)
                weight = fsum([self._weights.get(g, 0.0) for g in both]) if both else 0.0
                if weight > best[0]:
                    best = (weight, above.clause.text, below.clause.text)
        return best[1], best[2]

    def _of(self, clause: ClauseReading) -> Set[str]:
        text = clause.clause.text
        found = self._grams.get(text)
        if found is None:
            found = self._grams[text] = grams(text).keys()
        return found


def shared_terms(
    upper: MeasureReading, lower: MeasureReading, weights: Weights
) -> tuple[SharedTerm, ...]:
    """Return the longest words in both measures, the upper title among them, heaviest first."""
    above = f"{upper.title.text}\n{upper.measure.text}"[:_LONGEST_TEXT]
    both = lower.body.grams.keys() & upper.grams
    found: dict[str, float] = {}
    for words in _longest_shared(above, lower.measure.text[:_LONGEST_TEXT], both):
        weight = sum([weights.words[g] for g in map(add, words, words[1:]) if g in both])
        if weight > 0:
            found[words] = round(weight, 2)
    heaviest = sorted(found, key=lambda w: (-found[w], w))[:MOST_TERMS]
    return tuple(SharedTerm(words, found[words]) for words in heaviest)


def _longest_shared(above: str, below: str, both: Set[str]) -> Iterator[str]:
    """Yield the parts of ``below`` that stand in ``above``, each as long as can be, and open
    with an n-gram of both.
    """
    done = 0
    for start, opening in enumerate(map(add, below, below[1:])):
        if start < done or opening not in both:
            continue
        end = start + _SHORTEST_TERM
        most = min(len(below), start + _LONGEST_TERM)
        while end < most and below[start : end + 1] in above:
            end += 1
        yield below[start:end].rstrip("，。；、：！？“”《》（）() \n")
        done = end


def _concepts(pair: Pair) -> Iterator[SharedConcept]:
    above, below = pair.clauses.upper, pair.clauses.lower
    if above is None or below is None:
        return
    for concept, weight in pair.clauses.concepts:
        upper_words = _words_of(above, concept, pair.upper.body.text, pair.upper.title.text)
        for clause in pair.upper.title.clauses:
            upper_words = upper_words or _words_of(clause, concept, pair.upper.title.text)
        lower_words = _words_of(below, concept, pair.lower.body.text)
        yield SharedConcept(concept.name, round(weight, 2), upper_words, lower_words)


def _words_of(clause: ClauseReading, concept: Concept, *texts: str) -> str:
    """Return the longest words in a clause that show a concept; empty where none do."""
    text = next((t for t in texts if t.startswith(clause.clause.text, clause.clause.start)), "")
    shown = [text[h.start : h.end] for h in clause.hits if h.concept == concept]
    return max(shown, key=lambda words: (len(words), words), default="")


def _in_both(upper: Iterable[str], lower: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(upper) & set(lower)))
