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


def supplier_windows(arms):
    """Arms deliveries by supplier: choose the state, and where the window lies.

    Parameters
    ----------
    arms : DataFrame
        The table ``arms_deliveries``.

    Returns
    -------
    Explorer
    """
    names = tables.country_names()
    states = {"the five states": "CA5"}
    states |= {names[code]: code for code in tables.the_five()}
    years = int(arms["year"].min()), int(arms["year"].max())
    return Explorer(
        charts.supplier_windows(arms),
        state=Choice("State", states),
        first=Slider("From year", *years, value=2015),
        length=Slider("Years", 1, 10, value=5),
    )
