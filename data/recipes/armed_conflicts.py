"""Years of armed conflict in the five states and China, by UCDP's rule."""

from common import FIVE, Field, Table, read

UCDP = "security/ucdp_armed_conflict_1992_2022.csv"
KEY = ["conflict", "year"]
INTENSITY = {1: "25 to 999", 2: "1,000 or more"}


def build():
    """One row a conflict and year; several supporters stand in one row."""
    rows = read(UCDP)
    rows = rows[rows["side_a_iso3"].isin([*FIVE, "CHN"])]
    years = rows.groupby(["conflict_id", "year"], sort=True)
    frame = years.agg(
        country=("side_a_iso3", "first"),
        against=("side_b_iso3", "first"),
        supported_by=("side_a_supporter_iso3", _joined),
        about=("incompatibility", "first"),
        deaths_class=("intensity_level", "first"),
        type=("type_of_conflict", "first"),
    ).reset_index()
    frame = frame.rename(columns={"conflict_id": "conflict"})
    frame["deaths_class"] = frame["deaths_class"].map(INTENSITY)
    return frame


def _joined(codes):
    return ";".join(sorted(set(codes.dropna()))) or None


TABLE = Table(
    name="armed_conflicts",
    title="Armed conflicts by year, UCDP",
    description=(
        "One row for each conflict and year with at least 25 deaths in fighting in "
        "which a state takes part. A year without a row stayed under that threshold: "
        "it was not necessarily peaceful. The country is the state whose government "
        "or territory is disputed; for a conflict between states it is the one that "
        "the source names first, which says nothing of who began."
    ),
    key=tuple(KEY),
    fields=(
        Field("conflict", "integer", "UCDP's number of the conflict"),
        Field("year", "integer", "Calendar year", unit="year"),
        Field("country", "string", "State concerned, ISO 3166-1 alpha-3"),
        Field(
            "against",
            "string",
            "The other state; empty when the other side is no state",
            required=False,
        ),
        Field(
            "supported_by",
            "string",
            "States that sent troops to the side of the country, semicolons between",
            required=False,
        ),
        Field(
            "about",
            "string",
            "What is disputed",
            enum=("government", "territory"),
        ),
        Field(
            "deaths_class",
            "string",
            "Deaths in fighting in the year",
            unit="deaths",
            enum=tuple(INTENSITY.values()),
        ),
        Field("type", "string", "Between states, within one, or with foreign troops"),
    ),
    sources=(UCDP,),
    credit="UCDP/PRIO Armed Conflict Dataset",
    build=build,
)
