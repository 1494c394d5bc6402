"""``kg report industries``, ``targets``, ``instruments``, ``quality``, ``register``."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kg.store import open_store
from tests.analysis.contents import DAMAGED, TABLE, contributions
from tests.cli.conftest import Kg
from tests.cli.test_startup import NOT_FOR_REPORTS, modules

REPORTS = ("industries", "targets", "instruments", "quality", "register")


@pytest.fixture
def contents(workplace: Path) -> Path:
    """The store ``kg.db`` of the folder, with the documents of the reports of content."""
    path = workplace / "kg.db"
    with open_store(str(path)) as store:
        for contribution in contributions():
            store.write(contribution)
    return path


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_format_in_both_languages(kg: Kg, contents: Path, name: str, language: str) -> None:
    for suffix in ("txt", "csv", "tsv", "json", "jsonl", "md", "xlsx"):
        outcome = kg("report", name, "-o", f"{name}.{suffix}", "--lang", language)
        assert (outcome.code, outcome.out) == (0, "")
        assert (contents.parent / f"{name}.{suffix}").stat().st_size > 0


@pytest.mark.parametrize("name", REPORTS)
def test_one_document_alone(kg: Kg, contents: Path, name: str) -> None:
    outcome = kg("report", name, "--document", "澄知发[2022]3号", "-f", "json")
    keys = {part["key"] for part in json.loads(outcome.out)["parts"]}
    assert TABLE in keys
    assert not any(key.startswith(DAMAGED) for key in keys)
    assert kg("report", name, "--document", "没有").code == 2


@pytest.mark.parametrize("name", REPORTS)
def test_top_cuts_every_table(kg: Kg, contents: Path, name: str) -> None:
    parts = json.loads(kg("report", name, "--top", "1", "-f", "json").out)["parts"]
    assert max(len(part["rows"]) for part in parts) == 1
    assert kg("report", name, "--top", "0").code == 2


@pytest.mark.parametrize("name", ["industries", "targets", "instruments", "register"])
def test_inferred_leads_have_a_column_of_their_own(kg: Kg, contents: Path, name: str) -> None:
    def columns(*options: str) -> set[str]:
        parts = json.loads(kg("report", name, "-f", "json", *options).out)["parts"]
        return {column["name"] for part in parts for column in part["columns"]}

    assert columns("--inferred") - columns() == {"inferred_leads"}


def test_promised_papers_are_compared_with_the_whole_store(kg: Kg, contents: Path) -> None:
    outcome = kg("report", "instruments", "--document", TABLE, "-f", "json")
    promised = json.loads(outcome.out)["parts"][0]["rows"]
    assert {row["state"] for row in promised} == {"未见", "已见"}


def test_csv_is_pure_and_its_notes_go_to_stderr(kg: Kg, contents: Path) -> None:
    outcome = kg("report", "targets", "-f", "csv")
    rows = list(csv.reader(io.StringIO(outcome.out)))
    assert len({len(row) for row in rows}) == 1
    assert "有量化目标的举措 1/4 = 25.0%" in outcome.err


def test_the_workbook_defines_every_column(kg: Kg, contents: Path) -> None:
    kg("report", "quality", "-o", "a.xlsx", "--lang", "en")
    names = {row[2].value for row in load_workbook("a.xlsx")["definitions"].iter_rows(min_row=3)}
    assert {"touched_fact", "answers", "severity", "was", "became"} <= names


@pytest.mark.parametrize("name", REPORTS)
def test_reports_load_nothing_heavy(contents: Path, name: str) -> None:
    assert not modules(contents.parent, "report", name) & NOT_FOR_REPORTS
