"""A font for the pictures of the tests, and the program on a store of the sample documents."""

from __future__ import annotations

import os

import pytest

from kg.plot.fonts import FontError, families
from tests.cli.conftest import filled, kg, workplace

__all__ = ["filled", "kg", "workplace"]

REQUIRED = "KG_REQUIRE_FONTS"


@pytest.fixture(scope="session")
def chinese_font() -> str:
    """Return a font of this machine with Chinese characters; without one the test is left out,
    or fails where one is required.
    """
    try:
        return families("牵头单位")[0]
    except FontError as reason:
        if os.environ.get(REQUIRED) == "1":
            pytest.fail(f"{REQUIRED}=1, but {reason}")
        pytest.skip(str(reason))
