"""Ethnic groups of Xinjiang by series, communities abroad, and rates of birth."""

import math

import pandas as pd

from helpers import tables

NAMED = ("Uyghur", "Hui", "Kazakh")  # by the bulletin
# The ten groups of China that traditionally practise Islam, as Pew (2023) lists them.
MOSTLY_MUSLIM = (
    *NAMED,
    "Kyrgyz",
    "Tajik",
    "Uzbek",
    "Tatar",
    "Dongxiang",
    "Salar",
    "Bonan",
)
MINORITIES = "All ethnic minorities"
GROUPS = {
    "the bulletin's three": NAMED,
    "ten mostly Muslim groups": MOSTLY_MUSLIM,
    "all minorities": (MINORITIES,),
}
WHOLES = ("printed total", "sum of the groups")
REMAINDERS = ("Other", MINORITIES)


def group_share(population, sources, *, series, groups, whole="printed total"):
    """The part of some ethnic groups in the people of Xinjiang, as a range.

    100 times the people of the groups, over the whole. A group that the series does
    not publish is part of its minorities without a name, so the share lies between
    that of the published groups alone and that with all these nameless people.

    Parameters
    ----------
    population, sources : DataFrame
        The tables ``xinjiang_population`` and ``population_series``.
    series : str
        A series of ``population``. Two series are never mixed.
    groups : sequence of str
        Ethnic groups, or ``(MINORITIES,)`` for everybody but the Han.
    whole : {"printed total", "sum of the groups"}
        What the people are divided by.

    Returns
    -------
    DataFrame
        One row: ``series``, ``year``, ``persons_low``, ``persons_high``,
        ``whole_persons``, ``low_percent``, ``high_percent`` (0 to 100),
        ``not_published`` (groups, joined by a comma), ``reliability`` (the weakest)
        and ``contested_by``. Where none of the groups is published, ``persons_low``
        and ``low_percent`` are missing, not zero.

    Raises
    ------
    KeyError
        When there is no such series; the message lists those there are.
    ValueError
        When the whole is not one of the two.

    Examples
    --------
    >>> share = group_share(
    ...     tables.load("xinjiang_population"), tables.load("population_series"),
    ...     series="census 2000", groups=NAMED)
    >>> share["low_percent"].round(2).item()
    56.5
    """
    if whole not in WHOLES:
        raise ValueError(f"No whole {whole!r}. There are: {', '.join(WHOLES)}.")
    rows = tables.select(population, series=series).set_index("ethnic_group")
    source = tables.select(sources, series=series).iloc[0]
    persons = rows["persons"]
    used, missing, low, high = _counted(persons, groups)
    total = source["total_persons"]
    if whole == WHOLES[1]:
        total = _minorities(persons) + persons["Han"]
    behind = rows.loc[used] if used else rows
    contested = dict.fromkeys(behind["contested_by"].dropna())
    return pd.DataFrame(
        {
            "series": [series],
            "year": [int(source["year"])],
            "persons_low": [low],
            "persons_high": [high],
            "whole_persons": [int(total)],
            "low_percent": [100 * low / total],
            "high_percent": [100 * high / total],
            "not_published": [", ".join(missing)],
            "reliability": [behind["reliability"].max()],
            "contested_by": ["; ".join(contested)],
        }
    )


def series_shares(population, sources, *, groups, whole="printed total"):
    """:func:`group_share` in all series, in order of their years.

    Examples
    --------
    >>> shares = series_shares(
    ...     tables.load("xinjiang_population"), tables.load("population_series"),
    ...     groups=(MINORITIES,))
    >>> shares["high_percent"].round(1).tolist()
    [59.4, 60.4, 59.9, 61.9, 63.8, 57.8]
    """
    return pd.concat(
        [
            group_share(population, sources, series=name, groups=groups, whole=whole)
            for name in sources.sort_values("year")["series"]
        ],
        ignore_index=True,
    )


