"""Violence by period, promises, members and responses: by hand, and real figures."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import security, tables

COUNTS = tables.load("political_violence")
SOURCES = tables.load("violence_sources")
PACTS = tables.load("pacts")
MEMBERSHIPS = tables.load("memberships")
EVENTS = tables.load("events")
UCDP = {"source": "UCDP", "measure": "deaths"}


def promise(**changes):
    """One made-up row of pacts."""
    row = {"state": "KGZ", "partner": "RUS", "year": 2000}
    row |= dict.fromkeys(security.order.OBLIGATIONS, False)
    return pd.DataFrame([row | changes])


class TestViolencePerYear:
    def test_years_without_a_row_are_years_too(self):
        # RAND, Kyrgyzstan 2005 to 2009: 2 in 2005, 2 in 2007
        rates = security.violence_per_year(
            COUNTS,
            SOURCES,
            source="RAND from 1998",
            measure="attacks",
            first=2005,
            last=2009,
        )
        row = tables.select(rates, country="KGZ").iloc[0]
        assert (row["total"], row["years"], row["per_year"]) == (4, 5, 0.8)

    def test_china_before_and_after_2014(self):
        # UCDP: 12 in 2005, 87 in 2008, 189 in 2009; then 5 in 2015, 6 in 2017
        before, after = (
            security.violence_per_year(COUNTS, SOURCES, first=a, last=b, **UCDP)
            for a, b in ((2004, 2013), (2014, 2018))
        )
        assert tables.value(before, "per_year", country="CHN") == 28.8
        assert tables.value(after, "per_year", country="CHN") == 2.2

    def test_years_beyond_the_source_are_missing_and_not_zero(self):
        with pytest.raises(ValueError, match="1989 to 2018, not 2014 to 2020"):
            security.violence_per_year(COUNTS, SOURCES, first=2014, last=2020, **UCDP)

    def test_an_empty_period_is_refused(self):
        with pytest.raises(ValueError, match="swap the two"):
            security.violence_per_year(COUNTS, SOURCES, first=2014, last=2013, **UCDP)

    def test_an_unknown_measure_lists_those_there_are(self):
        with pytest.raises(KeyError, match="deaths"):
            security.violence_per_year(
                COUNTS, SOURCES, source="UCDP", measure="x", first=2000, last=2001
            )

    @given(cut=st.integers(1990, 2018))
    def test_two_periods_add_up_to_the_whole(self, cut):
        whole, old, new = (
            security.violence_per_year(COUNTS, SOURCES, first=a, last=b, **UCDP)
            for a, b in ((1989, 2018), (1989, cut - 1), (cut, 2018))
        )
        assert (old["total"] + new["total"]).tolist() == whole["total"].tolist()


def test_rates_and_numbers_rank_states_differently():
    rates = security.death_rates(COUNTS, first=2000, last=2009)
    china = tables.select(rates, country="CHN", year=2009).iloc[0]
    kyrgyz = tables.select(rates, country="KGZ", year=2000).iloc[0]
    assert china["deaths"] > kyrgyz["deaths"]
    assert china["per_million"] < kyrgyz["per_million"] / 100


class TestObligations:
    def test_a_pair_without_a_treaty_owes_nothing(self):
        rows = pd.concat([promise(), promise(state="TKM", partner="CHN")])
        owed = security.obligations(rows, year=2000, partners=["RUS"])
        assert owed["state"].tolist() == ["KGZ", "TKM"]
        assert not owed[list(security.order.OBLIGATIONS)].any().any()

    def test_no_state_owes_itself(self):
        owed = security.obligations(PACTS, year=2018, partners=["KGZ"])
        assert "KGZ" not in owed["state"].tolist()

    def test_who_owed_whom_in_2018(self):
        owed = security.obligations(PACTS, year=2018, partners=["CHN", "RUS"])
        defence = owed[owed["defence"]]
        assert set(defence["partner"]) == {"RUS"}
        assert sorted(defence["state"]) == ["KAZ", "KGZ", "TJK", "UZB"]
        china = owed[owed["partner"] == "CHN"]
        assert china["consultation"].all()

    def test_the_two_that_fought_owed_each_other_defence(self):
        owed = security.obligations(PACTS, year=2018, partners=["TJK"])
        row = tables.select(owed, state="KGZ").iloc[0]
        assert row["defence"]
        assert row["nonaggression"]

    def test_a_year_beyond_the_source_lists_those_there_are(self):
        with pytest.raises(KeyError, match="2018"):
            security.obligations(PACTS, year=2022, partners=["RUS"])


class TestObligationSpans:
    def test_a_break_makes_two_spans(self):
        rows = pd.concat(
            promise(year=year, defence=year != 2001) for year in range(2000, 2004)
        )
        spans = security.obligation_spans(rows, partners=["RUS"])
        assert spans[["first_year", "last_year", "lasts"]].values.tolist() == [
            [2000, 2000, False],
            [2002, 2003, True],
        ]

    def test_spans_fill_exactly_the_years_of_the_promise(self):
        spans = security.obligation_spans(PACTS, partners=["RUS"])
        years = (spans["last_year"] - spans["first_year"] + 1).sum()
        rows = PACTS[PACTS["partner"] == "RUS"]
        assert years == rows[list(security.order.OBLIGATIONS)].sum().sum()

    def test_uzbekistan_left_the_organisation_and_the_treaty_remained(self):
        spans = security.obligation_spans(PACTS, partners=["RUS"])
        row = tables.select(spans, state="UZB", obligation="defence").iloc[0]
        assert (row["first_year"], row["last_year"]) == (1992, 2018)
        for year in (2003, 2016):
            assert "UZB" not in security.members(
                MEMBERSHIPS, organisation="CSTO", year=year
            )


class TestMembers:
    def test_the_sco_grew_to_ten(self):
        sizes = [
            len(security.members(MEMBERSHIPS, organisation="SCO", year=year))
            for year in (2000, 2001, 2017, 2023, 2024)
        ]
        assert sizes == [0, 6, 8, 9, 10]

    def test_ten_is_what_the_events_say_too(self):
        row = tables.select(EVENTS, event="EV49").iloc[0]
        now = security.members(MEMBERSHIPS, organisation="SCO", year=2025)
        assert row["value"] == len(now)

    def test_turkmenistan_is_in_neither(self):
        assert "TKM" not in set(MEMBERSHIPS["state"])

    def test_an_unknown_organisation_lists_those_there_are(self):
        with pytest.raises(KeyError, match="CSTO, SCO"):
            security.members(MEMBERSHIPS, organisation="NATO", year=2000)


class TestNamedEvents:
    @pytest.mark.parametrize("name", ["format_milestones", "crisis_responses"])
    def test_a_missing_event_is_named(self, name):
        measure = {
            "format_milestones": lambda rows: security.milestones(EVENTS, rows),
            "crisis_responses": lambda rows: security.responses(rows, EVENTS),
        }[name]
        rows = tables.load(name)
        with pytest.raises(KeyError, match="EV0"):
            measure(rows.assign(event=["EV0", *rows["event"][1:]]))

    def test_every_milestone_is_drawn_in_order_of_time(self):
        labels = tables.load("format_milestones")
        found = security.milestones(EVENTS, labels)
        assert len(found) == len(labels)
        assert found["start"].is_monotonic_increasing

    def test_a_response_has_a_sign_unless_none_was_found(self):
        found = security.responses(tables.load("crisis_responses"), EVENTS)
        none = found["response"] == "none found"
        assert (found.loc[none, "reliability"] == "").all()
        assert found.loc[~none, "reliability"].isin(tables.SIGNS.values()).all()

    def test_a_response_is_of_the_year_of_its_crisis(self):
        crises = tables.load("crisis_responses").dropna(subset=["event"])
        years = crises.merge(EVENTS, on="event", validate="many_to_one")
        assert (years["year_x"] == years["year_y"]).all()
