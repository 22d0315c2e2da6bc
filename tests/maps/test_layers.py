"""Layers say what is wrong with them; the static map shows all that is known."""

import math

import pytest

from helpers import maps, tables
from tests import features
from tests.features import WORDS
from tests.figures import unreadable


@pytest.fixture
def drawn(monkeypatch):
    """A list that each drawn base map joins, as its figure and axes."""
    seen = []
    base = maps.layers.ground.base
    monkeypatch.setattr(
        maps.layers.ground,
        "base",
        lambda **words: seen.append(base(**words)) or seen[-1],
    )
    return seen


def test_lines_carry_years_details_and_a_dash():
    drawn, problems = maps.prepared(features.lines())
    assert drawn["label"].tolist() == ["Line one", "Line two", "Line three"]
    assert drawn["first"].tolist()[:2] == [2009, 2020]
    assert math.isinf(drawn["last"][0])
    assert drawn["details"][0] == (("Capacity, bcm a year", "30"),)
    assert drawn["details"][1] == (("Capacity, bcm a year", "not known"),)
    assert drawn["dashed"].tolist() == [False, True, False]
    assert problems == [
        "Lines: 1 of 3 without a known year, drawn dotted in every year."
    ]


def test_points_may_come_as_longitude_and_latitude():
    drawn, _ = maps.prepared(features.points())
    assert drawn.crs == maps.ALBERS
    assert drawn["size"].isna().tolist() == [False, False, True, False]


def test_areas_take_the_outline_of_their_country():
    drawn, _ = maps.prepared(features.areas())
    countries = maps.layer("countries").set_index("adm0_a3").geometry
    assert drawn.geometry[0].equals(countries["KAZ"])
    xinjiang, problems = maps.prepared(features.areas(code="Xinjiang"))
    assert len(xinjiang) == 6
    assert not any("no country" in problem for problem in problems)


@pytest.mark.parametrize(
    ("layer", "sentence"),
    [
        (features.areas(code=["KAZ"] * 5 + ["XXX"]), "no country 'XXX' on the map"),
        (features.lines(geometry=[None] * 3), "no place on the map for Line one"),
        (features.lines(status="sunk"), "no colour for sunk"),
        (features.points(amount=math.nan), "4 of 4 without a known amount"),
        (features.points(longitude=math.nan), "no place on the map for Road"),
        (features.areas(), "1 of 6 without a known category"),
        (features.areas(code="XXX"), "there is nothing to draw"),
    ],
)
def test_what_is_wrong_is_named(layer, sentence):
    _, problems = maps.prepared(layer)
    assert any(sentence in problem for problem in problems)


def test_a_good_layer_has_no_problems():
    whole = features.points(amount=[1, 2, 3, 4], sector="energy")
    assert maps.prepared(whole)[1] == []


def test_an_unknown_kind_lists_those_there_are():
    with pytest.raises(ValueError, match="areas, lines, points"):
        maps.Layer("x", features.points().frame, "dots", "name", "sector", {})


def test_an_unknown_column_lists_those_there_are():
    with pytest.raises(KeyError, match=r"no column 'title'.*amount"):
        maps.Layer("x", features.points().frame, "points", "title", "sector", {})


@pytest.mark.parametrize(("year", "shown"), [(2004, 0), (2009, 2), (None, 4)])
def test_a_year_shows_what_existed_then(year, shown):
    drawn, _ = maps.prepared(features.points())
    assert maps.layers.visible(drawn, year).sum() == shown


def test_an_area_may_change_from_year_to_year():
    drawn, _ = maps.prepared(features.areas())
    kazakhstan = drawn[drawn["label"] == "Kazakhstan"]
    for year, share in ((2009, "under 20 %"), (2010, "over 20 %")):
        shown = kazakhstan[maps.layers.visible(kazakhstan, year)]
        assert shown["category"].tolist() == [share]


def test_the_area_of_a_circle_is_its_size():
    layer = features.points()
    small, large = maps.layers.radius([500.0, 2000.0], layer)
    assert large / small == pytest.approx(2)


@pytest.mark.parametrize("year", [None, 2009])
def test_the_static_map_can_be_read(drawn, year):
    everything = [features.areas(), features.lines(), features.points()]
    picture = maps.theme(everything, **WORDS, year=year)
    (figure, axes) = drawn[0]
    assert unreadable(picture, figure) == []
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("", "")
    assert "unknown 1" in picture.alt


def test_the_alternative_text_counts_what_is_shown():
    picture = maps.theme([features.points()], **WORDS, year=2009)
    assert picture.alt.endswith("Projects: 2 (transport 1, energy 1).")


def test_shape_and_fill_tell_reliability_and_contest(drawn):
    picture = maps.theme([features.sites()], **WORDS)
    (figure, axes) = drawn[0]
    assert unreadable(picture, figure) == []
    legend = axes.get_legend()
    said = [text.get_text() for text in legend.get_texts()]
    assert said[2:] == ["position approximate", *tables.SIGN_WORDS.values()]
    faces = [handle.get_facecolor() for handle in legend.legend_handles[3:]]
    assert [len(face) and face[0].tolist() == [1, 1, 1, 1] for face in faces] == [
        False,
        True,
        False,
        True,
    ]
