"""Random changes of the bundled table: the comparison names exactly those."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.analysis.diff.version import Version
from tests.analysis.changes import Change
from tests.analysis.table_rows import FILE, Table, new_row, read
from tests.analysis.test_diff import checked

Draw = Callable[[st.SearchStrategy[int]], int]

NEW = (
    "加快渔港经济区建设，完善冷链物流体系，发展远洋渔业。",
    "新建改扩建公办幼儿园，增加普惠性学位供给。",
    "实施老旧小区加装电梯和管网更新，补齐停车设施短板。",
    "推进城际铁路前期工作，打通农村公路断头路。",
    "完善分级诊疗制度，建设县域医疗卫生共同体。",
    "开展黑臭水体整治，巩固饮用水水源地保护成果。",
    "修缮历史文化街区，举办非遗集市和民俗展演。",
)
LEADS = ("市海洋与渔业局", "市体育局", "市民政局", "市审计局")


class Mutator:
    """Changes a table, one task after another, and writes down what it did."""

    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self.before, self.after = Table.bundled(), Table.bundled()
        self.done: Counter[Change] = Counter()
        self.new = list(NEW)

    def number(self, least: int, most: int) -> int:
        return self.draw(st.integers(least, most))

    def index(self, task: int) -> int:
        of_task = self.after.of_task(task)
        return of_task[self.number(0, len(of_task) - 1)]

    def drop(self, task: int) -> None:
        self.done["dropped", self.after.drop(self.index(task)).text] += 1

    def add(self, task: int) -> None:
        text = self.new.pop()
        of_task = self.after.of_task(task)
        self.after.insert(of_task[0] + self.number(0, len(of_task)), new_row(text), task)
        self.done["added", text] += 1

    def move(self, task: int) -> None:
        """To the next task: the last one has no other behind it."""
        other = task + 1
        row = self.after.drop(self.index(task))
        of_task = self.after.of_task(other)
        self.after.insert(of_task[0] + self.number(0, len(of_task)), row, other)
        self.done["moved", row.text] += 1

    def reword(self, task: int) -> None:
        index = self.index(task)
        old = self.after.rows[index].text
        place = self.number(1, len(old) - 1)
        new = f"{old[:place]}（含试点工作）{old[place:]}"
        self.after.change(index, text=new)
        self.done["reworded", old, new] += 1

    def lead(self, task: int) -> None:
        index, choice = self.index(task), self.number(0, len(LEADS) - 1)
        row = self.after.rows[index]
        name = LEADS[choice] if LEADS[choice] not in f"{row.lead}{row.assist}" else "市气象局"
        self.after.change(index, lead=name)
        self.done["lead", row.text, f"福州{name}"] += 1

    def month(self, task: int) -> None:
        index = self.index(task)
        self.after.change(index, due=f"2026年{self.number(1, 12)}月")
        row = self.after.rows[index]
        self.done["due", row.text, row.due] += 1

    def quantity(self, task: int) -> None:
        """A target in both versions, another number in one."""
        index = self.index(task)
        text = self.after.rows[index].text
        place = next(n for n, row in enumerate(self.before.rows) if row.text == text)
        old, new = (f"{text}开展专题宣讲不少于{n}场。" for n in (12, 12 + self.number(1, 50)))
        self.before.change(place, text=old)
        self.after.change(index, text=new)
        self.done["reworded", old, new] += 1
        self.done["target", old] += 1


KINDS = (Mutator.drop, Mutator.add, Mutator.move, Mutator.reword, Mutator.lead, Mutator.month,
         Mutator.quantity)  # fmt: skip
ROOMY = [t for t in range(1, 22, 2) if len(Table.bundled().of_task(t)) > 1]
"""Tasks with a row to spare, each with one behind it that is not among them."""


def brief(found: Counter[Change]) -> Counter[Change]:
    """The changes as the mutator writes them down."""
    short: Counter[Change] = Counter()
    for change, times in found.items():
        kind, text, *rest = change
        if kind == "reassigned":
            assert rest[:3] == ["牵头", "明示", "更换"]
            short["lead", text, rest[-1]] += times
        elif kind == "deadlines":
            short["due", text, rest[3]] += times
        elif kind == "targets":
            assert rest[0] == "提高"
            short["target", text] += times
        elif kind == "moved":
            short["moved", text] += times
        else:
            short[change] += times
    return short


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Version:
    (found,) = read(tmp_path_factory.mktemp("bundled"), FILE.read_text("utf-8"))
    return found


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_exactly_the_changes_made(bundled: Version, tmp_path: Path, data: st.DataObject) -> None:
    mutator = Mutator(data.draw)
    for task in data.draw(st.lists(st.sampled_from(ROOMY), unique=True, min_size=1, max_size=7)):
        data.draw(st.sampled_from(KINDS), label=f"task {task}")(mutator, task)
    texts = [mutator.before.text, mutator.after.text]
    if texts[0] == FILE.read_text("utf-8"):
        versions = [bundled, *read(tmp_path, texts[1])]
    else:
        versions = read(tmp_path, *texts)
    assert len(versions[1].entries) == len(mutator.after.rows)
    _, found = checked(versions[0], versions[1])
    assert brief(found) == mutator.done
