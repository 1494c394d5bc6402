"""``kg correct`` and what ``kg build`` says of corrections, from outside."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from kg.corrections.sheet import COLUMNS
from tests.cli.conftest import Kg
from tests.cli.correction_sample import KEY, LIST, NUMBER, TASK, ledger


@pytest.fixture
def built(kg: Kg, workplace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a small list that is in the store, and a known reviewer."""
    monkeypatch.setenv("KG_REVIEWER", "张三")
    monkeypatch.delenv("KG_CORRECTIONS", raising=False)
    (workplace / "清单.txt").write_text(LIST.format(number=NUMBER), "utf-8")
    assert kg("build", "清单.txt").code == 0
    return workplace


def test_add_build_show_list_remove(kg: Kg, built: Path) -> None:
    added = kg(
        "correct", "add", "agencies", TASK, "牵头=运用处；配合=保护处", "--comment", "按原件"
    )
    assert (added.code, added.out) == (0, "")
    assert added.err == "已记入 kg-corrections.tsv 第 3 行，下次 kg build 生效\n"
    (row,) = ledger(built)
    assert row["value"] == "lead=运用处;assist=保护处"
    assert row["was"] == "responsible=省保护处、运用处"
    assert (row["by"], row["date"], row["comment"]) == ("张三", date.today().isoformat(), "按原件")

    outcome = kg("build", "清单.txt")
    assert outcome.code == 0
    assert outcome.out.endswith("更正：已用 1，过时 0，未用上 0\n")
    shown = kg("show", KEY).out
    assert "省保护处、运用处" in shown
    assert "按人工更正改正责任单位（张三，" in shown
    assert "（未变）" in kg("build", "清单.txt").out

    listed = json.loads(kg("correct", "list", "-f", "json").out)["parts"][0]["rows"]
    assert [(r["line"], r["action"], r["target"], r["by"]) for r in listed] == [
        (3, "agencies", TASK, "张三")
    ]
    removed = kg("correct", "remove", "3", "--lang", "en")
    assert removed.err == (
        f"line 3 of kg-corrections.tsv is removed (agencies {TASK}); it counts from the next kg "
        "build on\n"
    )
    assert "更正" not in kg("build", "清单.txt").out
    assert "corrected" not in kg("show", KEY).out


def test_names_and_aliases_of_names_are_taken_as_targets(kg: Kg, built: Path) -> None:
    for name in ("省保护处", "澄湖市知识产权任务清单"):
        outcome = kg("correct", "add", "alias", name, "某局保护一处")
        assert outcome.code == (0 if name == "省保护处" else 2)
    assert outcome.err.startswith("没有这个单位名称：澄湖市知识产权任务清单；应为：")
    assert ledger(built)[0]["document"] == NUMBER
    assert kg("build", "清单.txt").out.endswith("更正：已用 1，过时 0，未用上 0\n")
    assert "某局保护一处" in kg("show", "省保护处").out


def test_a_name_of_several_documents_needs_one_named(kg: Kg, built: Path) -> None:
    other = LIST.format(number="云知发〔2025〕1号").replace("澄湖", "云州")
    (built / "二.txt").write_text(other, "utf-8")
    kg("build", "二.txt")
    outcome = kg("correct", "add", "alias", "省保护处", "某处")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        f"2 份文件都印有“省保护处”；应为：云知发〔2025〕1号、{NUMBER}。"
        "请用 --document 指明一份；各份都一样时用 --document '*'\n"
    )
    english = kg("correct", "add", "alias", "省保护处", "某处", "--lang", "en").err
    assert english.startswith("2 documents print “省保护处”; expected: ")
    assert english.endswith("name one with --document; with --document '*' it holds for all\n")
    assert kg("correct", "add", "alias", "省保护处", "某处", "--document", "*").code == 0
    assert kg("correct", "add", "alias", "省保护处", "乙处", "--document", NUMBER).code == 0
    assert [row["document"] for row in ledger(built)] == ["*", NUMBER]
    assert kg("build", ".").out.endswith("更正：已用 2，过时 0，未用上 0\n")


def test_stale_and_unused_are_said_with_their_lines_and_reasons(kg: Kg, built: Path) -> None:
    kg("correct", "add", "agencies", KEY, "lead=运用处")
    kg("correct", "add", "text", f"{NUMBER}/一/2#1", "商标", "--was", "版权")
    changed = LIST.format(number=NUMBER).replace("省保护处、运用处", "法规处、运用处")
    changed = changed.replace("| 2.加强培训 | 组织版权培训。 | 运用处、保护处 |\n", "")
    (built / "清单.txt").write_text(changed, "utf-8")
    outcome = kg("build", "清单.txt")
    assert outcome.code == 0
    assert outcome.out.endswith("更正：已用 0，过时 1，未用上 1\n")
    assert outcome.err.startswith(
        f"  第 3 行过时，没有采用：agencies {KEY} → lead=运用处（原文已变）\n"
        f"  第 4 行未用上，没有采用：text {NUMBER}/一/2#1 → 商标（文件中已没有这一处）\n"
    )
    english = kg("build", "清单.txt", "--lang", "en")
    assert "corrections: 0 applied, 1 stale, 1 unused\n" in english.out
    assert english.err.startswith(
        f"  line 3 is stale and was not applied: agencies {KEY} → lead=运用处 "
        "(the printed words have changed)\n"
    )
    assert "correction-stale" in kg("show", KEY).out
    assert "correction-unused" in kg("show", NUMBER).out


