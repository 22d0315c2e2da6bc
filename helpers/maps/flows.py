"""Flows between the five states, Moscow and Beijing: a live map."""

import numpy as np
from matplotlib.collections import LineCollection, PolyCollection

from helpers import style, tables
from helpers.maps import ground

FRAME = (ground.FRAME[0], -0.95e6, *ground.FRAME[2:])  # without the far south
# Both capitals lie outside the frame: flows end at its edge, below their names, side
# by side in the order of the states. In metres.
ANCHORS = {
    "RUS": ("Moscow", (-1.66e6, 1.66e6), (-1.66e6, 1.45e6), (55e3, 15e3)),
    "CHN": ("Beijing", (2.00e6, 0.60e6), (2.06e6, 0.22e6), (0, 60e3)),
}
ORDER = {
    "RUS": ("TKM", "UZB", "TJK", "KGZ", "KAZ"),
    "CHN": ("TKM", "TJK", "KGZ", "UZB", "KAZ"),
}
# Longitude and latitude: where a state's flows begin, left and right of its name.
STARTS = {
    ("RUS", "KAZ"): (62.3, 48.9),
    ("RUS", "KGZ"): (72.9, 42.1),
    ("RUS", "TJK"): (69.3, 39.5),
    ("RUS", "TKM"): (56.6, 40.9),
    ("RUS", "UZB"): (60.2, 43.3),
    ("CHN", "KAZ"): (70.9, 48.3),
    ("CHN", "KGZ"): (78.0, 41.9),
    ("CHN", "TJK"): (74.4, 38.3),
    ("CHN", "TKM"): (61.6, 37.9),
    ("CHN", "UZB"): (66.3, 41.4),
}
FIGURES = {  # where a state's figures stand
    "KAZ": (67.4, 47.45),
    "KGZ": (76.6, 40.75),
    "TJK": (72.2, 37.6),
    "TKM": (58.3, 38.75),
    "UZB": (64.6, 40.9),
}
BENDS = {  # how far a flow leaves the straight line, as a part of its length
    ("RUS", "KGZ"): 0.13,
    ("RUS", "TJK"): 0.06,
    ("RUS", "TKM"): -0.10,
    ("CHN", "KAZ"): 0.10,
    ("CHN", "TJK"): -0.10,
    ("CHN", "TKM"): -0.33,
    ("CHN", "UZB"): 0.10,
}
WIDEST, NARROWEST, CASING, CORE = 14, 0.8, 1.6, 1.6  # of lines, in points
HOLLOW = 2.4  # narrowest line that can be hollow; where one is, no line is narrower
LINE = 0.1e6  # from one figure to the next below it, in metres
HEAD, HEAD_BY_WIDTH = 35e3, 4.5e3  # size of arrowheads, in metres
KEY = (
    "Widths follow the figures of one indicator;\n"
    "small ones share the least width.\n"
    "Figures: the latest up to the chosen year;\n"
    "in brackets their own year, if earlier.\n"
    "Hollow line and ○: from one report."
)
PAPER = {"facecolor": "white", "alpha": 0.75, "edgecolor": "none", "pad": 0.6}


def flow_map(flows):
    """The five states' flows to or from Russia and China, by indicator and year.

    Parameters
    ----------
    flows : DataFrame
        From ``diplomacy.flows``: one row an ``indicator``, state ``iso3``, ``partner``
        (``CHN``, ``RUS``) and ``year``, with ``value``, ``unit``, ``reliability``,
        ``contested_by``, ``towards`` (``partner``, ``state`` or ``both``) and
        ``table``, the name of the table that it comes from.

    Returns
    -------
    style.Live
        Takes ``indicator`` and ``year``, and shows each flow's latest figure up to
        that year. Widths are proportional to the figures of one indicator; a line is
        hollow where the figure's sign is.
    """
    flows = flows.assign(sign=tables.signs(flows)).sort_values("year")
    figure, axes = ground.base(
        title="", subtitle="", source="", neutral=True, frame=FRAME, cities=False
    )
    figure.set_dpi(style.LIVE_DPI)
    title, subtitle, source = style.words(figure, title="", subtitle="", source="")
    _key(axes)
    lines = _Lines(axes)
    for partner, (name, place, *_) in ANCHORS.items():
        look = {"size": 10.5, "weight": "bold", "color": style.PARTNER[partner]}
        ground.halo_text(axes, *place, name, **look)
    figures = {key: _figure(axes, *key) for key in STARTS}
    largest = flows.groupby("indicator")["value"].max()

    def update(indicator, year):
        rows = flows[flows["indicator"] == indicator]
        known = rows[rows["year"] <= year]
        latest = {(row.partner, row.iso3): row for row in known.itertuples()}
        lines.draw(latest, largest[indicator], rows["towards"].iloc[0])
        for key, text in figures.items():
            text.set_text(_said(latest.get(key), year))
        title.set_text(f"{indicator}, {year}: {_ahead(latest)}")
        subtitle.set_text(rows["unit"].iloc[0])
        source.set_text(tables.credit(*dict.fromkeys(rows["table"])))
        return f"{title.get_text()}. {subtitle.get_text()}. {_listed(latest, year)}"

    moved = [*lines.artists, *figures.values(), title]
    layers = {("indicator",): [subtitle, source], ("year",): moved}
    return style.Live(figure, layers, update)


