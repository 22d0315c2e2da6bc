"""Measures of who matters most: China and Russia side by side, and an index of both.

Values are millions of current US dollars unless a column says otherwise; shares are
percent (0 to 100).
"""

import pandas as pd

from helpers.economy.trade import (
    SILENT,
    both_flows,
    check_office,
    implied_totals,
    partner_share,
)
from helpers.tables import select

RIVALS = ("CHN", "RUS")
INDICATORS = ("trade", "investment", "loans", "remittances")


def rival_shares(trade, *, flow, reported_by="country"):
    """China's and Russia's shares in each state's trade, side by side.

    Parameters
    ----------
    trade, flow, reported_by
        As for :func:`partner_share`.

    Returns
    -------
    DataFrame
        ``country``, ``year``, ``china_percent``, ``russia_percent`` (0 to 100, of the
        trade with all partners); only years with both.

    Raises
    ------
    KeyError
        When no such rows exist; the message lists the values that do.

    Examples
    --------
    >>> trade = pd.DataFrame({
    ...     "country": "UZB", "partner": ["CHN", "RUS", "WLD"], "flow": "export",
    ...     "year": 2019, "reported_by": "country", "value_usd_mn": [1.0, 3.0, 10.0]})
    >>> rival_shares(trade, flow="export").values.tolist()
    [['UZB', 2019, 10.0, 30.0]]
    """
    china, russia = (
        partner_share(trade, flow=flow, partner=partner, reported_by=reported_by)
        for partner in RIVALS
    )
    names = {
        "share_percent_CHN": "china_percent",
        "share_percent_RUS": "russia_percent",
    }
    both = china.merge(russia, on=["country", "year"], suffixes=("_CHN", "_RUS"))
    return both.rename(columns=names)


def crossover(shares):
    """When China's share passed Russia's: for the first time, and for good.

    Parameters
    ----------
    shares : DataFrame
        From :func:`rival_shares`.

    Returns
    -------
    DataFrame
        One row a country: ``country``, ``from_year`` and ``to_year`` (the years
        compared), ``first_year`` (the first with China ahead) and ``for_good_year``
        (the first from which China is ahead in every year to the last). A year is
        missing when there is none. Where ``first_year`` is ``from_year``, China was
        ahead when the series begins, so when it passed is unknown. "For good" holds
        for the series only.

    Examples
    --------
    >>> shares = pd.DataFrame({"country": "KGZ", "year": [2018, 2019, 2020, 2021],
    ...     "china_percent": [1.0, 3.0, 1.0, 3.0], "russia_percent": 2.0})
    >>> crossover(shares)[["first_year", "for_good_year"]].values.tolist()
    [[2019, 2021]]
    """
    rows = []
    for country, years in shares.groupby("country"):
        is_ahead = years["china_percent"] > years["russia_percent"]
        ahead, behind = years.loc[is_ahead, "year"], years.loc[~is_ahead, "year"]
        lasting = ahead[ahead > behind.max()] if len(behind) else ahead
        rows.append(
            {
                "country": country,
                "from_year": years["year"].min(),
                "to_year": years["year"].max(),
                "first_year": ahead.min() if len(ahead) else pd.NA,
                "for_good_year": lasting.min() if len(lasting) else pd.NA,
            }
        )
    return pd.DataFrame(rows).astype(dict.fromkeys(_CROSSOVER_YEARS, "Int64"))


def relative_balance(balance):
    """The trade balance as a percentage of the trade that it comes from.

    100 x (exports - imports) / (exports + imports), the *normalised trade balance*:
    -100 when a state only buys, 100 when it only sells. It compares small partners
    with large ones, and early years with late ones.

    Parameters
    ----------
    balance : DataFrame
        From :func:`balance`, with ``export_usd_mn`` and ``import_usd_mn``.

    Returns
    -------
    DataFrame
        The same rows with the column ``balance_percent`` (-100 to 100), missing where
        nothing is traded.

    Examples
    --------
    >>> trade = pd.DataFrame({"export_usd_mn": [3.0], "import_usd_mn": [1.0]})
    >>> relative_balance(trade)["balance_percent"].tolist()
    [50.0]
    """
    sold, bought = balance["export_usd_mn"], balance["import_usd_mn"]
    turnover = (sold + bought).where(lambda sums: sums > 0)
    return balance.assign(balance_percent=100 * ((sold - bought) / turnover))


