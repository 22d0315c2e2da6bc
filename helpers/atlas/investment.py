"""The atlas of projects with Chinese finance."""

import pandas as pd

from helpers import tables
from helpers.atlas.widget import Atlas
from helpers.maps import Layer

OTHER = "government and other"
SECTORS = {  # AidData's codes, in groups that a map can colour
    "Industry, mining, construction": "industry, mining, construction",
    "Energy": "energy",
    "Transport and storage": "transport",
    "Education": "education and health",
    "Health": "education and health",
}
SECTOR_COLOURS = {
    "industry, mining, construction": "#8a5a2b",
    "energy": "#e0a100",
    "transport": "#2a6f97",
    "education and health": "#3a8f6b",
    OTHER: "#b0608a",
}
AMOUNTS = {  # upper limits, million US dollars of 2017
    "under 10 million": 10,
    "10 to 100 million": 100,
    "100 million to 1 billion": 1000,
    "over 1 billion": float("inf"),
}
FUNDERS = {  # parts of funders' names; the first that fits counts
    "Export-Import Bank": "China Eximbank",
    "China Development Bank": "China Development Bank",
    "Ministry of Commerce": "Ministry of Commerce",
    "Unspecified": "government, not named",
    "Bank": "other banks",
}


def projects(table):
    """Chinese-financed projects: by sector, funder, recipient, amount and year.

    A year shows all projects that were committed up to it. A point is the middle of
    a project's footprint, which can lie outside the recipient: the tooltip says so.

    Parameters
    ----------
    table : DataFrame
        The table ``chinese_projects``.

    Returns
    -------
    Atlas
        Titled with the largest project that counts in sums, and where its point lies.
    """
    layer = Layer(
        name="Projects",
        frame=_described(table),
        kind="points",
        label="title",
        colour="sector_group",
        palette=SECTOR_COLOURS,
        size="amount_usd2017_mn",
        size_unit="million USD of 2017",
        years=("year", "until"),
        filters={
            "Sector": "sector_group",
            "Recipient": "recipient",
            "Funder": "funder_group",
            "Amount": "amount_group",
            "Counts in sums": "counts",
        },
        details={
            "AidData's number": "number",
            "Recipient": "recipient",
            "Point lies in": "point_country",
            "Committed": "year",
            "Million USD of 2017": "amount_usd2017_mn",
            "Sector, as coded": "sector",
            "Funder": "funder",
            "Status": "status",
        },
    )
    first, last = table["year"].min(), table["year"].max()
    return Atlas(
        [layer],
        title=_largest(table),
        subtitle=(
            f"Projects with Chinese official finance, {first} to {last}. Circles: "
            "commitments, million USD of 2017"
        ),
        credit=tables.credit("chinese_projects"),
    )


def _described(table):
    """The table with the columns that the map shows and filters by."""
    names = tables.country_names()
    return table.assign(
        number=table["project_id"].astype(str),
        sector_group=table["sector"].map(SECTORS).fillna(OTHER),
        recipient=table["country"].map(names),
        point_country=table["point_falls_in"].map(names),
        funder_group=table["funder"].map(_funder_group, na_action="ignore"),
        amount_group=pd.cut(
            table["amount_usd2017_mn"], [0, *AMOUNTS.values()], labels=list(AMOUNTS)
        ),
        counts=table["recommended_for_aggregates"].map({True: "yes", False: "no"}),
        until=float("nan"),  # a commitment does not end
    )


def _funder_group(name):
    groups = (group for part, group in FUNDERS.items() if part in name)
    return next(groups, "others")


def _largest(table):
    """The finding: how the largest project that counts in sums lies on the map."""
    counted = table[table["recommended_for_aggregates"]]
    largest = counted.loc[counted["amount_usd2017_mn"].idxmax()]
    names = tables.country_names()
    recipient, found = names[largest["country"]], names[largest["point_falls_in"]]
    if recipient == found:
        return f"The largest project lies in {recipient}"
    return f"The largest project is {recipient}'s, and its point lies in {found}"
