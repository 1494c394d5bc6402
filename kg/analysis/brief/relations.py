"""With whom an agency works, and the bodies that stand for it or belong to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.analysis.address import addresses, document_name
from kg.analysis.brief.columns import PARTNERS, RELATED
from kg.analysis.brief.duties import Duty, duties, entries_of, is_own, of_role
from kg.analysis.dossier import Dossier, Entry, Link
from kg.analysis.ledger import basis_of
from kg.analysis.measure_columns import Row
from kg.analysis.report import Part
from kg.model import Basis, Graph, Node
from kg.wording import Text, same

_COLLECTIVE = Text("所属统称", "collective it belongs to")
_DIVISION = Text("内设机构", "division of it")
_OFFICE = Text("所在机关", "office it is part of")


def partners_part(found: Mapping[str, tuple[Dossier, Sequence[Duty]]]) -> Part:
    """Return the bodies an agency shares measures with, a row for each and document, most
    measures first, then by name.

    Collectives and bodies that stand on nearly every measure are left out.
    """
    rows = [row for dossier, held in found.values() for row in _partners(dossier, held)]
    rows.sort(key=lambda row: (-int(str(row["together"])), str(row["partner"])))
    left_out = sorted({name for _, held in found.values() for name in _left_out(held)})
    notes = [
        Text(
            "按共同举措数排列；各文件分开计；推断的角色不计入右边三列",
            "ordered by measures together, each document apart; inferred roles are not in the last "
            "three columns",
        )
    ]
    if left_out:
        notes.append(
            Text(
                f"统称和几乎每条都列名的单位未列：{'、'.join(left_out)}",
                f"collectives and bodies on nearly every measure are left out: "
                f"{', '.join(left_out)}",
            )
        )
    return Part("partners", Text("主要协同单位", "Partners"), PARTNERS, tuple(rows), tuple(notes))


def _partners(dossier: Dossier, held: Sequence[Duty]) -> Iterator[Row]:
    own = held[0].edge.src if held else ""
    ours = {role: _keys(of_role(held, role, Basis.EXPLICIT)) for role in ("LEADS", "ASSISTS")}
    shared: dict[str, dict[str, list[Link]]] = defaultdict(dict)
    for entry in entries_of(held):
        for edge, node in entry.roles:
            if node.key != own and is_own((edge, node)):
                shared[str(node.props["name"])].setdefault(entry.key, []).append((edge, node))
    for name, by_measure in shared.items():
        theirs = {
            role: {key for key, links in by_measure.items() if _explicit(links, role)}
            for role in ("LEADS", "ASSISTS")
        }
        known = any(edge for links in by_measure.values() for edge in _explicit(links))
        yield {
            "partner": name,
            "document": same(document_name(dossier.document)),
            "together": len(by_measure),
            "supports_it": len(ours["LEADS"] & theirs["ASSISTS"]) if known else None,
            "led_by": len(ours["ASSISTS"] & theirs["LEADS"]) if known else None,
            "co_led": len(ours["LEADS"] & theirs["LEADS"]) if known else None,
            "measure_keys": tuple(by_measure),
        }


def _explicit(links: Sequence[Link], role: str | None = None) -> list[Link]:
    return [
        (edge, node)
        for edge, node in links
        if basis_of(edge) is Basis.EXPLICIT and role in {None, edge.type}
    ]


def _keys(found: Sequence[Duty]) -> set[str]:
    return {duty.entry.key for duty in found}


def _left_out(held: Sequence[Duty]) -> set[str]:
    own = held[0].edge.src if held else ""
    links = (link for entry in entries_of(held) for link in entry.roles)
    return {str(n.props["name"]) for e, n in links if n.key != own and not is_own((e, n))}


def related_part(graph: Graph, agency: Node, dossiers: Sequence[Dossier]) -> Part:
    """Return the collectives an agency belongs to, its divisions, and the office it is part of,
    so far as a document names them: what may concern it without naming it.
    """
    rows = [
        row
        for relation, body in _related(graph, agency)
        for dossier in dossiers
        if (row := _related_row(relation, body, dossier)) is not None
    ]
    note = Text(
        "这些名称不是本单位，不计入上面各表；是否落到本单位，要看分工",
        "these are not the agency itself and are in none of the tables above; whether they fall to "
        "it is for those concerned to say",
    )
    return Part("related", Text("还可能涉及", "What may concern it"), RELATED, tuple(rows), (note,))


def _related(graph: Graph, agency: Node) -> Iterator[tuple[Text, Node]]:
    nodes = {node.key: node for node in graph.nodes if node.label == "Agency"}
    for edge_type, outward, relation in (
        ("MEMBER_OF", True, _COLLECTIVE),
        ("PART_OF", True, _OFFICE),
        ("PART_OF", False, _DIVISION),
    ):
        for edge in graph.edges:
            here, there = (edge.src, edge.dst) if outward else (edge.dst, edge.src)
            if edge.type == edge_type and here == agency.key and there in nodes:
                yield relation, nodes[there]


def _related_row(relation: Text, body: Node, dossier: Dossier) -> Row | None:
    held = duties(dossier, body.key)
    if not held:
        return None
    return {
        "relation": relation,
        "body": str(body.props["name"]),
        "document": same(document_name(dossier.document)),
        **role_counts(dossier, held),
        "sources": _tasks(dossier, entries_of(held)),
        "measure_keys": tuple(entry.key for entry in entries_of(held)),
    }


def role_counts(dossier: Dossier, held: Sequence[Duty]) -> Row:
    """Return how many measures an agency leads and supports in a document, by basis; None where
    no role in the document is of that basis.
    """
    row: Row = {}
    edges = [edge for entry in dossier.entries for edge, _ in entry.roles]
    for basis, prefix in ((Basis.EXPLICIT, ""), (Basis.INFERRED, "inferred_")):
        known = any(basis_of(edge) is basis for edge in edges)
        for role, name in (("LEADS", "leads"), ("ASSISTS", "assists")):
            row[f"{prefix}{name}"] = len(of_role(held, role, basis)) if known else None
    return row


def _tasks(dossier: Dossier, entries: Sequence[Entry]) -> tuple[str, ...] | None:
    """Addresses of the tasks of some measures; of the measures that stand in no task, their own."""
    places = addresses(dossier, with_document=False)
    keys = (entry.headings[-1].key if entry.headings else entry.key for entry in entries)
    return tuple(dict.fromkeys(places[key].zh for key in keys)) or None
