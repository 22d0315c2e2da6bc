"""Violence by period, treaty obligations, members and responses to crises."""

import pandas as pd

from helpers import tables
from helpers.security.events import check_named

OBLIGATIONS = ("defence", "neutrality", "consultation", "nonaggression")


def violence_per_year(violence, sources, *, source, measure, first, last):
    """Recorded attacks or deaths a year in a period: a base rate for each country.

    The number of the period, divided by the number of its years. A year without a
    row counts as none *recorded*, because the source covers it.

    Parameters
    ----------
    violence, sources : DataFrame
        The tables ``political_violence`` and ``violence_sources``.
    source : str
        A source of ``violence``. Two sources are never added.
    measure : {"attacks", "deaths"}
    first, last : int
        The period's years, both included.

    Returns
    -------
    DataFrame
        Columns ``country``, ``total`` (attacks or deaths), ``years`` and
        ``per_year``, one row a country of the table, sorted.

    Raises
    ------
    KeyError
        When the source or measure does not occur; the message lists those there are.
    ValueError
        When the source does not cover the whole period, or the period is empty.

    Examples
    --------
    >>> rates = violence_per_year(
    ...     tables.load("political_violence"), tables.load("violence_sources"),
    ...     source="UCDP", measure="deaths", first=2009, last=2018)
    >>> rates.query("country == 'KGZ'")["per_year"].item()
    4.4
    """
    rows = tables.select(violence, source=source, measure=measure)
    _check_covered(tables.select(sources, source=source).iloc[0], first, last)
    years = last - first + 1
    in_period = rows[rows["year"].between(first, last)]
    totals = in_period.groupby("country")["value"].sum()
    countries = sorted(violence["country"].unique())
    totals = totals.reindex(countries, fill_value=0)
    return pd.DataFrame(
        {
            "country": countries,
            "total": totals.to_numpy(dtype=int),
            "years": years,
            "per_year": totals.to_numpy(dtype=float) / years,
        }
    )


def quoted_per_year(quoted):
    """Quoted numbers of a period as a rate a year: ``per_year``, added as a column.

    Parameters
    ----------
    quoted : DataFrame
        The table ``attacks_quoted``: ``first_year``, ``last_year``, ``attacks``.

    Examples
    --------
    >>> row = pd.DataFrame({"first_year": [2014], "last_year": [2017], "attacks": [65]})
    >>> quoted_per_year(row)["per_year"].item()
    16.25
    """
    years = quoted["last_year"] - quoted["first_year"] + 1
    return quoted.assign(years=years, per_year=quoted["attacks"] / years)


def death_rates(violence, *, first=None, last=None):
    """Deaths and deaths per million people, for years in which there were any.

    The source's deaths per 100,000 people, times ten. It prints them with two
    decimals, so a rate is exact to 0.1 per million at most.

    Parameters
    ----------
    violence : DataFrame
        The table ``political_violence``; only UCDP gives rates.
    first, last : int, optional
        Years, both included.

    Returns
    -------
    DataFrame
        Columns ``country``, ``year``, ``deaths`` and ``per_million``, most deaths
        first.

    Examples
    --------
    >>> rates = death_rates(tables.load("political_violence"), first=2000, last=2000)
    >>> rates.query("country == 'KGZ'")[["deaths", "per_million"]].values.tolist()
    [[174.0, 35.4]]
    """
    rows = violence.dropna(subset=["per_100_000_people"])
    rows = rows[rows["value"] > 0]
    first = rows["year"].min() if first is None else first
    last = rows["year"].max() if last is None else last
    rows = rows[rows["year"].between(first, last)]
    rates = pd.DataFrame(
        {
            "country": rows["country"],
            "year": rows["year"],
            "deaths": rows["value"],
            "per_million": (10 * rows["per_100_000_people"]).round(1),
        }
    )
    return rates.sort_values("deaths", ascending=False, ignore_index=True)


