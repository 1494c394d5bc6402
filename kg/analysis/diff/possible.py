"""Measures without partner that may yet be one: the words alone do not decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kg.analysis.diff.correspondence import Pair
from kg.analysis.diff.likeness import alike, assignment
from kg.analysis.diff.version import folded
from kg.analysis.dossier import Entry

LIKENESS_LEAST = 0.2
"""Below this the words have no more in common than those of any two measures of a field."""
ENOUGH = 0.5
"""Likeness with all that speaks for a pair besides: what a pair of measures needs anywhere."""
EACH = 0.1
"""What one task, one place in it and one lead are worth, each."""


class Evidence(StrEnum):
    """What speaks for two measures being one besides their words."""

    TASK = "task"
    PLACE = "place"
    LEAD = "lead"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of two versions when measures are left without partner.

    Parameters
    ----------
    partners
        Keys of measures and headings before, each with that of a partner.
    takeovers
        Bodies that gave place to another.
    neighbours
        For the key of a measure of either version those of the measures before and behind it in
        its task; empty where there is none.
    """

    partners: frozenset[tuple[str, str]]
    takeovers: frozenset[tuple[str, str]]
    neighbours: Mapping[str, tuple[str, str]]

    def evidence(self, old: Entry, new: Entry) -> tuple[Evidence, ...]:
        """Return what two measures have in common besides their words."""
        task = self._one_task(old, new)
        found = {
            Evidence.TASK: task,
            Evidence.PLACE: task and self._one_place(old, new),
            Evidence.LEAD: self._one_lead(old, new),
        }
        return tuple(evidence for evidence, holds in found.items() if holds)

    def _one_task(self, old: Entry, new: Entry) -> bool:
        if not old.headings or not new.headings:
            return False
        ours, theirs = old.headings[-1], new.headings[-1]
        titles = [folded(str(node.props["title"])) for node in (ours, theirs)]
        return (ours.key, theirs.key) in self.partners or titles[0] == titles[1]

    def _one_place(self, old: Entry, new: Entry) -> bool:
        """Whether what stands before them in their tasks, or behind them, is the same."""
        around = zip(self.neighbours[old.key], self.neighbours[new.key], strict=True)
        return any((a, b) in self.partners or not (a or b) for a, b in around)

    def _one_lead(self, old: Entry, new: Entry) -> bool:
        ours, theirs = _first_body(old), _first_body(new)
        return bool(ours) and (ours == theirs or (ours, theirs) in self.takeovers)


def possible_pairs(
    around: Surroundings, dropped: Sequence[Entry], added: Sequence[Entry]
) -> list[Pair]:
    """Return pairs of measures left over that may be one, in the order of the version before.

    The likeness, and 0.1 for each of one task, one place in it and one lead, have to make 0.5;
    of all ways to pair, the one with the greatest sum is taken.
    """
    texts = [folded(e.text) for e in dropped], [folded(e.text) for e in added]
    scores = dict(alike(*texts, LIKENESS_LEAST))
    weights = {}
    for (i, j), score in scores.items():
        weight = score + EACH * len(around.evidence(dropped[i], added[j]))
        if weight >= ENOUGH:
            weights[i, j] = weight
    return [Pair(dropped[i], added[j], scores[i, j]) for i, j in assignment(weights)]


def neighbours(entries: Sequence[Entry]) -> dict[str, tuple[str, str]]:
    """Return for each measure the keys of those before and behind it in its task."""
    tasks: dict[str, list[str]] = {}
    for entry in entries:
        tasks.setdefault(entry.headings[-1].key if entry.headings else "", []).append(entry.key)
    around = (["", *task, ""] for task in tasks.values())
    return {line[n]: (line[n - 1], line[n + 1]) for line in around for n in range(1, len(line) - 1)}


def _first_body(entry: Entry) -> str:
    """The body named first: the lead where leads are told from others."""
    return str(entry.roles[0][1].props["name"]) if entry.roles else ""
