"""What a theme on the map consists of, and the static map that shows it."""

import dataclasses
import math
from numbers import Real

import geopandas as gpd
import pandas as pd
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from helpers import style, tables
from helpers.maps import ground

KINDS = ("areas", "lines", "points")
LARGEST, SMALLEST, PLAIN = 22, 2.5, 4.5  # radius of circles, in points
HATCH = "/////"
MISSING = "#9a9ea6"
TINY = 1e-9
DASHES = (0, (4, 2))
RING = {"facecolor": "none", "edgecolor": style.INK, "linestyle": (0, (2, 1.5))}


@dataclasses.dataclass(frozen=True)
class Layer:
    """One kind of thing on the map, and the columns that say how it is drawn.

    Parameters
    ----------
    name : str
        What the layer shows, in the plural: "Pipelines".
    frame : DataFrame
        One row a feature. Lines and points: a GeoDataFrame, or for points the columns
        ``longitude`` and ``latitude``. Areas: a column ``code`` with ISO 3166-1
        alpha-3 codes, or ``Xinjiang``. A feature that changes from year to year has
        one row a year.
    kind : {"areas", "lines", "points"}
    label : str
        Column with the name of each feature.
    colour : str
        Column of categories; a missing one is drawn hatched.
    palette : dict of str to str
        Colour of each category, in the order of the legend.
    size : str, optional
        Column whose value is the area of a point's circle; missing is drawn hatched,
        in the smallest size.
    size_unit : str
        Unit of the size, for the legend.
    years : tuple of str, optional
        Columns with the first and the last year of a feature. A missing last year is
        open; a feature without a first year is drawn in every year, as unknown.
    filters : dict of str to str
        By what readers of the atlas may filter: label of the control, and column.
    details : dict of str to str
        What a tooltip says below the name: label and column.
    dashed : str, optional
        Column of true and false: lines that are drawn dashed, points in a dashed ring.
    dashed_means : str
        What a dashed line or ring is, for the legend. Where all lines are dashed, the
        legend shows each colour dashed instead.
    reliability : str, optional
        Points: column with one of ``tables.SIGNS``, which gives a point its shape.

    Raises
    ------
    ValueError
        When the kind is unknown.
    KeyError
        When a column is not in the frame; the message lists those that are.
    """

    name: str
    frame: pd.DataFrame
    kind: str
    label: str
    colour: str
    palette: dict
    size: str | None = None
    size_unit: str = ""
    years: tuple[str, str] | None = None
    filters: dict = dataclasses.field(default_factory=dict)
    details: dict = dataclasses.field(default_factory=dict)
    dashed: str | None = None
    dashed_means: str = "schematic"
    reliability: str | None = None

    def __post_init__(self):
        if self.kind not in KINDS:
            kinds = ", ".join(KINDS)
            raise ValueError(f"{self.name}: no kind {self.kind!r}. There are: {kinds}.")
        wanted = [self.label, self.colour, self.size, self.dashed, *(self.years or ())]
        wanted += [self.reliability, *self.filters.values(), *self.details.values()]
        wanted += ["code"] if self.kind == "areas" else []
        for column in filter(None, wanted):
            if column not in self.frame.columns:
                known = ", ".join(self.frame.columns)
                raise KeyError(
                    f"{self.name}: no column {column!r}. There are: {known}."
                )


def prepared(layer):
    """The features of a layer as maps draw them, and what is wrong with them.

    Parameters
    ----------
    layer : Layer

    Returns
    -------
    features : GeoDataFrame
        In the projection ``ALBERS``: ``geometry``, ``label``, ``category`` (missing
        as None), ``size``, ``first`` and ``last`` (years, missing as NaN), ``dashed``,
        ``sign`` (or an empty text), ``choices`` (a value for each filter) and
        ``details`` (pairs of texts).
    problems : list of str
        One sentence a kind of problem, which names what is concerned.
    """
    frame, problems = _placed(layer)
    first, last = layer.years or (None, None)
    category = frame[layer.colour].where(frame[layer.colour].notna(), None)
    features = gpd.GeoDataFrame(
        {
            "label": frame[layer.label].astype(str),
            "category": category.where(category.isin(list(layer.palette)), None),
            "size": _column(frame, layer.size, math.nan).astype(float),
            "first": _column(frame, first, -math.inf).astype(float),
            "last": _column(frame, last, math.inf).astype(float).fillna(math.inf),
            "dashed": _column(frame, layer.dashed, False).astype(bool),
            "sign": _column(frame, layer.reliability, ""),
            "choices": [
                tuple(_text(row[name]) for name in layer.filters.values())
                for _, row in frame.iterrows()
            ],
            "details": [
                tuple((said, _text(row[name])) for said, name in layer.details.items())
                for _, row in frame.iterrows()
            ],
        },
        geometry=frame.geometry,
        index=frame.index,
    )
    return features.reset_index(drop=True), problems + _unknown(layer, features)


