"""The installed program as a process of its own, with an environment made for the test."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = (sys.executable, "-m", "kg.cli")


def start(folder: Path, *arguments: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a folder; only ``environ`` and the search path are set."""
    return subprocess.run(
        [*PROGRAM, *arguments],
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
