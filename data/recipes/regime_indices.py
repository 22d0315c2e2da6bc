"""How democratic experts judge the elections of the five states and two neighbours."""

from common import FIVE, Field, Table, read

VDEM = "security/vdem_electoral_democracy_1991_2024.csv"
STATES = [*FIVE, "CHN", "RUS"]
KEY = ["country", "year"]
INDEX = "electoral_democracy_index"


def build():
    """One row a state and year since 1992."""
    rows = read(VDEM).rename(
        columns={
            "iso3": "country",
            f"{INDEX}_0_1": "electoral_democracy",
            f"{INDEX}_low": "low",
            f"{INDEX}_high": "high",
        }
    )
    rows = rows[rows["country"].isin(STATES) & (rows["year"] >= 1992)]
    return rows[[column.name for column in TABLE.fields]].sort_values(KEY)


TABLE = Table(
    name="regime_indices",
    title="Electoral democracy index, 1992 to 2024",
    description=(
        "V-Dem asks several experts on each country, and a model joins their answers "
        "into an index. low and high bound what the model is unsure of because experts "
        "differ. Where the bounds of two years overlap, the index does not show that "
        "anything changed. It is a judgement, not a count."
    ),
    key=tuple(KEY),
    fields=(
        Field("country", "string", "The state, ISO 3166-1 alpha-3"),
        Field("year", "integer", "The year that is judged", unit="year"),
        Field("electoral_democracy", "number", "The index", "0 to 1"),
        Field("low", "number", "Lower bound of uncertainty", "0 to 1"),
        Field("high", "number", "Upper bound of uncertainty", "0 to 1"),
    ),
    sources=(VDEM,),
    credit="V-Dem Institute, ERT dataset, v15",
    build=build,
)
