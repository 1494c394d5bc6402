"""Names of bodies that people correct."""

from __future__ import annotations

from dataclasses import replace

from kg.corrections import EVERYWHERE, State, apply, summary
from kg.corrections.seal import Seal, heading_mark, mark, sealed
from kg.model import Basis, Issue, Role
from tests.corrections.ledger_sample import (
    DOCUMENT,
    FUSED,
    TRAINING,
    applied,
    body,
    codes,
    document,
    ledger,
    line,
    measure,
    measures_of,
    roles,
    states,
)


def test_a_name_that_runs_two_together_becomes_two() -> None:
    fused = replace(
        body("商标保护处", Role.LEAD, 1, Basis.INFERRED), issues=(Issue(FUSED, None, "商标保护处"),)
    )
    parsed = document(measure(1, TRAINING, fused, body("运用处", Role.ASSIST, 1, Basis.INFERRED)))
    result = applied(parsed, line("split-name", "商标保护处", "商标处、保护处"))
    (mended,) = measures_of(result.parsed)
    assert [b.printed for b in mended.responsible] == ["商标保护处", "商标保护处", "运用处"]
    assert roles(mended) == [
        ("商标处", "lead", "inferred", 1),
        ("保护处", "assist", "inferred", 1),
        ("运用处", "assist", "inferred", 2),
    ]
    assert codes(mended.responsible[0].issues) == [("agency-fused", "info", "商标保护处", "")]
    assert codes(mended.issues) == [("corrected", "info", "商标保护处", "商标处、保护处")]


def test_an_alias_reaches_every_form_of_a_name_and_one_document_goes_before_all() -> None:
    read_as = replace(body("省保护处"), reads_as="保护处")
    parsed = document(measure(1, TRAINING, read_as), measure(2, "甲。", body("保护处")))
    everywhere = line("alias", "保护处", "某局保护处", document=EVERYWHERE)
    result = applied(parsed, everywhere)
    assert states(result) == [State.APPLIED]
    assert result.aliases == {"保护处": "某局保护处"}
    assert [m.issues[0].was for m in measures_of(result.parsed)] == ["省保护处", "保护处"]
    own = applied(parsed, line("alias", "省保护处", "某局省处"), everywhere)
    first, second = measures_of(own.parsed)
    assert (first.responsible[0].name, second.responsible[0].name) == ("省保护处", "保护处")
    assert (first.issues[0].became, second.issues[0].became) == ("某局省处", "某局保护处")


def test_an_alias_of_a_canonical_name() -> None:
    parsed = document(measure(1, TRAINING, body("市科技局")))
    book = ledger(line("alias", "福州市科学技术局", "福州市科技创新局"))
    result = apply(parsed, DOCUMENT, book, {"市科技局": "福州市科学技术局"}.__getitem__)
    assert states(result) == [State.APPLIED]
    assert result.aliases == {"福州市科学技术局": "福州市科技创新局"}


def test_a_name_no_longer_printed_is_stale_and_one_never_checked_unused() -> None:
    parsed = document(measure(1, TRAINING, body("甲局")))
    name_seal = sealed(Seal(mark("name", "省处"), heading_mark("")), DOCUMENT, "省处")
    result = applied(parsed, line("alias", "省处", "甲处", "省处", name_seal))
    assert states(result) == [State.STALE]
    assert [i.kind.code for i in result.parsed.issues] == ["correction-stale"]
    unchecked = applied(parsed, line("alias", "省处", "甲处"))
    assert states(unchecked) == [State.UNUSED]
    everywhere = applied(parsed, line("alias", "省处", "甲处", document=EVERYWHERE))
    assert (states(everywhere), everywhere.parsed.issues) == ([State.UNUSED], ())


def test_an_alias_for_all_documents_is_applied_when_one_holds_it() -> None:
    book = ledger(line("alias", "省处", "甲处", document=EVERYWHERE))
    one = apply(document(measure(1, TRAINING)), DOCUMENT, book)
    other = apply(document(measure(1, TRAINING, body("省处"))), "别文", book)
    for outcomes in ((*one.outcomes, *other.outcomes), (*other.outcomes, *one.outcomes)):
        assert [o.state for o in summary(book, outcomes)] == [State.APPLIED]


def test_an_issuer_is_known_by_another_name() -> None:
    parsed = document(measure(1, TRAINING))
    parsed = replace(parsed, front=replace(parsed.front, issuer="澄湖市知识产权局"))
    result = applied(parsed, line("alias", "澄湖市知识产权局", "澄湖市市场监督管理局"))
    assert states(result) == [State.APPLIED]
    assert codes(result.parsed.issues) == [
        ("corrected", "info", "澄湖市知识产权局", "澄湖市市场监督管理局")
    ]
