"""What the atlas draws, as plain data: paths in whole units, texts, colours."""

import functools
import math
from collections import Counter

import numpy as np
import shapely

from helpers import style, tables
from helpers.maps import ground, layers

WIDE = 8000  # units across the frame, about 525 metres each
WEST, SOUTH, EAST, NORTH = ground.FRAME
UNIT = (EAST - WEST) / WIDE
HIGH = round((NORTH - SOUTH) / UNIT)
PIXELS = WIDE / 1000  # units a pixel on a page of 1000 pixels
LAYERS = "Layers"  # the control for whole layers
MARGIN = 1.15  # around a state that is zoomed to


@functools.cache
def base():
    """The region without a theme: drawn below it, above it, and its names."""
    countries, provinces = ground.layer("countries"), ground.layer("provinces")
    five = countries["adm0_a3"].isin(tables.the_five())
    land = style.NEUTRAL
    fills = countries["adm0_a3"].map(land.countries).fillna(land.other)
    disputed = _paths(ground.layer("disputed_lines"))
    return {
        "width": WIDE,
        "height": HIGH,
        "under": {
            "land": [
                {"d": path(shape), "fill": fill}
                for shape, fill in zip(countries.geometry, fills, strict=True)
            ],
            "xinjiang": [
                {"d": path(shape), "fill": land.xinjiang}
                for shape in provinces.loc[provinces["name"] == "Xinjiang", "geometry"]
            ],
            "grid": _paths(ground.graticule()),
            "rivers": _paths(ground.layer("rivers")),
            "lakes": _paths(ground.layer("lakes")),
        },
        "over": {
            "borders": _paths(countries[~five]),
            "five": _paths(countries[five]),
            "undisputed": disputed,  # a white line below the dashes
            "disputed": disputed,
        },
        "places": list(_cities()),
        "names": list(_names()),
    }


def places():
    """What readers can zoom to: a name, and a box of the frame's proportions."""
    whole = {"name": "the whole region", "box": [0, 0, WIDE, HIGH]}
    countries = ground.layer("countries").set_index("adm0_a3").geometry
    names = tables.country_names()
    return [whole] + [
        {"name": names[code], "box": _box(countries[code].bounds)}
        for code in tables.the_five()
    ]


def theme(layer, features, groups):
    """A layer as the atlas draws it, large circles first.

    Parameters
    ----------
    layer : maps.Layer
    features : GeoDataFrame
        From ``maps.prepared``.
    groups : list of dict
        From :func:`filters`.
    """
    radii = layers.radius(features["size"], layer)
    places = {
        (group["label"], option["value"]): f"{number}:{place}"
        for number, group in enumerate(groups)
        for place, option in enumerate(group["options"])
    }
    whole = [places[LAYERS, layer.name]] if (LAYERS, layer.name) in places else []
    drawn = [
        _feature(row, radius if _known(row, layer) else None, layer)
        | {
            "choices": whole
            + [places[pair] for pair in zip(layer.filters, row.choices, strict=True)]
        }
        for row, radius in zip(features.itertuples(), radii, strict=True)
    ]
    if layer.size:
        drawn.sort(key=lambda feature: -(feature["r"] or 0))
    return {
        "name": layer.name,
        "kind": layer.kind,
        "colours": layer.palette,
        "smallest": layers.SMALLEST,
        "features": drawn,
    }


def filters(prepared):
    """The controls by which readers filter, with the number of features an option.

    The first one is for whole layers, when there are several. Options stand in the
    order of the palette; those without a colour, largest first.

    Parameters
    ----------
    prepared : list of tuple
        Layers and their features. Layers share a control of the same label.
    """
    counts, palettes = {}, {}
    if len(prepared) > 1:
        sizes = {layer.name: len(features) for layer, features in prepared}
        counts[LAYERS], palettes[LAYERS] = Counter(sizes), sizes
    for layer, features in prepared:
        for place, (label, column) in enumerate(layer.filters.items()):
            chosen = (choices[place] for choices in features["choices"])
            counts.setdefault(label, Counter()).update(chosen)
            if column == layer.colour:
                palettes.setdefault(label, {}).update(layer.palette)
    return [
        {
            "label": label,
            "options": [
                {"value": value, "count": found[value]}
                for value in dict.fromkeys([*palettes.get(label, ()), *_largest(found)])
                if found[value]
            ],
        }
        for label, found in counts.items()
    ]


def _largest(counts):
    return sorted(counts, key=lambda value: (-counts[value], value))


