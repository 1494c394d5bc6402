"""Each format of one report in both languages, against reviewed files.

``KG_UPDATE_GOLDEN=1`` writes the files anew; the difference is then reviewed.
"""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell

from kg.render.formats import FORMATS
from kg.render.table import Screen
from kg.wording import Language
from tests.render.sample_report import REPORT

GOLDEN = Path(__file__).parent / "golden"
SCREENS = {"plain": Screen(), "narrow": Screen(60), "colour": Screen(100, colour=True)}


def check(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("KG_UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode(), f"differs from {path.name}"


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", [n for n in FORMATS if n not in {"table", "xlsx"}])
def test_text_formats(name: str, language: Language) -> None:
    rendered = FORMATS[name].render(REPORT, language, Screen())
    assert isinstance(rendered.data, str)
    check(f"sample.{language}.{name}", rendered.data)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("screen", SCREENS)
def test_tables(screen: str, language: Language) -> None:
    rendered = FORMATS["table"].render(REPORT, language, SCREENS[screen])
    assert isinstance(rendered.data, str)
    check(f"sample.{language}.{screen}.txt", rendered.data)


@pytest.mark.parametrize("language", list(Language))
def test_workbooks(language: Language) -> None:
    rendered = FORMATS["xlsx"].render(REPORT, language, Screen())
    assert isinstance(rendered.data, bytes)
    check(f"sample.{language}.xlsx.txt", as_text(rendered.data))


def as_text(data: bytes) -> str:
    """Every cell of a workbook with its type and form, one on a line."""
    lines = []
    for sheet in load_workbook(io.BytesIO(data)).worksheets:
        lines.append(f"[{sheet.title}] frozen {sheet.freeze_panes} filter {sheet.auto_filter.ref}")
        widths = {letter: d.width for letter, d in sheet.column_dimensions.items()}
        lines.append(f"  widths {widths}")
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell, Cell) and cell.value is not None:
                    bold = " bold" if cell.font.b else ""
                    lines.append(
                        f"  {cell.coordinate} {cell.data_type} {cell.number_format}{bold} "
                        f"{cell.value!r}"
                    )
    return "\n".join(lines) + "\n"
