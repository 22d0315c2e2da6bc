"""Tables on investment that the course team keeps by hand in data/tables."""

from common import Field, Table

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

TABLES = [FDI_KAZAKHSTAN_QUOTED, INVESTOR_TERMS]
