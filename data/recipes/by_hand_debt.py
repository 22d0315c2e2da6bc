"""Tables on debt that the course team keeps by hand in data/tables."""

from common import Field, Table

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
    credit="ministries, as quoted by the press",
)

TABLES = [DEBT_REPORTED]
