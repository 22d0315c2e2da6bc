"""Anti-government protests a year, as the Mass Mobilization Project codes them."""

from common import Field, Table, read

PROTESTS = "society/protests_mass_mobilization_1990_2020.csv"


def build():
    """One row a state and year with a coded protest; a year without one has no row."""
    rows = read(PROTESTS).rename(columns={"iso3": "state"})
    counts = rows.groupby(["state", "year"]).size().rename("protests")
    return counts.reset_index()


TABLE = Table(
    name="mass_protests",
    title="Anti-government protests a year, Mass Mobilization Project",
    description=(
        "Protests of 50 people or more against a government, as coders found them in "
        "the press. There is no flag for China. A state and year without a row means "
        "that none was coded, which is not the same as none."
    ),
    key=("state", "year"),
    fields=(
        Field("state", "string", "ISO 3166-1 alpha-3 code"),
        Field("year", "integer", "Calendar year", unit="year"),
        Field("protests", "integer", "Protests coded", unit="protests"),
    ),
    sources=(PROTESTS,),
    credit="Clark and Regan, Mass Mobilization Project",
    build=build,
)
