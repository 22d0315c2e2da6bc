"""Events on a line of time: a static picture with labels, and one that controls move.

Filled signs are A, hollow ones B, diamonds are contested (``tables.signs``). Red are
events with China, violet those with Russia, dark those with both, grey all others.
"""

import functools
import textwrap

import numpy as np
from matplotlib.patheffects import withStroke
from matplotlib.textpath import TextPath
from matplotlib.ticker import MaxNLocator

from helpers import security, style, tables
from helpers.charts import pieces

WIDTH, LEFT, RIGHT = 9.8, 1.45, 1.95  # inches; labels reach into the right margin
LINE, ABOVE = 0.16, 0.14  # inches: a line of text, and a label above its lane
LABEL_CHARACTERS = 26
LIVE_SIZE = 9.8, 4.6
MARK = {"s": 46, "linewidth": 1.4, "zorder": 3, "clip_on": False}
WITH = {  # in whose colour an event is drawn
    "with China": style.PARTNER["CHN"],
    "with Russia": style.PARTNER["RUS"],
    "with both": style.INK,
    "with neither": style.FAINT,
}
NONE_LISTED = "no event of the list, which is incomplete"


def timeline(events, *, lane, label, title, subtitle, source):
    """Events in lanes, each with its sign of reliability and a label above it.

    Parameters
    ----------
    events : DataFrame
        From ``security.chronology``, with the columns named by ``lane`` and ``label``.
    lane, label : str
        Columns: the row in which an event stands, and a few words on it. Lanes stand
        in the order in which they first occur.
    title, subtitle, source : str
        The finding; what is drawn, unit, years; from ``tables.credit``.

    Returns
    -------
    style.Picture
        Its alternative text lists the events.

    Raises
    ------
    ValueError
        When there are no events.
    """
    if events.empty:
        raise ValueError("There are no events to draw: widen the choice of events.")
    span = events["start"].min() - 0.5, events["end"].max() + 0.5
    inch = (span[1] - span[0]) / (WIDTH - LEFT - RIGHT)
    labels = [
        textwrap.wrap(f"{row.date[:4]} {getattr(row, label)}", LABEL_CHARACTERS)
        for row in events.itertuples()
    ]
    placed = events.assign(lines=labels)
    lanes = {
        name: _stacked(rows, inch) for name, rows in placed.groupby(lane, sort=False)
    }
    heights = {name: max(rows["top"]) + 0.2 for name, rows in lanes.items()}
    total = sum(heights.values())
    chart = pieces.Chart(
        title=title,
        subtitle=subtitle,
        source=source,
        size=(WIDTH, total + 1.9),
        left=LEFT,
        right=RIGHT,
        top=0.95,
        bottom=0.95,
        grid="x",
    )
    chart.axes.set(xlim=span, ylim=(0, total), yticks=[])
    chart.axes.xaxis.set_major_locator(MaxNLocator(12, integer=True))
    floor = total
    for name, rows in lanes.items():
        floor -= heights[name]
        _lane(chart.axes, name, rows, floor + 0.1)
    pieces.sign_key(chart.figure, events["reliability"])
    said = "; ".join(
        f"{row.date} {getattr(row, lane)}, {getattr(row, label)} ({row.reliability})"
        for row in events.itertuples()
    )
    return chart.picture(said)


def timeline_by_year(events):
    """Build the events by kind on a line of time; controls move what is shown.

    Parameters
    ----------
    events : DataFrame
        The table ``events``, or a part of it.

    Returns
    -------
    style.Live
        Takes ``actors`` and ``kinds`` as ``security.chronology`` does, and ``year``,
        whose events the alternative text lists.
    """
    every = security.chronology(events)
    lanes = list(every["kind"].value_counts().index)
    first, last = int(every["start"].min()), int(every["start"].max())
    figure = style.figure(*LIVE_SIZE, dpi=style.LIVE_DPI)
    words = {"title": "", "subtitle": "", "source": tables.credit("events")}
    heading = style.words(figure, **words)[:2]
    axes = _lanes_of(lanes, figure, first, last)
    pieces.sign_key(figure, every["reliability"])
    pieces.colour_key(figure, WITH)
    marks = {
        sign: axes.scatter([], [], marker=style.MARKERS[sign[0]][0], **MARK)
        for sign in tables.SIGNS.values()
    }
    band = axes.axvspan(first, first + 1, color=style.GREY, alpha=0.25)

    @functools.lru_cache(1)  # the marks stand still while the year moves
    def placed(actors, kinds):
        shown = security.chronology(events, actors=actors, kinds=kinds)
        for sign, points in marks.items():
            _place(points, sign, shown, lanes)
        return shown

    def update(*, actors, kinds, year):
        shown = placed(actors, kinds)
        of_year = shown[shown["date"].str[:4] == str(year)]
        band.set_x(year)
        whose = " and ".join(pieces.name_of(code) for code in actors)
        kind = f" of the kind {' or '.join(kinds)}" if kinds else ""
        title = f"Events{kind}{' with ' * bool(whose)}{whose}: "
        title += f"{len(of_year)} of {len(shown)} are of {year}"
        subtitle = f"Rows of an incomplete list by kind and year, {first} to {last}"
        for text, said in zip(heading, (title, subtitle), strict=True):
            text.set_text(said)
        listed = "; ".join(
            f"{row.reliability} {row.date} {row.what_happened}"
            for row in of_year.itertuples()
        )
        return f"{title}. {subtitle}. {listed or NONE_LISTED}"

    layers = {("actors", "kinds"): [*marks.values()], ("year",): [band, *heading]}
    return style.Live(figure, layers, update)


