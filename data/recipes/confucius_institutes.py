"""Confucius Institutes in the five states, with the dates that sources give."""

from common import FIVE, Field, Table, read

LIST = "society/confucius_institutes_2021.csv"
ROWS = {
    "iso3": "state",
    "longitude_deg": "longitude",
    "latitude_deg": "latitude",
    "host_university": "host",
    "agreement_date": "agreed",
    "launch_date": "launched",
    "established_date_scraped": "listed",
}
RECALLED = r" \(renamed.*recalled\)"
LIST_SOURCE = "list of DigMandarin, 2021"
# Pages of a partner university or of the headquarters; all others are one report.
OFFICIAL = "lzu.edu.cn|upc.edu.cn|ci.cn"


def build():
    """One row an institute; a date that no source gives stays empty."""
    rows = read(LIST, dtype={name: str for name in ROWS if name.endswith("date")})
    rows = rows.rename(columns=ROWS)
    rows = rows[rows["state"].isin(FIVE)]
    dated = rows["launched"].fillna(rows["listed"])
    basis = rows["launched"].notna().map({True: "launch", False: "list"})
    official = rows["date_source"].str.contains(OFFICIAL, na=False)
    rows = rows.assign(
        host=rows["host"].str.replace(RECALLED, "", regex=True),
        opened=dated.str[:4].astype("Int64"),
        dated_by=basis.mask(dated.isna()),
        reliability=official.map({True: "A", False: "B"}),
        source=rows["date_source"].fillna(LIST_SOURCE),
    )
    return rows[[column.name for column in TABLE.fields]].sort_values(list(TABLE.key))


TABLE = Table(
    name="confucius_institutes",
    title="Confucius Institutes in the five states, a list of 2021",
    description=(
        "One row an institute of a list that a website made in 2021; nothing says "
        "that it is complete, or that an institute worked in a given year. Three dates "
        "differ: an agreement is signed, an institute is launched, and the list gives "
        "a date without saying what happened on it. opened is the year of the launch "
        "where a page gives it, else that of the list; it is empty where neither does. "
        "Points lie in the middle of cities."
    ),
    key=("state", "host"),
    fields=(
        Field("state", "string", "The state, ISO 3166-1 alpha-3"),
        Field("city", "string", "The city"),
        Field("host", "string", "University that hosts the institute"),
        Field("longitude", "number", "Of the city, east of Greenwich", unit="degrees"),
        Field("latitude", "number", "Of the city, north", unit="degrees"),
        Field("chinese_partner", "string", "University in China", required=False),
        Field("agreed", "string", "Date of the agreement", required=False),
        Field("launched", "string", "Date of the launch", required=False),
        Field("listed", "string", "Date in the list", required=False),
        Field("opened", "integer", "Year of opening", unit="year", required=False),
        Field(
            "dated_by",
            "string",
            "Which date the year comes from",
            enum=("launch", "list"),
            required=False,
        ),
        Field(
            "reliability",
            "string",
            "A the date stands on an official page, B one report",
            enum=("A", "B"),
        ),
        Field("source", "string", "Who gives the date, or lists the institute"),
    ),
    sources=(LIST,),
    credit="DigMandarin list of 2021, and pages named in the table",
    build=build,
)
