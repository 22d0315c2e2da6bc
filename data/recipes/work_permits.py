"""Work permits for citizens of China in Kazakhstan and Kyrgyzstan."""

import pandas as pd
from common import Field, Table, read

PERMITS = "society/chinese_work_permits.csv"
MEASURES = {
    "flow": "issued in the year",
    "stock": "in force at a date",
    "quota used": "quota places used",
    "unknown": "not stated",
}
NOTES = {  # what a learner needs beside the number
    ("KGZ", "2017"): "computed: 80 percent of 14,200",
    ("KGZ", "2018-09-01"): "the quota was 16,490",
    ("KGZ", "2019"): (
        "the quota was 17,400; on the day of the statement 1,953 of these people were "
        "in Kyrgyzstan and 5,314 had left for the holidays"
    ),
    ("KAZ", "2016"): "all permits: over 36,700",
}


def build():
    """One row a state and date; three measures that must not be mixed."""
    rows = read(PERMITS, dtype={"as_of": str}).rename(
        columns={
            "iso3": "state",
            "work_permits_chinese_count": "chinese",
            "work_permits_all_foreign_count": "all_foreign",
            "certainty": "reliability",
        }
    )
    rows["measure"] = rows["measure"].map(MEASURES)
    keys = zip(rows["state"], rows["as_of"], strict=True)
    rows["note"] = pd.Series([NOTES.get(key) for key in keys], index=rows.index)
    rows["contested_by"] = None
    return rows[[column.name for column in TABLE.fields]].sort_values(list(TABLE.key))


TABLE = Table(
    name="work_permits",
    title="Work permits for citizens of China",
    description=(
        "One row a state and date. The measure says what was counted: permits issued "
        "in a year (a flow), permits in force at a date (a stock), or places of a "
        "yearly quota that were used. These are three different things: never on one "
        "line. Only registered permits count: no workers without one, no business "
        "visas, and no citizen of China who works for a firm of another country is "
        "told apart from one who works for a Chinese firm."
    ),
    key=("state", "as_of"),
    fields=(
        Field("state", "string", "ISO 3166-1 alpha-3 code"),
        Field("year", "integer", "Calendar year", unit="year"),
        Field("as_of", "string", "Year, month or day that is described"),
        Field("measure", "string", "What was counted", enum=tuple(MEASURES.values())),
        Field("chinese", "integer", "For citizens of China", unit="permits"),
        Field("all_foreign", "integer", "For all foreign citizens", unit="permits"),
        Field(
            "reliability",
            "string",
            "A official or several reports, B one report",
            enum=("A", "B"),
        ),
        Field("contested_by", "string", "Who counts otherwise", required=False),
        Field("note", "string", "What else a reader must know", required=False),
        Field("source", "string", "Where it was read"),
        Field("url", "string", "Address of the page", required=False),
    ),
    sources=(PERMITS,),
    credit="ministries and migration services, as quoted by the press",
    build=build,
)
