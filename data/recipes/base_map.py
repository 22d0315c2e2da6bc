"""The base map: Natural Earth, clipped to the course's frame."""

from pathlib import Path

import geopandas as gpd
import pyogrio
import shapely
from common import SHARED, fingerprint, terms
from pyproj import CRS

NATURAL_EARTH = "geo/central_asia_base.gpkg"
PATH = "maps/base.gpkg"
ALBERS = CRS.from_proj4(
    "+proj=aea +lat_1=32 +lat_2=50 +lat_0=41 +lon_0=72 +datum=WGS84 +units=m"
)
FRAME = shapely.box(-1.98e6, -1.50e6, 2.22e6, 1.72e6)
MARGIN = 50_000  # metres; strokes at the frame's edge must not show their ends
CITIES = ["Almaty", "Kashgar", "Khorugh", "Osh", "Samarqand", "Ürümqi"]
CAPITALS = ["Ashgabat", "Astana", "Bishkek", "Dushanbe", "Kabul", "Tashkent"]

LAYERS = {
    "countries": "Land of each country inside the frame; borders de facto, 1:50m",
    "provinces": "Xinjiang and Gorno-Badakhshan, cut to the countries' outlines",
    "lakes": "Lakes and reservoirs to scale rank 6, 1:10m",
    "rivers": "Rivers to scale rank 6, 1:10m",
    "disputed_lines": "Boundaries that a neighbour disputes, 1:10m",
    "places": "Six capitals and six cities",
}


def build():
    """The layers by name, in longitude and latitude (EPSG:4326)."""
    countries = _clip(_layer("countries")[["adm0_a3", "name", "geometry"]])
    places = _layer("places").query("name in @CITIES or name in @CAPITALS")
    return {
        "countries": countries,
        "provinces": _provinces(countries),
        "lakes": _clip(_to_rank_six("lakes")),
        "rivers": _clip(_to_rank_six("rivers")),
        "disputed_lines": _clip(_layer("disputed_lines")[["name", "geometry"]]),
        "places": _clip(places[["name", "adm0_a3", "adm0cap", "geometry"]]),
    }


def write(out):
    """Write the layers to one GeoPackage, the same bytes at each run."""
    path = Path(out) / PATH
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": "2026-11-23T00:00:00.000Z"})
    for name, layer in build().items():
        layer.sort_values(list(layer.columns.drop("geometry"))).to_file(
            path, layer=name, driver="GPKG", index=False
        )


def describe(out):
    """The map as a resource of the data package."""
    return {
        "name": "base",
        "type": "file",
        "path": PATH,
        "title": "Base map of the region",
        "description": (
            "Natural Earth, clipped to the course's frame. Borders follow Natural "
            "Earth's de facto view: Aksai Chin is drawn inside Xinjiang, and disputed "
            "lines are kept as a layer. No areas or totals may be taken from cut land."
        ),
        "credit": "Natural Earth",
        "format": "gpkg",
        "mediatype": "application/geopackage+sqlite3",
        "layers": LAYERS,
        "crs": "EPSG:4326",
        **fingerprint(Path(out) / PATH),
        **terms([NATURAL_EARTH]),
    }


def _layer(name):
    return gpd.read_file(SHARED / "sources" / NATURAL_EARTH, layer=name)


def _to_rank_six(name):
    return _layer(name).query("scalerank <= 6")[["name", "scalerank", "geometry"]]


def _clip(layer):
    outline = shapely.segmentize(FRAME.buffer(MARGIN, join_style="mitre"), 25_000)
    frame = gpd.GeoSeries([outline], crs=ALBERS).to_crs(layer.crs).iloc[0]
    inside = layer[layer.intersects(frame)].copy()
    inside["geometry"] = _same_kind(inside, inside.intersection(frame))
    return inside[~inside.geometry.is_empty].reset_index(drop=True)


def _same_kind(before, after):
    """A cut may leave points where an area only touches the frame: keep areas only."""
    kind = before.geometry.iloc[0].geom_type.removeprefix("Multi")
    parts = after.explode(index_parts=False)
    parts = parts[parts.geom_type == kind]
    whole = parts.groupby(level=0).agg(lambda part: shapely.union_all(part.values))
    return gpd.GeoSeries(whole.reindex(before.index), crs=before.crs).fillna(
        shapely.GeometryCollection()
    )


def _provinces(countries):
    rows = _layer("admin1").query("name_en in ['Xinjiang', 'Gorno-Badakhshan']")
    rows = rows[["adm0_a3", "name_en", "geometry"]].rename(columns={"name_en": "name"})
    outline = countries.set_index("adm0_a3").geometry
    rows["geometry"] = [
        row.geometry.intersection(outline[row.adm0_a3]) for row in rows.itertuples()
    ]
    return rows.set_crs(countries.crs)
