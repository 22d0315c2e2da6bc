"""All tables of the course, in the order of the catalogue."""

import by_hand
import chinese_finance_by_year
import chinese_projects
import claims
import coverage
import debt_flows
import gdp_and_public_debt
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
    debt_flows,
    gdp_and_public_debt,
    chinese_projects,
    chinese_finance_by_year,
    claims,
    coverage,
]
TABLES = [recipe.TABLE for recipe in BUILT] + by_hand.TABLES
