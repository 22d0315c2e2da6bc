"""No event without source and reliability; nothing recalled; grades as agreed."""

import sys

import pandas as pd
import pytest

from helpers import tables

sys.path.insert(0, str(tables.DATA / "recipes"))
import events as recipe

sys.path.pop(0)

EVENTS = tables.load("events")


def row(**changes):
    """One row as the source writes it."""
    usual = {
        "event_id": "EV1",
        "certainty": "A",
        "source": "A ministry",
        "source_url": "https://example.org",
        "note": None,
        "contested_by": None,
    }
    return pd.DataFrame([usual | changes])


def test_every_event_has_a_source_and_a_reliability():
    assert EVENTS["source"].str.len().gt(2).all()
    assert EVENTS["reliability"].isin(["A", "B"]).all()


def test_a_row_graded_a_has_an_address():
    assert EVENTS.loc[EVENTS["reliability"] == "A", "url"].notna().all()


def test_nothing_is_only_recalled():
    assert not EVENTS["source"].str.contains("not checked").any()
    for column in ("source", "note", "contested_by"):
        assert not EVENTS[column].str.contains("recalled", na=False).any()


def test_a_date_is_as_long_as_it_is_known():
    lengths = EVENTS["precision"].map(recipe.LENGTHS)
    assert (EVENTS["date"].str.len() == lengths).all()
    assert (EVENTS["date"].str[:4].astype(int) == EVENTS["year"]).all()


@pytest.mark.parametrize(
    ("changes", "grade"),
    [
        ({}, "A"),
        ({"source_url": None}, "B"),
        ({"certainty": "B"}, "B"),
        ({"certainty": "C", "contested_by": "a ministry"}, "B"),
        ({"certainty": "R"}, "R"),
        ({"source": "recalled, not checked", "source_url": None}, "R"),
    ],
)
def test_a_grade_follows_address_and_source(changes, grade):
    assert recipe.graded(row(**changes))["reliability"].item() == grade


def test_a_contested_row_must_name_who_contests_it():
    with pytest.raises(ValueError, match="nobody is named"):
        recipe.graded(row(certainty="C"))
    noted = recipe.graded(row(certainty="C", note="a post; contested_by: a ministry"))
    assert noted["contested_by"].item() == "a ministry"
    assert noted["note"].item() == "a post"
