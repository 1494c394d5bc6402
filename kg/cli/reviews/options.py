"""Which pairs and tasks a review command is about: the options --state, --document and --task."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.cli.naming import document_keys
from kg.cli.parameter import OneOf, Option, Words, document_option
from kg.cli.reviews.desk import Desk, is_within
from kg.cli.reviews.exemption import TaskWord
from kg.cli.reviews.pair import Pair, State
from kg.errors import UnknownNameError
from kg.wording import Text


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user asked for; empty for all."""

    states: Sequence[str]
    documents: Sequence[str]
    tasks: Sequence[str]

    def pairs(self, desk: Desk) -> tuple[list[Pair], list[Pair]]:
        """Return the pairs of the documents and tasks, and those of them in the states.

        Raises
        ------
        UnknownNameError
            When a document or task is not in the store; the nearest are named.
        """
        keys = document_keys(desk.documents, self.documents)
        tasks = frozenset(key for name in self.tasks for key in _tasks(desk, name))
        asked = [
            pair
            for pair in desk.pairs
            if (not keys or not keys.isdisjoint(pair.documents))
            and (not self.tasks or _touches(pair, tasks))
        ]
        return asked, [p for p in asked if not self.states or p.state in self.states]

    def on_tasks(self, desk: Desk) -> list[TaskWord]:
        """Return what people say of the tasks, of the documents and in the states.

        Raises
        ------
        UnknownNameError
            When a document or task is not in the store; the nearest are named.
        """
        keys = document_keys(desk.documents, self.documents)
        tasks = frozenset(key for name in self.tasks for key in _tasks(desk, name))
        return [
            word
            for word in desk.on_tasks
            if (not keys or not keys.isdisjoint(word.documents))
            and (not self.tasks or word.item_key in tasks)
            and (not self.states or word.state in self.states)
        ]


def _tasks(desk: Desk, name: str) -> frozenset[str]:
    """Return the keys of the tasks that a name means: a key, or a number as printed."""
    found = frozenset(
        key for key, node in desk.tasks.items() if name in {key, node.props.get("number")}
    )
    if not found:
        raise UnknownNameError.of(Text("任务", "task"), name, tuple(desk.tasks))
    return found


def _touches(pair: Pair, tasks: frozenset[str]) -> bool:
    return any(is_within(side.key, task) for task in tasks for side in (pair.lower, pair.upper))


def choice_options(states: Iterable[str] = tuple(State)) -> list[Option]:
    """Return the options; their values make a :class:`Choice`."""
    words = tuple(dict.fromkeys(states))
    return [
        Option(
            "--state",
            multiple=True,
            type=OneOf(Text("状态", "state"), words),
            metavar="STATE",
            meaning=Text(
                f"只要这种状态的（可多次）：{'、'.join(words)}",
                f"those in this state alone (may be repeated): {', '.join(words)}",
            ),
        ),
        document_option(
            Text(
                "只要涉及这个文件的（键、文号或标题；可多次）",
                "pairs of this document alone (key, number or title; may be repeated)",
            )
        ),
        Option(
            "--task",
            multiple=True,
            type=Words(),
            metavar="TASK",
            meaning=Text(
                "只要涉及这个任务的（键，或印出的编号；可多次）",
                "pairs of this task alone (key, or number as printed; may be repeated)",
            ),
        ),
    ]
