"""What each of the five states did on UN texts about Xinjiang, text by text.

``xinjiang_positions.csv`` beside this file holds our own rows: texts whose list of
names we read, and rows that replace those that the source only recalls. The texts
themselves are the hand-kept table ``xinjiang_texts``.
"""

from pathlib import Path

import pandas as pd
from common import DATA, FIVE, Field, Table, read

POSITIONS = "society/un_xinjiang_positions.csv"
OURS = Path(__file__).with_suffix(".csv")
NOT_CHECKED = "not checked"
STATUSES = ("signed", "not signed", "voted", "could not vote", NOT_CHECKED)
STATUS = {
    "signed": "signed",
    "joined": "signed",
    "not signed": "not signed",
    "voted against the debate": "voted",
    "not a member of the Council": "could not vote",
}
HOW = {"voted against the debate": "against"}
KEY = ["text", "state"]


def build():
    """One row a text and state; without a list of names the row is not checked."""
    ours = pd.read_csv(OURS, dtype=str)
    known = pd.concat([ours, _theirs()]).drop_duplicates(KEY)
    texts = pd.read_csv(DATA / "tables" / "xinjiang_texts.csv", dtype=str)
    order = [(text, state) for text in texts["text"] for state in FIVE]
    if strange := set(known["text"]) - set(texts["text"]):
        raise ValueError(f"xinjiang_positions: no text {', '.join(sorted(strange))}")
    rows = known.set_index(KEY).reindex(order)
    rows["status"] = rows["status"].fillna(NOT_CHECKED)
    return rows.reset_index()[[column.name for column in TABLE.fields]]


def _theirs():
    """The rows of the source that it does not only recall."""
    rows = read(POSITIONS, dtype=str)
    rows = rows[~rows["source"].str.contains("recalled")]
    done = rows["acted_0_1"] == "1"
    return pd.DataFrame(
        {
            "text": rows["event_id"],
            "state": rows["iso3"],
            "acted_on": rows["date"].where(done),
            "status": rows["position"].map(STATUS),
            "how": rows["position"].map(HOW),
        }
    )


TABLE = Table(
    name="xinjiang_positions",
    title="What the five states did on UN texts about Xinjiang, 2019 to 2024",
    description=(
        "One row a text of xinjiang_texts and state. Five things are kept apart. "
        "Signed: the state's name is on the list. Not signed: the list was read, and "
        "the name is not on it; why, a list does not say. Voted: how says for, "
        "against or abstained. Could not vote: not a member of the Human Rights "
        "Council in that year, so neither an abstention nor a choice. Not checked: we "
        "found no full list of names, so the state may be on it. Lists of critical "
        "texts were published more often than those of supporting ones, so what is "
        "not checked is not a random part."
    ),
    key=tuple(KEY),
    fields=(
        Field("text", "string", "Row of the table xinjiang_texts"),
        Field("state", "string", "ISO 3166-1 alpha-3"),
        Field("status", "string", "What the state did", enum=STATUSES),
        Field("how", "string", "How it voted", enum=("against",), required=False),
        Field("acted_on", "string", "Day on which it signed or voted", required=False),
    ),
    sources=(POSITIONS,),
    credit="lists of names on UN texts, read by this course",
    build=build,
)
