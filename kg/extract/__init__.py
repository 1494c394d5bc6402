"""What the text of measures says: industries, targets, deadlines, papers, programmes, places and
bodies. spaCy is imported when an :class:`Extractor` is made, not with this package.
"""

from .extractor import Extractor
from .vocabulary import Industry, Vocabularies
from .years import year_of_bare_dates

__all__ = ["Extractor", "Industry", "Vocabularies", "year_of_bare_dates"]
