"""Measures of energy and corridors: DataFrame in, DataFrame out; no files, no drawing.

Gas is in billion cubic metres (bcm), oil in million tonnes. What a pipeline could
carry (capacity) and what it carried (flow) are two things, and are never added.
"""

import pandas as pd

from helpers.economy.trade import SILENT, check_office
from helpers.tables import select

STAYS_INSIDE = "CA5"  # a line that leads to no state outside the five
SUPPLIERS = ("KAZ", "TKM", "UZB")  # of the gas pipeline from Central Asia to China


def surplus(oil_gas, *, fuel):
    """Production minus consumption of one fuel, by country and year.

    What is left can be exported, stored or lost; below zero it must be imported. It
    is not what was exported: a country can do both.

    Parameters
    ----------
    oil_gas : DataFrame
        The table ``oil_gas``.
    fuel : {"gas", "oil"}

    Returns
    -------
    DataFrame
        ``country``, ``year``, ``fuel``, ``production``, ``consumption``, ``surplus``,
        ``unit``, sorted. A country that the source does not cover has no row.

    Raises
    ------
    KeyError
        When there is no such fuel; the message lists those there are.

    Examples
    --------
    >>> oil_gas = pd.DataFrame({
    ...     "country": "UZB", "fuel": "gas", "year": [2019], "production": 57.0,
    ...     "consumption": 45.0, "unit": "billion cubic metres"})
    >>> surplus(oil_gas, fuel="gas")["surplus"].tolist()
    [12.0]
    """
    rows = select(oil_gas, fuel=fuel).sort_values(["country", "year"])
    rows = rows.assign(surplus=rows["production"] - rows["consumption"])
    amounts = ["production", "consumption", "surplus", "unit"]
    return rows[["country", "year", "fuel", *amounts]].reset_index(drop=True)


def full_years(figures, *, topic, unit):
    """Single figures that describe a whole calendar year, in one unit.

    Parameters
    ----------
    figures : DataFrame
        The table ``reported_figures`` or ``corridor_figures``, or both together.
    topic : str
        For example ``"gas_to_china"``.
    unit : str
        For example ``"bcm"``.

    Returns
    -------
    DataFrame
        ``area``, ``year``, ``value``, ``institution``, ``reliability``, sorted.
        Half-years, quarters and months are left out, never added up.

    Raises
    ------
    KeyError
        When no such rows exist; the message lists the values that do.

    Examples
    --------
    >>> figures = pd.DataFrame({
    ...     "topic": "gas_to_china", "area": "TKM", "period": ["2019", "2020 H1"],
    ...     "value": [31.2, 14.0], "unit": "bcm", "institution": "x",
    ...     "reliability": "B"})
    >>> full_years(figures, topic="gas_to_china", unit="bcm")["year"].tolist()
    [2019]
    """
    rows = select(figures, topic=topic, unit=unit)
    rows = rows[rows["period"].str.fullmatch(r"\d{4}")]
    rows = rows.assign(year=rows["period"].astype(int))
    columns = ["area", "year", "value", "institution", "reliability"]
    return rows[columns].sort_values(["area", "year"], ignore_index=True)


def pipeline_flow(figures):
    """Gas that the Central Asia-China pipeline carried in a year.

    The figure of the pipeline's company; where there is none, the sum over the three
    suppliers, if one institution gives all three.

    Parameters
    ----------
    figures : DataFrame
        The tables ``reported_figures`` and ``corridor_figures`` together.

    Returns
    -------
    DataFrame
        ``year``, ``flow_bcm``, ``institution``, ``reliability`` (the weakest of the
        rows used). Other years are missing, and stay missing.

    Raises
    ------
    KeyError
        When the table holds no gas to China.

    Examples
    --------
    >>> figures = pd.DataFrame({
    ...     "topic": "gas_to_china", "area": ["KAZ", "TKM", "UZB"], "period": "2013",
    ...     "value": [0.1, 24.4, 2.9], "unit": "bcm", "institution": "BP",
    ...     "reliability": "A"})
    >>> pipeline_flow(figures)["flow_bcm"].round(1).tolist()
    [27.4]
    """
    rows = full_years(figures, topic="gas_to_china", unit="bcm")
    whole = rows[rows["area"] == "CA_PIPELINE"]
    parts = rows[rows["area"].isin(SUPPLIERS) & ~rows["year"].isin(whole["year"])]
    sums = parts.groupby(["year", "institution"], as_index=False).agg(
        value=("value", "sum"), reliability=("reliability", "max"), n=("area", "size")
    )
    sums = sums[sums["n"] == len(SUPPLIERS)]
    flows = pd.concat([whole, sums]).rename(columns={"value": "flow_bcm"})
    columns = ["year", "flow_bcm", "institution", "reliability"]
    return flows[columns].sort_values("year", ignore_index=True)


