"""Measures of investment: small cases computed by hand, and real figures anew."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import economy, tables
from tests.data.test_recipes import SHARED

AMOUNT = st.floats(min_value=0.01, max_value=1e6)


def fdi(**columns):
    """A small table of direct investment."""
    defaults = {"host": "KAZ", "measure": "inward_stock", "year": 2019}
    return pd.DataFrame(defaults | columns)


def some_projects(**columns):
    """A small table of projects."""
    defaults = {"sector": "Energy", "recommended_for_aggregates": True}
    return pd.DataFrame(defaults | columns)


def finance(**columns):
    """A small table of commitments by year."""
    return pd.DataFrame({"country": "UZB", "projects": 1} | columns)


@pytest.fixture(scope="module")
def quoted():
    return tables.load("fdi_kazakhstan_quoted")


@pytest.fixture(scope="module")
def projects():
    return tables.load("chinese_projects")


@pytest.fixture(scope="module")
def by_year():
    return tables.load("chinese_finance_by_year")


class TestDirectInvestment:
    def test_part_over_total(self):
        small = fdi(partner=["CHN", "WLD"], value_eur_mn=[5.0, 20.0])
        assert economy.fdi_share(small, partner="CHN")["share_percent"].item() == 25

    @pytest.mark.parametrize(("part", "total"), [(-5.0, 20.0), (5.0, -20.0), (0, 20)])
    def test_a_net_outflow_is_no_part_of_a_total(self, part, total):
        small = fdi(
            partner=["CHN", "WLD"], measure="inflow", value_eur_mn=[part, total]
        )
        share = economy.fdi_share(small, partner="CHN", measure="inflow")
        assert share["share_percent"].isna().item()
        assert share["value_eur_mn"].item() == part

    def test_kazakhstan_2019(self, quoted):
        # 6831 of 133388 million euros
        share = economy.fdi_share(quoted, partner="CHN").set_index("year")
        assert share.loc[2019, "share_percent"] == pytest.approx(5.12, abs=0.01)

    def test_a_figure_that_is_not_quoted_is_missing(self, quoted):
        rows = economy.stock_and_inflow(quoted, year=2021).set_index("partner")
        assert pd.isna(rows.loc["NLD", "inflow_eur_mn"])
        assert rows.index[0] == "WLD"

    def test_the_stock_doubled_while_money_flowed_out(self, quoted):
        rows = {
            year: economy.stock_and_inflow(quoted, year=year).set_index("partner")
            for year in (2016, 2019)
        }
        stock = [rows[year].loc["CHN", "inward_stock_eur_mn"] for year in (2016, 2019)]
        assert stock[1] > 2 * stock[0]
        assert all(rows[year].loc["CHN", "inflow_eur_mn"] < 0 for year in rows)

    def test_a_ceiling_by_hand(self, quoted):
        # 15 billion of 134471 million euros at 1.1326 dollars
        ceiling = economy.share_ceiling(
            quoted, part_usd_bn=15, year=2021, usd_per_eur=1.1326
        )
        expected = 100 * 15 / (134.471 * 1.1326)
        assert ceiling["at_most_percent"].item() == pytest.approx(expected)

    def test_an_unquoted_year_gets_the_list_of_quoted_ones(self, quoted):
        with pytest.raises(KeyError, match=r"2018.*2013, 2016, 2019, 2021"):
            economy.share_ceiling(quoted, part_usd_bn=1, year=2018, usd_per_eur=1)

    @given(part=AMOUNT, rest=AMOUNT)
    def test_the_share_never_exceeds_the_ceiling(self, part, rest):
        small = fdi(partner=["CHN", "WLD"], value_eur_mn=[part, part + rest])
        share = economy.fdi_share(small, partner="CHN")["share_percent"].item()
        ceiling = economy.share_ceiling(
            small, part_usd_bn=part / 1000, year=2019, usd_per_eur=1
        )
        assert share <= ceiling["at_most_percent"].item() + 1e-9

    def test_quoted_figures_are_those_of_the_source(self, quoted):
        path = (
            SHARED / "sources/economy/fdi_kazakhstan_by_partner_excerpt_2013_2021.csv"
        )
        if not path.is_file():
            pytest.skip("the sources are not here")
        source = pd.read_csv(path).rename(
            columns={"host_iso3": "host", "partner_iso3": "partner"}
        )
        both = quoted.merge(
            source.rename(columns={"direction": "measure"}),
            on=["host", "partner", "measure", "year"],
            how="left",
        )
        assert (both["value_eur_million"].round() == both["value_eur_mn"]).all()


class TestCommitments:
    def test_rows_that_hold_others_are_not_summed(self):
        small = some_projects(
            amount_usd2017_mn=[30.0, 50.0], recommended_for_aggregates=[True, False]
        )
        assert economy.commitments(small, by="sector")["amount_usd2017_mn"].item() == 30

    def test_an_unknown_amount_is_counted_and_not_zero(self):
        small = some_projects(
            sector=["Energy", "Energy", "Health"], amount_usd2017_mn=[5.0, None, None]
        )
        rows = economy.commitments(small, by="sector").set_index("sector")
        assert rows.loc["Energy", "without_amount"] == 1
        assert pd.isna(rows.loc["Health", "amount_usd2017_mn"])

    def test_the_umbrella_would_be_counted_twice(self, projects):
        rows = projects.set_index("project_id")
        assert not rows.loc[40241, "recommended_for_aggregates"]
        assert rows.loc[40241, "umbrella"]
        assert rows.loc[61056, "recommended_for_aggregates"]

    def test_industry_from_the_file_by_another_way(self, projects):
        chosen = projects["recommended_for_aggregates"]
        chosen &= projects["sector"].str.startswith("Industry")
        expected = projects.loc[chosen, "amount_usd2017_mn"].sum()
        rows = economy.commitments(projects, by="sector").set_index("sector")
        found = rows.loc["Industry, mining, construction", "amount_usd2017_mn"]
        assert found == pytest.approx(expected) == pytest.approx(29075.16, abs=0.01)

    def test_an_unknown_column_gets_the_list_of_known_ones(self, projects):
        with pytest.raises(KeyError, match=r"'funders'.*funder"):
            economy.commitments(projects, by="funders")

    @given(st.lists(AMOUNT, min_size=1, max_size=8))
    def test_shares_add_to_100(self, amounts):
        small = some_projects(
            sector=[str(place) for place in range(len(amounts))],
            amount_usd2017_mn=amounts,
        )
        total = economy.commitments(small, by="sector")["share_percent"].sum()
        assert total == pytest.approx(100)


class TestEnergy:
    def test_the_gas_line_is_energy_by_its_title_alone(self, projects):
        line = projects[projects["project_id"] == 54489]
        found = [
            economy.energy_projects(line, coder=coder).item()
            for coder in economy.CODERS
        ]
        assert found[:2] == [False, True]
        assert found[2] is pd.NA

    def test_titles_only_add(self, projects):
        coded = economy.energy_projects(projects)
        titles = economy.energy_projects(projects, coder="titles")
        assert titles[coded].all()

    def test_words_are_whole(self):
        small = some_projects(
            sector="Industry", title=["KazMunayGas tower", "Boiler", "GAS plant"]
        )
        found = economy.energy_projects(small, coder="titles")
        assert found.tolist() == [False, False, True]

    def test_one_mine_has_two_codes(self, projects):
        mine = projects[projects["title"].str.contains("Shargun")]
        assert mine["sector"].nunique() == 2

    @pytest.mark.parametrize(
        ("coder", "expected"), [("coded", 11.9), ("titles", 60.8), ("machine", 54.8)]
    )
    def test_three_coders(self, projects, coder, expected):
        share = economy.energy_share(projects, coder=coder)["share_percent"].item()
        assert share == pytest.approx(expected, abs=0.05)

    def test_an_unknown_coder_gets_the_list_of_known_ones(self, projects):
        with pytest.raises(KeyError, match="titles"):
            economy.energy_share(projects, coder="x")


class TestImplementers:
    def test_projects_without_a_name_are_not_in_the_whole(self):
        small = some_projects(chinese_implementer=[True, False, None])
        row = economy.chinese_implementers(small).iloc[0]
        assert (row["projects"], row["named"], row["chinese"]) == (3, 2, 1)
        assert row["share_percent"] == 50

    def test_nobody_named_gives_no_share(self):
        small = some_projects(chinese_implementer=[None])
        assert economy.chinese_implementers(small)["share_percent"].isna().all()

    def test_joint_ventures_with_local_names_are_not_chinese_firms(self, projects):
        local = projects[projects["implementer"] == "Asia Gas Pipeline LLP (AGP)"]
        assert not local["chinese_implementer"].item()


class TestLendingWindows:
    small = finance(year=[2011, 2012, 2013], total_usd2021_mn=[10.0, 30.0, 60.0])

    def test_averages_a_year(self):
        row = economy.lending_windows(self.small).iloc[0]
        assert (row["before_usd2021_mn"], row["after_usd2021_mn"]) == (20, 60)
        assert (row["years_before"], row["years_after"], row["ratio"]) == (2, 1, 3)

    def test_a_year_without_a_record_stays_in_the_window(self):
        gap = self.small[self.small["year"] != 2012]
        row = economy.lending_windows(gap).iloc[0]
        assert row["before_usd2021_mn"] == 5
        assert row["unknown_before"] == 0

    def test_an_unknown_amount_is_reported(self):
        hidden = finance(year=[2011, 2012, 2013], total_usd2021_mn=[10.0, None, 60.0])
        assert economy.lending_windows(hidden)["unknown_before"].item() == 1

    def test_a_window_without_a_known_amount_has_no_average(self):
        hidden = finance(year=[2011, 2012, 2013], total_usd2021_mn=[10.0, 30.0, None])
        row = economy.lending_windows(hidden).iloc[0]
        assert pd.isna(row["after_usd2021_mn"])
        assert pd.isna(row["ratio"])

    def test_together_is_the_sum_of_the_states(self, by_year):
        apart = economy.lending_windows(by_year)
        (together,) = economy.lending_windows(by_year, together=True).to_dict("records")
        for column in ("before_usd2021_mn", "after_usd2021_mn", "unknown_after"):
            assert together[column] == pytest.approx(apart[column].sum())

    def test_kazakhstan_from_the_file_by_another_way(self, by_year):
        rows = by_year[(by_year["country"] == "KAZ") & (by_year["year"] >= 2013)]
        expected = rows["total_usd2021_mn"].sum() / 9
        windows = economy.lending_windows(by_year).set_index("country")
        assert windows.loc["KAZ", "after_usd2021_mn"] == pytest.approx(expected)
        assert expected == pytest.approx(1882.5, abs=0.1)

    @pytest.mark.parametrize("cut", [2011, 2014])
    def test_an_empty_window_is_refused(self, cut):
        with pytest.raises(ValueError, match="from 2012 to 2013"):
            economy.lending_windows(self.small, cut=cut)

    def test_turkmen_amounts_of_zero_are_unknown(self, by_year):
        turkmen = by_year[(by_year["country"] == "TKM") & (by_year["year"] > 2011)]
        assert turkmen["projects"].sum() > turkmen["total_usd2021_mn"].count()
        assert not (by_year["total_usd2021_mn"] == 0).any()
