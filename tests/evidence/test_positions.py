"""The evidence on silence and speech respects what its lists cannot show."""

import pytest

from helpers import claims, evidence


def points(claim_id, words, *, known):
    """Where the rows point whose quantity holds these words."""
    rows = claims.indicators(evidence.rows(claim_id))
    rows = rows[rows["clock"] == claims.CLOCKS["as_of_2020" if known else "now"]]
    return rows.loc[rows["quantity"].str.contains(words), "points"].tolist()


@pytest.mark.parametrize("known", [True, False])
def test_silence_alone_points_nowhere(known):
    assert points("P4", "signatures of the five", known=known) == [claims.CONTEXT]


def test_measures_of_dependence_disagree():
    found = points("P4", "signers of 2019", known=True)
    assert set(found) == {claims.FOR, claims.AGAINST}
    assert len(found) == 3


@pytest.mark.parametrize("known", [True, False])
def test_the_order_hangs_on_whose_move_counts_and_points_nowhere(known):
    assert points("P4", "moved as", known=known) == [claims.CONTEXT] * 3


def test_a_stated_aim_was_not_known_in_2020():
    assert points("P5", "stated aim", known=True) == [claims.CONTEXT]
    assert points("P5", "stated aim", known=False) == [claims.FOR]


@pytest.mark.parametrize("known", [True, False])
def test_two_states_of_five_are_not_a_finding_on_the_others(known):
    assert points("P5", "states that raised", known=known) == [claims.CONTEXT]


@pytest.mark.parametrize("known", [True, False])
def test_raised_and_played_down_are_shown_and_not_weighed(known):
    assert points("P5", "beside steps the other way", known=known) == [claims.CONTEXT]


@pytest.mark.parametrize("known", [True, False])
def test_the_same_steps_do_not_point_twice(known):
    assert points("P8", "steps for people", known=known) == [claims.CONTEXT]


@pytest.mark.parametrize("known", [True, False])
def test_an_incomplete_list_of_detentions_points_nowhere(known):
    assert points("P8", "detained", known=known) == [claims.CONTEXT]


def test_trade_points_only_when_two_starts_agree():
    rows = evidence.rows("P8")
    rows = rows[rows["quantity"].str.contains("trade with China")]
    for _, pair in rows.groupby("known_in_2020"):
        assert len(pair) == 2
        agree = (pair["value"] > 0).nunique() == 1
        assert (set(pair["points"]) == {claims.CONTEXT}) != agree


@pytest.mark.parametrize("claim_id", ["P4", "P5", "P8"])
def test_each_quantity_stands_once_on_each_clock(claim_id):
    rows = claims.indicators(evidence.rows(claim_id))
    assert not rows.duplicated(["clock", "quantity", "basis"]).any()
    now = rows.loc[rows["clock"] == claims.CLOCKS["now"], "quantity"]
    then = rows.loc[rows["clock"] == claims.CLOCKS["as_of_2020"], "quantity"]
    assert set(now) == set(then)
