"""Measures of the shock of 2020: changes from a base year, and two vintages.

Trade is in millions of current US dollars, changes are in percent, and differences
between two percentages in percentage points. Flows are seen from the country.
"""

import pandas as pd

from helpers.economy.trade import both_flows
from helpers.tables import select

FLOWS = ("export", "import", "turnover")
EARLIER, LATER = 2019, 2024  # the two vintages of ``forecast_vintages``
REVISED = 1.0  # points of growth a year; beyond it two vintages describe two pasts


def turnover(trade, *, partner):
    """Exports, imports and their sum with one partner, as each office reports them.

    Parameters
    ----------
    trade : DataFrame
        The table ``trade_by_partner``.
    partner : str
        ISO 3166-1 alpha-3 code, or ``"WLD"`` for the country's total.

    Returns
    -------
    DataFrame
        ``country``, ``reported_by``, ``year``, ``export_usd_mn``, ``import_usd_mn``,
        ``turnover_usd_mn``. A year with only one of the flows is left out. FOB and
        CIF values are added, as customs offices do.

    Raises
    ------
    KeyError
        When there is no such partner; the message lists those there are.

    Examples
    --------
    >>> trade = pd.DataFrame({
    ...     "country": "KGZ", "partner": "CHN", "flow": ["export", "import"],
    ...     "year": 2019, "reported_by": "country", "value_usd_mn": [80.0, 1720.0]})
    >>> turnover(trade, partner="CHN")["turnover_usd_mn"].tolist()
    [1800.0]
    """
    rows = select(trade, partner=partner)
    flows = both_flows(rows, ["country", "reported_by", "year"])
    both = flows["export_usd_mn"] + flows["import_usd_mn"]
    return flows.assign(turnover_usd_mn=both)


def trade_change(trade, *, partner, base, year):
    """Change of trade with one partner between two years, by flow and reporter.

    100 times (value of the year divided by value of the base, minus 1).

    Parameters
    ----------
    trade : DataFrame
        The table ``trade_by_partner``.
    partner : str
        ISO code, or ``"WLD"``.
    base, year : int
        Whole calendar years.

    Returns
    -------
    DataFrame
        ``country``, ``flow`` (of ``FLOWS``), ``reported_by``, ``base_usd_mn``,
        ``value_usd_mn``, ``change_percent``. Only where both years are reported.

    Raises
    ------
    KeyError
        When the partner or a year is not in the table.

    Examples
    --------
    >>> trade = pd.DataFrame({
    ...     "country": "KGZ", "partner": "CHN", "flow": ["export", "import"] * 2,
    ...     "year": [2019, 2019, 2020, 2020], "reported_by": "country",
    ...     "value_usd_mn": [100.0, 900.0, 50.0, 350.0]})
    >>> changes = trade_change(trade, partner="CHN", base=2019, year=2020)
    >>> dict(zip(changes["flow"], changes["change_percent"].round(1)))
    {'export': -50.0, 'import': -61.1, 'turnover': -60.0}
    """
    rows = turnover(trade, partner=partner).rename(
        columns={f"{flow}_usd_mn": flow for flow in FLOWS}
    )
    keys = ["country", "flow", "reported_by"]
    then, now = (
        select(rows, year=when)
        .melt(["country", "reported_by"], value_vars=FLOWS, var_name="flow")
        .set_index(keys)["value"]
        for when in (base, year)
    )
    changes = pd.DataFrame({"base_usd_mn": then, "value_usd_mn": now}).dropna()
    changes["change_percent"] = 100 * (
        changes["value_usd_mn"] / changes["base_usd_mn"] - 1
    )
    return changes.sort_index().reset_index()


