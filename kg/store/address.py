"""What an address names: a Neo4j server, or the path of a file."""

from __future__ import annotations

import re

from kg.errors import Problem, UsageError
from kg.wording import Text, same

_SERVER = re.compile(r"(?:bolt|neo4j)(?:\+s|\+ssc)?://")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,40}://")
_USER_PART = re.compile(r"://[^/?#]{0,4000}@")


def is_server(address: str) -> bool:
    """Tell whether an address names a Neo4j server, as no path does.

    Examples
    --------
    >>> [is_server(a) for a in ("neo4j", "bolt+s://db.example:7687", "./neo4j", "kg.db")]
    [True, True, False, False]
    """
    return address == "neo4j" or _SERVER.match(address) is not None


def is_path(address: str) -> bool:
    """Tell whether an address can be the path of a file.

    Examples
    --------
    >>> [is_path(a) for a in ("./neo4j", "kg.db", "neo4j", "https://db.example", "")]
    [True, True, False, False, False]
    """
    named = bool(address) and "\0" not in address
    return named and not is_server(address) and _URI.match(address) is None


def require_no_secret(address: str) -> None:
    """Refuse an address with a user or a password in it, before it is shown to anybody.

    Raises
    ------
    UsageError
        Without the address.
    """
    if _USER_PART.search(address):
        raise UsageError(
            Problem(
                Text(
                    "存储地址里不能写用户名或密码", "a store address holds no user name or password"
                ),
                expected=same("bolt+s://host:7687"),
                next_step=Text(
                    "用环境变量 NEO4J_USERNAME 和 NEO4J_PASSWORD 给出",
                    "set NEO4J_USERNAME and NEO4J_PASSWORD in the environment",
                ),
            )
        )
