"""What ``kg doctor`` looks at. Nothing is changed, and no heavy library is imported."""

from __future__ import annotations

import locale
import os
import platform
import re
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from kg import __version__
from kg.cli.finding import Finding, State
from kg.cli.invocation import Invocation
from kg.cli.ledger_checkup import ledger_findings
from kg.errors import KgError
from kg.loading import registry
from kg.store.address import is_server
from kg.wording import Text, same

__all__ = ["Finding", "State", "checkup"]

DISTRIBUTION = "policy-task-kg"

_NAME = re.compile(r"[A-Za-z0-9._-]{1,100}")
_EXTRA = re.compile(r"extra\s{0,4}==\s{0,4}[\"']([\w-]{1,60})[\"']")
_DEVELOPMENT = frozenset({"dev", "test"})


def checkup(invocation: Invocation) -> tuple[Finding, ...]:
    """Return what was found, in a fixed order."""
    return (
        _program(),
        _encodings(),
        *_dependencies(),
        _sqlite(),
        _loaders(),
        _settings(invocation),
        *ledger_findings(invocation),
        _store(invocation),
    )


def _program() -> Finding:
    words = f"kg {__version__}, Python {platform.python_version()}, {platform.platform()}"
    return Finding(State.OK, Text("程序", "program"), same(words))


def _encodings() -> Finding:
    names = {
        "stdout": sys.stdout.encoding,
        "stderr": sys.stderr.encoding,
        "files": sys.getfilesystemencoding(),
        "locale": locale.getpreferredencoding(do_setlocale=False),
    }
    words = ", ".join(f"{what} {name}" for what, name in names.items())
    check = Text("编码", "encodings")
    try:
        "中文".encode(sys.getfilesystemencoding())
    except UnicodeEncodeError:
        advice = Text(
            f"{words}；文件名中的汉字无法识别，请设 PYTHONUTF8=1",
            f"{words}; Chinese file names cannot be read, set PYTHONUTF8=1",
        )
        return Finding(State.WARNING, check, advice)
    return Finding(State.OK, check, same(words))


def _dependencies() -> Iterator[Finding]:
    try:
        wanted = requires(DISTRIBUTION) or []
    except PackageNotFoundError:
        advice = Text("程序未安装，请用 pip install .", "not installed; use pip install .")
        yield Finding(State.WARNING, Text("依赖", "dependencies"), advice)
        return
    extras: dict[str, list[str]] = {}
    for requirement in wanted:
        name = _NAME.match(requirement)
        extra = _EXTRA.search(requirement)
        if name and extra is None:
            yield _dependency(name[0])
        elif name and extra and extra[1] not in _DEVELOPMENT:
            extras.setdefault(extra[1], []).append(name[0])
    for extra_name, names in extras.items():
        yield _extra(extra_name, names)


def _dependency(name: str) -> Finding:
    found = _version(name)
    check = Text(f"依赖 {name}", f"dependency {name}")
    if found is None:
        advice = Text(f"未安装，请用 pip install {name}", f"missing; use pip install {name}")
        return Finding(State.PROBLEM, check, advice)
    return Finding(State.OK, check, same(found))


def _extra(extra: str, names: list[str]) -> Finding:
    missing = [name for name in names if _version(name) is None]
    check = Text(f"可选功能 {extra}", f"extra {extra}")
    if missing:
        command = f"pip install '{DISTRIBUTION}[{extra}]'"
        advice = Text(f"未安装，需要时用 {command}", f"not installed; {command} when needed")
        return Finding(State.OK, check, advice)
    return Finding(State.OK, check, same(", ".join(f"{n} {_version(n)}" for n in names)))


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _sqlite() -> Finding:
    check = same("SQLite")
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE probe USING fts5(words)")
        except sqlite3.OperationalError:
            advice = Text(
                f"{sqlite3.sqlite_version}，没有 FTS5：请换用带 FTS5 的 Python",
                f"{sqlite3.sqlite_version} without FTS5: use a Python that has it",
            )
            return Finding(State.PROBLEM, check, advice)
    return Finding(State.OK, check, same(f"{sqlite3.sqlite_version}, FTS5"))


def _loaders() -> Finding:
    loaders = registry()
    formats = ", ".join(f.name for f in loaders.FORMATS)
    genres = ", ".join(g.name for g in loaders.GENRES)
    bundled = [path for path in loaders.bundled_files() if path.is_file()]
    detail = Text(
        f"格式 {formats}；体例 {genres}；附带文件 {len(bundled)} 个",
        f"formats {formats}; genres {genres}; {len(bundled)} bundled documents",
    )
    complete = loaders.FORMATS and loaders.GENRES and bundled
    state = State.OK if complete else State.PROBLEM
    return Finding(state, Text("读取器", "loaders"), detail)


def _settings(invocation: Invocation) -> Finding:
    settings = invocation.settings
    file = str(settings.file) if settings.file else None
    language = settings.language.value
    return Finding(
        State.OK,
        Text("设置", "settings"),
        Text(
            f"语言 {language}；设置文件 {file or '无'}",
            f"language {language}; settings file {file or 'none'}",
        ),
    )


def _damage(path: Path) -> Text | None:
    """What SQLite finds wrong with a file when it looks at every page; None for nothing."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error as error:
        found = str(error)
    if found == "ok":
        return None
    return Text(
        f"{path}：文件已损坏（{found}）；移走该文件，用 kg build 从原文件重建",
        f"{path}: the file is damaged ({found}); move it away and build it again with kg build",
    )


def _store(invocation: Invocation) -> Finding:
    setting = invocation.settings.store
    check = Text("图谱库", "store")
    origin = Text(
        f"{setting.value}（{setting.origin.zh}）", f"{setting.value} ({setting.origin.en})"
    )
    server = is_server(setting.value)
    path = Path(setting.value)
    if not server and not path.exists():
        advice = Text(
            f"{origin.zh} 还没有，请运行 kg build", f"{origin.en} is not there yet; run kg build"
        )
        return Finding(State.WARNING, check, advice)
    try:
        with invocation.open_store() as store:
            info = store.info()
    except KgError as error:
        return Finding.of(check, error)
    damage = None if server else _damage(path)
    if damage is not None:
        return Finding(State.PROBLEM, check, damage)
    nodes, edges = sum(info.nodes.values()), sum(info.edges.values())
    documents = info.nodes.get("Document", 0)
    writable = server or all(os.access(p, os.W_OK) for p in (path, path.resolve().parent))
    detail = Text(
        f"{origin.zh}，{info.kind}，结构版本 {info.schema_version}，"
        f"{'可写' if writable else '只读'}；"
        f"文件 {documents}，节点 {nodes}，关系 {edges}",
        f"{origin.en}, {info.kind}, schema version {info.schema_version}, "
        f"{'writable' if writable else 'read-only'}; "
        f"{documents} documents, {nodes} nodes, {edges} edges",
    )
    return Finding(State.OK if writable else State.WARNING, check, detail)
