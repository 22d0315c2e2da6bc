"""Students from the five states abroad, as host countries report to UNESCO."""

import pandas as pd
from common import FIVE, Field, Table, read

UIS = "society/uis_students_abroad_top10_1998_2021.csv"
FIRST, LAST = 2011, 2020  # from 2011 on Russia reports in most years
ROWS = {"origin_iso3": "state", "destination_code": "host", "students_count": "value"}
PLACES = 3
RUSSIA_FROM = 2000


def build():
    """The three largest hosts of each state and year, Russia's years, and the total."""
    rows = read(UIS).rename(columns=ROWS)
    rows = rows[rows["state"].isin(FIVE)]
    total = rows.groupby(["state", "year"], as_index=False)["value"].sum()
    total = total.assign(host="WLD")
    hosts = rows[rows["host"] != "OTH"]
    place = hosts.groupby(["state", "year"])["value"].rank(ascending=False)
    kept = hosts[(place <= PLACES) | (hosts["host"] == "RUS")]
    both = pd.concat([kept, total], ignore_index=True)
    early = both["host"].eq("RUS") & both["year"].between(RUSSIA_FROM, FIRST)
    both = both[early | both["year"].between(FIRST, LAST)]
    both["students"] = both["value"].round().astype("Int64")
    return both[[column.name for column in TABLE.fields]].sort_values(list(TABLE.key))


TABLE = Table(
    name="students_abroad",
    title="Students from the five states abroad, as hosts report to UNESCO",
    description=(
        "Students who cross a border to study for a degree, as host countries report "
        "to UNESCO. The three largest hosts of each state and year from 2011 on, "
        "Russia's figures from 2000 on, and WLD, the sum over all hosts that reported. "
        "A host that did not report is not in the table and not in the sum. China "
        "never reports, so it never appears; Russia did not report for 2010, 2013 and "
        "the years after 2019. So a missing row is not a zero, and the first host of "
        "such a year is only the first of those that reported."
    ),
    key=("state", "host", "year"),
    fields=(
        Field("state", "string", "Where they come from, ISO 3166-1 alpha-3"),
        Field("host", "string", "Where they study, ISO 3166-1 alpha-3; WLD is the sum"),
        Field("year", "integer", "Year of the figure", unit="year"),
        Field("students", "integer", "Degree students", unit="students"),
    ),
    sources=(UIS,),
    credit="UNESCO Institute for Statistics, via 360info",
    build=build,
)
