"""A small list to be corrected, and the ledger that ``kg correct`` writes."""

from __future__ import annotations

from pathlib import Path

from kg.corrections.sheet import COLUMNS

NUMBER = "澄知发〔2025〕8号"
TASK = f"{NUMBER}/一/1"
KEY = f"{TASK}#1"
LIST = """{number}

关于印发《澄湖市2025年知识产权任务清单》的通知

| 重点任务 | 落实举措 | 责任单位 |
| --- | --- | --- |
| 一、提升质量 | | |
| 1.加强转化 | 开展专利转化，组织商标培训。 | 省保护处、运用处 |
| 2.加强培训 | 组织版权培训。 | 运用处、保护处 |
"""


def ledger(folder: Path) -> list[dict[str, str]]:
    lines = (folder / "kg-corrections.tsv").read_text("utf-8").splitlines()
    cells = [line.split("\t") for line in lines if not line.startswith("#")]
    assert tuple(cells[0]) == COLUMNS
    return [dict(zip(COLUMNS, row, strict=False)) for row in cells[1:]]
