"""Single figures that offices and agencies gave to the press."""

from common import Field, Table, read

FIGURES = "economy/reported_figures.csv"
TOPICS = [
    "china_cnpc_cumulative_investment",
    "china_fdi_and_loans_total",
    "china_fdi_inflow",
    "china_fdi_stock",
    "china_investment_cumulative",
    "china_investment_inflow",
    "china_share_of_fdi_inflow",
    "china_share_of_foreign_investment_and_loans",
    "china_share_of_imports",
    "external_debt_to_china",
    "external_debt_to_china_eximbank",
    "external_debt_total",
    "foreign_trade_change",
    "gas_to_china",
    "gas_to_china_value",
    "imports_total",
    "trade_with_china_change",
]


def build():
    """One row a topic, area, period and unit: only the topics that lessons quote.

    A recalled figure is not shipped, neither as a row nor as a rival.
    """
    rows = read(FIGURES).rename(
        columns={
            "area_code": "area",
            "source_institution": "institution",
            "certainty": "reliability",
        }
    )
    rows = rows[rows["topic"].isin(TOPICS) & (rows["reliability"] != "R")]
    recalled = rows["contested_by"].str.contains("recalled", na=False)
    rows["contested_by"] = rows["contested_by"].mask(recalled)
    return rows[[column.name for column in TABLE.fields]].sort_values(list(TABLE.key))


TABLE = Table(
    name="reported_figures",
    title="Single figures reported by offices and agencies",
    description=(
        "Figures read in news and agency pages, one page a row. Totals count different "
        "things and periods differ, so rows of different periods must not be mixed. "
        "The area CA5 is the five states together, CA_PIPELINE the gas pipeline from "
        "Central Asia to China. Gas is given in billion cubic metres (bcm) or in "
        "million tonnes: never put both on one line."
    ),
    key=("topic", "area", "period", "unit"),
    fields=(
        Field("topic", "string", "What is measured"),
        Field("area", "string", "ISO 3166-1 alpha-3 code, or CA5 for the five states"),
        Field("period", "string", "The year, or part of a year, that is described"),
        Field("value", "number", "The figure", unit="see the column unit"),
        Field("unit", "string", "Unit of the figure"),
        Field("qualifier", "string", "How the source hedges it", required=False),
        Field("institution", "string", "Who counted"),
        Field("publisher", "string", "Where it was read"),
        Field(
            "reliability",
            "string",
            "A official or several reports, B one report, C conflicting, R recalled",
            enum=("A", "B", "C", "R"),
        ),
        Field("published_date", "string", "When it was published", required=False),
        Field("url", "string", "Address of the page", required=False),
        Field("contested_by", "string", "Who gives another figure", required=False),
    ),
    sources=(FIGURES,),
    credit="offices and agencies, as quoted by the press",
    build=build,
)
