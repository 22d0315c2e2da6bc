"""Charts of silence and speech can be read, at every choice."""

import pytest

from helpers import charts, diplomacy, security, tables
from tests.figures import problems, unreadable

POSITIONS = tables.load("xinjiang_positions")
TEXTS = tables.load("xinjiang_texts")
EVENTS = tables.load("events")


def weight():
    weights = diplomacy.china_weight(
        *map(tables.load, ["trade_by_partner", "debt_flows", "gdp_and_public_debt"])
    )
    return charts.china_weight(
        weights, POSITIONS, text="letter_supporting_2019", year=2018
    )


def kin():
    protests = security.chronology(EVENTS, kinds=["protest"])
    steps = diplomacy.kin_steps(EVENTS, tables.load("kin_steps"))
    return charts.kin_steps(diplomacy.protests_before(steps, protests), protests)


def projects():
    return charts.contested_projects(tables.load("contested_projects"), EVENTS)


@pytest.mark.parametrize("draw", [kin, projects])
def test_timelines_can_be_read(draw, figures):
    assert unreadable(draw(), *figures) == []


def test_panels_can_be_read(figures):
    picture = weight()
    (figure,) = figures
    assert [one for one in unreadable(picture, figure) if "no unit" not in one] == []
    assert "Percent" in picture.alt


def test_the_grid_can_be_read_at_every_choice():
    live = charts.position_table(POSITIONS, TEXTS)
    for stance in (None, "critical", "supporting", "vote"):
        for number in range(1, len(TEXTS) + 1):
            alt = live.update(stance=stance, number=number)
            assert problems(live.figure) == []
            assert TEXTS.iloc[number - 1]["date"] in alt


def test_five_things_have_five_signs():
    looks = set(charts.positions.MARKERS.values())
    assert len(looks) == len(charts.positions.MARKERS) == 5


def test_marks_stand_where_the_table_says():
    live = charts.position_table(POSITIONS, TEXTS)
    alt = live.update(stance="vote", number=len(TEXTS))
    assert alt.startswith("The vote up to 2024-10-22: 2 voted against. ")
    assert "0 signed, 0 not signed, 3 could not vote" in alt
