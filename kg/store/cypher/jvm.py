"""The Java machine that ArcadeDB runs in, started once in a process of its own."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

_LOGGING = Path(__file__).with_name("logging.properties")

_OPTIONS = (
    "-Xrs",  # signals stay with Python: without it SIGTERM crashes the process
    # Short queries in a short life: compiling with the first compiler alone and the simplest
    # collector makes the first answer half a second earlier.
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-XX:-UsePerfData",  # no file in the folder for temporary files
    "-Djava.awt.headless=true",
    "-Dfile.encoding=UTF8",
    "-Dpolyglot.engine.WarnInterpreterOnly=false",
    "--enable-native-access=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
    "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED",
)
_SETTINGS = {
    "arcadedb.opencypher.loadCsv.allowFileUrls": "false",
    "arcadedb.opencypher.loadCsv.allowRemoteUrls": "false",
    "arcadedb.server.logsDirectory": "{scratch}",
    "java.util.logging.config.file": str(_LOGGING),
    "java.io.tmpdir": "{scratch}",
}


def start(heap_mb: int) -> Any:  # noqa: ANN401 - the binding has no types
    """Start the machine and return the binding's module.

    The binding's own start is not used: it prints a warning of Java's and writes a log folder
    into the current one.

    Raises
    ------
    Exception
        Whatever the binding or Java meets; the caller says it in our words.
    """
    import arcadedb_embedded  # noqa: PLC0415 - an extra, and slow to load
    import jpype  # noqa: PLC0415
    from arcadedb_embedded import jvm  # noqa: PLC0415

    scratch = tempfile.gettempdir()
    settings = [f"-D{name}={value.format(scratch=scratch)}" for name, value in _SETTINGS.items()]
    crash = f"-XX:ErrorFile={os.devnull}"
    jpype.startJVM(
        jvm.get_bundled_jre_lib_path(),
        f"-Xmx{heap_mb}m",
        *_OPTIONS,
        *settings,
        crash,
        classpath=os.pathsep.join(map(str, sorted(Path(jvm.get_jar_path()).glob("*.jar")))),
        interrupt=False,
    )
    return arcadedb_embedded
