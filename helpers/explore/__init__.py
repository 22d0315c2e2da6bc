"""Controls around a live figure; no calculation of their own.

``explorer`` holds the mechanism, one module a section the explorers themselves.
"""

from helpers.explore.diplomacy import (
    census_explorer,
    flow_map,
    position_table,
    survey_dots,
)
from helpers.explore.economy import (
    debt_lab,
    index_builder,
    lending_windows,
    mirror_lab,
    trade_explorer,
    two_vintages,
)
from helpers.explore.explorer import (
    Choice,
    Explorer,
    Slider,
)
from helpers.explore.outlook import (
    forecast_scores,
    multiverse,
    penalty,
)
from helpers.explore.security import (
    agreement_explorer,
    border_squares,
    border_years,
    event_timeline,
    supplier_windows,
    violence_explorer,
)

__all__ = [
    "Choice",
    "Explorer",
    "Slider",
    "agreement_explorer",
    "border_squares",
    "border_years",
    "census_explorer",
    "debt_lab",
    "event_timeline",
    "flow_map",
    "forecast_scores",
    "index_builder",
    "lending_windows",
    "mirror_lab",
    "multiverse",
    "penalty",
    "position_table",
    "supplier_windows",
    "survey_dots",
    "trade_explorer",
    "two_vintages",
    "violence_explorer",
]
