"""Which measure of a lower paper takes on which of an upper one, and why.

Works on plain records (:mod:`kg.link.text`); knows neither store nor loaders.
"""

from kg.link.align import align, by_task, nearest
from kg.link.alignment import Alignment, Candidate, Reasons, SharedConcept, SharedTerm
from kg.link.background import Background, bundled_background
from kg.link.concept_file import bundled, extended
from kg.link.model import Grade, Method, Model, bundled_model
from kg.link.text import Document, Measure, Task
from kg.link.vocabulary import Vocabulary

__all__ = [
    "Alignment",
    "Background",
    "Candidate",
    "Document",
    "Grade",
    "Measure",
    "Method",
    "Model",
    "Reasons",
    "SharedConcept",
    "SharedTerm",
    "Task",
    "Vocabulary",
    "align",
    "bundled",
    "bundled_background",
    "bundled_model",
    "by_task",
    "extended",
    "nearest",
]
