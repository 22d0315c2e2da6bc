"""Charts of opinion and protest can be read, and no line joins two polls."""

import itertools

import pytest
from matplotlib.collections import PathCollection

from helpers import charts, diplomacy, tables
from tests.figures import problems, unreadable

SURVEYS = tables.load("opinion_surveys")
PAIRS = diplomacy.repeated_questions(SURVEYS)
PICTURES = {
    "about China": lambda: charts.repeated_questions(PAIRS.query("target == 'CHN'")),
    "one house": lambda: charts.repeated_questions(PAIRS.query("pollster == 'IRI'")),
    "margins": lambda: charts.margins(SURVEYS),
    "windows": lambda: charts.protest_windows(
        diplomacy.protest_windows(tables.load("protest_counts")).query(
            "about == 'China' or area == 'CA5'"
        )
    ),
    "mass protests": lambda: charts.mass_protests(tables.load("mass_protests")),
    "order": lambda: charts.protest_order(
        diplomacy.order_of_events(
            tables.load("events"),
            tables.load("protest_labels"),
            tables.load("covid_by_month"),
        )
    ),
    "permits": lambda: charts.permits(
        diplomacy.permit_shares(tables.load("work_permits"))
    ),
    "staff": lambda: charts.local_staff(
        diplomacy.local_shares(tables.load("local_staff"))
    ),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_can_be_read_alone(name, figures):
    picture = PICTURES[name]()
    assert unreadable(picture, *figures) == []


@pytest.mark.parametrize("name", ["about China", "permits", "staff"])
def test_dots_are_not_joined(name, figures):
    PICTURES[name]()
    (figure,) = figures
    lines = [line for axes in figure.axes for line in axes.lines]
    assert all(len(set(line.get_xdata())) == 1 for line in lines)  # upright marks only


def test_every_choice_of_the_survey_dots_can_be_read():
    live = charts.survey_dots(SURVEYS)
    areas = [*tables.the_five(), "CA4"]
    targets, tones = ("CHN", "RUS", "USA"), ("friendly", "unfriendly")
    for area, target, tone in itertools.product(areas, targets, tones):
        alt = live.update(area=area, target=target, tone=tone)
        assert problems(live.figure) == []
        rows = SURVEYS.query("area == @area and target == @target and tone == @tone")
        assert alt.count(" percent (") == len(rows)
        assert ("No published figure" in alt) == rows.empty
        (axes,) = live.figure.axes
        dots = next(one for one in axes.collections if isinstance(one, PathCollection))
        assert len(dots.get_offsets()) == len(rows)
        assert not axes.lines


def test_hollow_dots_are_one_report():
    live = charts.survey_dots(SURVEYS)
    live.update(area="KAZ", target="CHN", tone="friendly")
    (axes,) = live.figure.axes
    dots = next(one for one in axes.collections if isinstance(one, PathCollection))
    hollow = sum(tuple(face[:3]) == (1, 1, 1) for face in dots.get_facecolor())
    where = {"area": "KAZ", "target": "CHN", "tone": "friendly", "reliability": "B"}
    assert hollow == len(tables.select(SURVEYS, **where))


def test_years_without_a_coded_protest_are_hatched(figures):
    PICTURES["mass protests"]()
    counts = tables.load("mass_protests")
    (figure,) = figures
    for axes, code in zip(figure.axes, tables.the_five(), strict=True):
        hatched = [patch for patch in axes.patches if patch.get_hatch()]
        assert len(hatched) == 31 - (counts["state"] == code).sum()
