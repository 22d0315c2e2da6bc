"""Tables on silence and speech that the course team keeps by hand in data/tables."""

from common import Field, Table

GRADE = Field(
    "reliability", "string", "A official or several reports, B one", enum=("A", "B")
)
CONTESTED = Field("contested_by", "string", "Who denies it or differs", required=False)
SOURCE = (
    Field("source", "string", "Who says so"),
    Field("url", "string", "Address of a page that says so"),
)
EVENT = Field("event", "string", "Row of the table events")
STATE = Field("state", "string", "ISO 3166-1 alpha-3")

XINJIANG_TEXTS = Table(
    name="xinjiang_texts",
    title="UN letters, joint statements and one vote about Xinjiang, 2019 to 2024",
    description=(
        "One row a text, in order of date. Found by search, so others may be missing. "
        "Says is our summary of what the text says: it reports a position of states, "
        "and is no evidence on Xinjiang. States is the number that the source gives "
        "(for the letter in support, after the 13 names added on 26 July 2019; for "
        "the vote, the members of the Council). List_read is true where we read all "
        "names. A list of which we read only a part stays false, also where it stands "
        "in the order of the alphabet: some lists add names at their end."
    ),
    key=("text",),
    fields=(
        Field("text", "string", "Short name of the text"),
        Field("date", "string", "Day or month, as far as it is known"),
        Field(
            "body",
            "string",
            "Where it was presented",
            enum=("Human Rights Council", "Third Committee"),
        ),
        Field(
            "stance",
            "string",
            "Towards China",
            enum=("critical", "supporting", "vote"),
        ),
        Field("states", "integer", "States that signed, or that could vote", "states"),
        Field("read_by", "string", "Who read or proposed it"),
        Field("says", "string", "What it says, in short and in our words"),
        Field("list_read", "boolean", "Whether we read the full list of names"),
        GRADE,
        CONTESTED,
        *SOURCE,
    ),
    credit="UN texts: this course, from pages named in the table",
)

KIN_STEPS = Table(
    name="kin_steps",
    title="What governments did or said for people in or from Xinjiang: a coding",
    description=(
        "One row an event and step; one event may hold two. Coded by one person, by "
        "this rule. Raised with China: the government says that it raised the matter "
        "with China, waits for China's answer, or that China agreed. Case work: "
        "it says that it deals with single persons' cases, and not that it raised the "
        "matter with China. Helped at home: a decision of a court or ministry at home. "
        "Played down: it says that reports are untrue or not confirmed, or that the "
        "matter is China's own. Backed China: it says that it supports China in the "
        "matter, or China says so of it; signatures and votes stand in "
        "xinjiang_positions. For_whom is whom the report names. Stated_aim is filled "
        "only where an official names it. The list is incomplete: what was said in "
        "private is not in it."
    ),
    key=("event", "step"),
    fields=(
        EVENT,
        STATE,
        Field(
            "step",
            "string",
            "What was done or said",
            enum=(
                "raised with China",
                "case work",
                "helped at home",
                "played down",
                "backed China",
            ),
        ),
        Field(
            "for_whom",
            "string",
            "Whom the report names",
            enum=(
                "own citizens",
                "ethnic kin",
                "own citizens and ethnic kin",
                "all minorities",
            ),
        ),
        Field("label", "string", "The step in a few words"),
        Field("stated_aim", "string", "Aim that an official names", required=False),
    ),
    credit="coding: this course, from pages named in the table events",
)

CONTESTED_PROJECTS = Table(
    name="contested_projects",
    title="Projects and rules with China that met protest, and what happened next",
    description=(
        "One row a case that became known because of a protest; projects without a "
        "protest, or whose protest no page reports, are not in it. Outcome is what "
        "the government did within twelve months: stopped (suspended or cancelled), "
        "changed, went on, not known. That a step followed a protest does not show "
        "that the protest was its reason. Found by search, so others may be missing."
    ),
    key=("case",),
    fields=(
        Field("case", "string", "The project or rule in a few words"),
        STATE,
        Field("event", "string", "The protest: row of the table events"),
        Field(
            "outcome",
            "string",
            "What the government did within twelve months",
            enum=("stopped", "changed", "went on", "not known"),
        ),
        Field("decided", "string", "Day of that step"),
        Field("what", "string", "The step in our words"),
        GRADE,
        CONTESTED,
        *SOURCE,
    ),
    credit="contested projects: this course, from pages named in the table",
)

EXPLANATIONS = Table(
    name="explanations",
    title="Competing explanations that a learner weighs in a form",
    description="One row an explanation; the letters head the columns of the form.",
    key=("form", "letter"),
    fields=(
        Field("form", "string", "The form: lesson number and name"),
        Field("letter", "string", "Letter of the explanation"),
        Field("explanation", "string", "Its name"),
        Field("meaning", "string", "What it says"),
    ),
)

OBSERVATIONS = Table(
    name="observations",
    title="Observations against which explanations are weighed",
    description="One row an observation that the lesson shows.",
    key=("form", "number"),
    fields=(
        Field("form", "string", "The form: lesson number and name"),
        Field("number", "integer", "Number of the observation"),
        Field("observation", "string", "The observation in one sentence"),
        Field("seen_in", "string", "Where the lesson shows it"),
    ),
)

TABLES = [
    XINJIANG_TEXTS,
    KIN_STEPS,
    CONTESTED_PROJECTS,
    EXPLANATIONS,
    OBSERVATIONS,
]
