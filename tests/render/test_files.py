"""Files written whole or not at all; the graph as JSON Lines."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from kg.errors import RefusedError, UsageError
from kg.model import Edge, Graph, Node
from kg.render.files import OutputError, write_file, write_files
from kg.render.graph_lines import write_graph
from kg.wording import Language
from tests.analysis.sample import city, plain_list


def graph(*, turned: bool = False) -> Graph:
    contributions = [city(), plain_list()]
    nodes = {n.key: n for c in contributions for n in (*c.nodes, *c.shared_nodes)}.values()
    edges = [e for c in contributions for e in c.edges]
    if turned:
        return Graph(tuple(_turned(n) for n in reversed(nodes)), tuple(reversed(edges)))
    return Graph(tuple(nodes), tuple(edges))


def _turned(node: Node) -> Node:
    return Node(node.key, node.label, dict(reversed(list(node.props.items()))))


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "报告.json"
    write_file(path, b"old")
    write_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert [p.name for p in tmp_path.iterdir()] == ["报告.json"]


def test_a_missing_folder_is_refused_in_both_languages(tmp_path: Path) -> None:
    path = tmp_path / "none" / "a.csv"
    with pytest.raises(OutputError) as caught:
        write_file(path, b"x")
    assert caught.value.into(Language.ZH) == (
        f"写不了文件：No such file or directory（{path}）。请检查文件夹是否存在、可写，磁盘是否已满"
    )
    assert caught.value.into(Language.EN) == (
        f"cannot write the file: No such file or directory ({path}). "
        "Next: check that the folder exists and can be written to, and that the disk has room"
    )


def test_when_one_of_several_fails_all_stay_as_they_were(tmp_path: Path) -> None:
    def failing() -> Iterator[bytes]:
        yield b"half"
        raise OSError(28, "No space left on device")

    first, second = tmp_path / "a", tmp_path / "b"
    write_files({first: [b"1"], second: [b"2"]})
    with pytest.raises(OutputError, match="No space left"):
        write_files({first: [b"3"], second: failing()})
    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"2")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a", "b"]


def test_a_target_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(OutputError):
        write_file(tmp_path / "a.csv", b"x")
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"]


def test_when_one_of_several_is_a_folder_none_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    write_file(tmp_path / "a", b"1")
    with pytest.raises(OutputError, match="Is a directory"):
        write_files({tmp_path / "a": [b"2"], tmp_path / "b": [b"2"]})
    assert (tmp_path / "a").read_bytes() == b"1"


def test_a_link_stays_and_its_target_is_written(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    write_file(kept / "a.csv", b"old")
    link = tmp_path / "latest.csv"
    link.symlink_to(kept / "a.csv")
    write_file(link, b"new")
    assert link.is_symlink()
    assert (kept / "a.csv").read_bytes() == b"new"
    assert [p.name for p in kept.iterdir()] == ["a.csv"]


def test_a_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit(pipe.read_bytes)
        write_file(pipe, b"data")
        assert read.result(timeout=60) == b"data"
    assert pipe.is_fifo()


def test_a_store_is_not_replaced(tmp_path: Path) -> None:
    store = tmp_path / "kg.db"
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("CREATE TABLE kept (n)")
    before = store.read_bytes()
    with pytest.raises(RefusedError) as caught:
        write_files({tmp_path / "a.csv": [b"x"], store: [b"x"]})
    assert caught.value.into(Language.ZH) == (
        f"不覆盖图谱库：这是一个 SQLite 数据库（{store}）。请换一个文件名"
    )
    assert store.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["kg.db"]


def test_the_graph_is_sorted_and_the_same_whatever_its_order(tmp_path: Path) -> None:
    files = write_graph(graph(), tmp_path / "new" / "folder")
    again = write_graph(graph(turned=True), tmp_path / "again")
    assert files.nodes.read_bytes() == again.nodes.read_bytes()
    assert files.edges.read_bytes() == again.edges.read_bytes()
    assert b"\r" not in files.nodes.read_bytes()
    nodes = [json.loads(x) for x in files.nodes.read_text("utf-8").splitlines()]
    assert [list(n) for n in nodes] == [["key", "label", "props"]] * len(graph().nodes)
    assert [n["key"] for n in nodes] == sorted(n["key"] for n in nodes)
    assert all(list(n["props"]) == sorted(n["props"]) for n in nodes)
    edges = [json.loads(x) for x in files.edges.read_text("utf-8").splitlines()]
    assert [list(e) for e in edges] == [["src", "type", "dst", "props"]] * len(graph().edges)
    assert [(e["src"], e["type"], e["dst"]) for e in edges] == sorted(
        (e.src, e.type, e.dst) for e in graph().edges
    )
    assert len(nodes) == 17
    assert len(edges) == 21


def test_edges_between_the_same_nodes_are_sorted_by_their_start(tmp_path: Path) -> None:
    ends = [Edge("m", "MENTIONS", "p", {"document_key": "d", "start": s}) for s in (10, 9, 2)]
    files = write_graph(Graph((), tuple(ends)), tmp_path)
    starts = [json.loads(x)["props"]["start"] for x in files.edges.read_text().splitlines()]
    assert starts == [2, 9, 10]


def test_lists_stay_lists(tmp_path: Path) -> None:
    node = Node("a", "Agency", {"name": "甲", "is_collective": False, "other": ("乙", "丙")})
    files = write_graph(Graph((node,), ()), tmp_path)
    assert json.loads(files.nodes.read_text("utf-8"))["props"]["other"] == ["乙", "丙"]


@pytest.mark.parametrize("below", ["", "sub"])
def test_a_folder_that_is_a_file_is_refused_in_both_languages(tmp_path: Path, below: str) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    folder = file / below if below else file
    with pytest.raises(UsageError) as caught:
        write_graph(Graph((), ()), folder)
    assert caught.value.into(Language.ZH) == (
        f"这是一个文件，不是文件夹（{folder}）。请换一个文件夹名"
    )
    assert caught.value.into(Language.EN) == (
        f"this is a file, not a folder ({folder}). Next: name another folder"
    )
    assert file.read_text() == "x"


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / ("长" * 300)
    with pytest.raises(OutputError) as caught:
        write_graph(Graph((), ()), folder)
    assert caught.value.into(Language.ZH).startswith("建不了文件夹：File name too long")
    assert caught.value.into(Language.EN).startswith("cannot make the folder: File name too long")
