"""Institutes, students, migrants, money and routes: China beside Russia."""

import pandas as pd

from helpers import tables

PARTNERS = ("CHN", "RUS")
WORLD = "WLD"
STUDENTS, REPORTED = "Students", "Students, reported since 2020"
BORN, MONEY, ROUTES = "People by birthplace", "Remittances, model", "Airline routes"
UNITS = {
    STUDENTS: "students; in China of all kinds, in Russia for a degree",
    REPORTED: "students, as ministries and news report them; definitions differ",
    BORN: "people born in the state who live in the partner country",
    MONEY: "million US dollars received in the year, as a model spreads them",
    ROUTES: "pairs of an airline and two airports, in one month",
}
TOWARDS = {MONEY: "state", ROUTES: "both"}
REVISION = 2024  # of UN DESA; the only one with figures for China
RIVAL = 2020


def openings(public_diplomacy, *, state=None):
    """Confucius Institutes opened in each year, and all opened up to then.

    The running total of a year is the sum of the openings up to and with it. None is
    taken off for an institute that closed.

    Parameters
    ----------
    public_diplomacy : DataFrame
        The table ``public_diplomacy``: ``state``, ``year``, ``institutes_opened``.
    state : str, optional
        ISO 3166-1 alpha-3 code of one state; by default all of the table together.

    Returns
    -------
    DataFrame
        Columns ``year``, ``opened`` and ``running_total``, by year.

    Raises
    ------
    KeyError
        When the table has no such state; the message lists those it has.

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "state": "KGZ", "year": [2007, 2008, 2009], "institutes_opened": [2, 0, 1]})
    >>> openings(table)["running_total"].tolist()
    [2, 2, 3]
    """
    rows = public_diplomacy
    if state is not None:
        rows = tables.select(rows, state=state)
    opened = rows.groupby("year")["institutes_opened"].sum()
    counts = pd.DataFrame({"opened": opened, "running_total": opened.cumsum()})
    return counts.reset_index()


def opened_around(institutes, public_diplomacy, *, cut):
    """Institutes opened before a year and from it on, by three sorts of date.

    Parameters
    ----------
    institutes : DataFrame
        The table ``confucius_institutes``: ``opened`` (year, may be missing),
        ``agreed`` (a date as text, may be missing).
    public_diplomacy : DataFrame
        The table ``public_diplomacy``.
    cut : int
        First year of the later period.

    Returns
    -------
    DataFrame
        Columns ``date`` (which date is taken for the opening), ``before``, ``since``
        and ``year_not_known``, all in institutes. The second row takes the date of
        the agreement where one is known, and else the year of opening.

    Examples
    --------
    >>> institutes = pd.DataFrame({
    ...     "opened": [2015, 2007, None], "agreed": ["2012-09-01", None, None]})
    >>> yearly = pd.DataFrame({
    ...     "state": "KGZ", "year": [2007, 2014], "institutes_opened": [1, 1]})
    >>> opened_around(institutes, yearly, cut=2013)["before"].tolist()
    [1, 2, 1]
    """
    agreed = pd.to_numeric(institutes["agreed"].str[:4])
    counts = openings(public_diplomacy)
    counted = counts["year"].repeat(counts["opened"])
    years = {
        "launch, else date in the list": institutes["opened"],
        "agreement where known, else the same": agreed.fillna(institutes["opened"]),
        "year in AidData": counted,
    }
    rows = [
        (
            name,
            int((year < cut).sum()),
            int((year >= cut).sum()),
            int(year.isna().sum()),
        )
        for name, year in years.items()
    ]
    return pd.DataFrame(rows, columns=["date", "before", "since", "year_not_known"])


def flows(
    *,
    students_in_china,
    students_abroad,
    students_reported,
    migrants,
    remittances,
    air_routes,
):
    """What ties each state to China and to Russia, in one frame for the flows map.

    Each indicator takes one source for each partner. Students stand in two systems:
    China's ministry counts all, UNESCO's hosts those who study for a degree. People
    by birthplace are those of UN DESA's revision of 2024, the only one with figures
    for China; where that of 2020 differs, it is named as the rival. A zero of the
    remittance model means no figure, so it is left out.

    Parameters
    ----------
    students_in_china, students_abroad, students_reported, migrants, remittances, \
air_routes : DataFrame
        The tables of these names.

    Returns
    -------
    DataFrame
        Columns ``indicator``, ``unit``, ``iso3`` (one of the five), ``partner``
        (``CHN`` or ``RUS``), ``year``, ``value``, ``reliability`` (A or B),
        ``contested_by`` (empty where nobody is known to differ), ``towards``
        (``partner``, ``state`` or ``both``) and ``table``, the name of the table that
        the row comes from. A missing row is a missing figure.

    Examples
    --------
    >>> names = ("students_in_china", "students_abroad", "students_reported",
    ...     "migrants", "remittances", "air_routes")
    >>> found = flows(**{name: tables.load(name) for name in names})
    >>> tables.value(found, "value", indicator="Airline routes", iso3="KGZ",
    ...     partner="CHN")
    5.0
    """
    parts = [
        _part(
            students_in_china.assign(partner="CHN"),
            STUDENTS,
            "students_in_china",
            value="students",
        ),
        _part(students_abroad, STUDENTS, "students_abroad", "students", "host"),
        _part(students_reported, REPORTED, "students_reported", "students", "host"),
        _part(_by_birthplace(migrants), BORN, "migrants", "persons", "living_in"),
        _part(
            remittances[remittances["value_usd_mn"] > 0].rename(
                columns={"country": "state"}
            ),
            MONEY,
            "remittances",
            value="value_usd_mn",
            grade="B",
        ),
        _part(
            air_routes,
            ROUTES,
            "air_routes",
            value="airline_routes",
            partner="destination",
            grade="B",
        ),
    ]
    rows = pd.concat(parts, ignore_index=True)
    five = rows["iso3"].isin(tables.the_five())
    return rows[five & rows["partner"].isin(PARTNERS)].reset_index(drop=True)


def _part(rows, indicator, table, value, partner="partner", grade="A"):
    """The rows of one table in the columns of the flows."""
    return pd.DataFrame(
        {
            "indicator": indicator,
            "unit": UNITS[indicator],
            "iso3": rows["state"],
            "partner": rows[partner],
            "year": rows["year"].astype(int),
            "value": rows[value].astype(float),
            "reliability": rows.get("reliability", grade),
            "contested_by": rows.get("contested_by", ""),
            "towards": TOWARDS.get(indicator, "partner"),
            "table": table,
        }
    )


def _by_birthplace(migrants):
    """The newest revision, with the older one as a rival where it differs."""
    newest = migrants[migrants["revision"] == REVISION]
    older = migrants[migrants["revision"] == RIVAL]
    keys = ["born_in", "living_in", "year"]
    both = newest.merge(older, on=keys, how="left", suffixes=("", "_older"))
    differs = both["persons_older"].notna() & (both["persons"] != both["persons_older"])
    rival = differs.map({True: f"UN DESA, revision of {RIVAL}", False: ""})
    return both.assign(state=both["born_in"], contested_by=rival)
