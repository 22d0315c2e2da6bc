"""The explorers of the economy section."""

from helpers import charts, economy, tables
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
