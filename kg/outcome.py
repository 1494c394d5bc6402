"""What a build did with each file, and why one was refused whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.comparison import Compared
from kg.corrections import Outcome
from kg.errors import InputError, KgError, Problem, SchemaError
from kg.model import RowTally
from kg.wording import Text, same


@dataclass(frozen=True, slots=True)
class Replaced:
    """The version of a document that a store held before.

    Parameters
    ----------
    source_name
        The file it came from.
    measures
        How many it had.
    kept
        How many of them stand in the new one with the same words.
    """

    source_name: str
    measures: int
    kept: int


@dataclass(frozen=True, slots=True)
class LoadedDocument:
    """A document in the store, with what was counted on the way.

    Parameters
    ----------
    changed
        False when the store already held exactly this.
    counts
        Nodes by label and edges by type.
    inferred
        Of the edges of roles, how many are inferred, by type.
    tally
        Rows of the table: read = used + set aside.
    issues
        Issues by severity.
    replaced
        What the store held before; None where it held nothing, or the same measures.
    """

    path: Path
    key: str
    title: str
    changed: bool
    counts: Mapping[str, int]
    inferred: Mapping[str, int]
    tally: RowTally
    issues: Mapping[str, int]
    replaced: Replaced | None = None


@dataclass(frozen=True, slots=True)
class BuildOutcome:
    """What a build loaded, the files it refused with all their faults, what became of each
    correction, in the order of the ledger, every pair of documents the store compares, and the
    documents in folders that no format reads.
    """

    loaded: tuple[LoadedDocument, ...]
    refused: tuple[KgError, ...]
    corrections: tuple[Outcome, ...] = ()
    compared: tuple[Compared, ...] = ()
    passed_over: tuple[Path, ...] = ()


def unfit(path: Path, error: SchemaError) -> InputError:
    """Return the refusal of a file of which something was read that no store can hold."""
    first = error.problems[0].what
    others = len(error.problems) - 1
    more = Text(f"（另有 {others} 处）", f" ({others} more)") if others else same("")
    return InputError(
        Problem(
            Text(
                f"读出的内容图谱库存不了：{first.zh}{more.zh}",
                f"no store can hold what was read: {first.en}{more.en}",
            ),
            same(str(path)),
            next_step=Text(
                "检查文件中的标题和不可见字符；仍不行请把文件发给开发者",
                "check the title and invisible characters in the file; else send it to the authors",
            ),
        )
    )
