"""Measures of investment and lending: DataFrame in, DataFrame out; no files.

Direct investment is in euros, commitments in constant dollars of one year. Amounts
in dollars of 2017 and of 2021 never meet in one measure.
"""

import pandas as pd

from helpers.tables import select

LAUNCH = 2013  # the year in which the Belt and Road Initiative was announced
ENERGY_SECTOR = "Energy"
ENERGY_WORDS = r"\b(?:gas|oil|coal|pipeline|refinery)\b"
ENERGY_LABELS = (
    "Coal Power",
    "Grid Infrastructure",
    "Hydropower",
    "Natural Gas Power",
    "Oil and Gas Infrastructure",
    "Other Energy (Fossil Fuels)",
)
CODERS = {
    "coded": "AidData's sector codes",
    "titles": "codes, and words in titles",
    "machine": "a language model's labels",
}


def fdi_share(fdi, *, partner, measure="inward_stock"):
    """Share of one partner in a country's direct investment, by year.

    Parameters
    ----------
    fdi : DataFrame
        The table ``fdi_kazakhstan_quoted``. The partner ``WLD`` is the total.
    partner : str
        Immediate owner, ISO 3166-1 alpha-3 code.
    measure : {"inward_stock", "inflow"}
        What is owned at the end of the year, or what was added in it.

    Returns
    -------
    DataFrame
        ``host``, ``year``, ``value_eur_mn``, ``total_eur_mn``, ``share_percent``,
        for years with both figures. The share is missing where the part or the total
        is not positive: a net outflow is no part of an inflow.

    Raises
    ------
    KeyError
        When no such rows exist; the message lists the values that do.

    Examples
    --------
    >>> fdi = pd.DataFrame({
    ...     "host": "KAZ", "partner": ["CHN", "WLD"], "measure": "inward_stock",
    ...     "year": 2019, "value_eur_mn": [5.0, 100.0]})
    >>> fdi_share(fdi, partner="CHN")["share_percent"].tolist()
    [5.0]
    """
    part = select(fdi, partner=partner, measure=measure)
    total = select(fdi, partner="WLD", measure=measure)
    shares = part.merge(
        total.rename(columns={"value_eur_mn": "total_eur_mn"}),
        on=["host", "year"],
        suffixes=("", "_total"),
        validate="one_to_one",
    )
    parts = (shares["value_eur_mn"] > 0) & (shares["total_eur_mn"] > 0)
    share = 100 * shares["value_eur_mn"] / shares["total_eur_mn"]
    shares["share_percent"] = share.where(parts)
    columns = ["host", "year", "value_eur_mn", "total_eur_mn", "share_percent"]
    return shares[columns].sort_values(["host", "year"], ignore_index=True)


def stock_and_inflow(fdi, *, year, host="KAZ"):
    """What partners own in a country, and what they added in the year.

    Parameters
    ----------
    fdi : DataFrame
        The table ``fdi_kazakhstan_quoted``.
    year : int
    host : str
        Where the money is, ISO 3166-1 alpha-3 code.

    Returns
    -------
    DataFrame
        ``host``, ``partner``, ``year``, ``inward_stock_eur_mn``,
        ``inflow_eur_mn``, largest stock first. A figure that is not quoted is
        missing.

    Raises
    ------
    KeyError
        When no such rows exist; the message lists the values that do.

    Examples
    --------
    >>> fdi = pd.DataFrame({
    ...     "host": "KAZ", "partner": "CHN", "measure": ["inward_stock", "inflow"],
    ...     "year": 2019, "value_eur_mn": [50.0, -1.0]})
    >>> stock_and_inflow(fdi, year=2019)["inflow_eur_mn"].tolist()
    [-1.0]
    """
    rows = select(fdi, host=host, year=year)
    keys = ["host", "partner", "year"]
    wide = rows.pivot(index=keys, columns="measure", values="value_eur_mn")
    wide = wide.reindex(columns=["inward_stock", "inflow"]).add_suffix("_eur_mn")
    wide = wide.rename_axis(columns=None).reset_index()
    return wide.sort_values("inward_stock_eur_mn", ascending=False, ignore_index=True)


