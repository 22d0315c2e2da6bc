"""Numbers of Confucius Institutes as others reported them."""

from common import Field, Table, read

COUNTS = "society/confucius_counts_reported.csv"
ROWS = {
    "area_code": "area",
    "confucius_institutes_count": "institutes",
    "certainty": "reliability",
}


def build():
    """One row a year and area; no two areas are the same."""
    rows = read(COUNTS).rename(columns=ROWS)
    return rows[[column.name for column in TABLE.fields]].sort_values(list(TABLE.key))


TABLE = Table(
    name="confucius_counts",
    title="Reported numbers of Confucius Institutes",
    description=(
        "Three reports on three areas, so they are no series: CA5 is the five states, "
        "CA5_PLUS_CAUCASUS the five with the states of the South Caucasus, WLD the "
        "world."
    ),
    key=("year", "area"),
    fields=(
        Field("year", "integer", "Year of the report", unit="year"),
        Field("area", "string", "Which states are counted"),
        Field("institutes", "integer", "How many", unit="institutes"),
        Field("reliability", "string", "A official, B one report", enum=("A", "B")),
        Field("source", "string", "Who says so"),
    ),
    sources=(COUNTS,),
    credit="reported numbers of Confucius Institutes, named in the table",
    build=build,
)
