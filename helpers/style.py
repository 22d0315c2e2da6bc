"""Colours, type and the Picture that every figure of the course becomes."""

import base64
import dataclasses
import io
import itertools
import operator

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

INK, SUBTITLE, FAINT = "#2b2f36", "#5b6068", "#6d727a"
WATER, WATER_LINE = "#dde9f0", "#9dbccd"
GREY, PALE, GRID = "#8d9299", "#c9ccd1", "#e6e7ea"
PARTNER = {"CHN": "#b2281f", "RUS": "#5a55a3"}  # one colour each in the whole course
CLAIM = "#00626b"  # the bulletin's figure
BORDER, BORDER_OF_FIVE, DISPUTED = "#8b8f96", "#59624f", "#6f737b"
STATE_NAME, NEIGHBOUR_NAME, WATER_NAME = "#454c3b", "#686c75", "#4f7288"
XINJIANG_LINE = "#c0937a"
MARKERS = {"●": ("o", True), "○": ("o", False), "◆": ("D", True), "◇": ("D", False)}
TITLE_PT, TEXT_PT, SMALL_PT = 15.5, 10, 9
DPI, LIVE_DPI = 144, 110  # a live picture is drawn at each move
PALETTE = 256, Image.Quantize.MEDIANCUT  # keeps large areas' colours exactly
LIVE_PALETTE = 128, Image.Quantize.FASTOCTREE
KEPT = 12  # layers of a live figure, 2 MB each


@dataclasses.dataclass(frozen=True)
class Land:
    """Fill colours of land: countries by ISO code, and what differs from them."""

    countries: dict
    other: str
    xinjiang: str
    badakhshan: str


LAND_COLOURS = Land(
    countries={
        "KAZ": "#d3dfb9",
        "KGZ": "#c3d7b6",
        "TJK": "#e0d3a3",
        "TKM": "#d9dcb8",
        "UZB": "#e8ddab",
        "CHN": "#f3e2d7",
        "RUS": "#e9e9f1",
        "AFG": "#f2ecd8",
    },
    other="#f4f3ef",
    xinjiang="#ecc9b4",
    badakhshan="#cdbb84",
)
_PALE = "#fbf9f2"
NEUTRAL = Land(
    countries={
        **dict.fromkeys(["KAZ", "KGZ", "TJK", "TKM", "UZB"], _PALE),
        "CHN": "#f1e7e0",
        "RUS": "#ebebef",
    },
    other="#f4f3ef",
    xinjiang="#ead7cb",
    badakhshan=_PALE,
)


class Picture:
    """A finished figure with its alternative text.

    Parameters
    ----------
    figure : matplotlib Figure
        Drawn once, here; later changes to it are not seen.
    alt : str
        The finding, the unit, the year and the key numbers, for readers who do not
        see the figure. It is the ``text/plain`` of the notebook's output.
    """

    def __init__(self, figure, alt):
        self.alt = alt
        self.width = page_width(figure)
        self.png = png(figure)

    def _repr_mimebundle_(self, include=None, exclude=None):
        data = {"image/png": encoded(self.png), "text/plain": self.alt}
        return data, {"image/png": {"width": self.width}}


class Live:
    """A figure built once, of which each move draws only what it changes.

    Parameters
    ----------
    figure : matplotlib Figure
    layers : dict of tuple of str to list of Artist
        From the names of controls to the artists that they change, bottom layer
        first. A layer is drawn again when one of its controls, or of those below
        it, has a new value; all else of the figure is drawn once and kept.
    update : callable
        Takes the controls' values by name, sets all artists, and returns the
        alternative text; nothing is drawn yet.
    """

    def __init__(self, figure, layers, update):
        self.figure = figure
        self._layers = layers
        self.update = update
        self._drawn = {}

    def frame(self, **choices):
        """The picture for these choices: PNG bytes and the alternative text."""
        alt = self.update(**choices)
        canvas = self.figure.canvas
        if () not in self._drawn:
            for artist in itertools.chain.from_iterable(self._layers.values()):
                artist.set_animated(True)
            canvas.draw()
            self._drawn[()] = canvas.copy_from_bbox(self.figure.bbox)
        *lower, _ = itertools.accumulate(self._layers, operator.add)
        keys = [tuple((name, choices[name]) for name in names) for names in lower]
        start = max(
            (n for n, key in enumerate(keys, 1) if key in self._drawn), default=0
        )
        canvas.restore_region(self._drawn[keys[start - 1] if start else ()])
        for place, artists in enumerate(list(self._layers.values())[start:], start):
            for artist in artists:
                self.figure.draw_artist(artist)
            if place < len(keys):
                self._keep(keys[place], canvas.copy_from_bbox(self.figure.bbox))
        return _compressed(canvas, live=True), alt

    def _keep(self, key, background):
        """Remember a layer's picture; forget the oldest when there are many."""
        if len(self._drawn) > KEPT:
            del self._drawn[next(key for key in self._drawn if key)]
        self._drawn[key] = background