def open_capacity(lines, *, leads_to, until=2023):
    """What the gas lines to one state could carry together, year by year.

    Parameters
    ----------
    lines : DataFrame
        The map layer ``pipelines``.
    leads_to : str
        ISO 3166-1 alpha-3 code of the state outside the five.
    until : int
        Last year; by default the year of the tracker's status.

    Returns
    -------
    DataFrame
        ``year``, ``lines`` (how many are open) and ``capacity_bcm_y``, from the first
        opening on. Only lines in operation count.

    Raises
    ------
    KeyError
        When no such line is in operation; the message lists the values that occur.
    ValueError
        When a line has no year or no capacity, so that a sum would be too low; the
        message names the lines.

    Examples
    --------
    >>> lines = pd.DataFrame({
    ...     "name": ["A", "B"], "fluid": "gas", "status": "operating",
    ...     "leads_to": "CHN", "opened": [2009, 2010], "capacity_bcm_y": [15.0, 15.0]})
    >>> open_capacity(lines, leads_to="CHN", until=2011)["capacity_bcm_y"].tolist()
    [15.0, 30.0, 30.0]
    """
    rows = select(lines, fluid="gas", status="operating", leads_to=leads_to)
    unknown = rows[rows[["opened", "capacity_bcm_y"]].isna().any(axis=1)]
    if len(unknown):
        raise ValueError(
            f"Year or capacity is missing for {', '.join(unknown['name'])}. Their sum "
            "would be too low: look at the lines one by one."
        )
    years = range(int(rows["opened"].min()), until + 1)
    opened = [rows[rows["opened"] <= year] for year in years]
    return pd.DataFrame(
        {
            "year": years,
            "lines": [len(part) for part in opened],
            "capacity_bcm_y": [part["capacity_bcm_y"].sum() for part in opened],
        }
    )


def utilisation(flows, capacity):
    """How much of a pipeline's capacity was used: flow in percent of capacity.

    Parameters
    ----------
    flows : DataFrame
        ``year`` and ``flow_bcm``, from :func:`pipeline_flow`.
    capacity : DataFrame
        ``year`` and ``capacity_bcm_y``, from :func:`open_capacity`.

    Returns
    -------
    DataFrame
        ``year``, ``flow_bcm``, ``capacity_bcm_y``, ``utilisation_percent``, for years
        with both.

    Examples
    --------
    >>> flows = pd.DataFrame({"year": [2019], "flow_bcm": [44.0]})
    >>> capacity = pd.DataFrame({"year": [2019], "capacity_bcm_y": [55.0]})
    >>> utilisation(flows, capacity)["utilisation_percent"].tolist()
    [80.0]
    """
    rows = flows[["year", "flow_bcm"]].merge(
        capacity[["year", "capacity_bcm_y"]], on="year", validate="one_to_one"
    )
    rows["utilisation_percent"] = 100 * rows["flow_bcm"] / rows["capacity_bcm_y"]
    return rows


