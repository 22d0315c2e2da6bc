"""The explorers of the security section."""

import functools
import html

from helpers import charts, security, style, tables
from helpers.explore.explorer import Choice, Explorer, Slider, link


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
    codes = [code for code in [*style.PARTNER, *tables.the_five()] if code in parties]
    actors = {names[code]: (code,) for code in codes}
    years = int(events["year"].min()), int(events["year"].max())
    return Explorer(
        charts.timeline_by_year(events),
        below=functools.partial(_listed, events),
        actors=Choice("Actor", {"anyone": ()} | actors),
        kinds=Choice(
            "Kind",
            {"anything": ()} | {kind: (kind,) for kind in events["kind"].unique()},
        ),
        year=Slider("Year", *years, value=min(2022, years[1])),
    )


def _listed(events, actors, kinds, year):
    """The events of a year as a list, each with its sign, source and who differs."""
    shown = security.chronology(
        events, actors=actors, kinds=kinds, first=year, last=year
    )
    lines = [
        f"<li>{html.escape(f'{row.reliability[0]} {row.date}: {row.what_happened}.')} "
        f"{link(row.url, row.source)}.{_against(row)}</li>"
        for row in shown.itertuples()
    ]
    none = "<li>No event of this list. The list is incomplete.</li>"
    return f"<ul>{''.join(lines) or none}</ul>"


def _against(row):
    return f" Contested: {html.escape(row.contested_by)}." if row.contested_by else ""


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
