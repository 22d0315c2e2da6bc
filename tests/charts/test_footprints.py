"""Charts of military footprints can be read alone, and no label is covered."""

import pytest

from helpers import atlas, charts, security, tables
from helpers.atlas import footprints
from tests.figures import problems, texts, unreadable

ARMS = tables.load("arms_deliveries")
SERIES = security.involvement(
    tables.load("chinese_finance_by_year"), tables.load("trade_by_partner"), ARMS
)
CHARTS = {
    "vintages": lambda: charts.vintages(tables.load("quoted_arms_shares"), ARMS),
    "spending": lambda: charts.spending(tables.load("military_spending")),
    "money and arms": lambda: charts.money_and_arms(
        SERIES, first=2001, last=2019, cut=2013
    ),
    "site words": lambda: charts.site_words(tables.load("site_reports")),
    "steps": lambda: charts.military_steps(
        security.steps(tables.load("events"), tables.load("military_steps"))
    ),
}


@pytest.fixture(scope="module")
def windows():
    return charts.supplier_windows(ARMS)


@pytest.mark.parametrize("name", CHARTS)
def test_charts_can_be_read(name, figures):
    assert unreadable(CHARTS[name](), *figures) == []


@pytest.mark.parametrize("length", [1, 5, 10])
@pytest.mark.parametrize("first", [1994, 2007, 2015, 2024])
@pytest.mark.parametrize("state", ["CA5", *tables.the_five()])
def test_the_labels_of_the_windows_stay_apart(windows, state, first, length):
    windows.update(state=state, first=first, length=length)
    assert problems(windows.figure) == []


def test_a_window_without_deliveries_says_so(windows):
    alt = windows.update(state="KGZ", first=2007, length=3)
    assert "no delivery in our table" in alt
    assert "no delivery\nrecorded" in [
        text.get_text() for text in texts(windows.figure)
    ]


def test_a_window_of_few_deliveries_says_so(windows):
    alt = windows.update(state="TJK", first=2020, length=5)
    assert "; few deliveries" in alt
    assert "percent of 2.7" in alt


def test_the_window_ends_where_the_table_ends(windows):
    alt = windows.update(state="CA5", first=2020, length=10)
    assert "2020 to 2024" in alt


def test_turkmenistan_is_drawn_as_missing_after_1999(figures):
    charts.spending(tables.load("military_spending"))
    (figure,) = figures
    panel = next(axes for axes in figure.axes if "Turkmen" in axes.get_title("left"))
    (band,) = panel.patches
    assert (band.get_x(), band.get_x() + band.get_width()) == (1999.5, 2024.5)


class TestAtlas:
    drawn = atlas.sites(tables.load("military_sites"))

    def test_every_operator_has_a_colour(self):
        assert not [text for text in self.drawn.spec["problems"] if "colour" in text]

    def test_every_tooltip_says_who_denies(self):
        (layer,) = self.drawn.spec["layers"]
        for feature in layer["features"]:
            said = dict(feature["details"])
            assert said["Denied or disputed by"]
            assert said["Position"] in footprints.POSITIONS.values()

    def test_readers_can_filter_by_operator_kind_and_reliability(self):
        labels = [group["label"] for group in self.drawn.spec["filters"]]
        assert labels == ["Operator", "Kind", "Reliability", "Host"]

    def test_the_year_shown_first_is_that_of_the_bulletin(self):
        assert self.drawn.spec["years"]["value"] == 2020
