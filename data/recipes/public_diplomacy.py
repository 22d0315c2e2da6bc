"""China's public diplomacy in the five states, year by year."""

from common import FIVE, Field, Table, read

DIPLOMACY = "society/aiddata_public_diplomacy_2000_2018.csv"
COUNTS = {
    "confucius_institutes_opened_count": "institutes_opened",
    "sister_cities_established_count": "sister_cities_established",
    "government_visits_count": "government_visits",
    "journalist_visits_cumulative_count": "journalist_visits_cumulative",
}


def build():
    """One row a state and year; an empty cell of the source stays empty."""
    rows = read(DIPLOMACY).rename(columns={"iso3": "state"} | COUNTS)
    rows = rows[rows["state"].isin(FIVE)]
    rows = rows.astype(dict.fromkeys(COUNTS.values(), "Int64"))
    return rows[[column.name for column in TABLE.fields]].sort_values(list(TABLE.key))


TABLE = Table(
    name="public_diplomacy",
    title="Confucius Institutes, sister cities and visits, 2000 to 2018",
    description=(
        "One row a state and year. The source's own description calls the column of "
        "Confucius Institutes cumulative. The figures are not: they count those opened "
        "in the year, and fall back to zero in the next. It calls the visits of "
        "journalists cumulative, too; these never fall. Institutes are counted when "
        "they open, and none is taken off when it closes. Visits by officials of both "
        "sides; those of 2018 are missing, and those of journalists before 2002."
    ),
    key=("state", "year"),
    fields=(
        Field("state", "string", "The state, ISO 3166-1 alpha-3"),
        Field("year", "integer", "Calendar year", unit="year"),
        Field(
            "institutes_opened",
            "integer",
            "Confucius Institutes opened in the year",
            unit="institutes",
        ),
        Field(
            "sister_cities_established",
            "integer",
            "Partnerships of cities or provinces agreed in the year",
            unit="partnerships",
            required=False,
        ),
        Field(
            "government_visits",
            "integer",
            "Visits of government officials in the year",
            unit="visits",
            required=False,
        ),
        Field(
            "journalist_visits_cumulative",
            "integer",
            "Visits of journalists up to and with the year",
            unit="visits",
            required=False,
        ),
    ),
    sources=(DIPLOMACY,),
    credit="AidData, China's Public Diplomacy Dashboard 2.0, 2019",
    build=build,
)
