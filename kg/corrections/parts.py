"""The parts of a document, found by what they print or by their keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from kg.corrections.entry import Entry
from kg.corrections.seal import Seal, heading_mark, mark, read_seal
from kg.model import Measure, ParsedDocument, Section, Task
from kg.model.keys import PartKeys

Path = tuple[int, ...]
"""Positions from 0: of a section, of a task in it, of a measure in that."""

Origins = Mapping[Path, frozenset[str]]
"""Hashes of the printed measures that a split or joined one comes from."""

KINDS = ("section", "task", "measure")


@dataclass(frozen=True, slots=True)
class Part:
    """A section, task or measure, with its key and its seal."""

    path: Path
    key: str
    item: Section | Task | Measure
    seal: Seal

    @property
    def kind(self) -> str:
        """Its kind in one word."""
        return KINDS[len(self.path) - 1]

    @property
    def text(self) -> str:
        """What it prints."""
        return printed_text(self.item)


class Found(Enum):
    """How a part was found."""

    BY_TEXT = auto()
    BY_ORIGIN = auto()  # a measure that was split or joined: several may come from one
    BY_KEY = auto()
    SEVERAL = auto()  # more than one prints this text, and none stands where it was
    NOWHERE = auto()


def printed_text(item: Section | Task | Measure) -> str:
    """Return the words of a part by which it is found."""
    return item.text if isinstance(item, Measure) else item.title


def seal_of(kind: str, text: str, heading: str) -> Seal:
    """Return the seal of a part with its text and the heading above it."""
    return Seal(mark(kind, text), heading_mark(heading))


@dataclass
class Parts:
    """All parts of one document."""

    document: str
    by_key: dict[str, Part] = field(default_factory=dict)
    by_path: dict[Path, Part] = field(default_factory=dict)
    _by_text: dict[str, list[Part]] = field(default_factory=lambda: defaultdict(list))
    _by_origin: dict[str, list[Part]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, parsed: ParsedDocument, document: str, origins: Origins | None = None) -> Parts:
        """Return the parts of a document."""
        parts = cls(document)
        for part in _walk(parsed, document):
            parts.by_path[part.path] = part
            parts.by_key.setdefault(part.key, part)
            parts._by_text[part.seal.text].append(part)
            for origin in sorted((origins or {}).get(part.path, ())):
                parts._by_origin[origin].append(part)
        return parts

    def find(self, entry: Entry) -> tuple[Found, tuple[Part, ...]]:
        """Return the parts that a correction speaks of, and how they were found: by the printed
        text first, by the key second.
        """
        seal = read_seal(entry.target_hash, entry.document, entry.target)
        here = self.by_key.get(entry.target)
        if seal is None:
            return (Found.BY_KEY, (here,)) if here else (Found.NOWHERE, ())
        if alike := self._by_text.get(seal.text):
            return self._choose(alike, entry.target, seal)
        if derived := self._by_origin.get(seal.text):
            return Found.BY_ORIGIN, tuple(derived)
        if here is not None and here.seal.heading == seal.heading:
            return Found.BY_KEY, (here,)
        return Found.NOWHERE, ()

    def _choose(self, alike: list[Part], target: str, seal: Seal) -> tuple[Found, tuple[Part, ...]]:
        """Of several parts that print one text take the one with the key, else the only one
        under the same heading.
        """
        below = [part for part in alike if part.seal.heading == seal.heading]
        with_key = [part for part in below if part.key == target]
        for chosen in (with_key, below, alike):
            if len(chosen) == 1:
                return Found.BY_TEXT, (chosen[0],)
        return Found.SEVERAL, tuple(alike)

    def measures_of(self, part: Part) -> tuple[Part, ...]:
        """Return a measure itself, or the measures of a task, in printed order."""
        if part.kind == "measure":
            return (part,)
        if part.kind == "section":
            return ()
        below = (p for path, p in self.by_path.items() if path[:2] == part.path and len(path) > 2)  # noqa: PLR2004 - section and task
        return tuple(below)


def _walk(parsed: ParsedDocument, document: str) -> Iterator[Part]:
    """Yield the parts in printed order, as their keys are given."""
    keys = PartKeys()
    for s, section in enumerate(parsed.sections):
        parent = keys.heading(document, section)
        if parent != document:
            yield Part((s,), parent, section, seal_of("section", section.title, ""))
        for t, task in enumerate(section.tasks):
            owner = keys.heading(parent, task)
            if owner != parent:
                yield Part((s, t), owner, task, seal_of("task", task.title, section.title))
            heading = (task.title if owner != parent else "") or section.title
            for m, measure in enumerate(task.measures):
                key = keys.measure(owner, measure)
                yield Part((s, t, m), key, measure, seal_of("measure", measure.text, heading))
