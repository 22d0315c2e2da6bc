"""Maps of the region, drawn from the base map's layers."""

import functools

import geopandas as gpd
import numpy as np
import shapely
from matplotlib import patheffects
from pyproj import CRS

from helpers import style, tables

ALBERS = CRS.from_proj4(
    "+proj=aea +lat_1=32 +lat_2=50 +lat_0=41 +lon_0=72 +datum=WGS84 +units=m"
)
FRAME = (-1.98e6, -1.50e6, 2.22e6, 1.72e6)  # west, south, east, north in metres
WIDTH = 10.4  # inches
SOURCE = (
    "Data: Natural Earth 1:50m and 1:10m (public domain). Boundaries show Natural "
    "Earth's de facto view and imply no endorsement."
)
# Labels: longitude, latitude, text, rotation.
STATES = (
    (66.6, 48.3, "KAZAKHSTAN", 0),
    (75.2, 41.55, "KYRGYZSTAN", 6),
    (72.0, 38.5, "TAJIKISTAN", 0),
    (58.9, 39.75, "TURKMENISTAN", -12),
    (62.5, 42.3, "UZBEKISTAN", -14),
)
NEIGHBOURS = (
    (57.4, 53.0, "RUSSIA", -8),
    (95.2, 47.7, "MONGOLIA", 14),
    (94.3, 37.0, "CHINA", 13),
    (84.6, 40.6, "XINJIANG\n(CHINA)", 8),
    (65.6, 34.3, "AFGHANISTAN", 0),
    (57.2, 33.6, "IRAN", 0),
    (66.9, 28.9, "PAKISTAN", 0),
    (78.0, 29.2, "INDIA", 0),
)
WATERS = (
    (50.6, 42.6, "Caspian\nSea"),
    (75.0, 47.35, "Lake Balkhash"),
    (63.3, 45.75, "Aral Sea"),
)
# Cities: where the label stands, seen from the point, in points.
CITY_LABELS = {
    "Astana": (7, 0),
    "Bishkek": (-7, 6),
    "Tashkent": (-7, 7),
    "Dushanbe": (-7, -2),
    "Ashgabat": (6, -10),
    "Kabul": (7, 0),
    "Almaty": (5, 6),
    "Ürümqi": (6, 4),
    "Kashgar": (6, -6),
}


def region(title="Central Asia between China and Russia"):
    """The opening map: the five states, Xinjiang, China and Russia.

    Returns
    -------
    style.Picture
    """
    figure, _ = base(
        title=title,
        subtitle=(
            "Albers equal-area projection, centred on 72°E 41°N. Darker: "
            "Gorno-Badakhshan (Tajikistan). Dashed: disputed boundaries."
        ),
    )
    return style.Picture(
        figure,
        f"{title}. Map of Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and "
        "Uzbekistan with their capitals. Russia lies to the north, the Chinese region "
        "of Xinjiang and the rest of China to the east, Afghanistan and Iran to the "
        "south. Disputed boundaries in the Karakoram and Himalaya are dashed. "
        f"{SOURCE}",
    )


def base(*, title, subtitle, source=SOURCE, neutral=False, frame=FRAME, cities=True):
    """A figure with the base map, for a theme to be drawn on.

    Parameters
    ----------
    title, subtitle, source : str
        As for ``style.words``.
    neutral : bool
        Whether land is pale, so that a theme stands out.
    frame : tuple of float
        West, south, east and north edge in metres: ``FRAME``, or a part of it.
    cities : bool
        Whether cities are drawn.

    Returns
    -------
    figure, axes
        The axes are in metres of the projection ``ALBERS``.
    """
    west, south, east, north = frame
    top, bottom, side = 0.86, 0.36, 0.25
    inside = WIDTH - 2 * side
    height = inside * (north - south) / (east - west) + top + bottom
    figure = style.figure(WIDTH, height)
    figure.canvas.draw_idle = lambda: None  # each layer's plot would redraw all
    box = (side / WIDTH, bottom / height, inside / WIDTH, 1 - (top + bottom) / height)
    axes = figure.add_axes(box)
    axes.set_facecolor(style.WATER)
    style.words(figure, title=title, subtitle=subtitle, source=source)
    _land(axes, style.NEUTRAL if neutral else style.LAND_COLOURS)
    _lines(axes)
    if cities:
        _cities(axes)
    _labels(axes, frame)
    _scale_bar(axes, frame)
    axes.set(xlim=(west, east), ylim=(south, north), xticks=[], yticks=[])
    axes.set(xlabel="", ylabel="")
    axes.spines[:].set_color(style.PALE)
    return figure, axes


def project(longitude, latitude):
    """Points in the map's metres: arrays ``x``, ``y``."""
    points = gpd.GeoSeries(gpd.points_from_xy(longitude, latitude), crs="EPSG:4326")
    points = points.to_crs(ALBERS)
    return points.x.to_numpy(), points.y.to_numpy()


@functools.cache
def layer(name):
    """A layer of the base map in the map's projection; shared, so do not change it."""
    return tables.layer(name).to_crs(ALBERS)