def share_ceiling(fdi, *, part_usd_bn, year, usd_per_eur, host="KAZ"):
    """The share of a regional stock that a partner cannot exceed.

    The region's total is unknown, but it holds at least one country's total. So the
    part divided by that country's total alone is an upper limit of the share, if
    both are counted by one method.

    Parameters
    ----------
    fdi : DataFrame
        The table ``fdi_kazakhstan_quoted``.
    part_usd_bn : float
        The partner's stock in the whole region, billion US dollars.
    year : int
        Year of the country's total.
    usd_per_eur : float
        Exchange rate at the end of that year.
    host : str
        The country whose total is known.

    Returns
    -------
    DataFrame
        One row: ``year``, ``part_usd_bn``, ``total_usd_bn``, ``at_most_percent``.

    Raises
    ------
    KeyError
        When the total of the year is not quoted; the message lists those that are.

    Examples
    --------
    >>> fdi = pd.DataFrame({
    ...     "host": "KAZ", "partner": ["WLD"], "measure": "inward_stock",
    ...     "year": 2021, "value_eur_mn": [100_000.0]})
    >>> share_ceiling(fdi, part_usd_bn=11, year=2021, usd_per_eur=1.1)[
    ...     "at_most_percent"].round(6).tolist()
    [10.0]
    """
    rows = select(fdi, host=host, partner="WLD", measure="inward_stock", year=year)
    total = rows["value_eur_mn"].item() * usd_per_eur / 1000
    return pd.DataFrame(
        {
            "year": [year],
            "part_usd_bn": float(part_usd_bn),
            "total_usd_bn": total,
            "at_most_percent": 100 * part_usd_bn / total,
        }
    )


def commitments(projects, *, by):
    """Projects and committed amounts in groups.

    Parameters
    ----------
    projects : DataFrame
        The table ``chinese_projects``.
    by : str
        The column that makes the groups, for example ``"sector"``.

    Returns
    -------
    DataFrame
        One row a group, largest amount first: the group, ``projects``,
        ``without_amount`` (how many of them), ``amount_usd2017_mn`` (the sum of
        the known amounts) and ``share_percent`` of all known amounts. Only rows
        with ``recommended_for_aggregates`` count, so that nothing is counted twice. A
        group without any known amount has a missing sum.

    Raises
    ------
    KeyError
        When there is no such column; the message lists those there are.

    Examples
    --------
    >>> projects = pd.DataFrame({
    ...     "sector": ["Energy", "Energy", "Health"],
    ...     "amount_usd2017_mn": [30.0, 50.0, 10.0],
    ...     "recommended_for_aggregates": [True, False, True]})
    >>> commitments(projects, by="sector")["share_percent"].tolist()
    [75.0, 25.0]
    """
    if by not in projects:
        known = ", ".join(projects.columns)
        raise KeyError(f"There is no column {by!r}. There are: {known}.")
    counted = projects[projects["recommended_for_aggregates"]]
    groups = counted.groupby(by)["amount_usd2017_mn"]
    rows = pd.DataFrame({"projects": groups.size()})
    rows["without_amount"] = rows["projects"] - groups.count()
    rows["amount_usd2017_mn"] = groups.sum(min_count=1)
    total = counted["amount_usd2017_mn"].sum()
    rows["share_percent"] = 100 * rows["amount_usd2017_mn"] / total
    return rows.sort_values("amount_usd2017_mn", ascending=False).reset_index()


def energy_projects(projects, *, coder="coded"):
    """Which projects are about energy, by one of three coders.

    Parameters
    ----------
    projects : DataFrame
        The table ``chinese_projects``.
    coder : {"coded", "titles", "machine"}
        * ``coded``: AidData's sector is energy.
        * ``titles``: it is energy, or the title has one of the words gas, oil, coal,
          pipeline, refinery. A rule of this course.
        * ``machine``: the label that a language model gave is about oil, gas, coal
          or electricity.

    Returns
    -------
    Series
        True, False, or missing where the coder says nothing of a project.

    Raises
    ------
    KeyError
        When the coder is unknown.

    Examples
    --------
    >>> projects = pd.DataFrame({
    ...     "sector": ["Energy", "Industry"],
    ...     "title": ["Loan for a dam", "Loan for a Gas Field"]})
    >>> energy_projects(projects, coder="titles").tolist()
    [True, True]
    """
    if coder not in CODERS:
        raise KeyError(f"There is no coder {coder!r}. There are: {', '.join(CODERS)}.")
    if coder == "machine":
        labels = projects["machine_label"]
        is_energy = labels.isin(ENERGY_LABELS).astype("boolean")
        return is_energy.mask(labels.isna()).rename("energy")
    is_energy = projects["sector"] == ENERGY_SECTOR
    if coder == "titles":
        is_energy |= projects["title"].str.contains(ENERGY_WORDS, case=False)
    return is_energy.astype("boolean").rename("energy")


