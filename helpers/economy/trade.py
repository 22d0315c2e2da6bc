"""Measures of trade: DataFrame in, DataFrame out; no files, no drawing.

Values are millions of current US dollars, shares percent (0 to 100). Flows are
seen from the country, whoever reports them.
"""

import pandas as pd

from helpers.tables import select

SILENT = ("TJK", "TKM")  # our sources hold no trade by partner that they report
BASES = {
    "national": "national reports",
    "mirror": "China's mirror figures",
    "matched": "mirror, matched totals",
    "cia": "CIA-weighted",
}


def partner_share(trade, *, flow, partner, reported_by="country"):
    """Share of one partner in each country's trade, by year.

    Parameters
    ----------
    trade : DataFrame
        The table ``trade_by_partner`` or ``trade_long_run``. The partner ``WLD``
        is the country's total.
    flow : {"export", "import"}
        Seen from the country.
    partner : str
        ISO 3166-1 alpha-3 code, for example ``"CHN"``.
    reported_by : {"country", "partner", None}
        Whose customs office counts; ``None`` for a table with one reporter.

    Returns
    -------
    DataFrame
        ``country``, ``year``, ``share_percent`` (0 to 100), sorted. A year
        without the country's total is left out, not filled.

    Raises
    ------
    KeyError
        When no such rows exist; the message lists the values that do.

    Examples
    --------
    >>> trade = pd.DataFrame({
    ...     "country": "UZB", "partner": ["CHN", "WLD"], "flow": "export",
    ...     "year": 2019, "reported_by": "country", "value_usd_mn": [25.0, 100.0]})
    >>> partner_share(trade, flow="export", partner="CHN")["share_percent"].tolist()
    [25.0]
    """
    reporter = {"reported_by": reported_by} if reported_by else {}
    part = select(trade, flow=flow, partner=partner, **reporter)
    total = select(trade, flow=flow, partner="WLD", **reporter)
    shares = part.merge(
        total, on=["country", "year"], suffixes=("", "_total"), validate="one_to_one"
    )
    shares["share_percent"] = (
        100 * shares["value_usd_mn"] / shares["value_usd_mn_total"]
    )
    shares = shares[["country", "year", "share_percent"]]
    return shares.sort_values(["country", "year"], ignore_index=True)


def mirror_gap(trade, *, importer, exporter, cost_percent=0):
    """One flow of goods as both customs offices report it (mirror statistics).

    Parameters
    ----------
    trade : DataFrame
        The table ``trade_by_partner``.
    importer, exporter : str
        ISO codes; one is a state that reports, the other a partner that does.
    cost_percent : float
        Transport and insurance in percent of the exporter's value, taken out of
        the importer's report before the two are compared. An assumption.

    Returns
    -------
    DataFrame
        One row a year that both report: ``importer``, ``exporter``, ``year``,
        ``importer_usd_mn`` (less the cost), ``exporter_usd_mn``,
        ``difference_usd_mn`` (exporter's report minus importer's) and ``ratio``
        (exporter's report divided by importer's). The importer counts transport
        and insurance (CIF), the exporter does not (FOB), so at no assumed cost a
        ratio a little under 1 is expected.

    Raises
    ------
    KeyError
        When one side's report does not exist.

    Examples
    --------
    >>> trade = pd.DataFrame({
    ...     "country": "KGZ", "partner": "CHN", "flow": "import", "year": 2019,
    ...     "reported_by": ["country", "partner"], "value_usd_mn": [55.0, 200.0]})
    >>> mirror_gap(trade, importer="KGZ", exporter="CHN", cost_percent=10)[
    ...     "ratio"].round(6).tolist()
    [4.0]
    """
    if importer in set(trade["country"]) - {"CHN"}:
        where = {"country": importer, "partner": exporter, "flow": "import"}
        offices = {"importer": "country", "exporter": "partner"}
    else:
        where = {"country": exporter, "partner": importer, "flow": "export"}
        offices = {"importer": "partner", "exporter": "country"}
    reports = {
        side: select(trade, **where, reported_by=office).set_index("year")[
            "value_usd_mn"
        ]
        for side, office in offices.items()
    }
    gap = pd.DataFrame(reports).dropna().add_suffix("_usd_mn").sort_index()
    gap["importer_usd_mn"] /= 1 + cost_percent / 100
    gap["difference_usd_mn"] = gap["exporter_usd_mn"] - gap["importer_usd_mn"]
    gap["ratio"] = gap["exporter_usd_mn"] / gap["importer_usd_mn"]
    gap = gap.reset_index()
    gap.insert(0, "importer", importer)
    gap.insert(1, "exporter", exporter)
    return gap