def figure(width, height, dpi=DPI):
    """An empty figure on Agg that no notebook backend can close; size in inches."""
    empty = Figure(figsize=(width, height), dpi=dpi, facecolor="white")
    FigureCanvasAgg(empty)
    return empty


def words(figure, *, title, subtitle, source):
    """Write title (the finding), subtitle (what, unit, year) and source line.

    Returns
    -------
    tuple of Text
        Title, subtitle and source, so that a live figure can change them.
    """
    inch = 1 / figure.get_figheight()
    left = 0.25 / figure.get_figwidth()
    return (
        figure.text(
            left,
            1 - 0.30 * inch,
            title,
            size=TITLE_PT,
            weight="bold",
            color=INK,
            va="center",
        ),
        figure.text(
            left, 1 - 0.62 * inch, subtitle, size=TEXT_PT, color=SUBTITLE, va="center"
        ),
        figure.text(left, 0.16 * inch, source, size=SMALL_PT, color=FAINT, va="center"),
    )


def axes(figure, *, left=0.7, right=0.3, top=0.95, bottom=0.75, grid="y"):
    """Quiet axes with margins in inches: grid behind, no frame, small grey ticks.

    ``grid`` names the axis whose values have grid lines, ``"x"`` or ``"y"``.
    """
    width, height = figure.get_figwidth(), figure.get_figheight()
    box = (
        left / width,
        bottom / height,
        1 - (left + right) / width,
        1 - (top + bottom) / height,
    )
    plain = figure.add_axes(box)
    plain.spines[:].set_visible(False)
    plain.spines["bottom"].set(visible=True, color=PALE)
    plain.grid(axis=grid, color=GRID, linewidth=0.8)
    plain.set_axisbelow(True)
    plain.tick_params(length=0, labelsize=SMALL_PT, labelcolor=SUBTITLE)
    return plain


def text_colour(colour):
    """The colour of words about a mark: grey ones are darker, or they are too pale."""
    return SUBTITLE if colour == GREY else colour


def mark(sign, colour):
    """How a chart or map draws one of ``tables.SIGNS``: keywords of ``scatter``."""
    marker, is_filled = MARKERS[sign[0]]
    face = colour if is_filled else "white"
    return {"marker": marker, "facecolor": face, "edgecolor": colour}


def page_width(figure):
    """Width of a figure on a page, in CSS pixels (96 an inch)."""
    return round(figure.get_figwidth() * 96)


def png(figure):
    """PNG bytes of a figure."""
    figure.canvas.draw()
    return _compressed(figure.canvas, live=False)


def encoded(content):
    """Bytes as the base64 text that a notebook stores."""
    return base64.b64encode(content).decode("ascii")


def _compressed(canvas, *, live):
    """PNG bytes with a palette: a third of the size, and half of the time when live."""
    size = canvas.get_width_height()
    image = Image.frombuffer("RGBA", size, canvas.buffer_rgba(), "raw", "RGBA", 0, 1)
    colours, method = LIVE_PALETTE if live else PALETTE
    image = image.convert("RGB").quantize(colours, method, dither=Image.Dither.NONE)
    stream = io.BytesIO()
    image.save(stream, format="png", compress_level=1 if live else 7)
    return stream.getvalue()
