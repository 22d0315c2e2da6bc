"""The ledger: the bulletin's claims in our own words."""

import pandas as pd
from common import SHARED, Field, Table

KINDS = ("figure", "event", "judgement", "prediction")


def build():
    """One row a claim, in the ledger's wording."""
    rows = pd.read_csv(SHARED / "course" / "claims.csv", dtype="str")
    return rows[[column.name for column in TABLE.fields]]


TABLE = Table(
    name="claims",
    title="The ledger of claims",
    description=(
        "The claims of the bulletin that the course weighs, in our own wording. Where "
        "period_basis says assumed, the bulletin names no year and the course chose it."
    ),
    key=("claim_id",),
    fields=(
        Field(
            "claim_id", "string", "E economy, S security, P public diplomacy, F future"
        ),
        Field("section", "string", "Section of the course"),
        Field("lesson", "string", "The lesson that weighs the claim"),
        Field("paragraph", "integer", "Paragraph of the bulletin"),
        Field("kind", "string", "What kind of statement it is", enum=KINDS),
        Field("statement", "string", "The claim in our words"),
        Field(
            "comparator",
            "string",
            "How the claimed value is to be read",
            required=False,
            enum=("about", "under", "over", "exactly"),
        ),
        Field(
            "claimed_value",
            "number",
            "The bulletin's figure",
            unit="see the column unit",
            required=False,
        ),
        Field("unit", "string", "Unit of the claimed value", required=False),
        Field("strength", "string", "Modal words of a prediction", required=False),
        Field("year_from", "integer", "First year", unit="year", required=False),
        Field("year_to", "integer", "Last year", unit="year", required=False),
        Field(
            "period_basis",
            "string",
            "Whether the bulletin states the period or the course assumes it",
            enum=("stated", "assumed"),
        ),
        Field("countries", "string", "ISO codes, separated by semicolons"),
    ),
    build=build,
)
