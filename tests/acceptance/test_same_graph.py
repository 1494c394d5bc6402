"""The same documents give the same graph: again, in another order, in another encoding."""

from __future__ import annotations

import codecs
import json
from pathlib import Path

import pytest

from kg.loading import registry
from tests.cli.process import start

FILES = registry().bundled_files()
PROVENANCE = ("source_name", "sha256", "encoding")
ENCODINGS = {
    "gb18030": lambda text: text.encode("gb18030"),
    "gbk": lambda text: text.encode("gbk"),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be with mark": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "utf-8 with mark": lambda text: text.encode("utf-8-sig"),
}


def _export(folder: Path) -> tuple[bytes, bytes]:
    assert start(folder, "export", "jsonl", "出").returncode == 0
    return (folder / "出" / "nodes.jsonl").read_bytes(), (
        folder / "出" / "edges.jsonl"
    ).read_bytes()


def _build(folder: Path, *paths: str) -> tuple[bytes, bytes]:
    folder.mkdir(exist_ok=True)
    assert start(folder, "build", *paths).returncode == 0
    return _export(folder)


def test_again_and_in_the_other_order_the_bytes_are_the_same(tmp_path: Path) -> None:
    bundled = _build(tmp_path / "a")
    assert _build(tmp_path / "a") == bundled
    for i, order in enumerate((FILES, FILES[::-1])):
        folder = tmp_path / f"order{i}"
        for path in order:  # one build for each file: the order of writing is the order here
            exported = _build(folder, str(path))
        assert exported == bundled


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_gives_the_same_graph(encoding: str, tmp_path: Path) -> None:
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_bytes(ENCODINGS[encoding](text))
    nodes, edges = _build(tmp_path, *(path.name for path in FILES))
    plain_nodes, plain_edges = _build(tmp_path / "utf-8")
    assert edges == plain_edges
    assert _without_provenance(nodes) == _without_provenance(plain_nodes)
    assert nodes != plain_nodes


def _without_provenance(nodes: bytes) -> list[dict[str, dict[str, object]]]:
    read = [json.loads(line) for line in nodes.decode().splitlines()]
    for node in read:
        node["props"] = {k: v for k, v in node["props"].items() if k not in PROVENANCE}
    return read
