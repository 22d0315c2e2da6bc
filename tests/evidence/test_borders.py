"""Evidence on borders: no share is weighed as an area, and no position as evidence."""

import pytest

from helpers import claims, evidence, tables
from helpers.evidence import borders


@pytest.mark.parametrize("claim_id", ["S5", "S6", "S7"])
def test_talks_carry_no_year_and_only_land_left_says_that_it_occurred(claim_id):
    rows = evidence.rows(claim_id)
    assert not rows["basis"].str.contains("delegation").any()
    assert set(rows.loc[rows["points"] == "", "unit"]) == {"year"}
    pointing = rows[rows["points"].isin([claims.FOR, claims.AGAINST])]
    assert set(pointing["quantity"]) == {"land left to China"}
    assert not pointing["basis"].str.contains("deputies").any()


def test_a_source_that_says_none_was_left_speaks_against(monkeypatch):
    none = tables.load("border_areas").assign(km2=0.0, contested_by="")
    monkeypatch.setattr(borders, "_areas", lambda: none)
    rows = claims.frame(borders.CLAIMS["S7"]())
    pointing = rows[rows["points"].isin([claims.FOR, claims.AGAINST])]
    assert set(pointing["points"]) == {claims.AGAINST}


def test_a_printed_share_is_not_weighed_as_an_area():
    rows = evidence.rows("S8")
    assert "BBC, VOA" not in set(rows["basis"])
    assert (rows["value"] >= 1000).all()


def test_a_round_thousand_is_not_more_than_a_thousand():
    assert claims.verdict("S8", 1000.0) == claims.PARTLY
    assert claims.verdict("S8", 1100.0) == claims.SUPPORTED


class TestPressure:
    rows = evidence.rows("S14")

    def test_positions_are_context(self):
        said = self.rows["quantity"].str.startswith("statements")
        assert set(self.rows.loc[said, "points"]) == {claims.CONTEXT}

    def test_weights_point_by_the_comparison_in_the_docstring(self):
        is_trade = self.rows["quantity"].str.startswith("trade")
        trade = self.rows[is_trade & (self.rows["points"] != claims.CONTEXT)]
        expected = [
            claims.FOR if value > 1 else claims.AGAINST for value in trade["value"]
        ]
        assert trade["points"].tolist() == expected

    def test_one_series_is_not_counted_twice(self):
        tajik = self.rows.query("period == '2011' and basis.str.endswith('of War')")
        assert "China's report" in tajik["contested_by"].item()
        assert tajik["points"].item() == claims.CONTEXT

    def test_debt_points_only_where_all_wholes_agree(self):
        debt = self.rows[self.rows["quantity"].str.contains("part of the debt")]
        for _, rows in debt.groupby(["quantity", "period"]):
            agree = (rows["value"] > 50).nunique() == 1
            assert (set(rows["points"]) == {claims.CONTEXT}) != agree
        assert len(debt.query("period == '2010'")) == 3

    def test_a_part_whose_receiver_is_not_named_is_context(self):
        unnamed = self.rows[self.rows["basis"].str.startswith("AFP")]
        assert unnamed["value"].tolist() == [47, 53]
        assert set(unnamed["points"]) == {claims.CONTEXT}

    def test_no_debt_is_read_before_the_table_begins(self):
        debt = self.rows[self.rows["quantity"].str.contains("part of the debt")]
        assert (debt["period"] >= "2000").all()