def obligations(pacts, *, year, partners):
    """What each state owes to each partner in a year, and to how many partners.

    Parameters
    ----------
    pacts : DataFrame
        The table ``pacts``.
    year : int
    partners : sequence of str
        ISO 3166-1 alpha-3 codes.

    Returns
    -------
    DataFrame
        Columns ``state``, ``partner`` and the four obligations as true or false, one
        row a pair; a pair without a listed treaty has all false.

    Raises
    ------
    KeyError
        When the source does not cover the year, or a partner does not occur.

    Examples
    --------
    >>> owed = obligations(tables.load("pacts"), year=2018, partners=["CHN", "RUS"])
    >>> owed.groupby("partner")["defence"].sum().to_dict()
    {'CHN': 0, 'RUS': 4}
    """
    for partner in partners:
        tables.select(pacts, partner=partner)
    rows = tables.select(pacts, year=year).set_index(["state", "partner"])
    states = sorted(pacts["state"].unique())
    pairs = pd.MultiIndex.from_product([states, partners], names=["state", "partner"])
    pairs = pairs[pairs.get_level_values(0) != pairs.get_level_values(1)]
    owed = rows[list(OBLIGATIONS)].reindex(pairs, fill_value=False)
    return owed.reset_index()


def obligation_spans(pacts, *, partners):
    """From when to when a state owes a partner each obligation.

    Parameters
    ----------
    pacts : DataFrame
        The table ``pacts``.
    partners : sequence of str
        ISO 3166-1 alpha-3 codes.

    Returns
    -------
    DataFrame
        Columns ``state``, ``partner``, ``obligation``, ``first_year``, ``last_year``
        and ``lasts`` (to the end of the source: it may still hold), sorted.

    Raises
    ------
    KeyError
        When a partner does not occur.

    Examples
    --------
    >>> spans = obligation_spans(tables.load("pacts"), partners=["RUS"])
    >>> spans.query("state == 'TKM' and obligation == 'defence'").values.tolist()
    [['TKM', 'RUS', 'defence', 1992, 2002, False]]
    """
    for partner in partners:
        tables.select(pacts, partner=partner)
    long = pacts[pacts["partner"].isin(list(partners))].melt(
        ["state", "partner", "year"], list(OBLIGATIONS), var_name="obligation"
    )
    keys = ["state", "partner", "obligation"]
    long = long[long["value"]].sort_values([*keys, "year"])
    run = (long["year"] - long.groupby(keys).cumcount()).rename("run")
    spans = long.groupby([*keys, run])["year"].agg(first_year="min", last_year="max")
    spans = spans.reset_index().drop(columns="run")
    spans["lasts"] = spans["last_year"] == pacts["year"].max()
    return spans.sort_values([*keys, "first_year"], ignore_index=True)


def members(memberships, *, organisation, year):
    """Members of an organisation at some time of a year.

    Parameters
    ----------
    memberships : DataFrame
        The table ``memberships``.
    organisation : {"SCO", "CSTO"}
    year : int

    Returns
    -------
    list of str
        ISO 3166-1 alpha-3 codes, sorted; empty before the beginning.

    Raises
    ------
    KeyError
        When there is no such organisation; the message lists those there are.

    Examples
    --------
    >>> members(tables.load("memberships"), organisation="SCO", year=2016)
    ['CHN', 'KAZ', 'KGZ', 'RUS', 'TJK', 'UZB']
    """
    rows = tables.select(memberships, organisation=organisation)
    began = rows["first_year"] <= year
    lasts = rows["last_year"].isna() | (rows["last_year"] >= year)
    return sorted(rows.loc[began & lasts, "state"].unique())


def responses(crises, events):
    """Who responded how to each crisis, with the reliability of the row behind it.

    Parameters
    ----------
    crises, events : DataFrame
        The tables ``crisis_responses`` and ``events``.

    Returns
    -------
    DataFrame
        The columns of ``crisis_responses``, then ``reliability`` (a sign of
        ``tables.SIGNS``; empty where none was found), ``contested_by`` and ``source``.

    Raises
    ------
    KeyError
        When a row names an event that is missing; the message names it.
    """
    check_named(events, crises["event"].dropna())
    behind = events.assign(reliability=tables.signs(events))
    behind = behind[["event", "reliability", "contested_by", "source"]]
    found = crises.merge(behind, on="event", how="left", validate="many_to_one")
    return found.fillna(dict.fromkeys(behind.columns, ""))


def _check_covered(source, first, last):
    """Refuse a period that is empty, or that reaches beyond a source."""
    if last < first:
        raise ValueError(f"The period {first} to {last} has no year: swap the two.")
    if first < source["first_year"] or last > source["last_year"]:
        raise ValueError(
            f"{source['source']} covers {source['first_year']} to "
            f"{source['last_year']}, not {first} to {last}: choose years within it. "
            "Years outside are missing, not zero."
        )
