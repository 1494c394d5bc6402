"""The views: name, what it shows, and the function that makes it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import cast

from kg.errors import Problem, RefusedError
from kg.model import Graph
from kg.views.choice import Choice
from kg.views.scene import View
from kg.wording import Text

MOST_MARKS = 3_000
"""Marks that a page holds unless more are asked for: a larger drawing answers nothing at sight."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A view: one line on what it shows, and where its function stands."""

    name: str
    meaning: Text

    def make(self, graph: Graph, choice: Choice) -> View:
        """Return the view of a graph."""
        module = import_module(f"kg.views.{self.name}")
        return cast(View, getattr(module, self.name)(graph, choice))


VIEWS: dict[str, Entry] = {
    entry.name: entry
    for entry in (
        Entry(
            "alignment",
            Text("对应图：上级任务由哪些下级举措承接", "which measures take on upper tasks"),
        ),
        Entry("responsibility", Text("责任图：谁牵头、谁配合", "who leads and who supports")),
        Entry("coordination", Text("协同网络：谁要与谁沟通", "who must talk to whom")),
        Entry("agency", Text("单位图：一个单位的全部任务", "all that one agency has to do")),
        Entry("document", Text("文件树：文件里有什么", "what is in a document")),
        Entry("deadlines", Text("时间线：何时到期", "what falls due when")),
    )
}


def require_size(view: View, *, full: bool) -> None:
    """Raise when a view holds more marks than can be read.

    Raises
    ------
    RefusedError
        Above :data:`MOST_MARKS`, unless the whole is asked for.
    """
    if full or view.size <= MOST_MARKS:
        return
    raise RefusedError(
        Problem(
            Text(
                f"这个图有 {view.size} 个标记，超过 {MOST_MARKS} 个，一眼看不出什么",
                f"this view has {view.size} marks, more than {MOST_MARKS}: nothing can be seen",
            ),
            next_step=Text(
                "用 --document、--agency 或 --query 少选一些；要全画加 --full",
                "choose a document with --document, an agency with --agency or measures with "
                "--query; --full draws it all",
            ),
        )
    )