def legend(layer, features):
    """Entries of the legend: categories that occur, sizes, and what is not known."""
    all_dashed = layers.all_dashed(layer, features)
    look = {"kind": layer.kind} | ({"dashed": True} if all_dashed else {})
    entries = [
        look | {"label": category, "colour": colour}
        for category, colour in layer.palette.items()
        if (features["category"] == category).any()
    ]
    if layer.dashed and features["dashed"].any() and not all_dashed:
        kind = "rings" if layer.kind == "points" else "lines"
        entry = {"kind": kind, "colour": style.INK, "dashed": True}
        entries.append(entry | {"label": layer.dashed_means})
    entries += [
        {"kind": "signs", "sign": sign[0], "label": words, "colour": style.INK}
        for sign, words in tables.SIGN_WORDS.items()
        if (features["sign"] == sign).any()
    ]
    if layer.size:
        sizes = layers.legend_sizes(layer)
        for size, radius in zip(sizes, layers.radius(sizes, layer), strict=True):
            label = f"{size:g} {layer.size_unit}"
            entries.append({"kind": "sizes", "label": label, "r": round(radius, 1)})
    unknown = features["category"].isna()
    if layer.size:
        unknown |= features["size"].isna()
    if unknown.any():
        entry = {"kind": layer.kind, "hatched": True, "colour": layers.MISSING}
        entries.append(entry | {"label": f"{layer.name}: not known"})
    return entries


def path(shape):
    """A geometry of the projection as an SVG path of whole units.

    >>> path(shapely.LineString([(WEST, NORTH), (WEST + 2 * UNIT, NORTH - UNIT)]))
    'M0 0l2 1'
    """
    return "".join(
        _run(units(shapely.get_coordinates(part)), closed)
        for part, closed in _parts(shape)
    )


def units(points):
    """Metres of the projection as whole units, from the frame's upper left corner."""
    x, y = np.asarray(points, dtype=float).T
    return np.column_stack([(x - WEST) / UNIT, (NORTH - y) / UNIT]).round().astype(int)


def _corner(x, y):
    return units([(x, y)])[0].tolist()


def _parts(shape):
    """Rings and lines of a geometry, and whether they are closed."""
    for part in getattr(shape, "geoms", [shape]):
        if part.geom_type == "Polygon":
            yield part.exterior, True
            yield from ((ring, True) for ring in part.interiors)
        else:
            yield part, False


def _run(points, closed):
    steps = np.diff(points, axis=0)
    steps = steps[(steps != 0).any(axis=1)]
    if not len(steps):
        return ""
    moves = " ".join(f"{x} {y}" for x, y in steps[: -1 if closed else None])
    return f"M{points[0][0]} {points[0][1]}l{moves}{'z' if closed else ''}"


def _paths(frame):
    return [{"d": d} for d in map(path, frame.geometry) if d]


def _feature(row, radius, layer):
    shape = row.geometry
    if layer.kind == "points":
        drawn = dict(zip("xy", _corner(shape.x, shape.y), strict=True))
    else:
        if layer.kind == "areas":
            shape = shape.difference(_water())  # lakes show below the areas
        drawn = {"d": path(shape)}
    west, south, east, north = shape.bounds
    drawn["box"] = [*_corner(west, north), *_corner(east, south)]
    return drawn | {
        "label": row.label,
        "category": row.category if isinstance(row.category, str) else None,
        "r": radius if radius is None else round(radius, 1),
        "first": _year(row.first),
        "last": _year(row.last),
        "dashed": bool(row.dashed),
        "sign": row.sign[:1],
        "details": row.details,
    }


@functools.cache
def _water():
    return ground.layer("lakes").union_all()


def _known(row, layer):
    return isinstance(row.category, str) and not (layer.size and math.isnan(row.size))


def _year(year):
    """A year for the browser: missing is null, always is a very early or late one."""
    if math.isnan(year):
        return None
    return int(max(-9999, min(year, 9999)))


def _box(bounds):
    """A box around bounds, in units, with the frame's proportions."""
    west, south, east, north = bounds
    (left, top), (right, bottom) = units([(west, north), (east, south)])
    scale = MARGIN * max((right - left) / WIDE, (bottom - top) / HIGH)
    wide, high = scale * WIDE, scale * HIGH
    middle, centre = (left + right) / 2, (top + bottom) / 2
    return [
        round(middle - wide / 2),
        round(centre - high / 2),
        round(wide),
        round(high),
    ]


def _cities():
    for place in ground.layer("places").itertuples():
        if place.name in ground.CITY_LABELS:
            right, up = ground.CITY_LABELS[place.name]
            x, y = _corner(place.geometry.x, place.geometry.y)
            yield {
                "name": place.name,
                "x": x,
                "y": y,
                "capital": bool(place.adm0cap == 1),
                "right": right,
                "up": up,
            }


def _names():
    kinds = {"state": ground.STATES, "neighbour": ground.NEIGHBOURS}
    labels = [(kind, *label) for kind, group in kinds.items() for label in group]
    labels += [("water", *label, 0) for label in ground.WATERS]
    for kind, longitude, latitude, text, turn in labels:
        x, y = _corner(*np.ravel(ground.project([longitude], [latitude])))
        yield {"kind": kind, "x": x, "y": y, "text": text, "turn": turn}
