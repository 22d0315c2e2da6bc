"""Evidence rows are complete, computed, and known in 2020 only if published then."""

import pytest

from helpers import claims, economy, evidence, tables


def test_the_columns_of_the_table():
    assert list(evidence.table().columns) == [
        "claim_id",
        "quantity",
        "basis",
        "period",
        "value",
        "unit",
        "reliability",
        "known_in_2020",
        "source",
        "contested_by",
        "points",
    ]


def test_every_row_has_unit_source_and_a_known_reliability():
    table = evidence.table()
    assert table["reliability"].isin(["A", "B", "R"]).all()
    assert (table[["quantity", "basis", "period", "unit", "source"]] != "").all().all()
    keys = ["claim_id", "quantity", "basis", "period", "source"]
    assert not table.duplicated(keys).any()
    assert table["value"].notna().all()


def test_weighed_rows_have_the_unit_of_the_claim():
    table = evidence.table()
    for claim_id, rows in table[table["points"] == ""].groupby("claim_id"):
        assert set(rows["unit"]) == {claims.claim(claim_id).unit}


def test_only_figures_and_events_have_rows_for_the_rule():
    table = evidence.table()
    for claim_id, points in table.groupby("claim_id")["points"]:
        assert set(points) <= {"", claims.FOR, claims.AGAINST, claims.CONTEXT}
        if claims.claim(claim_id).kind in ("judgement", "prediction"):
            assert "" not in set(points)


def test_rows_are_the_measures_values():
    share = economy.regional_share(
        tables.load("trade_by_partner"),
        tables.load("partner_shares"),
        flow="import",
        year=2019,
        basis="matched",
    )["share_percent"].item()
    rows = evidence.rows("E4").query("basis == 'mirror, matched totals'")
    own_shares = rows["source"].str.endswith("CIA shares of 2019")
    assert rows.loc[own_shares, "value"].item() == share


@pytest.mark.parametrize("claim_id", ["E3", "E4"])
def test_the_regional_claims_have_four_bases(claim_id):
    assert set(evidence.rows(claim_id)["basis"]) == set(economy.BASES.values())


def test_the_cias_shares_of_2019_were_not_known_in_2020():
    rows = evidence.rows("E3").query("basis == 'CIA-weighted'")
    assert not rows["known_in_2020"].any()


def test_no_later_figure_was_known_in_2020():
    table = evidence.table()
    after = table["period"].str[:4] > "2020"
    assert not table.loc[after, "known_in_2020"].any()
    customs = table["claim_id"].isin(["E1", "E3", "E4"]) & (table["period"] > "2019")
    assert not table.loc[customs, "known_in_2020"].any()


def test_an_unweighed_claim_lists_those_that_are():
    with pytest.raises(KeyError, match=r"E1.*E3.*E4"):
        evidence.rows("E99")


@pytest.mark.parametrize("claim_id", ["E3", "E4"])
def test_what_was_known_in_2020_uses_only_shares_of_that_time(claim_id):
    rows = evidence.rows(claim_id)
    known = rows[rows["known_in_2020"]]
    assert set(known["source"].str[-4:]) == {"2014", "2015", "2017"}
    assert set(rows.loc[~rows["known_in_2020"], "source"].str[-4:]) == {
        "2019",
        "2022",
        "2023",
    }


def test_transit_is_never_weighed_from_parts_of_it():
    rows = evidence.rows("E14")
    railways = rows[rows["basis"] == "one railway operator"]
    assert set(railways["points"]) == {claims.CONTEXT}


def test_the_market_depends_on_who_counts():
    rows = evidence.rows("E2").query("period == '2019' and unit == 'USD billion'")
    points = rows.set_index("basis")["points"]
    assert points["China's customs"] == claims.FOR
    assert points["national reports"] == claims.AGAINST


def test_the_announcement_has_witnesses_on_both_sides():
    rows = evidence.rows("E16")
    text = " ".join(rows.loc[rows["reliability"] == "A", "basis"])
    assert "State Council of China" in text
    assert "Kazakhstan" in text


@pytest.mark.parametrize("claim_id", ["E9", "E10"])
def test_what_the_press_repeats_is_context(claim_id):
    rows = evidence.rows(claim_id)
    press = rows["basis"] == "the press, not weighed"
    assert set(rows.loc[press, "points"]) == {claims.CONTEXT}
    assert set(rows.loc[~press, "points"]) == {""}


@pytest.mark.parametrize("claim_id", ["E9", "E10"])
def test_no_stock_is_built_from_what_is_only_scheduled(claim_id):
    built = evidence.rows(claim_id).query("basis == 'built from flows'")
    assert built["period"].max() == "2022"
