"""From paths to files: what is found, what is refused, and that nothing blocks."""

from __future__ import annotations

import hashlib
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import kg.intake
from kg.errors import ExitCode, InputError
from kg.intake import expand, passed_over, read_file
from kg.wording import Language

TEXTS = frozenset({".txt", ".md"})


@pytest.fixture
def closed() -> Iterator[Path]:
    """Give a folder that may not be opened, in one that may, without the superuser's rights."""
    with TemporaryDirectory() as name:
        folder = Path(name, "closed")
        _write(folder / "a.txt")
        _write(Path(name, "b.txt"))
        Path(name).chmod(0o755)
        folder.chmod(0)
        own = os.geteuid()
        if own == 0:
            os.seteuid(65534)
        try:
            yield folder
        finally:
            os.seteuid(own)
            folder.chmod(0o700)


def _write(path: Path, text: str = "一、总体要求\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_file(path)
    assert caught.value.exit_code is ExitCode.BAD_DATA
    assert str(path).replace("\0", "") in caught.value.into(Language.ZH).replace("\0", "")
    return caught.value.into(Language.EN)


def test_a_file_is_read_whole_with_its_hash(tmp_path: Path) -> None:
    path = _write(tmp_path / "任务清单.txt")
    raw = read_file(path)
    assert (raw.path, raw.name) == (path, "任务清单.txt")
    assert raw.data == "一、总体要求\n".encode()
    assert raw.sha256 == hashlib.sha256(raw.data).hexdigest()


def test_a_directory_stands_for_its_known_files_sorted(tmp_path: Path) -> None:
    wanted = [_write(tmp_path / "b.txt"), _write(tmp_path / "下级" / "a.MD")]
    _write(tmp_path / "c.docx")
    _write(tmp_path / ".隐藏.txt")
    _write(tmp_path / ".git" / "d.txt")
    assert expand([tmp_path], TEXTS) == tuple(sorted(wanted))


def test_a_named_file_stands_for_itself_and_is_returned_once(tmp_path: Path) -> None:
    odd = _write(tmp_path / "清单.dat")
    text = _write(tmp_path / "a.txt")
    assert expand([odd, tmp_path, text], TEXTS) == (odd, text)


def test_a_missing_file_is_left_to_the_reading(tmp_path: Path) -> None:
    missing = tmp_path / "没有.txt"
    assert expand([missing], TEXTS) == (missing,)


def test_directories_without_documents_are_all_named_with_the_suffixes(tmp_path: Path) -> None:
    for name in ("空", "也空"):
        (tmp_path / name).mkdir()
    with pytest.raises(InputError) as caught:
        expand([tmp_path / "空", tmp_path / "也空"], TEXTS)
    text = caught.value.into(Language.ZH)
    assert text.count("目录中没有可读的文件") == 2
    assert "后缀为 .md、.txt" in text
    assert "the directory holds no file that can be read" in caught.value.into(Language.EN)


def test_links_that_leave_the_directory_are_passed_over(tmp_path: Path) -> None:
    secret = _write(tmp_path / "外面" / "秘密.txt")
    home = tmp_path / "里面"
    inside = _write(home / "a.txt")
    (home / "出去.txt").symlink_to(secret)
    (home / "出去的目录").symlink_to(secret.parent)
    (home / "同一个.txt").symlink_to(inside)
    assert expand([home], TEXTS) == (inside,)


def test_a_link_named_by_the_user_is_followed(tmp_path: Path) -> None:
    target = _write(tmp_path / "a.txt")
    link = tmp_path / "链接.txt"
    link.symlink_to(target)
    assert read_file(link).data == target.read_bytes()


def test_a_circle_of_links_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "圈.txt"
    link.symlink_to(link)
    assert expand([link], TEXTS) == (link,)
    assert "this cannot be read" in _refusal(link)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "没有.txt").startswith("there is no such file")


def test_a_path_no_file_can_have_is_refused() -> None:
    assert "this cannot be read" in _refusal(Path("a\0b.txt"))


def test_a_directory_is_not_read_as_a_file(tmp_path: Path) -> None:
    assert "not a regular file but a directory" in _refusal(tmp_path)


def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    pipe = tmp_path / "管道.txt"
    os.mkfifo(pipe)
    assert "not a regular file but a pipe" in _refusal(pipe)


def test_a_file_swapped_for_a_pipe_between_two_looks_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = tmp_path / "a.txt"
    os.mkfifo(pipe)
    regular = _write(tmp_path / "b.txt").stat()
    monkeypatch.setattr(Path, "stat", lambda _path: regular)
    assert "not a regular file but a pipe" in _refusal(pipe)


def test_devices_and_sockets_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "a character device" in _refusal(Path(os.devnull))
    # The address of a socket may not be longer than some hundred bytes.
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.txt")
        assert "a socket" in _refusal(Path("s.txt"))


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    assert _refusal(_write(tmp_path / "空.txt", "")).startswith("the file is empty")


def test_a_file_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as file:
        file.truncate(kg.intake.SIZE_LIMIT + 1)
    text = _refusal(path)
    assert "too large" in text
    assert "at most 64 MiB" in text
    monkeypatch.setattr(kg.intake, "SIZE_LIMIT", kg.intake.SIZE_LIMIT + 1)
    assert len(read_file(path).data) == kg.intake.SIZE_LIMIT


def test_a_file_one_may_not_read_is_refused(closed: Path) -> None:
    path = closed / "a.txt"
    assert expand([path], TEXTS) == (path,)
    assert "you are not allowed to read this" in _refusal(path)


def test_a_folder_one_may_not_open_is_refused(closed: Path) -> None:
    assert set(expand([closed.parent], TEXTS)) == {closed.parent / "b.txt", closed}
    assert "you are not allowed to read this" in _refusal(closed)


def test_what_a_folder_holds_and_nothing_reads_is_told(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt")
    _write(tmp_path / ".hidden.docx")
    word, table = _write(tmp_path / "below" / "b.DOCX"), _write(tmp_path / "c.xlsx")
    _write(tmp_path / "notes.bak")
    assert passed_over([tmp_path, word], TEXTS) == (word, table)
    assert passed_over([tmp_path], TEXTS | {".xlsx"}) == (word,)