def deeper_deficits(balance, *, since, year, value="balance_usd_mn"):
    """Which states have a deficit in one year that is deeper than in an earlier one.

    Parameters
    ----------
    balance : DataFrame
        From :func:`balance` or :func:`relative_balance`, one partner and reporter.
    since, year : int
        The earlier year and the later one.
    value : {"balance_usd_mn", "balance_percent"}
        Compare dollars, or percent of the trade.

    Returns
    -------
    DataFrame
        ``country``, ``before``, ``now``, ``is_deeper``. A surplus is no deficit, also
        where ``before`` is missing; a deficit without an earlier figure is left out,
        because nobody can tell.

    Raises
    ------
    KeyError
        When no state has a figure for the later year.

    Examples
    --------
    >>> rows = pd.DataFrame({"country": "UZB", "year": [2010, 2019],
    ...     "balance_usd_mn": [-3.0, -26.0]})
    >>> deeper_deficits(rows, since=2010, year=2019)["is_deeper"].tolist()
    [True]
    """
    now = select(balance, year=year).set_index("country")[value]
    before = balance[balance["year"] == since].set_index("country")[value]
    rows = pd.DataFrame({"before": before.reindex(now.index), "now": now})
    rows = rows[(rows["now"] >= 0) | rows["before"].notna()]
    rows["is_deeper"] = (rows["now"] < 0) & (rows["now"] < rows["before"])
    return rows.sort_index().reset_index()


def turnover_by_partner(trade, *, year, china_by="country"):
    """Exports plus imports of the states that report, by partner.

    Parameters
    ----------
    trade : DataFrame
        The table ``trade_by_partner``.
    year : int
    china_by : {"country", "partner"}
        Who counts the trade with China: the state, or China's customs.

    Returns
    -------
    DataFrame
        ``country``, ``partner``, ``value_usd_mn``; the total ``WLD`` is left out.

    Raises
    ------
    KeyError
        When no state reports that year, or there is no such office; the message lists
        those there are.

    Examples
    --------
    >>> trade = pd.DataFrame({
    ...     "country": "UZB", "partner": "CHN", "flow": ["export", "import"],
    ...     "year": 2019, "reported_by": "country", "value_usd_mn": [2.0, 5.0]})
    >>> turnover_by_partner(trade, year=2019)["value_usd_mn"].tolist()
    [7.0]
    """
    states = trade[(trade["country"] != "CHN") & (trade["partner"] != "WLD")]
    own = select(states, reported_by="country", year=year)
    check_office(trade, china_by)
    if china_by == "partner":
        china = select(trade, reported_by="partner", partner="CHN", year=year)
        china = china[china["country"].isin(own["country"])]
        own = pd.concat([own[own["partner"] != "CHN"], china])
    return own.groupby(["country", "partner"], as_index=False)["value_usd_mn"].sum()


def leading_partner(values, *, value="value_usd_mn", partners=None, by=("country",)):
    """The partner with the largest value in each country, or country and year.

    Parameters
    ----------
    values : DataFrame
        ``country``, ``partner`` and the column ``value``; without the total.
    value : str
        The column to compare.
    partners : sequence of str, optional
        Compare only these. A country with none of them is left out.
    by : sequence of str
        Columns within which to compare, for example ``("country", "year")``.

    Returns
    -------
    DataFrame
        The columns of ``by``, ``leader``, ``lead_value``. A tie has no leader: it is
        missing.

    Examples
    --------
    >>> values = pd.DataFrame({"country": "KAZ", "partner": ["CHN", "RUS", "ITA"],
    ...     "value_usd_mn": [3.0, 2.0, 9.0]})
    >>> leading_partner(values)["leader"].item()
    'ITA'
    >>> leading_partner(values, partners=("CHN", "RUS"))["leader"].item()
    'CHN'
    """
    if partners is not None:
        values = values[values["partner"].isin(partners)]
    rows = []
    for place, group in values.groupby(list(by)):
        largest = group[group[value] == group[value].max()]
        leader = largest["partner"].iloc[0] if len(largest) == 1 else pd.NA
        rows.append((*place, leader, group[value].max()))
    return pd.DataFrame(rows, columns=[*by, "leader", "lead_value"])


