"""Projects with Chinese official finance and a place, from AidData's GCDF 2.0."""

from common import Field, Table, read

PROJECTS = "economy/aiddata_gcdf2_projects_2001_2017.csv"
LABELS = "economy/aiddata_gcdf3_adm1_locations_2000_2021.csv"
LINKS = r"\s*\((?:Umbrella Project\) \()?[Ll]inked to.*$"
# The course takes an implementing agency for a Chinese firm when its name begins so.
CHINESE_FIRM = (
    "(?:^|; )(?:China |PowerChina|CITIC|TBEA|Sinopec|Sino Coal|Beijing|Capital-Lon|"
    "CCCC|Chengdu|Harbin|Hubei|Huawei|Inner Mongolia|Shaanxi|Shanxi|SIPPR|Tianjin|"
    "Xinjiang (?:Highway|International)|Yanjian|Zijin)"
)


def build():
    """One row a project, with a machine's label of the same record in GCDF 3.0."""
    rows = read(PROJECTS).rename(
        columns={
            "aiddata_project_id": "project_id",
            "iso3": "country",
            "commitment_year": "year",
            "funding_agencies": "funder",
            "implementing_agencies": "implementer",
            "centroid_longitude_deg": "longitude",
            "centroid_latitude_deg": "latitude",
            "centroid_falls_in_iso3": "point_falls_in",
        }
    )
    rows["title"] = rows["title"].str.replace(LINKS, "", regex=True).str.strip()
    rows["sector"] = rows["sector"].str.capitalize()
    rows["amount_usd2017_mn"] = (rows["amount_constant_2017_usd"] / 1e6).round(3)
    named = rows["implementer"].str.contains(CHINESE_FIRM, regex=True)
    rows["chinese_implementer"] = named.where(rows["implementer"].notna())
    rows["machine_label"] = rows["project_id"].map(_labels())
    return rows[[column.name for column in TABLE.fields]].sort_values("project_id")


def _labels():
    """The label that a language model gave to each record of GCDF 3.0."""
    labels = read(LABELS).drop_duplicates("aiddata_record_id")
    return labels.set_index("aiddata_record_id")["project_type_llm"]


TABLE = Table(
    name="chinese_projects",
    title="Projects with Chinese official finance that have a place, 2001 to 2017",
    description=(
        "One row a project. Amounts are commitments: money promised in a contract, "
        "neither paid out nor owed. They are in US dollars of 2017 and must not be set "
        "beside those of chinese_finance_by_year, which are in dollars of 2021. An "
        "empty amount is unknown, not zero. Sum only the rows with "
        "recommended_for_aggregates: the others are pledges, cancelled or suspended, "
        "or umbrella rows that hold other rows (40241 holds 61056). Most gas and oil "
        "projects are coded as industry, mining, construction, not as energy. A point "
        "is the middle of a project's footprint; point_falls_in shows where it lies "
        "outside the recipient: 54489, the Kazakh section of two gas lines, has its "
        "point in Turkmenistan. Two rows of class CA are gifts of Huawei, not of a "
        "state. Projects without a place are not in the table."
    ),
    key=("project_id",),
    fields=(
        Field("project_id", "integer", "AidData's number of the project"),
        Field("country", "string", "The recipient, ISO 3166-1 alpha-3"),
        Field("year", "integer", "Year of the commitment", unit="year"),
        Field("title", "string", "AidData's title, without links to other projects"),
        Field("status", "string", "How far the project came, when AidData looked"),
        Field("flow_type", "string", "Loan, grant, buyer's credit, or other"),
        Field(
            "flow_class",
            "string",
            "ODA-like: as cheap as aid; OOF-like: dearer; CA: a company's gift",
        ),
        Field("sector", "string", "Sector as AidData's coders marked it"),
        Field(
            "amount_usd2017_mn",
            "number",
            "Amount committed",
            unit="million USD of 2017",
            required=False,
        ),
        Field(
            "recommended_for_aggregates",
            "boolean",
            "Whether AidData recommends the row for sums",
        ),
        Field("umbrella", "boolean", "Whether the row holds other rows"),
        Field("funder", "string", "Who promised the money", required=False),
        Field("implementer", "string", "Who carries it out", required=False),
        Field(
            "chinese_implementer",
            "boolean",
            "Whether a Chinese firm is among those, read by the course from the names",
            required=False,
        ),
        Field(
            "machine_label",
            "string",
            "Type that a language model gave to the same record in GCDF 3.0",
            required=False,
        ),
        Field("longitude", "number", "Of the point", unit="degrees east"),
        Field("latitude", "number", "Of the point", unit="degrees north"),
        Field("point_falls_in", "string", "Country in which the point lies"),
    ),
    sources=(PROJECTS, LABELS),
    credit="AidData GCDF 2.0; places: © OpenStreetMap contributors",
    build=build,
)
