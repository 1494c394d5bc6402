"""A new correction, made from what the store holds: its target, seal and printed words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.corrections import notation
from kg.corrections.cells import several
from kg.corrections.division import opening_positions
from kg.corrections.entry import EVERYWHERE, Action, Entry
from kg.corrections.notation import Assigned
from kg.corrections.parts import seal_of
from kg.corrections.seal import Seal, heading_mark, mark, plain, sealed
from kg.errors import Problem, UnknownNameError, UsageError
from kg.model import Basis, Edge, Graph, Node, Role
from kg.wording import Text, same

_KINDS = {"Section": "section", "Task": "task", "Measure": "measure"}
_PARENTS = frozenset({"HAS_SECTION", "HAS_TASK", "HAS_MEASURE"})
_ROLES = {"LEADS": Role.LEAD, "ASSISTS": Role.ASSIST}
_FITTING: dict[Action, tuple[str, ...]] = {
    Action.AGENCIES: ("Measure", "Task"),
    Action.DEADLINE: ("Measure", "Task"),
    Action.TEXT: ("Measure", "Task", "Section"),
    Action.SPLIT: ("Measure",),
    Action.JOIN: ("Measure",),
}


class PartProposal:
    """Makes corrections of the parts of documents.

    Parameters
    ----------
    graph
        What the store holds.
    """

    def __init__(self, graph: Graph) -> None:
        self._nodes = {node.key: node for node in graph.nodes}
        self._into: dict[str, list[Edge]] = defaultdict(list)
        self._from: dict[str, list[Edge]] = defaultdict(list)
        for edge in graph.edges:
            self._into[edge.dst].append(edge)
            self._from[edge.src].append(edge)

    def propose(self, node: Node, action: Action, value: str, was: str = "") -> Entry:
        """Return the correction of a part, without who made it and when.

        Parameters
        ----------
        was
            The misprinted words; for :attr:`Action.TEXT` alone, the whole text without them.

        Raises
        ------
        UsageError
            When the node is no part that the action can correct, or does not print the words.
        """
        if node.label not in _FITTING[action]:
            raise _unfit(node, action)
        printed = _printed(node)
        if action is Action.AGENCIES:
            value = notation.roles_text(notation.read_roles(value))
        kind, document = _KINDS[node.label], str(node.props["document_key"])
        seal = sealed(seal_of(kind, printed, self._heading(node)), document, node.key)
        found = self._was(node, action, value, was)
        return Entry(action, document, node.key, value, seal, found)

    def _was(self, node: Node, action: Action, value: str, was: str) -> str:
        printed = _printed(node)
        match action:
            case Action.AGENCIES:
                return several(map(self._bodies, self._measures(node)))
            case Action.DEADLINE:
                return several(map(self._deadline, self._measures(node)))
            case Action.SPLIT:
                if opening_positions(printed, notation.read_openings(value)) is None:
                    raise _not_printed(value, node)
                return printed
            case Action.JOIN:
                return self._joined(node, notation.read_count(value))
            case _:
                if was and printed.count(was) != 1:
                    raise _not_printed(was, node)
                return was or printed

    def _heading(self, node: Node) -> str:
        """The title above a part; empty where none is printed."""
        while (parent := self._parent(node)) is not None and parent.label in _KINDS:
            if _printed(parent):
                return _printed(parent)
            node = parent
        return ""

    def _parent(self, node: Node) -> Node | None:
        above = (e.src for e in self._into[node.key] if e.type in _PARENTS)
        return next((self._nodes[key] for key in above), None)

    def _measures(self, node: Node) -> list[Node]:
        if node.label == "Measure":
            return [node]
        below = [self._nodes[e.dst] for e in self._from[node.key] if e.type == "HAS_MEASURE"]
        return sorted(below, key=_seq)

    def _bodies(self, measure: Node) -> str:
        edges = [e for e in self._into[measure.key] if e.type in _ROLES]
        assigned: dict[tuple[str, Role | None], Assigned] = {}
        for edge in sorted(edges, key=lambda e: (e.type != "LEADS", e.props["order"])):
            name, basis = str(edge.props["as_printed"]), Basis(str(edge.props["basis"]))
            # One printed name that was corrected to several has several edges.
            role = _ROLES[edge.type]
            key = (name, None if basis is Basis.INFERRED else role)
            assigned.setdefault(key, Assigned(name, role, basis))
        return self._before(measure, notation.roles_text(assigned.values()))

    def _deadline(self, measure: Node) -> str:
        due = (e for e in self._from[measure.key] if e.type == "DUE" and "start" not in e.props)
        words = next((str(e.props["text"]) for e in due if "text" in e.props), "")
        unread = (i for i in self._issues(measure) if i.props["code"] == "deadline-unreadable")
        words = words or next((str(issue.props["was"]) for issue in unread), "")
        return self._before(measure, words)

    def _before(self, measure: Node, cell: str) -> str:
        """What a cell prints, where the store holds what an earlier correction made of it."""
        for issue in self._issues(measure):
            became = str(issue.props.get("became", ""))
            if issue.props["code"] == "corrected" and plain(became) == plain(cell):
                return str(issue.props["was"])
        return cell

    def _issues(self, node: Node) -> Iterator[Node]:
        for edge in self._from[node.key]:
            if edge.type == "HAS_ISSUE":
                yield self._nodes[edge.dst]

    def _joined(self, node: Node, count: int) -> str:
        parent = self._parent(node)
        row = self._measures(parent) if parent is not None else [node]
        concerned = row[row.index(node) :][:count]
        if len(concerned) < count:
            raise UsageError(
                Problem(
                    Text(
                        f"本条起只有 {len(concerned)} 条举措",
                        f"there are {len(concerned)} measures from this one on",
                    ),
                    same(node.key),
                    Text(f"至少 {count} 条", f"{count} or more"),
                )
            )
        if len({self._deadline(m) for m in concerned} - {""}) > 1:
            raise UsageError(
                Problem(
                    Text(
                        "这几条举措的时限不同，不能合为一条",
                        "these measures have different deadlines and cannot become one",
                    ),
                    same(node.key),
                    expected=Text("时限相同的几条", "measures with one deadline"),
                )
            )
        return "\n".join(map(_printed, concerned))


def propose_name(
    graph: Graph, action: Action, name: str, value: str, document: str | None
) -> Entry:
    """Return the correction of a body's name, without who made it and when.

    Parameters
    ----------
    name
        As some document prints it; for an alias also a body's key or canonical name.
    document
        The key of the document it holds for, or :data:`EVERYWHERE`; None for the only one that
        prints the name.

    Raises
    ------
    UnknownNameError
        When no document, or not this one, prints the name.
    UsageError
        When several print it and none is named.
    """
    printed = _names(graph, action)
    bodies = {node.key: str(node.props["name"]) for node in graph.nodes if node.label == "Agency"}
    wanted = plain(bodies.get(name, name))
    hits = [(form, where) for form, where in printed if plain(form) == wanted]
    if document not in {None, EVERYWHERE}:
        hits = [(form, where) for form, where in hits if where == document]
    if not hits:
        known = sorted({form for form, where in printed if document in {None, EVERYWHERE, where}})
        raise UnknownNameError.of(Text("单位名称", "name of a body"), name, known)
    where = document or _only(name, sorted({where for _, where in hits}))
    target = hits[0][0]
    seal = Seal(mark("name", target), heading_mark(""))
    return Entry(action, where, target, value, sealed(seal, where, target), target)


def unknown_names(graph: Graph, entry: Entry) -> tuple[str, ...]:
    """Return the names of a correction's value that no document of the store uses so far."""
    match entry.action:
        case Action.ALIAS:
            given: tuple[str, ...] = (entry.value,)
        case Action.SPLIT_NAME:
            given = notation.read_several(entry.value)
        case Action.AGENCIES:
            given = tuple(body.name for body in notation.read_roles(entry.value))
        case _:
            given = ()
    known = {plain(name) for name, _ in _names(graph, Action.ALIAS)}
    return tuple(name for name in given if plain(name) not in known)


