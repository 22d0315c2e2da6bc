"""The evidence on who matters most respects the traps of its sources."""

import pytest

from helpers import claims, economy, evidence, tables


def row(claim_id, **where):
    """The one row of a claim with these values."""
    return tables.select(evidence.rows(claim_id), **where).squeeze()


def test_two_claims_look_at_the_same_indicators():
    one, other = (
        set(zip(rows["basis"], rows["period"], strict=True))
        for rows in (evidence.rows("E13"), evidence.rows("E17"))
    )
    assert {pair for pair in one if "press" not in pair[0]} <= other


def test_first_of_all_and_ahead_of_one_are_different_questions():
    # Exports, 2019: China first for KAZ and TKM; Russia ahead for KGZ and UZB
    at = {"basis": "CIA shares", "period": "2019"}
    first = tables.select(evidence.rows("E13"), **at)
    ahead = tables.select(evidence.rows("E17"), **at)
    assert first["value"].tolist()[0] == 2
    assert ahead["value"].tolist()[0] == 2
    assert set(first["unit"]) == {"of 5 states"}


def test_the_totals_are_no_partner():
    trade = tables.load("trade_by_partner")
    values = economy.turnover_by_partner(trade, year=2019)
    assert set(economy.leading_partner(values)["leader"]) == {"CHN", "RUS"}


def test_only_editions_of_the_time_were_known_in_2020():
    rows = evidence.rows("E13").query("basis == 'CIA shares'")
    known = rows[rows["known_in_2020"]]
    assert set(known["period"]) == {"2014", "2015", "2017"}


def test_dollars_of_both_add_up_to_the_whole():
    at = {"period": "2019", "unit": "percent", "basis": "national reports"}
    china, russia = (row(claim_id, **at)["value"] for claim_id in ("E13", "E17"))
    assert china + russia == pytest.approx(100)
    assert china < 50 < russia


def test_a_surplus_counts_as_no_deeper_deficit():
    # Own reports, 2019: Kazakhstan in surplus, Kyrgyzstan -92 to -91, Uzbekistan down
    found = row(
        "E12",
        basis="national reports",
        period="2019",
        quantity="states whose deficit with China is deeper than in 2010, in percent "
        "of trade",
    )
    assert (found["value"], found["unit"]) == (1, "of 3 states")
    assert found["points"] == claims.AGAINST


def test_no_row_claims_to_see_an_instrument():
    assert not evidence.rows("E12")["quantity"].str.contains("instrument").any()


def test_a_share_of_a_yearly_inflow_ranks_nobody():
    rows = evidence.rows("E13").query("basis == 'as quoted by the press'")
    assert set(rows["points"]) == {claims.CONTEXT}
