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

__all__ = [
    "MARKS",
    "OUTCOMES",
    "STATUSES",
    "before_and_after",
    "china_weight",
    "kin_steps",
    "outcome_counts",
    "position_counts",
    "position_grid",
    "positions_by_text",
    "protest_base_rate",
    "protests_before",
    "weigh_explanations",
    "weight_by_choice",
]
