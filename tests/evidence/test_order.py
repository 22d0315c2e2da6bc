"""The evidence on threats and order respects the traps of its sources."""

import pytest

from helpers import claims, evidence, tables


def points(claim_id, words, *, known):
    """Where the rows point whose quantity holds these words."""
    rows = claims.indicators(evidence.rows(claim_id))
    rows = rows[rows["clock"] == claims.CLOCKS["as_of_2020" if known else "now"]]
    return rows.loc[rows["quantity"].str.contains(words), "points"].tolist()


def test_two_counts_point_in_opposite_directions_against_the_decade_before():
    now = {"known": False}
    assert set(points("S4", "attacks a year.*2004-2013", **now)) == {claims.FOR}
    assert set(points("S4", "deaths a year.*2004-2013", **now)) == {claims.AGAINST}


def test_two_of_four_rates_turn_with_the_base_decade():
    now = {"known": False}
    assert points("S4", "attacks.*five.*1994-2003", **now) == [claims.AGAINST]
    assert points("S4", "deaths.*China.*1994-2003", **now) == [claims.FOR]
    assert points("S4", "attacks.*China.*1994-2003", **now) == [claims.FOR]
    assert points("S4", "deaths.*five.*1994-2003", **now) == [claims.AGAINST]


def test_both_positions_on_the_named_group_are_there():
    said = points("S4", "named group", known=True)
    assert {claims.FOR, claims.AGAINST, claims.CONTEXT} == set(said)


@pytest.mark.parametrize("known", [True, False])
def test_not_finding_is_not_a_finding(known):
    assert points("S15", "offers of China to mediate", known=known) == [claims.CONTEXT]


def test_in_2020_no_row_on_mediation_points_anywhere():
    rows = evidence.rows("S15")
    assert set(rows.loc[rows["known_in_2020"], "points"]) == {claims.CONTEXT}


def test_one_meeting_is_not_yet_a_format():
    assert points("S11", "met all five", known=True) == [claims.CONTEXT]
    assert points("S11", "met all five", known=False) == [claims.AGAINST]


def test_quoted_figures_are_sums_of_the_source():
    path = tables.DATA.parent.parent / "shared/sources/security"
    path = path / "gtd_attacks_1970_2017.csv"
    if not path.exists():
        pytest.skip("the sources folder is not there")
    import pandas as pd

    yearly = pd.read_csv(path)
    for row in tables.load("attacks_quoted").itertuples():
        area = tables.the_five() if row.area == "CA5" else [row.area]
        inside = yearly["year"].between(row.first_year, row.last_year)
        rows = yearly[yearly["iso3"].isin(area) & inside]
        assert rows["attacks_total_count"].sum() == row.attacks
