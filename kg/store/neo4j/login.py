"""Where a Neo4j server is and how to log in, without the password in any text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address

from kg.errors import Problem, RefusedError, UsageError
from kg.store.address import require_no_secret
from kg.wording import Text, same

DEFAULT_URI = "bolt://127.0.0.1:7687"
DEFAULT_USERNAME = "neo4j"
PLAINTEXT = "KG_NEO4J_PLAINTEXT"
"""The variable that allows a connection others could read; its value has to be ``yes``."""

_ADDRESS = re.compile(
    r"(?P<scheme>bolt|neo4j)(?P<security>\+s|\+ssc)?://"
    r"(?P<host>[A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?P<port>:[0-9]{1,5})?/?"
)
_LAST_PORT = 65_535


@dataclass(frozen=True, slots=True)
class Login:
    """A server, a database on it (None: the user's home database), and who asks."""

    uri: str
    username: str
    password: str = field(repr=False)
    database: str | None = None

    @property
    def address(self) -> str:
        """The server, and the database where one is named; for people."""
        return self.uri if self.database is None else f"{self.uri} {self.database}"


def login(address: str, environ: Mapping[str, str]) -> Login:
    """Return how to reach a store.

    Parameters
    ----------
    address
        ``neo4j``, which stands for ``NEO4J_URI``, or a URI.
    environ
        ``NEO4J_URI``, ``NEO4J_USERNAME``, ``NEO4J_PASSWORD``, ``NEO4J_DATABASE``.

    Raises
    ------
    UsageError
        When the address is none, or holds a user or a password, or no password is set.
    RefusedError
        When others on the way could read the password.

    Examples
    --------
    >>> login("neo4j", {"NEO4J_PASSWORD": "secret"})
    Login(uri='bolt://127.0.0.1:7687', username='neo4j', database=None)
    """
    uri = address if address != "neo4j" else environ.get("NEO4J_URI") or DEFAULT_URI
    require_no_secret(uri)
    parts = _ADDRESS.fullmatch(uri)
    if parts is None or int((parts["port"] or ":1")[1:]) not in range(1, _LAST_PORT + 1):
        raise UsageError(_no_address(uri))
    private = parts["security"] == "+s" or _is_loopback(parts["host"])
    if not private and environ.get(PLAINTEXT) != "yes":
        raise RefusedError(_open_to_all(uri, certified=parts["security"] is None))
    password = environ.get("NEO4J_PASSWORD")
    if not password:
        raise UsageError(_no_password(uri))
    username = environ.get("NEO4J_USERNAME") or DEFAULT_USERNAME
    return Login(uri, username, password, environ.get("NEO4J_DATABASE") or None)


def _is_loopback(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _no_address(uri: str) -> Problem:
    return Problem(
        Text(f"不是 Neo4j 的地址：{uri!r}", f"not the address of a Neo4j server: {uri!r}"),
        expected=Text(
            "如 bolt://localhost:7687、neo4j+s://主机:7687",
            "such as bolt://localhost:7687 or neo4j+s://host:7687",
        ),
        next_step=Text("改正 --store 或 NEO4J_URI", "mend --store or NEO4J_URI"),
    )


def _open_to_all(uri: str, *, certified: bool) -> Problem:
    what = (
        Text("到这台服务器的连接没有加密", "the connection to this server is not encrypted")
        if certified
        else Text("这种连接不核对服务器证书", "this connection does not check the certificate")
    )
    return Problem(
        Text(
            f"{what.zh}，密码和数据可能被读取，已拒绝",
            f"{what.en}, so that others could read password and data; refused",
        ),
        same(uri),
        Text("bolt+s:// 或 neo4j+s://，或本机地址", "bolt+s:// or neo4j+s://, or this machine"),
        Text(
            f"换用加密地址；网络可信时设 {PLAINTEXT}=yes",
            f"use an encrypted address, or set {PLAINTEXT}=yes where the network is trusted",
        ),
    )


def _no_password(uri: str) -> Problem:
    return Problem(
        Text("没有给出 Neo4j 的密码", "no password for Neo4j"),
        same(uri),
        next_step=Text(
            "设环境变量 NEO4J_PASSWORD（用户名用 NEO4J_USERNAME，默认 neo4j）",
            "set NEO4J_PASSWORD in the environment (and NEO4J_USERNAME, unless it is neo4j)",
        ),
    )
