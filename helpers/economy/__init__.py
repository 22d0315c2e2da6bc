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
from helpers.economy.partners import (
    INDICATORS,
    RIVALS,
    composite_index,
    crossover,
    deeper_deficits,
    leading_partner,
    relative_balance,
    rival_indicators,
    rival_shares,
    turnover,
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
    "INDICATORS",
    "NUMERATORS",
    "OTHER_QUANTITIES",
    "RIVALS",
    "SILENT",
    "balance",
    "composite_index",
    "creditor_share",
    "crossover",
    "debt_ratio",
    "debt_service",
    "debt_stock",
    "deeper_deficits",
    "implied_totals",
    "leading_partner",
    "mirror_gap",
    "partner_share",
    "partner_values",
    "regional_parts",
    "regional_share",
    "regional_share_years",
    "relative_balance",
    "reported_share",
    "rival_indicators",
    "rival_shares",
    "share_in_partner_trade",
    "turnover",
]
