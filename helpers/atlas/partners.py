"""The atlas that opens the course: trade with China and with Russia."""

import pandas as pd

from helpers import economy, style, tables
from helpers.atlas.widget import Atlas
from helpers.maps import Layer

# Between the two circles of each state, beside its name: longitude and latitude.
MIDDLE = {
    "KAZ": (66.6, 50.0),
    "KGZ": (75.0, 42.35),
    "TJK": (71.5, 39.2),
    "TKM": (58.5, 40.7),
    "UZB": (64.6, 40.9),
}
SIDES = {"RUS": -1, "CHN": 1}
ASIDE = {"KAZ": 1.75, "KGZ": 0.9, "TJK": 0.9, "TKM": 1, "UZB": 1}  # degrees east, west


def trade_partners(trade, year=None):
    """Trade of the five states with China and with Russia, two circles a state.

    Parameters
    ----------
    trade : DataFrame
        The table ``trade_long_run``.
    year : int, optional
        The year shown first; by default the last one.

    Returns
    -------
    Atlas
        Titled with how many states traded more with China in the first and in the
        last year.
    """
    names = tables.country_names()
    turnover = economy.rival_turnover(trade)
    leaders = economy.leading_partner(turnover, by=("country", "year"))
    first, last = leaders["year"].min(), leaders["year"].max()
    led = leaders[leaders["leader"] == "CHN"].groupby("year").size()
    begun, ended = (led.get(end, 0) for end in (first, last))
    middle = pd.DataFrame(MIDDLE, index=["longitude", "latitude"]).T
    middle = middle.loc[turnover["country"]].set_index(turnover.index)
    aside = turnover["country"].map(ASIDE)
    partner = turnover["partner"].map(names)
    frame = turnover.assign(
        name=turnover["country"].map(names) + " with " + partner,
        partner=partner,
        longitude=middle["longitude"] + turnover["partner"].map(SIDES) * aside,
        latitude=middle["latitude"],
        until=turnover["year"],
    )
    layer = Layer(
        name="Trade",
        frame=frame,
        kind="points",
        label="name",
        colour="partner",
        palette={names[code]: style.PARTNER[code] for code in SIDES},
        size="value_usd_mn",
        size_unit="million USD",
        years=("year", "until"),
        filters={"Partner": "partner"},
        details={"Exports plus imports, million USD": "value_usd_mn"},
    )
    return Atlas(
        [layer],
        title=(
            f"In {first} China traded more than Russia with {begun} of the five "
            f"states, in {last} with {ended}"
        ),
        subtitle="Exports plus imports, million USD, by year. Circles by area",
        credit=tables.credit("trade_long_run"),
        year=year,
    )
