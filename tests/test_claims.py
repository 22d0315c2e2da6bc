"""The verdict rule, on hand-made rows; and the course's readings against it."""

import dataclasses
import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import charts, claims, evidence


def rows(*values, claim_id="E4", **changes):
    """Evidence with one basis a value."""
    frame = claims.frame(
        claims.Evidence(
            claim_id=claim_id,
            quantity="a share",
            basis=f"basis {place}",
            period="2019",
            value=value,
            unit="percent",
            reliability="A",
            known_in_2020=True,
            source="by hand",
        )
        for place, value in enumerate(values)
    )
    return frame.assign(**changes)


@pytest.mark.parametrize(
    ("claim_id", "value", "expected"),
    [
        ("E4", 38, "supported"),  # about 38: within 3.8, within 9.5
        ("E4", 41.8, "supported"),
        ("E4", 41.9, "partly"),
        ("E4", 28.5, "partly"),
        ("E4", 28.4, "contradicted"),
        ("E6", -1.65, "supported"),  # about -1.5: a tenth is 0.15
        ("E6", 1.5, "contradicted"),
        ("E1", 0.99, "supported"),  # under 1
        ("E1", 1.0, "partly"),
        ("E1", 1.1, "partly"),
        ("E1", 1.11, "contradicted"),
        ("S8", 1001, "supported"),  # over 1000
        ("S8", 900, "partly"),
        ("S8", 899, "contradicted"),
        ("P1", 13, "supported"),  # exactly 13
        ("P1", 12, "partly"),
        ("P1", 15, "contradicted"),
        ("E4", float("nan"), "cannot tell"),
    ],
)
def test_the_rule(claim_id, value, expected):
    assert claims.verdict(claim_id, value) == expected


def test_half_of_the_last_printed_digit():
    assert [claims.rule._half_digit(value) for value in (22, 1.5, -53)] == [
        0.5,
        0.05,
        0.5,
    ]


@given(st.floats(min_value=-100, max_value=100), st.sampled_from(["E4", "E1", "S8"]))
def test_a_wider_tolerance_is_never_stricter(value, claim_id):
    order = {"supported": 0, "partly": 1, "contradicted": 2}
    verdicts = [
        order[claims.verdict(claim_id, value, tolerance=percent)]
        for percent in (5, 10, 20)
    ]
    assert verdicts == sorted(verdicts, reverse=True)


def test_another_claim_than_the_ledgers_can_be_weighed():
    other = claims.Claim(
        claim_id="X1",
        kind="figure",
        paragraph=1,
        statement="Half",
        comparator="about",
        claimed_value=50.0,
        unit="percent",
        period="2020",
        period_basis="stated",
    )
    assert claims.verdict(other, 52) == claims.SUPPORTED
    assert claims.verdict(other, 70) == claims.CONTRADICTED


@given(st.floats(min_value=-100, max_value=100))
def test_nearer_to_the_claim_is_never_worse(value):
    order = {"supported": 0, "partly": 1, "contradicted": 2}
    nearer = 38 + (value - 38) / 2
    assert order[claims.verdict("E4", nearer)] <= order[claims.verdict("E4", value)]


def test_a_judgement_has_no_rule():
    with pytest.raises(ValueError, match="judge"):
        claims.verdict("E13", 1.0)
    with pytest.raises(ValueError, match="judge"):
        claims.weigh(rows(1, claim_id="E13", points=claims.FOR))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((38, 40), "supported"),
        ((38, 20), claims.DEPENDS),
        ((38, 30), claims.DEPENDS),
        ((20, 60), "contradicted"),
        ((38, float("nan")), "supported"),
        ((float("nan"),), "cannot tell"),
    ],
)
def test_several_bases(values, expected):
    assert claims.weigh(rows(*values)).now == expected


def test_each_clock_takes_the_newest_row_that_it_may_see():
    old = rows(38)
    new = rows(60, period="2023", known_in_2020=False)
    weighing = claims.weigh(pd.concat([new, old]))
    assert (weighing.as_of_2020, weighing.now) == ("supported", "contradicted")


def test_a_later_row_replaces_what_was_known_in_2020_on_the_same_period():
    revised = rows(60, known_in_2020=False)
    weighing = claims.weigh(pd.concat([rows(38), revised]))
    assert (weighing.as_of_2020, weighing.now) == ("supported", "contradicted")


def test_several_rows_on_one_basis_give_a_range():
    both = rows(38, 30, basis="one basis")
    weighing = claims.weigh(both)
    assert weighing.now == claims.DEPENDS
    assert weighing.table.iloc[0][["lowest", "highest"]].tolist() == [30, 38]


def test_what_each_clock_sees_holds_no_verdict():
    seen = claims.seen(pd.concat([rows(38), rows(22, claim_id="E3")]))
    assert seen["claim_id"].tolist() == ["E3", "E3", "E4", "E4"]
    assert "verdict" not in seen


