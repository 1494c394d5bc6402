"""Settings: option before environment before file before default."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.settings import locale_language, read_settings
from kg.wording import Language
from tests.cli.conftest import Kg


def store_of(options: dict[str, str], environ: dict[str, str], folder: Path) -> tuple[str, str]:
    setting = read_settings(options, environ, folder).store
    return setting.value, str(setting.origin)


def test_precedence_of_the_store(tmp_path: Path) -> None:
    options, environ = {"store": "o.db"}, {"KG_STORE": "e.db"}
    (tmp_path / "kg.toml").write_text('store = "f.db"\n')
    assert store_of(options, environ, tmp_path) == ("o.db", "选项 --store")
    assert store_of({}, environ, tmp_path) == ("e.db", "环境变量 KG_STORE")
    assert store_of({}, {}, tmp_path) == ("f.db", str(tmp_path / "kg.toml"))
    assert store_of({}, {"KG_STORE": ""}, tmp_path / "elsewhere") == ("kg.db", "默认")


def test_precedence_of_the_language(tmp_path: Path) -> None:
    (tmp_path / "kg.toml").write_text('lang = "en"\n')
    environ = {"KG_LANG": "zh", "LANG": "en_US.UTF-8"}
    assert read_settings({"lang": "en"}, environ, tmp_path).language is Language.EN
    assert read_settings({}, environ, tmp_path).language is Language.ZH
    assert read_settings({}, {"LANG": "zh_CN.UTF-8"}, tmp_path).language is Language.EN
    assert read_settings({}, {"LANG": "fr_FR"}, tmp_path / "none").language is Language.EN


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, Language.ZH),
        ({"LANG": ""}, Language.ZH),
        ({"LANG": "C"}, Language.ZH),
        ({"LC_ALL": "POSIX", "LANG": "en_US"}, Language.ZH),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "zh_CN"}, Language.EN),
        ({"LC_MESSAGES": "zh_TW.Big5", "LANG": "en_US"}, Language.ZH),
        ({"LANG": "zh_CN.GB18030"}, Language.ZH),
        ({"LANG": "de_DE.UTF-8"}, Language.EN),
    ],
)
def test_the_language_of_the_locale(environ: dict[str, str], language: Language) -> None:
    assert locale_language(environ) is language


def test_a_file_named_by_the_environment_is_read_and_must_be_there(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    with pytest.raises(UsageError) as caught:
        read_settings({}, {"KG_CONFIG": str(file)}, tmp_path)
    assert caught.value.into(Language.ZH) == (
        f"找不到设置文件（KG_CONFIG={file}）。请改正或取消 KG_CONFIG"
    )
    assert caught.value.into(Language.EN) == (
        f"the settings file is missing (KG_CONFIG={file}). Next: mend KG_CONFIG or unset it"
    )
    file.write_text('store = "m.db"\n')
    assert store_of({}, {"KG_CONFIG": str(file)}, tmp_path) == ("m.db", str(file))


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "kg.toml"
    file.write_text('stroe = "a"\nlang = 3\n')
    with pytest.raises(UsageError) as caught:
        read_settings({}, {}, tmp_path)
    assert caught.value.into(Language.ZH) == (
        f"不认识的设置：stroe（{file}）；应为：store、lang、corrections、vocabulary、concepts、review、"
        "reviewer、status\n"
        f"设置 lang 的值不是文字（{file}）"
    )
    assert caught.value.into(Language.EN) == (
        f"unknown setting: stroe ({file}); expected: store, lang, corrections, vocabulary, "
        "concepts, review, reviewer, status\n"
        f"the value of lang is not text ({file})"
    )


@pytest.mark.parametrize("content", [b"store = ", b"\xff\xfe", b"lang = \x00"])
def test_a_file_that_is_no_toml_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "kg.toml").write_bytes(content)
    with pytest.raises(UsageError) as caught:
        read_settings({}, {}, tmp_path)
    assert caught.value.into(Language.ZH).startswith("读不了设置文件：")
    assert caught.value.into(Language.EN).startswith("cannot read the settings file: ")
    assert str(tmp_path / "kg.toml") in caught.value.into(Language.EN)


def test_an_unknown_language_is_refused_with_its_source(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read_settings({}, {"KG_LANG": "fr"}, tmp_path)
    assert caught.value.into(Language.ZH) == "没有这种语言：fr（KG_LANG）；应为：zh 或 en"
    assert caught.value.into(Language.EN) == "unknown language: fr (KG_LANG); expected: zh or en"


def test_a_faulty_file_stops_commands_but_not_help(kg: Kg, filled: Path) -> None:
    (filled.parent / "kg.toml").write_text("stroe = 1\n")
    assert kg("--help").code == 0
    outcome = kg("find", "专利")
    assert (outcome.code, outcome.out) == (2, "")
    assert "不认识的设置：stroe" in outcome.err


def test_store_and_language_are_taken_before_and_after_the_command(kg: Kg, filled: Path) -> None:
    other = filled.parent / "other.db"
    shutil.move(filled, other)
    before = kg("--store", str(other), "--lang", "en", "find", "专利")
    after = kg("find", "专利", "--store", str(other), "--lang", "en")
    assert before == after
    assert before.code == 0
    assert before.out.startswith("Search for")
    assert kg("--store", "none.db", "find", "专利", f"--store={other}").code == 0
    assert kg("--lang", "en", "find", "专利", f"--store={other}", "--lang=zh").out[:2] == "查找"


def test_words_after_two_dashes_are_no_options(kg: Kg, filled: Path) -> None:
    outcome = kg("find", "--", "--lang=en")
    assert outcome.code == 0
    assert outcome.err == "没有找到“--lang=en”\n"


@pytest.mark.parametrize(
    ("name", "default"),
    [
        ("corrections", "kg-corrections.tsv"),
        ("review", "kg-review.tsv"),
        ("status", "kg-status.tsv"),
        ("vocabulary", "kg-vocabulary.toml"),
        ("concepts", "kg-concepts.toml"),
    ],
)
def test_precedence_of_a_file_beside_the_store(tmp_path: Path, name: str, default: str) -> None:
    options, environ = {name: "o.tsv"}, {f"KG_{name.upper()}": "e.tsv"}
    (tmp_path / "kg.toml").write_text(f'{name} = "f.tsv"\n')

    def of(given: dict[str, str], outside: dict[str, str], folder: Path) -> tuple[str, str]:
        setting = getattr(read_settings(given, outside, folder), name)
        return setting.value, str(setting.origin)

    assert of(options, environ, tmp_path) == ("o.tsv", f"选项 --{name}")
    assert of({}, environ, tmp_path) == ("e.tsv", f"环境变量 KG_{name.upper()}")
    assert of({}, {}, tmp_path) == ("f.tsv", str(tmp_path / "kg.toml"))
    elsewhere = tmp_path / "none"
    for store, path in (
        ("库/a.db", str(Path("库", default))),
        (".", default),
        ("bolt://example.org", default),
    ):
        assert of({"store": store}, {}, elsewhere) == (path, "默认")


def test_nobody_reviews_unless_named(tmp_path: Path) -> None:
    assert read_settings({}, {}, tmp_path).reviewer.value == ""
    (tmp_path / "kg.toml").write_text('reviewer = "张三"\n')
    assert read_settings({}, {}, tmp_path).reviewer.value == "张三"
    assert read_settings({}, {"KG_REVIEWER": "李四"}, tmp_path).reviewer.value == "李四"
