"""Which documents of a store are compared, and what then joins them."""

from kg.comparison.chain import Basis, Choice, Pairing, Standing
from kg.comparison.compare import Comparing
from kg.comparison.renewal import Compared, relinked, renewed

__all__ = [
    "Basis",
    "Choice",
    "Compared",
    "Comparing",
    "Pairing",
    "Standing",
    "relinked",
    "renewed",
]
