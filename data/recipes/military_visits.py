"""Military visits between China and the five states, with their gaps."""

from common import FIVE, Field, Table, read

DIPLOMACY = "society/aiddata_public_diplomacy_2000_2018.csv"


def build():
    """One row a state and year; an empty cell of the source stays empty."""
    rows = read(DIPLOMACY).rename(
        columns={"iso3": "country", "military_visits_count": "visits"}
    )
    rows = rows[rows["country"].isin(FIVE)].astype({"visits": "Int64"})
    return rows[[column.name for column in TABLE.fields]].sort_values(list(TABLE.key))


TABLE = Table(
    name="military_visits",
    title="Military visits counted between China and the five states, 2000 to 2018",
    description=(
        "One row a state and year. An empty cell is not a zero: the source has no zero "
        "in this column, so it does not tell a year without a visit from a year that "
        "nobody looked at. 2000 to 2002, 2017 and 2018 are empty for all, and most "
        "years of Turkmenistan are. So nothing can be added up or compared."
    ),
    key=("country", "year"),
    fields=(
        Field("country", "string", "The state, ISO 3166-1 alpha-3"),
        Field("year", "integer", "Calendar year", unit="year"),
        Field(
            "visits",
            "integer",
            "Military visits that the source counted",
            unit="visits",
            required=False,
        ),
    ),
    sources=(DIPLOMACY,),
    credit="AidData, China's Public Diplomacy Dashboard 2.0, 2019",
    build=build,
)
