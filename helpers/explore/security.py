"""The explorers of the security section."""

from helpers import charts, style, tables
from helpers.explore.explorer import Choice, Explorer, Slider


def event_timeline(events):
    """Events by kind on a line of time: choose an actor, a kind, and a year to read.

    Parameters
    ----------
    events : DataFrame
        The table ``events``, or a part of it.

    Returns
    -------
    Explorer
    """
    names = tables.country_names()
    parties = set(events["actors"].str.split(";").explode())
    actors = [*style.PARTNER, *tables.the_five()]
    return Explorer(
        charts.timeline_by_year(events),
        actor=Choice(
            "Actor",
            {charts.ANYONE: charts.ANYONE}
            | {names[code]: code for code in actors if code in parties},
        ),
        kind=Choice(
            "Kind",
            {charts.ANYTHING: charts.ANYTHING}
            | {kind: kind for kind in events["kind"].value_counts().index},
        ),
        year=Slider(
            "Year", int(events["year"].min()), int(events["year"].max()), value=2022
        ),
    )


def violence_explorer(counts, conflicts, sources):
    """Recorded violence in one country: choose who counts, the country and the year.

    Parameters
    ----------
    counts, conflicts, sources : DataFrame
        The tables ``political_violence``, ``armed_conflicts`` and
        ``violence_sources``.

    Returns
    -------
    Explorer
    """
    names = tables.country_names()
    return Explorer(
        charts.violence_years(counts, conflicts, sources),
        source=Choice(
            "Source",
            {
                "UCDP: deaths": ("UCDP", "deaths"),
                "UCDP: years of conflict": ("UCDP conflicts", "deaths"),
                "RAND: attacks across borders": ("RAND to 1997", "attacks"),
                "RAND: all attacks": ("RAND from 1998", "attacks"),
            },
        ),
        country=Choice(
            "Country",
            {names[code]: code for code in [*tables.the_five(), "CHN"]},
            value="KGZ",
        ),
        year=Slider("Year", 1968, 2022, value=2010),
    )