def rival_turnover(trade):
    """Exports plus imports of each state with China and with Russia, by year.

    Parameters
    ----------
    trade : DataFrame
        ``country``, ``partner``, ``flow``, ``year`` and ``value_usd_mn``, from one
        reporter: the table ``trade_long_run``.

    Returns
    -------
    DataFrame
        ``country``, ``year``, ``partner`` (``"CHN"`` or ``"RUS"``), ``value_usd_mn``;
        only years in which both flows with both partners are known.

    Examples
    --------
    >>> trade = pd.DataFrame({
    ...     "country": "KGZ", "partner": ["CHN", "CHN", "RUS", "RUS"], "year": 2009,
    ...     "flow": ["export", "import"] * 2, "value_usd_mn": [1.0, 9.0, 4.0, 4.0]})
    >>> rival_turnover(trade)["value_usd_mn"].tolist()
    [10.0, 8.0]
    """
    keys = ["country", "year"]
    flows = both_flows(trade[trade["partner"].isin(RIVALS)], [*keys, "partner"])
    total = flows["export_usd_mn"] + flows["import_usd_mn"]
    both = flows.groupby(keys)["partner"].transform("count") == len(RIVALS)
    turnover = flows.assign(value_usd_mn=total)[both]
    return turnover[[*keys, "partner", "value_usd_mn"]].reset_index(drop=True)


def rival_indicators(
    trade, shares, investment, debt_flows, remittances, *, year=2019, china_by="country"
):
    """China and Russia side by side in each state, on four indicators.

    * ``trade``: exports plus imports of the year. For the two silent states China's
      customs count China's part, and Russia's is its CIA share of the implied
      totals. Where Russia's share is below the CIA's cut, it gets the most that
      the cut allows, so China's part is not overstated.
    * ``investment``: the stock of direct investment at the end of the year.
    * ``loans``: paid out to governments and with their guarantee, 2000 to the year.
      Debtors report all such loans, so no loan from a creditor counts as zero.
    * ``remittances``: money sent in 2017, modelled.

    Parameters
    ----------
    trade, shares, investment, debt_flows, remittances : DataFrame
        The tables ``trade_by_partner``, ``partner_shares``, ``fdi_kazakhstan_quoted``,
        ``debt_flows`` and ``remittances``.
    year : int
        A year with shares and investment.
    china_by : {"country", "partner"}
        As for :func:`turnover_by_partner`.

    Returns
    -------
    DataFrame
        One row a state and indicator: ``country``, ``indicator``, ``china``,
        ``russia`` (in ``unit``), ``unit``, ``period``, ``china_percent``: China's
        part of the two together, 50 when they are equal. Missing when one side has
        no figure, or both are zero.

    Raises
    ------
    KeyError
        When a table has no rows of the year.
    """
    pairs = {
        "trade": (
            _trade_pairs(trade, shares, year, china_by),
            "USD million",
            str(year),
        ),
        "investment": (
            _stock_pairs(investment, year),
            "EUR million",
            f"end of {year}",
        ),
        "loans": (_loan_pairs(debt_flows, year), "USD million", f"2000 to {year}"),
        "remittances": (_pairs(remittances), "USD million", "2017"),
    }
    parts = [
        values.reindex(_states(pairs)).assign(indicator=name, unit=unit, period=period)
        for name, (values, unit, period) in pairs.items()
    ]
    rows = pd.concat(parts).rename(columns={"CHN": "china", "RUS": "russia"})
    both = (rows["china"] + rows["russia"]).where(lambda sums: sums > 0)
    rows["china_percent"] = 100 * rows["china"] / both
    rows = rows.rename_axis("country").reset_index()
    columns = ["country", "indicator", "china", "russia", "unit", "period"]
    return rows[[*columns, "china_percent"]]


