"""The explorers of the public-diplomacy section."""

from helpers import charts, diplomacy
from helpers.explore.explorer import Choice, Explorer


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
