"""Yearly flows on the public debt of the five states, by creditor."""

from common import Field, Table, read

FLOWS = "economy/debt_flows_by_creditor_2000_2025.csv"
NAMED = ["CHN", "RUS"]
KEY = ["debtor", "creditor", "creditor_type", "flow", "year"]


def build():
    """One row a debtor, creditor, kind of creditor, flow and year."""
    rows = read(FLOWS).rename(
        columns={
            "debtor_iso3": "debtor",
            "value_usd_million": "value_usd_mn",
            "is_scheduled_not_outturn": "is_scheduled",
        }
    )
    named = rows["creditor_iso3"].where(rows["creditor_iso3"].isin(NAMED), "OTH")
    rows["creditor"] = named
    rows["creditor_type"] = rows["creditor_type"].str.lower()
    sums = rows.groupby([*KEY, "is_scheduled"], as_index=False)["value_usd_mn"].sum()
    sums["value_usd_mn"] = sums["value_usd_mn"].round(3)
    return sums[[column.name for column in TABLE.fields]].sort_values(KEY)


TABLE = Table(
    name="debt_flows",
    title="Yearly flows on public debt by creditor",
    description=(
        "What each state received and paid in a year, on public and publicly "
        "guaranteed external debt; what private companies owe by themselves is "
        "outside. These are flows: a stock must be built from them, and it then lacks "
        "loans from before 2000, write-offs and changes of exchange rates. China can "
        "appear twice, as a state (bilateral) and through its banks (private): add "
        "both. OTH are all other creditors. A missing row means that the source lists "
        "no flow. Disbursements end in 2022. Payments of 2023 to 2025 were scheduled, "
        "not yet paid, when the source was published: is_scheduled marks them."
    ),
    key=tuple(KEY),
    fields=(
        Field("debtor", "string", "The state that owes, ISO 3166-1 alpha-3"),
        Field(
            "creditor",
            "string",
            "To whom: ISO 3166-1 alpha-3, or OTH for all other creditors",
            enum=(*NAMED, "OTH"),
        ),
        Field(
            "creditor_type",
            "string",
            "A state, an international organisation, or private lenders",
            enum=("bilateral", "multilateral", "private"),
        ),
        Field(
            "flow",
            "string",
            "Money received (disbursement) or paid (principal, interest)",
            enum=("disbursement", "principal_repayment", "interest_payment"),
        ),
        Field("year", "integer", "Calendar year", unit="year"),
        Field(
            "is_scheduled",
            "boolean",
            "Due by contract, not known to have been paid",
        ),
        Field("value_usd_mn", "number", "Amount of the year", unit="USD million"),
    ),
    sources=(FLOWS,),
    credit="World Bank, International Debt Statistics",
    build=build,
)
