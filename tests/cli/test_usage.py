"""Wrong use and failures: the text in both languages, the exit code, nothing on stdout."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli.command import Command
from kg.cli.reports import workload
from tests.cli.conftest import Kg

CASES = [
    (
        ("reprot",),
        "没有这个命令：reprot；应为：report、export、plot、correct、query、review、doctor 之一",
        "unknown command: reprot; expected: one of report, export, plot, correct, query, review, "
        "doctor",
    ),
    (
        ("report", "workloda"),
        "没有这个命令：workloda；应为：workload、coordination 之一",
        "unknown command: workloda; expected: one of workload, coordination",
    ),
    (
        ("find", "--inferrd", "专利"),
        "没有这个选项：--inferrd\n用法见 kg find --help",
        "No such option '--inferrd'.\nsee kg find --help",
    ),
    (
        ("find",),
        "缺少参数：TEXT\n用法见 kg find --help",
        "missing parameter: TEXT\nsee kg find --help",
    ),
    (
        ("find", "--store"),
        "选项用法不对：--store",
        "Option '--store' requires an argument.",
    ),
    (
        ("find", "专利", "转化"),
        "参数不对：Got unexpected extra argument (转化)\n用法见 kg find --help",
        "Got unexpected extra argument (转化)\nsee kg find --help",
    ),
    (
        ("find", " \u3000 "),
        "没有给出要找的文字；应为：至少一个字，例如：专利",
        "no text to look for; expected: at least one character, such as 专利",
    ),
    (
        ("report", "workload", "--top", "0"),
        "不是正整数：0（--top）；应为：1、2、3……",
        "not a positive whole number: 0 (--top); expected: 1, 2, 3, …",
    ),
    (
        ("report", "workload", "-f", "pdf"),
        "没有这个格式：pdf；应为：table、csv、tsv、json、jsonl、md、xlsx",
        "unknown format: pdf; expected: table, csv, tsv, json, jsonl, md, xlsx",
    ),
    (
        ("show", "甲", "-f", "csv"),
        "没有这个格式：csv；应为：table、json、md、xlsx",
        "unknown format: csv; expected: table, json, md, xlsx",
    ),
    (
        ("find", "专利", "-o", "a.pdf"),
        "文件名后缀看不出格式（a.pdf）；应为：.txt、.json、.jsonl、.ndjson、.md、.markdown、.xlsx。"
        "请改后缀，或用 -f 指定格式",
        "the file name's ending names no format (a.pdf); expected: .txt, .json, .jsonl, .ndjson, "
        ".md, .markdown, .xlsx. Next: change the ending, or name the format with -f",
    ),
]


@pytest.mark.parametrize(("arguments", "zh", "en"), CASES)
def test_wrong_use(kg: Kg, filled: Path, arguments: tuple[str, ...], zh: str, en: str) -> None:
    chinese = kg(*arguments)
    assert (chinese.code, chinese.out) == (2, "")
    english = kg("--lang", "en", *arguments)
    assert (english.code, english.out) == (2, "")
    assert chinese.err == zh + "\n"
    assert english.err == en + "\n"


@pytest.mark.parametrize("language", ["fr", "", "zhh"])
def test_an_unknown_language_names_the_known_ones(kg: Kg, language: str) -> None:
    outcome = kg("doctor", "--lang", language)
    assert outcome.code == 2
    assert outcome.err == f"没有这个语言：{language}；应为：zh、en\n"


@pytest.mark.parametrize(
    "arguments",
    [("report", "workload"), ("find", "专利"), ("show", "甲"), ("export", "jsonl", "x")],
)
def test_without_a_store_one_is_told_to_build(
    kg: Kg, workplace: Path, arguments: tuple[str, ...]
) -> None:
    for language in ("zh", "en"):
        outcome = kg(*arguments, "--lang", language)
        assert (outcome.code, outcome.out) == (5, "")
        assert "kg build" in outcome.err
        assert "kg.db" in outcome.err
        assert "Traceback" not in outcome.err
    assert list(workplace.iterdir()) == []


def test_debug_adds_the_traceback(kg: Kg) -> None:
    outcome = kg("show", "甲", "--debug")
    assert outcome.code == 5
    assert outcome.err.startswith("Traceback")


def failing(error: BaseException) -> Command:
    def action(*_: object, **__: object) -> None:
        raise error

    params = workload.COMMAND.params
    return Command("workload", action, workload.COMMAND.meaning, params[:6])


@pytest.mark.parametrize(
    ("error", "zh", "en"),
    [
        (
            ValueError("坏了"),
            "程序出错：ValueError: 坏了。请加 --debug 再运行一次，把显示的内容告诉维护者\n",
            "unexpected error: ValueError: 坏了. Next: run with --debug and report what it shows\n",
        ),
        (
            AssertionError(),
            "程序出错：AssertionError。请加 --debug 再运行一次，把显示的内容告诉维护者\n",
            "unexpected error: AssertionError. Next: run with --debug and report what it shows\n",
        ),
        (
            OSError(28, "No space left on device"),
            "系统报错：[Errno 28] No space left on device\n",
            "the system refused: [Errno 28] No space left on device\n",
        ),
    ],
)
def test_a_defect_is_one_sentence(
    kg: Kg, monkeypatch: pytest.MonkeyPatch, error: Exception, zh: str, en: str
) -> None:
    monkeypatch.setattr(workload, "COMMAND", failing(error))
    outcome = kg("report", "workload")
    assert (outcome.code, outcome.out, outcome.err) == (1, "", zh)
    assert kg("report", "workload", "--lang", "en").err == en
    debug = kg("report", "workload", "--debug").err
    assert debug.startswith("Traceback")
    assert debug.endswith(zh)


def test_an_interrupt_is_silent(kg: Kg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workload, "COMMAND", failing(KeyboardInterrupt()))
    outcome = kg("report", "workload")
    assert (outcome.code, outcome.out, outcome.err.strip()) == (130, "", "")
