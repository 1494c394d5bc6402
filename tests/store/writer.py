"""A process that replaces documents without end or a given number of times; run by the tests.

Says ``ready`` when the store is open.

Arguments: the store, the number of replacements (0: until killed), the number of measures.
"""

from __future__ import annotations

import sys
from itertools import count

from kg.store import open_store
from tests.store.contributions import CITY, PROVINCE, document


def main() -> None:
    address, times, measures = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with open_store(address) as store:
        print("ready", flush=True)  # noqa: T201 - what the test that runs this waits for
        for number in range(1, times + 1) if times else count(1):
            key = (CITY, PROVINCE)[number % 2]
            store.write(document(key, edition(number, measures), title=f"第{number}版"))


def edition(number: int, measures: int) -> list[str]:
    """Return the measures of an edition: each says which one it belongs to."""
    return [f"第{number}版专利举措之{seq}" for seq in range(measures + number % 3)]


if __name__ == "__main__":
    main()
