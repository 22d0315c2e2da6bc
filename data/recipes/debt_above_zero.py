"""Debt built from flows, without creditors whose built debt is below zero."""

from common import Field, Table, read
from debt_flows import FLOWS

SIGN = {"disbursement": 1, "principal_repayment": -1}


def build():
    """One row a debtor and year: the sum over creditors with a stock above zero."""
    rows = read(FLOWS)
    rows = rows[rows["flow"].isin(list(SIGN)) & ~rows["is_scheduled_not_outturn"]]
    rows = rows.assign(
        who=rows["creditor_iso3"].fillna(rows["creditor"]),
        net=rows["value_usd_million"] * rows["flow"].map(SIGN),
    )
    net = rows.pivot_table(
        index="year", columns=["debtor_iso3", "who"], values="net", aggfunc="sum"
    )
    owed = net.fillna(0).cumsum().clip(lower=0)
    sums = (
        owed.T.groupby("debtor_iso3")
        .sum()
        .T.melt(ignore_index=False, var_name="debtor", value_name="owed_usd_mn")
    )
    sums = sums.reset_index().round({"owed_usd_mn": 3})
    return sums[[column.name for column in TABLE.fields]].sort_values(list(TABLE.key))


TABLE = Table(
    name="debt_above_zero",
    title="Debt built from flows, to creditors with more than zero",
    description=(
        "Public and publicly guaranteed external debt at the end of each year, built "
        "from the flows since 2000 creditor by creditor, and summed over those whose "
        "built debt is above zero. A creditor below zero was repaid for loans from "
        "before 2000; adding it in would make the whole too small. Loans from before "
        "2000, write-offs and exchange rates are missing here too. Creditors are "
        "states, and each institution or group that the source names."
    ),
    key=("debtor", "year"),
    fields=(
        Field("debtor", "string", "The state that owes, ISO 3166-1 alpha-3"),
        Field("year", "integer", "End of this year", unit="year"),
        Field("owed_usd_mn", "number", "Debt to these creditors", unit="USD million"),
    ),
    sources=(FLOWS,),
    credit="World Bank, International Debt Statistics",
    build=build,
)
