"""What charts share: the frame with its words, labels that stay apart, years."""

import itertools

import pandas as pd

from helpers import style, tables

SIZE = (8.2, 4.6)  # inches
PANELS_SIZE = (9.8, 3.6)


class Chart:
    """A static figure under construction: its words first, then what is drawn.

    Parameters
    ----------
    title : str
        The finding, built from the measure.
    subtitle : str
        What is drawn, unit and years.
    source : str
        From ``tables.credit``.
    size : tuple of float
        Width and height in inches.
    **margins
        As for ``style.axes``.
    """

    def __init__(self, *, title, subtitle, source, size=SIZE, **margins):
        self.figure = style.figure(*size)
        style.words(self.figure, title=title, subtitle=subtitle, source=source)
        self.axes = style.axes(self.figure, **margins)
        self._said = f"{title}. {subtitle}."

    def picture(self, numbers):
        """The picture, whose alternative text ends with the key numbers."""
        return style.Picture(self.figure, f"{self._said} {numbers}.")


def state_panels(figure, codes, *, top=1.25, bottom=0.65):
    """One pair of axes a state, side by side, titled with its name.

    ``top`` and ``bottom`` are the row's margins in inches.

    Returns
    -------
    list of Axes
        The first one carries the values of the shared vertical axis.
    """
    width = figure.get_figwidth()
    panel = (width - 0.9) / len(codes)
    panels = []
    for place, code in enumerate(codes):
        axes = style.axes(
            figure,
            left=0.6 + place * panel,
            right=width - 0.6 - (place + 1) * panel + 0.15,
            top=top,
            bottom=bottom,
        )
        axes.set_title(name_of(code), size=style.TEXT_PT, color=style.INK, loc="left")
        axes.tick_params(labelleft=not place)
        panels.append(axes)
    return panels


def end_labels(axes, year, ends):
    """Label lines at their ends; ``ends`` are values, texts and colours."""
    labels = []
    for value, text, colour in ends:
        end = label(axes)
        end.set(text=text, color=style.text_colour(colour))
        end.xy = (year, value)
        labels.append(end)
    lines = max(text.count("\n") + 1 for _, text, _ in ends)
    spread(labels, axes, lines_each=lines)


def with_gaps(years, values):
    """All years from the first to the last, and the values, missing where unknown.

    A line drawn through them breaks at each gap. Without a year both are empty.
    """
    if not len(years):
        return [], []
    series = pd.Series(list(values), index=list(years), dtype=float).sort_index()
    every = range(int(series.index[0]), int(series.index[-1]) + 1)
    return list(every), series.reindex(every).tolist()


def gaps_as_gaps(axes, table, *, by, value, colours, words_on_top=False):
    """Lines over years that break where years are missing; each value is a dot.

    Where no line has a value, a hatched band says that there are no data; the band of
    a single year is too narrow for the words.

    Parameters
    ----------
    axes : Axes
    table : DataFrame
        Columns ``year``, ``by`` and ``value``; one row a group and year.
    by, value : str
        Column of the groups, one line each, and of the values.
    colours : dict of str to str
        The groups that are drawn, and their colours.
    words_on_top : bool
        Write "no data" at the top of the band, where lines run low.

    Returns
    -------
    dict of str to Line2D
    """
    drawn = table[table[by].isin(list(colours))].dropna(subset=[value])
    lines = {}
    for group, colour in colours.items():
        rows = drawn[drawn[by] == group]
        years, values = with_gaps(rows["year"], rows[value])
        look = {"color": colour, "linewidth": 1.8, "marker": "o", "markersize": 3.2}
        (lines[group],) = axes.plot(years, values, **look)
    known = sorted(set(drawn["year"]))
    for before, after in itertools.pairwise(known):
        if after - before > 1:
            look = {"words": after - before > 2, "on_top": words_on_top}
            no_data_band(axes, before + 0.5, after - 0.5, **look)
    return lines


