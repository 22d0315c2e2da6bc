"""Charts of investment can be read alone, and no label is covered."""

import pandas as pd
import pytest

from helpers import atlas, charts, economy, tables
from tests.figures import problems, texts, unreadable

FDI = tables.load("fdi_kazakhstan_quoted")
PROJECTS = tables.load("chinese_projects")
FINANCE = tables.load("chinese_finance_by_year")

CHARTS = {
    "stock and inflow": lambda: charts.stock_and_inflow(
        economy.stock_and_inflow(FDI, year=2019)
    ),
    "energy": lambda: charts.energy_coders(
        pd.concat(
            economy.energy_share(PROJECTS, coder=coder) for coder in economy.CODERS
        )
    ),
    **{
        f"lending {cut}": lambda cut=cut: charts.lending(
            economy.lending_windows(FINANCE, cut=cut)
        )
        for cut in (2006, 2010, 2013, 2018)
    },
}


@pytest.fixture(scope="module")
def years():
    return charts.lending_years(FINANCE)


@pytest.mark.parametrize("name", CHARTS)
def test_charts_can_be_read(name, figures):
    assert unreadable(CHARTS[name](), *figures) == []


def test_titles_come_from_the_measures():
    rows = economy.stock_and_inflow(FDI, year=2019)
    rows["inflow_eur_mn"] *= -1
    assert "0.2 flowed in" in charts.stock_and_inflow(rows).alt


@pytest.mark.parametrize("state", ["CA5", *tables.the_five()])
def test_the_explorers_labels_stay_apart(years, state):
    for cut in range(2005, 2019):
        years.update(state=state, cut=cut)
        assert problems(years.figure) == []


def test_unknown_amounts_are_drawn_as_unknown(years):
    alt = years.update(state="TKM", cut=2013)
    marks = [text for text in texts(years.figure) if text.get_text() == "?"]
    assert len(marks) == FINANCE["total_usd2021_mn"].isna().sum()
    assert "then at least" in alt


def test_a_live_picture_equals_one_drawn_afresh():
    used = charts.lending_years(FINANCE)
    used.frame(state="KAZ", cut=2006)
    at = {"state": "TKM", "cut": 2013}
    assert used.frame(**at) == charts.lending_years(FINANCE).frame(**at)


class TestAtlas:
    made = atlas.projects(PROJECTS)

    def test_every_project_is_on_the_map(self):
        (layer,) = self.made.spec["layers"]
        assert len(layer["features"]) == len(PROJECTS)
        assert {group["label"] for group in self.made.spec["filters"]} >= {
            "Sector",
            "Funder",
            "Amount",
        }

    def test_the_title_finds_the_gas_line(self):
        assert "Kazakhstan's" in self.made.spec["title"]
        assert "Turkmenistan" in self.made.spec["title"]

    def test_a_largest_project_at_home_gives_another_title(self):
        home = PROJECTS[PROJECTS["country"] == "TJK"]
        assert atlas.projects(home).spec["title"].endswith("lies in Tajikistan")

    def test_amounts_fall_into_one_class_each(self):
        (amount,) = [
            group for group in self.made.spec["filters"] if group["label"] == "Amount"
        ]
        counts = {option["value"]: option["count"] for option in amount["options"]}
        assert sum(counts.values()) == len(PROJECTS)
        assert counts["not known"] == PROJECTS["amount_usd2017_mn"].isna().sum()

    def test_a_year_shows_what_was_committed_up_to_it(self):
        (layer,) = self.made.spec["layers"]
        assert {feature["last"] for feature in layer["features"]} == {9999}
