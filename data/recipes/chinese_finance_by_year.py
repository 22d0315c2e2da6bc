"""Chinese official finance by recipient and year, from AidData's GCDF 3.0."""

from common import Field, Table, read

FINANCE = "economy/aiddata_gcdf3_country_year_2000_2021.csv"
KINDS = ("oda", "oof", "vague", "total")


def build():
    """One row a recipient and year; a total of zero means that no amount is known."""
    rows = read(FINANCE).rename(
        columns={"iso3": "country", "projects_count": "projects"}
    )
    unknown = rows["total_constant_2021_usd"] == 0
    for kind in KINDS:
        amounts = (rows[f"{kind}_constant_2021_usd"] / 1e6).round(3)
        rows[f"{kind}_usd2021_mn"] = amounts.mask(unknown)
    return rows[[column.name for column in TABLE.fields]].sort_values(list(TABLE.key))


TABLE = Table(
    name="chinese_finance_by_year",
    title="Chinese official finance by recipient and year, 2000 to 2021",
    description=(
        "One row a recipient and year. Amounts are commitments, neither paid out nor "
        "owed, in US dollars of 2021; those of chinese_projects are in dollars of 2017 "
        "and come from an older version with other coverage, so the two are never set "
        "side by side. A year without a row has no recorded project. A row with "
        "projects and no amount means that no amount is known: so it is for "
        "Turkmenistan in most years after 2011."
    ),
    key=("country", "year"),
    fields=(
        Field("country", "string", "The recipient, ISO 3166-1 alpha-3"),
        Field("year", "integer", "Year of the commitments", unit="year"),
        Field("projects", "integer", "Number of recorded projects", unit="projects"),
        *(
            Field(
                f"{kind}_usd2021_mn",
                "number",
                f"Amount committed, {meaning}",
                unit="million USD of 2021",
                required=False,
            )
            for kind, meaning in zip(
                KINDS,
                (
                    "as cheap as aid (ODA-like)",
                    "dearer than aid (OOF-like)",
                    "unclear which of the two",
                    "all three together",
                ),
                strict=True,
            )
        ),
    ),
    sources=(FINANCE,),
    credit="AidData GCDF 3.0",
    build=build,
)
