"""The explorers of the economy section."""

from helpers import (
    charts,
    economy,
    style,
    tables,
)
from helpers.explore.explorer import Choice, Explorer, Slider


def trade_explorer(trade):
    """Trade of one country by partner: choose country, flow, year and who counts.

    Parameters
    ----------
    trade : DataFrame
        The table ``trade_by_partner``.

    Returns
    -------
    Explorer
    """
    names = tables.country_names()
    return Explorer(
        charts.partner_lines(trade),
        country=Choice(
            "Country", {names[code]: code for code in tables.the_five()}, value="KGZ"
        ),
        flow=Choice("Flow", {"imports": "import", "exports": "export"}),
        reported_by=Choice(
            "Counted by",
            {"its own offices": "country", "China and the USA": "partner"},
        ),
        year=Slider("Year", 2001, int(trade["year"].max()), value=2019),
    )


def mirror_lab(trade):
    """Both reports of one flow: choose the flow, the year and the cost of transport.

    Parameters
    ----------
    trade : DataFrame
        The table ``trade_by_partner``.

    Returns
    -------
    Explorer
    """
    names = tables.country_names()
    reporting = ["KGZ", "KAZ", "UZB"]
    pairs = {
        f"{names[importer]} from {names[exporter]}": (importer, exporter)
        for code in reporting
        for importer, exporter in ((code, "CHN"), ("CHN", code))
    }
    return Explorer(
        charts.mirror_lines(trade),
        pair=Choice("Imports of", pairs),
        cost_percent=Slider("Transport, %", 0, 20, value=10),
        year=Slider("Year", 2010, 2023, value=2019),
    )


def lending_windows(finance):
    """Chinese commitments before and after a year: choose the state and the year.

    Parameters
    ----------
    finance : DataFrame
        The table ``chinese_finance_by_year``.

    Returns
    -------
    Explorer
    """
    names = tables.country_names()
    states = {"the five states": "CA5"}
    states |= {names[code]: code for code in tables.the_five()}
    return Explorer(
        charts.lending_years(finance),
        state=Choice("State", states),
        cut=Slider("Cut at year", 2005, 2018, value=2013),
    )


def debt_lab(flows, reported, wholes):
    """What is owed to China over a whole: choose state, part, whole and year.

    Parameters
    ----------
    flows, reported, wholes : DataFrame
        The tables ``debt_flows``, ``debt_reported`` and ``gdp_and_public_debt``.

    Returns
    -------
    Explorer
    """
    names = tables.country_names()
    parts = {words: code for code, words in economy.NUMERATORS.items()}
    wholes_by_name = {words: code for code, words in economy.DENOMINATORS.items()}
    return Explorer(
        charts.debt_ratio(flows, reported, wholes),
        debtor=Choice("State", {names[code]: code for code in ("KGZ", "TJK")}),
        numerator=Choice("Part: owed", parts),
        denominator=Choice("Whole", wholes_by_name),
        year=Slider("End of", 2010, 2025, value=2019),
    )


def two_vintages(vintages):
    """Two editions of one forecast: choose the country, the indicator and the year.

    Parameters
    ----------
    vintages : DataFrame
        The table ``forecast_vintages``.

    Returns
    -------
    Explorer
    """
    names = tables.country_names()
    indicators = {
        "growth": "gdp_growth",
        "output path": "output_path",
        "GDP in dollars": "gdp",
        "current account": "current_account",
        "public debt": "government_debt",
    }
    years = int(vintages["year"].min()), int(vintages["year"].max())
    return Explorer(
        charts.vintage_lines(vintages),
        country=Choice(
            "Country",
            {names[code]: code for code in [*tables.the_five(), *style.PARTNER]},
        ),
        indicator=Choice("Indicator", indicators),
        year=Slider("Year", *years, value=2020),
    )


def index_builder(own, mirror):
    """Who leads at your weights: a weight for each indicator, a state, and who counts.

    Parameters
    ----------
    own, mirror : DataFrame
        From ``economy.rival_indicators``, where the states and where China's customs
        count the trade with China.

    Returns
    -------
    Explorer
    """
    names = tables.country_names()
    return Explorer(
        charts.index_bars(own, mirror),
        **{
            name: Slider(name.capitalize(), 0, 4, value=1)
            for name in economy.INDICATORS
        },
        state=Choice(
            "Look into", {names[code]: code for code in tables.the_five()}, value="KGZ"
        ),
        china_by=Choice(
            "Trade seen by", {"the states": "country", "China's customs": "partner"}
        ),
    )
