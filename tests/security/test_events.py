"""Events in order, and the years that a source covers."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import security, tables

EVENTS = tables.load("events")
YEARS = st.sets(st.integers(1992, 2025), min_size=1)


def one(**changes):
    """One made-up event."""
    row = {
        "event": "EV1",
        "date": "2010-07",
        "date_end": None,
        "year": 2010,
        "kind": "exercise",
        "format": None,
        "actors": "CHN;TJK",
        "what_happened": "An exercise",
        "reliability": "A",
        "contested_by": None,
        "source": "A ministry",
        "url": None,
    }
    return pd.DataFrame([row | changes])


class TestChronology:
    def test_a_month_lasts_to_its_end(self):
        row = security.chronology(one()).iloc[0]
        assert row["start"] == pytest.approx(2010 + 181 / 365)
        assert row["end"] == pytest.approx(2010 + 212 / 365)

    def test_all_named_actors_must_take_part(self):
        events = pd.concat([one(), one(actors="RUS;TJK")])
        assert len(security.chronology(events, actors=["TJK"])) == 2
        assert len(security.chronology(events, actors=["TJK", "CHN"])) == 1

    def test_years_bound_the_first_day(self):
        assert security.chronology(one(), first=2011).empty
        assert len(security.chronology(one(), first=2010, last=2010)) == 1

    def test_the_sign_says_that_a_row_is_contested(self):
        row = security.chronology(one(reliability="B", contested_by="a ministry"))
        assert row["reliability"].item() == "◇ B, contested"
        assert security.chronology(one())["contested_by"].item() == ""

    def test_a_recalled_row_is_refused(self):
        with pytest.raises(ValueError, match="Confirm the row"):
            security.chronology(one(reliability="R"))

    @pytest.mark.parametrize("wrong", [{"actors": ["FRA"]}, {"kinds": ["war"]}])
    def test_an_unknown_choice_lists_those_there_are(self, wrong):
        with pytest.raises(KeyError, match="There are: "):
            security.chronology(one(), **wrong)

    def test_the_organisation_was_founded_in_shanghai_in_2001(self):
        found = security.chronology(EVENTS, formats=["SCO"], first=2001, last=2001)
        assert "SCO founded" in found["what_happened"].tolist()


class TestSpans:
    def test_a_missing_value_is_a_gap(self):
        table = pd.DataFrame(
            {"code": "X", "year": [2000, 2001, 2002], "votes": [1.0, None, 2.0]}
        )
        found = security.spans(table, by="code", value="votes")
        assert found["has_data"].tolist() == [True, False, True]
        assert found["years"].tolist() == [1, 1, 1]

    def test_years_around_the_table_are_gaps(self):
        table = pd.DataFrame({"code": "X", "year": [2000], "votes": [1.0]})
        found = security.spans(table, by="code", value="votes", first=1999, last=2002)
        assert found[["first_year", "last_year"]].values.tolist() == [
            [1999, 1999],
            [2000, 2000],
            [2001, 2002],
        ]

    def test_two_rows_of_a_year_are_refused(self):
        table = pd.DataFrame({"code": "X", "year": [2000, 2000], "votes": 1.0})
        with pytest.raises(ValueError, match="choose one first"):
            security.spans(table, by="code", value="votes")

    @given(years=YEARS)
    def test_runs_fill_all_years_and_alternate(self, years):
        table = pd.DataFrame({"code": "X", "year": sorted(years), "votes": 1.0})
        found = security.spans(table, by="code", value="votes")
        assert found["years"].sum() == max(years) - min(years) + 1
        assert found.loc[found["has_data"], "years"].sum() == len(years)
        assert (found["has_data"].diff().dropna() != 0).all()
