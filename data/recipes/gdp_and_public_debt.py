"""GDP and all public debt of the five states: two other wholes to divide by."""

from common import FIVE, Field, Table, read

WEO = "economy/macro_imf_weo_april_2024_1980_2029.csv"
YEARS = range(2000, 2023)
COLUMNS = {
    "gdp_usd_bn": "gdp_usd_bn",
    "gov_gross_debt_percent_gdp": "public_debt_percent_gdp",
}


def build():
    """One row a state and year."""
    rows = read(WEO).rename(columns={"iso3": "country"})
    rows = rows[rows["country"].isin(FIVE) & rows["year"].isin(YEARS)]
    rows = rows[rows["indicator"].isin(COLUMNS)]
    keys = ["country", "year"]
    wide = rows.pivot(index=keys, columns="indicator", values="value")
    wide = wide.rename(columns=COLUMNS)[list(COLUMNS.values())]
    wide["is_estimate"] = rows.groupby(keys)["is_estimate"].any()
    return wide.rename_axis(columns=None).reset_index()


TABLE = Table(
    name="gdp_and_public_debt",
    title="GDP and all public debt of the five states",
    description=(
        "Public debt is the gross debt of the government, owed at home and abroad, so "
        "it is not foreign debt. Turkmen figures follow official exchange rates."
    ),
    key=("country", "year"),
    fields=(
        Field("country", "string", "ISO 3166-1 alpha-3"),
        Field("year", "integer", "Calendar year", unit="year"),
        Field(
            "gdp_usd_bn",
            "number",
            "Gross domestic product, current prices",
            unit="USD billion",
        ),
        Field(
            "public_debt_percent_gdp",
            "number",
            "Gross debt of general government, domestic and external",
            unit="percent of GDP",
            required=False,
        ),
        Field(
            "is_estimate", "boolean", "Whether one of the two is an estimate of the IMF"
        ),
    ),
    sources=(WEO,),
    credit="IMF World Economic Outlook, April 2024",
    build=build,
)
