"""What people say of whether a task is meant for the level below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Edge
from kg.wording import Text

_JUDGED = {
    "exempt": Text("不适用", "not applicable"),
    "meant": Text("适用", "applicable"),
}


@dataclass(frozen=True, slots=True)
class Exemption:
    """A person's word on a task and a lower document."""

    edge: Edge

    @property
    def exempt(self) -> bool | None:
        """True where the task is not meant for the lower document, False where it is; None where
        nothing is decided: the words have changed since, or people contradict each other.
        """
        value = self.edge.props.get("exempt")
        return value if isinstance(value, bool) else None

    @property
    def told(self) -> Text:
        """Who said what, when and why, and whether it counts."""
        props = self.edge.props
        judged = _JUDGED.get(str(props["judged"]))
        if judged is None:  # several people, and the comment says who said what
            what = Text("冲突，各人判断不同", "in conflict, people judged differently")
            return _after(what, (str(props.get("comment", "")),))
        names = ("judged_by", "judged_on", "comment")
        who = tuple(str(props[name]) for name in names if name in props)
        match str(props["status"]):
            case "stale":
                what = Text(
                    f"任务文字已变，原判“{judged.zh}”不再算数",
                    f"the task has other words now, «{judged.en}» counts no more",
                )
            case "conflict":
                what = Text(
                    f"冲突，有确认的对应，又判为{judged.zh}",
                    f"in conflict, an accepted pair, and {judged.en}",
                )
            case _:
                what = judged
        return _after(what, who)


def exemptions_of(edges: Iterable[Edge]) -> dict[tuple[str, str], Exemption]:
    """Return what people say, by the key of the task and of the lower document."""
    return {(e.dst, e.src): Exemption(e) for e in edges if e.type == "EXEMPT_FROM"}


def _after(what: Text, who: tuple[str, ...]) -> Text:
    return Text(
        f"人工：{what.zh}（{'，'.join(who)}）", f"by a person: {what.en} ({', '.join(who)})"
    )
