"""What a filled review sheet says: judgements, or everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from unicodedata import normalize

from kg.analysis.report import Column
from kg.cli.review_desk import Desk, Pair, Side
from kg.cli.review_judging import Word
from kg.cli.review_sheet import (
    COMMENT,
    GRADE,
    GRADE_WORDS,
    LOWER_HASH,
    LOWER_KEY,
    LOWER_TEXT,
    READ,
    UPPER_HASH,
    UPPER_KEY,
    UPPER_TEXT,
    VERDICT,
    VERDICTS,
)
from kg.errors import InputError, Problem
from kg.render.formula import storable
from kg.render.workbook_limit import CELL_LIMIT
from kg.review import Grade, Verdict, text_hash
from kg.wording import Text