def _names(graph: Graph, action: Action) -> list[tuple[str, str]]:
    """The names of bodies and the documents that use them, printed forms first."""
    names = {node.key: str(node.props["name"]) for node in graph.nodes if node.label == "Agency"}
    edges = [e for e in graph.edges if e.type in _ROLES]
    printed = [(str(e.props["as_printed"]), str(e.props["document_key"])) for e in edges]
    if action is Action.ALIAS:
        printed += [(names[e.src], str(e.props["document_key"])) for e in edges]
    return list(dict.fromkeys(printed))


def _only(name: str, documents: list[str]) -> str:
    if len(documents) == 1:
        return documents[0]
    raise UsageError(
        Problem(
            Text(
                f"{len(documents)} 份文件都印有“{name}”",
                f"{len(documents)} documents print “{name}”",
            ),
            expected=Text("、".join(documents), ", ".join(documents)),
            next_step=Text(
                "用 --document 指明一份；各份都一样时用 --document '*'",
                "name one with --document; with --document '*' it holds for all",
            ),
        )
    )


def _printed(node: Node) -> str:
    """The printed words of a part, before any correction."""
    words = node.props.get("printed") or node.props.get("text") or node.props.get("title") or ""
    return str(words)


def _seq(node: Node) -> int:
    seq = node.props["seq"]
    return seq if isinstance(seq, int) else 0


def _unfit(node: Node, action: Action) -> UsageError:
    kinds = {
        "Measure": Text("举措", "a measure"),
        "Task": Text("任务", "a task"),
        "Section": Text("板块", "a section"),
    }
    fitting: Iterable[Text] = [kinds[label] for label in _FITTING[action]]
    return UsageError(
        Problem(
            Text(
                f"{node.key} 不能作 {action} 更正", f"{node.key} cannot take a correction {action}"
            ),
            expected=Text("、".join(k.zh for k in fitting), " or ".join(k.en for k in fitting)),
        )
    )


def _not_printed(words: str, node: Node) -> UsageError:
    return UsageError(
        Problem(
            Text(
                f"“{words}”在原文中没有，或不止一处",
                f"“{words}” is not printed there, or more than once",
            ),
            same(node.key),
            Text("原文中只出现一次的文字", "words that are printed exactly once"),
            Text("用 kg show 查看原文", "look at the printed words with kg show"),
        )
    )
