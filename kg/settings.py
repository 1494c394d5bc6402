"""What a user has set: option before environment before file before default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import Problem, UsageError
from kg.wording import Language, Text, same

DEFAULT_STORE = "kg.db"
FILE_NAME = "kg.toml"
DEFAULT_CORRECTIONS = "kg-corrections.tsv"
DEFAULT = Text("默认", "default")
DEFAULT_VOCABULARY = "kg-vocabulary.toml"
DEFAULT_CONCEPTS = "kg-concepts.toml"
DEFAULT_REVIEW = "kg-review.tsv"
DEFAULT_STATUS = "kg-status.tsv"
KEYS = ("store", "lang", "corrections", "vocabulary", "concepts", "review", "reviewer", "status")


@dataclass(frozen=True, slots=True)
class Setting:
    """A value and where it comes from, for ``kg doctor``."""

    value: str
    origin: Text


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run.

    Parameters
    ----------
    store
        The address of the store.
    corrections
        The ledger of corrections; by default beside a store that is a file, else in the folder.
    vocabulary
        An analyst's own words for industries, programmes and the like; same place by default.
    concepts
        An analyst's own concepts for alignments; same place by default.
    review
        The ledger of judgements on alignments; same place by default.
    reviewer
        Who judges; "" where nobody is named.
    status
        What became of measures; same place by default.
    language
        The language of messages, headings and help.
    file
        The settings file that was read; None without one.
    """

    store: Setting
    corrections: Setting
    vocabulary: Setting
    concepts: Setting
    review: Setting
    reviewer: Setting
    status: Setting
    language: Language
    file: Path | None = None


def read_settings(options: Mapping[str, str], environ: Mapping[str, str], folder: Path) -> Settings:
    """Return the settings of a run.

    Parameters
    ----------
    options
        Each of :data:`KEYS` as given on the command line; absent where not given.
    environ
        The same as ``KG_STORE``, ``KG_LANG``, …; ``KG_CONFIG`` (a settings file; ``kg.toml`` of
        the folder otherwise), and the locale.
    folder
        The current folder.

    Raises
    ------
    UsageError
        When the file named by ``KG_CONFIG`` is missing, or a settings file cannot be read, has
        an unknown key or a value of the wrong kind.
    """
    file = _settings_file(environ, folder)
    read = _read(file) if file is not None else {}
    given = _Given(options, environ, read, file)
    store = given.setting("store", DEFAULT_STORE)
    return Settings(
        store=store,
        corrections=given.setting("corrections", _beside(store.value, DEFAULT_CORRECTIONS)),
        vocabulary=given.setting("vocabulary", _beside(store.value, DEFAULT_VOCABULARY)),
        concepts=given.setting("concepts", _beside(store.value, DEFAULT_CONCEPTS)),
        review=given.setting("review", _beside(store.value, DEFAULT_REVIEW)),
        reviewer=given.setting("reviewer", ""),
        status=given.setting("status", _beside(store.value, DEFAULT_STATUS)),
        language=_language(options, environ, read),
        file=file,
    )


@dataclass(frozen=True, slots=True)
class _Given:
    """What was given from outside."""

    options: Mapping[str, str]
    environ: Mapping[str, str]
    read: Mapping[str, str]
    file: Path | None

    def setting(self, name: str, default: str) -> Setting:
        """Return a setting by its name, the same in all places; ``default`` without one."""
        variable = f"KG_{name.upper()}"
        return _first(
            (self.options.get(name), Text(f"选项 --{name}", f"option --{name}")),
            (
                self.environ.get(variable),
                Text(f"环境变量 {variable}", f"environment variable {variable}"),
            ),
            (self.read.get(name), same(str(self.file))),
            (default, DEFAULT),
        )


def _beside(store: str, name: str) -> str:
    """Return the path of a file beside the store; of a server there is no beside."""
    return name if "://" in store else str(Path(store).parent / name)


def locale_language(environ: Mapping[str, str]) -> Language:
    """Return the language of the locale: Chinese for ``zh…``, ``C``, ``POSIX`` and none at all.

    The documents and their readers are Chinese, and a machine without a locale says nothing
    else; any other locale gives English.

    Examples
    --------
    >>> [str(locale_language({"LANG": x})) for x in ("zh_CN.UTF-8", "en_US.UTF-8", "C.UTF-8")]
    ['zh', 'en', 'zh']
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(name, "")
        if value:
            word = value.partition(".")[0]
            chinese = word.lower().startswith("zh") or word in {"C", "POSIX"}
            return Language.ZH if chinese else Language.EN
    return Language.ZH


def language_named(value: str) -> Language | None:
    """Return the language of a code, ``zh`` or ``en`` in either case; None for another."""
    return Language(value.lower()) if value.lower() in set(Language) else None


def _first(*candidates: tuple[str | None, Text]) -> Setting:
    default = candidates[-1]
    return next(
        (Setting(v, origin) for v, origin in candidates if v), Setting(default[0] or "", default[1])
    )


def _language(
    options: Mapping[str, str], environ: Mapping[str, str], read: Mapping[str, str]
) -> Language:
    for value, where in (
        (options.get("lang"), "--lang"),
        (environ.get("KG_LANG"), "KG_LANG"),
        (read.get("lang"), "lang"),
    ):
        if value:
            language = language_named(value)
            if language is None:
                raise UsageError(unknown_language(value, where))
            return language
    return locale_language(environ)


def unknown_language(value: str, where: str) -> Problem:
    """Return the problem of a language the program does not speak."""
    return Problem(
        Text(f"没有这种语言：{value}", f"unknown language: {value}"),
        same(where),
        Text("zh 或 en", "zh or en"),
    )


def _settings_file(environ: Mapping[str, str], folder: Path) -> Path | None:
    named = environ.get("KG_CONFIG")
    if not named:
        file = folder / FILE_NAME
        return file if file.is_file() else None
    if not Path(named).is_file():
        raise UsageError(
            Problem(
                Text("找不到设置文件", "the settings file is missing"),
                same(f"KG_CONFIG={named}"),
                next_step=Text("改正或取消 KG_CONFIG", "mend KG_CONFIG or unset it"),
            )
        )
    return Path(named)


def _read(file: Path) -> dict[str, str]:
    import tomllib  # noqa: PLC0415 - most runs have no settings file

    try:
        with file.open("rb") as stream:
            content = tomllib.load(stream)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(
            Problem(
                Text(f"读不了设置文件：{error}", f"cannot read the settings file: {error}"),
                same(str(file)),
                Text('TOML，例如 store = "kg.db"', 'TOML, such as store = "kg.db"'),
            )
        ) from error
    problems = [_fault(key, value, file) for key, value in content.items()]
    faults = [problem for problem in problems if problem is not None]
    if faults:
        raise UsageError(*faults)
    return content


def _fault(key: str, value: object, file: Path) -> Problem | None:
    if key not in KEYS:
        return Problem(
            Text(f"不认识的设置：{key}", f"unknown setting: {key}"),
            same(str(file)),
            Text("、".join(KEYS), ", ".join(KEYS)),
        )
    if not isinstance(value, str):
        return Problem(
            Text(f"设置 {key} 的值不是文字", f"the value of {key} is not text"), same(str(file))
        )
    return None