def energy_share(projects, *, coder="coded"):
    """Share of energy in the committed amounts, by one of three coders.

    Parameters
    ----------
    projects, coder
        As in :func:`energy_projects`, which explains the errors, too.

    Returns
    -------
    DataFrame
        One row: ``coder``, ``projects`` (with an amount and a code),
        ``energy_usd2017_mn``, ``total_usd2017_mn``, ``share_percent``. A project
        without a code is in neither sum. Only rows with
        ``recommended_for_aggregates`` count.
    """
    counted = projects[
        projects["recommended_for_aggregates"] & projects["amount_usd2017_mn"].notna()
    ]
    is_energy = energy_projects(counted, coder=coder).dropna()
    amounts = counted.loc[is_energy.index, "amount_usd2017_mn"]
    energy, total = amounts[is_energy.astype(bool)].sum(), amounts.sum()
    return pd.DataFrame(
        {
            "coder": [coder],
            "projects": len(amounts),
            "energy_usd2017_mn": energy,
            "total_usd2017_mn": total,
            "share_percent": 100 * energy / total,
        }
    )


def chinese_implementers(projects):
    """How many projects name a Chinese firm among those who carry them out.

    Parameters
    ----------
    projects : DataFrame
        The table ``chinese_projects``.

    Returns
    -------
    DataFrame
        One row a sector, most projects first: ``sector``, ``projects``,
        ``named`` (with a named implementer), ``chinese`` (of these, with a Chinese
        firm), ``share_percent`` (chinese of named). Amounts play no part. Only rows
        with ``recommended_for_aggregates`` count.

    Examples
    --------
    >>> projects = pd.DataFrame({
    ...     "sector": "Energy", "chinese_implementer": [True, False, None, None],
    ...     "recommended_for_aggregates": True})
    >>> chinese_implementers(projects)["share_percent"].tolist()
    [50.0]
    """
    counted = projects[projects["recommended_for_aggregates"]]
    groups = counted.groupby("sector")["chinese_implementer"]
    rows = pd.DataFrame({"projects": groups.size(), "named": groups.count()})
    rows = rows.assign(chinese=groups.sum()).astype(int)
    rows["share_percent"] = (
        100 * rows["chinese"] / rows["named"].where(rows["named"] > 0)
    )
    return rows.sort_values("projects", ascending=False).reset_index()


def lending_windows(finance, *, cut=LAUNCH, together=False):
    """Recorded commitments a year, before a year and from it on.

    The windows have different lengths, so sums would mislead: each sum of known
    amounts is divided by the number of years in its window. A year without a record
    adds nothing to the sum; it is no proof that nothing was promised.

    Parameters
    ----------
    finance : DataFrame
        The table ``chinese_finance_by_year``.
    cut : int
        First year of the second window.
    together : bool
        Count all countries of the table as one.

    Returns
    -------
    DataFrame
        One row a country, or one row: ``country`` (``CA5`` together), ``cut``,
        ``years_before``, ``years_after``, ``before_usd2021_mn`` and
        ``after_usd2021_mn`` (a year), ``ratio`` (after divided by before),
        ``unknown_before`` and ``unknown_after`` (a country's years with projects of
        which no amount is known; the average is then a lower limit).

    Raises
    ------
    ValueError
        When one window would be empty; the message names the years there are.

    Examples
    --------
    >>> finance = pd.DataFrame({
    ...     "country": "UZB", "year": [2011, 2012, 2013], "projects": 1,
    ...     "total_usd2021_mn": [10.0, 30.0, 60.0]})
    >>> lending_windows(finance)["ratio"].tolist()
    [3.0]
    """
    first, last = int(finance["year"].min()), int(finance["year"].max())
    if not first < cut <= last:
        raise ValueError(f"The cut must lie from {first + 1} to {last}, not at {cut}.")
    years = {"before": cut - first, "after": last - cut + 1}
    country = finance["country"].mask(finance["country"].notna() & together, "CA5")
    window = (finance["year"] >= cut).map({False: "before", True: "after"})
    amounts = finance["total_usd2021_mn"]
    sums = amounts.groupby([country, window]).sum(min_count=1).unstack()
    unknown = amounts.isna().groupby([country, window]).sum().unstack(fill_value=0)
    rows = pd.DataFrame({"cut": cut}, index=sums.index)
    for side, number in years.items():
        rows[f"years_{side}"] = number
    for side, number in years.items():
        rows[f"{side}_usd2021_mn"] = sums.get(side) / number
    rows["ratio"] = rows["after_usd2021_mn"] / rows["before_usd2021_mn"]
    for side in years:
        rows[f"unknown_{side}"] = unknown[side]
    return rows.rename_axis("country").reset_index()
