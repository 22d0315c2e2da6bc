"""Maps of the region: the base map, and themes drawn on it.

``ground`` draws land, water and borders; ``layers`` says what a theme consists of, for
the static map here and for the atlas alike.
"""

from helpers.maps.flows import flow_map
from helpers.maps.ground import ALBERS, FRAME, base, layer, project, region
from helpers.maps.layers import Layer, prepared, theme

__all__ = [
    "ALBERS",
    "FRAME",
    "Layer",
    "base",
    "flow_map",
    "layer",
    "prepared",
    "project",
    "region",
    "theme",
]
