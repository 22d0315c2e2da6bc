"""Recorded COVID-19 cases by month in 2020."""

from common import Field, Table, read

CASES = "society/covid_monthly_ecdc_2020.csv"


def build():
    """One row a state and month."""
    rows = read(CASES).rename(
        columns={"iso3": "state", "cases_count": "cases", "deaths_count": "deaths"}
    )
    return rows[[column.name for column in TABLE.fields]].sort_values(list(TABLE.key))


TABLE = Table(
    name="covid_by_month",
    title="Recorded COVID-19 cases by month, December 2019 to 14 December 2020",
    description=(
        "Cases and deaths that governments reported, summed by month of reporting. "
        "Reported is not infected. Turkmenistan reported none, so it has no row; "
        "December 2020 ends on the 14th. Tajikistan announced its first cases on 30 "
        "April 2020, the source counts them in May."
    ),
    key=("state", "month"),
    fields=(
        Field("state", "string", "ISO 3166-1 alpha-3 code"),
        Field("month", "string", "Year and month"),
        Field("cases", "integer", "Cases reported in the month", unit="cases"),
        Field("deaths", "integer", "Deaths reported in the month", unit="deaths"),
    ),
    sources=(CASES,),
    credit="European Centre for Disease Prevention and Control",
    build=build,
)
