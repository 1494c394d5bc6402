"""``kg review`` from outside: judgements made, shown, taken back, merged."""

from __future__ import annotations

import csv
import subprocess
from datetime import date
from pathlib import Path

import pytest

from kg.cli.reviews import desk as review_desk
from kg.review import pair_hash
from tests.cli import review_sample as sample
from tests.cli.conftest import Kg
from tests.cli.review_sample import (
    ADDED,
    LOWER,
    PLACES,
    UPPER,
    build_lists,
    ledger,
    listed,
    states,
    status,
)

ONE, TWO, THREE = PLACES


@pytest.fixture
def built(kg: Kg, workplace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with both lists in the store, and a known reviewer."""
    return build_lists(kg, workplace, monkeypatch)


def test_every_suggestion_waits_for_a_person(kg: Kg, built: Path) -> None:
    rows = listed(kg)
    assert list(rows) == list(PLACES)
    assert {row["state"] for row in rows.values()} == {"待审"}
    assert len({row["pair"] for row in rows.values()}) == len(rows)
    table = kg("review", "list").out
    assert table.startswith("对应审核（账本 kg-review.tsv）\n· 对应 3 对：待审 3\n")
    assert f"{LOWER} 对 {UPPER}" in table
    assert not (built / "kg-review.tsv").exists()


def test_judgements_reach_ledger_and_store_at_once(kg: Kg, built: Path) -> None:
    names = [row["pair"] for row in listed(kg).values()]
    outcome = kg("review", "accept", names[0], "--grade", "partly", "--comment", "只讲融资")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == (
        f"{names[0]} 确认（部分承接）：{LOWER} 任务1 → {UPPER} 任务1\n"
        "已记入 kg-review.tsv 1 条，图谱库已更新\n"
    )
    assert kg("review", "reject", names[1], "--lang", "en").err == (
        f"{names[1]} rejected: {LOWER} task 2 → {UPPER} task 2\n"
        "1 written to kg-review.tsv; the store is up to date\n"
    )
    assert kg("review", "unsure", *THREE).code == 0
    assert [status(built, pair) for pair in PLACES] == ["accepted", "rejected", "unsure"]
    assert list(states(kg).values()) == ["确认", "否定", "存疑"]
    row = listed(kg)[ONE]
    assert (row["judged_by"], row["judged_on"], row["comment"], row["grade"]) == (
        "张三",
        date.today().isoformat(),
        "只讲融资",
        "部分承接",
    )


def test_the_ledger_is_for_other_programs_as_well(kg: Kg, built: Path) -> None:
    for pair, word in zip(PLACES, ("accept", "reject", "unsure"), strict=True):
        kg("review", word, *pair)
    lines = (built / "kg-review.tsv").read_text("utf-8").splitlines()
    rows = list(csv.DictReader((x for x in lines if not x.startswith("#")), delimiter="\t"))
    assert [(row["predicate_modifier"], row["unsure"]) for row in rows] == [
        ("", ""),
        ("Not", ""),
        ("", "true"),
    ]
    assert all(row["subject_id"].isascii() for row in rows)
    assert rows[0]["subject_label"].startswith(f"{ONE[0]} 推动专利质押融资，")


def test_a_pair_the_program_missed(kg: Kg, built: Path) -> None:
    assert ADDED not in states(kg)
    lower, upper = ADDED[0], f"{UPPER}/一/2"  # a task with one measure stands for it
    assert kg("review", "add", lower, upper, "--grade", "partly").code == 0
    assert (states(kg)[ADDED], listed(kg)[ADDED]["score"]) == ("确认", None)
    assert status(built, ADDED) == "accepted"
    assert kg("review", "add", *reversed(THREE)).code == 0  # in either order
    assert states(kg)[THREE] == "确认"
    name = listed(kg)[ADDED]["pair"]
    assert kg("review", "undo", name).code == 0
    assert ADDED not in states(kg)
    assert status(built, ADDED) is None


def test_what_another_person_said_otherwise_is_told_at_once(kg: Kg, built: Path) -> None:
    kg("review", "unsure", *ONE, "--comment", "只沾边")
    name, today = listed(kg)[ONE]["pair"], date.today().isoformat()
    assert kg("review", "accept", name, "--grade", "covered").err.count("冲突") == 0  # one's own
    kg("review", "unsure", name, "--comment", "只沾边")
    assert kg("review", "reject", name, *TWO, "--reviewer", "李四").err == (
        f"{name} 否定：{LOWER} 任务1 → {UPPER} 任务1\n"
        f"{listed(kg)[TWO]['pair']} 否定：{LOWER} 任务2 → {UPPER} 任务2\n"
        f"{name} 冲突：张三 {today} 存疑：只沾边；李四 {today} 否定；判断一致之前计为存疑\n"
        "已记入 kg-review.tsv 2 条，图谱库已更新\n"
    )
    told = kg("review", "accept", name, "--reviewer", "王五", "--lang", "en").err
    assert f"{name} conflict: 张三 {today} unsure: 只沾边; " in told
    assert "; it counts as unsure until they agree\n" in told
    assert "冲突" in kg("review", "add", *ONE, "--reviewer", "赵六").err
    report = kg("report", "gaps").out
    assert "；不计：冲突 1 对" in report.replace("人工否定 1 对，", "")
    assert states(kg)[ONE] == "冲突"


def test_undo_and_a_second_thought(kg: Kg, built: Path) -> None:
    kg("review", "accept", *ONE)
    kg("review", "reject", *ONE)
    assert [j.verdict for j in ledger(built).judgements] == ["rejected"]
    kg("review", "accept", *ONE, "--reviewer", "李四")
    assert states(kg)[ONE] == "冲突"
    assert status(built, ONE) == "unsure"
    outcome = kg("review", "undo", *ONE)
    assert outcome.err == "已从 kg-review.tsv 撤回 1 条，图谱库已更新\n"
    assert states(kg)[ONE] == "确认"
    name = listed(kg)[ONE]["pair"]
    refused = kg("review", "undo", name)
    assert (refused.code, refused.err) == (
        2,
        f"张三 没有判断过 {name}（判断人：李四）。请用 --reviewer 写明撤回谁的\n",
    )
    assert kg("review", "undo", name, "--lang", "en").err == (
        f"张三 has not judged {name} (judged by 李四). Next: name whose is to go with --reviewer\n"
    )
    kg("review", "undo", name, "--reviewer", "李四")
    assert ledger(built).judgements == ()
    refused = kg("review", "undo", name)
    assert refused.err == f"{name} 还没有人判断。请用 kg review list 查看\n"
    english = kg("review", "undo", name, "--lang", "en").err
    assert english == f"nobody has judged {name}. Next: see kg review list\n"


def test_filters(kg: Kg, built: Path) -> None:
    kg("review", "accept", *ONE)
    assert list(listed(kg, "--state", "accepted")) == [ONE]
    assert list(listed(kg, "--state", "suggested", "--state", "accepted")) == list(PLACES)
    assert list(listed(kg, "--task", "2")) == [TWO]
    assert list(listed(kg, "--task", f"{UPPER}/一/3", "--document", LOWER)) == [THREE]
    assert "列出其中 1 对" in kg("review", "list", "--state", "accepted").out
    refused = kg("review", "list", "--task", "99")
    assert refused.code == 2
    assert refused.err.startswith("没有这个任务：99；应为：")
    assert kg("review", "list", "--state", "好").code == 2


def test_show_tells_texts_reasons_and_judgements(kg: Kg, built: Path) -> None:
    assert "未经人工审核" in kg("review", "show", *ONE).out
    kg("review", "accept", *ONE, "--comment", "一回事")
    kg("review", "reject", *ONE, "--reviewer", "李四")
    out = kg("review", "show", listed(kg)[ONE]["pair"]).out
    for words in ("冲突", "推动专利质押融资，开展专利转化运用专项行动，服务企业。", "任务1",
                  "确认（承接）：一回事", "李四", "程序的得分"):  # fmt: skip
        assert words in out


def test_what_cannot_be_judged_is_refused(kg: Kg, built: Path) -> None:
    cases = {
        ("accept", "ffffff"): ("没有这个对应：ffffff；应为：", "unknown pair: ffffff; expected: "),
        ("accept", ONE[0]): (f"没有这个对应：{ONE[0]}；", f"unknown pair: {ONE[0]}; "),
        ("accept", f"{LOWER}/一/9#1", ONE[1]): ("没有这个举措：", "unknown measure: "),
        ("accept", *ADDED): (
            f"程序没有建议这一对，也没有人判断过（{ADDED[0]} — {ADDED[1]}）。"
            "请用 kg review add 补充\n",
            f"nothing suggests this pair so far ({ADDED[0]} — {ADDED[1]}). "
            "Next: add it with kg review add\n",
        ),
        ("add", ONE[0], TWO[0]): (
            f"两条举措在同一份文件中（{LOWER}）\n",
            f"both measures are in one document ({LOWER})\n",
        ),
        ("show", *ONE, *TWO): ("没有这个对应：", "unknown pair: "),
    }  # fmt: skip
    for arguments, (zh, en) in cases.items():
        chinese, english = (kg("review", *arguments, "--lang", x) for x in ("zh", "en"))
        assert (chinese.code, chinese.out, chinese.err[: len(zh)]) == (2, "", zh)
        assert english.err[: len(en)] == en
    assert not (built / "kg-review.tsv").exists()


def test_a_task_with_several_measures_is_no_measure(kg: Kg, built: Path) -> None:
    text = sample.LOWER_LIST.replace("办好四月的展览。", "办好四月的展览。<br>办好五月的展览。")
    rows = text.replace(
        "| 4.普及常识 | 办好四月的展览。<br>办好五月的展览。 | 市委宣传部 |",
        "| 4.普及常识 | 办好四月的展览。 | 市委宣传部 |\n| | 办好五月的展览。 | 市委宣传部 |",
    )
    (built / "市.txt").write_text(rows, "utf-8")
    assert kg("build", "省.txt", "市.txt").code == 0
    task = f"{LOWER}/一/4"
    outcome = kg("review", "add", task, ONE[1])
    assert outcome.err == f"{task} 有 2 条举措；应为：其中之一：{task}#1、{task}#2\n"
    english = kg("review", "add", task, ONE[1], "--lang", "en")
    assert english.err == f"{task} has 2 measures; expected: one of {task}#1, {task}#2\n"


def test_a_judgement_needs_somebody(kg: Kg, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KG_REVIEWER")
    monkeypatch.setenv("PATH", str(built))  # no git here
    outcome = kg("review", "accept", *ONE)
    assert (outcome.code, outcome.err) == (
        2,
        "不知道是谁作的判断；应为：--reviewer 姓名、环境变量 KG_REVIEWER、kg.toml 中的 reviewer，"
        "或 git 的 user.name\n",
    )
    assert kg("review", "accept", *ONE, "--lang", "en").err == (
        "nobody is named as the one who judges; expected: --reviewer NAME, KG_REVIEWER, reviewer "
        "in kg.toml, or git's user.name\n"
    )
    (built / "kg.toml").write_text('reviewer = "王五"\n', "utf-8")
    assert kg("review", "accept", *ONE).code == 0
    assert ledger(built).judgements[0].reviewer == "王五"


def test_a_control_character_is_refused_and_nothing_written(kg: Kg, built: Path) -> None:
    outcome = kg("review", "accept", *ONE, "--comment", "甲\x07")
    assert (outcome.code, outcome.err) == (2, "comment 中有控制字符。请去掉后再记\n")
    assert not (built / "kg-review.tsv").exists()


def test_a_changed_cell_makes_one_judgement_stale(kg: Kg, built: Path) -> None:
    for pair in PLACES:
        kg("review", "accept", *pair)
    changed = sample.LOWER_LIST.replace("办好讲座。", "办好论坛。")
    (built / "市.txt").write_text(changed, "utf-8")
    outcome = kg("build", "市.txt")
    assert outcome.out.endswith("审核：确认 2，否定 0，存疑 0，已过期 1，冲突 0，未用上 0\n")
    assert f"已过期：{LOWER} 任务2 → {UPPER} 任务2（下级举措的文字已变；原判：张三 " in outcome.err
    assert list(states(kg).values()) == ["确认", "已过期", "确认"]
    assert status(built, TWO) == "stale"
    kg("review", "accept", *TWO)
    assert states(kg)[TWO] == "确认"
    assert len(ledger(built).judgements) == 3


def test_a_row_put_in_above_moves_no_judgement(kg: Kg, built: Path) -> None:
    kg("review", "reject", *ONE)
    row = "| 1.加强专利转化 | 推动"
    inserted = "| 1.加强专利转化 | 摸清家底，建立台账。 | 市科技局 |\n| | 推动"
    (built / "市.txt").write_text(sample.LOWER_LIST.replace(row, inserted), "utf-8")
    kg("build", "市.txt")
    moved = (f"{LOWER}/一/1#2", ONE[1])
    assert states(kg)[moved] == "否定"
    kg("review", "accept", *moved)
    assert [(j.lower_key, j.verdict) for j in ledger(built).judgements] == [(moved[0], "accepted")]


def test_a_measure_that_is_gone_and_a_document_that_is_not_there(kg: Kg, built: Path) -> None:
    kg("review", "accept", *ONE)
    kg("review", "accept", *TWO)
    lines = [x for x in sample.LOWER_LIST.splitlines() if "人才培训" not in x]
    (built / "市.txt").write_text("\n".join(lines) + "\n", "utf-8")
    kg("build", "市.txt")
    assert states(kg)[TWO] == "未用上"
    name = listed(kg)[TWO]["pair"]
    refused = kg("review", "accept", name)
    assert (refused.code, refused.err) == (
        2,
        f"{name} 的举措不在图谱库中（{TWO[0]}）。"
        "请读入它所在的文件；判断已无用时用 kg review undo 撤回\n",
    )
    assert kg("review", "accept", name, "--lang", "en").err == (
        f"a measure of {name} is not in the store ({TWO[0]}). Next: load its document; "
        "kg review undo takes the judgement back\n"
    )
    assert kg("review", "show", name).code == 0
    assert kg("review", "undo", name).code == 0
    assert states(kg) == {ONE: "确认", THREE: "待审"}
    (built / "kg.db").unlink()
    assert "（文件未载入：" in kg("build", "省.txt").err
    assert states(kg) == {ONE: "未用上"}


def test_a_short_name_that_means_several_pairs(
    kg: Kg, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def alike(lower: str, upper: str) -> str:
        return "abcdef" + pair_hash(lower, upper)

    monkeypatch.setattr(review_desk, "pair_hash", alike)
    names = [row["pair"] for row in listed(kg).values()]
    assert all(len(name) > len("abcdef") for name in names)
    assert len(set(names)) == len(names)
    refused = kg("review", "accept", "ABCDEF")
    assert (refused.code, refused.err) == (
        2,
        f"“ABCDEF”指 3 对；应为：其中之一：{'、'.join(names)}\n",
    )
    assert kg("review", "accept", "abcdef", "--lang", "en").err == (
        f"“abcdef” means 3 pairs; expected: one of {', '.join(names)}\n"
    )
    assert kg("review", "accept", names[0].upper()).code == 0


def test_git_knows_who_judges(kg: Kg, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KG_REVIEWER")
    subprocess.run(["git", "init", "-q"], cwd=built, check=True)
    subprocess.run(["git", "config", "user.name", "赵六"], cwd=built, check=True)
    assert kg("review", "accept", *ONE).code == 0
    assert ledger(built).judgements[0].reviewer == "赵六"
