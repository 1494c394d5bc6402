"""A database made by Neo4j's own import tool, and a server that shows it."""

from __future__ import annotations

import fcntl
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from neo4j import Driver, GraphDatabase

from kg.export.bulk import ARGUMENTS
from tests.neo4j.server.database import skipped_without
from tests.neo4j.server.process import HERE as SERVER
from tests.neo4j.server.process import bolt_port, jars

HERE = Path(__file__).parent
FAST = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Both processes end soon: compiling well costs more than it saves."""

CONF = """server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:0
dbms.security.auth_enabled=false
server.memory.pagecache.size=64m
db.tx_log.preallocate=false
"""


@contextmanager
def imported(run_folder: Path, folder: Path, home: Path) -> Iterator[Driver]:
    """Import what a folder holds into a new database under ``home``, and open it.

    Parameters
    ----------
    run_folder
        A folder of this run that all its processes know: one test at a time fetches the jars.
    """
    (home / "conf").mkdir(parents=True)
    (home / "conf" / "neo4j.conf").write_text(CONF, encoding="utf-8")
    with (run_folder / "neo4j.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with skipped_without():
            lib = jars()
        _import(lib, folder, home)
        with _served(lib, home) as driver:
            yield driver


def _import(lib: Path, folder: Path, home: Path) -> None:
    small = ["--max-off-heap-memory=256m", "--threads=2"]
    done = subprocess.run(
        ["java", *FAST, "-Xmx256m", "-cp", f"{lib}/*", str(HERE / "Import.java"), str(home),
         f"@{ARGUMENTS}", *small, "neo4j"],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, (done.stdout + done.stderr)[-2_000:]


@contextmanager
def _served(lib: Path, home: Path) -> Iterator[Driver]:
    path = home.with_suffix(".log")
    with path.open("w+b") as log:
        process = subprocess.Popen(
            ["java", *FAST, "-Xmx512m", "-cp", f"{lib}/*", str(SERVER / "Start.java"), str(home),
             str(os.getpid())],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            with GraphDatabase.driver(f"bolt://127.0.0.1:{bolt_port(process, path)}") as driver:
                yield driver
        finally:
            process.kill()  # an orderly end takes ten seconds, and the folder goes anyway
            process.wait()
