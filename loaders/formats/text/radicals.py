"""Characters that look like a common one and are not: radicals as text extracted from PDF
prints them.

Source: the Unicode Character Database. Kangxi radicals (U+2F00–2FD5) and compatibility
ideographs (U+F900–FAFF) have a normal form there. The CJK Radicals Supplement (U+2E80–2EF3) has
none but for two, so its equivalents are listed here, after EquivalentUnifiedIdeograph.
"""

from __future__ import annotations

import unicodedata
from itertools import chain

_SUPPLEMENT = (
    "⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺈刀 ⺉刂 ⺊卜 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 "
    "⺒巳 ⺓幺 ⺔彑 ⺖忄 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 "
    "⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺫罒 ⺬示 ⺭礻 ⺯糹 ⺰纟 ⺱罓 ⺲罒 "
    "⺶羊 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 "
    "⻈讠 ⻉贝 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻖阝 ⻗雨 "
    "⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠 ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 "
    "⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟"
)

_WITH_NORMAL_FORM = chain(range(0x2F00, 0x2FD6), range(0xF900, 0xFAFF + 1))

RADICALS: dict[str, str] = {
    chr(code): normal
    for code in _WITH_NORMAL_FORM
    if (normal := unicodedata.normalize("NFKC", chr(code))) != chr(code)
} | {pair[0]: pair[1] for pair in _SUPPLEMENT.split()}
"""The look-alike, and the character it stands for; always one character each."""