def change_beside_others(trade, *, partner, base, year):
    """Change of turnover with one partner beside that with all other partners.

    All others are the country's total minus the partner, by the country's own report.

    Parameters
    ----------
    trade, partner, base, year
        As in :func:`trade_change`.

    Returns
    -------
    DataFrame
        ``country``, ``partner_percent``, ``others_percent`` (changes) and
        ``difference_points``: the first minus the second. Below zero, the partner
        lost weight in the country's trade.

    Raises
    ------
    KeyError
        When the partner or a year is not in the table.

    Examples
    --------
    >>> trade = pd.DataFrame({
    ...     "country": "KGZ", "partner": ["CHN", "CHN", "WLD", "WLD"] * 2,
    ...     "flow": ["export", "import"] * 4, "year": [2019] * 4 + [2020] * 4,
    ...     "reported_by": "country",
    ...     "value_usd_mn": [10.0, 90.0, 60.0, 240.0, 5.0, 45.0, 55.0, 175.0]})
    >>> row = change_beside_others(trade, partner="CHN", base=2019, year=2020)
    >>> row.iloc[0, 1:].astype(float).round(1).tolist()
    [-50.0, -10.0, -40.0]
    """
    keys = ["country", "year"]
    one, total = (
        select(turnover(trade, partner=code), reported_by="country").set_index(keys)[
            "turnover_usd_mn"
        ]
        for code in (partner, "WLD")
    )
    both = pd.DataFrame({"partner": one, "others": total - one}).dropna().reset_index()
    then, now = (
        select(both, year=when).set_index("country").drop(columns="year")
        for when in (base, year)
    )
    changes = (100 * (now / then - 1)).dropna().add_suffix("_percent")
    changes["difference_points"] = (
        changes["partner_percent"] - changes["others_percent"]
    )
    return changes.reset_index()


def turnover_share(trade, *, partner):
    """Share of one partner in each country's turnover, by its own report.

    Parameters
    ----------
    trade, partner
        As in :func:`turnover`.

    Returns
    -------
    DataFrame
        ``country``, ``year``, ``share_percent`` (0 to 100). Countries that report
        no totals are not in it.

    Examples
    --------
    >>> trade = pd.DataFrame({
    ...     "country": "KGZ", "partner": ["CHN", "CHN", "WLD", "WLD"],
    ...     "flow": ["export", "import"] * 2, "year": 2019, "reported_by": "country",
    ...     "value_usd_mn": [10.0, 90.0, 60.0, 240.0]})
    >>> turnover_share(trade, partner="CHN")["share_percent"].round(1).tolist()
    [33.3]
    """
    keys = ["country", "reported_by", "year"]
    one, total = (
        turnover(trade, partner=code).set_index(keys)["turnover_usd_mn"]
        for code in (partner, "WLD")
    )
    share = (100 * one / total).dropna().rename("share_percent").reset_index()
    own = select(share, reported_by="country")
    return own.drop(columns="reported_by").reset_index(drop=True)


def recovery(trade, *, partner, base):
    """Turnover with one partner as an index of a base year, from that year on.

    Parameters
    ----------
    trade, partner
        As in :func:`turnover`.
    base : int
        The year that is 100.

    Returns
    -------
    DataFrame
        ``country``, ``reported_by``, ``year``, ``turnover_usd_mn``, ``index``.

    Raises
    ------
    KeyError
        When the base year is not in the table.

    Examples
    --------
    >>> trade = pd.DataFrame({
    ...     "country": "KGZ", "partner": "CHN", "flow": ["export", "import"] * 2,
    ...     "year": [2019, 2019, 2020, 2020], "reported_by": "country",
    ...     "value_usd_mn": [100.0, 900.0, 50.0, 350.0]})
    >>> recovery(trade, partner="CHN", base=2019)["index"].tolist()
    [100.0, 40.0]
    """
    rows = turnover(trade, partner=partner)
    keys = ["country", "reported_by"]
    start = select(rows, year=base).set_index(keys)["turnover_usd_mn"].rename("start")
    rows = rows[rows["year"] >= base].join(start, on=keys, how="inner")
    rows["index"] = 100 * rows["turnover_usd_mn"] / rows["start"]
    rows = rows[[*keys, "year", "turnover_usd_mn", "index"]]
    return rows.sort_values([*keys, "year"], ignore_index=True)


