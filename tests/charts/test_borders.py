"""Charts of borders can be read alone, at every choice of their controls."""

from itertools import product

import pytest

from helpers import charts, economy, security, tables
from tests.figures import problems, unreadable

STEPS = security.border_steps(tables.load("border_steps"), tables.load("events"))
AREAS = tables.load("border_areas")
WHOLES = [
    tables.load(name)
    for name in ("debt_flows", "debt_above_zero", "gdp_and_public_debt")
]
DEBTS = {
    code: economy.share_by_whole(*WHOLES, debtor=code, creditor="CHN")
    for code in ("KAZ", "KGZ", "TJK")
}
CHARTS = {
    "timeline": lambda: charts.border_timeline(STEPS),
    "areas": lambda: charts.stated_areas(AREAS),
    "shares": lambda: charts.disputed_shares(security.area_shares(AREAS), AREAS),
    "weight": lambda: charts.weight_at_signing(
        tables.load("trade_long_run"), DEBTS, STEPS
    ),
}


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_can_be_read_alone(name, figures):
    assert unreadable(CHARTS[name](), *figures) == []


def test_every_choice_of_state_and_step_can_be_read():
    live = charts.year_of_settlement(STEPS)
    for state, step in product(("KAZ", "KGZ", "TJK"), charts.WHICH_STEP):
        live.update(state=state, step=step)
        assert problems(live.figure) == []


def test_every_pair_of_areas_can_be_read():
    live = charts.squares(AREAS)
    tajik = AREAS[(AREAS["state"] == "TJK") & AREAS["km2"].notna()]
    parts = tajik.loc[tajik["what"] == "to China", "said_by"]
    wholes = tajik[tajik["what"].isin(["disputed", "whole territory"])]
    for part, row in product(parts, wholes.itertuples()):
        live.update(part=part, whole=(row.what, row.said_by))
        assert problems(live.figure) == []


def test_the_title_says_what_the_rule_says():
    live = charts.year_of_settlement(STEPS)
    said = live.update(state="KGZ", step="first signature")
    assert "1996: contradicted" in said
    assert "2 years before" in said
    said = live.update(state="TJK", step="last ratification found")
    assert "2011: supported" in said


def test_squares_are_to_scale():
    live = charts.squares(AREAS)
    live.update(part="minister Zarifi", whole=("disputed", "minister Zarifi"))
    _, whole, part = live.figure.axes[0].patches
    assert part.get_width() ** 2 == pytest.approx(1000)
    assert whole.get_width() ** 2 == pytest.approx(28500)
