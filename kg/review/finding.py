"""The measures that judgements speak of, found again by their texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kg.review.digest import text_hash


@dataclass(frozen=True, slots=True)
class Found:
    """Where a judged measure is now.

    Parameters
    ----------
    key
        Its key; None when it is gone, or cannot be told from others with the same text.
    is_unchanged
        False where a measure has its key and prints something else.
    """

    key: str | None
    is_unchanged: bool = True


class Measures:
    """The measures of one document."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._by_hash: dict[str, list[str]] = defaultdict(list)
        for key, text in texts.items():
            self._by_hash[text_hash(text)].append(key)

    def __contains__(self, key: str) -> bool:
        return key in self._texts

    def find(self, key: str, hash_: str) -> Found:
        """Return the measure that was called ``key`` when its text had a hash.

        By its text first: a row put in above gives it another key. Where several print the same
        text the key decides. By the key alone where nothing prints the text any more.

        Examples
        --------
        >>> measures = Measures({"文#1": "新的一行。", "文#2": "开展培训。"})
        >>> measures.find("文#1", text_hash("开展培训。"))
        Found(key='文#2', is_unchanged=True)
        >>> measures.find("文#1", text_hash("旧的一行。"))
        Found(key='文#1', is_unchanged=False)
        """
        same = self._by_hash.get(hash_, [])
        if key in same:
            return Found(key)
        if len(same) == 1:
            return Found(same[0])
        if key in self._texts:
            return Found(key, is_unchanged=False)
        return Found(None)
