"""The ledger of what became of measures, as commands read it."""

from __future__ import annotations

from pathlib import Path

from kg.analysis.dossier import dossiers
from kg.analysis.status.status import StatusLedger
from kg.cli.invocation import Invocation
from kg.cli.parameter import Option, setting_option
from kg.errors import Problem, UsageError
from kg.intake import read_file
from kg.model import Graph
from kg.settings import DEFAULT
from kg.wording import Text


def status_option() -> Option:
    """Return the option --status."""
    return setting_option(
        "status",
        Text(
            "完成情况账本，TSV 或 XLSX：举措、状态、日期、填报人"
            "（默认 KG_STATUS，或图谱库旁的 kg-status.tsv）",
            "the ledger of completion, TSV or XLSX: measure, status, date, by (default: "
            "KG_STATUS, or kg-status.tsv beside the store)",
        ),
    )


def status_path(invocation: Invocation) -> Path | None:
    """Return where the ledger of this run lies; None where there is none.

    Raises
    ------
    UsageError
        When a ledger is named by an option or a setting, and missing.
    """
    setting = invocation.settings.status
    path = Path(setting.value)
    if path.exists():
        return path
    if setting.origin == DEFAULT:
        return None
    raise UsageError(
        Problem(
            Text("没有这个完成情况账本", "there is no such status ledger"),
            Text(f"{path}，{setting.origin.zh}", f"{path}, {setting.origin.en}"),
            next_step=Text("检查路径", "check the path"),
        )
    )


def status_of(path: Path, graph: Graph, chosen: frozenset[str]) -> StatusLedger:
    """Return the records of a ledger.

    Parameters
    ----------
    graph
        The whole store: a ledger may speak of any of its documents.
    chosen
        Keys of the documents that are looked at; empty for all.

    Raises
    ------
    InputError
        When the ledger cannot be read or is faulty.
    """
    from kg.analysis.status.ledger import read_status  # noqa: PLC0415 - only with a ledger

    return read_status(read_file(path).data, path.name, dossiers(graph), chosen)
