"""What the Neo4j driver raises, in the words and kinds of error of this program.

No text of the driver or the server is passed on where it could hold what a user typed as a
secret; the original stays attached as the cause, for ``--debug``.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from kg.errors import Problem, StoreError, StoreUnreachableError
from kg.wording import Text, same

Saying = tuple[Text, Text]
"""What happened, and what to do."""

_LOGIN: Saying = (
    Text("Neo4j 拒绝登录：用户名或密码不对", "Neo4j refused the login: wrong user or password"),
    Text(
        "检查环境变量 NEO4J_USERNAME 和 NEO4J_PASSWORD",
        "check NEO4J_USERNAME and NEO4J_PASSWORD in the environment",
    ),
)
_TLS: Saying = (
    Text("与 Neo4j 的加密连接（TLS）没有建成", "no encrypted connection (TLS) to Neo4j"),
    Text(
        "检查服务器证书；服务器没有开启加密时，本机可用 bolt://",
        "check the server's certificate; where it does not encrypt, bolt:// works on one machine",
    ),
)
_LOST: Saying = (
    Text("与 Neo4j 的连接中断", "the connection to Neo4j was lost"),
    Text(
        "检查服务器后重试；未写完的文件保持原样",
        "check the server and try again; a document half written is as before",
    ),
)
_UNSURE: Saying = (
    Text(
        "提交时与 Neo4j 的连接中断，不知这个文件是否已写入",
        "the connection to Neo4j was lost while committing: the document is there or not",
    ),
    Text("再运行一次；已写入的不会变", "run it again; what was written stays as it is"),
)
_DOWN: Saying = (
    Text("连不上 Neo4j", "Neo4j cannot be reached"),
    Text(
        "检查服务器是否已启动，地址（NEO4J_URI 或 --store）是否正确",
        "check that the server runs and that the address (NEO4J_URI or --store) is right",
    ),
)
_CODES: dict[str, Saying] = {
    "Neo.ClientError.Security.Unauthorized": _LOGIN,
    "Neo.ClientError.Security.AuthenticationRateLimit": (
        Text("登录失败次数太多，Neo4j 暂时拒绝", "too many failed logins; Neo4j refuses for now"),
        Text("稍后用正确的密码重试", "try again later with the right password"),
    ),
    "Neo.ClientError.Security.CredentialsExpired": (
        Text("Neo4j 的初始密码还没有改", "the first password of Neo4j has to be changed"),
        Text("先在 Neo4j 中改密码", "change it in Neo4j first"),
    ),
    "Neo.ClientError.Security.Forbidden": (
        Text("Neo4j 不允许这个用户这样做", "Neo4j does not allow this user to do that"),
        Text("换用有权限的用户", "use a user who may"),
    ),
    "Neo.ClientError.Database.DatabaseNotFound": (
        Text("Neo4j 中没有这个数据库", "there is no such database in Neo4j"),
        Text("检查环境变量 NEO4J_DATABASE", "check NEO4J_DATABASE in the environment"),
    ),
    "Neo.TransientError.General.DatabaseUnavailable": _LOST,
    "Neo.TransientError.Database.DatabaseUnavailable": (
        Text("Neo4j 的数据库停用中", "the database of Neo4j is not available"),
        Text("启动数据库后重试", "start the database and try again"),
    ),
}
_MEMORY = "MemoryPoolOutOfMemoryError"


@contextmanager
def told(address: str) -> Iterator[None]:
    """Raise what the driver raises inside as an error of this program.

    Raises
    ------
    StoreUnreachableError
        When the server cannot be reached, refuses the login, or goes away.
    StoreError
        For everything else it refuses.
    """
    try:
        yield
    except (DriverError, Neo4jError, OSError) as error:
        raise store_error(error, address) from error


def store_error(error: Exception, address: str) -> StoreError:
    """Return the error that tells a user what the driver met."""
    saying = _saying(error)
    if saying is not None:
        return StoreUnreachableError(Problem(saying[0], same(address), next_step=saying[1]))
    code = str(getattr(error, "code", None) or type(error).__name__)
    if _MEMORY in code:
        what = Text("Neo4j 的内存不够写这个文件", "Neo4j has too little memory for this document")
        step = Text(
            "调大 db.memory.transaction.max 或堆内存",
            "raise db.memory.transaction.max or the heap",
        )
        return StoreError(Problem(what, same(address), next_step=step))
    what = Text(f"Neo4j 报错：{code}", f"Neo4j refused: {code}")
    step = Text("加 --debug 看详情", "see the details with --debug")
    return StoreError(Problem(what, same(address), next_step=step))


def _saying(error: Exception) -> Saying | None:
    if isinstance(error, Neo4jError):
        return _CODES.get(error.code or "") or (_LOGIN if isinstance(error, AuthError) else None)
    if any(isinstance(e, ssl.SSLError) for e in _chain(error)):
        return _TLS
    if isinstance(error, IncompleteCommit):
        return _UNSURE
    if isinstance(error, SessionExpired):
        return _LOST
    if isinstance(error, ServiceUnavailable | OSError | ConfigurationError):
        lost = "defunct connection" in str(error)
        return _LOST if lost else _DOWN
    return None


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and all it came from; the driver tries addresses as a group."""
    waiting, seen = [error], set()
    while waiting:
        current = waiting.pop()
        if id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        if isinstance(current, BaseExceptionGroup):
            waiting += current.exceptions
        waiting += [e for e in (current.__cause__, current.__context__) if e is not None]
