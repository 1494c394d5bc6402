"""The ledger holds to SSSOM: the rules of its specification that apply to the columns we write.

Source: SSSOM 1.0 and 1.1, https://mapping-commons.github.io/sssom/ (TSV format, CURIEs,
non-standard slots). The reference validator needs pandas and LinkML and is not installed with the
tests; docs/decisions/0015 says what it found.
"""

from __future__ import annotations

import csv
import io
import re

import pytest

from kg.review import Comparison, ReviewLedger, Verdict, ledger_data
from tests.review.ledger_sample import BEYOND, LOWER, ONE, TWO, UPPER, exemption, judgement

REQUIRED = {"subject_id", "predicate_id", "object_id", "mapping_justification"}
STANDARD = REQUIRED | {
    "subject_label",
    "predicate_modifier",
    "object_label",
    "subject_source",
    "object_source",
    "confidence",
    "reviewer_label",
    "mapping_date",
    "comment",
}
REFERENCES = ("subject_id", "predicate_id", "object_id", "mapping_justification", "subject_source",
              "object_source")  # fmt: skip
# RFC 3986: unreserved characters, percent-encoded ones and slashes; no pipe, no Chinese.
CURIE = re.compile(r"([A-Za-z_][A-Za-z0-9._-]*):((?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+)")


@pytest.fixture
def written() -> tuple[list[str], list[dict[str, str]]]:
    """The metadata lines and the rows of a ledger with every kind of row."""
    rows = [
        judgement(comment='"引号"\t制表符\n换行 # 井号'),
        judgement(TWO, BEYOND, Verdict.REJECTED),
        judgement(ONE, BEYOND, Verdict.UNSURE),
    ]
    forced = Comparison(LOWER, UPPER, "张三", "2025-03-01", wanted=False)
    words = [exemption(comment="省里的事"), exemption(lower=LOWER, is_exempt=False)]
    book = ReviewLedger("账.tsv").with_rows(rows, [forced], words)
    lines = ledger_data(book).decode().split("\n")
    head = [line for line in lines if line.startswith("#")]
    body = "\n".join(lines[len(head) :])
    return head, list(csv.DictReader(io.StringIO(body, newline=""), delimiter="\t"))


def element(head: list[str], name: str) -> list[str]:
    """Return an element of the metadata: its value, or the lines below it."""
    start = next(i for i, line in enumerate(head) if line.startswith(f"#{name}:"))
    value = head[start].partition(":")[2].strip()
    if value:
        return [value.strip('"')]
    rest = head[start + 1 :]
    end = next((i for i, line in enumerate(rest) if not line.startswith("# ")), len(rest))
    return [line.removeprefix("#").strip() for line in rest[:end]]


def test_metadata(written: tuple[list[str], list[dict[str, str]]]) -> None:
    head, _ = written
    assert element(head, "mapping_set_id") == ["https://policy-task-kg.invalid/review"]
    assert element(head, "license") == ["https://w3id.org/sssom/license/unspecified"]
    # Each line is one element of YAML, an item of a list, or a member of a mapping.
    assert all(re.fullmatch(r'#(?:\w+:(?: ".*")?|  (?:- |  )?\w+: ".*"|  - \w+: \w+)', line)
               for line in head)  # fmt: skip


def test_columns_are_standard_or_declared(
    written: tuple[list[str], list[dict[str, str]]],
) -> None:
    head, rows = written
    declared = element(head, "extension_definitions")
    names = {line.partition("slot_name: ")[2] for line in declared if "slot_name" in line}
    properties = [line.partition(": ")[2].strip('"') for line in declared if "property" in line]
    assert set(rows[0]) == STANDARD | names
    assert len(properties) == len(names) == 3
    assert all(CURIE.fullmatch(p) for p in properties)


def test_references_are_curies_of_declared_prefixes(
    written: tuple[list[str], list[dict[str, str]]],
) -> None:
    head, rows = written
    known = {line.partition(":")[0]: line.partition(": ")[2] for line in element(head, "curie_map")}
    assert all(re.fullmatch(r'"https://[\x21-\x7e]+[/#]"', base) for base in known.values())
    used = set()
    for row in rows:
        assert all(row[column] for column in REQUIRED)
        for column in REFERENCES:
            if row[column]:
                found = CURIE.fullmatch(row[column])
                assert found is not None, row[column]
                used.add(found[1])
    assert used == known.keys()


def test_values(written: tuple[list[str], list[dict[str, str]]]) -> None:
    _, rows = written
    assert len(rows) == 6
    for row in rows:
        assert row["predicate_modifier"] in {"", "Not"}
        assert row["mapping_justification"] == "semapv:ManualMappingCuration"
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", row["mapping_date"])
        assert row["unsure"] in {"", "true"}
    assert [row["predicate_modifier"] for row in rows].count("Not") == 3
    assert '"引号"\t制表符\n换行 # 井号' in {row["comment"] for row in rows}
