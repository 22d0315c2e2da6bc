"""Trade of the five states with China, Russia and the world since 1995."""

from common import Field, Table, read

COW = "economy/trade_cow_dyadic_1992_2014.csv"
KEY = ["country", "partner", "flow", "year"]


def build():
    """One row a country, partner, flow and year; the zeros of 1992-94 are gaps."""
    rows = read(COW).rename(
        columns={
            "reporter_iso3": "country",
            "partner_iso3": "partner",
            "value_usd_million": "value_usd_mn",
        }
    )
    rows = rows[rows["partner"].isin(["CHN", "RUS", "WLD"]) & (rows["year"] >= 1995)]
    return rows[[*KEY, "value_usd_mn"]].sort_values(KEY)


TABLE = Table(
    name="trade_long_run",
    title="Trade with China, Russia and the world, 1995 to 2014",
    description=(
        "An excerpt of the dyadic trade file of the Correlates of War Project: the "
        "five states with China, Russia and the world (WLD). Figures are rounded to "
        "millions, so a zero means under half a million. The years 1992 to 1994 are "
        "left out, because zeros there are gaps. The source counts imports, so who "
        "counted differs by flow. Exports of a state are the imports of its partner: "
        "those to China follow China's own report. Imports switch from a "
        "state's own figure to China's report plus about ten percent: in 2009 for "
        "Kyrgyzstan, in 2011 for Tajikistan, in 2013 for Kazakhstan; for Turkmenistan "
        "and Uzbekistan they follow China's report all along. Both flows between "
        "Kazakhstan and Russia drop in 2010 and 2011, the first years of their customs "
        "union, and come back in 2012. The table is not comparable with later ones."
    ),
    key=tuple(KEY),
    fields=(
        Field("country", "string", "The country, ISO 3166-1 alpha-3"),
        Field("partner", "string", "CHN, RUS, or WLD for the total"),
        Field(
            "flow",
            "string",
            "Direction of the goods, seen from the country",
            enum=("export", "import"),
        ),
        Field("year", "integer", "Calendar year", unit="year"),
        Field("value_usd_mn", "number", "Value of the goods", unit="USD million"),
    ),
    sources=(COW,),
    credit="Correlates of War Project, dyadic trade 4.0",
    build=build,
)
