"""The command line: ``kg``. The only part of the program that prints and exits."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the program with the arguments of this process, and exit with its code.

    The collector of cyclic garbage is off: a command is a short process that gives everything back
    when it ends. Looking for cycles takes a tenth of the time in which modules are loaded, and on a
    large graph more than the report itself. What reads many files or waits for questions turns it
    on again.
    """
    gc.disable()
    from kg.cli.program import run  # noqa: PLC0415 - so that `import kg.cli` costs nothing

    sys.exit(run(sys.argv[1:]))