def composite_index(indicators, *, weights):
    """One number for several indicators: their mean, weighted.

    sum(weight x china_percent) / sum(weight), over the indicators that a state has.
    A missing indicator is left out with its weight (*renormalised*), so states are
    not all compared on the same things; ``missing`` says which are left out.

    Parameters
    ----------
    indicators : DataFrame
        From :func:`rival_indicators`.
    weights : dict of str to float
        A weight of zero or more for each indicator of ``INDICATORS``.

    Returns
    -------
    DataFrame
        ``country``, ``china_percent`` (over 50: China leads, under 50: Russia),
        ``indicators`` (how many count), ``missing`` (names of those that have a
        weight and no figure). All missing when no indicator counts.

    Raises
    ------
    KeyError
        When a weight is named for an unknown indicator, or one has none.
    ValueError
        When a weight is below zero.

    Notes
    -----
    See OECD and JRC, *Handbook on Constructing Composite Indicators*, 2008.

    Examples
    --------
    >>> indicators = pd.DataFrame({"country": "KGZ", "indicator": INDICATORS,
    ...     "china_percent": [60.0, None, 90.0, 0.0]})
    >>> weights = {"trade": 2, "investment": 1, "loans": 0, "remittances": 1}
    >>> index = composite_index(indicators, weights=weights)
    >>> index[["china_percent", "missing"]].values.tolist()
    [[40.0, 'investment']]
    """
    if set(weights) != set(INDICATORS):
        raise KeyError(f"Weights are for {', '.join(weights)}, not {INDICATORS}.")
    if min(weights.values()) < 0:
        raise ValueError("A weight is zero or more: it cannot count against.")
    weight = indicators["indicator"].map(weights)
    rows = indicators.assign(weight=weight)[weight > 0]
    has = rows["china_percent"].notna()
    rows["product"] = rows["weight"] * rows["china_percent"]
    sums = rows[has].groupby("country")[["product", "weight"]].sum()
    index = pd.DataFrame(index=pd.Index(sorted(set(indicators["country"]))))
    index["china_percent"] = sums["product"] / sums["weight"]
    index["indicators"] = rows[has].groupby("country").size()
    index["missing"] = rows[~has].groupby("country")["indicator"].agg(", ".join)
    index = index.fillna({"indicators": 0, "missing": ""})
    index = index.astype({"indicators": "int64"})
    return index.rename_axis("country").reset_index()


_CROSSOVER_YEARS = ("from_year", "to_year", "first_year", "for_good_year")


def _states(pairs):
    """All countries that some indicator has, sorted."""
    return sorted(set().union(*(values.index for values, *_ in pairs.values())))


def _pairs(values):
    """China's and Russia's values as columns, countries as rows."""
    rivals = values[values["partner"].isin(RIVALS)]
    wide = rivals.pivot(index="country", columns="partner", values="value_usd_mn")
    return wide.reindex(columns=RIVALS).rename_axis(columns=None)


def _trade_pairs(trade, shares, year, china_by):
    own = _pairs(turnover_by_partner(trade, year=year, china_by=china_by))
    silent = sum(
        _silent_pairs(trade, shares, flow, year) for flow in ("export", "import")
    )
    return pd.concat([own, silent])


def _silent_pairs(trade, shares, flow, year):
    """One flow of the silent states with both; Russia's part is at most so large."""
    rows = implied_totals(trade, shares, flow=flow, year=year).set_index("country")
    printed = select(shares, flow=flow, year=year)
    most = {
        country: _most(printed[printed["country"] == country]) for country in SILENT
    }
    return pd.DataFrame(
        {
            "CHN": rows["mirror_usd_mn"],
            "RUS": rows["total_usd_mn"] * pd.Series(most) / 100,
        }
    )


def _most(printed, partner="RUS"):
    """A partner's share; below the cut, the most that the printed shares leave."""
    found = printed.loc[printed["partner"] == partner, "share_percent"]
    if len(found):
        return found.item()
    left = 100 - printed["share_percent"].sum()
    return min(printed["share_percent"].min(), left)


def _stock_pairs(investment, year):
    rows = select(investment, measure="inward_stock", year=year)
    wide = rows.pivot(index="host", columns="partner", values="value_eur_mn")
    return wide.reindex(columns=RIVALS).rename_axis(index="country", columns=None)


def _loan_pairs(debt_flows, year):
    paid_out = select(debt_flows, flow="disbursement")
    paid_out = paid_out[paid_out["year"] <= year]
    sums = paid_out.pivot_table(
        index="debtor", columns="creditor", values="value_usd_mn", aggfunc="sum"
    )
    sums = sums.reindex(columns=RIVALS).rename_axis(index="country", columns=None)
    return sums.fillna(0.0)
