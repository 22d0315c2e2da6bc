"""Evidence on borders: no share is weighed as an area, and no position as evidence."""

import pytest

from helpers import claims, evidence


@pytest.mark.parametrize("claim_id", ["S5", "S6", "S7"])
def test_talks_carry_no_year_and_areas_say_that_it_occurred(claim_id):
    rows = evidence.rows(claim_id)
    assert not rows["basis"].str.contains("delegation").any()
    assert set(rows.loc[rows["points"] == "", "unit"]) == {"year"}
    assert set(rows["points"]) == {"", claims.FOR}


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
        trade = self.rows[self.rows["quantity"].str.startswith("trade")]
        expected = [
            claims.FOR if value > 1 else claims.AGAINST for value in trade["value"]
        ]
        assert trade["points"].tolist() == expected

    def test_the_switch_of_the_source_is_named(self):
        tajik = self.rows.query("period == '2011' and basis.str.endswith('of War')")
        assert "China's report" in tajik["contested_by"].item()

    def test_no_debt_is_read_before_the_table_begins(self):
        debt = self.rows[self.rows["quantity"].str.contains("foreign debt")]
        assert (debt["period"] >= "2000").all()
