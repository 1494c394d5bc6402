"""The words the finders know, read from the package's files and from an analyst's own."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Self, cast

from kg.errors import InputError, Problem
from kg.wording import Text, same

from .reading import Reading

FILES = ("industries", "places", "wording", "bodies", "programmes")
_GROUP_FIELDS = frozenset({"title", "scheme", "words", "context", "codes", "product"})


@dataclass(frozen=True, slots=True)
class Industry:
    """An industry of the vocabulary.

    Parameters
    ----------
    scheme, code
        Only where they are the standard's own; else empty.
    context
        It means an industry only among industries or right before 产业, 领域 and the like.
    product
        A place right before it belongs to its name.
    """

    name: str
    scheme: str = ""
    code: str = ""
    context: bool = False
    product: bool = False


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """Known words: industries by each of their names in plain form, and lists by file and name.

    ``lists`` has keys such as ``places.names.regions``; words are in plain form.
    """

    industries: Mapping[str, Industry]
    lists: Mapping[str, tuple[str, ...]]

    @classmethod
    def load(cls, extra: Path | None = None) -> Self:
        """Return the vocabularies of the package, with those of a file merged over them.

        Parameters
        ----------
        extra
            A TOML file with ``[[group]]`` tables as in ``industries.toml`` (an industry of the
            same name is replaced) and with tables such as ``[places.names]``, whose lists are
            added.

        Raises
        ------
        kg.errors.InputError
            When the file cannot be read, is no TOML, or holds a table or list that is not known.
        """
        tables = {name: _bundled(name) for name in FILES}
        industries = dict(_industries(cast(Groups, tables["industries"].pop("group"))))
        lists = {
            f"{name}.{table}.{key}": _plain(words)
            for name, content in tables.items()
            for table, entries in content.items()
            for key, words in cast(Mapping[str, object], entries).items()
        }
        lists["gazetteer"] = tuple(_gazetteer())
        lists["gazetteer.letters"] = tuple(_letters())
        if extra is not None:
            _merge(extra, industries, lists)
        return cls(_without_doubles(industries), lists)

    def words(self, *keys: str) -> frozenset[str]:
        """Return the words of one or several lists."""
        return frozenset(word for key in keys for word in self.lists[key])

    def lettered(self, key: str) -> dict[str, tuple[str, ...]]:
        """Return the entries ``局=布局、格局`` of a list as 局 → (布局, 格局)."""
        pairs = (entry.partition("=") for entry in self.lists[key])
        return {ending: tuple(words.split("、")) for ending, _, words in pairs}


Groups = list[Mapping[str, object]]


def _bundled(name: str) -> dict[str, object]:
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def _plain(words: object) -> tuple[str, ...]:
    return tuple(Reading.of(word).plain for word in cast(Iterable[str], words))


def _gazetteer() -> Iterator[str]:
    """Names of provinces, cities and counties; read as data, so that they stand in one place."""
    for province in _provinces():
        yield cast(str, province["name"])
        yield cast(str, province["short"])
        below = (*_pairs(province, "cities"), *_pairs(province, "counties"))
        for _, name in below:
            yield name
            short = name.removesuffix("市").removesuffix("地区").removesuffix("盟")
            if short != name and len(short) > 1:
                yield short


def _letters() -> Iterator[str]:
    return (cast(str, province["letter"]) for province in _provinces())


def _pairs(province: Mapping[str, object], key: str) -> list[tuple[str, str]]:
    return cast(list[tuple[str, str]], province.get(key, []))


def _provinces() -> Groups:
    text = files("kg").joinpath("resolve", "regions.toml").read_text(encoding="utf-8")
    return cast(Groups, tomllib.loads(text)["province"])


def _industries(groups: Groups) -> Iterator[tuple[str, Industry]]:
    for group in groups:
        scheme, product = cast(str, group.get("scheme", "")), bool(group.get("product", False))
        codes = cast(Mapping[str, str], group.get("codes", {}))
        for key in ("words", "context"):
            for entry in cast(list[str | list[str]], group.get(key, [])):
                names = [entry] if isinstance(entry, str) else entry
                code = codes.get(names[0], "")
                industry = Industry(
                    names[0], scheme if code else "", code, key == "context", product
                )
                for name in names:
                    yield Reading.of(name).plain, industry


def _without_doubles(industries: dict[str, Industry]) -> dict[str, Industry]:
    """Return the names without those that only add 产业 to another: marks leave it out."""
    return {
        name: entry
        for name, entry in industries.items()
        if not name.endswith("产业") or name.removesuffix("产业") not in industries
    }


def _merge(path: Path, industries: dict[str, Industry], lists: dict[str, tuple[str, ...]]) -> None:
    content = _read(path)
    problems = []
    for name, value in content.items():
        if name == "group" and isinstance(value, list):
            problems += [_group_fault(path, group) for group in value if not _is_group(group)]
        elif name not in FILES or not isinstance(value, dict):
            problems.append(_unknown(path, name, ("group", *FILES[1:])))
        else:
            problems += _added(path, name, value, lists)
    if problems:
        raise InputError(*problems)
    industries.update(_industries(cast(Groups, content.get("group", []))))


def _read(path: Path) -> dict[str, object]:
    where = same(str(path))
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(
            Problem(Text(f"读不了词表：{reason}", f"cannot read the vocabulary: {reason}"), where)
        ) from error
    except UnicodeDecodeError as error:
        raise InputError(
            Problem(
                Text("词表不是 UTF-8", "the vocabulary is not in UTF-8"),
                where,
                next_step=Text("另存为 UTF-8 再试", "save it as UTF-8 and try again"),
            )
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(
            Problem(
                Text(f"词表不是有效的 TOML：{error}", f"the vocabulary is no valid TOML: {error}"),
                where,
            )
        ) from error


def _added(
    path: Path, name: str, content: dict[str, object], lists: dict[str, tuple[str, ...]]
) -> Iterator[Problem]:
    for table, entries in content.items():
        for key, words in (entries if isinstance(entries, dict) else {"": entries}).items():
            full = f"{name}.{table}.{key}".rstrip(".")
            if full not in lists:
                yield _unknown(path, full, tuple(k for k in lists if k.startswith(f"{name}.")))
            elif not _are_words(words):
                yield _no_words(path, full)
            else:
                lists[full] += _plain(words)


def _are_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) and word for word in value)


def _is_group(group: object) -> bool:
    if not isinstance(group, dict) or not group.keys() <= _GROUP_FIELDS:
        return False
    if not isinstance(group.get("codes", {}), dict):
        return False
    entries = [e for key in ("words", "context") for e in group.get(key, [])]
    return all((isinstance(e, str) and e) or (e and _are_words(e)) for e in entries)


def _group_fault(path: Path, group: object) -> Problem:
    title = group.get("title", "") if isinstance(group, dict) else ""
    return Problem(
        Text(f"行业分组“{title}”的写法不对", f"the industry group “{title}” is not well formed"),
        same(str(path)),
        Text(
            "words 与 context 是词的列表，codes 是名称到代码，另有 title、scheme、product",
            "words and context as lists of words, codes from name to code, title, scheme, product",
        ),
    )


def _unknown(path: Path, name: str, known: tuple[str, ...]) -> Problem:
    return Problem(
        Text(f"词表里没有“{name}”这一项", f"the vocabulary has no “{name}”"),
        same(str(path)),
        Text("、".join(known), ", ".join(known)),
    )


def _no_words(path: Path, name: str) -> Problem:
    return Problem(
        Text(f"“{name}”不是词的列表", f"“{name}” is no list of words"),
        same(str(path)),
        Text("引号中的词，用逗号隔开", "quoted words, separated by commas"),
    )
