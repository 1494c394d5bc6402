"""What can go wrong, sorted by what the caller can do about it.

Every error says four things: what happened, where, what was expected, and what to do next.
A file with several faults is refused once, with all of them (``problems``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from enum import IntEnum

from kg.wording import Language, Text


class ExitCode(IntEnum):
    """Exit codes of the command line."""

    OK = 0
    FAILURE = 1
    USAGE = 2
    BAD_DATA = 3
    STORE_UNREACHABLE = 5
    REFUSED = 6


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: what, where (file, line, cell, quoted words), what was expected, what to do."""

    what: Text
    where: Text | None = None
    expected: Text | None = None
    next_step: Text | None = None
    guess: Text | None = None
    """What may have been meant, where nothing but likeness says so."""

    def into(self, language: Language) -> str:
        """Return the fault as one line of text.

        Examples
        --------
        >>> empty = Text("文件是空的", "the file is empty")
        >>> Problem(empty, Text("a.txt", "a.txt")).into(Language.EN)
        'the file is empty (a.txt)'
        """
        zh = language is Language.ZH
        parts = [self.what.into(language)]
        if self.where is not None:
            where = self.where.into(language)
            parts.append(f"（{where}）" if zh else f" ({where})")
        if self.expected is not None:
            parts.append("；应为：" if zh else "; expected: ")
            parts.append(self.expected.into(language))
        if self.guess is not None:
            guess = self.guess.into(language)
            parts.append(f"；是不是：{guess}？" if zh else f"; did you mean {guess}?")
        if self.next_step is not None:
            parts.append("。请" if zh else ". Next: ")
            parts.append(self.next_step.into(language))
        return "".join(parts)


class KgError(Exception):
    """The root of all deliberate errors of this program.

    Parameters
    ----------
    *problems
        At least one fault.
    """

    exit_code: ExitCode = ExitCode.FAILURE

    def __init__(self, *problems: Problem) -> None:
        if not problems:
            raise ValueError("an error needs at least one problem")
        super().__init__("\n".join(p.into(Language.ZH) for p in problems))
        self.problems = problems

    def into(self, language: Language) -> str:
        """Return all faults, one on each line."""
        return "\n".join(p.into(language) for p in self.problems)


class InputError(KgError):
    """A file cannot be read as a task document; nothing of it was loaded."""

    exit_code = ExitCode.BAD_DATA


class UsageError(KgError):
    """A command was called in a way it does not understand."""

    exit_code = ExitCode.USAGE


class UnknownNameError(UsageError):
    """A key or name that is not in the store; the nearest known ones are named."""

    @classmethod
    def of(cls, kind: Text, name: str, known: Sequence[str]) -> UnknownNameError:
        """Return the error for one unknown name.

        Parameters
        ----------
        kind
            What the name should have named: a document, an agency, a column.
        name
            The name as given.
        known
            The names that exist, in any order; the nearest are shown first, eight at most.
        """
        nearest = get_close_matches(name, known, n=8, cutoff=0.3) or sorted(known)[:8]
        if nearest:
            expected = Text("、".join(nearest) + " 之一", "one of " + ", ".join(nearest))
        else:
            expected = Text("（尚无可选的）", "(there are none yet)")
        return cls(
            Problem(
                Text(f"没有这个{kind.zh}：{name}", f"unknown {kind.en}: {name}"),
                expected=expected,
            )
        )

    @classmethod
    def guessing(cls, kind: Text, name: str, known: Sequence[str]) -> UnknownNameError:
        """Return the error for one unknown name where the known ones are too many to be listed:
        it asks whether one of the most alike was meant, if any are alike.

        Parameters
        ----------
        kind, name, known
            As for :meth:`of`.

        Examples
        --------
        >>> error = UnknownNameError.guessing(Text("产业", "industry"), "茶", ["茉莉花茶", "福橘"])
        >>> print(error)
        没有这个产业：茶；是不是：茉莉花茶？
        """
        found = alike(name, known)
        return cls(
            Problem(
                Text(f"没有这个{kind.zh}：{name}", f"unknown {kind.en}: {name}"),
                guess=Text("、".join(found), " or ".join(found)) if found else None,
                next_step=None if found else Text("用 kg find 查找", "look for it with kg find"),
            )
        )


_ALIKE = 0.6
_GUESSES = 5


def alike(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the names that one may stand for, the likeliest first: those that hold it,
    those that hold all its characters in its order, and those that are spelt nearly so.

    Examples
    --------
    >>> alike("市文化局", ["市财政局", "市文化和旅游局", "市文物局"])
    ('市文化和旅游局', '市文物局')
    """
    ranked = sorted((_distance(name, other), len(other), other) for other in set(known))
    return tuple(other for distance, _, other in ranked[:_GUESSES] if distance < 1)


def _distance(name: str, other: str) -> float:
    if name and name in other:
        return 0.0
    characters = iter(other)
    if name and all(character in characters for character in name):
        return 0.1
    likeness = SequenceMatcher(None, name, other, autojunk=False)
    ratio = likeness.ratio() if likeness.quick_ratio() >= _ALIKE else 0.0
    return 1 - ratio if ratio >= _ALIKE else 1.0


class StoreError(KgError):
    """The store refused or could not carry out an operation."""


class StoreUnreachableError(StoreError):
    """The store cannot be opened or reached, or refused the login."""

    exit_code = ExitCode.STORE_UNREACHABLE


class SchemaError(KgError):
    """Data that does not fit the graph schema: a defect of a loader, never of a document."""


class RefusedError(KgError):
    """Refused for safety: doing it could lose or expose data."""

    exit_code = ExitCode.REFUSED
