"""Students from the five states in China, as China's ministry of education counts."""

import pandas as pd
from common import FIVE, Field, Table, read

MINISTRY = "society/students_in_china_moe_2010_2018.csv"
DIPLOMACY = "society/aiddata_public_diplomacy_2000_2018.csv"
COUNTS = {
    "students_in_china_count": "students",
    "degree_students_count": "degree_students",
    "chinese_government_scholarships_count": "scholarships",
}
FIRST_OF_MINISTRY = 2010


def build():
    """The ministry's years, and before them those that AidData quotes from it.

    Where both hold a year they agree to the student.
    """
    ministry = _counted(MINISTRY).assign(reliability="A")
    quoted = _counted(DIPLOMACY).dropna(subset=["students"]).assign(reliability="B")
    both = ministry.merge(quoted, on=["state", "year"], suffixes=("", "_quoted"))
    if not (both["students"] == both["students_quoted"]).all():
        raise ValueError("students_in_china: AidData differs from the ministry")
    earlier = quoted[quoted["year"] < FIRST_OF_MINISTRY]
    rows = pd.concat([ministry, earlier], ignore_index=True)
    return rows[[column.name for column in TABLE.fields]].sort_values(list(TABLE.key))


def _counted(path):
    rows = read(path).rename(columns={"iso3": "state"} | COUNTS)
    rows = rows[rows["state"].isin(FIVE)]
    there = [name for name in COUNTS.values() if name in rows]
    return rows[["state", "year", *there]].astype(dict.fromkeys(there, "Int64"))


TABLE = Table(
    name="students_in_china",
    title="Students from the five states in China, 2002 to 2018",
    description=(
        "Counted by China's ministry of education. All foreign students enrolled in a "
        "year, also those who come for a language course of some months; "
        "degree_students are a part of them. Students with a scholarship of China's "
        "government are a part of them too, not an addition. The years before 2010 are "
        "quoted by AidData, without the parts. Not comparable with students_abroad, "
        "which counts degree students."
    ),
    key=("state", "year"),
    fields=(
        Field("state", "string", "Where they come from, ISO 3166-1 alpha-3"),
        Field("year", "integer", "Year of the figure", unit="year"),
        Field("students", "integer", "All of them", unit="students"),
        Field(
            "degree_students",
            "integer",
            "Those who study for a degree",
            unit="students",
            required=False,
        ),
        Field(
            "scholarships",
            "integer",
            "Those with a scholarship of China's government",
            unit="students",
            required=False,
        ),
        Field(
            "reliability",
            "string",
            "A the ministry, B quoted from it by one source",
            enum=("A", "B"),
        ),
    ),
    sources=(MINISTRY, DIPLOMACY),
    credit="China's ministry of education (before 2010 via AidData)",
    build=build,
)
