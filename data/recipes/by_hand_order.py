"""Tables on threats and order that the course team keeps by hand in data/tables."""

from common import Field, Table

RESPONSES = (
    "troops sent",
    "troops declined",
    "offer to mediate",
    "offer of help",
    "statement without a side",
    "none found",
)

VIOLENCE_SOURCES = Table(
    name="violence_sources",
    title="What five sources on political violence count, and for which years",
    description=(
        "One row a source. Two rows with other rules or other years must not be "
        "joined to one line, even where both say attacks or deaths."
    ),
    key=("source",),
    fields=(
        Field("source", "string", "The source"),
        Field("first_year", "integer", "First year that it covers", unit="year"),
        Field("last_year", "integer", "Last year in the course's data", unit="year"),
        Field("counts", "string", "What it counts"),
        Field("threshold", "string", "What must be passed to be counted"),
        Field("missing_row", "string", "What a year without a row means"),
        Field("note", "string", "Breaks within the source", required=False),
        Field("institution", "string", "Who counts"),
        Field("reliability", "string", "A official, B one source", enum=("A", "B")),
        Field("url", "string", "Address of a page with its rules"),
    ),
    credit="rules of the sources, as their pages state them",
)

ATTACKS_QUOTED = Table(
    name="attacks_quoted",
    title="Attacks by period, Global Terrorism Database: figures quoted",
    description=(
        "Single figures, added up by the course from yearly counts that may not be "
        "republished. China means all provinces and all motives. The year 1993 is lost "
        "in the source, so periods start in 1994. How attacks were collected changed "
        "in 1998, 2008 and 2012: a rise can be a better search. CA5 is the five states."
    ),
    key=("area", "first_year", "last_year"),
    fields=(
        Field("area", "string", "ISO 3166-1 alpha-3 code, or CA5 for the five states"),
        Field("first_year", "integer", "First year of the period", unit="year"),
        Field("last_year", "integer", "Last year of the period", unit="year"),
        Field("attacks", "integer", "Attacks recorded", unit="attacks"),
        Field("source", "string", "Who counts"),
        Field("reliability", "string", "A official, B one source", enum=("A", "B")),
        Field("url", "string", "Address of a page of the source"),
    ),
    sources=(),
    credit="START, Global Terrorism Database, via Our World in Data",
)

MEMBERSHIPS = Table(
    name="memberships",
    title="Members of the SCO and of the CSTO",
    description=(
        "One row a spell of membership, by years. For the CSTO the years of its treaty "
        "count, which is ten years older than the organisation. A state without a row "
        "was never a member. Observers and partners are left out."
    ),
    key=("organisation", "state", "first_year"),
    fields=(
        Field("organisation", "string", "The organisation", enum=("SCO", "CSTO")),
        Field("state", "string", "Member, ISO 3166-1 alpha-3"),
        Field("first_year", "integer", "Year of entry", unit="year"),
        Field(
            "last_year",
            "integer",
            "Year in which it ended; empty while it lasts",
            unit="year",
            required=False,
        ),
        Field("event", "string", "Row of the table events that says so"),
        Field("note", "string", "What else a reader must know", required=False),
    ),
    credit="memberships: this course, from pages named in the table events",
)

FORMAT_MILESTONES = Table(
    name="format_milestones",
    title="Short labels for events of three formats",
    description="A choice of rows of the table events, with words for a chart.",
    key=("event",),
    fields=(
        Field("event", "string", "Row of the table events"),
        Field("lane", "string", "The format"),
        Field("label", "string", "The event in a few words"),
    ),
)

CRISIS_RESPONSES = Table(
    name="crisis_responses",
    title="Who did what in five crises of the region",
    description=(
        "One row a crisis and responder: the strongest response that the course found, "
        "in the order troops, mediation, help, statement. None found is not none: the "
        "same pages were searched for all responders, and the search is incomplete. "
        "One person coded it, by this rule. Offer to mediate: the responder says that "
        "it mediates or would, or oversees talks. Offer of help: it names help, also "
        "where it must be asked first. Statement: anything else, also a constructive "
        "role that is not explained. What was said is coded, not what was done."
    ),
    key=("crisis", "responder"),
    fields=(
        Field("crisis", "string", "Which crisis"),
        Field("year", "integer", "Calendar year", unit="year"),
        Field(
            "where",
            "string",
            "Between two states, or within one",
            enum=("between states", "within a state"),
        ),
        Field(
            "responder",
            "string",
            "Who responded",
            enum=("China", "Russia", "SCO", "CSTO"),
        ),
        Field("response", "string", "Its strongest response", enum=RESPONSES),
        Field(
            "event",
            "string",
            "Row of the table events; empty where none was found",
            required=False,
        ),
    ),
    credit="responses: this course, from pages named in the table events",
)

TABLES = [
    VIOLENCE_SOURCES,
    ATTACKS_QUOTED,
    MEMBERSHIPS,
    FORMAT_MILESTONES,
    CRISIS_RESPONSES,
]
