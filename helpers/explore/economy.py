"""The explorers of the economy section."""

from helpers import charts, style, tables
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