class _Lines:
    """The curves; ``draw`` gives each its width, and a head where it goes."""

    def __init__(self, axes):
        self._curves = {key: _curve(*key) for key in STARTS}
        self._colours = [style.PARTNER[partner] for partner, _ in STARTS]
        self._casing, self._body, self._core = (
            self._collection(axes, colours)
            for colours in ("white", self._colours, "white")
        )
        self._heads = PolyCollection([], edgecolors="white")
        axes.add_collection(self._heads, autolim=False)
        self.artists = [self._casing, self._body, self._core, self._heads]

    def draw(self, latest, largest, towards):
        hollow = [
            key in latest and not style.MARKERS[latest[key].sign[0]][1]
            for key in self._curves
        ]
        widths = [
            _width(latest.get(key), largest, HOLLOW if any(hollow) else NARROWEST)
            for key in self._curves
        ]
        self._casing.set_linewidths([width + CASING * (width > 0) for width in widths])
        self._body.set_linewidths(widths)
        self._core.set_linewidths(
            [
                (width - CORE) * (is_hollow and width > 0)
                for width, is_hollow in zip(widths, hollow, strict=True)
            ]
        )
        drawn = [
            (_head(curve, width, towards), colour)
            for curve, width, colour in zip(
                self._curves.values(), widths, self._colours, strict=True
            )
            if width and towards != "both"
        ]
        self._heads.set_verts([head for head, _ in drawn])
        self._heads.set_facecolors([colour for _, colour in drawn])

    def _collection(self, axes, colours):
        curves = list(self._curves.values())
        collection = LineCollection(curves, colors=colours, capstyle="butt")
        return axes.add_collection(collection, autolim=False)


def _curve(partner, state):
    """Points of the curve from a state to where it leaves the frame."""
    start = np.concatenate(ground.project(*zip(STARTS[partner, state], strict=True)))
    _, _, first, step = ANCHORS[partner]
    end = np.array(first) + ORDER[partner].index(state) * np.array(step)
    across = np.array([start[1] - end[1], end[0] - start[0]])
    middle = (start + end) / 2 + BENDS.get((partner, state), 0) * across
    part = np.linspace(0, 1, 40)[:, None]
    return (1 - part) ** 2 * start + 2 * part * (1 - part) * middle + part**2 * end


def _width(row, largest, narrowest):
    return max(narrowest, WIDEST * row.value / largest) if row and row.value else 0


def _head(curve, width, towards):
    """A triangle at the end of a curve, towards the partner or the state."""
    tip, before = (curve[-1], curve[-4]) if towards == "partner" else curve[[0, 3]]
    along = (tip - before) / np.linalg.norm(tip - before)
    size = HEAD + HEAD_BY_WIDTH * width
    across = size * np.array([-along[1], along[0]])
    return [tip + size * along, tip + across, tip - across]


def _key(axes):
    axes.text(
        0.985,
        0.03,
        KEY,
        transform=axes.transAxes,
        ha="right",
        va="bottom",
        multialignment="left",
        size=style.SMALL_PT,
        color=style.INK,
        linespacing=1.4,
        bbox={"facecolor": "white", "edgecolor": style.PALE, "pad": 6},
        zorder=8,
    )


def _figure(axes, partner, state):
    x, y = np.concatenate(ground.project(*zip(FIGURES[state], strict=True)))
    below = LINE * list(ANCHORS).index(partner)
    look = {"size": 9.5, "weight": "bold", "ha": "center", "va": "center"}
    look |= {"color": style.PARTNER[partner], "bbox": PAPER}
    return axes.text(x, y - below, "", **look)


def _said(row, year):
    if row is None:
        return "no figure"
    digits = 0 if row.value >= 10 or row.value == int(row.value) else 1
    said = f"{row.sign[0]} {row.value:,.{digits}f}"
    return said + f" ({row.year})" * (row.year < year)


def _ahead(latest):
    states = {state for _, state in STARTS}
    both = [name for name in states if {("RUS", name), ("CHN", name)} <= set(latest)]
    if not both:
        return "no state has both figures"
    ahead = [
        name for name in both if latest["RUS", name].value > latest["CHN", name].value
    ]
    return f"Russia ahead in {len(ahead)} of {len(both)} states"


def _listed(latest, year):
    """All figures in words, state by state."""
    names = tables.country_names()
    return " ".join(
        f"{names[state]}: "
        + ", ".join(
            f"{names[partner]} {_said(latest.get((partner, state)), year)}"
            for partner in ANCHORS
        )
        + "."
        for state in FIGURES
    )