def theme(layers, *, title, subtitle, credit, year=None, notes=()):
    """A static map of layers on the pale base.

    Parameters
    ----------
    layers : sequence of Layer
        Drawn in this order; areas belong first.
    title : str
        The finding, built from the measure.
    subtitle : str
        What is drawn, unit, year.
    credit : str
        From ``tables.credit``.
    year : int, optional
        Only features of this year are drawn; by default all.
    notes : sequence of tuple
        Direct labels: longitude, latitude, text, rotation, colour.

    Returns
    -------
    style.Picture
        Its alternative text counts the features by category.
    """
    figure, axes = ground.base(
        title=title, subtitle=subtitle, source=credit, neutral=True
    )
    said, handles = [], []
    for layer in layers:
        features, _ = prepared(layer)
        shown = features[visible(features, year)]
        {"areas": _areas, "lines": _lines, "points": _points}[layer.kind](
            axes, shown, layer
        )
        handles += _legend(axes, layer, shown)
        said.append(summary(layer.name, shown, layer.palette))
    for longitude, latitude, text, rotation, colour in notes:
        (x,), (y,) = ground.project([longitude], [latitude])
        ground.halo_text(
            axes, x, y, text, rotation=rotation, color=colour, size=9, weight="bold"
        )
    axes.legend(
        handles=handles,
        loc="lower right",
        fontsize=style.SMALL_PT,
        labelcolor=style.INK,
        facecolor="white",
        edgecolor=style.PALE,
        framealpha=1,
        fancybox=False,
        borderpad=0.8,
        labelspacing=0.9,
    ).set_zorder(8)
    axes.set(xlabel="", ylabel="")  # geopandas labels them again with each plot
    return style.Picture(figure, " ".join([f"{title}. {subtitle}.", *said]))


def visible(features, year):
    """Which features a year shows; those without a first year are always shown."""
    if year is None:
        return pd.Series(True, index=features.index)
    begun = features["first"].fillna(-math.inf) <= year
    return begun & (features["last"] >= year)


def summary(name, shown, palette):
    """What a map shows of a layer, in one sentence: counts by category."""
    counts = shown["category"].value_counts()
    parts = [
        f"{category} {counts[category]}" for category in palette if counts.get(category)
    ]
    if missing := int(shown["category"].isna().sum()):
        parts.append(f"unknown {missing}")
    return f"{name}: {len(shown)}" + (f" ({', '.join(parts)})." if parts else ".")


def _placed(layer):
    """The rows with a geometry in the map's projection, and sentences on the others."""
    frame = layer.frame
    if layer.kind == "areas":
        outlines = _outlines()
        known = frame["code"].isin(outlines.index)
        problems = [
            f"{layer.name}: there is no country {code!r} on the map, so its row is "
            "left out."
            for code in frame.loc[~known, "code"].unique()
        ]
        frame = frame[known]
        shapes = outlines[frame["code"]].set_axis(frame.index)
        return gpd.GeoDataFrame(frame.copy(), geometry=shapes), problems
    if not isinstance(frame, gpd.GeoDataFrame):
        points = gpd.points_from_xy(frame["longitude"], frame["latitude"])
        frame = gpd.GeoDataFrame(frame, geometry=points, crs="EPSG:4326")
    placed = frame.geometry.notna() & ~frame.geometry.is_empty
    placed &= frame.geometry.is_valid
    problems = []
    if not placed.all():
        names = ", ".join(frame.loc[~placed, layer.label].astype(str).unique())
        problems = [f"{layer.name}: no place on the map for {names}; not drawn."]
    return frame[placed].to_crs(ground.ALBERS), problems


def _column(frame, name, default):
    return frame[name] if name else pd.Series(default, index=frame.index)


def _outlines():
    """Outlines of countries by ISO code, and of Xinjiang by its name."""
    countries = ground.layer("countries").set_index("adm0_a3").geometry
    provinces = ground.layer("provinces").set_index("name").geometry
    return pd.concat([countries, provinces])


def _unknown(layer, features):
    """Sentences on what is missing in features that are drawn."""
    found = []
    if features.empty:
        found.append(f"{layer.name}: there is nothing to draw.")
    raw = layer.frame[layer.colour].dropna().unique()
    if strange := [str(name) for name in raw if name not in layer.palette]:
        found.append(f"{layer.name}: no colour for {', '.join(strange)}; hatched.")
    sizeless = features["size"].isna().sum() if layer.size else 0
    for missing, what in (
        (layer.frame[layer.colour].isna().sum(), "category"),
        (sizeless, "amount"),
    ):
        if missing:
            found.append(
                f"{layer.name}: {missing} of {len(features)} without a known {what}, "
                "drawn hatched."
            )
    if undated := int(features["first"].isna().sum()):
        found.append(
            f"{layer.name}: {undated} of {len(features)} without a known year, drawn "
            "dotted in every year."
        )
    return found


