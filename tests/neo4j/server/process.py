"""A real Neo4j for the tests: fetched with Maven, started with Java, ended with the test run.

One server serves a whole run, also one on several cores: the first test that needs it starts it,
and it lives as long as the pytest process that began the run.
"""

from __future__ import annotations

import json
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from neo4j import GraphDatabase

ROOT = Path(__file__).parents[3]
HERE = Path(__file__).parent
BUILD = ROOT / "build" / "neo4j"
"""Holds the jars; in a folder that git ignores and ``make clean`` deletes."""

COMPOSE = ROOT / "docker-compose.yml"
FETCH_S = 900
START_S = 180
_RUNNING: list[subprocess.Popen[bytes]] = []  # Python warns of a process that nobody waits for
_SETTING = re.compile(r'^ {6}NEO4J_((?!AUTH)\w{1,200}): "(.{1,200})"$', re.MULTILINE)


class NoServerError(Exception):
    """Why there is no server here."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; the password is made for this run."""

    uri: str
    username: str
    password: str = field(repr=False)
    pid: int
    home: Path

    @property
    def environ(self) -> dict[str, str]:
        """What a program needs to know to use it."""
        return {
            "NEO4J_URI": self.uri,
            "NEO4J_USERNAME": self.username,
            "NEO4J_PASSWORD": self.password,
        }


def settings() -> dict[str, str]:
    """Return what docker-compose.yml sets, by the names of Neo4j's own settings."""
    found = _SETTING.findall(COMPOSE.read_text(encoding="utf-8"))
    return {re.sub("_(?!_)", ".", n.replace("__", "\0")).replace("\0", "_"): v for n, v in found}


def started(master: int) -> Server:
    """Return a new server that ends when a process does.

    Raises
    ------
    NoServerError
        When Java or Maven is missing, or the server does not come up.
    """
    lib = jars()
    home = Path(tempfile.mkdtemp(prefix="kg-neo4j-"))
    (home / "conf").mkdir()
    (home / "conf" / "neo4j.conf").write_text(_conf(), encoding="utf-8")
    log = (home / "start.log").open("w+b")
    process = subprocess.Popen(
        ["java", "-Xmx768m", "-cp", f"{lib}/*", str(HERE / "Start.java"), str(home), str(master)],
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    _RUNNING.append(process)
    try:
        port = bolt_port(process, home / "start.log")
        return _with_password(f"bolt://127.0.0.1:{port}", process.pid, home)
    except BaseException:
        process.kill()
        process.wait()
        shutil.rmtree(home, ignore_errors=True)
        raise
    finally:
        log.close()


def jars() -> Path:
    """Return the folder of the server's jars, fetched when they are not there.

    Raises
    ------
    NoServerError
        When Java or Maven is missing, or Maven cannot fetch them.
    """
    missing = [name for name in ("java", "mvn") if shutil.which(name) is None]
    if missing:
        raise NoServerError(f"not installed: {', '.join(missing)}")
    pom = HERE / "pom.xml"
    folder = BUILD / "lib"
    stamp = BUILD / "pom.xml"  # a copy of the pom the jars were fetched for
    if stamp.is_file() and stamp.read_bytes() == pom.read_bytes():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    done = subprocess.run(
        ["mvn", "--batch-mode", "--quiet", "--file", str(pom), "dependency:copy-dependencies",
         f"-DoutputDirectory={folder}", "-DincludeScope=runtime"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=FETCH_S,
        check=False,
    )  # fmt: skip
    if done.returncode:
        raise NoServerError(f"Maven could not fetch the server: {done.stdout[-800:]}")
    shutil.copyfile(pom, stamp)
    return folder


def _conf() -> str:
    """The settings of docker-compose.yml, and what a test needs to be small and apart."""
    own = {
        "server.bolt.enabled": "true",
        "server.bolt.listen_address": "127.0.0.1:0",
        "dbms.security.auth_enabled": "true",
        "server.memory.pagecache.size": "64m",
        "db.tx_log.preallocate": "false",
    }
    return "".join(f"{name}={value}\n" for name, value in (settings() | own).items())


def bolt_port(process: subprocess.Popen[bytes], log: Path) -> int:
    """Return where a server listens that ``Start.java`` runs, once it does.

    Raises
    ------
    NoServerError
        When it ends at once, or does not come up.
    """
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline:
        said = log.read_text(encoding="utf-8", errors="replace")
        ready = re.search(r"^ready ([0-9]{1,5})$", said, re.MULTILINE)
        if ready:
            return int(ready[1])
        if process.poll() is not None:
            raise NoServerError(f"Neo4j ended at once: {said[-1_500:]}")
        time.sleep(0.1)
    raise NoServerError(f"Neo4j did not start within {START_S} s")


def _with_password(uri: str, pid: int, home: Path) -> Server:
    password = secrets.token_urlsafe(16)
    with GraphDatabase.driver(uri, auth=("neo4j", "neo4j")) as driver:
        driver.execute_query(
            "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password",
            password=password,
            database_="system",
        )
    return Server(uri, "neo4j", password, pid, home)


def kept(server: Server, path: Path) -> None:
    """Write down a server for the other processes of this run, readable by us alone."""
    path.touch(mode=0o600)
    fields = [server.uri, server.username, server.password, server.pid, str(server.home)]
    path.write_text(json.dumps(fields), encoding="utf-8")


def read_back(path: Path) -> Server:
    """Return the server another process of this run wrote down."""
    uri, username, password, pid, home = json.loads(path.read_text(encoding="utf-8"))
    return Server(uri, username, password, pid, Path(home))


if __name__ == "__main__":
    jars()
    sys.exit(0)
