"""An analyst's own words as commands use them: where the file lies, and whether it is there."""

from __future__ import annotations

from pathlib import Path

from kg.cli.invocation import Invocation
from kg.cli.parameter import Option, setting_option
from kg.errors import Problem, UsageError
from kg.settings import DEFAULT, Setting
from kg.wording import Text


def vocabulary_option() -> Option:
    """Return the option --vocabulary."""
    return setting_option(
        "vocabulary",
        Text(
            "自己的词表，补充产业、专项等（默认 KG_VOCABULARY，或图谱库旁的 kg-vocabulary.toml）",
            "your own words for industries, programmes and the like (default: KG_VOCABULARY, or "
            "kg-vocabulary.toml beside the store)",
        ),
    )


def concepts_option() -> Option:
    """Return the option --concepts."""
    return setting_option(
        "concepts",
        Text(
            "自己的概念词表，补充上下级对应所用的概念（默认 KG_CONCEPTS，或图谱库旁的 "
            "kg-concepts.toml）",
            "your own concepts for alignments (default: KG_CONCEPTS, or kg-concepts.toml beside "
            "the store)",
        ),
    )


def vocabulary_of(invocation: Invocation) -> Path | None:
    """Return the analyst's file of words; None where there is none and none was named.

    Raises
    ------
    UsageError
        When the file that an option or a setting names is missing.
    """
    return _there(invocation.settings.vocabulary)


def concepts_of(invocation: Invocation) -> Path | None:
    """Return the analyst's file of concepts; None where there is none and none was named.

    Raises
    ------
    UsageError
        When the file that an option or a setting names is missing.
    """
    return _there(invocation.settings.concepts)


def _there(setting: Setting) -> Path | None:
    path = Path(setting.value)
    if path.exists():
        return path
    if setting.origin == DEFAULT:
        return None
    raise UsageError(
        Problem(
            Text("没有这个词表", "there is no such vocabulary"),
            Text(f"{path}，{setting.origin.zh}", f"{path}, {setting.origin.en}"),
            next_step=Text("检查路径", "check the path"),
        )
    )
