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


def test_without_a_state_to_compare_the_order_is_context():
    assert points("P4", "moved as.*public debt", known=True) == [claims.CONTEXT]


def test_a_stated_aim_was_not_known_in_2020():
    assert points("P5", "stated aim", known=True) == [claims.CONTEXT]
    assert points("P5", "stated aim", known=False) == [claims.FOR]


@pytest.mark.parametrize("known", [True, False])
def test_two_states_of_five_are_not_a_finding_on_the_others(known):
    assert points("P5", "states that raised", known=known) == [claims.CONTEXT]


@pytest.mark.parametrize("known", [True, False])
def test_public_feeling_has_rows_on_both_sides(known):
    assert {claims.FOR, claims.AGAINST} <= set(points("P8", "", known=known))
