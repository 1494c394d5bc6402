"""Whether a file lies on a network share, where SQLite's write-ahead log does not work.

The log needs memory shared by all processes that use the file; between two machines there is
none, and SQLite does not always notice. Linux and Windows say what a folder is; on other systems
SQLite's own answer has to do.
"""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path

_MOUNTS = Path("/proc/self/mounts")
_SHARED = re.compile(
    r"9p|acfs|afs|beegfs|ceph|cifs|davfs\w{0,2}|glusterfs|gpfs|lustre|ncpfs|nfs[34]?|ocfs2"
    r"|prl_fs|smb\w{0,3}|smbfs|vboxsf|virtiofs|vmhgfs|fuse\.(?!portal)\w[\w.-]{0,40}",
    re.ASCII,
)
_ESCAPE = re.compile(r"\\([0-7]{3})", re.ASCII)
_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveType


def on_share(path: Path) -> bool:
    """Tell whether an absolute path lies on a network share, as far as the system says."""
    if sys.platform == "win32":
        return _on_windows_share(path)
    if not _MOUNTS.exists():
        return False
    mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    return shared_mount(path.resolve(), mounts)


def shared_mount(path: Path, mounts: str) -> bool:
    r"""Tell whether the mount that holds a path is a network share.

    Parameters
    ----------
    path
        Absolute, without symbolic links.
    mounts
        The text of ``/proc/self/mounts``: device, folder, type of file system, options.

    Examples
    --------
    >>> table = "/dev/sda1 / ext4 rw 0 0\nnas:/share /mnt/局里 nfs4 rw 0 0\n"
    >>> shared_mount(Path("/mnt/局里/kg.db"), table), shared_mount(Path("/home/kg.db"), table)
    (True, False)
    """
    depth, shared = -1, False
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:  # noqa: PLR2004 - device, folder, type
            continue
        folder = Path(_ESCAPE.sub(lambda m: chr(int(m[1], 8)), fields[1]))
        if path.is_relative_to(folder) and len(folder.parts) >= depth:
            depth, shared = len(folder.parts), bool(_SHARED.fullmatch(fields[2]))
    return shared


def _on_windows_share(path: Path) -> bool:
    if path.drive.startswith("\\\\"):
        return True
    # By name: the type checker of another system does not know this part of ctypes.
    kind: int = import_module("ctypes").windll.kernel32.GetDriveTypeW(f"{path.drive}\\")
    return kind == _REMOTE_DRIVE
