"""``kg plot`` from outside."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg.plot import extra
from tests.cli.conftest import Kg
from tests.cli.process import environment

NAMES = ("workload", "deadlines", "alignment", "industries")


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_written_and_said(kg: Kg, filled: Path, chinese_font: str, name: str) -> None:
    chinese = kg("plot", name, "-o", "图.svg", "--as-of", "2025-01-31")
    assert (chinese.code, chinese.out) == (0, "")
    assert chinese.err.startswith("已写入 图.svg\n")
    before = Path("图.svg").read_bytes()
    english = kg("--lang", "en", "plot", name, "-o", "b.svg", "--as-of", "2025-01-31")
    assert english.err.startswith("written to b.svg\n")
    assert Path("b.svg").read_bytes() != before
    assert kg("plot", name, "-o", "图.svg", "--as-of", "2025-01-31").code == 0
    assert Path("图.svg").read_bytes() == before


def test_an_empty_picture_says_so(kg: Kg, filled: Path, chinese_font: str) -> None:
    assert kg("plot", "alignment", "-o", "a.png").err.endswith("没有可画的内容\n")
    english = kg("--lang", "en", "plot", "alignment", "-o", "a.png").err
    assert english.endswith("there is nothing to draw\n")


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (
            (),
            "没有给出图片文件（-o FILE）；应为：.png、.svg、.pdf",
            "no file is given for the picture (-o FILE); expected: .png, .svg, .pdf",
        ),
        (
            ("-o", "a.gif"),
            "文件名后缀看不出图片格式（a.gif）；应为：.png、.svg、.pdf",
            "the file name's ending names no form of a picture (a.gif); expected: .png, .svg, .pdf",
        ),
        (
            ("-o", "a.png", "--font", "kg.db"),
            "这不是可用的字体文件（kg.db）；应为：.ttf、.otf 或 .ttc",
            "this is no font that can be used (kg.db); expected: .ttf, .otf or .ttc",
        ),
    ],
)
def test_wrong_use(kg: Kg, filled: Path, arguments: tuple[str, ...], zh: str, en: str) -> None:
    chinese = kg("plot", "workload", *arguments)
    assert (chinese.code, chinese.out, chinese.err) == (2, "", f"{zh}\n")
    assert kg("--lang", "en", "plot", "workload", *arguments).err == f"{en}\n"
    assert [p.name for p in filled.parent.iterdir()] == ["kg.db"]


def test_too_many_documents_for_one_picture(
    kg: Kg, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.plot.chart.PANEL_LIMIT", 1)
    outcome = kg("plot", "workload", "-o", "a.png")
    assert outcome.code == 2
    assert outcome.err == "一张图放不下：2 幅，最多 1 幅。请用 --document 选几个文件\n"
    assert kg("--lang", "en", "plot", "workload", "-o", "a.png").err == (
        "too much for a picture: 2 panels of 1 at most. Next: choose documents with --document\n"
    )
    assert not Path("a.png").exists()


def test_without_the_library_one_sentence_says_how_to_get_it(
    kg: Kg, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extra, "find_spec", lambda _: None)
    outcome = kg("plot", "workload", "-o", "a.png")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == (
        "画图的库没有安装（matplotlib）。请用 pip install 'policy-task-kg[plot]' 安装\n"
    )
    assert kg("--lang", "en", "plot", "workload", "-o", "a.png").err == (
        "the library that draws is not installed (matplotlib). "
        "Next: pip install 'policy-task-kg[plot]'\n"
    )


def test_a_folder_that_is_not_there(kg: Kg, filled: Path, chinese_font: str) -> None:
    outcome = kg("plot", "workload", "-o", "none/a.png")
    assert outcome.code == 1
    assert outcome.err.startswith("写不了文件：")
    assert [p.name for p in filled.parent.iterdir()] == ["kg.db"]


def test_drawing_warns_of_nothing_and_loads_no_other_heavy_library(
    filled: Path, chinese_font: str
) -> None:
    script = (
        "import json, sys\nfrom kg.cli.program import run\n"
        "code = run(['plot', 'workload', '-o', 'a.pdf'])\n"
        "sys.stdout.write(json.dumps([code, sorted(sys.modules)]))"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        cwd=filled.parent,
        env=environment(LC_ALL="C.UTF-8"),
        capture_output=True,
        check=True,
    )
    code, modules = json.loads(done.stdout)
    assert code == 0
    assert done.stderr.decode() == "已写入 a.pdf\n"
    assert not set(modules) & {"networkx", "neo4j", "spacy", "openpyxl", "scipy", "pandas"}


def test_nothing_is_loaded_for_a_refusal(filled: Path) -> None:
    script = (
        "import json, sys\nfrom kg.cli.program import run\n"
        "code = run(['plot', 'workload', '-o', 'a.gif'])\n"
        "sys.stdout.write(json.dumps([code, sorted(sys.modules)]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=filled.parent,
        env=environment(LC_ALL="C.UTF-8"),
        capture_output=True,
        check=True,
    )
    code, modules = json.loads(done.stdout)
    assert code == 2
    assert not set(modules) & {"matplotlib", "numpy"}