def test_a_recalled_row_is_never_weighed():
    assert claims.weigh(rows(38, reliability="R")).now == "cannot tell"


def test_rows_of_context_are_shown_but_never_weighed():
    context = rows(20, points=claims.CONTEXT)
    assert claims.weigh(context).now == "cannot tell"
    assert claims.weigh(pd.concat([rows(38), context])).now == "supported"
    assert claims.indicators(context)["points"].tolist() == ["context"] * 2


def test_two_quantities_on_one_basis_do_not_replace_each_other():
    other = rows(7, quantity="another share", period="2023")
    assert set(claims.indicators(pd.concat([rows(38), other]))["value"]) == {38, 7}


def test_an_event_is_weighed_for_its_year_and_for_itself():
    year = rows(2014, claim_id="E16", unit="year")
    document = rows(1, claim_id="E16", quantity="documents", points=claims.FOR)
    weighing = claims.weigh(pd.concat([year, document]))
    assert weighing.now == "partly"
    assert weighing.occurred == {"as_of_2020": "supported", "now": "supported"}
    assert "Did it occur, now: supported." in repr(weighing)


def test_nothing_known_in_2020():
    weighing = claims.weigh(rows(38, known_in_2020=False))
    assert (weighing.as_of_2020, weighing.now) == ("cannot tell", "supported")


def test_one_claim_at_a_time():
    with pytest.raises(ValueError, match="one claim"):
        claims.weigh(pd.concat([rows(38), rows(22, claim_id="E3")]))


def test_no_rows_at_all_is_an_error_in_words():
    with pytest.raises(ValueError, match="one claim"):
        claims.weigh(rows())


def test_an_unknown_claim_lists_its_section():
    with pytest.raises(KeyError, match="E17"):
        claims.claim("E99")


def test_a_weighing_reads_as_a_table_and_a_sentence():
    weighing = claims.weigh(rows(38))
    assert "Now: supported." in repr(weighing)
    assert "<table" in weighing._repr_html_()


LEDGER = claims.ledger()["claim_id"]
BY_RULE = [name for name in LEDGER if claims.claim(name).kind in ("figure", "event")]


@pytest.mark.parametrize("claim_id", BY_RULE)
def test_the_reading_of_a_figure_is_what_the_rule_says(claim_id):
    weighing = claims.weigh(evidence.rows(claim_id))
    (reading,) = claims.reading(claim_id)
    assert (reading.as_of_2020, reading.now) == (weighing.as_of_2020, weighing.now)


@pytest.mark.parametrize("claim_id", LEDGER)
def test_a_reading_is_one_of_the_verdicts_that_the_claim_can_get(claim_id):
    (reading,) = claims.reading(claim_id)
    possible = {*claims.options(claim_id), claims.DEPENDS}
    assert {reading.as_of_2020, reading.now} <= possible


def test_without_a_row_to_weigh_the_page_says_so():
    weighing = claims.weigh(evidence.rows("E7"))
    for page in (repr(weighing), weighing._repr_html_()):
        assert "nothing to weigh" in page
        assert "Empty" not in page


def test_readings_begin_with_a_line_that_gives_nothing_away():
    first, *rest = repr(claims.reading("E1", "E3")).split("\n")
    assert not any(verdict in first for verdict in claims.VERDICTS)
    assert [line[:2] for line in rest] == ["E1", "E3"]


def test_a_missing_reading_lists_those_there_are():
    with pytest.raises(KeyError, match="E3"):
        claims.reading("E99")


def test_a_claim_without_a_usable_row_says_so():
    weighing = claims.weigh(rows(38, points=claims.CONTEXT))
    assert weighing.now == claims.CANNOT_TELL
    for shown in (repr(weighing), weighing._repr_html_()):
        assert claims.NOTHING_WEIGHED in shown
        assert "Empty" not in shown


def test_a_rule_and_a_tolerance_that_are_none_are_refused():
    with pytest.raises(ValueError, match=r"called 'arround'\. There are: about"):
        claims.verdict("E3", 22, comparator="arround")
    for tolerance in (-10, math.nan, math.inf):
        with pytest.raises(ValueError, match="from 0 up"):
            claims.verdict("E3", 22, tolerance=tolerance)


def test_no_rows_are_no_claim():
    with pytest.raises(ValueError, match="belong to: none"):
        claims.weigh(evidence.rows("E3").iloc[:0])


@pytest.mark.parametrize(
    ("claimed", "half"), [(22, 0.5), (1.5, 0.05), (1e6, 0.5), (1e-5, 5e-6), (0, 0.5)]
)
def test_half_the_last_printed_digit(claimed, half):
    stated = dataclasses.replace(claims.claim("E3"), claimed_value=claimed)
    assert claims.limits(stated, comparator="about", tolerance=0)[0].high == (
        pytest.approx(claimed + half)
    )


def test_a_figure_of_two_claims_is_refused():
    with pytest.raises(ValueError, match="belong to: E1, E3"):
        charts.bases(evidence.rows("E1", "E3"))
