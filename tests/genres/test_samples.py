"""Made-up papers of other places and fields, against answers that people wrote down.

The texts are what a word processor and a spreadsheet give when their tables are saved as text.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from kg.model import Measure, ParsedDocument, Role
from tests.genres.reading import codes, measures, parse

SAMPLES = Path(__file__).with_name("samples")
TEXTS = {
    "business_environment.txt": "business_environment.gold.json",
    "business_environment_stacked.txt": "business_environment.gold.json",
    "city_list_with_remarks.txt": "city_list_with_remarks.gold.json",
}


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", normalize("NFKC", text))


def _names(measure: Measure, role: Role) -> list[str]:
    return [_plain(b.printed) for b in measure.responsible if b.role is role]


@pytest.fixture(params=TEXTS)
def sample(request: pytest.FixtureRequest) -> tuple[ParsedDocument, dict[str, Any]]:
    text = (SAMPLES / request.param).read_text(encoding="utf-8")
    gold = json.loads((SAMPLES / TEXTS[request.param]).read_text(encoding="utf-8"))
    return parse(text), gold


def test_the_paper_says_what_it_is(sample: tuple[ParsedDocument, dict[str, Any]]) -> None:
    front, doc = sample[0].front, sample[1]["doc"]
    accepted = {_plain(title) for title in [doc["title"], *doc.get("title_accept", [])]}
    assert _plain(front.title) in accepted
    assert (front.doc_no, front.issuer) == (doc["doc_no"], doc["issuer"])
    assert (str(front.issued_on), front.year) == (doc["date"], doc["year"])


def test_every_measure_is_the_printed_one(sample: tuple[ParsedDocument, dict[str, Any]]) -> None:
    parsed, gold = sample
    found = [
        {
            "section": _plain(f"{section.number}、{section.title}"),
            "task_no": task.number,
            "task": _plain(task.title),
            "text": _plain(measure.text),
            "leads": _names(measure, Role.LEAD),
            "assists": _names(measure, Role.ASSIST),
            "basis": {b.basis.value for b in measure.responsible},
            "deadline": measure.deadline.text if measure.deadline else None,
        }
        for section in parsed.sections
        for task in section.tasks
        for measure in task.measures
    ]
    expected = [
        {
            "section": _plain(m["section"]),
            "task_no": m["task_no"],
            "task": _plain(m["task"]),
            "text": _plain(m["text"]),
            "leads": [_plain(n) for n in m["leads"]],
            "assists": [_plain(n) for n in m["assists"]],
            "basis": {m["basis"]},
            "deadline": m["deadline_raw"],
        }
        for m in gold["measures"]
    ]
    assert found == expected


def test_undamaged_papers_carry_no_warning(
    sample: tuple[ParsedDocument, dict[str, Any]],
) -> None:
    parsed = sample[0]
    assert [m.text for m in measures(parsed) if codes(m)] == []
    assert parsed.tally.set_aside == 0


def test_remarks_are_kept(sample: tuple[ParsedDocument, dict[str, Any]]) -> None:
    parsed, gold = sample
    expected = [m.get("remark") for m in gold["measures"]]
    found = [m.remark.removeprefix("备注：") or None for m in measures(parsed)]
    assert found == expected
