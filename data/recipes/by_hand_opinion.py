"""Tables on opinion, staff and protest that the course team keeps by hand."""

from common import Field, Table

RELIABILITY = Field(
    "reliability",
    "string",
    "A official or several reports, B one report",
    enum=("A", "B"),
)
CONTESTED = Field("contested_by", "string", "Who gives another figure", required=False)

LOCAL_STAFF = Table(
    name="local_staff",
    title="Local staff of Chinese firms and projects, as reported",
    description=(
        "One row a statement on how many of the people at work are local, read on the "
        "page named. There is no survey of firms: these are the single figures that a "
        "search found, most of them from somebody with an interest. A firm that hires "
        "few local people has less reason to give a figure. A plan or a limit is not a "
        "count. at least and at most are bounds. Where a page gives two counts, the "
        "percentage is computed from them: it is the part that is not from China, and "
        "people of a third country may be in it."
    ),
    key=("what", "year"),
    fields=(
        Field("what", "string", "Firm or group of projects"),
        Field("state", "string", "ISO 3166-1 alpha-3 code"),
        Field("year", "integer", "Year of the statement", unit="year"),
        Field(
            "kind",
            "string",
            "What the figure is",
            enum=("one firm", "limit", "plan", "all foreign employers"),
        ),
        Field(
            "counted",
            "string",
            "Whom the page counts as local: in its word, by citizenship, or all who "
            "are not from China",
            enum=("local", "citizens", "not from China"),
        ),
        Field("staff", "integer", "People at work", unit="people", required=False),
        Field("chinese", "integer", "Citizens of China", unit="people", required=False),
        Field(
            "stated_percent",
            "number",
            "Local part of the staff, as stated",
            unit="percent",
            required=False,
        ),
        Field(
            "qualifier",
            "string",
            "How far the figure goes",
            enum=("about", "at least", "at most", "over"),
            required=False,
        ),
        Field("said_by", "string", "Who says so"),
        RELIABILITY,
        CONTESTED,
        Field("note", "string", "What else a reader must know", required=False),
        Field("source", "string", "Where it was read"),
        Field("url", "string", "Address of the page"),
    ),
    credit="statements on staff: this course, from pages named in the table",
)

COVID_QUESTIONS = Table(
    name="covid_questions",
    title="What surveys of the region asked about COVID-19",
    description=(
        "One row a survey that a search found, with what a test of blame would need: a "
        "question on who is to blame, a sample of all adults, the same people or the "
        "same question before and after, and a group for comparison. The search is "
        "incomplete. True means that the page says so, false that it does not."
    ),
    key=("survey", "fieldwork"),
    fields=(
        Field("survey", "string", "Who asked"),
        Field("state", "string", "Where, ISO 3166-1 alpha-3, joined by a semicolon"),
        Field("fieldwork", "string", "When it was asked"),
        Field("sample_n", "integer", "People asked", unit="people", required=False),
        Field("asked", "string", "What was asked"),
        Field("found", "string", "One result, as the page gives it"),
        Field("asks_blame", "boolean", "Whether it asks who is to blame"),
        Field("all_adults", "boolean", "Whether the sample stands for all adults"),
        Field(
            "before_and_after",
            "boolean",
            "Whether it was asked before the virus, too",
        ),
        Field("comparison_group", "boolean", "Whether there is a comparison group"),
        RELIABILITY,
        CONTESTED,
        Field("source", "string", "Where it was read"),
        Field("url", "string", "Address of the page"),
    ),
    credit="surveys on COVID-19: this course, from pages named in the table",
)

PROTEST_LABELS = Table(
    name="protest_labels",
    title="Protests about China, with words for a chart",
    description=(
        "The protests of the table events to the end of 2021 with a demand against "
        "land for foreigners, or against China's projects, firms, migrants or "
        "influence. Those for relatives in Xinjiang alone are left out. The list of "
        "events is incomplete, so the number of rows is not a number of protests."
    ),
    key=("event",),
    fields=(
        Field("event", "string", "Row of the table events"),
        Field("lane", "string", "Where it took place"),
        Field("label", "string", "The event in a few words"),
    ),
)

TABLES = [LOCAL_STAFF, COVID_QUESTIONS, PROTEST_LABELS]
