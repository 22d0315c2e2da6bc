"""Static charts, and the live ones that controls move: a measure in, a picture out.

One module a topic, the same names as in ``economy`` and ``evidence``; ``pieces`` holds
what they share.
"""

from helpers.charts.claim import bases
from helpers.charts.debt import (
    debt_against_reports,
    debt_ratio,
    debt_service,
    debt_stock,
)
from helpers.charts.trade import (
    long_run,
    mirror,
    mirror_lines,
    partner_lines,
    parts,
    shares,
)

__all__ = [
    "bases",
    "debt_against_reports",
    "debt_ratio",
    "debt_service",
    "debt_stock",
    "long_run",
    "mirror",
    "mirror_lines",
    "partner_lines",
    "parts",
    "shares",
]
