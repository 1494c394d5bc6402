"""An analyst's own words, and what is wrong with a file of them."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.extract import Extractor, Vocabularies
from kg.model import IndustryMention, PlaceMention
from kg.wording import Language


def test_words_of_ones_own_are_found_beside_those_of_the_package(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        "[[group]]\nscheme = '地方目录'\nwords = [['飞碟制造', '飞碟业']]\n"
        "codes = { '飞碟制造' = 'Z1' }\n[places.names]\nregions = ['天上']\n",
        encoding="utf-8",
    )
    found = next(Extractor(Vocabularies.load(own)).extract(["在天上发展飞碟业、数字经济"]))
    assert [(m.name, m.scheme, m.code) for m in found if isinstance(m, IndustryMention)] == [
        ("飞碟制造", "地方目录", "Z1"),
        ("数字经济", "", ""),
    ]
    assert [m.span.text for m in found if isinstance(m, PlaceMention)] == ["天上"]


@pytest.mark.parametrize(
    ("content", "zh", "en"),
    [
        ("[[group]\n", "词表不是有效的 TOML", "no valid TOML"),
        (
            "[industry]\nname = '甲'\n",
            "词表里没有“industry”这一项",
            "the vocabulary has no “industry”",
        ),
        ("[places.nomes]\nx = ['甲']\n", "没有“places.nomes.x”", "has no “places.nomes.x”"),
        (
            "[places.names]\nregions = '甲'\n",
            "“places.names.regions”不是词的列表",
            "is no list of words",
        ),
        (
            "[[group]]\ntitle = '新'\nwords = [1]\n",
            "行业分组“新”的写法不对",
            "group “新” is not well formed",
        ),
        ("[[group]]\nword = ['甲']\n", "行业分组“”的写法不对", "is not well formed"),
    ],
)
def test_a_file_that_is_not_well_formed_is_refused(
    tmp_path: Path, content: str, zh: str, en: str
) -> None:
    own = tmp_path / "own.toml"
    own.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(zh)) as refused:
        Vocabularies.load(own)
    assert en in refused.value.into(Language.EN)
    assert str(own) in str(refused.value)


def test_all_faults_of_a_file_are_said_together(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[a]\n[b]\n[places.c]\nd = []\n", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        Vocabularies.load(own)
    assert len(refused.value.problems) == 3


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="读不了词表"):
        Vocabularies.load(tmp_path / "none.toml")
    own = tmp_path / "gbk.toml"
    own.write_bytes("# 词表\n".encode("gbk"))
    with pytest.raises(InputError, match="词表不是 UTF-8"):
        Vocabularies.load(own)


def test_codes_belong_to_names_of_their_own_group() -> None:
    text = files("kg.extract").joinpath("industries.toml").read_text(encoding="utf-8")
    for group in tomllib.loads(text)["group"]:
        entries = [*group.get("words", []), *group.get("context", [])]
        names = {entry if isinstance(entry, str) else entry[0] for entry in entries}
        assert set(group.get("codes", {})) <= names
        assert not group.get("codes") or group["scheme"] == "GB/T 4754-2017"
        for code in group.get("codes", {}).values():
            assert re.fullmatch(r"[A-T]|[0-9]{2}", code)


def test_spacy_is_loaded_by_an_extractor_and_not_by_the_package() -> None:
    code = (
        "import sys, kg.extract\n"
        "assert 'spacy' not in sys.modules\n"
        "kg.extract.Extractor()\n"
        "assert 'spacy' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
