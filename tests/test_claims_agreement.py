"""Agreement between two coders, against a published example and its own limits."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import claims

coded = st.lists(
    st.tuples(st.sampled_from(claims.CODES), st.sampled_from(claims.CODES)),
    min_size=1,
    max_size=20,
)


def agreement(mine, ours):
    """The one row of the result, as a dictionary."""
    (row,) = claims.agreement(mine, ours).to_dict("records")
    return row


def test_a_worked_example():
    # Two readers of 50 items: 20 and 15 equal, so p = 0.7, e = 0.5, kappa = 0.4.
    pairs = (
        [("event", "event")] * 20
        + [("event", "figure")] * 5
        + [("figure", "event")] * 10
        + [("figure", "figure")] * 15
    )
    mine, ours = (dict(enumerate(codes)) for codes in zip(*pairs, strict=True))
    row = agreement(mine, ours)
    assert (row["compared"], row["agreed"]) == (50, 35)
    assert row["agreement_percent"] == pytest.approx(70)
    assert row["kappa"] == pytest.approx(0.4)


def test_one_code_for_everything_is_agreement_by_chance():
    ours = {1: "event", 2: "figure", 3: "judgement", 4: "judgement"}
    row = agreement(dict.fromkeys(ours, "judgement"), ours)
    assert row["agreement_percent"] == 50
    assert row["kappa"] == 0


def test_undecided_and_missing_sentences_are_left_out():
    mine = {1: "event", 2: claims.UNDECIDED, 3: None, 5: "figure"}
    ours = {1: "event", 2: "figure", 3: "figure", 4: "figure", 5: "event"}
    assert agreement(mine, ours)["compared"] == 2


def test_nothing_decided_is_not_zero():
    row = agreement({1: claims.UNDECIDED}, {1: "event"})
    assert row["compared"] == 0
    assert math.isnan(row["agreement_percent"])
    assert math.isnan(row["kappa"])


def test_kappa_is_missing_when_both_coders_know_one_code():
    row = agreement({1: "event", 2: "event"}, {1: "event", 2: "event"})
    assert row["agreement_percent"] == 100
    assert math.isnan(row["kappa"])


def test_a_column_of_a_table_will_do():
    ours = pd.Series(["event", "figure"], index=pd.Index([1, 2], dtype="Int64"))
    assert agreement({1: " Event", 2: "Figure "}, ours)["agreed"] == 2


def test_an_unknown_code_is_named_with_its_sentence():
    with pytest.raises(ValueError, match=r"Sentence 3: .*'judgment'.*judgement"):
        claims.agreement({3: "judgment"}, {3: "judgement"})


@given(coded)
def test_both_coders_count_alike_and_nobody_beats_perfect(pairs):
    mine, ours = (dict(enumerate(codes)) for codes in zip(*pairs, strict=True))
    row, back = agreement(mine, ours), agreement(ours, mine)
    assert row["agreed"] == back["agreed"]
    assert row["kappa"] == pytest.approx(back["kappa"], nan_ok=True)
    assert math.isnan(row["kappa"]) or row["kappa"] <= 1 + 1e-9
