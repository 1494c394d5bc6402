"""What goes wrong with a server, as the user is told."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator

import pytest
from neo4j.exceptions import (
    AuthError,
    ClientError,
    DatabaseError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from kg.errors import ExitCode, KgError, StoreError, StoreUnreachableError
from kg.store import open_store
from kg.store.neo4j.faults import store_error, told
from kg.wording import Language
from tests.neo4j.server.process import Server

SECRET = "geheim-1234"  # noqa: S105 - the test looks for it in every text


def assert_tells(error: KgError, zh: str, en: str) -> None:
    assert zh in error.into(Language.ZH)
    assert en in error.into(Language.EN)
    for text in (error.into(Language.ZH), error.into(Language.EN)):
        assert "\n" not in text
        assert SECRET not in text


def refused(address: str) -> StoreUnreachableError:
    with pytest.raises(StoreUnreachableError) as found:
        open_store(address)
    assert found.value.exit_code is ExitCode.STORE_UNREACHABLE
    return found.value


@pytest.fixture
def dead_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+s", "neo4j+s"])
def test_a_server_that_is_down(dead_port: int, scheme: str) -> None:
    address = f"{scheme}://127.0.0.1:{dead_port}"
    error = refused(address)
    assert_tells(error, f"连不上 Neo4j（{address}）", f"Neo4j cannot be reached ({address})")
    assert "NEO4J_URI" in str(error)


def test_a_name_that_is_no_server() -> None:
    assert_tells(refused("bolt+s://nowhere.invalid"), "连不上 Neo4j", "Neo4j cannot be reached")


@pytest.fixture
def speaks_otherwise() -> Iterator[int]:
    """The port of a server that answers, but not in Neo4j's tongue."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=_answer, args=(listening,), daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)
        thread.join()


def _answer(listening: socket.socket) -> None:
    while True:
        try:
            connection, _ = listening.accept()
        except OSError:
            return
        with connection:
            connection.recv(1_000)
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_of_another_kind(speaks_otherwise: int, scheme: str) -> None:
    error = refused(f"{scheme}://127.0.0.1:{speaks_otherwise}")
    assert_tells(error, "连不上 Neo4j", "Neo4j cannot be reached")


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s", "bolt+ssc"])
def test_no_encryption_where_it_is_asked_for(speaks_otherwise: int, scheme: str) -> None:
    error = refused(f"{scheme}://127.0.0.1:{speaks_otherwise}")
    assert_tells(error, "加密连接（TLS）没有建成", "no encrypted connection (TLS)")
    assert "服务器证书" in str(error)


@pytest.mark.neo4j
def test_a_real_server_without_encryption(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    address = server.uri.replace("bolt:", "bolt+s:")
    assert_tells(refused(address), "加密连接（TLS）没有建成", "no encrypted connection (TLS)")


@pytest.mark.neo4j
def test_a_wrong_password(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    error = refused("neo4j")
    assert_tells(error, "用户名或密码不对", "wrong user or password")
    assert server.uri in str(error)


@pytest.mark.neo4j
def test_a_wrong_database(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "weg")
    error = refused("neo4j")
    assert_tells(error, "没有这个数据库", "there is no such database in Neo4j")
    assert f"{server.uri} weg" in str(error)
    assert "NEO4J_DATABASE" in str(error)


def coded(kind: Callable[..., Neo4jError], code: str) -> Neo4jError:
    """Return an error as the server would send it; its text must not be passed on."""
    return Neo4jError._hydrate_neo4j(code=code, message=f"{SECRET} text of the server")


@pytest.mark.parametrize(
    ("error", "zh", "en"),
    [
        (coded(AuthError, "Neo.ClientError.Security.AuthenticationRateLimit"),
         "登录失败次数太多", "too many failed logins"),
        (coded(ClientError, "Neo.ClientError.Security.CredentialsExpired"),
         "初始密码还没有改", "the first password of Neo4j has to be changed"),
        (coded(AuthError, "Neo.ClientError.Security.Unauthorized"),
         "用户名或密码不对", "wrong user or password"),
        (coded(AuthError, "Neo.ClientError.Security.Forbidden"),
         "不允许这个用户", "does not allow this user"),
        (coded(TransientError, "Neo.TransientError.Database.DatabaseUnavailable"),
         "数据库停用中", "the database of Neo4j is not available"),
        (coded(TransientError, "Neo.TransientError.General.DatabaseUnavailable"),
         "连接中断", "the connection to Neo4j was lost"),
        (SessionExpired(SECRET), "连接中断", "the connection to Neo4j was lost"),
        (ServiceUnavailable(f"Failed to read from defunct connection {SECRET}"),
         "未写完的文件保持原样", "a document half written is as before"),
        (IncompleteCommit(SECRET), "不知这个文件是否已写入", "the document is there or not"),
        (ServiceUnavailable(SECRET), "连不上 Neo4j", "Neo4j cannot be reached"),
    ],
)  # fmt: skip
def test_a_server_that_goes_away_or_closes_the_door(error: Exception, zh: str, en: str) -> None:
    found = store_error(error, "bolt://h")
    assert type(found) is StoreUnreachableError
    assert_tells(found, zh, en)


@pytest.mark.parametrize(
    ("error", "zh", "en"),
    [
        (coded(TransientError, "Neo.TransientError.General.MemoryPoolOutOfMemoryError"),
         "Neo4j 的内存不够写这个文件", "Neo4j has too little memory for this document"),
        (coded(DatabaseError, "Neo.DatabaseError.General.UnknownError"),
         "Neo4j 报错：Neo.DatabaseError.General.UnknownError",
         "Neo4j refused: Neo.DatabaseError.General.UnknownError"),
    ],
)  # fmt: skip
def test_everything_else_the_server_refuses(error: Exception, zh: str, en: str) -> None:
    found = store_error(error, "bolt://h")
    assert type(found) is StoreError
    assert_tells(found, zh, en)


def test_the_cause_stays_attached_and_tls_is_found_behind_it() -> None:
    failure = ServiceUnavailable("x")
    failure.__cause__ = ExceptionGroup("all addresses", [ssl.SSLCertVerificationError(SECRET)])
    with pytest.raises(StoreUnreachableError) as found, told("bolt+s://h"):
        raise failure
    assert found.value.__cause__ is failure
    assert_tells(found.value, "加密连接（TLS）没有建成", "no encrypted connection (TLS)")
