"""Polls and their least error, windows, order of events, permits, staff."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import diplomacy, tables

SURVEYS = tables.load("opinion_surveys")
COUNTS = tables.load("protest_counts")
PERMITS = tables.load("work_permits")
STAFF = tables.load("local_staff")
SHARES, PEOPLE = st.floats(0, 100), st.integers(1, 100_000)


def poll(**changes):
    """One made-up answer of one poll."""
    row = {
        "pollster": "House",
        "indicator": "favourable",
        "question": "favourable view",
        "tone": "friendly",
        "area": "KGZ",
        "target": "CHN",
        "year_from": 2018,
        "year_to": 2018,
        "value_percent": 50.0,
        "sample_n": 1000,
        "mode": "telephone",
        "reliability": "A",
    }
    return pd.DataFrame([row | changes])


def again(**changes):
    """The same poll a year later, with changes."""
    return pd.concat([poll(), poll(year_from=2019, year_to=2019, **changes)])


class TestMarginOfError:
    def test_by_hand(self):
        margin = diplomacy.margin_of_error(share_percent=50, n=100)
        assert margin == pytest.approx(9.8)

    @given(SHARES, PEOPLE)
    def test_four_times_the_people_halve_it(self, share, n):
        one, four = (
            diplomacy.margin_of_error(share_percent=share, n=k * n) for k in (1, 4)
        )
        assert four == pytest.approx(one / 2)

    @given(SHARES, PEOPLE)
    def test_yes_and_no_have_the_same_and_half_has_the_most(self, share, n):
        yes, no, half = (
            diplomacy.margin_of_error(share_percent=percent, n=n)
            for percent in (share, 100 - share, 50)
        )
        assert yes == pytest.approx(no, abs=1e-6)
        assert yes <= half + 1e-9

    def test_the_pollsters_own_margin_is_met(self):
        margin = diplomacy.margin_of_error(share_percent=50, n=1483)
        assert round(margin, 1) == 2.5  # as the poll of 2019 prints it

    def test_what_cannot_be_is_refused(self):
        with pytest.raises(ValueError, match="between 0 and 100"):
            diplomacy.margin_of_error(share_percent=139, n=1000)
        with pytest.raises(ValueError, match="larger than 0"):
            diplomacy.margin_of_error(share_percent=39, n=0)

    def test_without_a_sample_there_is_no_margin(self):
        rows = diplomacy.with_margins(SURVEYS)
        assert (rows["margin_points"].isna() == rows["sample_n"].isna()).all()


class TestRepeatedQuestions:
    def test_by_hand(self):
        (row,) = diplomacy.repeated_questions(again(value_percent=40.0)).itertuples()
        assert (row.year_before, row.year_after, row.change_points) == (
            2018,
            2019,
            -10.0,
        )
        both = math.sqrt(0.25 / 1000 + 0.24 / 1000)
        assert row.margin_points == pytest.approx(196 * both)
        assert not row.mode_changed

    @pytest.mark.parametrize(
        "other",
        [
            {"pollster": "Another house"},
            {"indicator": "relations_good", "question": "relations are good"},
            {"area": "KAZ"},
            {"target": "RUS"},
        ],
    )
    def test_only_the_same_house_question_and_place_make_a_pair(self, other):
        rows = pd.concat([again(), again(**other)]).drop_duplicates(
            ["pollster", "indicator", "area", "target", "year_to"]
        )
        assert len(diplomacy.repeated_questions(rows)) == 1

    def test_an_average_of_several_years_is_no_point_in_time(self):
        rows = pd.concat([again(), poll(year_from=2010, year_to=2022)])
        (row,) = diplomacy.repeated_questions(rows).itertuples()
        assert row.year_after == 2019

    def test_a_mode_that_is_not_stated_is_not_the_same(self):
        row = diplomacy.repeated_questions(again(mode=None)).iloc[0]
        assert pd.isna(row["mode_changed"])

    def test_the_weaker_report_counts(self):
        row = diplomacy.repeated_questions(again(reliability="B")).iloc[0]
        assert row["reliability"] == "B"

    def test_the_barometer_changed_its_mode(self):
        pairs = diplomacy.repeated_questions(SURVEYS)
        mine = tables.select(pairs, pollster="Central Asia Barometer")
        changed = mine.set_index("area")["mode_changed"]
        assert changed[["KAZ", "KGZ"]].all()
        assert changed.isna()["UZB"]  # its page does not say how this was asked
        assert set(mine["reliability"]) == {"B"}


class TestListExperiment:
    def test_by_hand(self):
        share = diplomacy.list_experiment_share(mean_short_list=2.0, mean_long_list=2.5)
        assert share == 50

    def test_a_share_lies_between_none_and_all(self):
        with pytest.raises(ValueError, match="right order"):
            diplomacy.list_experiment_share(mean_short_list=2.5, mean_long_list=2.0)

    @given(st.lists(st.tuples(st.integers(0, 4), st.booleans()), min_size=1))
    def test_it_finds_the_share_that_was_put_in(self, people):
        short = sum(harmless for harmless, _ in people) / len(people)
        hidden = sum(sensitive for _, sensitive in people) / len(people)
        share = diplomacy.list_experiment_share(
            mean_short_list=short, mean_long_list=short + hidden
        )
        assert share == pytest.approx(100 * hidden, abs=1e-6)


class TestProtestWindows:
    def test_a_window_lasts_to_the_end_of_its_last_month(self):
        rows = diplomacy.protest_windows(COUNTS, about="everything")
        row = rows[rows["period_start"] == "2021-01"].iloc[0]
        assert (row["months"], row["protests"]) == (6, 954)

    def test_there_is_no_rate(self):
        columns = diplomacy.protest_windows(COUNTS).columns
        assert not [name for name in columns if "per_" in name or "rate" in name]

    def test_states_add_up_to_the_trackers_total(self):
        rows = COUNTS[(COUNTS["indicator"] == "all_protests")]
        rows = tables.select(rows, period_start="2018-01").set_index("area")["protests"]
        assert rows[tables.the_five()].sum() == rows["CA5"]

    def test_an_unknown_subject_lists_those_there_are(self):
        with pytest.raises(KeyError, match="China, everything"):
            diplomacy.protest_windows(COUNTS, about="Russia")


class TestOrder:
    def cases(self):
        return pd.DataFrame(
            {
                "state": ["CHN", "CHN", "KGZ", "KGZ"],
                "month": ["2019-12", "2020-01", "2020-02", "2020-03"],
                "cases": [5, 9, 0, 3],
            }
        )

    def test_a_month_without_cases_is_not_the_first(self):
        firsts = diplomacy.first_cases(self.cases()).set_index("state")["month"]
        assert firsts.to_dict() == {"CHN": "2019-12", "KGZ": "2020-03"}

    def test_a_state_that_reported_none_has_no_row(self):
        firsts = diplomacy.first_cases(tables.load("covid_by_month"))
        assert "TKM" not in set(firsts["state"])

    def test_before_between_and_after(self):
        order = diplomacy.order_of_events(
            tables.load("events"),
            tables.load("protest_labels"),
            tables.load("covid_by_month"),
        )
        when = order.set_index("event")["when"]
        assert when["EV118"] == diplomacy.BEFORE  # September 2019
        for number in (476, 477, 121):  # At-Bashy, January and February 2020
            assert when[f"EV{number}"] == diplomacy.BETWEEN
        assert when["EV123"] == diplomacy.AFTER  # March 2021
        assert when[order.set_index("event")["kind"] == "first cases"].isna().all()


class TestPermits:
    def test_measures_are_not_mixed(self):
        for measure in PERMITS["measure"].unique():
            rows = diplomacy.permit_shares(PERMITS, measure=measure)
            assert set(rows["measure"]) == {measure}

    def test_a_real_share(self):
        rows = diplomacy.permit_shares(PERMITS).set_index(["state", "as_of"])
        assert rows.loc[("KGZ", "2019"), "share_percent"] == pytest.approx(
            100 * 8900 / 12400
        )

    def test_an_unknown_measure_lists_those_there_are(self):
        with pytest.raises(KeyError, match="in force at a date"):
            diplomacy.permit_shares(PERMITS, measure="workers")


class TestLocalShares:
    def test_counts_become_a_share(self):
        rows = diplomacy.local_shares(STAFF).set_index("what")["local_percent"]
        computed = STAFF[STAFF["chinese"].notna()]
        assert set(computed["counted"]) == {"not from China"}
        assert rows["Emir Oil"] == pytest.approx(100 * 346 / 352)
        assert rows["Tajik-Chinese Mining Company"] == pytest.approx(200 / 3)

    def test_a_row_without_figures_is_refused(self):
        unknown = STAFF["chinese"].where(STAFF["chinese"].isna())
        empty = STAFF.assign(stated_percent=math.nan, chinese=unknown)
        with pytest.raises(ValueError, match="both counts"):
            diplomacy.local_shares(empty)


def test_what_is_only_recalled_is_not_shipped():
    for name in ("opinion_surveys", "protest_counts", "work_permits", "local_staff"):
        text = (tables.DATA / "tables" / f"{name}.csv").read_text(encoding="utf-8")
        assert "recalled" not in text
