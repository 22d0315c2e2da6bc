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
    with_issue,
)
from helpers.security.events import (
    chronology,
    spans,
)
from helpers.security.order import (
    death_rates,
    members,
    milestones,
    obligation_spans,
    obligations,
    quoted_per_year,
    responses,
    violence_per_year,
)

__all__ = [
    "ISSUES",
    "agreement_score",
    "agreement_series",
    "change_correlation",
    "chronology",
    "death_rates",
    "ideal_point_distance",
    "members",
    "milestones",
    "obligation_spans",
    "obligations",
    "quoted_per_year",
    "responses",
    "spans",
    "violence_per_year",
    "vote_pairs",
    "votes_by_issue",
    "with_issue",
]