def check_office(trade, office):
    """Raise a KeyError for an office that counts nothing; it lists those that do.

    A slip would else look like a report that is missing.
    """
    select(trade, reported_by=office)


def partner_values(trade, *, country, flow, reported_by="country"):
    """One country's trade by partner and year, largest partner of the last year first.

    Parameters
    ----------
    trade : DataFrame
        The table ``trade_by_partner``.
    country : str
        ISO 3166-1 alpha-3 code.
    flow : {"export", "import"}
        Seen from the country.
    reported_by : {"country", "partner"}
        Whose customs office counts.

    Returns
    -------
    DataFrame
        Years as rows, partners as columns, millions of US dollars; the total is
        left out. Empty when our sources hold no such report.

    Raises
    ------
    KeyError
        When there is no such country, flow or office; the message lists those there
        are.

    Examples
    --------
    >>> trade = pd.DataFrame({
    ...     "country": "UZB", "partner": ["CHN", "RUS", "WLD"], "flow": "export",
    ...     "year": 2019, "reported_by": "country", "value_usd_mn": [25.0, 30.0, 99.0]})
    >>> partner_values(trade, country="UZB", flow="export").columns.tolist()
    ['RUS', 'CHN']
    """
    check_office(trade, reported_by)
    rows = select(trade, country=country, flow=flow)
    rows = rows[(rows["reported_by"] == reported_by) & (rows["partner"] != "WLD")]
    wide = rows.pivot(index="year", columns="partner", values="value_usd_mn")
    if wide.empty:
        return wide
    order = wide.ffill().iloc[-1].sort_values(ascending=False).index
    return wide[order].rename_axis(columns=None)


def balance(trade, *, partner, reported_by="country"):
    """Exports minus imports with one partner, by country and year.

    Returns
    -------
    DataFrame
        ``country``, ``year``, ``export_usd_mn``, ``import_usd_mn``,
        ``balance_usd_mn``; years with both flows only. Exports are mostly FOB and
        imports CIF, so a balance from one reporter is biased downwards.

    Raises
    ------
    KeyError
        When no such rows exist; the message lists the values that do.

    Examples
    --------
    >>> trade = pd.DataFrame({
    ...     "country": "KAZ", "partner": "CHN", "flow": ["export", "import"],
    ...     "year": 2019, "reported_by": "country", "value_usd_mn": [8.0, 6.5]})
    >>> balance(trade, partner="CHN")["balance_usd_mn"].tolist()
    [1.5]
    """
    rows = select(trade, partner=partner, reported_by=reported_by)
    flows = both_flows(rows, ["country", "year"])
    return flows.assign(balance_usd_mn=flows["export_usd_mn"] - flows["import_usd_mn"])


def both_flows(rows, keys):
    """Exports and imports side by side; only where both are there.

    Parameters
    ----------
    rows : DataFrame
        ``keys``, ``flow`` and ``value_usd_mn``; each flow once for each key.
    keys : list of str

    Returns
    -------
    DataFrame
        ``keys``, ``export_usd_mn``, ``import_usd_mn``.
    """
    flows = rows.pivot(index=keys, columns="flow", values="value_usd_mn")
    flows = flows.reindex(columns=["export", "import"]).dropna().add_suffix("_usd_mn")
    return flows.rename_axis(columns=None).reset_index()


