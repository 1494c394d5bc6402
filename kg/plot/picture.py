"""A chart as a picture file: PNG, SVG or PDF."""

from __future__ import annotations

import io
import logging
from pathlib import Path
from typing import Any

import matplotlib
from matplotlib.figure import Figure
from matplotlib.text import Text as Words

from kg.plot.chart import Chart
from kg.plot.fonts import families
from kg.plot.page import figure_of
from kg.wording import Language

DOTS_PER_INCH = 160
_SIGNS = "0123456789-.%"
"""What axes write by themselves."""

_METADATA: dict[str, dict[str, str | None]] = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}
_SETTINGS: dict[Any, Any] = {
    "svg.hashsalt": "policy-task-kg",  # else the names within an SVG file are random
    "svg.fonttype": "path",  # the reader's machine need not have the font
    "pdf.fonttype": 42,
    "axes.unicode_minus": False,
    "text.parse_math": False,  # a dollar sign in a name is no formula
    "hatch.linewidth": 0.7,
    "savefig.dpi": DOTS_PER_INCH,
}


def picture(chart: Chart, language: Language, form: str, font: Path | None = None) -> bytes:
    """Return a chart as a file; the same chart and fonts give the same bytes.

    Parameters
    ----------
    form
        ``png``, ``svg`` or ``pdf``.
    font
        The font file to use; None to look for one that holds all characters.

    Raises
    ------
    UsageError
        When ``font`` is no font.
    kg.plot.fonts.FontError
        When a character is in no font: nothing is drawn.
    """
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it tells what it leaves out of a PDF
    with matplotlib.rc_context():
        matplotlib.rcdefaults()  # a person's own settings would change the picture
        matplotlib.rcParams.update(_SETTINGS)
        figure = figure_of(chart, language)
        matplotlib.rcParams["font.family"] = list(families(_characters(figure), font))
        _renew(figure)
        out = io.BytesIO()
        figure.savefig(out, format=form, metadata=_METADATA[form])
    return out.getvalue()


def _characters(figure: Figure) -> str:
    return _SIGNS + "".join(words.get_text() for words in figure.findobj(Words))


def _renew(figure: Figure) -> None:
    """Let every text be written in the fonts that were found."""
    for words in figure.findobj(Words):
        words.set_fontfamily(matplotlib.rcParams["font.family"])
