"""Money that migrants send to the five states, by country: a model's figures."""

from common import FIVE, Field, Table, read

REMITTANCES = "economy/remittances_bilateral_2017.csv"


def build():
    """One row a receiving state and sending country; WLD is the total."""
    rows = read(REMITTANCES).rename(
        columns={
            "receiver_iso3": "country",
            "sender_iso3": "partner",
            "remittances_estimated_usd_million": "value_usd_mn",
        }
    )
    rows = rows[rows["country"].isin(FIVE)]
    return rows[[column.name for column in TABLE.fields]].sort_values(list(TABLE.key))


TABLE = Table(
    name="remittances",
    title="Remittances to the five states by sending country, 2017, modelled",
    description=(
        "Estimates of a model, not counts: the World Bank spreads the money that each "
        "state receives over the countries in which its migrants live, by their number "
        "and by incomes. Where migrants are seasonal workers, whom censuses miss, the "
        "estimate misses them too. A zero means that the model gives nothing, not that "
        "nobody sends money. The partner WLD is the total; never add it to partners."
    ),
    key=("country", "year", "partner"),
    fields=(
        Field("country", "string", "The state that receives, ISO 3166-1 alpha-3"),
        Field("partner", "string", "The country that sends; WLD is the total"),
        Field("year", "integer", "Year of the estimate", unit="year"),
        Field("value_usd_mn", "number", "Money sent, modelled", unit="USD million"),
    ),
    sources=(REMITTANCES,),
    credit="World Bank/KNOMAD, bilateral remittance estimates 2017 (modelled)",
    build=build,
)
