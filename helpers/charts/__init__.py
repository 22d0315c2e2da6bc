"""Static charts, and the live ones that controls move: a measure in, a picture out.

One module a topic, the same names as in ``economy`` and ``evidence``; ``pieces`` holds
what they share.
"""

from helpers.charts.claim import bases
from helpers.charts.pandemic import (
    missed,
    paths,
    recovery,
    two_sides,
    vintage_lines,
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
    "long_run",
    "mirror",
    "mirror_lines",
    "missed",
    "partner_lines",
    "parts",
    "paths",
    "recovery",
    "shares",
    "two_sides",
    "vintage_lines",
]
