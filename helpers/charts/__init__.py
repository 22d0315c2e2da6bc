"""Static charts, and the live ones that controls move: a measure in, a picture out.

One module a topic, the same names as in ``economy`` and ``evidence``; ``pieces`` holds
what they share.
"""

from helpers.charts.alignment import (
    agenda,
    agreement_panels,
    alignment_lines,
    dependence,
    ideal_points,
    issues,
    regimes,
    vote_grid,
)
from helpers.charts.borders import (
    WHICH_STEP,
    border_timeline,
    disputed_shares,
    squares,
    stated_areas,
    weight_at_signing,
    year_of_settlement,
)
from helpers.charts.claim import (
    bases,
)
from helpers.charts.culture import (
    birthplace_revisions,
    first_partners,
    institute_openings,
    student_lead,
    student_panels,
    visa_grid,
)
from helpers.charts.debt import (
    debt_against_reports,
    debt_ratio,
    debt_service,
    debt_stock,
)
from helpers.charts.energy import (
    capacity_and_flow,
    market,
    surplus,
)
from helpers.charts.events import (
    timeline,
    timeline_by_year,
)
from helpers.charts.footprints import (
    military_steps,
    money_and_arms,
    site_words,
    spending,
    supplier_windows,
    vintages,
)
from helpers.charts.investment import (
    energy_coders,
    lending,
    lending_years,
    stock_and_inflow,
)
from helpers.charts.multiverse import (
    multiverse,
)
from helpers.charts.opinion import (
    local_staff,
    margins,
    mass_protests,
    permits,
    protest_order,
    protest_windows,
    repeated_questions,
    survey_dots,
)
from helpers.charts.order import (
    promises,
    responses,
    violence,
    violence_years,
)
from helpers.charts.outlook import (
    forecast_scores,
    penalty,
)
from helpers.charts.pandemic import (
    missed,
    paths,
    recovery,
    two_sides,
    vintage_lines,
)
from helpers.charts.partners import (
    balances,
    index_bars,
    side_by_side,
    since_1995,
)
from helpers.charts.positions import (
    china_weight,
    contested_projects,
    kin_steps,
    position_table,
)
from helpers.charts.trade import (
    long_run,
    mirror,
    mirror_lines,
    partner_lines,
    parts,
    shares,
)
from helpers.charts.xinjiang import (
    births,
    census_share,
    communities,
    composition,
    counts_in_kazakhstan,
)

__all__ = [
    "WHICH_STEP",
    "agenda",
    "agreement_panels",
    "alignment_lines",
    "balances",
    "bases",
    "birthplace_revisions",
    "births",
    "border_timeline",
    "capacity_and_flow",
    "census_share",
    "china_weight",
    "communities",
    "composition",
    "contested_projects",
    "counts_in_kazakhstan",
    "debt_against_reports",
    "debt_ratio",
    "debt_service",
    "debt_stock",
    "dependence",
    "disputed_shares",
    "energy_coders",
    "first_partners",
    "forecast_scores",
    "ideal_points",
    "index_bars",
    "institute_openings",
    "issues",
    "kin_steps",
    "lending",
    "lending_years",
    "local_staff",
    "long_run",
    "margins",
    "market",
    "mass_protests",
    "military_steps",
    "mirror",
    "mirror_lines",
    "missed",
    "money_and_arms",
    "multiverse",
    "partner_lines",
    "parts",
    "paths",
    "penalty",
    "permits",
    "position_table",
    "promises",
    "protest_order",
    "protest_windows",
    "recovery",
    "regimes",
    "repeated_questions",
    "responses",
    "shares",
    "side_by_side",
    "since_1995",
    "site_words",
    "spending",
    "squares",
    "stated_areas",
    "stock_and_inflow",
    "student_lead",
    "student_panels",
    "supplier_windows",
    "surplus",
    "survey_dots",
    "timeline",
    "timeline_by_year",
    "two_sides",
    "vintage_lines",
    "vintages",
    "violence",
    "violence_years",
    "visa_grid",
    "vote_grid",
    "weight_at_signing",
    "year_of_settlement",
]