def _land(axes, land):
    countries, provinces = layer("countries"), layer("provinces")
    colours = countries["adm0_a3"].map(land.countries).fillna(land.other)
    countries.plot(ax=axes, color=colours, linewidth=0, aspect=None, zorder=1)
    xinjiang = provinces[provinces["name"] == "Xinjiang"]
    badakhshan = provinces[provinces["name"] == "Gorno-Badakhshan"]
    xinjiang.plot(
        ax=axes,
        facecolor=land.xinjiang,
        edgecolor=style.XINJIANG_LINE,
        linewidth=0.6,
        aspect=None,
        zorder=1.1,
    )
    badakhshan.plot(
        ax=axes, color=land.badakhshan, linewidth=0, aspect=None, zorder=1.1
    )
    layer("lakes").plot(
        ax=axes,
        facecolor=style.WATER,
        edgecolor=style.WATER_LINE,
        linewidth=0.4,
        aspect=None,
        zorder=1.3,
    )


def _lines(axes):
    rivers = layer("rivers")
    widths = 1.0 - 0.1 * rivers["scalerank"]
    rivers.plot(
        ax=axes, color=style.WATER_LINE, linewidth=widths, aspect=None, zorder=1.2
    )
    _graticule(axes)
    countries = layer("countries").boundary
    five = layer("countries")["adm0_a3"].isin(tables.the_five())
    countries.plot(
        ax=axes, color="white", linewidth=1.7, alpha=0.8, aspect=None, zorder=2
    )
    countries[~five].plot(
        ax=axes, color=style.BORDER, linewidth=0.55, aspect=None, zorder=2.1
    )
    countries[five].plot(
        ax=axes, color=style.BORDER_OF_FIVE, linewidth=0.9, aspect=None, zorder=2.2
    )
    disputed = layer("disputed_lines")
    disputed.plot(ax=axes, color="white", linewidth=1.6, aspect=None, zorder=2.3)
    disputed.plot(
        ax=axes,
        color=style.DISPUTED,
        linewidth=0.9,
        linestyle=(0, (4, 2.5)),
        aspect=None,
        zorder=2.4,
    )


def graticule():
    """Every tenth meridian and parallel, in the map's projection."""
    meridians = [shapely.LineString([(x, 10), (x, 70)]) for x in range(30, 131, 10)]
    parallels = [shapely.LineString([(28, y), (132, y)]) for y in range(20, 61, 10)]
    lines = gpd.GeoSeries(meridians + parallels, crs="EPSG:4326").segmentize(1)
    return lines.to_crs(ALBERS)


def _graticule(axes):
    graticule().plot(
        ax=axes, color="white", linewidth=0.5, alpha=0.6, aspect=None, zorder=1.8
    )


def _cities(axes):
    places = layer("places")
    for place in places.itertuples():
        x, y = place.geometry.x, place.geometry.y
        if place.name not in CITY_LABELS:
            continue
        if place.adm0cap == 1:
            axes.plot(x, y, "s", ms=6.5, mfc="white", mec=style.INK, mew=1.1, zorder=5)
            axes.plot(x, y, "s", ms=2.4, color=style.INK, zorder=5.1)
        else:
            axes.plot(
                x, y, "o", ms=3.6, color=style.INK, mec="white", mew=0.6, zorder=5
            )
        _city_label(axes, place)


def _city_label(axes, place):
    right, up = CITY_LABELS[place.name]
    axes.annotate(
        place.name,
        (place.geometry.x, place.geometry.y),
        xytext=(right, up),
        textcoords="offset points",
        ha="left" if right > 0 else "right",
        va="center",
        size=style.SMALL_PT,
        weight="bold" if place.adm0cap == 1 else "normal",
        color=style.INK,
        path_effects=_halo(),
        zorder=6,
    )


def _labels(axes, frame):
    for group, options in (
        (STATES, {"size": 9.5, "weight": "bold", "color": style.STATE_NAME}),
        (NEIGHBOURS, {"size": 10.5, "color": style.NEIGHBOUR_NAME}),
    ):
        longitude, latitude, texts, turns = zip(*group, strict=True)
        points = np.transpose(project(longitude, latitude))
        for (x, y), text, turn in zip(points, texts, turns, strict=True):
            if frame[1] < y:
                halo_text(axes, x, y, text, rotation=turn, **options)
    longitude, latitude, texts = zip(*WATERS, strict=True)
    points = np.transpose(project(longitude, latitude))
    for (x, y), text in zip(points, texts, strict=True):
        halo_text(axes, x, y, text, size=9, style="italic", color=style.WATER_NAME)


def halo_text(axes, x, y, said, **options):
    """A centred label with a white halo: the artist, for maps that change it."""
    return axes.text(
        x,
        y,
        said,
        ha="center",
        va="center",
        linespacing=1.1,
        path_effects=_halo(),
        zorder=4,
        **options,
    )


def _scale_bar(axes, frame):
    x, y, length = frame[0] + 0.14e6, frame[1] + 0.13e6, 500_000
    for start, colour in ((x, style.INK), (x + length / 2, "white")):
        axes.plot(
            [start, start + length / 2],
            [y, y],
            color=colour,
            linewidth=3.2,
            solid_capstyle="butt",
            path_effects=[patheffects.withStroke(linewidth=4.6, foreground=style.INK)],
            zorder=5,
        )
    halo_text(axes, x + length / 2, y + 60_000, "500 km", size=9, color=style.INK)


def _halo():
    return [patheffects.withStroke(linewidth=2.4, foreground="white", alpha=0.85)]
