"""The installed program as a process of its own, with an environment made for the test."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

PROGRAM = (sys.executable, "-m", "kg.cli")

_LOCKED_OUT = ("-dac_override", "-dac_read_search")
"""What the superuser has that lets it pass over permissions."""


def start(folder: Path, *arguments: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a folder; only ``environ`` and the search path are set."""
    return _run(folder, [*PROGRAM, *arguments], environ)


def start_locked_out(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as :func:`start` does, by a user to whom permissions apply: the tester, or
    the superuser without the right to pass over them (``setpriv`` of util-linux).
    """
    prefix: list[str] = []
    if os.geteuid() == 0:
        rights = ",".join(_LOCKED_OUT)
        prefix = ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}"]
    return _run(folder, [*prefix, *PROGRAM, *arguments], {"LC_ALL": "C.UTF-8"})


def _run(
    folder: Path, command: list[str], environ: Mapping[str, str]
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        command,
        cwd=folder,
        env=environment(**environ),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )


def environment(**environ: str) -> dict[str, str]:
    """Return an environment with nothing of the tester's own."""
    return {"PATH": os.environ["PATH"], "PYTHONWARNINGS": "error", **environ}
