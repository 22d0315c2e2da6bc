"""Votes are scored as the rule says, and a missing vote is never an abstention."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import security, tables

VOTES = tables.load("un_votes")
TEXTS = tables.load("un_resolutions")
AGREEMENT = tables.load("un_agreement")
POINTS = tables.load("un_ideal_points")
OF_2025 = VOTES[VOTES["year"] == 2025]
CAST = st.sampled_from(["yes", "abstain", "no", "no vote recorded"])


def cast(one, other):
    """Votes of two states on as many texts as there are votes."""
    names = [f"text {place}" for place in range(len(one))]
    return pd.DataFrame(
        {
            "resolution": names * 2,
            "country": ["KAZ"] * len(one) + ["CHN"] * len(other),
            "vote": [*one, *other],
        }
    )


def score(votes, country="KAZ", partner="CHN"):
    return security.agreement_score(votes, country=country, partner=partner).iloc[0]


class TestAgreementScore:
    @pytest.mark.parametrize(
        ("one", "other", "points"),
        [
            ("yes", "yes", 1),
            ("no", "no", 1),
            ("abstain", "abstain", 1),
            ("yes", "abstain", 0.5),
            ("abstain", "no", 0.5),
            ("yes", "no", 0),
        ],
    )
    def test_points_by_hand(self, one, other, points):
        assert score(cast([one], [other]))["agreement"] == points
        assert score(cast([other], [one]))["agreement"] == points

    def test_a_missing_vote_is_left_out_and_not_a_half(self):
        found = score(cast(["yes", "no vote recorded"], ["yes", "yes"]))
        assert (found["common_votes"], found["agreement"]) == (1, 1)

    def test_no_common_vote_gives_no_score(self):
        found = score(cast(["no vote recorded"], ["yes"]))
        assert found["common_votes"] == 0
        assert pd.isna(found["agreement"])

    def test_a_state_without_rows_lists_those_there_are(self):
        with pytest.raises(KeyError, match="There are: CHN, KAZ"):
            score(cast(["yes"], ["no"]), partner="FRA")

    @given(st.lists(st.tuples(CAST, CAST), min_size=1))
    def test_both_orders_agree_and_stay_between_0_and_1(self, pairs):
        one, other = zip(*pairs, strict=True)
        there, back = score(cast(one, other)), score(cast(other, one))
        assert there["common_votes"] == back["common_votes"] <= len(pairs)
        if there["common_votes"]:
            assert there["agreement"] == back["agreement"]
            assert 0 <= there["identical_share"] <= there["agreement"] <= 1

    @pytest.mark.parametrize("partner", ["CHN", "RUS", "USA", "IND"])
    @pytest.mark.parametrize("country", tables.the_five())
    def test_the_table_of_2025_comes_out_of_the_roll_calls(self, country, partner):
        row = tables.select(AGREEMENT, country=country, partner=partner, year=2025)
        row, found = row.iloc[0], score(OF_2025, country, partner)
        assert found["common_votes"] == row["common_votes"]
        assert found["agreement"] == pytest.approx(row["agreement"], abs=5e-5)
        assert found["identical_share"] == pytest.approx(
            row["identical_share"], abs=5e-5
        )

    def test_kazakhstan_and_russia_on_ukraine_counted_by_hand(self):
        ukraine = security.with_issue(TEXTS).query("issue == 'Ukraine'")
        votes = VOTES[VOTES["resolution"].isin(ukraine["resolution"])]
        found = score(votes, "KAZ", "RUS")  # six times abstain and no, once no and no
        assert (found["common_votes"], found["agreement"]) == (7, 4 / 7)


class TestIssues:
    @pytest.mark.parametrize(
        ("title", "issue"),
        [
            ("The path to peace", "Ukraine"),
            (
                "Situation of human rights in the occupied territories of Ukraine",
                "Ukraine",
            ),
            ("Establishment of a nuclear-weapon-free zone in the Middle East", "arms"),
            ("Relationship between disarmament and development", "arms"),
            ("Situation of human rights in Syria", "Palestine and Middle East"),
            ("The right to development", "human rights"),
            ("Question of Guam", "colonies"),
            ("Economic activities in Non-Self-Governing Territories", "colonies"),
            ("COMMODITIES", "development"),
            ("World Horse Day", "other"),
        ],
    )
    def test_the_first_issue_that_fits_takes_the_text(self, title, issue):
        found = security.with_issue(pd.DataFrame({"title": [title]}))
        assert found["issue"].item() == issue

    def test_issues_add_up_to_the_whole(self):
        by_issue = security.votes_by_issue(
            OF_2025, TEXTS[TEXTS["year"] == 2025], country="UZB", partner="RUS"
        )
        whole = score(OF_2025, "UZB", "RUS")
        assert by_issue["texts"].sum() == (TEXTS["year"] == 2025).sum()
        assert by_issue["common_votes"].sum() == whole["common_votes"]
        weighted = by_issue["agreement"] * by_issue["common_votes"]
        assert weighted.sum() / whole["common_votes"] == pytest.approx(
            whole["agreement"]
        )

    def test_an_issue_without_a_common_vote_has_no_agreement(self):
        by_issue = security.votes_by_issue(
            OF_2025, TEXTS[TEXTS["year"] == 2025], country="TKM", partner="CHN"
        )
        assert pd.isna(tables.value(by_issue, "agreement", issue="Ukraine"))


class TestAgreementSeries:
    def test_noisy_years_keep_their_row_and_lose_their_value(self):
        every = security.agreement_series(AGREEMENT, partner="CHN")
        asked = security.agreement_series(AGREEMENT, partner="CHN", least_votes=20)
        few = every["common_votes"] < 20
        assert len(every) == len(asked)
        assert few.any()
        assert asked.loc[few, "agreement"].isna().all()
        assert asked.loc[~few].equals(every.loc[~few])

    def test_the_years_2020_to_2024_are_not_there(self):
        series = security.agreement_series(AGREEMENT, partner="RUS")
        assert not series["year"].between(2020, 2024).any()

    def test_an_unknown_partner_lists_those_there_are(self):
        with pytest.raises(KeyError, match="CHN, IND, RUS"):
            security.agreement_series(AGREEMENT, partner="FRA")


class TestIdealPointDistance:
    def test_it_is_the_same_from_both_sides(self):
        there = security.ideal_point_distance(POINTS, partner="CHN")
        back = security.ideal_point_distance(POINTS, partner="KAZ")
        one = tables.select(there, country="KAZ")["distance"].to_list()
        assert one == tables.select(back, country="CHN")["distance"].to_list()

    def test_a_year_without_a_place_is_left_out(self):
        found = security.ideal_point_distance(POINTS, partner="KGZ")
        assert not (found["year"] == 1999).any()

    def test_kazakhstan_and_china_in_2019(self):
        rows = pd.read_csv(tables.DATA / "tables" / "un_ideal_points.csv")
        at = rows[rows["year"] == 2019].set_index("country")["ideal_point"]
        found = security.ideal_point_distance(POINTS, partner="CHN")
        distance = tables.value(found, "distance", country="KAZ", year=2019)
        assert distance == pytest.approx(abs(at["KAZ"] - at["CHN"]))


class TestChangeCorrelation:
    def series(self, years, values, name):
        return pd.DataFrame({"country": "KAZ", "year": years, name: values})

    def found(self, years, share, agreement):
        return security.change_correlation(
            self.series(years, share, "share"),
            self.series(years, agreement, "agreement"),
            value="share",
        ).iloc[0]

    def test_two_lines_that_rise_correlate_although_their_changes_do_not(self):
        found = self.found(range(5), [0, 1, 3, 4, 6], [0.0, 0.3, 0.4, 0.7, 0.8])
        assert found["levels"] > 0.9
        assert found["changes"] == pytest.approx(-1)

    def test_a_gap_gives_no_change(self):
        found = self.found([2000, 2001, 2003, 2004], [1, 2, 9, 3], [0.1, 0.2, 0.9, 0.3])
        assert (found["years"], found["steps"]) == (4, 2)

    def test_a_missing_value_is_no_year(self):
        found = self.found(range(4), [1, 2, 3, 4], [0.1, 0.3, None, 0.2])
        assert (found["years"], found["steps"]) == (3, 1)

    def test_too_few_years_are_refused(self):
        with pytest.raises(ValueError, match="three years"):
            self.found([2000, 2001], [1, 2], [0.1, 0.2])

    def test_the_lessons_placebo_recomputed(self):
        trade = pd.read_csv(tables.DATA / "tables" / "trade_long_run.csv")
        trade = trade[(trade["country"] == "KAZ") & (trade["flow"] == "export")]
        wide = trade.pivot(index="year", columns="partner", values="value_usd_mn")
        votes = pd.read_csv(tables.DATA / "tables" / "un_agreement.csv")
        votes = votes[(votes["country"] == "UZB") & (votes["partner"] == "CHN")]
        votes = votes[votes["common_votes"] >= 20].set_index("year")["agreement"]
        assert (wide["CHN"] / wide["WLD"]).corr(votes) == pytest.approx(0.70, abs=0.005)


class TestWindowMeans:
    rows = pd.DataFrame(
        {"country": "KAZ", "year": [2008, 2009, 2010], "share": [1.0, 3.0, 9.0]}
    )

    def test_both_ends_of_a_window_count(self):
        means = security.window_means(
            self.rows, values=["share"], windows=[(2008, 2009), (2009, 2010)]
        )
        assert means["share"].tolist() == [2.0, 6.0]

    def test_a_window_without_a_row_is_an_error(self):
        with pytest.raises(ValueError, match="1990 to 1994"):
            security.window_means(self.rows, values=["share"], windows=[(1990, 1994)])

    def test_agreement_fell_while_four_came_nearer(self):
        five = tables.the_five()
        distance = security.ideal_point_distance(
            tables.load("un_ideal_points"), partner="CHN"
        )
        votes = tables.select(tables.load("un_agreement"), partner="CHN")
        means = security.window_means(
            votes[votes["country"].isin(five)].merge(distance, on=["country", "year"]),
            values=["agreement", "distance"],
            windows=[(2005, 2009), (2015, 2019)],
        ).set_index(["country", "years"])
        change = means.xs("2015-19", level=1) - means.xs("2005-09", level=1)
        assert (change["agreement"] < 0).all()
        assert change.index[change["distance"] > 0].tolist() == ["TKM"]
