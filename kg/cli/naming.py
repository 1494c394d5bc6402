"""Nodes by the names people use: keys, agency names in any printed form, document numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import normalize

from kg.errors import Problem, UnknownNameError, UsageError
from kg.model import Graph, Node
from kg.wording import Text

_LISTED = 8
_SHORT = 20
_LIKELY = 200
"""Names compared letter by letter when one is unknown: likeness is slow, and few are alike."""

_ADDRESS = re.compile(r"(?:板块|任务|举措|section|task|measure)|[/#]")
"""What every address of a part holds; the forms that :mod:`kg.analysis.address` prints."""

_BRACKETS = str.maketrans("〔﹝[【", "((((") | str.maketrans("〕﹞]】", "))))")


def document_keys(documents: Sequence[Node], names: Sequence[str]) -> frozenset[str]:
    """Return the keys of the documents that some names mean: keys, numbers or titles.

    Raises
    ------
    UnknownNameError
        When a name means no document of the store.
    UsageError
        When it means several.
    """
    return frozenset(_document_key(documents, name) for name in names)


def _document_key(documents: Sequence[Node], name: str) -> str:
    wanted = folded(name)
    if any(node.key == name for node in documents):
        return name
    hits = [n for n in documents if wanted in {folded(x) for x in _document_names(n)}]
    if not hits:
        known = [x for node in documents for x in (node.key, *_document_names(node))]
        raise _unknown(Text("文件", "document"), name, known)
    return _only(hits, name).key


def node_named(graph: Graph, name: str) -> Node:
    """Return the node that a name means: a key, an agency's name, printed form or alias, a
    document's number or title; compared as :func:`folded` has it. What is printed goes before
    what a name only implies.

    Raises
    ------
    UnknownNameError
        When nothing has this name; the nearest are named.
    UsageError
        When several nodes have it; they are listed.
    """
    for node in graph.nodes:
        if node.key == name:
            return node
    by_key = {node.key: node for node in graph.nodes}
    wanted = folded(name)
    keys = {key for known, key in _names(graph) if folded(known) == wanted}
    keys = keys or {key for alias, key in _aliases(graph) if folded(alias) == wanted}
    if keys:
        return _only([by_key[key] for key in sorted(keys)], name)
    raise _unlike(graph, name)


def part_at(graph: Graph, words: str) -> Node | None:
    """Return the section, task or measure at an address as reports print them: 任务13 举措1,
    四/13#1; a task before its only measure, which shares its address. None for what is none.

    Raises
    ------
    UsageError
        When parts of several documents have it; they are listed with their documents.
    """
    wanted = folded(words)
    if not _ADDRESS.search(wanted):
        return None
    hits = {key for name, key in _addresses(graph) if folded(name) == wanted}
    found = [node for node in graph.nodes if node.key in hits]
    wider = [node for node in found if node.label != "Measure"] or found
    if len(wider) > 1:
        raise UsageError(_several(wider, words))
    return wider[0] if wider else None


def _several(parts: Sequence[Node], words: str) -> Problem:
    """What is wrong with an address that parts of several documents have."""
    from kg.analysis.caption import caption  # noqa: PLC0415 - as the addresses

    told = [f"{node.key}（{shortened(caption(node))}）" for node in parts[:_LISTED]]
    return Problem(
        Text(f"“{words}”几个文件都有", f"several documents have “{words}”"),
        expected=Text("其中之一：" + "、".join(told), "one of " + ", ".join(told)),
        next_step=Text(
            "用键指明，或在前面写上文号或标题，空一格",
            "name it by its key, or write the document's number or title and a space in front",
        ),
    )


def shortened(words: str) -> str:
    """Return the beginning of some words, as many as a message has room for.

    Examples
    --------
    >>> shortened("深入实施专利转化运用专项行动，盘活存量专利，做优增量专利")
    '深入实施专利转化运用专项行动，盘活存量…'
    """
    return words if len(words) <= _SHORT else f"{words[: _SHORT - 1]}…"


def _addresses(graph: Graph) -> Iterator[tuple[str, str]]:
    """Every address of a part of any document, with the part's key."""
    from kg.analysis.address import names_of_parts  # noqa: PLC0415 - few commands take addresses
    from kg.analysis.dossier import dossiers  # noqa: PLC0415

    for dossier in dossiers(graph):
        yield from names_of_parts(dossier)


def folded(text: str) -> str:
    """Return a name as names are compared: width, case, white space and the form of brackets
    make no difference.

    Examples
    --------
    >>> folded("各县（市）区 政府") == folded("各县(市)区政府")
    True
    >>> folded("闽知发〔2025〕14号") == folded("闽知发[2025]14号")
    True
    """
    return "".join(normalize("NFKC", text).casefold().translate(_BRACKETS).split())


def _unlike(graph: Graph, name: str) -> UnknownNameError:
    """The error for a name that nothing has: it asks for the nearest of the same kind."""
    if any(name.startswith(f"{node.key}/") for node in graph.nodes if node.label == "Document"):
        known: Iterable[str] = (n.key for n in graph.nodes if n.label in {"Task", "Measure"})
    elif ":" in name:
        known = (node.key for node in graph.nodes)
    elif _ADDRESS.search(folded(name)):
        known = (words for words, _ in _addresses(graph))
    else:
        known = (words for words, _ in _names(graph))
    letters = set(name)
    likely = sorted(set(known), key=lambda k: (-len(letters & set(k)), len(k), k))[:_LIKELY]
    return UnknownNameError.guessing(Text("键或名称", "key or name"), name, likely)


def _unknown(kind: Text, name: str, known: Iterable[str]) -> UnknownNameError:
    letters = set(name)
    likely = sorted(set(known), key=lambda k: (-len(letters & set(k)), len(k), k))
    return UnknownNameError.of(kind, name, likely[:_LIKELY])


def _names(graph: Graph) -> Iterator[tuple[str, str]]:
    """Every name with the key of what it names."""
    for node in graph.nodes:
        if node.label == "Agency":
            yield str(node.props["name"]), node.key
        elif node.label == "Document":
            yield from ((name, node.key) for name in _document_names(node))
    for edge in graph.edges:
        printed = edge.props.get("as_printed")
        if isinstance(printed, str):
            yield printed, edge.src


def _aliases(graph: Graph) -> Iterator[tuple[str, str]]:
    """Every further name of a body that its canonical name implies, printed anywhere or not."""
    from kg.resolve.echoes import aliases_of  # noqa: PLC0415 - asked only when no name is printed

    for node in graph.nodes:
        if node.label == "Agency":
            name, region = str(node.props["name"]), str(node.props.get("region", ""))
            yield from ((alias, node.key) for alias in aliases_of(name, region))


def _document_names(node: Node) -> Iterable[str]:
    for prop in ("doc_no", "title", "list_title"):
        value = node.props.get(prop)
        if isinstance(value, str) and value:
            yield value


def _only(hits: Sequence[Node], name: str) -> Node:
    if len(hits) == 1:
        return hits[0]
    keys = [node.key for node in hits[:_LISTED]]
    raise UsageError(
        Problem(
            Text(f"“{name}”指 {len(hits)} 个节点", f"“{name}” means {len(hits)} nodes"),
            expected=Text("其中之一：" + "、".join(keys), "one of " + ", ".join(keys)),
            next_step=Text("用键指明", "name it by its key"),
        )
    )