def vintage_gap(vintages, *, indicator):
    """One indicator in two vintages, and the later minus the earlier value.

    Parameters
    ----------
    vintages : DataFrame
        The table ``forecast_vintages``, or rows like it.
    indicator : str
        For example ``"gdp_growth"``.

    Returns
    -------
    DataFrame
        ``country``, ``year``, ``unit``, ``earlier``, ``later``, ``gap``,
        ``was_forecast`` (the earlier vintage could not know the year) and
        ``is_estimate`` (the later one does not know it for certain either). In years
        that the earlier vintage knew, the gap is a *revision*.

    Raises
    ------
    KeyError
        When there is no such indicator; the message lists those there are.

    Examples
    --------
    >>> vintages = pd.DataFrame({
    ...     "country": "KGZ", "indicator": "gdp_growth", "year": 2020,
    ...     "vintage": [2019, 2024], "value": [3.4, -7.2], "unit": "percent",
    ...     "is_estimate": [True, False]})
    >>> vintage_gap(vintages, indicator="gdp_growth")["gap"].round(1).tolist()
    [-10.6]
    """
    rows = select(vintages, indicator=indicator)
    keys = ["country", "year", "unit"]
    values, flags = (
        rows.pivot(index=keys, columns="vintage", values=column)[[EARLIER, LATER]]
        for column in ("value", "is_estimate")
    )
    values = values.dropna()
    gap = pd.DataFrame(
        {
            "earlier": values[EARLIER],
            "later": values[LATER],
            "gap": values[LATER] - values[EARLIER],
            "was_forecast": flags.loc[values.index, EARLIER].astype(bool),
            "is_estimate": flags.loc[values.index, LATER].astype(bool),
        }
    )
    return gap.sort_index().reset_index()


def mean_revision(vintages, *, indicator):
    """How far the later vintage moved the years that the earlier one knew.

    The mean of the absolute gaps in those years.

    Parameters
    ----------
    vintages, indicator
        As in :func:`vintage_gap`.

    Returns
    -------
    DataFrame
        ``country``, ``years`` (how many), ``mean_revision`` in the indicator's unit,
        largest first.

    Examples
    --------
    >>> vintages = pd.DataFrame({
    ...     "country": "TKM", "indicator": "gdp_growth",
    ...     "year": [2017, 2017, 2018, 2018], "vintage": [2019, 2024] * 2,
    ...     "value": [6.5, 2.1, 6.2, 7.0], "unit": "percent", "is_estimate": False})
    >>> mean_revision(vintages, indicator="gdp_growth")["mean_revision"].round(1).item()
    2.6
    """
    gap = vintage_gap(vintages, indicator=indicator)
    known = gap[~gap["was_forecast"]]
    sizes = known["gap"].abs().groupby(known["country"]).agg(["size", "mean"])
    sizes = sizes.rename(columns={"size": "years", "mean": "mean_revision"})
    return sizes.sort_values("mean_revision", ascending=False).reset_index()


def output_path(vintages, *, base=2018):
    """Real output as each vintage has it: growth rates chained through a base year.

    The index of a year is the index of the year before times (1 + growth / 100). The
    path of a forecast is a *counterfactual*: what was expected without the shock.

    Parameters
    ----------
    vintages : DataFrame
        The table ``forecast_vintages``.
    base : int
        The year that is 100 in both vintages.

    Returns
    -------
    DataFrame
        Rows like those of ``forecast_vintages``, with the indicator ``output_path``.
        A year counts as estimated when a growth rate before it is, too.

    Raises
    ------
    ValueError
        When a year is missing, so that nothing can be chained.

    Examples
    --------
    >>> vintages = pd.DataFrame({
    ...     "country": "KGZ", "indicator": "gdp_growth", "year": [2018, 2019, 2020],
    ...     "vintage": 2024, "value": [3.0, 10.0, -10.0], "unit": "percent",
    ...     "is_estimate": False})
    >>> output_path(vintages)["value"].round(1).tolist()
    [100.0, 110.0, 99.0]
    """
    keys = ["country", "vintage"]
    rows = select(vintages, indicator="gdp_growth").sort_values([*keys, "year"])
    series = rows.groupby(keys)
    if (series["year"].diff().dropna() != 1).any():
        raise ValueError("A year of growth is missing: its neighbours do not chain.")
    level = (1 + rows["value"] / 100).groupby([rows[key] for key in keys]).cumprod()
    rows = rows.assign(level=level, is_estimate=series["is_estimate"].cummax())
    start = select(rows, year=base).set_index(keys)["level"].rename("start")
    rows = rows.join(start, on=keys)
    rows["value"] = 100 * rows["level"] / rows["start"]
    rows["indicator"], rows["unit"] = "output_path", f"index, {base} = 100"
    return rows.drop(columns=["level", "start"]).reset_index(drop=True)
