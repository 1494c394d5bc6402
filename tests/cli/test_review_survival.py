"""Judgements on the two documents that come with the program survive everything but a change of
their own texts.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.loading import registry
from tests.cli.conftest import Kg
from tests.cli.review_sample import listed

STATES = ("确认", "确认", "确认", "否定", "否定", "存疑")


def judged(kg: Kg) -> dict[tuple[str, str], str]:
    rows = listed(kg)
    return {keys: row["state"] for keys, row in rows.items() if row["state"] != "待审"}


def six_pairs_apart(kg: Kg) -> list[tuple[str, str]]:
    """Return six pairs that share no measure, so that a change touches one of them."""
    chosen: dict[str, tuple[str, str]] = {}
    taken: set[str] = set()
    for lower, upper in listed(kg):
        if not {lower, upper} & taken:
            chosen[lower] = (lower, upper)
            taken |= {lower, upper}
    return list(chosen.values())[:6]


def test_six_judgements_survive_a_wipe_and_one_changed_cell_makes_one_stale(
    kg: Kg, workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_REVIEWER", "张三")
    for path in registry().bundled_files():
        (workplace / path.name).write_bytes(path.read_bytes())
    names = sorted(path.name for path in workplace.iterdir())
    assert kg("build", *names).code == 0
    pairs = six_pairs_apart(kg)
    shown = {keys: row["pair"] for keys, row in listed(kg).items()}
    kg("review", "accept", *(shown[pair] for pair in pairs[:3]))
    kg("review", "reject", *(shown[pair] for pair in pairs[3:5]))
    kg("review", "unsure", shown[pairs[5]])
    expected = dict(zip(pairs, STATES, strict=True))
    assert judged(kg) == expected
    export = kg("export", "jsonl", "前")
    assert export.code == 0

    (workplace / "kg.db").unlink()
    built = kg("build", *names)
    assert built.out.endswith("审核：确认 3，否定 2，存疑 1，已过期 0，冲突 0，未用上 0\n")
    assert judged(kg) == expected
    kg("export", "jsonl", "后")
    for name in ("nodes.jsonl", "edges.jsonl"):
        assert (workplace / "前" / name).read_bytes() == (workplace / "后" / name).read_bytes()

    text = listed(kg)[pairs[0]]["lower_words"]
    for name in names:
        path = workplace / name
        path.write_text(path.read_text("utf-8").replace(text, text[:-1] + "等"), "utf-8")
    kg("build", *names)
    assert judged(kg) == expected | {pairs[0]: "已过期"}