def supply_share(flows, oil_gas, *, country="CHN"):
    """Gas from one source in percent of what a country uses, and of what it lacks.

    Parameters
    ----------
    flows : DataFrame
        ``year`` and ``flow_bcm``, from :func:`pipeline_flow`.
    oil_gas : DataFrame
        The table ``oil_gas``.
    country : str
        ISO 3166-1 alpha-3 code of the buyer.

    Returns
    -------
    DataFrame
        ``year``, ``flow_bcm``, ``consumption_bcm``, ``shortfall_bcm`` (consumption
        minus production, so about what is imported, net), ``share_of_use_percent``,
        ``share_of_shortfall_percent``.

    Raises
    ------
    KeyError
        When the country is not in the table.

    Examples
    --------
    >>> flows = pd.DataFrame({"year": [2019], "flow_bcm": [30.0]})
    >>> oil_gas = pd.DataFrame({
    ...     "country": "CHN", "fuel": "gas", "year": [2019], "production": 180.0,
    ...     "consumption": 300.0, "unit": "billion cubic metres"})
    >>> share = supply_share(flows, oil_gas)
    >>> share[["share_of_use_percent", "share_of_shortfall_percent"]].values.tolist()
    [[10.0, 25.0]]
    """
    balance = select(surplus(oil_gas, fuel="gas"), country=country)
    balance = balance.rename(columns={"consumption": "consumption_bcm"})
    balance["shortfall_bcm"] = -balance["surplus"]
    rows = flows[["year", "flow_bcm"]].merge(
        balance[["year", "consumption_bcm", "shortfall_bcm"]], on="year"
    )
    flow = 100 * rows["flow_bcm"]
    rows["share_of_use_percent"] = flow / rows["consumption_bcm"]
    rows["share_of_shortfall_percent"] = flow / rows["shortfall_bcm"]
    return rows


def value_and_volume(figures, *, area):
    """What was reported of one supplier's gas: volume, value, and the price of both.

    Parameters
    ----------
    figures : DataFrame
        The tables ``reported_figures`` and ``corridor_figures`` together.
    area : str
        ISO 3166-1 alpha-3 code of the supplier.

    Returns
    -------
    DataFrame
        One row a period: ``period``, ``volume_bcm``, ``volume_mt`` (million tonnes),
        ``value_usd_bn`` and ``usd_per_thousand_m3``. A price needs a value and a
        volume of one period; where one is missing, the price is missing.

    Raises
    ------
    KeyError
        When nothing is reported of the supplier.

    Examples
    --------
    >>> figures = pd.DataFrame({
    ...     "topic": ["gas_to_china", "gas_to_china_value"], "area": "TKM",
    ...     "period": ["2021", "2022"], "value": [34.0, 10.25],
    ...     "unit": ["bcm", "USD billion"]})
    >>> value_and_volume(figures, area="TKM")["usd_per_thousand_m3"].isna().all().item()
    True
    """
    topics = ["gas_to_china", "gas_to_china_value"]
    rows = select(figures, area=area)
    rows = rows[rows["topic"].isin(topics)]
    units = {
        "bcm": "volume_bcm",
        "million tonnes": "volume_mt",
        "USD billion": "value_usd_bn",
    }
    table = rows.pivot(index="period", columns="unit", values="value")
    table = table.rename(columns=units).reindex(columns=list(units.values()))
    table["usd_per_thousand_m3"] = unit_value(
        1000 * table["value_usd_bn"], table["volume_bcm"]
    )
    return table.rename_axis(columns=None).reset_index()


def unit_value(value_usd_mn, volume_bcm):
    """Value divided by volume: what customs record as a price.

    A million dollars for a billion cubic metres is one dollar for a thousand cubic
    metres, so the quotient needs no factor.

    Parameters
    ----------
    value_usd_mn, volume_bcm : float or Series

    Returns
    -------
    float or Series
        US dollars per thousand cubic metres.

    Examples
    --------
    >>> unit_value(6000, 30)
    200.0
    """
    return value_usd_mn / volume_bcm


def lines_by_direction(lines, *, since, until=2023):
    """Lines in operation that leave the region, by where they lead.

    Parameters
    ----------
    lines : DataFrame
        The map layer ``pipelines``.
    since, until : int
        First and last year of opening. A line without a year is left out.

    Returns
    -------
    DataFrame
        ``leads_to``, ``gas``, ``oil``, ``lines`` (both), most lines first. The count
        says nothing of sizes or flows.

    Examples
    --------
    >>> lines = pd.DataFrame({
    ...     "status": "operating", "fluid": ["gas", "gas", "oil"],
    ...     "leads_to": ["CHN", "CA5", "CHN"], "opened": [2009, 2009, 2006]})
    >>> lines_by_direction(lines, since=1992).values.tolist()
    [['CHN', 1, 1, 2]]
    """
    rows = select(lines, status="operating")
    rows = rows[rows["opened"].between(since, until).fillna(False)]
    rows = rows[rows["leads_to"] != STAYS_INSIDE]
    counts = pd.crosstab(rows["leads_to"], rows["fluid"])
    counts = counts.reindex(columns=["gas", "oil"], fill_value=0)
    counts["lines"] = counts.sum(axis=1)
    counts = counts.rename_axis(columns=None).reset_index()
    return counts.sort_values(["lines", "leads_to"], ascending=[False, True])


