"""Charts of energy can be read alone, and missing figures stay missing."""

import pandas as pd
import pytest

from helpers import atlas, charts, economy, tables
from tests.figures import unreadable

TRADE = tables.load("trade_by_partner")
LINES = tables.layer("pipelines")
GATEWAYS = tables.load("gateways")
FIGURES = pd.concat(
    [tables.load("reported_figures"), tables.load("corridor_figures")],
    ignore_index=True,
)


def capacity_and_flow():
    volumes = economy.full_years(FIGURES, topic="gas_to_china", unit="bcm")
    return charts.capacity_and_flow(
        economy.open_capacity(LINES, leads_to="CHN"),
        economy.pipeline_flow(FIGURES),
        volumes.query("area == 'TKM'"),
    )


CHARTS = {
    "capacity and flow": capacity_and_flow,
    "market": lambda: charts.market(
        {
            "China's customs": economy.region_as_market(TRADE),
            "the states' customs": economy.region_as_market(
                TRADE, reported_by="country"
            ),
        }
    ),
    **{
        f"surplus of {fuel}": lambda fuel=fuel: charts.surplus(
            economy.surplus(tables.load("oil_gas"), fuel=fuel)
        )
        for fuel in ("gas", "oil")
    },
    **{
        f"pipelines {year}": lambda year=year: (
            atlas.pipelines(LINES, GATEWAYS, year=year).picture
        )
        for year in (1990, 2019)
    },
}


@pytest.mark.parametrize("name", CHARTS)
def test_charts_can_be_read(name, figures):
    assert unreadable(CHARTS[name](), *figures) == []


def test_flows_are_dots_that_are_not_joined(figures):
    capacity_and_flow()
    (axes,) = figures[0].axes
    dots = [line for line in axes.lines if line.get_marker() == "o"]
    assert len(dots) == 2
    assert all(line.get_linestyle() == "None" for line in dots)


def test_the_atlas_draws_lines_side_by_side_once():
    _, works, _ = atlas.pipelines(LINES, GATEWAYS).spec["layers"]
    to_china = [line for line in works["features"] if line["category"] == "China"]
    assert len(to_china) == 2  # one route for gas, one for oil
    assert {feature["first"] for feature in to_china} == {2006, 2009}


def test_lines_on_paper_have_no_year_and_are_dashed():
    paper, _, _ = atlas.pipelines(LINES, GATEWAYS).spec["layers"]
    assert all(feature["dashed"] for feature in paper["features"])
    assert {feature["first"] for feature in paper["features"]} == {-9999}
    legend = atlas.pipelines(LINES, GATEWAYS).spec["legend"]
    dashed = {entry["label"] for entry in legend if entry.get("dashed")}
    on_paper = {line["category"] for line in paper["features"]}
    assert dashed == on_paper | {"dashed: only a sketch"}


def test_the_title_counts_what_is_in_operation():
    closed = LINES.assign(
        status=LINES["status"].mask(LINES["line_id"] == "P2299", "cancelled")
    )
    title = atlas.pipelines(closed, GATEWAYS).spec["title"]
    assert title.startswith("Of 6 lines")
    assert "3 lead to China" in title
