"""The papers to compare, as plain records: tasks and measures with their keys and words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: its key, its words, and what other stages found named in them.

    Parameters
    ----------
    key
        Unique in the paper.
    text
        The words as printed; quotes are taken from them.
    instruments, programmes
        Names of papers (《》 taken off) and of platforms and campaigns in the text.
    """

    key: str
    text: str
    instruments: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """A task with its measures; ``title`` is empty where the paper prints none."""

    key: str
    title: str
    measures: tuple[Measure, ...]
    section: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A paper as its tasks, in printed order."""

    key: str
    tasks: tuple[Task, ...]

    @property
    def measures(self) -> int:
        """The number of measures.

        Examples
        --------
        >>> task = Task("甲#1", "加强培训", (Measure("甲#1.1", "举办培训班。"),))
        >>> Document("甲", (task,)).measures
        1
        """
        return sum(len(task.measures) for task in self.tasks)
