"""Who corrects and who judges: as given, as set, or as git knows them."""

from __future__ import annotations

import shutil
import subprocess

from kg.cli.invocation import Invocation
from kg.cli.parameter import Option, setting_option
from kg.cli.streams import repaired
from kg.errors import Problem, UsageError
from kg.wording import Text

_GIT_PATIENCE_S = 5


def reviewer_option() -> Option:
    """Return the option --reviewer."""
    return setting_option(
        "reviewer",
        Text(
            "判断人（默认 KG_REVIEWER 或 git 的 user.name）",
            "who judges (default: KG_REVIEWER or git's user.name)",
        ),
        "NAME",
    )


def reviewer_of(invocation: Invocation) -> str:
    """Return who judges: --reviewer, KG_REVIEWER, ``reviewer`` in kg.toml, or git's user.name.

    Raises
    ------
    UsageError
        When none of them names anybody.
    """
    return somebody(
        invocation,
        None,
        Problem(
            Text("不知道是谁作的判断", "nobody is named as the one who judges"),
            expected=Text(
                "--reviewer 姓名、环境变量 KG_REVIEWER、kg.toml 中的 reviewer，或 git 的 user.name",
                "--reviewer NAME, KG_REVIEWER, reviewer in kg.toml, or git's user.name",
            ),
        ),
    )


def somebody(invocation: Invocation, given: str | None, missing: Problem) -> str:
    """Return the name given, else the one set, else git's; without one ``missing`` is raised."""
    name = given or repaired(invocation.settings.reviewer.value) or _git_name(invocation)
    if name.strip():
        return name.strip()
    raise UsageError(missing)


def _git_name(invocation: Invocation) -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    try:
        run = subprocess.run(  # noqa: S603 - fixed words
            [git, "config", "user.name"],
            cwd=invocation.folder,
            capture_output=True,
            timeout=_GIT_PATIENCE_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return run.stdout.decode("utf-8", "replace")
