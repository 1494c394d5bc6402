"""Prints how well alignments agree with readers' grades, beside plain character n-grams.

Usage: ``python benchmarks/alignment_quality.py [GRADES.json] [--store ADDRESS]``

GRADES is a file of the form of ``tests/link/data/align_dev.json`` (the default): p = upper task
number, c = lower task number, m = lower task number . order of the measure; grade 2 covered,
1 related. Scored are the alignments of a store, between the documents named by ``--upper KEY`` and
``--lower KEY`` where it holds more than these. Without one the two bundled papers are built into a
temporary store; papers that stand in the grades file itself are aligned as they are.

Every figure stands with its counts (right / given / by the readers) and the middle 95 % of 1,000
draws of the upper tasks. Average precision and recall@3 are taken over the alignments given, what
is not given counting as missed; and, where the program ran here, over all it looked at too, as
they are for the baseline. A table says how often what has a score is covered.

The baseline is the cosine of character 2- and 3-gram TF-IDF of the measures. It has no
threshold of its own: it is given the one that is best for it on these very grades.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping
from math import log, sqrt
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.link import (
    Alignment,
    Candidate,
    Document,
    Grade,
    Vocabulary,
    align,
    bundled,
    bundled_background,
    nearest,
)
from kg.link.parsed import bundled_papers
from kg.link.quality import Grades, Judged, figures, read_grades, scoped
from kg.link.quality_table import table
from kg.model import Node
from kg.pipeline import build
from kg.store import open_store

DEV = Path(__file__).parents[1] / "tests" / "link" / "data" / "align_dev.json"
SIZES = (2, 3)
STEPS = [n / 100 for n in range(1, 60)]


def main() -> None:
    """Print the table."""
    options = arguments()
    grades = read_grades(options.grades)
    upper, lower = papers(grades)
    grades = scoped(grades, upper)
    print(grades.about)
    print(f"graded upper tasks: {len(grades.scope)}\n")
    if options.store:
        print(table("the store", of_store(options.store, options.upper, options.lower), grades))
    else:
        if grades.upper is None:
            print(table("a build", of_build(), grades))
        for name, vocabulary in (("concepts", bundled()), ("words alone", Vocabulary({}))):
            print(table(name, of_ranking(upper, lower, vocabulary), grades))
    plain = of_baseline(upper, lower, grades)
    print(table("character n-gram TF-IDF, its best threshold", plain, grades))


def arguments() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description="Alignments against readers' grades")
    parser.add_argument("grades", type=Path, nargs="?", default=DEV)
    parser.add_argument("--store", help="a path, neo4j or a URI")
    parser.add_argument("--upper", default="", help="key of the upper document in the store")
    parser.add_argument("--lower", default="", help="key of the lower document in the store")
    return parser.parse_args()


def papers(grades: Grades) -> tuple[Document, Document]:
    """Return the papers that were graded: the file's own, or the bundled ones."""
    if grades.upper is not None and grades.lower is not None:
        return grades.upper, grades.lower
    upper, lower = bundled_papers()
    return upper, lower


def of_program(upper: Document, lower: Document, vocabulary: Vocabulary) -> list[Judged]:
    """Return what the program says of two papers."""
    found = align(upper, lower, vocabulary=vocabulary, background=bundled_background())
    return [judged(alignment) for alignment in found]


def of_ranking(upper: Document, lower: Document, vocabulary: Vocabulary) -> list[Judged]:
    """Return what the program says of two papers, with what it looked at and gave no grade."""
    given = of_program(upper, lower, vocabulary)
    looked_at = nearest(upper, lower, vocabulary=vocabulary, background=bundled_background())
    done = {(row.upper_task, row.lower_measure, row.score) for row in given}
    rest = [judged(candidate) for candidate in looked_at]
    return given + [r for r in rest if (r.upper_task, r.lower_measure, r.score) not in done]


def judged(found: Alignment | Candidate) -> Judged:
    """Return an alignment by the numbers in its keys (:mod:`kg.link.parsed`)."""
    task = found.upper_key.rpartition("#")[2].partition(".")[0]
    measure = found.lower_key.rpartition("#")[2]
    grade = found.grade if isinstance(found, Alignment) else None
    return Judged(int(task), measure, found.score, grade)


