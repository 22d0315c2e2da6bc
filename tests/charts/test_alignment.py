"""Charts of votes can be read alone; a missing vote and a missing year are visible."""

import itertools

import pytest

from helpers import charts, economy, explore, security, tables
from tests.figures import problems, texts, unreadable

AGREEMENT = tables.load("un_agreement")
POINTS = tables.load("un_ideal_points")
VOTES = tables.load("un_votes")
TEXTS = tables.load("un_resolutions")
OF_2025 = TEXTS[TEXTS["year"] == 2025]
UKRAINE = security.with_issue(TEXTS).query("issue == 'Ukraine'")


def shares(flow):
    past = tables.load("trade_long_run")
    return economy.partner_share(past, flow=flow, partner="CHN", reported_by=None)


CHARTS = {
    "vote grid": lambda: charts.vote_grid(VOTES, UKRAINE),
    "agreement panels": lambda: charts.agreement_panels(AGREEMENT),
    "agenda": lambda: charts.agenda(AGREEMENT, POINTS),
    "ideal points": lambda: charts.ideal_points(POINTS),
    "regimes": lambda: charts.regimes(tables.load("regime_indices")),
    **{
        f"issues {code}": lambda code=code: charts.issues(VOTES, OF_2025, country=code)
        for code in tables.the_five()
    },
    **{
        f"dependence {flow}": lambda flow=flow: charts.dependence(
            shares(flow), AGREEMENT, flow=flow
        )
        for flow in ("export", "import")
    },
}


@pytest.mark.parametrize("name", CHARTS)
def test_charts_can_be_read(name, figures):
    assert unreadable(CHARTS[name](), *figures) == []


def test_a_vote_that_is_not_recorded_has_a_sign_of_its_own(figures):
    charts.vote_grid(VOTES, UKRAINE)
    (figure,) = figures
    shown = [text.get_text() for text in texts(figure)]
    silent = VOTES[VOTES["resolution"].isin(UKRAINE["resolution"])]
    count = (silent["vote"] == "no vote recorded").sum()
    assert shown.count("not recorded") == count
    dashed = [tile for tile in figure.axes[0].patches if tile.get_linestyle() != "-"]
    assert len(dashed) == count


def test_the_missing_years_are_said_in_every_panel(figures):
    charts.agreement_panels(AGREEMENT)
    (figure,) = figures
    for axes in figure.axes:
        assert [text.get_text() for text in axes.texts] == ["no data"]


def test_the_title_comes_from_the_measure():
    falling = AGREEMENT.assign(agreement=1 - AGREEMENT["agreement"])
    said = charts.agreement_panels(AGREEMENT).alt
    assert "in 5 of 5 up by 2005-09, in 5 down by 2015-19" in said
    said = charts.agreement_panels(falling).alt
    assert "in 0 of 5 up by 2005-09, in 0 down by 2015-19" in said


def test_a_title_does_not_rest_on_an_issue_of_few_votes():
    said = charts.issues(VOTES, OF_2025, country="KAZ").alt
    assert said.startswith("Least agreement: with China on arms, with Russia on arms")
    assert "Ukraine (4) 0.88, 0.50" in said
    assert "with Russia on Ukraine" not in said


class TestExplorer:
    live = charts.alignment_lines(AGREEMENT, POINTS)
    choices = explore.agreement_explorer(AGREEMENT, POINTS).choices

    def shown(self, **changes):
        at = {"country": "TKM", "partner": "CHN", "measure": "agreement"}
        return self.live.update(**at | {"least_votes": 0} | changes)

    def test_labels_fit_at_every_choice(self):
        names = ("country", "partner", "measure")
        for chosen in itertools.product(
            *(self.choices[name].values() for name in names)
        ):
            for least_votes in (0, 100):
                self.shown(
                    **dict(zip(names, chosen, strict=True)), least_votes=least_votes
                )
                assert problems(self.live.figure) == [], (chosen, least_votes)

    def test_years_with_too_few_votes_are_left_out_and_counted(self):
        few = tables.select(AGREEMENT, country="TKM", partner="CHN")
        count = (few["common_votes"] < 30).sum()
        assert f"Left out: {count} of {len(few)} years" in self.shown(least_votes=30)

    def test_no_year_is_left(self):
        said = self.shown(country="TKM", measure="distance", least_votes=100)
        assert "no year has so many votes" in said

    def test_a_single_year_is_said_once(self):
        said = self.shown(least_votes=100)
        assert "0.96 in 2025, the only year left" in said

    def test_the_gap_stays_a_gap(self):
        self.shown()
        (line,) = (line for line in self.live.figure.axes[0].lines)
        drawn = dict(zip(line.get_xdata(), line.get_ydata(), strict=True))
        assert all(drawn[year] != drawn[year] for year in range(2020, 2025))
