"""Positions, weights, protests before steps, explanations: by hand, and real ones."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import diplomacy, security, tables

POSITIONS = tables.load("xinjiang_positions")
TEXTS = tables.load("xinjiang_texts")
EVENTS = tables.load("events")
WEIGHTS = diplomacy.china_weight(
    *map(tables.load, ["trade_by_partner", "debt_flows", "gdp_and_public_debt"])
)
PROTESTS = security.chronology(EVENTS, kinds=["protest"])
FIVE = tables.the_five()
WINDOWS = {"before": (2005, 2009), "after": (2015, 2019)}


def text(**changes):
    """One made-up text."""
    usual = {"text": "a", "date": "2020", "body": "Council", "stance": "critical"}
    return pd.DataFrame([usual | changes])


def position(status, state="KAZ", how=None):
    return pd.DataFrame([{"text": "a", "state": state, "status": status, "how": how}])


class TestPositions:
    def test_every_text_has_five_positions(self):
        rows = diplomacy.positions_by_text(POSITIONS, TEXTS)
        assert len(rows) == len(TEXTS) * len(FIVE)
        assert (rows.groupby("text")["state"].nunique() == len(FIVE)).all()

    def test_those_who_were_no_members_could_not_vote(self):
        vote = diplomacy.positions_by_text(POSITIONS, TEXTS, stance="vote")
        said = vote.set_index("state")["position"]
        assert said[["KGZ", "TJK", "TKM"]].eq("could not vote").all()
        assert said[["KAZ", "UZB"]].eq("voted against").all()

    def test_a_text_without_a_list_is_not_checked_and_not_unsigned(self):
        unread = TEXTS.loc[~TEXTS["list_read"], "text"]
        status = POSITIONS.set_index("text").loc[unread, "status"]
        assert set(status) == {"not checked"}

    def test_a_text_with_a_list_is_checked(self):
        read = TEXTS.loc[TEXTS["list_read"], "text"]
        assert "not checked" not in set(POSITIONS.set_index("text").loc[read, "status"])

    def test_the_letter_of_2019_by_its_names(self):
        grid = diplomacy.position_grid(POSITIONS, TEXTS, stance="supporting", last=2019)
        letter = grid.iloc[0]
        assert [code for code in FIVE if letter[code] == "signed"] == [
            "TJK",
            "TKM",
            "UZB",
        ]

    def test_an_unknown_stance_lists_those_there_are(self):
        with pytest.raises(KeyError, match="critical, supporting, vote"):
            diplomacy.position_grid(POSITIONS, TEXTS, stance="neutral")

    @pytest.mark.parametrize(
        ("status", "counted"),
        [
            ("signed", [1, 1, 1, 1]),
            ("not signed", [1, 1, 1, 0]),
            ("voted", [1, 1, 1, 1]),
            ("could not vote", [1, 0, 0, 0]),
            ("not checked", [1, 1, 0, 0]),
        ],
    )
    def test_each_of_five_things_counts_differently(self, status, counted):
        row = diplomacy.position_counts(position(status), text()).iloc[0]
        columns = ["texts", "could_act", "checked", "acted"]
        assert row[columns].tolist() == counted

    @given(st.integers(2018, 2025))
    def test_no_more_acted_than_checked_than_could_act(self, last):
        if last < 2019:
            return
        counts = diplomacy.position_counts(POSITIONS, TEXTS, last=last)
        assert (counts["acted"] <= counts["checked"]).all()
        assert (counts["checked"] <= counts["could_act"]).all()
        assert (counts["could_act"] <= counts["texts"]).all()


class TestWeight:
    def test_trade_of_kyrgyzstan_recomputed_from_the_tables(self):
        trade = tables.load("trade_by_partner").query(
            "country == 'KGZ' and partner == 'CHN' and year == 2018 "
            "and reported_by == 'partner'"
        )["value_usd_mn"]
        gdp = tables.value(
            tables.load("gdp_and_public_debt"), "gdp_usd_bn", country="KGZ", year=2018
        )
        found = tables.value(WEIGHTS, "trade_percent_gdp", country="KGZ", year=2018)
        assert len(trade) == 2
        assert found == pytest.approx(trade.sum() / (10 * gdp))

    def test_the_state_that_depended_most_did_not_sign(self):
        of_2018 = WEIGHTS.query("year == 2018").set_index("country")
        for measure in diplomacy.positions.WEIGHTS:
            assert of_2018[measure].idxmax() == "KGZ"

    def test_missing_stays_missing(self):
        early = WEIGHTS.query("country == 'KAZ' and year == 2005")
        assert early["debt_share_percent"].isna().all()

    def test_a_text_that_nobody_signed_cannot_be_compared(self):
        with pytest.raises(ValueError, match="only not signed"):
            diplomacy.weight_by_choice(
                WEIGHTS, POSITIONS, text="letter_critical_2019", year=2018
            )

    def test_a_list_that_was_not_read_cannot_be_compared(self):
        with pytest.raises(ValueError, match="only not checked"):
            diplomacy.weight_by_choice(
                WEIGHTS, POSITIONS, text="statement_supporting_2021", year=2018
            )


class TestBeforeAndAfter:
    years = pd.DataFrame({"country": "X", "year": [2005, 2015]})

    @pytest.mark.parametrize(
        ("rise", "moved", "order"),
        [
            (5.0, 0.1, "fits"),
            (5.0, -0.1, "speaks against"),
            (4.9, 0.1, "speaks against"),
            (4.9, -0.1, "fits"),
            (float("nan"), 0.1, "cannot tell"),
            (5.0, float("nan"), "cannot tell"),
        ],
    )
    def test_all_cases_by_hand(self, rise, moved, order):
        found = diplomacy.before_and_after(
            self.years.assign(share=[0.0, rise]),
            self.years.assign(near=[0.0, moved]),
            value="share",
            of="near",
            least_rise=5,
            **WINDOWS,
        )
        assert found["order"].tolist() == [order]

    def test_windows_in_the_wrong_order_are_refused(self):
        with pytest.raises(ValueError, match="must end before"):
            diplomacy.before_and_after(
                self.years,
                self.years,
                value="share",
                of="near",
                before=(2005, 2015),
                after=(2015, 2019),
                least_rise=5,
            )


class TestYardsticks:
    points = pd.DataFrame(
        {
            "country": ["CHN", "CHN", "KAZ", "KAZ"],
            "year": [2005, 2015] * 2,
            "ideal_point": [-0.7, -0.4, -0.3, -0.3],
        }
    )

    @pytest.mark.parametrize(
        ("held", "near"),
        [
            (None, [-0.4, -0.1]),
            ((2005, 2009), [-0.4, -0.4]),
            ((2015, 2019), [-0.1, -0.1]),
        ],
    )
    def test_a_state_that_stays_comes_nearer_only_when_the_partner_moves(
        self, held, near
    ):
        found = diplomacy.nearness(self.points, partner="CHN", held=held)
        assert found["nearness"].tolist() == pytest.approx(near)

    def test_the_order_in_time_differs_by_yardstick(self):
        found = diplomacy.order_by_yardstick(
            WEIGHTS,
            tables.load("un_ideal_points"),
            partner="CHN",
            least_rise=5,
            **WINDOWS,
        )
        by_measure = found.groupby("measure")["fits"].agg(list)
        assert by_measure["trade_percent_gdp"] == [0, 2, 3]
        assert by_measure["debt_percent_gdp"] == [2, 4, 1]
        assert (found["fits"] <= found["known"]).all()


class TestProtestsBefore:
    protests = pd.DataFrame({"actors": ["KAZ", "KGZ"], "start": [2020.0, 2020.0]})

    @pytest.mark.parametrize(
        ("start", "months", "count"),
        [(2020.4, 6, 1), (2020.6, 6, 0), (2020.6, 12, 1), (2019.9, 6, 0)],
    )
    def test_by_hand(self, start, months, count):
        steps = pd.DataFrame({"state": ["KAZ"], "start": [start]})
        found = diplomacy.protests_before(steps, self.protests, months=months)
        assert found["protests_before"].tolist() == [count]

    def test_a_window_needs_a_length(self):
        steps = pd.DataFrame({"state": ["KAZ"], "start": [2020.4]})
        with pytest.raises(ValueError, match="positive"):
            diplomacy.protests_before(steps, self.protests, months=0)

    def test_a_base_rate_without_years_is_refused(self):
        with pytest.raises(ValueError, match="turn them round"):
            diplomacy.protest_base_rate(PROTESTS, state="KAZ", first=2021, last=2018)

    @given(st.integers(1, 11))
    def test_a_longer_window_holds_no_fewer_days(self, months):
        shorter, longer = (
            diplomacy.protest_base_rate(
                PROTESTS, state="KAZ", first=2018, last=2021, months=length
            )
            for length in (months, months + 1)
        )
        assert 0 <= shorter <= longer <= 100

    def test_a_cancelled_project_is_no_protest(self):
        assert "EV122" not in set(PROTESTS["event"])


class TestSteps:
    steps = diplomacy.kin_steps(EVENTS, tables.load("kin_steps"))

    def test_steps_are_those_of_their_state(self):
        assert all(row.state in row.actors for row in self.steps.itertuples())

    def test_one_event_can_be_both_raised_and_played_down(self):
        both = self.steps.groupby("event")["step"].agg(set)
        assert both["EV462"] == both["EV463"] == {"raised with China", "played down"}
        assert both["EV110"] == {"raised with China", "backed China"}

    def test_work_on_cases_is_not_raising_the_matter(self):
        steps = self.steps.set_index("event")["step"]
        assert steps[["EV464", "EV467"]].eq("case work").all()

    def test_the_matter_was_never_raised_for_all_minorities(self):
        raised = self.steps.query("step == 'raised with China'")
        assert "all minorities" not in set(raised["for_whom"])

    def test_an_unknown_event_is_named(self):
        rows = tables.load("kin_steps").assign(event="EV0")
        with pytest.raises(KeyError, match="EV0"):
            diplomacy.kin_steps(EVENTS, rows)


class TestOutcomes:
    def test_counts_by_outcome_and_clock(self):
        projects = tables.load("contested_projects")
        found = diplomacy.outcome_counts(projects).set_index("outcome")["cases"]
        assert found.tolist() == [3, 2, 3, 0]
        known = diplomacy.outcome_counts(projects, last=2020)["cases"]
        assert known.tolist() == [3, 1, 2, 0]

    def test_each_case_was_decided_within_a_year_of_its_protest(self):
        projects = tables.load("contested_projects")
        dates = EVENTS.set_index("event")["date"]
        for case in projects.itertuples():
            lag = security.events.decimal_year(
                case.decided
            ) - security.events.decimal_year(dates[case.event])
            assert 0 <= lag <= 1
            assert EVENTS.set_index("event").at[case.event, "kind"] == "protest"


class TestExplanations:
    def test_what_fits_all_does_not_tell_apart(self):
        marks = pd.DataFrame({"A": ["fits", "fits"], "B": ["fits", "speaks against"]})
        counted, observations = diplomacy.weigh_explanations(marks)
        assert counted["speaks against"].tolist() == [0, 1]
        assert observations["tells_apart"].tolist() == [False, True]

    def test_an_open_cell_leaves_it_open(self):
        marks = pd.DataFrame({"A": ["fits"], "B": [None]})
        counted, observations = diplomacy.weigh_explanations(marks)
        assert counted["open"].tolist() == [0, 1]
        assert observations["tells_apart"].isna().all()

    def test_another_word_is_no_mark(self):
        with pytest.raises(ValueError, match="maybe is no mark"):
            diplomacy.weigh_explanations(pd.DataFrame({"A": ["maybe"]}))

    @given(
        st.lists(
            st.lists(st.sampled_from(diplomacy.MARKS), min_size=3, max_size=3),
            min_size=1,
        )
    )
    def test_every_cell_is_counted_once(self, rows):
        counted, _ = diplomacy.weigh_explanations(pd.DataFrame(rows))
        assert (counted.drop(columns="explanation").sum(axis=1) == len(rows)).all()
