"""Help pages: both languages, every command, the width of Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from kg import __version__
from kg.cli.catalogue import COMMANDS
from kg.render.width import columns
from tests.cli.conftest import Kg

PATHS = [
    (),
    *((name,) for name in COMMANDS),
    *((name, member) for name, entry in COMMANDS.items() for member in entry.members),
]


def chinese(text: str) -> int:
    return sum("\u4e00" <= c <= "\u9fff" for c in text)


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_every_page_is_there_in_both_languages(kg: Kg, path: tuple[str, ...]) -> None:
    zh = kg(*path, "--help", "--lang", "zh")
    en = kg("--lang", "en", *path, "-h")
    assert (zh.code, zh.err, en.code, en.err) == (0, "", 0, "")
    assert zh.out.startswith(f"用法：{' '.join(['kg', *path])} [选项]")
    assert en.out.startswith(f"Usage: {' '.join(['kg', *path])} [OPTIONS]")
    for option in ("--store", "--lang", "--debug", "--help"):
        assert option in zh.out
        assert option in en.out
    # The two examples of a key in `kg show --help` stand in English help as well.
    assert chinese(en.out) < 10 < chinese(zh.out)
    assert list(words(zh.out)) == list(words(en.out))


def words(page: str) -> Iterator[str]:
    """The arguments, options and commands that a page explains."""
    lists = re.split(r"^(?:选项|Options):$", page, flags=re.MULTILINE)[1]
    for line in lists.splitlines():
        if line.startswith("  ") and not line.startswith("   "):
            yield line.strip().split("  ")[0]


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_pages_fit_eighty_columns(
    kg: Kg, path: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for language in ("zh", "en"):
        page = kg(*path, "--lang", language, "--help").out
        assert max(map(columns, page.splitlines())) <= 80


def test_every_command_is_listed_with_its_meaning(kg: Kg) -> None:
    page = kg("--help").out
    for name, entry in COMMANDS.items():
        assert f"  {name}" in page
        assert entry.meaning.zh in page


def test_the_table_of_commands_says_what_the_commands_say_of_themselves(kg: Kg) -> None:
    for path in PATHS[1:]:
        assert kg(*path, "--help").code == 0


def test_version(kg: Kg) -> None:
    assert kg("--version").out == f"kg {__version__}\n"


def test_without_a_command_the_help_goes_to_stderr(kg: Kg) -> None:
    for arguments in ((), ("report",)):
        outcome = kg(*arguments)
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err.startswith("用法：kg")
