"""What the bulletin says, paragraph by paragraph, and what the course does with it."""

import pandas as pd
from common import SHARED, Field, Table


def build():
    """One row a statement of the bulletin."""
    return pd.read_csv(SHARED / "course" / "coverage.csv", dtype="str")


TABLE = Table(
    name="coverage",
    title="The bulletin's statements and what the course does with each",
    description="A statement is a claim of the ledger, or it is named as not weighed.",
    key=("paragraph", "statement"),
    fields=(
        Field("paragraph", "integer", "Paragraph of the bulletin"),
        Field("statement", "string", "The statement in our words"),
        Field("treatment", "string", "Its claim, or why it is not weighed"),
    ),
    build=build,
)