def community_ranks(abroad, *, basis, last=None):
    """The rank of each country by its number of Uyghurs, at best and at worst.

    A number is a range. At best, only countries that lie wholly above come before; at
    worst, all that reach above the lower end.

    Parameters
    ----------
    abroad : DataFrame
        The table ``uyghurs_abroad``.
    basis : str
        Two bases are never mixed.
    last : int, optional
        Numbers of later years are left out.

    Returns
    -------
    DataFrame
        The newest number of each country, largest first, with ``best_rank`` and
        ``worst_rank``. Countries without a row have no rank.

    Raises
    ------
    KeyError
        When there is no such basis; the message lists those there are.

    Examples
    --------
    >>> abroad = pd.DataFrame({
    ...     "country": ["KAZ", "TUR", "KGZ"], "year": 2023, "basis": "one",
    ...     "persons_low": [90, 40, 30], "persons_high": [90, 60, 50]})
    >>> community_ranks(abroad, basis="one")[["best_rank", "worst_rank"]].values
    array([[1, 1],
           [2, 3],
           [2, 3]])
    """
    rows = tables.select(abroad, basis=basis)
    rows = rows[rows["year"] <= (9999 if last is None else last)]
    rows = rows.sort_values("year").drop_duplicates("country", keep="last")
    low, high = rows["persons_low"], rows["persons_high"]
    ranked = rows.assign(
        best_rank=[1 + int((low > own).sum()) for own in high],
        worst_rank=[
            1 + int((high > own).sum()) - int(top > own)
            for own, top in zip(low, high, strict=True)
        ],
    )
    return ranked.sort_values("persons_high", ascending=False, ignore_index=True)


def growth_between(counts):
    """Growth from each count to the next: times, and percent a year.

    Percent a year is 100 * ((later / earlier) ** (1 / years) - 1), compounded.

    Parameters
    ----------
    counts : DataFrame
        Columns ``year`` and ``persons``, one row a year.

    Returns
    -------
    DataFrame
        Columns ``from_year``, ``to_year``, ``times`` and ``percent_a_year``.

    Raises
    ------
    ValueError
        When a year has several rows.

    Examples
    --------
    >>> counts = pd.DataFrame({"year": [1959, 1970], "persons": [50, 100]})
    >>> growth_between(counts).round(2).to_dict("records")
    [{'from_year': 1959, 'to_year': 1970, 'times': 2.0, 'percent_a_year': 6.5}]
    """
    if counts.duplicated("year").any():
        raise ValueError("Several counts of one year: choose one version first.")
    ordered = counts.sort_values("year", ignore_index=True)
    years, persons = ordered["year"], ordered["persons"].astype(float)
    times = persons / persons.shift()
    grown = pd.DataFrame(
        {
            "from_year": years.shift(),
            "to_year": years,
            "times": times,
            "percent_a_year": 100 * (times ** (1 / years.diff()) - 1),
        }
    )
    return grown.iloc[1:].astype({"from_year": int}).reset_index(drop=True)


def vital_rates(births):
    """Births, natural growth and, as their difference, deaths per 1,000 people.

    Natural growth is births minus deaths, so deaths are births minus growth.

    Parameters
    ----------
    births : DataFrame
        The table ``xinjiang_births``.

    Returns
    -------
    DataFrame
        Columns ``year``, ``area``, ``births``, ``deaths`` and ``natural_growth``, per
        1,000 people. Deaths are missing where births are.

    Examples
    --------
    >>> rates = vital_rates(tables.load("xinjiang_births"))
    >>> rates.query("area == 'Xinjiang' and year >= 2017")["deaths"].round(2).tolist()
    [4.48, 4.56, 4.45]
    """
    born = births["birth_rate_per_1000"]
    grown = births["natural_growth_per_1000"]
    return pd.DataFrame(
        {
            "year": births["year"],
            "area": births["area"],
            "births": born,
            "deaths": born - grown,
            "natural_growth": grown,
        }
    ).reset_index(drop=True)


def _counted(persons, groups):
    """Rows used, groups without a row, and the people at least and at most."""
    minorities = _minorities(persons)
    if tuple(groups) == (MINORITIES,):
        # Everybody but the Han: how the rest is divided does not matter.
        used = [MINORITIES if MINORITIES in persons else "Han"]
        return used, [], minorities, minorities
    used = [name for name in groups if name in persons]
    missing = [name for name in groups if name not in persons]
    low = int(persons[used].sum()) if used else math.nan
    if not missing:
        return used, missing, low, low
    known = persons.drop(["Han", *REMAINDERS], errors="ignore").sum()
    nameless = minorities - int(known)
    return used, missing, low, (low if used else 0) + nameless


def _minorities(persons):
    """Everybody but the Han: as published together, else the sum of the groups."""
    return int(persons.get(MINORITIES, persons.drop("Han").sum()))
