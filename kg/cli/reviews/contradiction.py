"""What is said at once where a new judgement contradicts that of another person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.cli.reviews.desk import Desk
from kg.cli.reviews.list import comment
from kg.cli.reviews.pair import STATES, Pair, State
from kg.review import ReviewLedger
from kg.store.base import Store
from kg.wording import Text


def contradictions(store: Store, pairs: Iterable[Pair], ledger: ReviewLedger) -> Iterator[Text]:
    """Yield who said what of each pair that is in conflict by a ledger, in the order of pairs.

    Parameters
    ----------
    pairs
        As they stood before the ledger changed: only what somebody had judged can be in conflict.
    """
    before = [pair for pair in pairs if pair.outcome is not None]
    if not before:
        return
    now = {(p.lower.key, p.upper.key): p for p in Desk(store, ledger).pairs}
    for pair in before:
        after = now[pair.lower.key, pair.upper.key]
        if after.state is State.CONFLICT:
            yield _told(after)


def _told(pair: Pair) -> Text:
    word, why = STATES[pair.state], comment(pair) or Text("", "")
    return Text(
        f"{pair.name} {word.zh}：{why.zh}；判断一致之前计为存疑",
        f"{pair.name} {word.en}: {why.en}; it counts as unsure until they agree",
    )
