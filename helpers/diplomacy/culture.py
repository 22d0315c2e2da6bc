"""Institutes, students, migrants, money and routes: China beside Russia."""

import pandas as pd

from helpers import tables

PARTNERS = ("CHN", "RUS")
WORLD = "WLD"
STUDENTS, REPORTED = "Students", "Students, later reports"
BORN, MONEY, ROUTES = "People by birthplace", "Remittances, model", "Airline routes"
UNITS = {
    STUDENTS: "Students; in China of all kinds, in Russia for a degree",
    REPORTED: "Students, as ministries and news report them; definitions differ",
    BORN: "People born in the state who live in the partner country",
    MONEY: "Million US dollars received in the year, as a model spreads them",
    ROUTES: "Pairs of an airline and two airports, in one month",
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
    dated = institutes["opened"].astype(float)
    agreed = pd.to_numeric(institutes["agreed"].str[:4])
    counts = openings(public_diplomacy)
    counted = counts["year"].repeat(counts["opened"])
    years = {
        "launch, else date in the list": dated,
        "agreement where known, else the same": agreed.fillna(dated),
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


def lead(flows, *, indicator, together=False):
    """Russia's figure divided by China's, where both are known.

    Parameters
    ----------
    flows : DataFrame
        From :func:`flows`.
    indicator : str
        One of its indicators.
    together : bool
        Add the five states up, in the years in which all five have both figures.

    Returns
    -------
    DataFrame
        Columns ``iso3`` (``CA5`` for the five together), ``year``, ``china``,
        ``russia`` and ``ratio``, by state and year. A figure of zero for China gives
        no ratio, so such rows are left out.

    Raises
    ------
    KeyError
        When there is no such indicator; the message lists those there are.

    Examples
    --------
    >>> rows = pd.DataFrame({
    ...     "indicator": "Students", "iso3": "KGZ", "year": 2018,
    ...     "partner": ["CHN", "RUS"], "value": [2000.0, 8000.0]})
    >>> lead(rows, indicator="Students")["ratio"].tolist()
    [4.0]
    """
    rows = tables.select(flows, indicator=indicator)
    wide = rows.pivot(index=["iso3", "year"], columns="partner", values="value")
    wide = wide.reindex(columns=list(PARTNERS)).dropna()
    if together:
        by_year = wide.groupby("year")
        complete = by_year.size() == len(tables.the_five())
        sums = by_year.sum()[complete]
        wide = pd.concat({"CA5": sums}, names=["iso3"])
    wide = wide[wide["CHN"] > 0].rename(columns={"CHN": "china", "RUS": "russia"})
    found = wide.assign(ratio=wide["russia"] / wide["china"])
    return found.reset_index().rename_axis(columns=None)


def host_share(students_abroad, *, host):
    """How much of the students abroad one host country takes.

    The share is 100 times the students in the host, divided by those in all hosts
    that reported in the year. China reports in none.

    Parameters
    ----------
    students_abroad : DataFrame
        The table ``students_abroad``: ``state``, ``host`` (``WLD`` is the sum),
        ``year``, ``students``.
    host : str
        ISO 3166-1 alpha-3 code.

    Returns
    -------
    DataFrame
        Columns ``state`` (``CA5`` for all states together), ``year``, ``students``,
        ``total`` and ``share_percent`` (0 to 100). A year in which the host or the sum
        is missing is left out; the states together have only years in which none is.

    Raises
    ------
    KeyError
        When the table has no such host; the message lists those it has.

    Examples
    --------
    >>> table = pd.DataFrame({
    ...     "state": "KGZ", "host": ["RUS", "WLD"], "year": 2019,
    ...     "students": [60, 80]})
    >>> host_share(table, host="RUS")["share_percent"].unique().tolist()
    [75.0]
    """
    keys = ["state", "year", "students"]
    there = tables.select(students_abroad, host=host)[keys]
    total = tables.select(students_abroad, host=WORLD)[keys]
    both = there.merge(total, on=keys[:2], suffixes=("", "_all"))
    both = both.rename(columns={"students_all": "total"})
    by_year = both.groupby("year")[["students", "total"]]
    complete = by_year.size() == both["state"].nunique()
    together = by_year.sum()[complete].reset_index().assign(state="CA5")
    rows = pd.concat([both, together], ignore_index=True)
    rows["share_percent"] = 100 * rows["students"] / rows["total"]
    return rows


def firsts(
    *, students_abroad, migrants, remittances, air_routes, students_in=2019, revisions
):
    """The partner with the largest figure for each state, among all that are listed.

    Parameters
    ----------
    students_abroad, migrants, remittances, air_routes : DataFrame
        The tables of these names.
    students_in : int
        Year of the students.
    revisions : dict of int to int
        From revisions of UN DESA to the year that is taken from each.

    Returns
    -------
    DataFrame
        Columns ``indicator``, ``year``, ``state``, ``first`` (code of the partner),
        ``value`` and ``why_none``, by indicator and state. Nobody is first where two
        partners or more share the largest figure (``a tie``), or where only one
        partner has a figure (``no rival``).

    Raises
    ------
    KeyError
        When a table has no rows of the year; the message lists the years it has.

    Examples
    --------
    >>> names = "students_abroad", "migrants", "remittances", "air_routes"
    >>> found = firsts(
    ...     **{name: tables.load(name) for name in names}, revisions={2024: 2024})
    >>> tables.value(found, "first", indicator="Airline routes", state="KAZ")
    'RUS'
    """
    students = tables.select(students_abroad, year=students_in)
    parts = {
        (f"{STUDENTS}, hosts that report", students_in): (
            students,
            "state",
            "host",
            "students",
        )
    }
    for revision, year in revisions.items():
        rows = tables.select(migrants, revision=revision, year=year)
        name = f"{BORN}, revision {revision}"
        parts[name, year] = (rows, "born_in", "living_in", "persons")
    year = int(remittances["year"].max())
    parts[MONEY, year] = (remittances, "country", "partner", "value_usd_mn")
    year = int(air_routes["year"].max())
    parts[ROUTES, year] = (air_routes, "state", "destination", "airline_routes")
    found = [
        {"indicator": name, "year": year, "state": state}
        | _first(rows[(rows[of] == state) & (rows[to] != WORLD)], to, value)
        for (name, year), (rows, of, to, value) in parts.items()
        for state in tables.the_five()
    ]
    return pd.DataFrame(found)


def revisions(migrants, *, born_in, living_in):
    """What each revision of UN DESA says of the same years.

    Parameters
    ----------
    migrants : DataFrame
        The table ``migrants``.
    born_in : str or sequence of str
        One country of birth, or several that are added up.
    living_in : str
        Country of residence, ISO 3166-1 alpha-3.

    Returns
    -------
    DataFrame
        One row a year; one column a revision, named by its year, in persons. A
        year that a revision does not have, or not for all countries of birth, is
        missing.

    Raises
    ------
    KeyError
        When no such people are listed; the message lists the codes there are.

    Examples
    --------
    >>> found = revisions(tables.load("migrants"), born_in="KAZ", living_in="RUS")
    >>> bool(found.loc[2020, 2020] > found.loc[2020, 2024])
    True
    """
    codes = [born_in] if isinstance(born_in, str) else list(born_in)
    rows = tables.select(migrants, living_in=living_in)
    for code in codes:
        tables.select(rows, born_in=code)
    wide = rows[rows["born_in"].isin(codes)].pivot_table(
        index="year", columns="revision", values="persons", aggfunc=["sum", "size"]
    )
    return wide["sum"].where(wide["size"] == len(codes))


def visa_free(rules):
    """For how many of the five states travel to or from a partner is visa free.

    Parameters
    ----------
    rules : DataFrame
        The table ``visa_rules``.

    Returns
    -------
    DataFrame
        Columns ``date``, ``partner``, ``direction`` (``into the five`` for the
        partner's citizens, ``from the five`` for theirs), ``visa_free`` and
        ``pandemic_ban``, both in states. A ban hides the rule below it.

    Examples
    --------
    >>> counts = visa_free(tables.load("visa_rules"))
    >>> counts.groupby("partner")["visa_free"].max().to_dict()
    {'CHN': 2, 'RUS': 4}
    """
    inward = rules["destination"].isin(tables.the_five())
    partner = rules["passport"].where(inward, rules["destination"])
    direction = inward.map({True: "into the five", False: "from the five"})
    rows = rules.assign(
        partner=partner,
        direction=direction,
        visa_free=rules["rule"] == "visa free",
        pandemic_ban=rules["rule"] == "covid ban",
    )
    keys = ["date", "partner", "direction"]
    return rows.groupby(keys, as_index=False)[["visa_free", "pandemic_ban"]].sum()


def _first(rows, to, value):
    """Who has the largest figure of some rows, or why nobody has."""
    known = rows[rows[value] > 0]
    largest = known[known[value] == known[value].max()]
    why_none = "a tie" if len(largest) > 1 else "no rival" if len(known) < 2 else ""
    return {
        "first": None if why_none else largest[to].item(),
        "value": float(known[value].max()),
        "why_none": why_none,
    }


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
