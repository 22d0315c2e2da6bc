"""Goods trade of the five states by partner, as both sides' customs offices see it."""

import pandas as pd
from common import FIVE, Field, Table, read

NATIONAL = "economy/trade_national_statistics_1994_2023.csv"
MIRROR = "economy/trade_imf_imts_chn_usa_2001_2024.csv"
KEY = ["country", "partner", "flow", "year", "reported_by"]
OTHER_SIDE = {"export": "import", "import": "export"}


def build():
    """One row a country, partner, flow, year and reporter."""
    frame = pd.concat([_national(), _mirror(), _china()], ignore_index=True)
    frame["value_usd_mn"] = frame["value_usd_mn"].round(6)
    return frame[[*KEY, "valuation", "value_usd_mn"]].sort_values(KEY)


def _national():
    """What Kazakhstan, Kyrgyzstan and Uzbekistan report; blocs would count twice."""
    rows = read(NATIONAL)
    rows = rows[~rows["partner_is_aggregate"] | (rows["partner_code"] == "WLD")]
    return pd.DataFrame(
        {
            "country": rows["reporter_iso3"],
            "partner": rows["partner_code"],
            "flow": rows["flow"],
            "year": rows["year"],
            "reported_by": "country",
            "valuation": "unstated",
            "value_usd_mn": rows["value_usd_thousand"] / 1000,
        }
    )


def _mirror():
    """What China and the USA report on the five: their export is a state's import."""
    rows = read(MIRROR)
    rows = rows[rows["partner_iso3"].isin(FIVE)].dropna(subset=["value_usd_million"])
    return pd.DataFrame(
        {
            "country": rows["partner_iso3"],
            "partner": rows["reporter_iso3"],
            "flow": rows["flow"].map(OTHER_SIDE),
            "year": rows["year"],
            "reported_by": "partner",
            "valuation": rows["valuation"],
            "value_usd_mn": rows["value_usd_million"],
        }
    )


def _china():
    """China's own total, the denominator of the region's share in China's trade."""
    rows = read(MIRROR)
    rows = rows[(rows["reporter_iso3"] == "CHN") & (rows["partner_iso3"] == "WLD")]
    return pd.DataFrame(
        {
            "country": "CHN",
            "partner": "WLD",
            "flow": rows["flow"],
            "year": rows["year"],
            "reported_by": "country",
            "valuation": rows["valuation"],
            "value_usd_mn": rows["value_usd_million"],
        }
    )


TABLE = Table(
    name="trade_by_partner",
    title="Goods trade by partner, as both sides' customs offices report it",
    description=(
        "One row for each country, partner, flow, year and reporter. The flow is seen "
        "from the country, whoever reports it: China's recorded export to Kyrgyzstan "
        "is Kyrgyzstan's import, reported by the partner. The partner WLD is the "
        "country's total over all partners; never add it to partners. Our sources "
        "hold no figures by partner from Tajikistan and Turkmenistan, so for them only "
        "China's and the USA's reports exist. Kazakhstan's own figures start in 2018, "
        "Uzbekistan's in 2010. Uzbekistan's total is the sum of its partners, made by "
        "the extractor; it holds partners that the source lumps together and that are "
        "not shipped here, more than a third of exports in 2019. How gold is treated "
        "in the national figures is not documented."
    ),
    key=tuple(KEY),
    fields=(
        Field("country", "string", "The country, ISO 3166-1 alpha-3"),
        Field("partner", "string", "The partner, ISO 3166-1 alpha-3; WLD is the total"),
        Field(
            "flow",
            "string",
            "Direction of the goods, seen from the country",
            enum=("export", "import"),
        ),
        Field("year", "integer", "Calendar year", unit="year"),
        Field(
            "reported_by",
            "string",
            "Whose customs office counted: the country's or the partner's",
            enum=("country", "partner"),
        ),
        Field(
            "valuation",
            "string",
            "FOB: without international freight and insurance; CIF: with them",
            enum=("FOB", "CIF", "unstated"),
        ),
        Field("value_usd_mn", "number", "Value of the goods", unit="USD million"),
    ),
    sources=(NATIONAL, MIRROR),
    credit=(
        "national statistics of Kazakhstan, Kyrgyzstan, Uzbekistan; "
        "IMF IMTS (China, USA)"
    ),
    build=build,
)
