"""The base map: complete, cut to its frame, and readable."""

import pytest
import shapely

from helpers import maps, style, tables
from tests.figures import problems, texts

LAYERS = ["countries", "provinces", "lakes", "rivers", "disputed_lines", "places"]


@pytest.fixture(scope="module")
def drawn():
    return maps.base(title="A title", subtitle="A subtitle")


@pytest.mark.parametrize("name", LAYERS)
def test_every_layer_is_cut_to_the_frame(name):
    margin = 60_000  # the recipe leaves 50 km, so that strokes have no ends inside
    west, south, east, north = maps.FRAME
    frame = shapely.box(west - margin, south - margin, east + margin, north + margin)
    assert maps.layer(name).within(frame).all()


def test_no_disputed_line_lies_far_from_the_region():
    west, south, east, north = tables.layer("disputed_lines").total_bounds
    assert (west > 60, south > 20, east < 105, north < 45) == (True,) * 4


def test_xinjiang_lies_inside_china():
    countries = maps.layer("countries").set_index("adm0_a3").geometry
    xinjiang = maps.layer("provinces").set_index("name").geometry["Xinjiang"]
    assert xinjiang.difference(countries["CHN"].buffer(1)).area < 1e6  # square metres


def test_the_five_states_carry_equal_labels(drawn):
    figure, _ = drawn
    names = {
        name.upper()
        for code, name in tables.country_names().items()
        if code in tables.the_five()
    }
    labels = [text for text in texts(figure) if text.get_text() in names]
    assert len(labels) == 5
    looks = {
        (text.get_fontsize(), text.get_weight(), text.get_color()) for text in labels
    }
    assert len(looks) == 1


def test_xinjiang_is_labelled_as_part_of_china(drawn):
    assert "XINJIANG\n(CHINA)" in {text.get_text() for text in texts(drawn[0])}


def test_labels_do_not_cover_each_other(drawn):
    assert problems(drawn[0]) == []


def test_the_axes_show_no_ticks_or_units(drawn):
    _, axes = drawn
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("", "")
    assert not axes.get_xticks().size


def test_the_map_says_which_borders_it_draws():
    picture = maps.region()
    assert isinstance(picture, style.Picture)
    assert "de facto" in picture.alt
    assert "disputed" in picture.alt.lower()


def test_project_matches_the_layers():
    x, y = maps.project([72.0], [41.0])
    assert (abs(x[0]), abs(y[0])) == pytest.approx((0, 0), abs=1)
