"""Recorded attacks and deaths in the five states and China, as two sources count."""

import pandas as pd
from common import FIVE, Field, Table, read

RAND = "security/rand_terrorism_1968_2009.csv"
UCDP = "security/ucdp_deaths_1989_2018.csv"
COUNTRIES = [*FIVE, "CHN"]
ALL_ATTACKS_FROM = 1998  # before, RAND recorded only attacks across borders
KEY = ["source", "measure", "country", "year"]


def build():
    """One row a source, measure, country and year."""
    frame = pd.concat([_rand(), _ucdp()], ignore_index=True)
    return frame[frame["country"].isin(COUNTRIES)].sort_values(KEY)


def _rand():
    """Incidents, and deaths in them; a year without any has no row."""
    rows = read(RAND).rename(columns={"iso3": "country"})
    rows["source"] = "RAND to 1997"
    rows.loc[rows["year"] >= ALL_ATTACKS_FROM, "source"] = "RAND from 1998"
    parts = [
        rows.assign(measure=measure, value=rows[column])
        for measure, column in (
            ("attacks", "incidents_count"),
            ("deaths", "fatalities_count"),
        )
    ]
    frame = pd.concat(parts).dropna(subset=["value"])
    frame["per_100_000_people"] = None
    frame["value"] = frame["value"].astype(int)
    return frame[[*KEY, "value", "per_100_000_people"]]


def _ucdp():
    """Deaths in organised violence; the source prints zeros."""
    rows = read(UCDP)
    return pd.DataFrame(
        {
            "source": "UCDP",
            "measure": "deaths",
            "country": rows["iso3"],
            "year": rows["year"],
            "value": rows["direct_conflict_deaths_count"],
            "per_100_000_people": rows["death_rate_as_published"],
        }
    )


TABLE = Table(
    name="political_violence",
    title="Recorded attacks and deaths by country and year, RAND and UCDP",
    description=(
        "One row for each source, measure, country and year. The sources count other "
        "things and must never be joined to one line: see the table violence_sources. "
        "RAND is two sources here: to 1997 it recorded only attacks across borders, "
        "from 1998 on also those within a state. In RAND a year without a row has no "
        "recorded attack; that nobody recorded one does not show that none happened. "
        "UCDP prints zeros: no death that meets its rule. China means all provinces, "
        "not only Xinjiang, and all motives. UCDP's rates are rounded to two "
        "decimals, so China's are mostly printed as zero."
    ),
    key=tuple(KEY),
    fields=(
        Field(
            "source",
            "string",
            "Who counted",
            enum=("RAND to 1997", "RAND from 1998", "UCDP"),
        ),
        Field("measure", "string", "What is counted", enum=("attacks", "deaths")),
        Field("country", "string", "Where it happened, ISO 3166-1 alpha-3"),
        Field("year", "integer", "Calendar year", unit="year"),
        Field("value", "integer", "Number recorded", unit="attacks or deaths"),
        Field(
            "per_100_000_people",
            "number",
            "Deaths in relation to the population, as the source prints it",
            unit="deaths per 100,000 people",
            required=False,
        ),
    ),
    sources=(RAND, UCDP),
    credit="RAND (RDWTI) and UCDP GED, both via Our World in Data",
    build=build,
)
