"""Static charts, and the live ones that controls move: a measure in, a picture out.

One module a topic, the same names as in ``economy`` and ``evidence``; ``pieces`` holds
what they share.
"""

from helpers.charts.claim import bases
from helpers.charts.partners import balances, index_bars, side_by_side, since_1995
from helpers.charts.trade import (
    long_run,
    mirror,
    mirror_lines,
    partner_lines,
    parts,
    shares,
)

__all__ = [
    "balances",
    "bases",
    "index_bars",
    "long_run",
    "mirror",
    "mirror_lines",
    "partner_lines",
    "parts",
    "shares",
    "side_by_side",
    "since_1995",
]
