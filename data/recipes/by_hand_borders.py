"""Tables on the borders with China that the course team keeps by hand."""

from common import Field, Table

STATES = ("KAZ", "KGZ", "TJK", "SUN")
RELIABILITY = Field(
    "reliability",
    "string",
    "A official or several reports, B one report",
    enum=("A", "B"),
)
CONTESTED = Field("contested_by", "string", "Who denies it or differs", required=False)
SOURCE = Field("source", "string", "Where it was read")
URL = Field("url", "string", "Address of the page")

BORDER_AREAS = Table(
    name="border_areas",
    title="Areas on the borders with China, as each source states them",
    description=(
        "One row a source and kind of area. Nothing here was measured: we found no "
        "outline of the land that can be checked. A row has an area, a share of the "
        "disputed area, or both, as its source prints them; square miles and hectares "
        "are converted. Rows of one state are rival figures, never parts to be added. "
        "Those for Kazakhstan are on the last areas to be settled, not on what the "
        "agreement of 1994 settled. No source of this table states the disputed area "
        "of Kyrgyzstan. One side's part: the source does not say which side's."
    ),
    key=("state", "what", "said_by"),
    fields=(
        Field("state", "string", "The state, ISO 3166-1 alpha-3", enum=STATES),
        Field(
            "what",
            "string",
            "Which area: in dispute, left to China, kept by the state, ...",
            enum=(
                "disputed",
                "asked for by China",
                "to China",
                "kept",
                "one side's part",
                "whole territory",
            ),
        ),
        Field("km2", "number", "The area", unit="km2", required=False),
        Field(
            "share_percent",
            "number",
            "Share of the disputed area, as the source prints it",
            unit="percent",
            required=False,
        ),
        Field("said_by", "string", "Who states it"),
        Field(
            "side",
            "string",
            "Whose side that is",
            enum=("state", "China", "opposition", "press", "scholar", "reference"),
        ),
        Field("said_in", "integer", "Year of the statement", unit="year"),
        Field("hedge", "string", "How the source hedges it", required=False),
        RELIABILITY,
        CONTESTED,
        SOURCE,
        URL,
        Field("note", "string", "What else a reader must know", required=False),
    ),
    credit="areas: this course, as stated on pages named in the table",
)

BORDER_STEPS = Table(
    name="border_steps",
    title="Steps from border talks to markers on the ground",
    description=(
        "Which events of the table events are steps of the settlement of which border "
        "with China. SUN is the Soviet Union. That a step has no row means that it was "
        "not found, not that it was not taken: no ratification of the Tajik agreements "
        "of 1999 and 2002, and none by China, was found."
    ),
    key=("state", "agreement", "step"),
    fields=(
        Field("state", "string", "The state, ISO 3166-1 alpha-3", enum=STATES),
        Field("agreement", "string", "What is negotiated, signed, ratified or marked"),
        Field(
            "step",
            "string",
            "The kind of step, in the usual order",
            enum=("talks", "signature", "ratification", "demarcation", "handover"),
        ),
        Field("event", "string", "Number of the row in the table events"),
        Field("label", "string", "The step in a few words, for charts"),
    ),
)

BORDER_POSITIONS = Table(
    name="border_positions",
    title="What the parties said of the border settlements",
    description=(
        "Statements in our words, one row a speaker and year. A government's word is a "
        "position, and so is its opponents': neither is evidence of what happened at "
        "the table. The list is not complete: the press of Kazakhstan's opposition was "
        "not searched. says_pressure marks statements that land was left "
        "under pressure or in exchange for something."
    ),
    key=("state", "speaker", "said_in"),
    fields=(
        Field("state", "string", "Whose border, ISO 3166-1 alpha-3", enum=STATES[:3]),
        Field("speaker", "string", "Who spoke, and in which office"),
        Field(
            "party",
            "string",
            "The state's government, China, or deputies and parties that oppose",
            enum=("government", "China", "opposition"),
        ),
        Field("said_in", "integer", "Year of the statement", unit="year"),
        Field("position", "string", "What was said, in our words"),
        Field("says_pressure", "boolean", "Speaks of pressure or of an exchange"),
        RELIABILITY,
        CONTESTED,
        SOURCE,
        URL,
    ),
)

TABLES = [BORDER_AREAS, BORDER_STEPS, BORDER_POSITIONS]
