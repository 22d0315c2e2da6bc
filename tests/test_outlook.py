"""Forecasts are scored as Brier did, on the questions that all forecasters share."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import claims, evidence, outlook, tables

QUESTIONS = tables.load("prediction_questions")
WORDS = tables.load("probability_words")


def made(**forecasts):
    """Forecasts by forecaster: a dict from question to percent each."""
    return pd.DataFrame(
        [
            {"forecaster": name, "question": question, "percent": percent}
            for name, said in forecasts.items()
            for question, percent in said.items()
        ]
    )


def came(**outcomes):
    return pd.DataFrame({"question": list(outcomes), "happened": outcomes.values()})


@given(st.integers(0, 100))
def test_half_is_the_only_forecast_that_costs_the_same(percent):
    yes, no = outlook.brier(percent, 1), outlook.brier(percent, 0)
    assert 0 <= min(yes, no) <= 0.25 <= max(yes, no) <= 1
    assert math.isclose(yes, no, abs_tol=1e-12) == (percent == 50)


@pytest.mark.parametrize("percent", [-1, 101, 150])
def test_a_probability_beyond_its_limits_is_named(percent):
    with pytest.raises(ValueError, match=str(percent)):
        outlook.brier(percent, 1)


def test_open_questions_are_left_out():
    table = outlook.scores(made(a={"x": 100, "y": 0}), came(x=1, y=math.nan))
    assert table.to_dict("records") == [{"forecaster": "a", "questions": 1, "brier": 0}]


def test_forecasters_are_compared_on_what_all_of_them_answered():
    forecasts = made(a={"x": 100}, b={"x": 50, "y": 50})
    table = outlook.scores(forecasts, came(x=1, y=1))
    assert table["questions"].tolist() == [1, 1]
    assert table["forecaster"].tolist() == ["a", "b"]


def test_without_a_common_question_nobody_is_scored():
    table = outlook.scores(made(a={"x": 100}, b={"y": 50}), came(x=1, y=1))
    assert table.empty


def test_each_question_is_left_out_once():
    forecasts = made(a={"x": 80, "y": 90}, b={"x": 50, "y": 50})
    table = outlook.leave_one_out(forecasts, came(x=1, y=0))
    assert table["left_out"].tolist() == ["x", "y"]
    assert table["a"].round(2).tolist() == [0.81, 0.04]
    assert table["b"].tolist() == [0.25, 0.25]


def test_every_prediction_of_the_ledger_has_a_reading_of_its_word():
    predictions = claims.ledger().query("kind == 'prediction'")
    table = outlook.word_forecasts(predictions, WORDS)
    assert table["question"].tolist() == predictions["claim_id"].tolist()
    assert table["percent"].between(0, 100).all()


def test_a_word_without_a_number_is_named():
    odd = pd.DataFrame({"claim_id": ["F1"], "strength": ["perhaps"]})
    with pytest.raises(KeyError, match="perhaps"):
        outlook.word_forecasts(odd, WORDS)


def test_each_prediction_has_a_question_with_a_last_day():
    predictions = claims.ledger().query("kind == 'prediction'")["claim_id"]
    assert set(QUESTIONS["claim_id"]) == set(predictions)
    assert QUESTIONS["closes"].str.fullmatch(r"\d{4}-12-31").all()


class TestDocuments:
    EVENTS = pd.DataFrame(
        {
            "event": ["EV1"],
            "date": ["2021-05"],
            "actors": ["CHN;TJK"],
            "what_happened": ["A site is approved"],
            "reliability": ["A"],
            "contested_by": ["both deny it"],
            "source": ["a parliament"],
            "url": ["https://example.org"],
        }
    )
    LISTED = pd.DataFrame(
        {
            "number": ["D1", "D2"],
            "shows": ["a site", "a site"],
            "event": ["EV1", None],
            "date": [None, "2023"],
            "states": [None, "TJK"],
            "what": [None, "Another site"],
            "reliability": [None, "B"],
            "contested_by": [None, None],
            "source": [None, "a paper"],
            "url": [None, "https://example.org/2"],
        }
    )

    def test_an_event_lends_its_date_and_grade(self):
        found = outlook.documents(
            self.LISTED, self.EVENTS, shows="a site", first=2021, last=2022
        )
        assert found["what"].tolist() == ["A site is approved"]
        assert found["reliability"].tolist() == ["A"]

    def test_years_are_inclusive(self):
        found = outlook.documents(
            self.LISTED, self.EVENTS, shows="a site", first=2021, last=2023
        )
        assert found["date"].tolist() == ["2021-05", "2023"]

    def test_a_lost_event_is_named(self):
        with pytest.raises(KeyError, match="EV1"):
            outlook.documents(
                self.LISTED, self.EVENTS.iloc[:0], shows="a site", first=1, last=2
            )

    def test_an_unknown_kind_lists_those_that_are(self):
        with pytest.raises(KeyError, match="a site"):
            outlook.documents(self.LISTED, self.EVENTS, shows="a base", first=1, last=2)


def test_the_real_bulletin_costs_what_its_words_cost_by_hand():
    outcomes = claims.outcomes(evidence.resolutions())
    predictions = claims.ledger().query("kind == 'prediction'")
    score = outlook.scores(outlook.word_forecasts(predictions, WORDS), outcomes)
    by_hand = (5 * 0.07**2 + 0.93**2 + 0.59**2 + 0.41**2) / 8
    assert math.isclose(score["brier"].item(), by_hand)
