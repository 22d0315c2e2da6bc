"""Charts of Xinjiang's people can be read alone, and what is missing says so."""

import itertools

import pytest

from helpers import charts, diplomacy, evidence, tables
from tests.figures import problems, unreadable

POPULATION = tables.load("xinjiang_population")
SERIES = tables.load("population_series")

CHARTS = {
    "composition": lambda: charts.composition(POPULATION, SERIES),
    "communities": lambda: charts.communities(tables.load("uyghurs_abroad")),
    "counts in Kazakhstan": lambda: charts.counts_in_kazakhstan(
        tables.load("uyghurs_in_kazakhstan")
    ),
    "births": lambda: charts.births(
        diplomacy.vital_rates(tables.load("xinjiang_births"))
    ),
    "bases": lambda: charts.bases(
        evidence.rows("S2").query("points == ''"), "xinjiang_population"
    ),
}


@pytest.mark.parametrize("name", CHARTS)
def test_charts_can_be_read(name, figures):
    assert unreadable(CHARTS[name](), *figures) == []


@pytest.mark.parametrize("groups", diplomacy.GROUPS)
def test_the_explorers_labels_stay_apart(groups):
    live = charts.census_share(POPULATION, SERIES)
    for series, whole in itertools.product(SERIES["series"], diplomacy.WHOLES):
        live.update(series=series, groups=groups, whole=whole)
        assert problems(live.figure) == []


def test_a_live_picture_equals_one_drawn_afresh():
    at = {
        "series": "census 2020",
        "groups": "the bulletin's three",
        "whole": "printed total",
    }
    used = charts.census_share(POPULATION, SERIES)
    used.frame(**at | {"series": "year-end 2018", "groups": "all minorities"})
    fresh = charts.census_share(POPULATION, SERIES)
    assert used.frame(**at) == fresh.frame(**at)


def test_a_group_that_is_not_published_is_named():
    live = charts.census_share(POPULATION, SERIES)
    at = {"groups": "the bulletin's three", "whole": "printed total"}
    alt = live.update(series="year-end 2018", **at)
    assert "Not published: Hui, Kazakh; at most 63.8 percent" in alt
    assert "The rule" not in alt
    alt = live.update(series="census 2010", **at)
    assert "the bulletin's three: not published" in alt


def test_both_readings_of_the_claim_are_said():
    live = charts.census_share(POPULATION, SERIES)
    at = {"groups": "all minorities", "whole": "printed total"}
    alt = live.update(series="year-end 2018", **at)
    assert "about 60: supported; as under 60: partly" in alt
