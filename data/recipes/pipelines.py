"""Gas and oil pipelines of the region, from Global Energy Monitor's trackers."""

import geopandas as gpd
import pandas as pd
from common import DATA, FIVE, Field, MapLayer, source

GAS = "geo/gas_pipelines.geojson"
OIL = "geo/oil_pipelines.geojson"
STATUS = {"construction": "under construction"}
# The tracker draws these two lines at each other's place: the town of Kordkuy lies at
# 54 degrees east, Sarakhs at 61.
SWAPPED = {"P0742": "P0749", "P0749": "P0742"}
# By name and route to China; the tracker's list of countries leaves China out.
LEADS_TO = {"P5410": "CHN"}
# One capacity stands at three lines of one system; adding would count it three times.
REPEATED_CAPACITY = ["P2291", "P5770", "P5771"]
DRAWN_ROUGHLY = 3  # points; the tracker's own mark for a schematic gas line


def build():
    """One row a line: a pipeline or one of its segments."""
    lines = pd.concat([_gas(), _oil()], ignore_index=True)
    lines["status"] = lines["status"].str.lower().replace(STATUS)
    lines["name"] = lines["pipeline"] + lines["segment"].map(_segment)
    lines["leads_to"] = lines["countries"].map(_leads_to)
    exceptions = lines["line_id"].map(LEADS_TO)
    lines["leads_to"] = exceptions.fillna(lines["leads_to"])
    works = lines["status"] == "operating"
    year = lines["start_year"].astype("Int64")
    lines["opened"], lines["planned"] = year.where(works), year.mask(works)
    lines["route"] = lines.geometry.to_wkt(rounding_precision=3).factorize()[0] + 1
    columns = [column.name for column in TABLE.fields]
    return lines[[*columns, "geometry"]].sort_values("line_id")


def _gas():
    lines = gpd.read_file(source(GAS))
    lines = lines.rename(
        columns={
            "project_id": "line_id",
            "geometry_is_schematic": "is_schematic",
            "wiki": "url",
        }
    )
    there = lines.set_index("line_id").geometry
    places = lines["line_id"].replace(SWAPPED)
    lines["geometry"] = there[places].to_numpy()
    repeated = lines["line_id"].isin(REPEATED_CAPACITY)
    lines["capacity_bcm_y"] = lines["capacity_bcm_y"].mask(repeated)
    return lines.assign(fluid="gas")


def _oil():
    lines = gpd.read_file(source(OIL)).rename(columns={"wiki": "url"})
    lines["line_id"] = [f"oil-{number:02}" for number in range(1, len(lines) + 1)]
    points = lines.geometry.count_coordinates()
    return lines.assign(fluid="oil", is_schematic=points <= DRAWN_ROUGHLY)


def _segment(segment):
    """The part of a name that tells segments of one pipeline apart."""
    return "" if pd.isna(segment) or segment == "main" else f", {segment}"


def _leads_to(countries):
    """The last state outside the five that the line touches, else CA5."""
    names = pd.read_csv(DATA / "tables" / "country_names.csv", index_col="name")
    codes = [names.loc[name.strip(), "code"] for name in countries.split(",")]
    return next((code for code in reversed(codes) if code not in FIVE), "CA5")


TABLE = MapLayer(
    name="pipelines",
    title="Gas and oil pipelines of the region, with status and year",
    description=(
        "One row a line: a pipeline, or a segment of one. Proposed, cancelled and "
        "mothballed lines are included, so a row is not a line in the ground. Status "
        "of gas lines: December 2023, of oil lines: June 2024. Capacity is what a line "
        "could carry in a year, not what flows. It is left out for the three lines of "
        "the Central Asia-Center system at which the source repeats one figure, and "
        "for oil, whose unit is not certain. `leads_to` follows a rule: the last state "
        "outside the five that the source lists, or CA5 for a line that stays inside; "
        "the proposed line from Russia through Kazakhstan is set to China, to where "
        "its name and route lead. It says what a line joins, not which way the fluid "
        "flows. Lines with the same `route` lie side by side and are drawn once. "
        "Routes of three points or fewer are sketches. The routes of the two lines to "
        "Iran are exchanged in the source; they are put right here."
    ),
    key=("line_id",),
    fields=(
        Field("line_id", "string", "The tracker's number; for oil, our own"),
        Field("name", "string", "Name of the pipeline and of the segment"),
        Field("fluid", "string", "What it carries", enum=("gas", "oil")),
        Field(
            "status",
            "string",
            "Status in the tracker",
            enum=(
                "operating",
                "under construction",
                "proposed",
                "cancelled",
                "mothballed",
            ),
        ),
        Field("leads_to", "string", "State outside the five that it joins, or CA5"),
        Field("opened", "integer", "First year, if operating", "year", required=False),
        Field(
            "planned", "integer", "First year that was planned", "year", required=False
        ),
        Field(
            "capacity_bcm_y",
            "number",
            "What a gas line could carry",
            unit="billion cubic metres a year",
            required=False,
        ),
        Field("route", "integer", "Lines with one number share one drawn route"),
        Field("is_schematic", "boolean", "Whether the route is only a sketch"),
        Field("url", "string", "The tracker's page on the line"),
    ),
    sources=(GAS, OIL),
    credit="Global Energy Monitor, 2023-24 (CC BY 4.0)",
    build=build,
)
