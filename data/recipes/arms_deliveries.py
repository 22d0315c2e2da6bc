"""Deliveries of major arms to the five states by supplier and year."""

from common import Field, Table, read

DELIVERIES = "security/sipri_arms_deliveries_by_year_1994_2024.csv"
UNKNOWN = "unknown"


def build():
    """One row a recipient, supplier and year."""
    rows = read(DELIVERIES).rename(
        columns={
            "recipient_iso3": "recipient",
            "tiv_delivered_million_estimate": "tiv_mn",
        }
    )
    rows["supplier"] = rows["supplier_iso3"].fillna(UNKNOWN)
    return rows[[column.name for column in TABLE.fields]].sort_values(list(TABLE.key))


TABLE = Table(
    name="arms_deliveries",
    title="Deliveries of major arms to the five states, 1994 to 2024",
    description=(
        "One row a recipient, supplier and year. The trend-indicator value (TIV) is "
        "SIPRI's measure of the military capability of major weapons. It is not money, "
        "so it must not be set against prices, budgets or trade. Small arms, "
        "ammunition, training, repair and police aid are outside it. SIPRI gives the "
        "years between which an order was delivered; the split over those years is an "
        "even one, made for this course, so a single year is an estimate. A year "
        "without a row has no recorded delivery of major arms. A new release revises "
        "old years: shares in older papers come from other releases."
    ),
    key=("recipient", "supplier", "year"),
    fields=(
        Field("recipient", "string", "The buyer, ISO 3166-1 alpha-3"),
        Field("supplier", "string", "The supplier, ISO 3166-1 alpha-3, or unknown"),
        Field("year", "integer", "Year of delivery, by the even split", unit="year"),
        Field("tiv_mn", "number", "Trend-indicator value", unit="million TIV"),
    ),
    sources=(DELIVERIES,),
    credit="SIPRI Arms Transfers Database, 2025 release; own even split over years",
    build=build,
)