def of_build() -> list[Judged]:
    """Return what a build of the two bundled papers says."""
    with TemporaryDirectory() as folder:
        address = str(Path(folder, "kg.db"))
        build((), lambda: open_store(address))
        return of_store(address, "", "")


def of_store(address: str, upper: str, lower: str) -> list[Judged]:
    """Return what a store holds on two documents, by the printed numbers of their tasks.

    A rejected alignment counts as none.
    """
    with open_store(address, must_exist=True) as store:
        graph = store.graph()
    nodes = {node.key: node for node in graph.nodes}
    task_of = {e.dst: nodes[e.src] for e in graph.edges if e.type == "HAS_MEASURE"}
    found = []
    for edge in graph.edges:
        below, above = nodes[edge.src], nodes[edge.dst]
        if edge.type != "ALIGNS_WITH" or below.label != "Measure":
            continue
        if not (belongs(above, upper) and belongs(below, lower)):
            continue
        if edge.props["status"] != "rejected":
            task = int(str(task_of[above.key].props["number"]))
            place = f"{task_of[below.key].props['number']}.{below.props['seq']}"
            grade = Grade(str(edge.props["grade"]))
            found.append(Judged(task, place, float(str(edge.props["score"])), grade))
    return found


def belongs(node: Node, document_key: str) -> bool:
    """Tell whether a node belongs to a document; to any where none is named."""
    return not document_key or node.props["document_key"] == document_key


def of_baseline(upper: Document, lower: Document, grades: Grades) -> list[Judged]:
    """Return what character n-grams say, at the threshold that gives them their best figures."""
    scores = likeness(upper, lower)
    covered = max(STEPS, key=lambda t: figures(cut(scores, t, t), grades).pairs.f1)
    related = max(STEPS, key=lambda t: figures(cut(scores, covered, t), grades).related_pairs.f1)
    return cut(scores, covered, related)


def cut(scores: Mapping[tuple[int, str], float], covered: float, related: float) -> list[Judged]:
    """Return scores with grades by two thresholds."""
    return [
        Judged(
            task,
            measure,
            score,
            Grade.COVERED if score >= covered else Grade.PARTLY if score >= related else None,
        )
        for (task, measure), score in scores.items()
    ]


def likeness(upper: Document, lower: Document) -> dict[tuple[int, str], float]:
    """Return the cosine of TF-IDF n-grams for each upper task and lower measure.

    A task's best measure counts.
    """
    above = [(m.key, count(m.text)) for task in upper.tasks for m in task.measures]
    below = [(m.key, count(m.text)) for task in lower.tasks for m in task.measures]
    seen = Counter(gram for _, grams in (*above, *below) for gram in grams)
    weights = {g: log((1 + len(above) + len(below)) / (1 + n)) + 1 for g, n in seen.items()}
    found: dict[tuple[int, str], float] = {}
    for upper_key, upper_grams in above:
        task = int(upper_key.rpartition("#")[2].partition(".")[0])
        for lower_key, lower_grams in below:
            place = (task, lower_key.rpartition("#")[2])
            found[place] = max(found.get(place, 0.0), cosine(upper_grams, lower_grams, weights))
    return found


def count(text: str) -> Counter[str]:
    """Return the character n-grams of a text."""
    return Counter(text[n : n + size] for size in SIZES for n in range(len(text) - size + 1))


def cosine(one: Counter[str], other: Counter[str], weights: Mapping[str, float]) -> float:
    """Return the cosine of two counts with sublinear frequency."""
    vectors = [{g: (1 + log(n)) * weights[g] for g, n in c.items()} for c in (one, other)]
    lengths = [sqrt(sum(w * w for w in v.values())) for v in vectors]
    both = sum(w * vectors[1][g] for g, w in vectors[0].items() if g in vectors[1])
    return both / (lengths[0] * lengths[1]) if both else 0.0


if __name__ == "__main__":
    main()
