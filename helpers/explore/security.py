"""The explorers of the security section."""

from helpers import charts, style, tables
from helpers.explore.explorer import Choice, Explorer, Slider


def border_squares(areas):
    """Areas of the Tajik settlement as squares: choose who states part and whole.

    Parameters
    ----------
    areas : DataFrame
        The table ``border_areas``.

    Returns
    -------
    Explorer
    """
    tajik = tables.select(areas, state="TJK").dropna(subset="km2")
    parts = tajik.loc[tajik["what"] == "to China", "said_by"]
    wholes = tajik[tajik["what"].isin(["disputed", "whole territory"])]
    return Explorer(
        charts.squares(areas),
        part=Choice("To China, says", {name: name for name in parts}),
        whole=Choice(
            "In percent of",
            {
                f"{row.what}: {row.said_by}": (row.what, row.said_by)
                for row in wholes.itertuples()
            },
        ),
    )


def border_years(steps):
    """Steps beside the bulletin's year: choose the state, and which step counts.

    Parameters
    ----------
    steps : DataFrame
        From ``security.border_steps``.

    Returns
    -------
    Explorer
    """
    names = tables.country_names()
    return Explorer(
        charts.year_of_settlement(steps),
        state=Choice("State", {names[code]: code for code in ("KAZ", "KGZ", "TJK")}),
        step=Choice("What counts", {step: step for step in charts.WHICH_STEP}),
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