def implied_totals(trade, shares, *, flow, year, edition=None, countries=SILENT):
    """Totals that our sources lack, from China's report and its rounded share.

    If China reports a part, and the part is a known share of the total, then the
    total is the part divided by the share. The result is as good as both inputs,
    and it is not independent of either.

    Parameters
    ----------
    trade, shares : DataFrame
        The tables ``trade_by_partner`` and ``partner_shares``.
    flow : {"export", "import"}
        Seen from the country.
    year : int
        Year of China's report.
    edition : int, optional
        Year of the shares in ``partner_shares``; by default ``year``.
    countries : sequence of str
        ISO codes; by default the states whose trade by partner our sources lack.

    Returns
    -------
    DataFrame
        ``country``, ``mirror_usd_mn``, ``share_percent``, ``total_usd_mn``.

    Raises
    ------
    KeyError
        When the year has no shares; the message lists the years that do.

    Examples
    --------
    >>> trade = pd.DataFrame({
    ...     "country": ["TKM"], "partner": "CHN", "flow": "export", "year": 2019,
    ...     "reported_by": "partner", "value_usd_mn": 80.0})
    >>> shares = pd.DataFrame({
    ...     "country": ["TKM"], "partner": "CHN", "flow": "export", "year": 2019,
    ...     "share_percent": 80.0})
    >>> implied_totals(trade, shares, flow="export", year=2019)["total_usd_mn"].tolist()
    [100.0]
    """
    mirror = select(trade, flow=flow, partner="CHN", year=year, reported_by="partner")
    share = select(shares, flow=flow, partner="CHN", year=edition or year)
    share = share[["country", "share_percent"]]
    rows = mirror[mirror["country"].isin(countries)].merge(share, on="country")
    rows = rows.rename(columns={"value_usd_mn": "mirror_usd_mn"})
    rows["total_usd_mn"] = 100 * rows["mirror_usd_mn"] / rows["share_percent"]
    return rows[["country", "mirror_usd_mn", "share_percent", "total_usd_mn"]]


def regional_parts(trade, shares, *, flow, year, basis="mirror", edition=None):
    """China's part in each state's trade, and the total that it is a part of.

    Parameters
    ----------
    trade, shares : DataFrame
        The tables ``trade_by_partner`` and ``partner_shares``.
    flow : {"export", "import"}
        Seen from the country.
    year : int
        A year with published national totals.
    basis : {"national", "mirror", "matched", "cia"}
        * ``national``: the state's own report; China's where there is none.
        * ``mirror``: China's report for all five, over the totals as published.
        * ``matched``: as ``mirror``, and China's report also replaces the state's
          own in the total, so that part and whole count the same goods.
        * ``cia``: the rounded share times the total. A share below the source's
          cut counts as zero, so the sum is slightly too low.
    edition : int, optional
        Year of the CIA's shares; by default ``year``. An older edition shows what
        could be known earlier.

    Returns
    -------
    DataFrame
        One row a state: ``year``, ``flow``, ``basis``, ``country``,
        ``china_usd_mn``, ``total_usd_mn``, ``share_percent``, ``china_from``,
        ``total_from``. For the two silent states the total is implied by China's
        report (:func:`implied_totals`), so there no basis is independent of it.

    Raises
    ------
    KeyError
        When the basis is unknown, or the year lacks shares or totals.
    """
    if basis not in BASES:
        raise KeyError(f"There is no basis {basis!r}. There are: {', '.join(BASES)}.")
    at = {"flow": flow, "year": year}
    rows = _totals(trade, shares, edition, **at)
    own = _by_country(trade, partner="CHN", reported_by="country", **at)
    mirror = _by_country(trade, partner="CHN", reported_by="partner", **at)
    rows["china_usd_mn"], rows["china_from"] = mirror, "China"
    if basis == "national":
        rows.loc[own.index, "china_usd_mn"] = own
        rows.loc[own.index, "china_from"] = "the state"
    elif basis == "matched":
        rows.loc[own.index, "total_usd_mn"] += mirror[own.index] - own
    elif basis == "cia":
        cia = select(shares, partner="CHN", flow=flow, year=edition or year)
        cia = cia.set_index("country")["share_percent"]
        rows["china_usd_mn"] = rows["total_usd_mn"] * cia / 100
        rows["china_from"] = "CIA share"
        below = ~rows.index.isin(cia.index)
        rows.loc[below, ["china_usd_mn", "china_from"]] = 0.0, "below the CIA's cut"
    rows["share_percent"] = 100 * rows["china_usd_mn"] / rows["total_usd_mn"]
    parts = rows.rename_axis("country").reset_index().assign(**at, basis=basis)
    first = ["year", "flow", "basis", "country"]
    measured = ["china_usd_mn", "total_usd_mn", "share_percent"]
    return parts[[*first, *measured, "china_from", "total_from"]]


