"""Published survey results on China, Russia and the United States.

``survey_methods.csv`` beside this file says how each pollster asked, as the page that
it names states it. What the source only recalls is not taken over.
"""

from pathlib import Path

import pandas as pd
from common import Field, Table, read

SURVEYS = "society/opinion_surveys.csv"
METHODS = Path(__file__).with_name("survey_methods.csv")
QUESTIONS = {  # the question in a few words, and what the answer says of the state
    "favourable": ("favourable view", "friendly"),
    "leadership_approval": ("approves of its leadership", "friendly"),
    "relations_good": ("relations are good", "friendly"),
    "important_economic_partner": ("important economic partner", "friendly"),
    "best_able_to_help_covid": ("best able to help with COVID-19", "friendly"),
    "priority_for_cooperation": ("first choice for cooperation", "friendly"),
    "very_positive_role_in_region": ("very positive role in the region", "friendly"),
    "positive_on_economic_relations": ("for more economic relations", "friendly"),
    "positive_role_peace_development": ("positive role for peace", "friendly"),
    "cooperation_more_opportunities": ("cooperation brings chances", "friendly"),
    "presence_closer": ("wants it closer", "friendly"),
    "relations_bad": ("relations are bad", "unfriendly"),
    "main_economic_threat": ("main economic threat", "unfriendly"),
    "leadership_disapproval": ("disapproves of its leadership", "unfriendly"),
    "biggest_threat": ("biggest threat", "unfriendly"),
    "presence_less": ("wants less of its presence", "unfriendly"),
}
MODE_NOT_SAID = {  # its page: sensitive political questions by telephone
    "pollster": "Central Asia Barometer",
    "year_to": 2017,
    "area": "UZB",
}
QUALIFIERS = ["nearly", "more than"]
NOTES = {"several answers": "several answers were allowed"}
RATED = "rates the relations of the state with it as {}"  # as the page of 2019 says
WORDINGS = {
    "relations_good": RATED.format("good"),
    "relations_bad": RATED.format("bad"),
    "main_economic_threat": "which states are the main economic threat",
    "important_economic_partner": "most important economic partner",
}


def build():
    """One row a pollster, question, place, state asked about, and period."""
    rows = read(SURVEYS).rename(
        columns={
            "area_code": "area",
            "target_iso3": "target",
            "certainty": "reliability",
        }
    )
    rows = rows[rows["indicator"].isin(QUESTIONS) & (rows["reliability"] != "R")]
    methods = pd.read_csv(METHODS, dtype={"sample_n": "Int64"})
    rows = rows.drop(columns=["sample_n", "mode"]).merge(
        methods, on=["pollster", "year_to"], how="left", validate="many_to_one"
    )
    if (unknown := rows["asked_by"].isna()).any():
        raise ValueError(f"no method for {rows.loc[unknown, 'pollster'].unique()}")
    unsaid = (rows[list(MODE_NOT_SAID)] == MODE_NOT_SAID).all(axis="columns")
    rows["mode"] = rows["mode"].mask(unsaid)
    said = rows["qualifier"].fillna("").str.split(";").str[0]
    rows["note"] = said.map(NOTES)
    rows["qualifier"] = said.where(said.isin(QUALIFIERS))
    rows["wording"] = rows["wording"].fillna(
        rows["indicator"].map(WORDINGS).where(rows["pollster"] == "IRI")
    )
    rows["question"] = rows["indicator"].map(lambda name: QUESTIONS[name][0])
    rows["tone"] = rows["indicator"].map(lambda name: QUESTIONS[name][1])
    return rows[[column.name for column in TABLE.fields]].sort_values(list(TABLE.key))


TABLE = Table(
    name="opinion_surveys",
    title="What people answered about China, Russia and the United States",
    description=(
        "One row an answer of one poll, in percent of the people asked. Pollsters ask "
        "different questions of different people in different ways, so rows of two "
        "pollsters, or of two questions, never make a line. Central Asia Barometer "
        "held nine waves from 2017 to 2021; one article quotes two of them. It asked "
        "face to face in 2017 and by telephone from 2020 on; the archive of its waves "
        "says so for the pandemic as a whole, not for each wave. In Uzbekistan it "
        "asked sensitive political questions by telephone in 2017, too, and does not "
        "say whether views of China were one of them: the mode is empty. CA4 is the "
        "average of Kazakhstan, Kyrgyzstan, Tajikistan and Uzbekistan over several "
        "years. Where a poll is quoted by somebody else, the row is B. An empty cell "
        "means that the page does not say it."
    ),
    key=("pollster", "indicator", "area", "target", "year_from"),
    fields=(
        Field("pollster", "string", "Who asked"),
        Field("indicator", "string", "Short name of the question"),
        Field("question", "string", "The answer counted, in a few words"),
        Field(
            "tone",
            "string",
            "Whether the answer is friendly to the state asked about",
            enum=("friendly", "unfriendly"),
        ),
        Field("area", "string", "Where was asked, ISO 3166-1 alpha-3, or CA4"),
        Field("target", "string", "The state asked about, ISO 3166-1 alpha-3"),
        Field("year_from", "integer", "First year of asking", unit="year"),
        Field("year_to", "integer", "Last year of asking", unit="year"),
        Field("value_percent", "number", "Part of the people asked", unit="percent"),
        Field("qualifier", "string", "How the source hedges it", required=False),
        Field(
            "reliability",
            "string",
            "A the pollster or several reports, B one report of somebody else",
            enum=("A", "B"),
        ),
        Field("contested_by", "string", "Who denies it", required=False),
        Field(
            "wording",
            "string",
            "The question as the page gives it, in English",
            required=False,
        ),
        Field("note", "string", "What else a reader must know", required=False),
        Field(
            "sample_n",
            "integer",
            "People asked, the smaller number where it is a range",
            unit="people",
            required=False,
        ),
        Field("sample", "string", "People asked, in words", required=False),
        Field(
            "mode",
            "string",
            "How they were asked",
            enum=("face to face", "telephone", "online"),
            required=False,
        ),
        Field("fieldwork", "string", "When they were asked", required=False),
        Field("asked_by", "string", "What kind of organisation the pollster is"),
        Field("source", "string", "Where the result was read"),
        Field("url", "string", "Address of the result"),
        Field("method_url", "string", "Address of the method", required=False),
    ),
    sources=(SURVEYS,),
    credit="polls as published or quoted, see the table opinion_surveys",
    build=build,
)