def no_data_band(axes, left, right, *, words=True, on_top=False):
    """A hatched band from one moment to another, which says that data are missing."""
    axes.axvspan(
        left, right, facecolor="white", edgecolor=style.PALE, hatch="////", zorder=0.5
    )
    if not words:
        return
    axes.text(
        (left + right) / 2,
        0.98 if on_top else 0.02,
        "no data",
        transform=axes.get_xaxis_transform(),
        ha="center",
        va="top" if on_top else "bottom",
        rotation=90,
        size=style.SMALL_PT,
        color=style.FAINT,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1},
    )


def colour_key(figure, colours, *, below=False):
    """Names in their colours: in a row below the subtitle, or at its right edge.

    ``colours`` are by name, or by the code of a country.
    """
    place = 1 - (0.95 if below else 0.62) / figure.get_figheight()
    look = {"size": style.TEXT_PT, "weight": "bold", "va": "center"}
    texts = [
        figure.text(
            0, place, tables.country_names().get(key, key), color=colour, **look
        )
        for key, colour in colours.items()
    ]
    widths = [text.get_window_extent().width / figure.bbox.width for text in texts]
    gap, margin = 0.02, 0.3 / figure.get_figwidth()
    row = sum(widths) + gap * (len(widths) - 1)
    start = 2 * margin if below else 1 - margin - row
    for text, width in zip(texts, widths, strict=True):
        text.set_x(start)
        start += width + gap


def sign_key(figure, signs, *, left=0.25, bottom=0.42):
    """What the signs of reliability mean, in one row; positions in inches."""
    x, y = left / figure.get_figwidth(), bottom / figure.get_figheight()
    for sign, words in tables.SIGN_WORDS.items():
        if sign not in set(signs):
            continue
        text = figure.text(
            x,
            y,
            f"{sign[0]} {words}",
            size=style.SMALL_PT,
            color=style.INK,
            va="center",
        )
        box = text.get_window_extent()
        x = (box.x1 + 0.25 * figure.dpi) / figure.bbox.width


def middle(axes):
    """A text in the middle of the axes, still empty."""
    return axes.text(
        0.5,
        0.5,
        "",
        transform=axes.transAxes,
        ha="center",
        va="center",
        size=12,
        color=style.SUBTITLE,
    )


def label(axes):
    """An empty label, to stand at the right of a point of the axes."""
    return axes.annotate(
        "",
        (0, 0),
        xytext=(8, 0),
        textcoords="offset points",
        va="center",
        size=style.TEXT_PT,
        annotation_clip=False,
    )


def spread(labels, axes, lines_each=1):
    """Move labels apart, so that none covers another; distances in points."""
    shown = [label for label in labels if label.get_text()]
    shown.sort(key=lambda label: label.xy[1])
    low, high = axes.get_ylim()
    height = axes.get_position().height * axes.figure.get_figheight() * 72
    room = 1.3 * style.TEXT_PT * lines_each
    natural = [(label.xy[1] - low) / (high - low) * height for label in shown]
    places, floor = [], -room
    for place in natural:
        floor = max(place, floor + room)
        places.append(floor)
    ceiling = height + room
    for index in reversed(range(len(places))):
        ceiling = places[index] = min(places[index], ceiling - room)
    for label, start, place in zip(shown, natural, places, strict=True):
        label.set_position((8, place - start))


def whole_years(axes, years):
    """Ticks at whole years, at most seven."""
    first, last = int(min(years)), int(max(years))
    step = max(1, (last - first) // 6)
    axes.set_xticks(range(first, last + 1, step))
    axes.set_xlim(first - 0.04 * (last - first), last)


def partner_key(axes):
    """The names of China and Russia in their colours, at the top left."""
    for place, code in enumerate(("CHN", "RUS")):
        axes.text(
            0.06,
            0.94 - 0.12 * place,
            name_of(code),
            transform=axes.transAxes,
            va="top",
            size=style.TEXT_PT,
            weight="bold",
            color=style.PARTNER[code],
        )


def name_of(code):
    """A country's name as charts print it."""
    return tables.country_names()[code]
