"""What the five states promised other states in treaties, by year."""

from common import FIVE, Field, Table, read

ATOP = "security/atop_alliances_1991_2018.csv"
PARTNERS = ["CHN", "RUS", "USA", *FIVE]
OBLIGATIONS = {
    "defence": "To help the partner with force when it is attacked",
    "neutrality": "To stay out when the partner is at war",
    "consultation": "To consult with the partner in a crisis",
    "nonaggression": "Not to attack the partner",
}


def build():
    """One row a state, partner and year; no promise to attack occurs."""
    rows = read(ATOP).rename(
        columns={"iso3_1": "state", "iso3_2": "partner"}
        | {f"{name}_0_1": name for name in OBLIGATIONS}
    )
    rows = rows[rows["partner"].isin(PARTNERS)]
    rows[list(OBLIGATIONS)] = rows[list(OBLIGATIONS)].astype(bool)
    columns = ["state", "partner", "year", *OBLIGATIONS]
    return rows[columns].sort_values(["state", "partner", "year"])


TABLE = Table(
    name="pacts",
    title="Obligations of the five states in treaties of alliance, ATOP",
    description=(
        "One row for each state, partner and year in which a treaty that ATOP lists is "
        "in force between them, to 2018. ATOP codes what the text promises, not what "
        "was done. Its word alliance is wide: a promise not to attack, or to consult, "
        "is enough, also in a treaty of many states. An obligation of a bilateral "
        "treaty may remain where a state left an organisation. A missing row means "
        "that no such treaty is listed. Only what the five owe is in the table, not "
        "what is owed to them."
    ),
    key=("state", "partner", "year"),
    fields=(
        Field("state", "string", "Who promises, ISO 3166-1 alpha-3"),
        Field("partner", "string", "To whom, ISO 3166-1 alpha-3"),
        Field("year", "integer", "Calendar year", unit="year"),
        *(Field(name, "boolean", words) for name, words in OBLIGATIONS.items()),
    ),
    sources=(ATOP,),
    credit="ATOP 5, Rice University",
    build=build,
)
