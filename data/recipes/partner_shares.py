"""Rounded shares of main trade partners, from editions of the CIA World Factbook."""

from common import Field, Table, read

CIA = "economy/trade_partner_shares_cia_factbook.csv"


def build():
    """One row a country, flow, data year and partner."""
    rows = read(CIA).rename(
        columns={
            "reporter_iso3": "country",
            "partner_iso3": "partner",
            "data_year": "year",
            "first_seen_date": "first_seen",
        }
    )
    return rows[[column.name for column in TABLE.fields]].sort_values(list(TABLE.key))


TABLE = Table(
    name="partner_shares",
    title="Main trade partners in percent of a country's exports or imports",
    description=(
        "Shares of the main partners only: a partner below an edition's cut is absent, "
        "not zero. The method changed between editions, so the data years are not a "
        "time series, and the shares of one set (Tajikistan, imports, 2019) add to "
        "more than 100. Gambia among Kazakhstan's import partners of 2023 stands so "
        "in the source and is probably an error there."
    ),
    key=("country", "flow", "year", "partner"),
    fields=(
        Field("country", "string", "The country, ISO 3166-1 alpha-3"),
        Field(
            "flow",
            "string",
            "Direction of the goods, seen from the country",
            enum=("export", "import"),
        ),
        Field("year", "integer", "Year the shares describe", unit="year"),
        Field("partner", "string", "The partner, ISO 3166-1 alpha-3"),
        Field("share_percent", "number", "Share in the flow's total", unit="percent"),
        Field(
            "first_seen", "date", "Day on which an archived edition first had the share"
        ),
    ),
    sources=(CIA,),
    credit="CIA World Factbook",
    build=build,
)
