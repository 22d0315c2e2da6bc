"""Students as ministries and news reported them after the tables end."""

from common import FIVE, Field, Table, read

REPORTED = "society/students_reported_2021_2025.csv"
ROWS = {
    "origin_code": "state",
    "host_iso3": "host",
    "students_count": "students",
    "certainty": "reliability",
}


def build():
    """Students of the five in China and Russia, and of the region as a whole."""
    rows = read(REPORTED).rename(columns=ROWS)
    wanted = rows["state"].isin([*FIVE, "CA5"]) & rows["host"].isin(["CHN", "RUS"])
    rows = rows[wanted]
    return rows[[column.name for column in TABLE.fields]].sort_values(list(TABLE.key))


TABLE = Table(
    name="students_reported",
    title="Students in China and Russia, as reported from 2020 on",
    description=(
        "Rounded figures of a ministry or of one report, each with its own definition, "
        "often not stated: they do not continue students_in_china or students_abroad. "
        "CA5 is the five states together. China's ministry published no figures by "
        "country for these years that the course found."
    ),
    key=("state", "host", "year"),
    fields=(
        Field("state", "string", "Where they come from, ISO 3166-1 alpha-3, or CA5"),
        Field("host", "string", "Where they study, ISO 3166-1 alpha-3"),
        Field("year", "integer", "Year of the figure", unit="year"),
        Field("students", "integer", "Students", unit="students"),
        Field("qualifier", "string", "What the source adds", required=False),
        Field(
            "reliability",
            "string",
            "A a ministry's figures, B one report",
            enum=("A", "B"),
        ),
        Field("source", "string", "Who says so"),
        Field("url", "string", "Address of a page that says so", required=False),
    ),
    sources=(REPORTED,),
    credit="reported student numbers: ministries and news, named in the table",
    build=build,
)
