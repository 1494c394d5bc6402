"""What a command knows about its run: settings, streams, and the store."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.render.width import printable
from kg.settings import Settings, language_named, locale_language, read_settings
from kg.wording import Language, Text

if TYPE_CHECKING:
    from kg.store.base import Store


@dataclass(slots=True)
class Invocation:
    """One run of the program.

    Parameters
    ----------
    language
        Of everything said to the user; known before the arguments are taken apart, since help
        and faults in the arguments need it.
    options
        ``store`` and ``lang`` as given, before or after the command.
    debug
        True when errors come with their traceback.
    """

    language: Language
    environ: Mapping[str, str]
    folder: Path
    options: dict[str, str] = field(default_factory=dict)
    debug: bool = False

    @classmethod
    def of(cls, arguments: Sequence[str]) -> Invocation:
        """Return the run for some arguments, in this process's environment and folder."""
        environ, folder = os.environ, Path.cwd()
        return cls(early_language(arguments, environ, folder), environ, folder)

    @property
    def settings(self) -> Settings:
        """The settings.

        Raises
        ------
        UsageError
            When the settings file is at fault, or the store's address holds a password.
        """
        settings = read_settings(self.options, self.environ, self.folder)
        if "@" in settings.store.value:  # here, before anything shows the address
            from kg.store.address import require_no_secret  # noqa: PLC0415 - hardly ever

            require_no_secret(settings.store.value)
        return settings

    def open_store(self, *, must_exist: bool = True) -> Store:
        """Return the store of this run.

        Raises
        ------
        StoreUnreachableError
            When it does not exist, though it must, or cannot be opened.
        """
        from kg.store import open_store  # noqa: PLC0415 - help and usage errors need no store

        return open_store(self.settings.store.value, must_exist=must_exist)

    def word(self, text: Text) -> str:
        """Return a text in the language of this run."""
        return text.into(self.language)

    def say(self, text: str) -> None:
        """Print lines on stderr: everything that is not data."""
        clean = "\n".join(map(printable, text.split("\n")))
        print(clean, file=sys.stderr, flush=True)  # noqa: T201 - the command line prints

    @property
    def width(self) -> int | None:
        """Columns of the terminal that stdout is; None when it is none."""
        return shutil.get_terminal_size().columns if sys.stdout.isatty() else None

    @property
    def colour(self) -> bool:
        """True when stdout is a terminal and nobody forbids colour."""
        forbidden = self.environ.get("NO_COLOR") or self.environ.get("TERM") == "dumb"
        return sys.stdout.isatty() and not forbidden


def early_language(arguments: Sequence[str], environ: Mapping[str, str], folder: Path) -> Language:
    """Return the language to speak before the arguments are understood; never an error.

    A faulty settings file or language is refused later, when a command runs; until then the
    locale decides.
    """
    given = _last_language(arguments)
    if given is not None:
        return given
    try:
        return read_settings({}, environ, folder).language
    except UsageError:
        return locale_language(environ)


def _last_language(arguments: Sequence[str]) -> Language | None:
    found = None
    for i, argument in enumerate(arguments):
        if argument == "--":
            break
        name, equals, value = argument.partition("=")
        if name == "--lang":
            following = arguments[i + 1] if i + 1 < len(arguments) else ""
            found = language_named(value if equals else following) or found
    return found
