"""The command line: ``kg``. The only part of the program that prints and exits."""

from __future__ import annotations

import gc
import sys

_PATIENCE = (50_000, 50, 1_000)
"""Records made before the collector looks for cycles among them, and how often it looks at the new
ones before it looks at older ones and at all. Python's own 700 has it look some hundred times while
the modules of one command are loaded, and find nothing: a tenth of the time. A graph of millions of
records that refer to one another would be looked through again and again."""


def main() -> None:
    """Run the program with the arguments of this process, and exit with its code."""
    gc.set_threshold(*_PATIENCE)
    from kg.cli.program import run  # noqa: PLC0415 - so that `import kg.cli` costs nothing

    sys.exit(run(sys.argv[1:]))
