"""Controls around a live figure; no calculation of their own.

``explorer`` holds the mechanism, one module a section the explorers themselves.
"""

from helpers.explore.economy import index_builder, mirror_lab, trade_explorer
from helpers.explore.explorer import Choice, Explorer, Slider

__all__ = [
    "Choice",
    "Explorer",
    "Slider",
    "index_builder",
    "mirror_lab",
    "trade_explorer",
]
