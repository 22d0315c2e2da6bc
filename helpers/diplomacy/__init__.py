"""Measures of the public-diplomacy section: DataFrame in, DataFrame out.

Pure functions without files, drawing or widgets. Read them through the package
(``diplomacy.flows``); one module a topic.
"""

from helpers.diplomacy.culture import (
    firsts,
    flows,
    host_share,
    lead,
    opened_around,
    openings,
    revisions,
    visa_free,
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
    "MINORITIES",
    "MOSTLY_MUSLIM",
    "NAMED",
    "WHOLES",
    "community_ranks",
    "firsts",
    "flows",
    "group_share",
    "growth_between",
    "host_share",
    "lead",
    "opened_around",
    "openings",
    "revisions",
    "series_shares",
    "visa_free",
    "vital_rates",
]
