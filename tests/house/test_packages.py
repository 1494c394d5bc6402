"""What is installed is what stands in the folders."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

import pytest

from tests.house.checkout import PACKAGE_FOLDERS, ROOT, SETUPTOOLS, files


def package_of(folder: Path) -> str:
    """Return the installed name of a folder: loaders/grammar is kg.loaders.grammar."""
    top, *below = folder.relative_to(ROOT).parts
    name = next(name for name, place in PACKAGE_FOLDERS.items() if place == top)
    return ".".join([name, *below])


def matches(inside: PurePosixPath, pattern: str) -> bool:
    """Tell whether a path inside a package is taken by a package-data pattern."""
    if pattern.startswith("**/"):
        return fnmatch(inside.name, pattern.removeprefix("**/"))
    return len(inside.parts) == 1 and fnmatch(inside.name, pattern)


def is_taken(path: Path) -> bool:
    """Tell whether a data file belongs to a listed package whose patterns take it."""
    patterns: dict[str, list[str]] = SETUPTOOLS["package-data"]
    for folder in path.parents:
        if folder == ROOT:
            return False
        name = package_of(folder)
        inside = PurePosixPath(path.relative_to(folder).as_posix())
        listed = name in SETUPTOOLS["packages"]
        if listed and any(matches(inside, p) for p in patterns.get(name, [])):
            return True
    return False


def test_the_packages_listed_are_the_folders_with_python_in_them() -> None:
    folders = {
        package_of(path.parent)
        for place in PACKAGE_FOLDERS.values()
        for path in files(place)
        if path.suffix == ".py"
    }
    assert sorted(SETUPTOOLS["packages"]) == sorted(folders)


def test_the_list_is_sorted_and_names_no_package_twice() -> None:
    assert SETUPTOOLS["packages"] == sorted(set(SETUPTOOLS["packages"]))


def test_every_package_has_an_init() -> None:
    folders = {
        path.parent
        for place in PACKAGE_FOLDERS.values()
        for path in files(place)
        if path.suffix == ".py"
    }
    assert [f for f in sorted(folders) if not (f / "__init__.py").is_file()] == []


def test_every_data_file_is_taken_by_a_pattern() -> None:
    left_out = [
        path.relative_to(ROOT).as_posix()
        for place in PACKAGE_FOLDERS.values()
        for path in files(place)
        if path.suffix != ".py" and not is_taken(path)
    ]
    assert left_out == []


def test_patterns_stand_under_listed_packages_only() -> None:
    assert set(SETUPTOOLS["package-data"]) <= set(SETUPTOOLS["packages"])


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("loaders/corpus/new.txt", True),
        ("loaders/grammar/words.toml", True),
        ("cypher/queries/agency-leads.cypher", True),
        ("loaders/corpus/picture.png", False),
        ("loaders/elsewhere/words.json", False),
        ("loaders/py.typed", False),
        ("kg/model/words.toml", False),
    ],
)
def test_the_check_of_data_files_can_fail(path: str, taken: bool) -> None:
    assert is_taken(ROOT / path) is taken
