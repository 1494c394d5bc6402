"""constraints.txt pins every package the project needs, by name and version alone."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, requires

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.checkout import PROJECT, ROOT

LINES = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
PINS = {
    canonicalize_name(name): version
    for name, _, version in (line.partition("==") for line in LINES if not line.startswith("#"))
}
DIRECT = [
    Requirement(line)
    for group in (
        PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"].values(),
        PROJECT["build-system"]["requires"],
    )
    for line in group
]


def needed_by(requirement: Requirement) -> list[Requirement]:
    """Return what an installed package needs on this machine; none when it is not installed."""
    try:
        lines = requires(requirement.name) or []
    except PackageNotFoundError:
        return []
    extras = requirement.extras or {""}
    return [
        child
        for child in map(Requirement, lines)
        if child.marker is None or any(child.marker.evaluate({"extra": e}) for e in extras)
    ]


def closure() -> set[str]:
    """Return the names of all packages that the project needs, directly or not."""
    seen: dict[str, None] = {}
    waiting = list(DIRECT)
    while waiting:
        requirement = waiting.pop()
        key = str(requirement)
        if key not in seen:
            seen[key] = None
            waiting += needed_by(requirement)
    return {str(canonicalize_name(Requirement(key).name)) for key in seen}


def test_each_line_is_a_name_and_an_exact_version() -> None:
    form = re.compile(r"#.*|[A-Za-z0-9][A-Za-z0-9._-]*==[0-9][A-Za-z0-9.+!]*")
    assert [line for line in LINES if not form.fullmatch(line)] == []


def test_no_line_names_a_host_or_a_path() -> None:
    assert [line for line in LINES if "://" in line or "/" in line or "@" in line] == []


def test_packages_are_sorted_and_pinned_once() -> None:
    names = [line.partition("==")[0].lower() for line in LINES if not line.startswith("#")]
    assert names == sorted(set(names))


def test_every_direct_requirement_is_pinned_within_its_range() -> None:
    outside = [
        f"{r} is pinned to {PINS.get(canonicalize_name(r.name))}"
        for r in DIRECT
        if not r.specifier.contains(PINS.get(canonicalize_name(r.name), "0"), prereleases=True)
    ]
    assert outside == []


def test_every_package_that_these_need_is_pinned() -> None:
    assert closure() - set(PINS) == set()
