"""``kg review exempt`` from outside: a person's word on what a task is meant for."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.cli import review_sample as sample
from tests.cli.conftest import Kg
from tests.cli.review_sample import LOWER, PLACES, UPPER, build_lists, ledger, states

TASK, ADDRESS = f"{UPPER}/一/2", f"{UPPER} 任务2"
TODAY = date.today().isoformat()


@pytest.fixture
def built(kg: Kg, workplace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with both lists in the store, and a known reviewer."""
    return build_lists(kg, workplace, monkeypatch)


def said(kg: Kg, *options: str) -> list[dict[str, str]]:
    """Return the rows of the list that speak of tasks."""
    parts = json.loads(kg("review", "list", "-f", "json", *options).out)["parts"]
    return [row for part in parts if part["key"] == "tasks" for row in part["rows"]]


def gap(kg: Kg, task: str = TASK, *options: str) -> tuple[str, str]:
    """Return state and reason of an upper task."""
    parts = json.loads(kg("report", "gaps", "-f", "json", *options).out)["parts"]
    (row,) = (r for r in parts[0]["rows"] if r["upper_keys"][0] == task)
    return row["state"], row["reason"]


@pytest.mark.parametrize(
    "words",
    [
        (TASK,),
        (ADDRESS,),
        tuple(ADDRESS.split()),
        (f"{UPPER} task 2",),
        (ADDRESS.replace(" ", ""),),
    ],
)
def test_a_task_is_named_by_key_or_address(kg: Kg, built: Path, words: tuple[str, ...]) -> None:
    assert gap(kg)[0] == "已承接"
    outcome = kg("review", "exempt", *words, "--comment", "省里统一办")
    assert (outcome.code, outcome.out) == (0, "")
    name = said(kg)[0]["pair"]
    assert outcome.err == (
        f"{name} 不适用：{ADDRESS}（每份下级文件）\n已记入 kg-review.tsv 1 条，图谱库已更新\n"
    )
    state, reason = gap(kg)
    assert state == "不适用"
    assert reason.startswith(
        f"人工：不适用（张三，{TODAY}，省里统一办）；计入的对应 1 对因此搁置；“"
    )
    assert "其中凭人工判断的 1 项：判为不适用 1" in kg("report", "gaps").out
    assert "其中凭人工判断的 1 项：判为不适用 1" in kg("report", "alignment").out


def test_the_list_shows_it_and_undo_takes_it_back(kg: Kg, built: Path) -> None:
    kg("review", "exempt", ADDRESS, "--comment", "省里统一办")
    (row,) = said(kg)
    assert {k: row[k] for k in row if k != "pair"} == {
        "state": "不适用",
        "upper_task": f"{ADDRESS} 加强人才培训",
        "lower_documents": "每份下级文件",
        "judged_by": "张三",
        "judged_on": TODAY,
        "comment": "省里统一办",
        "task_keys": [TASK],
    }
    assert "任务适用与否 1 条：不适用 1" in kg("review", "list").out
    for options, count in (
        (("--state", "exempt"), 1),
        (("--state", "meant"), 0),
        (("--task", "2", "--document", LOWER), 1),
        (("--task", "1"), 0),
    ):
        assert len(said(kg, *options)) == count
    refused = kg("review", "undo", row["pair"], "--reviewer", "李四")
    assert (refused.code, refused.err) == (
        2,
        f"李四 没有判断过 {row['pair']}（判断人：张三）。请用 --reviewer 写明撤回谁的\n",
    )
    undone = kg("review", "undo", row["pair"], *PLACES[0])
    assert (undone.code, undone.err[:20]) == (2, kg("review", "undo", *PLACES[0]).err[:20])
    assert kg("review", "undo", row["pair"].upper()).err == (
        "已从 kg-review.tsv 撤回 1 条，图谱库已更新\n"
    )
    assert (said(kg), gap(kg)[0]) == ([], "已承接")


def test_a_second_thought_and_one_document(kg: Kg, built: Path) -> None:
    kg("review", "exempt", ADDRESS)
    kg("review", "exempt", ADDRESS, "--meant")
    assert [row.is_exempt for row in ledger(built).exemptions] == [False]
    kg("review", "exempt", ADDRESS, "--document", LOWER)
    assert [row["lower_documents"] for row in said(kg)] == ["每份下级文件", LOWER]
    assert [row["state"] for row in said(kg)] == ["未用上", "不适用"]
    assert said(kg)[0]["comment"].startswith("对每份下级文件另有更确切或更新的判断；原判：张三")
    assert gap(kg)[0] == "不适用"


def test_reviewers_and_accepted_pairs_can_contradict_it(kg: Kg, built: Path) -> None:
    kg("review", "exempt", ADDRESS)
    outcome = kg("review", "exempt", ADDRESS, "--meant", "--reviewer", "李四")
    both = f"张三 {TODAY} 不适用；李四 {TODAY} 适用"
    assert f" 冲突：{ADDRESS}（每份下级文件）：{both}\n" in outcome.err
    assert gap(kg)[0] == "已承接"
    kg("review", "undo", said(kg)[0]["pair"], "--reviewer", "李四")
    kg("review", "accept", *PLACES[1])
    (row,) = said(kg)
    assert row["comment"] == (
        f"{LOWER}：又有人确认了这项任务的对应，状态仍照对应；原判：张三 {TODAY} 不适用"
    )
    state, reason = gap(kg)
    assert (state, row["state"]) == ("已承接", "冲突")
    assert f"人工：冲突，有确认的对应，又判为不适用（张三，{TODAY}）" in reason


