"""Visa rules between the five states and China or Russia, in seven snapshots."""

from common import FIVE, Field, Table, read

VISAS = "society/visa_requirements_2020_2026.csv"
ROWS = {
    "snapshot_date": "date",
    "passport_iso3": "passport",
    "destination_iso3": "destination",
    "requirement": "rule",
    "visa_free_days": "days",
}
PARTNERS = ["CHN", "RUS"]
RULES = (
    "visa free",
    "e-visa",
    "visa required",
    "covid ban",
)


def build():
    """Both directions, one row a snapshot, passport and destination."""
    rows = read(VISAS).rename(columns=ROWS)
    out = rows["passport"].isin(FIVE) & rows["destination"].isin(PARTNERS)
    back = rows["passport"].isin(PARTNERS) & rows["destination"].isin(FIVE)
    rows = rows[out | back].astype({"days": "Int64"})
    return rows[[column.name for column in TABLE.fields]].sort_values(list(TABLE.key))


TABLE = Table(
    name="visa_rules",
    title="Visa rules between the five states and China or Russia, 2020 to 2026",
    description=(
        "Seven snapshots of a website, so changes between them have no day. A rule is "
        "a policy, not a flow: it does not say who travels. The bans of the pandemic "
        "are inside, and hide the rule below them. Days may be empty: not stated."
    ),
    key=("date", "passport", "destination"),
    fields=(
        Field("date", "date", "Day of the snapshot"),
        Field("passport", "string", "Whose citizens, ISO 3166-1 alpha-3"),
        Field("destination", "string", "Where to, ISO 3166-1 alpha-3"),
        Field("rule", "string", "What they need for a short stay", enum=RULES),
        Field("days", "integer", "Days without a visa", unit="days", required=False),
    ),
    sources=(VISAS,),
    credit="Passport Index, snapshots of 2020 to 2026",
    build=build,
)
