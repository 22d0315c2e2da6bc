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

__all__ = [
    "ISSUES",
    "agreement_score",
    "agreement_series",
    "change_correlation",
    "chronology",
    "ideal_point_distance",
    "spans",
    "vote_pairs",
    "votes_by_issue",
    "with_issue",
]