@pytest.mark.parametrize(
    ("lines", "zh"),
    [
        ([f"agencies\t{NUMBER}\t{NUMBER}/九/9#9\t\t\tlead=甲局"], "没有这个键"),
        ([f"rename\t{NUMBER}\t{KEY}\t\t\tlead=甲局"], "没有这种更正：rename"),
        (["agencies"], "这一行有 1 格"),
        (["deadline\t别文\t别文/一/1#1\t\t\t2025年"], "没有这份文件：别文"),
    ],
)
def test_a_faulty_ledger_stops_the_build(kg: Kg, built: Path, lines: list[str], zh: str) -> None:
    before = (built / "kg.db").read_bytes()
    good = f"agencies\t{NUMBER}\t{KEY}\t\t\tlead=运用处"
    text = "\n".join(["\t".join(COLUMNS), good, *lines, ""])
    (built / "kg-corrections.tsv").write_text(text, "utf-8")
    outcome = kg("build", "清单.txt")
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.startswith(zh)
    assert "（kg-corrections.tsv 第 3 行）" in outcome.err
    assert (built / "kg.db").read_bytes() == before


def test_an_altered_key_is_refused(kg: Kg, built: Path) -> None:
    kg("correct", "add", "agencies", KEY, "lead=运用处")
    path = built / "kg-corrections.tsv"
    path.write_text(path.read_text("utf-8").replace(KEY, f"{TASK}#7"), "utf-8")
    outcome = kg("build", "清单.txt", "--lang", "en")
    assert outcome.code == 3
    assert outcome.err == (
        "target_hash does not belong to the document and target of the line (kg-corrections.tsv, "
        "line 3). Next: remove the line and add it with kg correct add; leave target_hash empty "
        "in a line written by hand\n"
    )


ADD = [
    (
        ("agencies", "没有", "lead=甲"),
        "没有这个键或名称：没有。请用 kg find 查找",
        "unknown key or name: 没有. Next: look for it with kg find",
    ),
    (
        ("agencies", f"{NUMBER}/一", "lead=甲"),
        f"{NUMBER}/一 不能作 agencies 更正；应为：举措、任务",
        f"{NUMBER}/一 cannot take a correction agencies; expected: a measure or a task",
    ),
    (("agencies", KEY, "甲局"), "不认识“甲局”", "“甲局” is not understood"),
    (
        ("deadline", KEY, "2025年13月"),
        "时限无法识读：2025年13月",
        "the deadline cannot be read: 2025年13月",
    ),
    (
        ("text", KEY, "转让", "--was", "转画"),
        f"“转画”在原文中没有，或不止一处（{KEY}）；应为：原文中只出现一次的文字。请用 kg show",
        f"“转画” is not printed there, or more than once ({KEY}); expected: words that are printed",
    ),
    (("text", KEY, "转化", "--was", "转化"), "改后与原样相同", "the correction changes nothing"),
    (("split", KEY, "没有"), "“没有”在原文中没有", "“没有” is not printed there"),
    (
        ("join", KEY, "3"),
        f"本条起只有 1 条举措（{KEY}）；应为：至少 3 条",
        f"there are 1 measures from this one on ({KEY}); expected: 3 or more",
    ),
    (("alias", "没有处", "甲"), "没有这个单位名称：没有处", "unknown name of a body: 没有处"),
    (("alias", "省保护处", "甲;乙"), "不是单位名称：甲;乙", "not a body's name: 甲;乙"),
    (("rename", "甲", "乙"), "没有这个更正：rename；应为：alias、", "unknown action: rename"),
    (("text", KEY, "转让", "--was", "转化", "--by", " "), "不知道是谁作的更正", "nobody is named"),
    (("text", KEY, "甲", "--by", "a\x0bb"), "by 中有控制字符", "by has a control character"),
]


@pytest.mark.parametrize(("arguments", "zh", "en"), ADD, ids=[c[1] for c in ADD])
def test_what_cannot_be_added_is_refused(
    kg: Kg, built: Path, arguments: tuple[str, ...], zh: str, en: str
) -> None:
    for language, text in (("zh", zh), ("en", en)):
        outcome = kg("correct", "add", *arguments, "--lang", language)
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err.startswith(text)
    assert not (built / "kg-corrections.tsv").exists()


