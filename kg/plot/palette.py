"""The colours of pictures.

Source: Okabe and Ito, "Color Universal Design" (2008): eight colours that people with any kind
of colour vision tell apart. Their lightness differs too little for print in grey, so areas that
touch differ in hatching as well.
"""

from __future__ import annotations

from kg.plot.chart import Fill

BLACK, GREY, WHITE = "#000000", "#595959", "#FFFFFF"
LIGHT = "#D9D9D9"
ORANGE, SKY, GREEN, YELLOW = "#E69F00", "#56B4E9", "#009E73", "#F0E442"
BLUE, VERMILION, PURPLE = "#0072B2", "#D55E00", "#CC79A7"

SOLID = Fill(BLUE, WHITE)
HATCHED = Fill(ORANGE, BLACK, "///")
PALE = Fill(LIGHT, BLACK)
DOTTED = Fill(SKY, BLACK, "..")
COVERED = Fill(GREEN, WHITE)
PARTLY = Fill(YELLOW, BLACK, "///")
GAP = Fill(WHITE, VERMILION, "xxx")
OUTSIDE = Fill(LIGHT, GREY)
UNCLEAR = Fill(WHITE, GREY, "..")
