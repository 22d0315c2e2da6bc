"""The atlas of Confucius Institutes."""

from helpers import style, tables
from helpers.atlas.widget import Atlas
from helpers.maps import Layer

NOT_KNOWN = "year not known"
DATED_BY = {"launch": "year of the launch", "list": "year in a list, not explained"}
COLOURS = {
    DATED_BY["launch"]: style.PARTNER["CHN"],
    DATED_BY["list"]: "#e0a100",
    NOT_KNOWN: "#4a4f57",
}
APART = 0.8  # degrees between two institutes of one city
BESIDE = 0.5  # degrees from the middle of the city, which a capital's sign covers
WEST = {"Astana": -1}  # its name stands to the east


def institutes(table, year=2020):
    """Confucius Institutes by place, and by the year that a source gives.

    A year shows the institutes that a source dates to it or before it. One without a
    known year is shown in every year, in a colour of its own.

    Parameters
    ----------
    table : DataFrame
        The table ``confucius_institutes``.
    year : int
        The year shown first.

    Returns
    -------
    Atlas
        Titled with how many institutes the list has, and how many have no year.
    """
    no_year = int(table["opened"].isna().sum())
    states = table["state"].nunique()
    return Atlas(
        [_layer(_described(table))],
        title=(
            f"{len(table)} institutes in {states} of the five states, "
            f"{no_year} without a known year"
        ),
        subtitle=(
            "Confucius Institutes of a list of 2021, by year of opening. Points stand "
            "beside their city"
        ),
        credit=tables.credit("confucius_institutes"),
        year=year,
    )


def _described(table):
    """The table with the columns that the map shows and filters by."""
    place = table.groupby("city").cumcount()
    side = table["city"].map(WEST).fillna(1)
    return table.assign(
        longitude=table["longitude"] + side * (BESIDE + APART * place),
        state_name=table["state"].map(tables.country_names()),
        date_is=table["dated_by"].map(DATED_BY).fillna(NOT_KNOWN),
        year_said=table["opened"].astype("string").fillna("not known"),
        closed=float("nan"),
        sign=tables.signs(table.assign(contested_by="")),
    )


def _layer(rows):
    return Layer(
        name="Institutes",
        frame=rows,
        kind="points",
        label="host",
        colour="date_is",
        palette=COLOURS,
        years=("opened", "closed"),
        filters={"State": "state_name", "Reliability": "sign"},
        details={
            "City": "city",
            "Opened": "year_said",
            "This is the": "date_is",
            "Agreement": "agreed",
            "Chinese partner": "chinese_partner",
            "Reliability": "sign",
            "Says": "source",
        },
        reliability="sign",
    )
