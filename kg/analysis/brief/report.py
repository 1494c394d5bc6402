"""One agency's dossier: what it leads and supports, with whom, by when, and what is open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from kg.analysis.address import document_name
from kg.analysis.brief.columns import DOCUMENTS, DUTIES, PROMISED, TARGETS
from kg.analysis.brief.duties import (
    ROLES,
    Duty,
    Horizon,
    duties,
    duty_row,
    entries_of,
    of_role,
    role_words,
)
from kg.analysis.brief.gaps import gap_parts
from kg.analysis.brief.relations import partners_part, related_part, role_counts
from kg.analysis.content.notes import cut, portion
from kg.analysis.content.promises import Promise, is_promised, promises
from kg.analysis.dossier import Dossier, dossiers
from kg.analysis.due import binding, due_cells, span_of
from kg.analysis.measure_columns import Row
from kg.analysis.report import Part, Report
from kg.model import Basis, Graph, Node
from kg.wording import Text, same

_TOP_PARTNERS = 15
_SEEN, _UNSEEN = Text("已见", "seen"), Text("未见", "not seen")
_SHOWN_ALWAYS = frozenset({"documents"})

Held = Mapping[str, tuple[Dossier, Sequence[Duty]]]
"""By document key: the document, and the duties of the agency in it."""


def brief(
    graph: Graph,
    agency: Node,
    horizon: Horizon,
    wanted: frozenset[str] = frozenset(),
    top: int | None = None,
) -> Report:
    """Return an agency's dossier.

    The parts are ``documents``; for each document one for each role and basis the agency has
    there (``…!leads``, ``…!assists``, ``…!inferred_leads``, ``…!inferred_assists``), in printed
    order; ``targets``, ``promised``, ``partners``, ``related``, ``gaps`` and ``renewal``. Parts
    without rows are left out, ``documents`` excepted.

    Parameters
    ----------
    graph
        The whole store, also where only some documents are wanted: what is promised in one may
        be seen in another.
    agency
        One of its Agency nodes.
    wanted
        Keys of the documents; empty for all.
    top
        Rows shown of each table; None for all, of partners for the first 15.
    """
    store = dossiers(graph)
    chosen = [d for d in store if not wanted or d.key in wanted]
    held = {d.key: (d, found) for d in chosen if (found := duties(d, agency.key))}
    parts = [
        _documents(held, horizon.as_of),
        *(part for d, found in held.values() for part in _duties(d, found, horizon)),
        _targets(held),
        _promised(held, store),
        cut(partners_part(held), top or _TOP_PARTNERS),
        related_part(graph, agency, chosen),
        *gap_parts(graph, agency, wanted, horizon.as_of),
    ]
    shown = [cut(p, top) for p in parts if p.rows or p.key in _SHOWN_ALWAYS]
    name = str(agency.props["name"])
    title = Text(f"单位任务简报：{name}", f"Dossier of an agency: {name}")
    return Report("brief", title, tuple(shown), tuple(_notes(held, chosen, horizon)), horizon.as_of)


def _notes(held: Held, chosen: Sequence[Dossier], horizon: Horizon) -> Iterator[Text]:
    yield Text(
        f"在 {len(chosen)} 份文件中的 {len(held)} 份里列名；"
        f"明示的角色与推断的（首列为牵头）分开列，从不相加",
        f"named in {len(held)} of {len(chosen)} documents; explicit roles and inferred ones (first "
        f"listed = lead) are apart and never added",
    )
    if horizon.ledger is None:
        yield Text(
            "没有完成情况的记录：到期的只说“已到期（完成情况未载）”，不说逾期",
            "completion is not recorded: what is over is called expired and never overdue",
        )
    yield Text(
        "出处为文号（没有文号时为标题）、任务、举措和所读文件的行号",
        "sources give the document, its task and measure, and the line in the file that was read",
    )


def _documents(held: Held, as_of: date) -> Part:
    rows = [_document(dossier, found, as_of) for dossier, found in held.values()]
    note = Text(
        "一条举措上有几个角色的各计一次；期限按举措计，每条一次",
        "a body with several roles on one measure counts once in each; dates count each measure "
        "once",
    )
    return Part("documents", Text("概况", "Overview"), DOCUMENTS, tuple(rows), (note,))


def _document(dossier: Dossier, found: Sequence[Duty], as_of: date) -> Row:
    entries = entries_of(found)
    days = [due_cells(binding(entry))["due_on"] for entry in entries]
    leads = of_role(found, "LEADS", Basis.EXPLICIT)
    roles = role_counts(dossier, found)
    co_led = sum(len(duty.entry.leads(Basis.EXPLICIT) or ()) > 1 for duty in leads)
    return {
        "document": same(document_name(dossier.document)),
        "all_measures": len(dossier.entries),
        **roles,
        "co_leads": None if roles["leads"] is None else co_led,
        "expired": sum(isinstance(day, date) and day < as_of for day in days),
        "undated": sum(day is None for day in days),
        "measure_keys": tuple(entry.key for entry in entries),
        "document_keys": (dossier.key,),
    }


def _duties(dossier: Dossier, found: Sequence[Duty], horizon: Horizon) -> Iterator[Part]:
    name = document_name(dossier.document)
    for (role, basis), words in ROLES.items():
        held = of_role(found, role, basis)
        prefix = "inferred_" if basis is Basis.INFERRED else ""
        rows = tuple(duty_row(duty, horizon) for duty in held)
        share = portion(len(held), len(dossier.entries))
        notes = [
            Text(f"占本文件举措 {share}", f"of the measures of the document: {share}"),
            *_basis_note(basis),
        ]
        yield Part(
            f"{dossier.key}!{prefix}{role.lower()}",
            Text(
                f"{words.zh}（{len(held)} 条）：{name}",
                f"{words.en.capitalize()} ({len(held)}): {name}",
            ),
            DUTIES,
            rows,
            tuple(notes),
        )


def _basis_note(basis: Basis) -> Iterator[Text]:
    if basis is Basis.INFERRED:
        yield Text(
            "原文只列责任单位，不分牵头与配合；以排首位者为牵头只是惯例",
            "the text lists responsible agencies without naming leads; that the first one leads is "
            "custom only",
        )
    else:
        yield Text("依据：明示", "basis: explicit")


def _targets(held: Held) -> Part:
    rows: list[Row] = []
    for _, found in held.values():
        for duty in _one_each(found):
            for edge, node in duty.entry.of("HAS_TARGET"):
                counted = node.props.get("object")
                rows.append(
                    {
                        "words": str(edge.props.get("text", node.props["number"])),
                        "object": str(counted) if counted else None,
                        "role": role_words(found, duty.entry),
                        "source": duty.source,
                        **due_cells(binding(duty.entry, span_of((edge, node)))),
                        "measure_keys": (duty.entry.key,),
                    }
                )
    note = Text(
        "列名举措中的量化目标；分句自有时限的用分句的；数值从不相加",
        "targets in the measures it stands on, due with their clause where it has a deadline; "
        "numbers are never added",
    )
    return Part("targets", Text("量化目标", "Targets"), TARGETS, tuple(rows), (note,))


def _promised(held: Held, store: Sequence[Dossier]) -> Part:
    known = promises([dossier for dossier, _ in held.values()], store)
    by_key = {promise.entries[0][1][1].key: promise for promise in known}
    rows = [row for _, found in held.values() for row in _papers(found, by_key)]
    note = Text(
        f"列名举措中拟出台、制定、修订的文件制度；比对范围：库中文件 {len(store)} 份",
        f"papers that measures it stands on promise to issue, make or revise; compared with the "
        f"{len(store)} documents of the store",
    )
    return Part("promised", Text("拟出台的文件制度", "Promised"), PROMISED, tuple(rows), (note,))


def _papers(found: Sequence[Duty], known: Mapping[str, Promise]) -> Iterator[Row]:
    for duty in _one_each(found):
        links = {n.key: (e, n) for e, n in duty.entry.of("CITES") if is_promised((e, n))}
        for edge, node in links.values():
            yield {
                "instrument": str(node.props["title"]),
                "seen": _SEEN if known[node.key].seen else _UNSEEN,
                "role": role_words(found, duty.entry),
                "source": duty.source,
                **due_cells(binding(duty.entry, span_of((edge, node)))),
                "measure_keys": (duty.entry.key,),
            }


def _one_each(found: Sequence[Duty]) -> list[Duty]:
    """One duty for each measure."""
    return list({duty.entry.key: duty for duty in found}.values())
