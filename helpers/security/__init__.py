"""Measures of security: DataFrame in, DataFrame out; no files, no drawing.

One module a topic, the same names as in ``charts`` and ``evidence``.
"""

from helpers.security.events import (
    chronology,
    spans,
)
from helpers.security.footprints import (
    DENIAL,
    RULES,
    SITE,
    before_and_since,
    delivery_shares,
    half_way_years,
    involvement,
    leading_suppliers,
    operators,
    report_chronology,
    site_counts,
    steps,
)

__all__ = [
    "DENIAL",
    "RULES",
    "SITE",
    "before_and_since",
    "chronology",
    "delivery_shares",
    "half_way_years",
    "involvement",
    "leading_suppliers",
    "operators",
    "report_chronology",
    "site_counts",
    "spans",
    "steps",
]
