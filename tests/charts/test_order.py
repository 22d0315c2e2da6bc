"""Charts of threats and order can be read alone, at all settings."""

import itertools

import pytest

from helpers import charts, explore, security, tables
from tests.figures import problems, unreadable

COUNTS, SOURCES = tables.load("political_violence"), tables.load("violence_sources")
CONFLICTS, EVENTS = tables.load("armed_conflicts"), tables.load("events")

CHARTS = {
    "violence": lambda: charts.violence(COUNTS, SOURCES),
    "promises": lambda: charts.promises(
        security.obligation_spans(tables.load("pacts"), partners=["CHN", "RUS"])
    ),
    "responses": lambda: charts.responses(
        security.responses(tables.load("crisis_responses"), EVENTS)
    ),
    "formats": lambda: charts.timeline(
        security.milestones(EVENTS, tables.load("format_milestones")),
        lane="lane",
        label="label",
        title="A third format appears in 2020",
        subtitle="Chosen events by year",
        source=tables.credit("events"),
    ),
}


@pytest.mark.parametrize("name", CHARTS)
def test_chart_reads_alone(name, figures):
    assert unreadable(CHARTS[name](), *figures) == []


def test_the_titles_follow_from_the_measures():
    assert CHARTS["promises"]().alt.startswith("In 2018 4 of the five owed Russia")
    assert "Russia 3, China 0" in CHARTS["responses"]().alt
    assert CHARTS["violence"]().alt.startswith("No year is covered by all 3 counts")


class TestViolenceYears:
    live = charts.violence_years(COUNTS, CONFLICTS, SOURCES)

    def alt(self, source, measure, country, year):
        return self.live.update(source=(source, measure), country=country, year=year)

    def test_every_setting_is_readable(self):
        explorer = explore.violence_explorer(COUNTS, CONFLICTS, SOURCES)
        choices = [explorer.choices[name].values() for name in ("source", "country")]
        for (source, measure), country in itertools.product(*choices):
            for year in (1968, 2010, 2022):
                self.alt(source, measure, country, year)
                assert problems(self.live.figure) == []

    def test_what_is_not_covered_is_not_zero(self):
        assert "not covered by UCDP" in self.alt("UCDP", "deaths", "KGZ", 2020)
        assert "no deaths recorded" in self.alt("UCDP", "deaths", "KGZ", 2012)

    def test_both_states_of_a_conflict_have_it(self):
        for country in ("KGZ", "TJK"):
            said = self.alt("UCDP conflicts", "deaths", country, 2022)
            assert "at least 25 deaths" in said
        said = self.alt("UCDP conflicts", "deaths", "UZB", 2022)
        assert "no conflict listed for this state" in said
        assert "listed elsewhere" in said
