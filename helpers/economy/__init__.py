"""Measures of the economy: DataFrame in, DataFrame out; no files, no drawing.

One module a topic, the same names as in ``charts`` and ``evidence``.
"""

from helpers.economy.investment import (
    CODERS,
    LAUNCH,
    chinese_implementers,
    commitments,
    energy_projects,
    energy_share,
    fdi_share,
    lending_windows,
    share_ceiling,
    stock_and_inflow,
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
    "CODERS",
    "LAUNCH",
    "SILENT",
    "balance",
    "chinese_implementers",
    "commitments",
    "energy_projects",
    "energy_share",
    "fdi_share",
    "implied_totals",
    "lending_windows",
    "mirror_gap",
    "partner_share",
    "partner_values",
    "regional_parts",
    "regional_share",
    "regional_share_years",
    "share_ceiling",
    "share_in_partner_trade",
    "stock_and_inflow",
]
