"""Measures of public diplomacy: DataFrame in, DataFrame out; no files, no drawing.

One module a topic, the same names as in ``charts`` and ``evidence``.
"""

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
    "MINORITIES",
    "MOSTLY_MUSLIM",
    "NAMED",
    "WHOLES",
    "community_ranks",
    "group_share",
    "growth_between",
    "series_shares",
    "vital_rates",
]
