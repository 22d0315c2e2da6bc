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

__all__ = [
    "area_shares",
    "border_steps",
    "chronology",
    "spans",
    "treaty_lags",
    "years_off",
]
