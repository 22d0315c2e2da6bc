"""The evidence on the shock of 2020 keeps periods apart, and points as the data do."""

import pytest

from helpers import claims, economy, evidence, tables


@pytest.mark.parametrize("claim_id", ["E6", "E7"])
def test_no_row_is_about_the_half_year_so_nothing_is_weighed(claim_id):
    rows = evidence.rows(claim_id)
    assert set(rows["points"]) == {claims.CONTEXT}
    assert not rows["period"].str.contains("H1|Jan-Jun").any()
    weighing = claims.weigh(rows)
    assert {weighing.as_of_2020, weighing.now} == {claims.CANNOT_TELL}


@pytest.mark.parametrize("claim_id", ["E6", "E7", "E15"])
def test_every_period_is_seen_and_none_hides_another(claim_id):
    rows = evidence.rows(claim_id)
    seen = claims.indicators(rows).query("clock == 'now'")
    assert sorted(seen["period"]) == sorted(rows["period"])


def test_the_whole_year_was_not_known_in_2020():
    rows = evidence.rows("E6", "E7", "E15")
    assert not rows.loc[rows["period"] == "2020", "known_in_2020"].any()
    months = rows[rows["period"] != "2020"]
    assert months["known_in_2020"].all()


def test_below_zero_speaks_for_e15():
    rows = evidence.rows("E15")
    assert ((rows["value"] < 0) == (rows["points"] == claims.FOR)).all()


def test_e8_starts_as_context_and_then_points():
    rows = evidence.rows("E8")
    assert set(rows.loc[rows["known_in_2020"], "points"]) == {claims.CONTEXT}
    later = rows[~rows["known_in_2020"]]
    assert {claims.FOR, claims.AGAINST} <= set(later["points"])


def test_a_path_points_only_where_two_vintages_share_one_past():
    rows = evidence.rows("E8")
    paths = rows[rows["quantity"].str.contains("path")].set_index("quantity")["points"]
    context = {name.split("'")[0] for name in paths.index[paths == claims.CONTEXT]}
    revised = economy.mean_revision(
        tables.load("forecast_vintages"), indicator="gdp_growth"
    )
    moved = revised.loc[revised["mean_revision"] > economy.REVISED, "country"]
    assert context == {tables.country_names()[code] for code in moved}


def test_the_year_that_e8_takes_as_settled_is_estimated_nowhere():
    vintages = tables.load("forecast_vintages")
    for indicator in ("gdp_growth", "government_debt"):
        rows = tables.select(vintages, indicator=indicator, year=2022, vintage=2024)
        assert not rows["is_estimate"].any()
