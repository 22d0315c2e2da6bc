"""All tables of the course, in the order of the catalogue."""

import air_routes
import armed_conflicts
import arms_deliveries
import by_hand
import by_hand_borders
import by_hand_culture
import by_hand_debt
import by_hand_energy
import by_hand_footprints
import by_hand_investment
import by_hand_opinion
import by_hand_order
import by_hand_outlook
import by_hand_positions
import by_hand_xinjiang
import chinese_finance_by_year
import chinese_projects
import claims
import confucius_counts
import confucius_institutes
import coverage
import covid_by_month
import debt_above_zero
import debt_flows
import events
import forecast_vintages
import gdp_and_public_debt
import mass_protests
import migrants
import military_spending
import military_visits
import oil_gas
import opinion_surveys
import pacts
import partner_shares
import pipelines
import political_violence
import protest_counts
import public_diplomacy
import regime_indices
import remittances
import reported_figures
import russian_language
import students_abroad
import students_in_china
import students_reported
import trade_by_partner
import trade_long_run
import un_agreement
import un_ideal_points
import un_resolutions
import un_votes
import visa_rules
import work_permits
import xinjiang_positions

BUILT = [
    trade_by_partner,
    partner_shares,
    trade_long_run,
    reported_figures,
    pipelines,
    oil_gas,
    chinese_projects,
    chinese_finance_by_year,
    debt_above_zero,
    debt_flows,
    gdp_and_public_debt,
    forecast_vintages,
    remittances,
    events,
    political_violence,
    armed_conflicts,
    pacts,
    un_agreement,
    un_ideal_points,
    un_resolutions,
    un_votes,
    xinjiang_positions,
    regime_indices,
    arms_deliveries,
    military_spending,
    military_visits,
    opinion_surveys,
    protest_counts,
    mass_protests,
    work_permits,
    covid_by_month,
    public_diplomacy,
    confucius_institutes,
    confucius_counts,
    students_in_china,
    students_abroad,
    students_reported,
    migrants,
    russian_language,
    visa_rules,
    air_routes,
    claims,
    coverage,
]
BY_HAND = [
    by_hand,
    by_hand_borders,
    by_hand_culture,
    by_hand_debt,
    by_hand_energy,
    by_hand_footprints,
    by_hand_investment,
    by_hand_opinion,
    by_hand_order,
    by_hand_xinjiang,
    by_hand_positions,
    by_hand_outlook,
]
TABLES = [recipe.TABLE for recipe in BUILT] + [
    table for module in BY_HAND for table in module.TABLES
]
