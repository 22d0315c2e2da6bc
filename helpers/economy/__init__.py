"""Measures of the economy: DataFrame in, DataFrame out; no files, no drawing.

One module a topic, the same names as in ``charts`` and ``evidence``.
"""

from helpers.economy.debt import (
    DENOMINATORS,
    NUMERATORS,
    OTHER_QUANTITIES,
    creditor_share,
    debt_ratio,
    debt_service,
    debt_stock,
    reported_share,
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
    "DENOMINATORS",
    "NUMERATORS",
    "OTHER_QUANTITIES",
    "SILENT",
    "balance",
    "creditor_share",
    "debt_ratio",
    "debt_service",
    "debt_stock",
    "implied_totals",
    "mirror_gap",
    "partner_share",
    "partner_values",
    "regional_parts",
    "regional_share",
    "regional_share_years",
    "reported_share",
    "share_in_partner_trade",
]
