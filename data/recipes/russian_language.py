"""Speakers of Russian and ethnic Russians, by figures that do not compare."""

from common import Field, Table, read

LANGUAGE = "society/russian_language_and_ethnicity.csv"
BASES = {
    ("KAZ", 2009, "reads_and_writes_russian_fluently_age_15_plus"): "people aged 15+",
    ("KGZ", 2009, "russian_second_language_fluent_age_15_plus"): "people aged 15+",
    ("KGZ", 2009, "russian_native"): "all people",
    ("KAZ", 2021, "ethnic_russian"): "all people",
    ("KAZ", 2024, "ethnic_russian"): "all people",
    ("KGZ", 2025, "ethnic_russian"): "all people",
}
MEANINGS = {
    "reads_and_writes_russian_fluently_age_15_plus": "reads and writes Russian freely",
    "russian_second_language_fluent_age_15_plus": "speaks Russian as second language",
    "russian_native": "Russian is the native language",
    "speaks_russian": "commands Russian",
    "ethnic_russian": "ethnic Russian",
}


def build():
    """One row a state, year and question."""
    rows = read(LANGUAGE)
    keys = zip(rows["iso3"], rows["year"], rows["indicator"], strict=True)
    rows = rows.assign(
        state=rows["iso3"],
        asked=rows["indicator"].map(MEANINGS),
        base=[BASES.get(key) for key in keys],
        reliability=rows["certainty"],
    )
    return rows[[column.name for column in TABLE.fields]].sort_values(list(TABLE.key))


TABLE = Table(
    name="russian_language",
    title="Russian language and ethnic Russians in four states, 2009 to 2025",
    description=(
        "Each row answers another question, so rows must not be compared: a census "
        "asks for the native language, for a second language, or whether a person "
        "reads and writes freely. Ethnic group is not language. base says of whom the "
        "percentage is; empty: the page that was read does not say. No row on "
        "Tajikistan was found."
    ),
    key=("state", "year", "asked"),
    fields=(
        Field("state", "string", "The state, ISO 3166-1 alpha-3"),
        Field("year", "integer", "Year of the figure", unit="year"),
        Field("asked", "string", "What was counted"),
        Field("value", "number", "The figure", unit="see unit"),
        Field("unit", "string", "Of the figure", enum=("percent", "persons")),
        Field("base", "string", "Of whom the percentage is", required=False),
        Field(
            "reliability",
            "string",
            "A official, B one report",
            enum=("A", "B"),
        ),
        Field("source", "string", "Who counted"),
    ),
    sources=(LANGUAGE,),
    credit="censuses and national statistics, named in the table",
    build=build,
)