def test_a_cell_that_is_corrected_already_is_replaced_on_request(kg: Kg, built: Path) -> None:
    kg("correct", "add", "agencies", KEY, "lead=运用处")
    kg("build", "清单.txt")
    again = kg("correct", "add", "agencies", KEY, "lead=保护处")
    assert again.code == 2
    assert again.err == (
        f"第 3 行已更正这一处：lead=运用处（{KEY}）。"
        "请用 --replace 改写，或先 kg correct remove 3\n"
    )
    english = kg("correct", "add", "agencies", KEY, "lead=保护处", "--lang", "en").err
    assert english == (
        f"line 3 corrects this already: lead=运用处 ({KEY}). Next: write it anew with --replace, "
        "or kg correct remove 3 first\n"
    )
    assert kg("correct", "add", "agencies", KEY, "lead=保护处", "--replace").code == 0
    # What was printed is taken from the paper, not from what the first correction made of it.
    (row,) = ledger(built)
    assert row["was"] == "responsible=省保护处、运用处"
    assert kg("build", "清单.txt").out.endswith("更正：已用 1，过时 0，未用上 0\n")


def test_a_corrected_text_is_corrected_further(kg: Kg, built: Path) -> None:
    kg("correct", "add", "text", KEY, "转让", "--was", "转化")
    kg("build", "清单.txt")
    kg("correct", "add", "text", KEY, "版权", "--was", "商标")
    kg("correct", "add", "deadline", KEY, "2025年6月")
    kg("correct", "add", "split", f"{NUMBER}/一/2#1", "版权")
    assert kg("build", "清单.txt").out.endswith("更正：已用 4，过时 0，未用上 0\n")
    shown = kg("show", KEY).out
    assert "开展专利转让，组织版权培训。" in shown
    assert "开展专利转化，组织商标培训。" in shown
    # With the deadline in the store the printed cell is still the empty one.
    assert kg("correct", "add", "deadline", KEY, "2025年7月", "--replace").code == 0
    assert kg("build", "清单.txt").out.endswith("更正：已用 4，过时 0，未用上 0\n")


def test_a_new_name_is_pointed_out(kg: Kg, built: Path) -> None:
    outcome = kg("correct", "add", "agencies", KEY, "lead=运用处;assist=新设处")
    assert outcome.err.startswith("图谱库中还没有这个名称，请核对：新设处\n")
    english = kg("correct", "add", "split-name", "省保护处", "甲处、乙处", "--lang", "en")
    assert english.err.startswith("no document uses this name so far, please check: 甲处、乙处\n")


def test_remove_takes_a_correction_alone(kg: Kg, built: Path) -> None:
    path = built / "kg-corrections.tsv"
    path.write_text("\t".join(COLUMNS) + "\n# 甲\n", "utf-8")
    outcome = kg("correct", "remove", "2")
    assert (outcome.code, outcome.err) == (
        2,
        "第 2 行不是更正（kg-corrections.tsv）；应为：（账本中没有更正）\n",
    )
    kg("correct", "add", "agencies", KEY, "lead=运用处")
    assert kg("correct", "remove", "2", "--lang", "en").err == (
        "line 2 is no correction (kg-corrections.tsv); expected: one of 3\n"
    )
    kg("correct", "remove", "3")
    assert path.read_text("utf-8") == "\t".join(COLUMNS) + "\n# 甲\n"


def test_the_reviewer_is_option_environment_or_git(
    kg: Kg, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kg("correct", "add", "agencies", KEY, "lead=运用处", "--by", "李四")
    monkeypatch.delenv("KG_REVIEWER")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(built / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    nobody = kg("correct", "add", "deadline", KEY, "2025年6月", "--lang", "en")
    assert nobody.code == 2
    assert nobody.err == (
        "nobody is named as the one who corrects; expected: --by NAME, or KG_REVIEWER\n"
    )
    (built / "gitconfig").write_text("[user]\n\tname = 王五\n", "utf-8")
    kg("correct", "add", "deadline", KEY, "2025年6月")
    assert [row["by"] for row in ledger(built)] == ["李四", "王五"]
    monkeypatch.setattr("shutil.which", {}.get)
    assert kg("correct", "add", "text", KEY, "甲", "--was", "转化").code == 2


def test_measures_with_different_deadlines_cannot_be_joined(kg: Kg, built: Path) -> None:
    text = LIST.format(number=NUMBER).replace("责任单位 |", "责任单位 | 完成时限 |")
    text = text.replace("| --- |\n", "| --- | --- |\n").replace("| | |\n", "| | | |\n")
    text = text.replace(
        "运用处 |\n", "运用处 | 2025年6月 |\n| | 开展检查。 | 运用处 | 2025年7月 |\n"
    )
    text = text.replace("保护处 |\n", "保护处 | 2025年8月 |\n")
    (built / "清单.txt").write_text(text, "utf-8")
    assert kg("build", "清单.txt").code == 0
    for language, words in (
        ("zh", f"这几条举措的时限不同，不能合为一条（{KEY}）；应为：时限相同的几条\n"),
        ("en", f"these measures have different deadlines and cannot become one ({KEY}); "
               "expected: measures with one deadline\n"),
    ):  # fmt: skip
        assert kg("correct", "add", "join", KEY, "2", "--lang", language).err == words
