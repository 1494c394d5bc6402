"""The command line: ``kg``. The only part of the program that prints and exits."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the program with the arguments of this process, and exit with its code."""
    from kg.cli.program import run  # noqa: PLC0415 - so that `import kg.cli` costs nothing

    sys.exit(run(sys.argv[1:]))