def routes(lines):
    """Lines that lie side by side as one row, so that a map draws each route once.

    Parameters
    ----------
    lines : GeoDataFrame
        The map layer ``pipelines``.

    Returns
    -------
    GeoDataFrame
        One row a route, fluid, status and direction: ``name`` (all of them),
        ``opened`` (the first), ``years`` and ``capacities`` (one a line, as text),
        ``lines`` (how many), and the columns that they share.

    Examples
    --------
    >>> lines = pd.DataFrame({
    ...     "name": ["Pipeline, Line A", "Pipeline, Line B"], "fluid": "gas",
    ...     "status": "operating", "leads_to": "CHN", "opened": [2009, 2010],
    ...     "capacity_bcm_y": 15.0, "route": 1, "is_schematic": False})
    >>> routes(lines)[["name", "opened", "years"]].values.tolist()
    [['Pipeline, Line A / Line B', 2009, '2009, 2010']]
    """
    same = ["route", "fluid", "status", "leads_to"]
    groups = lines.sort_values("opened").groupby(same, sort=False)
    merged = groups.agg(
        name=("name", _together),
        opened=("opened", "min"),
        years=("opened", _listed),
        capacities=("capacity_bcm_y", _listed),
        lines=("name", "size"),
    )
    shared = lines.drop_duplicates(same).drop(columns=["name", "opened"])
    return shared.merge(merged.reset_index(), on=same, validate="one_to_one")


def _together(names):
    """Names of one pipeline's lines, with what they share said once."""
    parts = [name.partition(", ") for name in names]
    if len({pipeline for pipeline, _, _ in parts}) > 1:
        return "; ".join(names)
    segments = " / ".join(segment for _, _, segment in parts if segment)
    return ", ".join(filter(None, [parts[0][0], segments]))


def _listed(values):
    """Numbers as text, missing ones as such."""
    return ", ".join(
        "not known" if pd.isna(value) else f"{value:g}" for value in values
    )


def region_as_market(trade, *, partner="CHN", reported_by="partner"):
    """What a partner sells to the five states, what it buys there, and how much it is.

    Parameters
    ----------
    trade : DataFrame
        The table ``trade_by_partner``, with the partner's own ``WLD`` total.
    partner : str
        ISO 3166-1 alpha-3 code, for example ``"CHN"``.
    reported_by : {"partner", "country"}
        ``partner``: the partner's customs count all. ``country``: the states'
        reports, with the partner's for the two silent states.

    Returns
    -------
    DataFrame
        ``year``, ``sales_usd_mn``, ``purchases_usd_mn``, ``balance_usd_mn`` (sales
        minus purchases) and ``share_of_exports_percent`` (sales in percent of all
        that the partner exports). Years without all five states are left out.

    Raises
    ------
    KeyError
        When no such rows exist; the message lists the values that do.

    Examples
    --------
    >>> trade = pd.DataFrame({
    ...     "country": ["KGZ", "KGZ", "CHN"], "partner": ["CHN", "CHN", "WLD"],
    ...     "flow": ["import", "export", "export"], "year": 2019,
    ...     "reported_by": ["partner", "partner", "country"],
    ...     "value_usd_mn": [5.0, 2.0, 100.0]})
    >>> region_as_market(trade)[["balance_usd_mn", "share_of_exports_percent"]].values
    array([[3., 5.]])
    """
    check_office(trade, reported_by)
    rows = select(trade, partner=partner)
    office = rows["country"].isin(SILENT).map({True: "partner", False: reported_by})
    rows = rows[rows["reported_by"] == office]
    flows = rows.pivot(index="year", columns=["flow", "country"], values="value_usd_mn")
    flows = flows.dropna().T.groupby("flow").sum().T
    market = pd.DataFrame(
        {"sales_usd_mn": flows["import"], "purchases_usd_mn": flows["export"]}
    )
    market["balance_usd_mn"] = market["sales_usd_mn"] - market["purchases_usd_mn"]
    exports = select(trade, country=partner, partner="WLD", flow="export")
    exports = exports.set_index("year")["value_usd_mn"]
    market["share_of_exports_percent"] = 100 * market["sales_usd_mn"] / exports
    return market.reset_index()
