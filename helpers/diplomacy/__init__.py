"""Measures of public diplomacy: DataFrame in, DataFrame out; no files, no drawing.

One module a topic, the same names as in ``charts`` and ``evidence``.
"""

from helpers.diplomacy.opinion import (
    AFTER,
    BEFORE,
    BETWEEN,
    first_cases,
    list_experiment_share,
    local_shares,
    margin_of_error,
    order_of_events,
    permit_shares,
    protest_windows,
    repeated_questions,
    with_margins,
)

__all__ = [
    "AFTER",
    "BEFORE",
    "BETWEEN",
    "first_cases",
    "list_experiment_share",
    "local_shares",
    "margin_of_error",
    "order_of_events",
    "permit_shares",
    "protest_windows",
    "repeated_questions",
    "with_margins",
]
