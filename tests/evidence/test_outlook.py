"""Predictions resolve by rules, and stay open where nobody can tell."""

import pandas as pd
import pytest

from helpers import claims, evidence, outlook, tables
from helpers.evidence import outlook as predictions
from helpers.evidence import points

QUESTIONS = tables.load("prediction_questions").set_index("claim_id", drop=False)


def resolved(claim_id, *, points=None, closes=None):
    """One prediction, with made-up indicators or another last day."""
    question = QUESTIONS.loc[[claim_id]]
    if closes:
        question = question.assign(closes=closes)
    rows = evidence.rows(claim_id)
    if points is not None:
        rows = pd.concat([rows.iloc[[0]]] * len(points), ignore_index=True)
        quantity = [f"row {place}" for place in range(len(points))]
        rows = rows.assign(points=points, quantity=quantity, known_in_2020=False)
    return claims.resolve(rows, question)[0]


@pytest.mark.parametrize(
    ("points", "outcome"),
    [
        (["for", "for", "against"], claims.HAPPENED),
        (["for", "against", "against"], claims.DID_NOT),
        (["for", "against"], claims.NOT_YET),
        (["context", "context"], claims.NOT_YET),
        (["for", "context", "context"], claims.HAPPENED),
    ],
)
def test_the_rule_counts_what_points(points, outcome):
    assert resolved("F3", points=points).outcome == outcome


def test_five_years_do_not_resolve_the_long_run():
    one = resolved("F7", points=["for", "for"])
    assert one.outcome == claims.NOT_YET
    assert resolved("F7", points=["for"], closes="2025-12-31").outcome != one.outcome


def test_silence_resolves_nothing_where_speech_is_rare():
    assert set(evidence.rows("F4")["points"]) == {claims.CONTEXT}
    assert resolved("F4").outcome == claims.NOT_YET


@pytest.mark.parametrize(("named", "points"), [(2, "for"), (1, "against")])
def test_most_summits_have_to_name_the_belt_and_road(monkeypatch, named, points):
    found = predictions._documents("names the Belt and Road", 2021, 2025)
    monkeypatch.setattr(predictions, "_documents", lambda *_: found.head(named))
    (row,) = predictions._f1()
    assert (row.value, row.points) == (named, points)


def test_to_stay_as_involved_is_not_to_weaken():
    assert [points.held(value) for value in (1, 0, -1)] == [
        claims.FOR,
        claims.FOR,
        claims.AGAINST,
    ]


def test_only_a_treaty_assigns_land(monkeypatch):
    steps = pd.DataFrame({"date": ["2023", "2024"], "step": ["demarcation", "talks"]})
    monkeypatch.setattr(predictions.security, "border_steps", lambda *_: steps)
    (row,) = predictions._f9()
    assert (row.value, row.points) == (0, claims.AGAINST)


@pytest.mark.parametrize(
    ("claim_id", "shows"),
    [
        ("F5", "Chinese-paid site in Tajikistan"),
        ("F8", "defence agreement with Russia"),
    ],
)
def test_no_change_expects_what_happened_in_the_five_years_before(claim_id, shows):
    listed, events = tables.load("prediction_documents"), tables.load("events")
    before = outlook.documents(listed, events, shows=shows, first=2016, last=2020)
    assert QUESTIONS.loc[claim_id, "no_change"] == (len(before) > 0)


def test_a_treaty_would_be_public():
    assert evidence.rows("F9")["points"].tolist() == [claims.AGAINST]


def test_what_came_after_the_last_day_is_context():
    rows = evidence.rows("F5")
    late = rows[rows["period"].str.startswith("2026")]
    assert late["points"].tolist() == [claims.CONTEXT]


def test_more_exercises_would_turn_the_outcome():
    rows = evidence.rows("F6")
    change = rows.loc[rows["points"] != claims.CONTEXT, "value"].item()
    assert (change > 0) == (resolved("F6").outcome == claims.HAPPENED)


def test_an_outcome_is_one_nought_or_missing():
    table = claims.outcomes(evidence.resolutions())
    said = table.groupby("outcome")["happened"].unique()
    assert said[claims.HAPPENED].tolist() == [1.0]
    assert said[claims.DID_NOT].tolist() == [0.0]
    assert pd.isna(said[claims.NOT_YET]).all()


def test_a_claim_without_a_question_is_named():
    with pytest.raises(KeyError, match=r"E1.*F10"):
        evidence.resolutions("E1")


def test_a_resolution_shows_its_question_and_outcome():
    one = resolved("F5")
    for text in (repr(one), one._repr_html_()):
        assert one.question in text
        assert one.outcome in text


def test_no_row_gives_a_word_and_not_an_empty_table():
    one = claims.resolve(evidence.rows("F5").iloc[:0], QUESTIONS.loc[["F5"]])[0]
    assert claims.NOTHING_FOUND in repr(one)
    assert claims.NOTHING_FOUND in one._repr_html_()
