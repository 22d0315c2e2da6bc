"""All tables of the course, in the order of the catalogue."""

import by_hand
import claims
import coverage
import forecast_vintages
import partner_shares
import reported_figures
import trade_by_partner
import trade_long_run

BUILT = [
    trade_by_partner,
    partner_shares,
    trade_long_run,
    reported_figures,
    forecast_vintages,
    claims,
    coverage,
]
TABLES = [recipe.TABLE for recipe in BUILT] + by_hand.TABLES
