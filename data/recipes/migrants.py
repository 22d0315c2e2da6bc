"""People born in one country who live in another, by three revisions of UN DESA."""

from common import FIVE, Field, Table, read

STOCK = "society/undesa_migrant_stock_1990_2024.csv"
ROWS = {
    "revision_year": "revision",
    "origin_iso3": "born_in",
    "destination_iso3": "living_in",
    "migrant_stock_persons": "persons",
}


def build():
    """Those born in the five, and those born in China or Russia who live there.

    The revision of 2019 prints zero for pairs that the next one leaves out: these
    zeros stand for no figure.
    """
    rows = read(STOCK).rename(columns=ROWS)
    rows = rows[rows["born_in"].isin([*FIVE, "CHN", "RUS"]) & (rows["persons"] > 0)]
    rows = rows.astype({"persons": "Int64"})
    return rows[[column.name for column in TABLE.fields]].sort_values(list(TABLE.key))


TABLE = Table(
    name="migrants",
    title="People by place of birth and of residence, 1990 to 2024, three revisions",
    description=(
        "Estimates of the United Nations from censuses and registers: people who live "
        "in another country than that of their birth. Place of birth is not "
        "citizenship and not ethnic group: a Russian who was born in Soviet Kazakhstan "
        "and lives in Russia is counted as born in Kazakhstan. Seasonal workers are "
        "mostly missing. The three revisions overlap and differ, also for the same "
        "year: use one at a time. Only some countries of residence are in the table. "
        "The revision of 2019 printed zero where the next one has no figure; those "
        "rows are left out. The revision of 2020 appeared in January 2021."
    ),
    key=("revision", "born_in", "living_in", "year"),
    fields=(
        Field("revision", "integer", "Year of the revision", unit="year"),
        Field("born_in", "string", "Country of birth, ISO 3166-1 alpha-3"),
        Field("living_in", "string", "Country of residence, ISO 3166-1 alpha-3"),
        Field("year", "integer", "Year of the estimate", unit="year"),
        Field("persons", "integer", "People, estimated", unit="persons"),
    ),
    sources=(STOCK,),
    credit="UN DESA, International Migrant Stock",
    build=build,
)
