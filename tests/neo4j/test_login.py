"""Where a server is and how to log in; no server is needed to say what is wrong with that."""

from __future__ import annotations

import pytest

from kg.errors import ExitCode, KgError, RefusedError, UsageError
from kg.store.neo4j.login import PLAINTEXT, login
from kg.wording import Language

SECRET = "geheim-口令-1234"  # noqa: S105 - the test looks for it in every text
SET = {"NEO4J_PASSWORD": SECRET}


def refusal(kind: type[KgError], address: str, environ: dict[str, str]) -> KgError:
    with pytest.raises(kind) as refused:
        login(address, environ)
    for text in (refused.value.into(Language.ZH), refused.value.into(Language.EN)):
        assert SECRET not in text
        assert "\n" not in text
    return refused.value


def test_the_environment_says_where_and_who() -> None:
    given = {"NEO4J_URI": "neo4j+s://db.example", "NEO4J_USERNAME": "甲", "NEO4J_DATABASE": "kg"}
    found = login("neo4j", given | SET)
    assert (found.uri, found.username, found.password, found.database) == (
        "neo4j+s://db.example", "甲", SECRET, "kg",
    )  # fmt: skip
    assert found.address == "neo4j+s://db.example kg"


def test_a_uri_takes_the_place_of_the_one_in_the_environment() -> None:
    found = login("bolt://localhost:7687", {"NEO4J_URI": "bolt+s://elsewhere"} | SET)
    assert (found.uri, found.username) == ("bolt://localhost:7687", "neo4j")


def test_no_text_about_a_login_holds_the_password() -> None:
    found = login("neo4j", SET)
    assert SECRET not in repr(found) + str(found) + found.address


@pytest.mark.parametrize(
    "uri",
    ["bolt+s://db.example:7687", "neo4j+s://10.0.0.7", "bolt://127.0.0.1", "bolt://127.8.0.1:1/",
     "neo4j://[::1]:7687", "bolt+ssc://LOCALHOST", "bolt://localhost:65535"],
)  # fmt: skip
def test_addresses_that_keep_the_password(uri: str) -> None:
    assert login(uri, SET).uri == uri


@pytest.mark.parametrize(
    "uri", ["bolt://db.example", "neo4j://10.0.0.7:7687", "bolt://[2001:db8::1]", "bolt://0.0.0.0",
            "bolt://localhost.evil.example", "bolt://127.0.0.1.evil.example"],
)  # fmt: skip
def test_a_connection_that_others_could_read_is_refused(uri: str) -> None:
    error = refusal(RefusedError, uri, SET)
    assert "到这台服务器的连接没有加密" in str(error)
    assert "is not encrypted, so that others could read" in error.into(Language.EN)
    assert f"{PLAINTEXT}=yes" in str(error)
    assert error.exit_code is ExitCode.REFUSED
    assert login(uri, SET | {PLAINTEXT: "yes"}).uri == uri
    refusal(RefusedError, uri, SET | {PLAINTEXT: ""})


def test_a_connection_that_checks_no_certificate_is_refused() -> None:
    error = refusal(RefusedError, "bolt+ssc://db.example", SET)
    assert "不核对服务器证书" in str(error)
    assert "does not check the certificate" in error.into(Language.EN)


@pytest.mark.parametrize(
    "uri", [f"bolt://neo4j:{SECRET}@localhost", f"neo4j+s://{SECRET}@db", f"bolt://a:{SECRET}@[::1"]
)
def test_a_password_in_an_address_is_refused_and_not_repeated(uri: str) -> None:
    error = refusal(UsageError, uri, SET)
    assert "存储地址里不能写用户名或密码" in str(error)
    assert "a store address holds no user name or password" in error.into(Language.EN)
    assert "NEO4J_PASSWORD" in str(error)


@pytest.mark.parametrize(
    "uri", ["bolt://", "bolt://h:0", "bolt://h:65536", "bolt://h:x", "bolt://h?x=1", "bolt://h/db",
            "bolt://[::1", "bolt://a b", "bolt://h\n", "neo4j+x://h", "http://h"],
)  # fmt: skip
def test_what_is_no_address(uri: str) -> None:
    error = refusal(UsageError, uri, SET)
    assert "不是 Neo4j 的地址" in str(error)
    assert f"not the address of a Neo4j server: {uri!r}" in error.into(Language.EN)


@pytest.mark.parametrize("environ", [{}, {"NEO4J_PASSWORD": ""}])
def test_without_a_password(environ: dict[str, str]) -> None:
    error = refusal(UsageError, "neo4j", environ)
    assert "没有给出 Neo4j 的密码" in str(error)
    assert "no password for Neo4j" in error.into(Language.EN)
    assert "set NEO4J_PASSWORD" in error.into(Language.EN)
