"""What the commands of ``kg plot`` have in common."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.invocation import Invocation
from kg.cli.parameter import Option, Positive
from kg.errors import Problem, UsageError
from kg.plot.extra import require_matplotlib
from kg.render.files import write_file
from kg.wording import Text, same

if TYPE_CHECKING:
    from kg.plot.chart import Chart

FORMS = ("png", "svg", "pdf")


def picture_file(path: Path | None) -> Path:
    """Return the file that a picture is written to; asked for before anything is read.

    Raises
    ------
    UsageError
        When none is given, or its ending names no form of a picture.
    kg.plot.extra.NoMatplotlibError
        When the library that draws is not installed.
    """
    require_matplotlib()
    endings = [f".{name}" for name in FORMS]
    expected = Text("、".join(endings), ", ".join(endings))
    if path is None:
        what = Text("没有给出图片文件", "no file is given for the picture")
        raise UsageError(Problem(what, same("-o FILE"), expected))
    if _form(path) in FORMS:
        return path
    what = Text("文件名后缀看不出图片格式", "the file name's ending names no form of a picture")
    raise UsageError(Problem(what, same(str(path)), expected))


def draw(invocation: Invocation, chart: Chart, output: Path, font: Path | None) -> None:
    """Draw a chart into a file, whole or not at all.

    Raises
    ------
    UsageError
        When there are too many documents for one picture, or the font is none.
    kg.plot.fonts.FontError
        When a character is in no font of this machine.
    """
    from kg.plot.chart import PANEL_LIMIT  # noqa: PLC0415
    from kg.plot.picture import picture  # noqa: PLC0415 - loads matplotlib

    if len(chart.panels) > PANEL_LIMIT:
        raise UsageError(_too_many(len(chart.panels), PANEL_LIMIT))
    data = picture(chart, invocation.language, _form(output), font)
    write_file(output, data)
    invocation.say(invocation.word(Text(f"已写入 {output}", f"written to {output}")))
    if not chart.panels:
        invocation.say(invocation.word(Text("没有可画的内容", "there is nothing to draw")))


def output_option() -> Option:
    """Return the option -o."""
    return Option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        metavar="FILE",
        meaning=Text("图片文件，后缀为 .png、.svg 或 .pdf", "the picture: .png, .svg or .pdf"),
    )


def font_option() -> Option:
    """Return the option --font."""
    return Option(
        "--font",
        type=click.Path(path_type=Path),
        metavar="FILE",
        meaning=Text(
            "字体文件（默认在本机查找中文字体）",
            "a font file (default: a Chinese font of this machine)",
        ),
    )


def top_option(number: int, what: Text) -> Option:
    """Return the option --top with its default."""
    return Option(
        "--top",
        type=Positive(),
        default=str(number),
        metavar="N",
        meaning=Text(
            f"每幅只画前 N 个{what.zh}（默认 {number}）",
            f"draw the first N {what.en} of each (default: {number})",
        ),
    )


def plot_options(*options: click.Parameter) -> Sequence[click.Parameter]:
    """Return the options of a plot: the file first, the font last."""
    return [output_option(), *options, font_option()]


def _form(path: Path) -> str:
    return path.suffix.lower().removeprefix(".")


def _too_many(panels: int, limit: int) -> Problem:
    return Problem(
        Text(
            f"一张图放不下：{panels} 幅，最多 {limit} 幅",
            f"too much for a picture: {panels} panels of {limit} at most",
        ),
        next_step=Text("用 --document 选几个文件", "choose documents with --document"),
    )
