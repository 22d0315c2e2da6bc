"""Charts of forecasts can be read, at every choice."""

import pandas as pd

from helpers import charts, claims, evidence, outlook, tables
from tests.figures import problems

QUESTIONS = tables.load("prediction_questions")


def scores(forecasts=None):
    plain = outlook.plain_forecasts(QUESTIONS)
    return charts.forecast_scores(
        plain if forecasts is None else forecasts,
        claims.outcomes(evidence.resolutions()),
        claims.ledger().query("kind == 'prediction'"),
        tables.load("probability_words"),
    )


def test_the_penalty_can_be_read_at_every_percent():
    live = charts.penalty()
    for percent in range(0, 101, 5):
        alt = live.update(percent=percent)
        assert problems(live.figure) == []
        assert alt.startswith(f"{percent} percent costs")


def test_scores_can_be_read_at_every_choice():
    live = scores()
    for will in range(50, 101, 10):
        for may in (1, 41, 99):
            alt = live.update(will=will, may=may)
            assert problems(live.figure) == []
            assert f"will = {will}, may = {may}" in alt


def test_a_learner_stands_among_the_others():
    asked = QUESTIONS["claim_id"]
    mine = pd.DataFrame({"forecaster": "you", "question": asked, "percent": 100.0})
    both = pd.concat([mine, outlook.plain_forecasts(QUESTIONS)])
    live = scores(both)
    alt = live.update(will=93, may=41)
    assert problems(live.figure) == []
    assert "you 0.250" in alt


def test_without_forecasts_in_common_it_says_so():
    lone = pd.DataFrame({"forecaster": ["a"], "question": ["X"], "percent": [50]})
    assert scores(lone).update(will=93, may=41).startswith("Nothing to score")
