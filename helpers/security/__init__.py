"""Measures of security: DataFrame in, DataFrame out; no files, no drawing.

One module a topic, the same names as in ``charts`` and ``evidence``.
"""

from helpers.security.borders import (
    area_shares,
    border_steps,
    treaty_lags,
    years_off,
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
    "area_shares",
    "border_steps",
    "chronology",
    "death_rates",
    "members",
    "milestones",
    "obligation_spans",
    "obligations",
    "quoted_per_year",
    "responses",
    "spans",
    "treaty_lags",
    "violence_per_year",
    "years_off",
]
