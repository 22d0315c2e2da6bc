"""Texts that the UN General Assembly put to a recorded vote, with the totals."""

import pandas as pd
from common import Field, Table, read

ROLL_CALLS = "security/unga_rollcalls_2025.csv"
UKRAINE = "security/unga_ukraine_votes.csv"
# On Ukraine before 2025. Titles are the Assembly's. Totals: tengrinews.kz of
# 28 March 2014, masa.media of March 2022, The Diplomat of April 2022.
BEFORE = pd.DataFrame(
    [
        ("A/RES/68/262", "2014-03-27", "Territorial integrity of Ukraine", 100, 11, 58),
        ("A/RES/ES-11/1", "2022-03-02", "Aggression against Ukraine", 141, 5, 35),
        (
            "A/RES/ES-11/3",
            "2022-04-07",
            "Suspension of the rights of membership of the Russian Federation in the "
            "Human Rights Council",
            93,
            24,
            58,
        ),
    ],
    columns=["resolution", "date", "title", "yes_count", "no_count", "abstain_count"],
)


def build():
    """One row a text: those of 2025, and three on Ukraine before."""
    of_2025 = read(ROLL_CALLS)[BEFORE.columns]
    rows = pd.concat([BEFORE, of_2025], ignore_index=True)
    rows["title"] = rows["title"].str.partition(" : decision")[0]
    rows["year"] = rows["date"].str[:4].astype(int)
    rows = rows.rename(columns=lambda name: name.removesuffix("_count"))
    rows = rows.sort_values(["date", "resolution"])
    return rows[[column.name for column in TABLE.fields]]


TABLE = Table(
    name="un_resolutions",
    title="Texts put to a recorded vote in the UN General Assembly",
    description=(
        "The recorded votes from 24 February to 18 December 2025, as far as our source "
        "lists them, and three earlier ones on Ukraine. Other votes on Ukraine of 2022 "
        "to 2024 are not in our sources. Texts adopted without a vote, which are the "
        "majority, are not here: a vote is recorded when a state asks for it."
    ),
    key=("resolution",),
    fields=(
        Field("resolution", "string", "Symbol of the United Nations"),
        Field("date", "string", "Day of the vote"),
        Field("year", "integer", "Year of the vote", unit="year"),
        Field("title", "string", "Title of the text"),
        Field("yes", "integer", "States that voted yes", unit="states"),
        Field("no", "integer", "States that voted no", unit="states"),
        Field("abstain", "integer", "States that abstained", unit="states"),
    ),
    sources=(ROLL_CALLS, UKRAINE),
    credit="United Nations Digital Library",
    build=build,
)
