"""A provincial and a city list to be reviewed, and what the program says of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.review import ReviewLedger, read_ledger
from kg.store import open_store
from tests.cli.conftest import Kg

UPPER, LOWER = "闽知发〔2025〕9号", "榕知发〔2023〕3号"
ADDED = (f"{LOWER}/一/4#1", f"{UPPER}/一/2#1")
"""A pair that the program does not suggest: publicity and training."""

UPPER_LIST = f"""{UPPER}

关于印发《福建省2025年知识产权任务清单》的通知

| 重点任务 | 落实举措 | 责任单位 |
| --- | --- | --- |
| 一、提升质量 | | |
| 1.加强专利转化 | 推动专利质押融资，开展专利转化运用专项行动。 | 省知识产权局运用处 |
| 2.加强人才培训 | 组织知识产权人才培训，培养知识产权人才。 | 省知识产权局运用处、保护处 |
| 3.加强地理标志保护 | 加强地理标志保护，建设地理标志保护示范区。 | 省知识产权局保护处 |
"""
LOWER_LIST = f"""{LOWER}

关于印发《福州市2023年知识产权任务清单》的通知

| 重点任务 | 落实举措 | 责任单位 |
| --- | --- | --- |
| 一、促进运用 | | |
| 1.加强专利转化 | 推动专利质押融资，开展专利转化运用专项行动，服务企业。 | 市市场监管局、市科技局 |
| 2.加强人才培训 | 组织知识产权人才培训，培养知识产权人才，办好讲座。 | 市市场监管局 |
| 3.加强地理标志保护 | 加强茉莉花茶地理标志保护，建设地理标志保护示范区。 | 市市场监管局 |
| 4.普及常识 | 办好四月的展览。 | 市委宣传部 |
"""
PLACES = tuple((f"{LOWER}/一/{n}#1", f"{UPPER}/一/{n}#1") for n in (1, 2, 3))
"""The pairs that the program suggests, in the order of the upper list."""


def build_lists(kg: Kg, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put both lists into the store of a folder, and say who reviews; return the folder."""
    monkeypatch.setenv("KG_REVIEWER", "张三")
    monkeypatch.delenv("KG_REVIEW", raising=False)
    write_lists(folder)
    assert kg("build", "省.txt", "市.txt").code == 0
    return folder


def write_lists(folder: Path) -> None:
    """Write both lists into a folder."""
    (folder / "省.txt").write_text(UPPER_LIST, "utf-8")
    (folder / "市.txt").write_text(LOWER_LIST, "utf-8")


def listed(kg: Kg, *options: str) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the rows of the list by the keys of the lower and the upper measure."""
    outcome = kg("review", "list", "-f", "json", *options)
    assert outcome.code == 0, outcome.err
    parts = json.loads(outcome.out)["parts"]
    rows = (row for part in parts for row in part["rows"])
    return {tuple(row["pair_keys"]): row for row in rows if "pair_keys" in row}


def states(kg: Kg) -> dict[tuple[str, str], str]:
    """Return the state of each pair."""
    return {keys: row["state"] for keys, row in listed(kg).items()}


def ledger(folder: Path, name: str = "kg-review.tsv") -> ReviewLedger:
    """Return what a ledger says."""
    return read_ledger((folder / name).read_bytes(), name)


def status(folder: Path, pair: tuple[str, str]) -> str | None:
    """Return the status that the store holds of a pair of measures."""
    with open_store(str(folder / "kg.db")) as store:
        found = [
            str(edge.props["status"])
            for edge in store.edges_of(pair[0])
            if (edge.src, edge.type, edge.dst) == (pair[0], "ALIGNS_WITH", pair[1])
        ]
    return found[0] if found else None
