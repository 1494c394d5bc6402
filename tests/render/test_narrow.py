"""Tables on narrow screens: a grid where it can be read across, else one row after the other."""

from __future__ import annotations

from datetime import date

import pytest

from kg.analysis.report import CellValue, Column, ColumnKind, Part, Report
from kg.render.table import Screen, render
from kg.render.width import columns
from kg.wording import Language, same

COLUMNS = (
    Column("task", same("任务"), ColumnKind.TEXT, same("")),
    Column("due_on", same("最后一天"), ColumnKind.DATE, same("")),
    Column("days", same("各分句"), ColumnKind.TEXT, same("")),
    Column("reason", same("理由"), ColumnKind.TEXT, same("")),
)


def shown(reason: str, width: int) -> list[str]:
    row: dict[str, CellValue] = {
        "task": "加强专利转化",
        "due_on": date(2025, 6, 30),
        "days": ("2025-06-30", "2025-12-31"),
        "reason": reason,
    }
    report = Report("r", same("r"), (Part("d", same("d"), COLUMNS, (row,)),))
    return render(report, Language.ZH, Screen(width)).splitlines()[3:]


@pytest.mark.parametrize("width", range(48, 80))
def test_a_grid_breaks_no_date(width: int) -> None:
    lines = shown("开展专利质押融资试点，建设运营中心", width)
    assert any(set(line) == {"─", " "} for line in lines)
    assert "".join(lines).count("2025-") == 3
    assert all(columns(line) <= width for line in lines)
    assert not any("2025-06-30" not in line and "2025-06" in line for line in lines)


def test_towers_of_short_lines_become_rows_of_their_own() -> None:
    reason = "开展专利质押融资试点，建设运营中心，" * 6
    assert shown(reason, 80)[:3] == [
        "加强专利转化",
        "  最后一天 2025-06-30",
        "  各分句 2025-06-30; 2025-12-31",
    ]
    assert set(shown(reason, 200)[1]) == {"─", " "}
