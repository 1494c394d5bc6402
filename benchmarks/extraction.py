"""Prints what extraction costs beside spaCy's blank zh with a PhraseMatcher on the same text.

Usage: ``python benchmarks/extraction.py [ROUNDS]`` (default 9). Both sides look for the same
patterns in the measures of the bundled documents, each text twelve times. The rounds take turns,
so that other work on the machine meets both alike; times are CPU seconds of this process, the best
round counts. The ratio is what to compare; it should not fall below 0.75.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from time import perf_counter, process_time

import spacy
from spacy.matcher import PhraseMatcher

from kg.extract import Extractor, Vocabularies
from kg.extract.phrases import patterns
from kg.loading import Registry, registry

COPIES = 12


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    texts = measure_texts(registry()) * COPIES
    known = Vocabularies.load()
    begin = perf_counter()
    extractor = Extractor(known)
    made = perf_counter() - begin
    matching = plain_matching(known)

    def plainly() -> int:
        return sum(matching(texts))

    def extract() -> int:
        return sum(map(len, extractor.extract(texts)))

    matches, mentions = plainly(), extract()
    plain_s, ours_s = [], []
    for _ in range(rounds):
        plain_s.append(cost(plainly))
        ours_s.append(cost(extract))
    letters = sum(map(len, texts))
    print(f"{len(texts):,} texts, {letters:,} characters, {len(known.industries):,} industry names")
    print(f"an Extractor is made in {made:.2f} s")
    for name, seconds, found in (
        ("blank zh + PhraseMatcher", min(plain_s), matches),
        ("kg.extract", min(ours_s), mentions),
    ):
        print(f"{name:26}{len(texts) / seconds:10,.0f} texts/s {found:10,} found")
    print(f"{'ratio of throughput':26}{min(plain_s) / min(ours_s):10.2f}")


def measure_texts(loaders: Registry) -> list[str]:
    """Return the texts of all measures of the bundled documents."""
    texts = []
    for path in loaders.bundled_files():
        kind = next(f for f in loaders.FORMATS if path.suffix in f.suffixes)
        source = kind.read(path.read_bytes(), path.name)
        document = next(g for g in loaders.GENRES if g.recognises(source)).parse(source)
        texts += [m.text for s in document.sections for t in s.tasks for m in t.measures]
    return texts


def plain_matching(known: Vocabularies) -> Callable[[list[str]], list[int]]:
    """Return spaCy's own way: the number of matches of each text."""
    nlp = spacy.blank("zh")
    matcher = PhraseMatcher(nlp.vocab)
    for kind, words in patterns(known).items():
        matcher.add(kind, list(nlp.pipe(sorted(words))))
    return lambda texts: [len(matcher(doc)) for doc in nlp.pipe(texts)]


def cost(work: Callable[[], int]) -> float:
    """Return the CPU seconds of one round."""
    gc.collect()
    begin = process_time()
    work()
    return process_time() - begin


if __name__ == "__main__":
    main()