def _areas(axes, shown, layer):
    for category, rows in shown.groupby(shown["category"].fillna(""), sort=False):
        known = {"facecolor": layer.palette.get(category, "white")}
        hatched = {} if category else {"hatch": HATCH, "edgecolor": MISSING}
        rows.plot(ax=axes, linewidth=0, aspect=None, zorder=1.15, **known, **hatched)


def _lines(axes, shown, layer):
    for row in shown.itertuples():
        parts = getattr(row.geometry, "geoms", [row.geometry])
        paths = [part.coords[:] for part in parts]
        pattern = {True: DASHES, False: "solid"}[bool(row.dashed)]
        if math.isnan(row.first):
            pattern = (0, (1, 1.6))
        colour = layer.palette.get(row.category, MISSING)
        order = 3 + 0.1 * (row.category == next(iter(layer.palette)))
        for look in (
            {"colors": "white", "linewidths": 3.4},
            {"colors": colour, "linewidths": 2, "linestyles": pattern},
        ):
            axes.add_collection(
                LineCollection(paths, zorder=order, **look), autolim=False
            )


def _points(axes, shown, layer):
    radii = radius(shown["size"], layer)
    for (_, row), size in zip(shown.iterrows(), radii, strict=True):
        unknown = not isinstance(row["category"], str) or (
            layer.size and math.isnan(row["size"])
        )
        colour = layer.palette.get(row["category"], MISSING)
        place = row.geometry.x, row.geometry.y
        look = {
            "facecolor": "white" if unknown else colour,
            "edgecolor": colour if unknown else "white",
            "hatch": HATCH if unknown else None,
            "linewidth": 0.7,
            "alpha": 0.85,
        }
        if row["sign"]:
            look = {"linewidth": 1.8, **style.mark(row["sign"], colour)}
        if row["dashed"]:
            axes.scatter(*place, s=(3.6 * size) ** 2, zorder=3.4, **RING)
        # Small circles stand above large ones.
        axes.scatter(*place, s=(2 * size) ** 2, zorder=3.5 - size / 100, **look)


def radius(sizes, layer):
    """Radii in points, so that the area of a circle is proportional to its size."""
    if not layer.size:
        return [PLAIN] * len(sizes)
    largest = max(pd.to_numeric(layer.frame[layer.size]).max(), TINY)
    return [
        SMALLEST
        if math.isnan(size)
        else max(SMALLEST, LARGEST * math.sqrt(size / largest))
        for size in sizes
    ]


def legend_sizes(layer):
    """Two round sizes whose circles fit a line of the legend; none without sizes."""
    fitting = pd.to_numeric(layer.frame[layer.size]).max() / 6
    if not fitting > 0:
        return []
    step = 10 ** math.floor(math.log10(fitting))
    round_one = max(part * step for part in (1, 2, 5) if part * step <= fitting)
    return [round_one / 10, round_one]


def all_dashed(layer, shown):
    """Whether the legend shows the colours of a layer of lines dashed."""
    return layer.kind == "lines" and bool(shown["dashed"].all())


def _legend(axes, layer, shown):
    dashed = all_dashed(layer, shown)
    handles = [
        _handle(layer, category, colour, DASHES if dashed else "-")
        for category, colour in layer.palette.items()
        if (shown["category"] == category).any()
    ]
    if layer.dashed and shown["dashed"].any() and not dashed:
        handles.append(_dashed_handle(axes, layer))
    handles += [
        axes.scatter([], [], s=50, label=words, **style.mark(sign, style.INK))
        for sign, words in tables.SIGN_WORDS.items()
        if (shown["sign"] == sign).any()
    ]
    if layer.size:
        sizes = legend_sizes(layer)
        look = {"ls": "", "marker": "o", "mfc": "none", "mec": style.INK}
        for size, points in zip(sizes, radius(sizes, layer), strict=True):
            label = f"{size:g} {layer.size_unit}"
            handles.append(Line2D([], [], ms=2 * points, label=label, **look))
    missing = shown["category"].isna()
    if layer.size:
        missing |= shown["size"].isna()
    if missing.any():
        handles.append(
            Patch(fc="white", ec=MISSING, hatch=HATCH, label=f"{layer.name}: not known")
        )
    return handles


def _dashed_handle(axes, layer):
    if layer.kind == "points":
        return axes.scatter([], [], s=140, label=layer.dashed_means, **RING)
    return Line2D([], [], label=layer.dashed_means, color=style.INK, linestyle=DASHES)


def _handle(layer, category, colour, linestyle):
    if layer.kind == "areas":
        return Patch(fc=colour, ec=style.PALE, label=category)
    if layer.kind == "lines":
        look = {"color": colour, "linewidth": 2.4, "linestyle": linestyle}
        return Line2D([], [], label=category, **look)
    return Line2D([], [], ls="", marker="o", color=colour, ms=7, label=category)


def _text(value):
    """A value as tooltips and filters print it."""
    if pd.isna(value):
        return "not known"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Real):
        whole = float(value).is_integer()
        return (
            f"{value:.0f}"
            if whole and abs(value) < 10_000
            else f"{value:,.{0 if whole else 1}f}"
        )
    return str(value)
