"""How probable a grade is, by what two measures have in common; coefficients are data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

BASE = "base"


class Grade(StrEnum):
    """How much of the upper measure the lower one takes on."""

    COVERED = "covered"
    PARTLY = "partly"


class Method(StrEnum):
    """What the score rests on: concepts of a known field, or words alone."""

    CONCEPTS = "concepts"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Threshold:
    """The least probability for a grade; ``of_best`` the least share of the best score that the
    upper measure reaches.
    """

    least: float
    of_best: float


@dataclass(frozen=True, slots=True)
class Model:
    """Coefficients by method and grade, and the thresholds of the grades."""

    coefficients: Mapping[tuple[Method, Grade], Mapping[str, float]]
    thresholds: Mapping[tuple[Method, Grade], Threshold]

    def probability(
        self, method: Method, grade: Grade, features: Mapping[str, NDArray[Any]]
    ) -> NDArray[Any]:
        """Return how probable it is that readers give this grade or a better one, 0–1.

        Rounded to four digits, so that it does not depend on the machine's logarithms.
        """
        import numpy as np  # noqa: PLC0415 - heavy, and most commands never compare

        known = self.coefficients[method, grade]
        logit = known[BASE] + sum(known[n] * features[n] for n in sorted(known) if n != BASE)
        return np.asarray(np.round(1 / (1 + np.exp(-logit)), 4))


@cache
def bundled_model() -> Model:
    """Return the model that comes with the program."""
    text = files(__package__).joinpath("model.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    kinds = [(method, grade) for method in Method for grade in Grade]
    return Model(
        {(m, g): dict(data[m][g]) for m, g in kinds},
        {
            (m, g): Threshold(data["threshold"][m][g]["least"], data["threshold"][m][g]["of_best"])
            for m, g in kinds
        },
    )
