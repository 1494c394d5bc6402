"""Network shares, where the write-ahead log does not work."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.store.sqlite.share import shared_mount
from tests.store.files import raw, stored


@pytest.mark.parametrize(
    ("path", "shared"),
    [
        ("/home/kg.db", False),
        ("/mnt/局 里/2025/kg.db", True),
        ("/mnt/局 里 2/kg.db", False),
        ("/mnt/局 里/local/kg.db", False),
        ("/media/win/kg.db", True),
        ("/run/portal/kg.db", False),
        ("/media/ssh/kg.db", True),
    ],
)
def test_network_shares_are_told_from_disks(path: str, shared: bool) -> None:
    mounts = (
        "/dev/sda1 / ext4 rw 0 0\n"
        r"nas:/x /mnt/局\040里 nfs4 rw 0 0"
        "\n"
        r"/dev/sdb1 /mnt/局\040里/local xfs rw 0 0"
        "\n"
        "//win/x /media/win cifs rw 0 0\n"
        "portal /run/portal fuse.portal rw 0 0\n"
        "me@host:/ /media/ssh fuse.sshfs rw 0 0\n"
        "broken\n"
    )
    assert shared_mount(Path(path), mounts) is shared


def test_on_a_share_the_rollback_journal_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.store.sqlite.opening.on_share", lambda _: True)
    with raw(stored(tmp_path / "kg.db")) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
