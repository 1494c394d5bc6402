"""Fonts that hold the characters of a picture: none of them may become an empty box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from matplotlib import font_manager
from matplotlib.font_manager import FontEntry
from matplotlib.ft2font import FT2Font

from kg.errors import KgError, Problem, UsageError
from kg.wording import Text, same

PREFERRED = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
    "SimHei",
    "Heiti SC",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "SimSun",
    "Songti SC",
    "FangSong",
    "KaiTi",
)
"""Families with the forms that mainland China writes, the plainest first; the other CJK families
hold the same characters in the forms of other places."""

_REGULAR = 400
_NAMED = 12
"""Missing characters that a message names."""

_WEIGHTS = {"normal": 400, "regular": 400, "book": 400, "bold": 700, "light": 300}


class FontError(KgError):
    """No font of this machine holds the characters of a picture."""


@dataclass(frozen=True, slots=True)
class _Face:
    """A font of this machine."""

    family: str
    path: str
    index: int
    weight: int


def families(text: str, file: Path | None = None) -> tuple[str, ...]:
    """Return the font families that hold every character of a text, the first for most of them.

    Parameters
    ----------
    file
        The font to use; None to look for one.

    Raises
    ------
    UsageError
        When ``file`` is no font.
    FontError
        When some character is in none of them.
    """
    needed = {character for character in text if not character.isspace()}
    if file is not None:
        faces = _added(file)
        chosen, missing = _chosen(needed, faces)
    else:
        chosen, missing = _chosen(needed, _faces())
        if missing:
            chosen, missing = _chosen(needed, _faces(searched=True))
    if missing:
        raise FontError(_unheld(missing, file))
    return chosen


def _chosen(needed: set[str], faces: Iterable[_Face]) -> tuple[tuple[str, ...], set[str]]:
    """The families taken, and the characters that none of them holds."""
    missing = set(needed)
    taken: list[str] = []
    for face in sorted(faces, key=_rank):
        if not missing:
            break
        held = _held(face, missing)
        if held:
            taken.append(face.family)
            missing -= held
    return tuple(taken), missing


def _held(face: _Face, characters: set[str]) -> set[str]:
    try:
        font = FT2Font(face.path, face_index=face.index)
    except (OSError, RuntimeError):
        return set()  # a list of fonts outlives fonts that were taken away
    return {c for c in characters if font.get_char_index(ord(c))}


def _rank(face: _Face) -> tuple[int, int, str, str]:
    known = PREFERRED.index(face.family) if face.family in PREFERRED else len(PREFERRED)
    return known, abs(face.weight - _REGULAR), face.family, face.path


def _faces(*, searched: bool = False) -> list[_Face]:
    """The upright fonts of this machine; ``searched`` looks for those installed of late."""
    manager = font_manager.fontManager
    if searched:
        known = {entry.fname for entry in manager.ttflist}
        for path in sorted(set(font_manager.findSystemFonts()) - known):
            try:
                manager.addfont(path)
            except (OSError, RuntimeError):
                continue  # a file that is no font, or of a kind that cannot be drawn
    return [_face(entry) for entry in manager.ttflist if entry.style == "normal"]


def _added(file: Path) -> Iterator[_Face]:
    manager = font_manager.fontManager
    before = len(manager.ttflist)
    try:
        manager.addfont(str(file))
    except (OSError, RuntimeError) as error:
        raise UsageError(
            Problem(
                Text("这不是可用的字体文件", "this is no font that can be used"),
                same(str(file)),
                Text(".ttf、.otf 或 .ttc", ".ttf, .otf or .ttc"),
            )
        ) from error
    return iter([_face(entry) for entry in manager.ttflist[before:]])


def _face(entry: FontEntry) -> _Face:
    weight = entry.weight
    number = weight if isinstance(weight, int) else _WEIGHTS.get(str(weight), _REGULAR)
    return _Face(entry.name, entry.fname, entry.index, number)


def _unheld(missing: set[str], file: Path | None) -> Problem:
    named = "".join(sorted(missing)[:_NAMED]) + ("…" if len(missing) > _NAMED else "")
    if file is not None:
        what = Text(
            f"这个字体缺 {len(missing)} 个字：{named}",
            f"this font lacks {len(missing)} characters: {named}",
        )
        step = Text("用 --font 换一个中文字体", "name a Chinese font with --font")
        return Problem(what, same(str(file)), next_step=step)
    return Problem(
        Text(
            f"本机的字体缺 {len(missing)} 个字，画出来会是空框，没有画：{named}",
            f"the fonts of this machine lack {len(missing)} characters, which would be empty "
            f"boxes; nothing was drawn: {named}",
        ),
        next_step=Text(
            "安装中文字体（Debian、Ubuntu：apt-get install fonts-noto-cjk；"
            "Fedora：dnf install google-noto-sans-cjk-fonts），或用 --font 指定字体文件",
            "install a Chinese font (Debian, Ubuntu: apt-get install fonts-noto-cjk; "
            "Fedora: dnf install google-noto-sans-cjk-fonts), or name a font file with --font",
        ),
    )
