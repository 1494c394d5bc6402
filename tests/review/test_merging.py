"""Two ledgers made one."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kg.review import Comparison, Judgement, Verdict, merged
from tests.review.ledger_sample import ABOVE, BEYOND, LOWER, ONE, TWO, exemption, judgement, ledger

ROWS = st.lists(
    st.builds(
        judgement,
        st.sampled_from([ONE, TWO]),
        st.sampled_from([ABOVE, BEYOND]),
        st.sampled_from(list(Verdict)),
        by=st.sampled_from(["张三", "李四"]),
        on=st.sampled_from(["2025-03-01", "2025-03-02"]),
    ),
    max_size=5,
)


def test_conflicts_are_shown_and_every_row_is_kept() -> None:
    ours, theirs = judgement(), judgement(by="李四", verdict=Verdict.REJECTED)
    both, conflicts = merged(ledger(ours, judgement(TWO, BEYOND)), ledger(theirs, ours))
    assert set(both.judgements) == {ours, theirs, judgement(TWO, BEYOND)}
    assert conflicts == ((ours, theirs),)


def test_a_later_word_of_the_same_reviewer_is_no_conflict() -> None:
    later = judgement(verdict=Verdict.REJECTED, on="2025-04-01")
    assert merged(ledger(judgement()), ledger(later))[1] == ()


def test_judgements_on_different_texts_are_no_conflict() -> None:
    other = replace(judgement(by="李四", verdict=Verdict.REJECTED), lower_hash="0" * 16)
    assert merged(ledger(judgement()), ledger(other))[1] == ()


def test_conflicts_on_documents() -> None:
    wanted = Comparison("甲", "乙", "张三", "2025-03-01", wanted=True)
    refused = replace(wanted, reviewer="李四", wanted=False)
    ours, theirs = ledger().with_rows((), [wanted]), ledger().with_rows((), [refused])
    both, conflicts = merged(ours, theirs)
    assert set(both.comparisons) == {wanted, refused}
    assert conflicts == ((wanted, refused),)
    assert both.wanted("甲", "乙") is None


def test_conflicts_on_tasks() -> None:
    every, near = exemption(), exemption(by="李四", lower=LOWER, is_exempt=False)
    ours, theirs = (ledger().with_rows(exemptions=[row]) for row in (every, near))
    both, conflicts = merged(ours, theirs)
    assert set(both.exemptions) == {every, near}
    assert conflicts == ((every, near),)
    assert merged(theirs, ours)[1] == conflicts
    # The same conflict on every lower document is told once.
    against = exemption(by="李四", is_exempt=False)
    both, conflicts = merged(ours, ledger().with_rows(exemptions=[against]))
    assert conflicts == ((every, against),)
    later = exemption(is_exempt=False, on="2025-09-09")
    assert merged(ours, ledger().with_rows(exemptions=[later]))[1] == ()
    changed = replace(against, words_hash="0" * 16)
    assert merged(ours, ledger().with_rows(exemptions=[changed]))[1] == ()


@given(ROWS, ROWS, ROWS)
def test_the_order_of_merging_says_nothing(
    one: list[Judgement], two: list[Judgement], three: list[Judgement]
) -> None:
    a, b, c = (ledger(*rows) for rows in (one, two, three))
    assert merged(a, b) == merged(b, a)
    assert merged(merged(a, b)[0], c) == merged(a, merged(b, c)[0])
    assert merged(a, a)[0] == a
