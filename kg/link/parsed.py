"""A parsed document as a paper to compare."""

from __future__ import annotations

from pathlib import Path

from kg.loading import registry
from kg.model import ParsedDocument

from .text import Document, Measure, Task


def paper_of(document: ParsedDocument, key: str) -> Document:
    """Return a parsed document as a paper.

    Its keys are ``key#14`` for the task with number 14 (its place in the paper where none is
    printed) and ``key#14.2`` for the second measure of that task.
    """
    tasks: list[Task] = []
    for section in document.sections:
        for task in section.tasks:
            task_key = f"{key}#{task.number or len(tasks) + 1}"
            measures = tuple(
                Measure(f"{task_key}.{order}", measure.text)
                for order, measure in enumerate(task.measures, 1)
            )
            tasks.append(Task(task_key, task.title, measures, section.title))
    return Document(key, tuple(tasks))


def bundled_papers() -> tuple[Document, ...]:
    """Return the papers that come with the program, by file name; their keys are the names."""
    return tuple(paper_of(*_parsed(path)) for path in registry().bundled_files())


def _parsed(path: Path) -> tuple[ParsedDocument, str]:
    loaders = registry()
    reader = next(f for f in loaders.FORMATS if path.suffix in f.suffixes)
    source = reader.read(path.read_bytes(), path.name)
    genre = next(g for g in loaders.GENRES if g.recognises(source))
    return genre.parse(source), path.stem
