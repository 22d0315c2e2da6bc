"""The explorers of the public-diplomacy section."""

from helpers import (
    charts,
    diplomacy,
    maps,
)
from helpers.explore.explorer import Choice, Explorer, Slider


def flow_map(flows):
    """Flows between the five states, Russia and China: choose what flows, and the year.

    Parameters
    ----------
    flows : DataFrame
        From ``diplomacy.flows``; the first indicator is shown first, in the last year
        in which both partners have a figure.

    Returns
    -------
    Explorer
    """
    indicators = list(dict.fromkeys(flows["indicator"]))
    first = flows[flows["indicator"] == indicators[0]]
    years = [set(rows["year"]) for _, rows in first.groupby("partner")]
    return Explorer(
        maps.flow_map(flows),
        indicator=Choice("What flows", {name: name for name in indicators}),
        year=Slider(
            "Year",
            int(flows["year"].min()),
            int(flows["year"].max()),
            value=max(set.intersection(*years)),
        ),
    )


def census_explorer(population, sources):
    """Groups in the people of Xinjiang: choose the series, the groups and the whole.

    Parameters
    ----------
    population, sources : DataFrame
        The tables ``xinjiang_population`` and ``population_series``.

    Returns
    -------
    Explorer
    """
    names = sources.sort_values("year")["series"]
    return Explorer(
        charts.census_share(population, sources),
        series=Choice("Series", {name: name for name in names}, value="year-end 2015"),
        groups=Choice("Groups", {name: name for name in diplomacy.GROUPS}),
        whole=Choice("In percent of", {name: name for name in diplomacy.WHOLES}),
    )
