"""Timelines can be read, and gaps stay gaps."""

import math

import pandas as pd
import pytest

from helpers import charts, security, style, tables
from helpers.charts import pieces
from tests.figures import problems, unreadable

EVENTS = tables.load("events")
WORDS = {
    "title": "Four treaties in ten years",
    "subtitle": "Events by year, number of the treaty",
    "source": "Data: made up.",
}


def treaties():
    found = security.chronology(EVENTS, actors=["CHN"], kinds=["border"])
    return found.assign(words=found["what_happened"].str[:50])


def test_labels_of_a_timeline_stay_apart(figures):
    picture = charts.timeline(treaties(), lane="kind", label="words", **WORDS)
    assert unreadable(picture, *figures) == []
    assert "1999-08-13 border" in picture.alt


def test_a_timeline_without_events_says_so():
    with pytest.raises(ValueError, match="no events"):
        charts.timeline(treaties().iloc[:0], lane="kind", label="words", **WORDS)


def test_the_alternative_text_lists_all_events_of_the_year():
    live = charts.timeline_by_year(EVENTS)
    for year in sorted(EVENTS["year"].unique()):
        alt = live.update(actors=(), kinds=(), year=int(year))
        assert problems(live.figure) == []
        assert alt.count(f" {year}") >= (EVENTS["year"] == year).sum()
    alt = live.update(actors=("TKM",), kinds=("attack",), year=1999)
    assert "no event of the list" in alt


def test_both_partners_together_have_a_look_of_their_own():
    colours = [
        charts.events._colour(actors)
        for actors in ("CHN;KGZ", "KGZ;RUS", "CHN;KGZ;RUS", "KGZ")
    ]
    assert colours[2] == style.INK
    assert len(set(colours)) == 4


def test_each_sign_has_a_shape_and_a_fill_of_its_own():
    looks = [style.mark(sign, "#b2281f") for sign in tables.SIGN_WORDS]
    assert len({(look["marker"], look["facecolor"]) for look in looks}) == 4


class TestGapsAsGaps:
    table = pd.DataFrame(
        {"code": "X", "year": [2000, 2001, 2004], "votes": [1.0, 2.0, 3.0]}
    )

    def drawn(self):
        axes = style.axes(style.figure(4, 3))
        look = {"by": "code", "value": "votes", "colours": {"X": "#000000"}}
        return axes, pieces.gaps_as_gaps(axes, self.table, **look)["X"]

    def test_the_line_breaks_where_years_are_missing(self):
        _, line = self.drawn()
        assert list(line.get_xdata()) == [2000, 2001, 2002, 2003, 2004]
        assert [math.isnan(value) for value in line.get_ydata()] == [
            False,
            False,
            True,
            True,
            False,
        ]
        assert line.get_marker() == "o"  # else a lone year would be invisible

    def test_a_single_missing_year_has_a_band_without_words(self):
        axes = style.axes(style.figure(4, 3))
        table = self.table.assign(year=[2000, 2001, 2003])
        look = {"by": "code", "value": "votes", "colours": {"X": "#000000"}}
        pieces.gaps_as_gaps(axes, table, **look)
        assert len(axes.patches) == 1
        assert not axes.texts

    def test_a_band_says_that_there_are_no_data(self):
        axes, _ = self.drawn()
        assert [text.get_text() for text in axes.texts] == ["no data"]
        (band,) = axes.patches
        assert (band.get_x(), band.get_width()) == (2001.5, 2.0)
