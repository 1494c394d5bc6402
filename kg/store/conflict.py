"""Two documents that claim one key: a defect of a loader."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import Problem, SchemaError
from kg.wording import Text, same


@dataclass(frozen=True, slots=True)
class Conflict:
    """A key that a contribution uses and the store holds from another document.

    Parameters
    ----------
    key
        The node's key.
    other
        The key of the other document.
    labels
        What the key means to the store and to the contribution, where both share the node and
        only its label differs; None when one of them owns the node.
    """

    key: str
    other: str
    labels: tuple[str, str] | None = None

    def problem(self, document_key: str) -> Problem:
        """Return the fault in words, naming both documents."""
        where = Text(f"{document_key} 与 {self.other}", f"{document_key} and {self.other}")
        if self.labels is None:
            return Problem(
                Text(f"两个文件共用一个键：{self.key}", f"two documents use one key: {self.key}"),
                where,
                Text("每个文件的键以该文件的键开头", "keys that begin with their document's key"),
            )
        return Problem(
            Text(f"一个键有两种标签：{self.key}", f"one key has two labels: {self.key}"),
            where,
            same(f"{self.labels[0]} ≠ {self.labels[1]}"),
            Text(
                "用同一版本的程序把两个文件一起载入一个新的存储",
                "load both documents into a new store with one version of the program",
            ),
        )


def refuse(document_key: str, conflicts: list[Conflict]) -> None:
    """Raise all conflicts of a contribution together; nothing when there are none.

    Raises
    ------
    SchemaError
        Naming, for each conflict, the key and both documents.
    """
    if conflicts:
        raise SchemaError(*(c.problem(document_key) for c in conflicts))
