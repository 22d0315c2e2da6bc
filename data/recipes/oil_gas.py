"""Production and consumption of gas and oil, from the Energy Institute."""

from common import Field, Table, read

ENERGY = "economy/energy_institute_oil_gas_1965_2024.csv"
# Oil production in barrels is left out: consumption is in tonnes only.
MEASURES = {
    "gas_production_bcm": ("gas", "production"),
    "gas_consumption_bcm": ("gas", "consumption"),
    "oil_production_tonnes": ("oil", "production"),
    "oil_consumption_tonnes": ("oil", "consumption"),
}
UNITS = {"gas": "billion cubic metres", "oil": "million tonnes"}
FIRST_YEAR = 1990


def build():
    """One row a country, fuel and year."""
    rows = read(ENERGY).rename(columns={"iso3": "country"})
    rows = rows[rows["indicator"].isin(MEASURES) & (rows["year"] >= FIRST_YEAR)]
    rows = rows.assign(
        fuel=rows["indicator"].map(lambda name: MEASURES[name][0]),
        measure=rows["indicator"].map(lambda name: MEASURES[name][1]),
    )
    table = rows.pivot(
        index=["country", "fuel", "year"], columns="measure", values="value"
    ).reset_index()
    table["unit"] = table["fuel"].map(UNITS)
    columns = [column.name for column in TABLE.fields]
    return table[columns].round(4).sort_values(list(TABLE.key))


TABLE = Table(
    name="oil_gas",
    title="Production and consumption of gas and oil",
    description=(
        "An excerpt of the Energy Institute's Statistical Review of World Energy 2025: "
        "Kazakhstan, Turkmenistan and Uzbekistan with China and Russia, since 1990. "
        "Kyrgyzstan and Tajikistan are not in the source: not covered, not zero. There "
        "is no trade in the table. Production minus consumption is what is left for "
        "export, for storage and for losses, or what must be imported."
    ),
    key=("country", "fuel", "year"),
    fields=(
        Field("country", "string", "The country, ISO 3166-1 alpha-3"),
        Field("fuel", "string", "Gas or oil", enum=("gas", "oil")),
        Field("year", "integer", "Calendar year", unit="year"),
        Field("production", "number", "What is produced", unit="see the column unit"),
        Field("consumption", "number", "What is used", unit="see the column unit"),
        Field("unit", "string", "Unit of both", enum=tuple(UNITS.values())),
    ),
    sources=(ENERGY,),
    credit="Energy Institute, Statistical Review of World Energy 2025",
    build=build,
)
