"""Charts of institutes and students can be read alone, and the atlas is honest."""

import pytest

from helpers import atlas, charts, diplomacy, maps, tables
from tests.diplomacy.test_culture import DATA, FIRSTS, FLOWS, YEARLY
from tests.figures import problems, unreadable

LEAD = diplomacy.lead(FLOWS, indicator="Students", together=True)
CHARTS = {
    "openings": lambda: charts.institute_openings(diplomacy.openings(YEARLY)),
    "openings of one": lambda: charts.institute_openings(
        diplomacy.openings(YEARLY, state="KAZ")
    ),
    "students": lambda: charts.student_panels(FLOWS),
    "lead": lambda: charts.student_lead(LEAD, starts=[2002, 2011]),
    "firsts": lambda: charts.first_partners(
        diplomacy.firsts(**FIRSTS, revisions={2019: 2019, 2024: 2024})
    ),
    "visas": lambda: charts.visa_grid(tables.load("visa_rules")),
    **{
        f"revisions {code}": lambda code=code: charts.birthplace_revisions(
            diplomacy.revisions(DATA["migrants"], born_in=code, living_in="RUS"),
            born_in=tables.country_names()[code],
        )
        for code in tables.the_five()
    },
}


@pytest.mark.parametrize("name", CHARTS)
def test_charts_can_be_read(name, figures):
    assert unreadable(CHARTS[name](), *figures) == []


def test_the_title_of_the_lead_follows_the_first_year(figures):
    both = charts.student_lead(LEAD, starts=[2002, 2011]).alt
    one = charts.student_lead(LEAD, starts=[2002]).alt
    assert both.startswith("Russia's lead shrank since 2002, grew since 2011.")
    assert "2002: 63.4 highest" in both
    assert "2011: 4.2 lowest" in both
    assert one.startswith("Russia's lead shrank since 2002.")


@pytest.mark.parametrize("indicator", FLOWS["indicator"].unique())
def test_labels_of_the_flows_map_stay_apart(indicator):
    live = maps.flow_map(FLOWS)
    for year in range(FLOWS["year"].min(), FLOWS["year"].max() + 1):
        live.update(indicator=indicator, year=int(year))
        assert problems(live.figure) == []


@pytest.mark.parametrize("indicator", FLOWS["indicator"].unique())
def test_no_line_of_the_flows_map_is_wider_than_that_of_a_larger_figure(indicator):
    live = maps.flow_map(FLOWS)
    rows = tables.select(FLOWS, indicator=indicator)
    for year in rows["year"].unique():
        live.update(indicator=indicator, year=int(year))
        body = live.figure.axes[0].collections[-3]
        widths = dict(zip(maps.flows.STARTS, body.get_linewidths(), strict=True))
        shown = rows[rows["year"] <= year].sort_values("year")
        latest = shown.groupby(["partner", "iso3"])["value"].last()
        ordered = [widths[key] for key in latest.sort_values().index]
        assert ordered == sorted(ordered)


class TestAtlas:
    spec = atlas.institutes(tables.load("confucius_institutes")).spec

    def test_an_institute_without_a_year_says_so(self):
        (layer,) = self.spec["layers"]
        said = [str(one) for one in layer["features"]]
        assert sum("'year not known'" in one for one in said) == 2
        assert self.spec["title"].endswith("2 without a known year")

    def test_only_the_missing_years_are_wrong_with_it(self):
        (problem,) = self.spec["problems"]
        assert "2 of 13 without a known year" in problem

    def test_institutes_of_one_city_do_not_hide_each_other(self):
        (layer,) = self.spec["layers"]
        places = {(one["x"], one["y"]) for one in layer["features"]}
        assert len(places) == len(layer["features"])
