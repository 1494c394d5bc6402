"""Words for two levels before one name: 中央、省驻某市单位 is one name in a list."""

from __future__ import annotations

import pytest

from loaders.grammar.bodies import split_bodies


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("市财政局、中央、省驻青岚有关单位", ("市财政局", "中央、省驻青岚有关单位")),
        ("市、县（区）政府、市水利局", ("市、县（区）政府", "市水利局")),
        ("省、市有关部门，各高校", ("省、市有关部门", "各高校")),
        ("省、市、县政府", ("省、市、县政府",)),
        ("省教育厅、市教育局", ("省教育厅", "市教育局")),
        ("中央网信办、省委网信办", ("中央网信办", "省委网信办")),
    ],
)
def test_a_level_alone_is_no_body(printed: str, names: tuple[str, ...]) -> None:
    assert split_bodies(printed) == names
