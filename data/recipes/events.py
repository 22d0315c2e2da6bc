"""Treaties, sites, exercises, meetings and violence, with the date and who says so.

``events.csv`` beside this file holds our own rows: those that correct a row of the
source, under its number, and those that are new. A row there was read on the page
that it names.
"""

import re
from pathlib import Path

import pandas as pd
from common import Field, Table, read

EVENTS = "security/events_timeline.csv"
OURS = Path(__file__).with_suffix(".csv")
KINDS = {
    "border": ["border_treaty", "border_talks", "ratification", "territory"],
    "alliance or treaty": ["alliance", "treaty", "deployment"],
    "arms or aid": ["arms", "military_aid"],
    "organisation": ["organisation", "security_mechanism"],
    "meeting": ["summit"],
    "foreign site": ["base", "psc"],
    "exercise": ["exercise"],
    "attack": ["attack", "armed_incursion"],
    "unrest": ["unrest"],
    "interstate conflict": ["interstate_conflict", "regional_change"],
    "protest": ["protest"],
    "diplomacy": [
        "asylum",
        "court_case",
        "diplomacy",
        "diplomatic_protest",
        "infrastructure",
        "listing",
        "report",
        "speech",
        "un_statement",
    ],
}
KIND_OF = {detail: kind for kind, details in KINDS.items() for detail in details}
NOT_EVENTS = ["arms_share", "literature"]  # a figure, and an article
FORMATS = {
    "SCO": r"\bSCO\b|Shanghai|Peace Mission|Coalition-2003",
    "CSTO": r"\bCSTO?\b|Collective Security Treaty",
    "China and the five": r"China.{1,3}Central Asia|summit for 30|Second summit,",
}
CONTESTED = r"contested_by: (.+)"
LENGTHS = {"year": 4, "month": 7, "day": 10}
COARSER = {
    "day recalled": "month",
    "day inferred": "month",
    "month recalled": "year",
}


def build():
    """One row an event; rows that are only recalled stay out."""
    ours = pd.read_csv(OURS, dtype=str)
    theirs = read(EVENTS, dtype=str)
    theirs = theirs[~theirs["event_id"].isin(ours["event_id"])]
    rows = graded(pd.concat([theirs, ours], ignore_index=True))
    rows = rows[(rows["reliability"] != "R") & ~rows["event_type"].isin(NOT_EVENTS)]
    rows = dated(rows).rename(
        columns={
            "event_id": "event",
            "event": "what_happened",
            "actors_iso3": "actors",
            "event_type": "detail",
            "value_unit": "unit",
            "source_url": "url",
        }
    )
    rows["kind"] = rows["detail"].map(KIND_OF)
    rows["format"] = [_format(text) for text in rows["what_happened"]]
    rows["detail"] = rows["detail"].str.replace("_", " ")
    rows["value"] = rows["value"].astype(float)
    rows["number"] = rows["event"].str.removeprefix("EV").astype(int)
    rows = rows.sort_values(["date", "number"])
    return rows[[column.name for column in TABLE.fields]]


def graded(rows):
    """Grades A, B and R; who contests a row moves from its note to its own column.

    A row graded A without an address becomes B; C says only that a row is contested,
    which its own column says; "not checked" means recalled.
    """
    recalled = rows["certainty"].eq("R") | rows["source"].str.contains("not checked")
    official = rows["certainty"].eq("A") & rows["source_url"].notna()
    hidden = rows["note"].str.extract(CONTESTED, expand=False)
    contested = rows["contested_by"].fillna(hidden)
    note = rows["note"].str.replace(CONTESTED, "", regex=True).map(_checked)
    contested = contested.map(_checked)
    silent = rows["certainty"].eq("C") & contested.isna()
    if silent.any():
        names = ", ".join(rows.loc[silent, "event_id"])
        raise ValueError(f"events: {names} is contested, and nobody is named")
    grade = official.map({True: "A", False: "B"}).mask(recalled, "R")
    return rows.assign(reliability=grade, contested_by=contested, note=note)


def dated(rows):
    """Dates cut to what is known: a recalled day leaves the month."""
    precision = rows["date_precision"].replace(COARSER)
    date = [
        text[: LENGTHS[known]]
        for text, known in zip(rows["date"], precision, strict=True)
    ]
    year = rows["date"].str[:4].astype(int)
    return rows.assign(date=date, precision=precision, year=year)


def _checked(text):
    """The parts of a note that are not only recalled; none is missing."""
    if pd.isna(text):
        return text
    parts = [part.strip(" .") for part in text.split(";")]
    return "; ".join(part for part in parts if part and "recalled" not in part) or None


def _format(text):
    """The format in which states met; the first that the text names, or none."""
    found = (name for name, words in FORMATS.items() if re.search(words, text))
    return next(found, None)


TABLE = Table(
    name="events",
    title="Treaties, foreign sites, exercises, meetings, violence and protests",
    description=(
        "One row an event, checked one by one against the page that it names. The list "
        "is incomplete: that an event is missing does not show that nothing happened, "
        "so counts of rows are not counts of events. Reliability says who published, "
        "not that a claim is true; contested_by says who denies it or counts "
        "otherwise. A date is as long as it is known: year, month or day. Places and "
        "numbers of people are those of the source."
    ),
    key=("event",),
    fields=(
        Field("event", "string", "Number of the row"),
        Field("date", "string", "Year, month or day, as far as it is known"),
        Field("date_end", "string", "Last day or month", required=False),
        Field("precision", "string", "How exact the date is", enum=tuple(LENGTHS)),
        Field("year", "integer", "Year of the first day", unit="year"),
        Field("kind", "string", "What kind of event", enum=tuple(KINDS)),
        Field("detail", "string", "The kind in the words of the source"),
        Field(
            "format",
            "string",
            "The organisation or format in which it took place, if one of these",
            enum=tuple(FORMATS),
            required=False,
        ),
        Field("actors", "string", "States, ISO 3166-1 alpha-3, joined by a semicolon"),
        Field("what_happened", "string", "The event in one sentence"),
        Field(
            "value", "number", "A figure that belongs to it", "see unit", required=False
        ),
        Field("unit", "string", "Unit of the figure", required=False),
        Field(
            "reliability",
            "string",
            "A official or several reports with an address, B one report",
            enum=("A", "B"),
        ),
        Field("contested_by", "string", "Who denies it or differs", required=False),
        Field("source", "string", "Who says so"),
        Field("url", "string", "Address of a page that says so", required=False),
        Field("note", "string", "What else a reader must know", required=False),
    ),
    sources=(EVENTS,),
    credit="events: this course, from pages named in the table",
    build=build,
)
