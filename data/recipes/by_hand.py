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

DEBT_REPORTED = Table(
    name="debt_reported",
    title="What ministries, the IMF and the press say is owed to China",
    description=(
        "Figures read in news and agency pages, a row for each date. Part and whole "
        "are set side by side only when one page, or one office and date, gives both. "
        "Read with care: counts says whether a row counts all of China or one lender, "
        "its Eximbank; totals include different debts; many figures are rounded; dates "
        "differ within the year, and year_end is the nearest end of a year. Rows by "
        "the press are claims about debt, not counts of it."
    ),
    key=("debtor", "as_of", "said_by", "counts"),
    fields=(
        Field("debtor", "string", "The state that owes, ISO 3166-1 alpha-3"),
        Field("as_of", "string", "The date that the figure describes"),
        Field("year_end", "integer", "The nearest end of a year", unit="year"),
        Field(
            "said_by",
            "string",
            "A ministry of the state, the IMF with the World Bank, or the press",
            enum=("ministry", "IMF", "press"),
        ),
        Field(
            "counts",
            "string",
            "All of China, its Eximbank, loans found in a study, or the total alone",
            enum=("China", "Eximbank", "studied loans", "total"),
        ),
        Field(
            "owed_usd_mn",
            "number",
            "Owed to China",
            unit="USD million",
            required=False,
        ),
        Field(
            "total_usd_mn",
            "number",
            "Total external public debt, as the row's source says",
            unit="USD million",
            required=False,
        ),
        Field(
            "share_percent",
            "number",
            "Share owed to China, where the source prints one",
            unit="percent",
            required=False,
        ),
        Field("hedge", "string", "How the source hedges or errs", required=False),
        Field("institution", "string", "Who counted"),
        Field("publisher", "string", "Where it was read"),
        Field(
            "reliability",
            "string",
            "A official or several reports, B one report, C conflicting",
            enum=("A", "B", "C"),
        ),
        Field("published", "string", "When it was published", required=False),
        Field("url", "string", "Address of the page"),
        Field("contested_by", "string", "Who gives another figure", required=False),
    ),
    credit="finance ministries and others, as quoted by the press",
)

FDI_KAZAKHSTAN_QUOTED = Table(
    name="fdi_kazakhstan_quoted",
    title="Foreign direct investment in Kazakhstan: single figures of some partners",
    description=(
        "Single figures that the course quotes from the National Bank of Kazakhstan, "
        "as the database of the institute wiiw gives them. A stock is what partners "
        "own at the end of a year. An inflow is what was added in the year, less what "
        "was taken out, so it can be negative. The partner is the immediate one: the "
        "country from which the money came, not that of the last owner. WLD is the "
        "total over all partners; never add it to them. Figures are rounded."
    ),
    key=("host", "partner", "measure", "year"),
    fields=(
        Field("host", "string", "Where the money is, ISO 3166-1 alpha-3"),
        Field("partner", "string", "Immediate owner, ISO 3166-1 alpha-3; WLD: total"),
        Field(
            "measure",
            "string",
            "Stock at the end of the year, or net inflow in the year",
            enum=("inward_stock", "inflow"),
        ),
        Field("year", "integer", "Calendar year", unit="year"),
        Field("value_eur_mn", "number", "The figure", unit="million EUR"),
        Field(
            "reliability",
            "string",
            "A official or several reports, B one report",
            enum=("A", "B"),
        ),
        Field("source", "string", "Who counted, and where it was read"),
        Field("url", "string", "Address of the database"),
    ),
    credit="National Bank of Kazakhstan, via wiiw FDI database",
)

INVESTOR_TERMS = Table(
    name="investor_terms",
    title="Documented cases of special terms for investors and builders",
    description=(
        "Cases that the course found in news and legal pages: tax breaks, concessions "
        "and public contracts for Chinese firms, the same for others, and terms that "
        "were taken back. It is a list of what was found, not a sample: nobody can "
        "count from it how often such terms are given."
    ),
    key=("case_id",),
    fields=(
        Field("case_id", "string", "Short name of the case"),
        Field("country", "string", "Who gave the terms, ISO 3166-1 alpha-3"),
        Field("year", "integer", "When they were given or taken back", unit="year"),
        Field(
            "kind",
            "string",
            "What kind of special terms",
            enum=("concession", "public contract", "tax break"),
        ),
        Field(
            "sector",
            "string",
            "Sector, in the words of the claim, or any",
            enum=("any", "construction", "energy", "mining", "telecoms"),
        ),
        Field("beneficiary", "string", "Who got them"),
        Field(
            "group",
            "string",
            "Chinese or not, and whether the terms were taken back",
            enum=("Chinese firm", "other firms", "taken back from a Chinese firm"),
        ),
        Field("what", "string", "What is documented"),
        Field(
            "reliability",
            "string",
            "A official or several reports, B one report",
            enum=("A", "B"),
        ),
        Field("contested_by", "string", "Who says otherwise", required=False),
        Field("source", "string", "Where it was read"),
        Field("published", "date", "When that was published"),
        Field("url", "string", "Address of the page"),
    ),
    credit="news and legal pages, as listed in investor_terms",
)

TABLES = [
    COUNTRY_NAMES,
    GLOSSARY,
    READINGS,
    QUIZZES,
    PARAGRAPH_SIX,
    DEBT_REPORTED,
    FDI_KAZAKHSTAN_QUOTED,
    INVESTOR_TERMS,
]
