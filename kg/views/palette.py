"""The colours of all views: those of Okabe and Ito, which people with any colour vision can tell
apart on white. Every kind also has a shape or a stroke of its own.
"""

from __future__ import annotations

BLACK = "#000000"
ORANGE = "#E69F00"
SKY = "#56B4E9"
GREEN = "#009E73"
BLUE = "#0072B2"
VERMILION = "#D55E00"
PURPLE = "#CC79A7"

WHITE = "#FFFFFF"
INK = "#1F2933"
"""Words: 14 to 1 on white."""
GREY = "#5F6B7A"
"""Words of less weight, and what is left out: 5 to 1 on white."""
RUST = "#A84300"
"""Words in the tone of vermilion: 6 to 1 on white, where the colour itself has 4 to 1."""
PLUM = "#8F3B6C"
"""Words in the tone of purple: 7 to 1."""
PALE = "#D5DBE1"
"""Rules and links of the background."""
WASH = "#F3F6F9"
"""Every second band."""
WARM = "#FDF1E3"
"""A band that asks for attention."""
