"""Measures of security: DataFrame in, DataFrame out; no files, no drawing.

One module a topic, the same names as in ``charts`` and ``evidence``.
"""

from helpers.security.alignment import (
    ISSUES,
    agreement_score,
    agreement_series,
    change_correlation,
    ideal_point_distance,
    vote_pairs,
    votes_by_issue,
    window_means,
    with_issue,
)
from helpers.security.borders import (
    CHINA_COUNTS_FROM,
    area_shares,
    border_steps,
    treaty_lags,
    years_off,
)
from helpers.security.events import (
    chronology,
    milestones,
    spans,
)
from helpers.security.footprints import (
    DENIAL,
    FEW_TIV_MN,
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
from helpers.security.order import (
    death_rates,
    members,
    obligation_spans,
    obligations,
    quoted_per_year,
    responses,
    violence_per_year,
)

__all__ = [
    "CHINA_COUNTS_FROM",
    "DENIAL",
    "FEW_TIV_MN",
    "ISSUES",
    "RULES",
    "SITE",
    "agreement_score",
    "agreement_series",
    "area_shares",
    "before_and_since",
    "border_steps",
    "change_correlation",
    "chronology",
    "death_rates",
    "delivery_shares",
    "half_way_years",
    "ideal_point_distance",
    "involvement",
    "leading_suppliers",
    "members",
    "milestones",
    "obligation_spans",
    "obligations",
    "operators",
    "quoted_per_year",
    "report_chronology",
    "responses",
    "site_counts",
    "spans",
    "steps",
    "treaty_lags",
    "violence_per_year",
    "vote_pairs",
    "votes_by_issue",
    "window_means",
    "with_issue",
    "years_off",
]
