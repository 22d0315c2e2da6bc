"""The explorers of the security section."""

from helpers import charts, style, tables
from helpers.explore.explorer import Choice, Explorer, Slider


def agreement_explorer(agreement, points):
    """One pair in UN votes: choose both, the measure, and the least common votes.

    Parameters
    ----------
    agreement, points : DataFrame
        The tables ``un_agreement`` and ``un_ideal_points``.

    Returns
    -------
    Explorer
    """
    names = tables.country_names()
    partners = ["CHN", "RUS", "USA", "IND", "TUR"]
    return Explorer(
        charts.alignment_lines(agreement, points),
        country=Choice(
            "State", {names[code]: code for code in tables.the_five()}, value="TKM"
        ),
        partner=Choice("Partner", {names[code]: code for code in partners}),
        measure=Choice(
            "Measure",
            {"agreement": "agreement", "distance of ideal points": "distance"},
        ),
        least_votes=Slider("Least votes", 0, 100, value=0),
    )


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
