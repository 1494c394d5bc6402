"""One extractor for all tests: to make it takes longer than to use it."""

from __future__ import annotations

import pytest

from kg.extract import Extractor


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor(year=2025)
