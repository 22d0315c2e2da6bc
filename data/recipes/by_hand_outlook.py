"""Tables on forecasts that the course team keeps by hand in data/tables."""

from common import Field, Table

GRADE = Field(
    "reliability",
    "string",
    "A official or several reports, B one",
    enum=("A", "B"),
    required=False,
)
SHOWS = (
    "names the Belt and Road",
    "exercise of China and Russia",
    "Chinese-paid site in Tajikistan",
    "defence agreement with Russia",
    "distance from Russian-led bodies",
    "loan condition that an official names",
    "Russian loan announced",
    "Russian gift or debt relief",
    "land assigned to China",
)

QUESTIONS = Table(
    name="prediction_questions",
    title="Each prediction as a question that a stranger can resolve",
    description=(
        "One row a prediction of the ledger. The course wrote the questions and rules "
        "in 2026, with most of the figures at hand: that is hindsight, and another "
        "question would give another outcome. No_change says what a forecaster would "
        "answer who expects that what happened in the five years before happens "
        "again, and that a level stays as it was. Closes is the last day that counts. "
        "A question that closes after the data end is not yet resolvable."
    ),
    key=("claim_id",),
    fields=(
        Field("claim_id", "string", "The prediction"),
        Field("question", "string", "The question, as one could ask it in 2020"),
        Field("closes", "string", "Last day that counts"),
        Field("rule", "string", "What counts as happened"),
        Field(
            "no_change",
            "boolean",
            "Whether it happens if all goes on as in the years before",
        ),
        Field("narrower", "string", "What the prediction says beyond the question"),
    ),
)

DOCUMENTS = Table(
    name="prediction_documents",
    title="Documents and reports that resolve predictions",
    description=(
        "One row a document. Where event is filled, the row points to the table "
        "events, and date, states, grade and source stand there. The list was made by "
        "search and is incomplete. Exercises are those on land in which troops of both "
        "China and Russia took part, also armed police, national guard and border "
        "troops, wherever they were held; exercises at sea and in the air are left "
        "out. Rows before 2021 show what went on before a question opens."
    ),
    key=("number",),
    fields=(
        Field("number", "string", "Number of the row"),
        Field("shows", "string", "What the document shows", enum=SHOWS),
        Field("event", "string", "Row of the table events", required=False),
        Field("date", "string", "Year, month or day", required=False),
        Field(
            "states",
            "string",
            "ISO 3166-1 alpha-3, joined by a semicolon",
            required=False,
        ),
        Field("what", "string", "In one sentence", required=False),
        GRADE,
        Field("contested_by", "string", "Who denies it or differs", required=False),
        Field("source", "string", "Who says so", required=False),
        Field("url", "string", "Address of a page that says so", required=False),
    ),
    credit="documents: this course, from pages named in the table",
)

FORWARD = Table(
    name="forward_questions",
    title="Five questions that close on 31 December 2027",
    description=(
        "Nobody knows the answers yet. Known says what the course's data and reports "
        "showed when the question was written, in November 2026."
    ),
    key=("number",),
    fields=(
        Field("number", "string", "Number of the question"),
        Field("question", "string", "The question"),
        Field("closes", "string", "Last day that counts"),
        Field("rule", "string", "What counts as happened, and what voids it"),
        Field("known", "string", "What is known when it is asked"),
        Field("source", "string", "Where the answer will be read"),
    ),
)

WORDS = Table(
    name="probability_words",
    title="Modal words read as probabilities",
    description=(
        "One row a word of the bulletin's predictions. Kent gave numbers to other "
        "words; that will is read as almost certain, and may as maybe, is the "
        "course's choice, and the control of lesson 40 changes it. Kent kept possible "
        "for cases without a number."
    ),
    key=("word",),
    fields=(
        Field("word", "string", "The word"),
        Field("percent", "number", "Read as this probability", "percent"),
        Field("low", "number", "Lowest usual reading", "percent"),
        Field("high", "number", "Highest usual reading", "percent"),
        Field("read_as", "string", "The expression that the source measured"),
        Field("source", "string", "Who gives the number"),
        Field("url", "string", "Address of a page"),
    ),
    credit="probability words: Kent 1964; Willems, Albers and Smeets 2020",
)

TABLES = [QUESTIONS, DOCUMENTS, FORWARD, WORDS]
