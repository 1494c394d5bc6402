"""Nodes by the names people use: keys, agency names in any printed form, document numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from unicodedata import normalize

from kg.errors import Problem, UnknownNameError, UsageError
from kg.model import Graph, Node
from kg.wording import Text

_LISTED = 8
_LIKELY = 200
"""Names compared letter by letter when one is unknown: likeness is slow, and few are alike."""

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
    known = [*(known for known, _ in _names(graph)), *by_key]
    raise _unknown(Text("键或名称", "key or name"), name, known)


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
