"""Charts of the shock of 2020 can be read alone, and no label is covered."""

import pytest

from helpers import charts, economy, style, tables
from tests.figures import problems, unreadable

TRADE = tables.load("trade_by_partner")
VINTAGES = tables.load("forecast_vintages")
GROWTH = economy.vintage_gap(VINTAGES, indicator="gdp_growth")
CHANGES = economy.trade_change(TRADE, partner="CHN", base=2019, year=2020)
INDICATORS = ["gdp_growth", "output_path", "gdp", "current_account", "government_debt"]

CHARTS = {
    "two sides": lambda: charts.two_sides(CHANGES, year=2020, base=2019),
    "recovery": lambda: charts.recovery(
        economy.recovery(TRADE, partner="CHN", base=2019), base=2019
    ),
    "missed": lambda: charts.missed(GROWTH, year=2020),
    "paths": lambda: charts.paths(
        economy.vintage_gap(economy.output_path(VINTAGES), indicator="output_path"),
        economy.mean_revision(VINTAGES, indicator="gdp_growth"),
        year=2022,
    ),
}


@pytest.fixture(scope="module")
def vintages():
    return charts.vintage_lines(VINTAGES)


@pytest.mark.parametrize("name", CHARTS)
def test_charts_can_be_read(name, figures):
    assert unreadable(CHARTS[name](), *figures) == []


def test_the_title_names_who_disagrees():
    turned = CHANGES.copy()
    at = (turned["country"] == "UZB") & (turned["reported_by"] == "partner")
    turned.loc[at, "change_percent"] *= -1
    titles = [
        charts.two_sides(frame, year=2020, base=2019).alt.split(". ")[0]
        for frame in (CHANGES, turned)
    ]
    assert "Uzbekistan" in titles[1]
    assert "Uzbekistan" not in titles[0]


def test_a_silent_state_has_one_dot():
    said = charts.two_sides(CHANGES, year=2020, base=2019).alt
    assert "Tajikistan, both together: China" in said
    assert "Tajikistan, both together: the state" not in said


@pytest.mark.parametrize("indicator", INDICATORS)
@pytest.mark.parametrize("country", [*tables.the_five(), *style.PARTNER])
def test_the_explorers_labels_stay_apart(vintages, country, indicator):
    for year in (2015, 2020, 2024):
        vintages.update(country=country, indicator=indicator, year=year)
        assert problems(vintages.figure) == []


@pytest.mark.parametrize(
    ("year", "word"), [(2017, "revised"), (2020, "turned out"), (2024, "estimated")]
)
def test_the_words_fit_the_kind_of_gap(vintages, year, word):
    alt = vintages.update(country="KGZ", indicator="gdp_growth", year=year)
    assert word in alt


def test_a_live_picture_equals_one_drawn_afresh():
    at = {"country": "KGZ", "indicator": "gdp_growth", "year": 2020}
    used = charts.vintage_lines(VINTAGES)
    used.frame(**at | {"country": "CHN", "indicator": "gdp", "year": 2023})
    assert used.frame(**at) == charts.vintage_lines(VINTAGES).frame(**at)
