"""Whole-process times of the commands a person waits for, beside an empty Python process.

    python benchmarks/startup.py --runs 15

Prints the median of n runs as wall time and as processor time, and the ratio of the wall time
to ``python -c pass``. It measures and never judges: what a command may import is held by a
test, and the times of a busy machine prove nothing.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

PYTHON = sys.executable
KG = str(Path(PYTHON).with_name("kg.exe" if os.name == "nt" else "kg"))

WIDE = 0x2E80
"""The first character that takes two columns, near enough for a label."""
BARE = ("python -c pass", (PYTHON, "-c", "pass"))
COMMANDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("python -c 'import click'", (PYTHON, "-c", "import click")),
    ("python -c 'import sqlite3, json'", (PYTHON, "-c", "import sqlite3, json")),
    ("kg --help", (KG, "--help")),
    ("kg build (unchanged)", (KG, "build")),
    ("kg report workload", (KG, "report", "workload")),
    ("kg report workload -f json", (KG, "report", "workload", "-f", "json")),
    ("kg find 专利", (KG, "find", "专利")),
)


@dataclass(frozen=True, slots=True)
class Timing:
    """The median of several runs of one process, in milliseconds."""

    wall_ms: float
    cpu_ms: float


def measure(command: Sequence[str], folder: Path, runs: int) -> Timing:
    """Return the median time of a command run in a folder, after one run to warm the disk.

    Raises
    ------
    subprocess.CalledProcessError
        When the command fails: the time of a failure is no measurement.
    """
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    walls, cpus = [], []
    for _ in range(runs):
        before, started = os.times(), time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        walls.append(time.perf_counter() - started)
        after = os.times()
        cpus.append(
            after.children_user
            + after.children_system
            - before.children_user
            - before.children_system
        )
    return Timing(median(walls) * 1000, median(cpus) * 1000)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description="Whole-process start-up times.")
    options.add_argument("--runs", type=int, default=15, help="runs per command (default 15)")
    runs = options.parse_args().runs
    print(f"median of {runs} runs, Python {sys.version.split()[0]}")
    print(f"{'command':<34}{'wall ms':>9}{'cpu ms':>9}{'× python':>10}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run((KG, "build"), cwd=folder, check=True, capture_output=True)
        bare = measure(BARE[1], folder, runs)
        print(f"{BARE[0]:<34}{bare.wall_ms:>9.0f}{bare.cpu_ms:>9.0f}{1:>10.1f}")
        for label, command in COMMANDS:
            timing = measure(command, folder, runs)
            width = 34 - sum(ord(c) >= WIDE for c in label)
            ratio = timing.wall_ms / bare.wall_ms
            print(f"{label:<{width}}{timing.wall_ms:>9.0f}{timing.cpu_ms:>9.0f}{ratio:>10.1f}")


if __name__ == "__main__":
    main()
