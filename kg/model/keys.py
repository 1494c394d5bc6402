"""Keys of the parts of a document: readable, and the same whenever the same document is read
(docs/decisions/0004).
"""

from __future__ import annotations

from kg.model.parsed import Measure, Section, Task


class PartKeys:
    """Gives the parts of one document their keys, asked for in printed order; a key asked for
    again gets ``~2``, ``~3``.
    """

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def heading(self, parent: str, part: Section | Task) -> str:
        """Return the key of a section or task; its parent's own key where it prints neither
        number nor title, and so becomes no node.
        """
        if not (part.number or part.title):
            return parent
        return self.part(parent, part.number, part.seq)

    def measure(self, parent: str, measure: Measure) -> str:
        """Return the key of a measure."""
        return self.part(parent, measure.number, measure.seq)

    def part(self, parent: str, number: str, seq: int) -> str:
        """Return the key of a section, task or measure: its number as printed, else its order.

        Examples
        --------
        >>> keys = PartKeys()
        >>> keys.part("闽知发〔2025〕14号/五", "14", 1), keys.part("文/五/14", "", 2)
        ('闽知发〔2025〕14号/五/14', '文/五/14#2')
        """
        return self._once(f"{parent}/{number}" if number else f"{parent}#{seq}")

    def issue(self, owner: str, code: str) -> str:
        """Return the key of an issue of a node."""
        return self._once(f"{owner}!{code}")

    def _once(self, key: str) -> str:
        times = self._given.get(key, 0) + 1
        self._given[key] = times
        return key if times == 1 else f"{key}~{times}"