def _lanes_of(lanes, figure, first, last):
    """Axes with a lane for each kind, the most frequent at the top."""
    axes = style.axes(figure, left=LEFT, right=0.3, top=0.95, bottom=1.0, grid="x")
    axes.set(ylim=(-0.6, len(lanes) - 0.4), yticks=range(len(lanes)))
    axes.set_yticklabels(lanes[::-1], size=style.TEXT_PT)
    axes.set(xlim=(first, last + 1), xticks=range(first + -first % 5, last + 1, 5))
    return axes


def _place(points, sign, shown, lanes):
    """Put the marks of one sign at their dates; neighbours stand a little apart."""
    heights = [
        len(lanes) - 1 - lanes.index(name) + 0.14 * (place % 3 - 1)
        for place, name in enumerate(shown["kind"])
    ]
    rows = [
        (row.start, height, style.mark(sign, _colour(row.actors)))
        for row, height in zip(shown.itertuples(), heights, strict=True)
        if row.reliability == sign
    ]
    points.set_offsets([(x, y) for x, y, _ in rows] or np.empty((0, 2)))
    points.set_facecolor([look["facecolor"] for *_, look in rows])
    points.set_edgecolor([look["edgecolor"] for *_, look in rows])


def _stacked(rows, inch):
    """Heights of the labels above their lane, so that none meets a label or a leader.

    A label that reaches over later events stands above theirs. ``inch`` is the length
    of an inch in years.
    """
    bottoms, tops = {}, {}
    ordered = rows.sort_values("start", kind="stable")
    starts = ordered["start"].to_dict()
    for place in reversed(ordered.index):
        lines = ordered.at[place, "lines"]
        reach = starts[place] + (0.1 + max(map(_inches, lines))) * inch
        later = [tops[one] for one in tops if starts[one] < reach]
        bottoms[place] = max(later, default=ABOVE - 0.06) + 0.06
        tops[place] = bottoms[place] + LINE * len(lines)
    return ordered.assign(bottom=bottoms, top=tops)


def _inches(text):
    """Width of a text; corners of its outlines are enough, and fast."""
    return TextPath((0, 0), text, size=style.SMALL_PT).vertices[:, 0].max() / 72


def _lane(axes, name, rows, floor):
    """One lane: its name, its line, and its events with labels."""
    axes.axhline(floor, color=style.PALE, linewidth=1, zorder=0.8)
    axes.text(
        -0.02,
        floor,
        "\n".join(textwrap.wrap(name, 16)),
        transform=axes.get_yaxis_transform(),
        ha="right",
        va="center",
        size=style.TEXT_PT,
        weight="bold",
        color=style.INK,
    )
    for row in rows.itertuples():
        foot = floor + row.bottom
        colour = _colour(row.actors)
        line = {"linewidth": 5, "alpha": 0.35, "solid_capstyle": "butt"}
        axes.plot([row.start, row.end], [floor, floor], color=colour, **line)
        leader = {"color": style.GREY, "linewidth": 0.7, "zorder": 0.9}
        axes.plot([row.start] * 2, [floor, foot], **leader)
        axes.scatter(row.start, floor, **MARK, **style.mark(row.reliability, colour))
        axes.annotate(
            "\n".join(row.lines),
            (row.start, foot),
            xytext=(2, 0),
            textcoords="offset points",
            va="bottom",
            size=style.SMALL_PT,
            color=style.INK,
            linespacing=1.15,
            annotation_clip=False,
            path_effects=[withStroke(linewidth=2.5, foreground="white")],
        )


def _colour(actors):
    """The colour of China or Russia, a dark one where both take part, else grey."""
    partners = set(style.PARTNER) & set(actors.split(";"))
    if len(partners) > 1:
        return style.INK
    return style.PARTNER[partners.pop()] if partners else style.GREY
