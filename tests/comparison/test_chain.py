"""Which documents are compared."""

from __future__ import annotations

import random

import pytest

from kg.comparison.chain import Basis, Choice, Pairing, Standing, pairings, standing
from kg.model import Contribution, Edge, Node
from kg.resolve.gazetteer import LEVELS
from kg.resolve.regions import NATION, leading_region


def stands(key: str, level: str | None, place: str | None = None) -> Standing:
    region = NATION if level == "national" else leading_region(place) if place else None
    return Standing(key, LEVELS.index(level) if level else None, region)


def pairs(*standings: Standing, choice: Choice | None = None) -> dict[tuple[str, str], Basis]:
    found = pairings(standings, choice or Choice())
    assert list(found) == sorted(found, key=lambda p: (p.lower_key, p.upper_key))
    return {(p.lower_key, p.upper_key): p.basis for p in found}


NATIONAL = stands("国", "national")
PROVINCE = stands("省", "province", "福建省")
OTHER = stands("邻省", "province", "浙江省")
CITY = stands("市", "city", "福州市")
DISTRICT = stands("区", "county", "福州市鼓楼区")


def test_documents_are_compared_along_the_chain_alone() -> None:
    assert pairs(NATIONAL, PROVINCE, OTHER, CITY, DISTRICT) == dict.fromkeys(
        [
            ("区", "国"),
            ("区", "省"),
            ("区", "市"),
            ("市", "国"),
            ("市", "省"),
            ("邻省", "国"),
            ("省", "国"),
        ],
        Basis.CHAIN,
    )


def test_two_documents_of_one_level_are_not_compared() -> None:
    assert pairs(CITY, stands("另一市", "city", "福州市")) == {}


@pytest.mark.parametrize(
    ("lower", "upper", "basis"),
    [
        # A place no gazetteer knows may lie anywhere.
        (stands("a", "city", "信江市"), PROVINCE, Basis.UNKNOWN_PLACE),
        (stands("a", "city"), PROVINCE, Basis.UNKNOWN_PLACE),
        (CITY, stands("b", "province"), Basis.UNKNOWN_PLACE),
        (stands("a", "county", "澄湖县"), CITY, Basis.UNKNOWN_PLACE),
        # Printed with the place it lies in, it is known to lie there.
        (stands("a", "city", "福建省信江市"), PROVINCE, Basis.CHAIN),
        (stands("a", "city", "福建省信江市"), OTHER, None),
        # A known city lies in its own province and in no other, known or not.
        (CITY, OTHER, None),
        (CITY, stands("b", "province", "江澜省"), None),
        (CITY, NATIONAL, Basis.CHAIN),
        (stands("a", None), PROVINCE, None),
    ],
)
def test_what_is_known_of_the_places_decides(
    lower: Standing, upper: Standing, basis: Basis | None
) -> None:
    expected = {} if basis is None else {(lower.key, upper.key): basis}
    assert pairs(lower, upper) == expected
    assert pairs(upper, lower) == expected


def test_people_force_and_forbid_a_pair() -> None:
    choice = Choice(frozenset({("市", "邻省")}), frozenset({("市", "省")}))
    assert pairs(PROVINCE, OTHER, CITY, choice=choice) == {("市", "邻省"): Basis.PERSON}


def test_a_choice_about_documents_that_are_not_there_does_nothing() -> None:
    assert pairs(CITY, choice=Choice(frozenset({("市", "省")}))) == {}


def test_the_order_of_documents_makes_no_difference() -> None:
    everything = [NATIONAL, PROVINCE, OTHER, CITY, DISTRICT, stands("x", "city", "信江市")]
    expected = pairings(everything)
    for seed in range(5):
        shuffled = random.Random(seed).sample(everything, len(everything))  # noqa: S311 - no secret
        assert pairings(shuffled) == expected


def test_the_level_of_a_document_without_a_place_is_that_of_its_agencies() -> None:
    document = Node("d", "Document", {"document_key": "d", "title": "任务分解表"})
    agencies = [
        Node(f"agency:{n}", "Agency", {"name": n, "is_collective": False, "level": level})
        for n, level in (("市教育局", "city"), ("市民政局", "city"), ("省体育局", "province"))
    ]
    roles = tuple(
        Edge(agency.key, kind, "d#1", {"document_key": "d"})
        for agency, kind in zip(agencies, ("LEADS", "ASSISTS", "ASSISTS"), strict=True)
    )
    read = Contribution("d", (document,), roles, tuple(agencies))
    assert standing(document, read) == Standing("d", LEVELS.index("city"), None)
    assert standing(document, None) == Standing("d", None, None)


def test_many_documents_are_paired_without_trying_every_two() -> None:
    cities = [stands(f"市{n}", "city", "福州市") for n in range(3_000)]
    found = pairings([*cities, PROVINCE, OTHER])
    assert len(found) == 3_000
    assert found[0] == Pairing("市0", "省", Basis.CHAIN)
