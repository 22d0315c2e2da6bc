"""Military spending of the five states, with its gaps."""

from common import FIVE, Field, Table, read

SPENDING = "security/sipri_milex_1991_2024.csv"


def build():
    """One row a state and year that the source covers."""
    rows = read(SPENDING).rename(
        columns={
            "iso3": "country",
            "milex_constant_2023_usd_million": "usd2023_mn",
            "milex_share_gdp_percent": "gdp_percent",
        }
    )
    rows = rows[rows["country"].isin(FIVE)]
    return rows[[column.name for column in TABLE.fields]].sort_values(list(TABLE.key))


TABLE = Table(
    name="military_spending",
    title="Military spending of the five states, 1992 to 2024",
    description=(
        "One row a state and year. Missing years are unknown, never zero: "
        "Turkmenistan ends in 1999; Uzbekistan has early years and 2018 only; a few "
        "years of Tajikistan are missing. Dollars of 2023 are for growth over time. "
        "Spending is money; deliveries of arms are counted in another unit."
    ),
    key=("country", "year"),
    fields=(
        Field("country", "string", "The state, ISO 3166-1 alpha-3"),
        Field("year", "integer", "Calendar year", unit="year"),
        Field(
            "usd2023_mn",
            "number",
            "Spending at constant prices and exchange rates",
            unit="million USD of 2023",
            required=False,
        ),
        Field(
            "gdp_percent",
            "number",
            "Spending as a share of GDP",
            unit="percent",
            required=False,
        ),
    ),
    sources=(SPENDING,),
    credit="SIPRI Military Expenditure Database 1949-2024",
    build=build,
)
