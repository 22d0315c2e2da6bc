"""All tables of the course, in the order of the catalogue."""

import by_hand
import claims
import coverage
import partner_shares
import remittances
import reported_figures
import trade_by_partner
import trade_long_run

BUILT = [
    trade_by_partner,
    partner_shares,
    trade_long_run,
    remittances,
    reported_figures,
    claims,
    coverage,
]
TABLES = [recipe.TABLE for recipe in BUILT] + by_hand.TABLES
