"""Gaps between levels of government: what is taken on below, what is not, what must be renewed."""

from kg.analysis.gaps.coverage import COUNTED, STATES, Coverage, State, coverages
from kg.analysis.gaps.report import GapChoice, gaps

__all__ = ["COUNTED", "STATES", "Coverage", "GapChoice", "State", "coverages", "gaps"]
