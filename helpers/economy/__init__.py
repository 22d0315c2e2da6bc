"""Measures of the economy: DataFrame in, DataFrame out; no files, no drawing.

One module a topic, the same names as in ``charts`` and ``evidence``.
"""

from helpers.economy.pandemic import (
    FLOWS,
    REVISED,
    change_beside_others,
    mean_revision,
    output_path,
    recovery,
    trade_change,
    turnover,
    turnover_share,
    vintage_gap,
)
from helpers.economy.trade import (
    BASES,
    SILENT,
    balance,
    implied_totals,
    mirror_gap,
    partner_share,
    partner_values,
    regional_parts,
    regional_share,
    regional_share_years,
    share_in_partner_trade,
)

__all__ = [
    "BASES",
    "FLOWS",
    "REVISED",
    "SILENT",
    "balance",
    "change_beside_others",
    "implied_totals",
    "mean_revision",
    "mirror_gap",
    "output_path",
    "partner_share",
    "partner_values",
    "recovery",
    "regional_parts",
    "regional_share",
    "regional_share_years",
    "share_in_partner_trade",
    "trade_change",
    "turnover",
    "turnover_share",
    "vintage_gap",
]