def regional_share(
    trade, shares, *, flow, year, basis="mirror", edition=None, countries=None
):
    """China's share in the trade of the five states together.

    The sum of China's parts over the sum of the totals, both from
    :func:`regional_parts`, which explains the bases and the errors.

    Parameters
    ----------
    trade, shares, flow, year, basis, edition
        As in :func:`regional_parts`.
    countries : sequence of str, optional
        Count only these states.

    Returns
    -------
    DataFrame
        One row: ``year``, ``flow``, ``basis``, ``states`` (how many),
        ``china_usd_mn``, ``total_usd_mn``, ``share_percent``.
    """
    options = {"flow": flow, "year": year, "basis": basis, "edition": edition}
    parts = regional_parts(trade, shares, **options)
    if countries is not None:
        parts = parts[parts["country"].isin(countries)]
    china, total = parts["china_usd_mn"].sum(), parts["total_usd_mn"].sum()
    return pd.DataFrame(
        {
            "year": [year],
            "flow": flow,
            "basis": basis,
            "states": len(parts),
            "china_usd_mn": china,
            "total_usd_mn": total,
            "share_percent": 100 * china / total,
        }
    )


def regional_share_years(trade, shares, *, flow):
    """Years for which :func:`regional_share` can be computed.

    A year needs published totals of the states that report, and shares from which
    the totals of the silent states can be implied.

    Returns
    -------
    list of int
    """
    published = select(trade, flow=flow, partner="WLD", reported_by="country")
    published = published[published["country"] != "CHN"]
    complete = published.groupby("year").size() == published["country"].nunique()
    implied = select(shares, flow=flow, partner="CHN")
    implied = implied[implied["country"].isin(SILENT)].groupby("year").size()
    implied = implied[implied == len(SILENT)].index
    years = set(complete[complete].index) & set(implied)
    return sorted(int(year) for year in years)


def share_in_partner_trade(trade, *, partner="CHN", reported_by="partner"):
    """The five states' share in a partner's foreign trade, exports plus imports.

    Parameters
    ----------
    trade : DataFrame
        The table ``trade_by_partner``, with the partner's own ``WLD`` total.
    partner : str
        ISO code of the partner, for example ``"CHN"``.
    reported_by : {"partner", "country"}
        ``partner``: the partner's customs count all. ``country``: the states'
        reports, with the partner's for the two silent states.

    Returns
    -------
    DataFrame
        ``year``, ``region_usd_mn``, ``partner_total_usd_mn``, ``share_percent``.
        Exports and imports of the partner are FOB and CIF, added as customs do.
        Years without all five states in both flows are left out.

    Raises
    ------
    KeyError
        When there is no such partner or office; the message lists those there are.
    """
    rows = select(trade, partner=partner)
    own = select(rows, reported_by=reported_by)
    if reported_by == "country":
        stand_in = rows["country"].isin(SILENT) & (rows["reported_by"] == "partner")
        own = pd.concat([own, rows[stand_in]])
    region = own.groupby("year")["value_usd_mn"].agg(["sum", "size"])
    complete = region["size"] == 2 * rows["country"].nunique()
    total = select(trade, country=partner, partner="WLD").groupby("year")[
        "value_usd_mn"
    ]
    share = pd.DataFrame(
        {
            "region_usd_mn": region.loc[complete, "sum"],
            "partner_total_usd_mn": total.sum(),
        }
    ).dropna()
    share["share_percent"] = (
        100 * share["region_usd_mn"] / share["partner_total_usd_mn"]
    )
    return share.reset_index()


def _totals(trade, shares, edition, **at):
    """Each state's total: published, or implied where our sources lack it."""
    published = _by_country(trade, partner="WLD", reported_by="country", **at)
    published = published.drop("CHN", errors="ignore")
    implied = implied_totals(trade, shares, **at, edition=edition)
    implied = implied.set_index("country")["total_usd_mn"]
    rows = pd.DataFrame({"total_usd_mn": pd.concat([published, implied])}).sort_index()
    rows["total_from"] = "published"
    rows.loc[implied.index, "total_from"] = "implied by China's report"
    return rows


def _by_country(table, **where):
    return select(table, **where).set_index("country")["value_usd_mn"]
