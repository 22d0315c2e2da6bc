"""What the atlas sends to the browser: complete, small, and true to its layers."""

import json

import pytest

from helpers import atlas, economy, maps, style, tables
from helpers.atlas import drawing
from tests import features
from tests.features import WORDS

LAYERS = [features.areas(), features.lines(), features.points()]
MOST_BYTES = 400_000


@pytest.fixture(scope="module")
def everything():
    return atlas.Atlas(LAYERS, **WORDS, year=2009)


def test_the_region_fits_400_kilobytes():
    bare = atlas.Atlas([], **WORDS)
    carried = json.dumps(bare.spec) + bare._esm + bare._css
    assert len(carried.encode("utf-8")) < MOST_BYTES


def test_every_feature_is_drawn(everything):
    for layer, drawn in zip(LAYERS, everything.spec["layers"], strict=True):
        assert drawn["name"] == layer.name
        assert len(drawn["features"]) == len(layer.frame)


def test_the_plain_data_hold_no_nan(everything):
    json.dumps(everything.spec, allow_nan=False)


def test_years_run_over_all_layers(everything):
    assert everything.spec["years"] == {"first": 2005, "last": 2020, "value": 2009}
    undated = atlas.Atlas([features.points(year=None)], **WORDS)
    assert undated.spec["years"] == {"first": 2017, "last": 2017, "value": 2017}
    later = atlas.Atlas([features.points(year=None)], **WORDS, year=2020)
    assert later.spec["years"] == {"first": 2017, "last": 2020, "value": 2020}
    earlier = atlas.Atlas([features.points(year=None)], **WORDS, year=1999)
    assert earlier.spec["years"] == {"first": 1999, "last": 2017, "value": 1999}


def test_filters_count_their_options(everything):
    layers, status, sector = everything.spec["filters"]
    assert [option["value"] for option in layers["options"]] == [
        layer.name for layer in LAYERS
    ]
    assert status == {
        "label": "Status",
        "options": [{"value": "working", "count": 2}, {"value": "planned", "count": 1}],
    }
    assert {option["value"] for option in sector["options"]} == {
        "transport",
        "energy",
        "education",
        "not known",
    }


def test_every_choice_of_a_feature_is_an_option(everything):
    options = {
        f"{group}:{place}"
        for group, filter_ in enumerate(everything.spec["filters"])
        for place, _ in enumerate(filter_["options"])
    }
    choices = {
        choice
        for layer in everything.spec["layers"]
        for feature in layer["features"]
        for choice in feature["choices"]
    }
    assert choices == options


def test_layers_share_a_filter_of_one_name():
    planned = features.lines(status="planned")
    both = atlas.Atlas([features.lines(), planned], **WORDS)
    _, status = both.spec["filters"]
    assert [option["count"] for option in status["options"]] == [2, 4]


def test_one_layer_needs_no_control_for_layers():
    (sector,) = atlas.Atlas([features.points()], **WORDS).spec["filters"]
    assert sector["label"] == "Sector"


def test_what_is_missing_is_hatched_and_in_the_legend(everything):
    hatched = [entry for entry in everything.spec["legend"] if entry.get("hatched")]
    assert [entry["label"] for entry in hatched] == [
        "Share of imports: not known",
        "Projects: not known",
    ]
    school = next(
        feature
        for feature in everything.spec["layers"][2]["features"]
        if feature["label"] == "School"
    )
    assert school["r"] is None


def test_problems_stand_in_the_widget():
    bad = atlas.Atlas([features.areas(code=["KAZ"] * 5 + ["XXX"])], **WORDS)
    assert any("'XXX'" in problem for problem in bad.spec["problems"])


def test_small_circles_lie_above_large_ones(everything):
    radii = [feature["r"] or 0 for feature in everything.spec["layers"][2]["features"]]
    assert radii == sorted(radii, reverse=True)


def test_one_can_zoom_to_each_of_the_five_states(everything):
    names = tables.country_names()
    zooms = [place["name"] for place in everything.spec["places"]]
    assert zooms == ["the whole region", *(names[code] for code in tables.the_five())]
    for place in everything.spec["places"]:
        _, _, wide, high = place["box"]
        assert wide / high == pytest.approx(drawing.WIDE / drawing.HIGH, rel=0.01)


def test_a_path_leads_back_to_its_coordinates():
    kazakhstan = maps.layer("countries").query("adm0_a3 == 'KAZ'").geometry.item()
    first = drawing.path(kazakhstan)[1:].split("l")[0].split(" ")
    exterior = max(kazakhstan.geoms, key=lambda part: part.area).exterior
    starts = {
        tuple(drawing.units([part.exterior.coords[0]])[0]) for part in kazakhstan.geoms
    }
    assert tuple(map(int, first)) in starts
    assert exterior.is_ring


def test_the_borders_are_those_of_the_static_map(everything):
    ground = everything.spec["ground"]
    assert len(ground["over"]["five"]) == len(tables.the_five())
    assert ground["over"]["disputed"]
    names = {name["text"] for name in ground["names"]}
    assert "XINJIANG\n(CHINA)" in names
    assert len(names & {"KAZAKHSTAN", "KYRGYZSTAN", "TAJIKISTAN"}) == 3


def test_a_notebook_keeps_the_static_map(everything):
    data, metadata = everything._repr_mimebundle_()
    assert data["image/png"] == style.encoded(everything.picture.png)
    assert data["text/plain"].startswith(WORDS["title"])
    assert "Projects: 2 (transport 1, energy 1)." in data["text/plain"]
    assert "application/vnd.jupyter.widget-view+json" in data
    assert metadata["image/png"]["width"] == everything.picture.width


def test_the_page_carries_all_that_it_needs(everything):
    page = everything.page()
    assert "<script src" not in page
    assert "import " not in page.split("<script")[1].split("const state")[0]
    assert "http:" not in page.replace("http://www.w3.org/2000/svg", "")
    assert "https:" not in page


def test_the_page_escapes_what_it_shows():
    hostile = "</script><script>alert(1)</script>"
    page = atlas.Atlas(
        [features.points(name=hostile)], **WORDS | {"title": hostile}
    ).page()
    assert hostile not in page


def test_the_opening_map_says_in_its_title_what_the_table_says():
    trade = tables.load("trade_long_run")
    turnover = economy.rival_turnover(trade).query("year == 2014")
    wide = turnover.pivot(index="country", columns="partner", values="value_usd_mn")
    ahead = int((wide["CHN"] > wide["RUS"]).sum())
    opening = atlas.trade_partners(trade)
    assert opening.spec["title"].endswith(f"in 2014 with {ahead}")
    assert opening.spec["problems"] == []
    assert "Trade: 10" in opening.picture.alt


def test_signs_and_rings_reach_the_browser():
    spec = atlas.Atlas([features.sites()], **WORDS).spec
    drawn = spec["layers"][0]["features"]
    assert [feature["sign"] for feature in drawn] == ["●", "○", "◆", "◇"]
    assert [feature["dashed"] for feature in drawn] == [False, True, False, True]
    legend = [(entry["kind"], entry["label"]) for entry in spec["legend"][2:]]
    assert legend == [
        ("rings", "position approximate"),
        *(("signs", words) for words in tables.SIGN_WORDS.values()),
    ]
