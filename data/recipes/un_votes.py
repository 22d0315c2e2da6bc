"""Votes of the five states and four others in the UN General Assembly, text by text."""

import pandas as pd
from common import FIVE, Field, Table, read
from un_resolutions import ROLL_CALLS, UKRAINE

STATES = [*FIVE, "CHN", "RUS", "USA", "IND"]
VOTES = ("yes", "no", "abstain", "no vote recorded")
KEY = ["resolution", "country"]


def build():
    """One row a text and state; both sources must agree where they overlap."""
    of_2025 = _of_2025()
    ukraine = _on_ukraine()
    both = of_2025.merge(ukraine, on=KEY)
    if (both["vote_x"] != both["vote_y"]).any():
        raise ValueError("un_votes: the two sources give different votes")
    rows = pd.concat([of_2025, ukraine]).drop_duplicates(KEY)
    return rows[[column.name for column in TABLE.fields]].sort_values(["year", *KEY])


def _of_2025():
    wide = read(ROLL_CALLS)
    columns = {f"vote_{code.lower()}": code for code in STATES}
    rows = wide.rename(columns=columns).melt(
        "resolution", STATES, var_name="country", value_name="vote"
    )
    return rows.assign(year=2025)


def _on_ukraine():
    rows = read(UKRAINE).rename(columns={"iso3": "country"})
    rows = rows[rows["country"].isin(STATES)]
    year = rows["resolution"].map({"68/262": 2014, "ES-11/1": 2022, "ES-11/3": 2022})
    return rows.assign(
        resolution="A/RES/" + rows["resolution"],
        year=year.fillna(2025).astype(int),
        vote=rows["vote"].replace("not voting", "no vote recorded"),
    )


TABLE = Table(
    name="un_votes",
    title="Votes of nine states in the UN General Assembly",
    description=(
        "How the five states, China, Russia, the United States and India voted on the "
        "texts of un_resolutions. No vote recorded is not an abstention: a delegation "
        "was absent, or present and pressed no button, or had lost its vote for unpaid "
        "dues, and the record does not say which, or why. An excerpt for teaching; "
        "the record itself is that of the United Nations Digital Library, for "
        "non-commercial use with attribution."
    ),
    key=tuple(KEY),
    fields=(
        Field("resolution", "string", "Symbol of the United Nations"),
        Field("year", "integer", "Year of the vote", unit="year"),
        Field("country", "string", "The state, ISO 3166-1 alpha-3", enum=tuple(STATES)),
        Field("vote", "string", "What the record says", enum=VOTES),
    ),
    sources=(ROLL_CALLS, UKRAINE),
    credit="United Nations Digital Library",
    build=build,
)
