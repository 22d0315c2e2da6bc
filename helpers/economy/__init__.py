"""Measures of the economy: DataFrame in, DataFrame out; no files, no drawing.

One module a topic, the same names as in ``charts`` and ``evidence``.
"""

from helpers.economy.energy import (
    full_years,
    lines_by_direction,
    open_capacity,
    pipeline_flow,
    region_as_market,
    routes,
    supply_share,
    surplus,
    unit_value,
    utilisation,
    value_and_volume,
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
    "SILENT",
    "balance",
    "full_years",
    "implied_totals",
    "lines_by_direction",
    "mirror_gap",
    "open_capacity",
    "partner_share",
    "partner_values",
    "pipeline_flow",
    "region_as_market",
    "regional_parts",
    "regional_share",
    "regional_share_years",
    "routes",
    "share_in_partner_trade",
    "supply_share",
    "surplus",
    "unit_value",
    "utilisation",
    "value_and_volume",
]
