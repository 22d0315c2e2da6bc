"""Shares of ethnic groups as ranges, ranks of communities, and rates."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import diplomacy, tables

POPULATION = tables.load("xinjiang_population")
SERIES = tables.load("population_series")
ABROAD = tables.load("uyghurs_abroad")
THREE = diplomacy.NAMED


def made_up(total=200, **persons):
    """A series with these groups."""
    population = pd.DataFrame(
        {
            "series": "one",
            "ethnic_group": list(persons),
            "persons": list(persons.values()),
            "reliability": "A",
            "contested_by": None,
        }
    )
    sources = pd.DataFrame({"series": ["one"], "year": 2000, "total_persons": total})
    return population, sources


def share(*tables_, groups=THREE, series="one", **options):
    found = diplomacy.group_share(*tables_, series=series, groups=groups, **options)
    return found.iloc[0]


class TestGroupShare:
    def test_published_groups_have_one_value(self):
        series = made_up(Han=100, Uyghur=70, Hui=10, Kazakh=10, Other=10)
        row = share(*series)
        assert row["low_percent"] == row["high_percent"] == 45
        assert row["not_published"] == ""

    def test_an_unpublished_group_gives_a_range(self):
        row = share(*made_up(Han=100, Uyghur=70, Hui=10, Other=20))
        assert (row["low_percent"], row["high_percent"]) == (40, 50)
        assert row["not_published"] == "Kazakh"

    def test_a_named_group_is_not_in_the_range(self):
        row = share(*made_up(Han=100, Uyghur=70, Hui=10, Mongol=5, Other=15))
        assert row["high_percent"] == 47.5

    def test_nothing_published_is_missing_and_not_zero(self):
        minorities = {diplomacy.MINORITIES: 100}
        row = share(*made_up(Han=100, **minorities))
        assert math.isnan(row["low_percent"])
        assert row["high_percent"] == 50

    def test_the_sum_of_the_groups_counts_nobody_twice(self):
        minorities = {diplomacy.MINORITIES: 100, "Uyghur": 70}
        series = made_up(total=250, Han=100, **minorities)
        row = share(*series, groups=("Uyghur",), whole="sum of the groups")
        assert (row["whole_persons"], row["low_percent"]) == (200, 35)

    def test_the_weakest_source_counts(self):
        population, sources = made_up(Han=100, Uyghur=70, Hui=10, Kazakh=10, Other=10)
        population.loc[population["ethnic_group"] == "Hui", "reliability"] = "B"
        population.loc[population["ethnic_group"] == "Uyghur", "contested_by"] = "X"
        row = share(population, sources)
        assert (row["reliability"], row["contested_by"]) == ("B", "X")

    def test_an_unknown_series_or_whole_lists_those_there_are(self):
        with pytest.raises(KeyError, match="There are: census 2000"):
            share(POPULATION, SERIES, series="census 1990")
        with pytest.raises(ValueError, match="There are: printed total"):
            share(POPULATION, SERIES, series="census 2000", whole="everybody")

    def test_the_census_of_2000_by_hand(self):
        row = share(POPULATION, SERIES, series="census 2000")
        by_hand = 100 * (8_345_622 + 839_837 + 1_245_023) / 18_459_511
        assert row["low_percent"] == pytest.approx(by_hand)

    def test_the_minorities_of_2020_are_the_official_ones(self):
        groups = (diplomacy.MINORITIES,)
        row = share(POPULATION, SERIES, series="census 2020", groups=groups)
        assert row["persons_low"] == 25_852_345 - 10_920_098
        assert row["reliability"] == "A"  # the unsourced Kazakh figure is not needed

    @given(
        uyghur=st.integers(1, 100),
        hui=st.integers(0, 100),
        other=st.integers(0, 100),
    )
    def test_a_range_holds_all_that_is_possible(self, uyghur, hui, other):
        series = made_up(total=500, Han=100, Uyghur=uyghur, Hui=hui, Other=other)
        row = share(*series)
        assert row["persons_low"] == uyghur + hui
        assert row["persons_high"] == uyghur + hui + other


def test_only_one_series_has_groups_that_do_not_add_up():
    for row in SERIES.itertuples():
        sums = share(POPULATION, SERIES, series=row.series, whole="sum of the groups")[
            "whole_persons"
        ]
        gap = row.total_persons - sums
        if row.series == "year-end 2015":
            assert gap == 392_700
            assert f"{gap:,}" in row.who_is_counted
        else:
            assert abs(gap) <= 100  # rounded to hundreds


class TestCommunityRanks:
    def test_ranges_that_meet_share_ranks(self):
        abroad = pd.DataFrame(
            {
                "country": ["A", "B", "C"],
                "year": 2020,
                "basis": "one",
                "persons_low": [10, 5, 1],
                "persons_high": [10, 12, 2],
            }
        )
        ranks = diplomacy.community_ranks(abroad, basis="one").set_index("country")
        assert ranks.loc["A", ["best_rank", "worst_rank"]].tolist() == [1, 2]
        assert ranks.loc["B", ["best_rank", "worst_rank"]].tolist() == [1, 2]
        assert ranks.loc["C", ["best_rank", "worst_rank"]].tolist() == [3, 3]

    def test_the_newest_number_of_each_country_counts(self):
        now = diplomacy.community_ranks(ABROAD, basis="official counts")
        then = diplomacy.community_ranks(ABROAD, basis="official counts", last=2020)
        assert now.loc[now["country"] == "KAZ", "year"].item() == 2023
        assert then.loc[then["country"] == "KAZ", "year"].item() == 2009
        assert "KGZ" not in set(then["country"])

    def test_kazakhstan_comes_first_on_every_basis_at_worst(self):
        for basis in ABROAD["basis"].unique():
            ranks = diplomacy.community_ranks(ABROAD, basis=basis)
            assert tables.value(ranks, "worst_rank", country="KAZ") == 1

    def test_an_unknown_basis_lists_those_there_are(self):
        with pytest.raises(KeyError, match="official counts"):
            diplomacy.community_ranks(ABROAD, basis="rumours")

    @given(
        st.lists(
            st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=8
        )
    )
    def test_the_best_rank_is_never_below_the_worst(self, ends):
        abroad = pd.DataFrame(
            {
                "country": [f"C{number}" for number in range(len(ends))],
                "year": 2020,
                "basis": "one",
                "persons_low": [min(pair) for pair in ends],
                "persons_high": [max(pair) for pair in ends],
            }
        )
        ranks = diplomacy.community_ranks(abroad, basis="one")
        assert (ranks["best_rank"] <= ranks["worst_rank"]).all()
        assert ranks["best_rank"].min() == 1


class TestGrowthBetween:
    def test_two_versions_of_one_year_are_refused(self):
        with pytest.raises(ValueError, match="choose one version first"):
            diplomacy.growth_between(tables.load("uyghurs_in_kazakhstan"))

    def test_percent_a_year_compounds(self):
        counts = pd.DataFrame({"year": [2000, 2002], "persons": [100, 121]})
        row = diplomacy.growth_between(counts).iloc[0]
        assert row["percent_a_year"] == pytest.approx(10)


def test_deaths_are_births_less_natural_growth():
    rates = diplomacy.vital_rates(tables.load("xinjiang_births"))
    row = rates.query("area == 'Xinjiang' and year == 2019").iloc[0]
    assert row["deaths"] == pytest.approx(8.14 - 3.69)
    missing = rates.query("area == 'Xinjiang' and year == 2014").iloc[0]
    assert math.isnan(missing["births"])
    assert math.isnan(missing["deaths"])
