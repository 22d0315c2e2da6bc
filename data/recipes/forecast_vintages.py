"""The same years in two editions of the IMF's outlook, before and after the shock."""

import pandas as pd
from common import FIVE, Field, Table, read

EDITIONS = {
    2019: (
        "economy/macro_imf_weo_2019_vintage_1980_2024.csv",
        "is_forecast_2019_onwards",
    ),
    2024: ("economy/macro_imf_weo_april_2024_1980_2029.csv", "is_estimate"),
}
INDICATORS = {
    "gdp_growth_percent": "gdp_growth",
    "gdp_usd_bn": "gdp",
    "current_account_percent_gdp": "current_account",
    "gov_gross_debt_percent_gdp": "government_debt",
}
FIRST, LAST = 2015, 2024


def build():
    """One row a country, indicator, year and vintage."""
    frame = pd.concat(
        [_edition(vintage, *source) for vintage, source in EDITIONS.items()]
    )
    return frame[[column.name for column in TABLE.fields]].sort_values(list(TABLE.key))


def _edition(vintage, path, flag):
    """The rows of one edition that the lessons use."""
    rows = read(path).rename(columns={"iso3": "country", flag: "is_estimate"})
    rows = rows[
        rows["country"].isin([*FIVE, "CHN", "RUS"])
        & rows["indicator"].isin(INDICATORS)
        & rows["year"].between(FIRST, LAST)
    ]
    return rows.assign(vintage=vintage, indicator=rows["indicator"].map(INDICATORS))


TABLE = Table(
    name="forecast_vintages",
    title="The IMF's figures for the same years, as of spring 2019 and of April 2024",
    description=(
        "One row for each country, indicator, year and vintage: the edition of the "
        "World Economic Outlook that prints the value. The vintage 2019 knows nothing "
        "of the pandemic. From 2019 on it is a forecast; some of its values of 2016 to "
        "2018 are estimates and not marked. Which edition it is was inferred from its "
        "numbers, not stated: probably April 2019. The vintage 2024 (April) marks "
        "estimates and forecasts. A later vintage also changes the past, so a "
        "difference between the two is not only a forecast error. Turkmen figures "
        "follow official rates and are contested. GDP in US dollars moves with the "
        "exchange rate."
    ),
    key=("country", "indicator", "year", "vintage"),
    fields=(
        Field("country", "string", "The country, ISO 3166-1 alpha-3"),
        Field(
            "indicator",
            "string",
            "gdp_growth: real growth on the year before; gdp: at current prices; "
            "current_account: balance; government_debt: gross",
            enum=tuple(INDICATORS.values()),
        ),
        Field("year", "integer", "Calendar year that is described", unit="year"),
        Field("vintage", "integer", "Year of the edition that prints it", unit="year"),
        Field("value", "number", "The figure", unit="see the column unit"),
        Field("unit", "string", "Unit of the figure"),
        Field(
            "is_estimate",
            "boolean",
            "Whether the edition calls it a forecast or an estimate",
        ),
    ),
    sources=tuple(path for path, _ in EDITIONS.values()),
    credit="IMF World Economic Outlook, spring 2019 (inferred) and April 2024",
    build=build,
)
