"""What drawing needs beyond the program itself."""

from __future__ import annotations

from importlib.util import find_spec

from kg.errors import KgError, Problem
from kg.wording import Text, same

EXTRA = "policy-task-kg[plot]"


class NoMatplotlibError(KgError):
    """The library that draws is not installed."""


def require_matplotlib() -> None:
    """Refuse to go on without matplotlib.

    Raises
    ------
    NoMatplotlibError
        When it is not installed.
    """
    if find_spec("matplotlib") is None:
        raise NoMatplotlibError(
            Problem(
                Text("画图的库没有安装", "the library that draws is not installed"),
                same("matplotlib"),
                next_step=Text(f"用 pip install '{EXTRA}' 安装", f"pip install '{EXTRA}'"),
            )
        )
