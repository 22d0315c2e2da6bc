"""Measures of public diplomacy: DataFrame in, DataFrame out; no files, no drawing.

One module a topic, the same names as in ``charts`` and ``evidence``.
"""

from helpers.diplomacy.positions import (
    MARKS,
    OUTCOMES,
    STATUSES,
    before_and_after,
    china_weight,
    kin_steps,
    outcome_counts,
    position_counts,
    position_grid,
    positions_by_text,
    protest_base_rate,
    protests_before,
    weigh_explanations,
    weight_by_choice,
)
from helpers.diplomacy.xinjiang import (
    GROUPS,
    MINORITIES,
    MOSTLY_MUSLIM,
    NAMED,
    WHOLES,
    community_ranks,
    group_share,
    growth_between,
    series_shares,
    vital_rates,
)

__all__ = [
    "GROUPS",
    "MARKS",
    "MINORITIES",
    "MOSTLY_MUSLIM",
    "NAMED",
    "OUTCOMES",
    "STATUSES",
    "WHOLES",
    "before_and_after",
    "china_weight",
    "community_ranks",
    "group_share",
    "growth_between",
    "kin_steps",
    "outcome_counts",
    "position_counts",
    "position_grid",
    "positions_by_text",
    "protest_base_rate",
    "protests_before",
    "series_shares",
    "vital_rates",
    "weigh_explanations",
    "weight_by_choice",
]