def test_it_survives_a_wipe_and_goes_stale_when_the_task_changes(kg: Kg, built: Path) -> None:
    kg("review", "exempt", ADDRESS)
    (built / "kg.db").unlink()
    out = kg("build", "省.txt", "市.txt").out
    assert out.endswith("任务适用与否 1 条：不适用 1\n")
    assert gap(kg)[0] == "不适用"
    changed = sample.UPPER_LIST.replace("加强人才培训", "加强人才队伍培训")
    (built / "省.txt").write_text(changed, "utf-8")
    outcome = kg("build", "省.txt")
    assert outcome.out.endswith("任务适用与否 1 条：已过期 1\n")
    assert f" 已过期：{ADDRESS}（任务的文字已变；原判：张三 {TODAY} 不适用）\n" in outcome.err
    state, reason = gap(kg)
    assert state == "已承接"
    assert f"人工：任务文字已变，原判“不适用”不再算数（张三，{TODAY}）" in reason
    kg("review", "exempt", ADDRESS)
    assert (gap(kg)[0], len(ledger(built).exemptions)) == ("不适用", 1)


def test_ledgers_of_two_people_merge(kg: Kg, built: Path) -> None:
    kg("review", "exempt", ADDRESS)
    shutil.copy(built / "kg-review.tsv", built / "别人.tsv")
    kg("review", "exempt", ADDRESS, "--meant", "--reviewer", "李四", "--review", "别人.tsv")
    outcome = kg("review", "merge", "别人.tsv")
    assert outcome.err == (
        "从 别人.tsv 并入 kg-review.tsv 1 条；冲突 1 处\n"
        f"  {ADDRESS} 加强人才培训：张三 {TODAY} 不适用；李四 {TODAY} 适用\n"
    )
    assert (said(kg)[0]["state"], gap(kg)[0]) == ("冲突", "已承接")


def test_what_cannot_be_judged_is_refused(kg: Kg, built: Path) -> None:
    cases = {
        (f"{UPPER} 任务9",): (
            f"没有这个任务：{UPPER} 任务9；应为：{UPPER} 任务",
            f"unknown task: {UPPER} 任务9; expected: one of {UPPER} 任务",
        ),
        (UPPER, "任务9"): (f"没有这个任务：{UPPER} 任务9；", f"unknown task: {UPPER} 任务9; "),
        (f"{TASK}#1",): (
            f"要判断的是整项任务，不是其中一条举措（{TASK}#1）；应为：{TASK}\n",
            f"it is a whole task that is judged ({TASK}#1); expected: {TASK}\n",
        ),
        (f"{LOWER}/一/2",): (
            f"没有下级文件与它比对（{LOWER}）。请读入下级文件，或用 kg align 指定\n",
            f"no lower document is compared with it ({LOWER}). Next: load a lower document, or "
            "name one with kg align\n",
        ),
        (TASK, "--document", UPPER): (
            f"任务就在这份文件中（{UPPER}）；应为：下级文件\n",
            f"it is the document of the task itself ({UPPER}); expected: a lower document\n",
        ),
        (TASK, "--document", "无"): (
            "没有这个文件：无；应为：",
            "unknown document: 无; expected: ",
        ),
        (TASK, "--comment", "甲\x07"): (
            "comment 中有控制字符。请去掉后再记\n",
            "comment has a control character. Next: take it out\n",
        ),
    }
    for arguments, (zh, en) in cases.items():
        chinese, english = (kg("review", "exempt", *arguments, "--lang", x) for x in ("zh", "en"))
        assert (chinese.code, chinese.out, chinese.err[: len(zh)]) == (2, "", zh)
        assert english.err[: len(en)] == en
    assert not (built / "kg-review.tsv").exists()
    assert set(states(kg).values()) == {"待审"}


def test_documents_that_are_not_compared(kg: Kg, built: Path) -> None:
    kg("review", "exempt", ADDRESS)
    kg("align", UPPER, LOWER, "--forbid")
    (row,) = said(kg)
    assert (row["state"], row["comment"]) == (
        "未用上",
        f"没有下级文件与它比对；原判：张三 {TODAY} 不适用",
    )
    refused = kg("review", "exempt", ADDRESS, "--document", LOWER)
    assert (refused.code, refused.err) == (
        2,
        f"这两份文件没有比对（{LOWER} — {UPPER}）。请先用 kg align '{UPPER}' '{LOWER}'\n",
    )
    assert kg("review", "exempt", ADDRESS, "--document", LOWER, "--lang", "en").err == (
        f"the two documents are not compared ({LOWER} — {UPPER}). "
        f"Next: first kg align '{UPPER}' '{LOWER}'\n"
    )
    kg("align", UPPER, LOWER, "--auto")
    assert said(kg)[0]["state"] == "不适用"
