"""Two documents that contradict each other about a node or an edge: a defect of a loader."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import Problem, SchemaError
from kg.wording import Text, same


@dataclass(frozen=True, slots=True)
class Conflict:
    """What a contribution says beside what the store holds from another document.

    Parameters
    ----------
    what
        The node's key, or the edge as ``source -TYPE-> target``.
    owned
        True when what is held, or what is given, belongs to one document alone.
    held, given
        Label and properties, as text; empty where ``owned`` makes them beside the point.
    other
        The key of the other document.
    """

    what: str
    owned: bool
    other: str
    held: str = ""
    given: str = ""

    def problem(self, document_key: str) -> Problem:
        """Return the fault in words, naming both documents."""
        where = Text(f"{document_key} 与 {self.other}", f"{document_key} and {self.other}")
        if self.owned:
            return Problem(
                Text(f"两个文件共用一个键：{self.what}", f"two documents use one key: {self.what}"),
                where,
                Text("每个文件的键以该文件的键开头", "keys that begin with their document's key"),
            )
        return Problem(
            Text(
                f"两个文件对同一对象的说法不同：{self.what}",
                f"two documents describe one shared thing differently: {self.what}",
            ),
            where,
            same(f"{self.held} ≠ {self.given}"),
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
        Naming, for each conflict, the node or edge and both documents.
    """
    if conflicts:
        raise SchemaError(*(c.problem(document_key) for c in conflicts))
