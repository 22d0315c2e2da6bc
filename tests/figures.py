"""What can be wrong with a figure: shared by the tests of charts, maps and widgets."""

from itertools import combinations

SMALLEST_PT = 9
UNITS = ("USD", "EUR", "percent", "cubic metres", "tonnes", "barrels", "number of")
UNITS += ("year", "km2")


def texts(figure):
    """All visible texts of a figure, tick labels too."""
    from matplotlib.text import Text

    figure.draw_without_rendering()  # places labels, without painting them
    hidden = _ticks_out_of_view(figure)
    return [
        text
        for text in figure.findobj(Text)
        if text.get_visible() and text.get_text().strip() and id(text) not in hidden
    ]


def problems(figure):
    """Sentences on texts that are too small, cut off, or cover each other."""
    found = []
    shown = texts(figure)
    boxes = {id(text): text.get_window_extent() for text in shown}
    width, height = figure.canvas.get_width_height()
    for text in shown:
        box = boxes[id(text)]
        if text.get_fontsize() < SMALLEST_PT:
            found.append(f"{text.get_text()!r} is smaller than {SMALLEST_PT} pt")
        if box.x0 < -1 or box.y0 < -1 or box.x1 > width + 1 or box.y1 > height + 1:
            found.append(f"{text.get_text()!r} is cut off")
    for one, other in combinations(shown, 2):
        if one.get_rotation() or other.get_rotation():
            continue  # the box of a turned label is larger than its letters
        if _overlap(boxes[id(one)], boxes[id(other)]):
            found.append(f"{one.get_text()!r} covers {other.get_text()!r}")
    return found


def unreadable(picture, figure):
    """What keeps a picture from being read alone: words, alt text, and problems."""
    title, subtitle, source = (text.get_text() for text in figure.texts[:3])
    found = problems(figure)
    if not any(unit in subtitle for unit in UNITS):
        found.append(f"no unit in the subtitle {subtitle!r}")
    if not source.startswith("Data: "):
        found.append(f"no source, but {source!r}")
    if not title or not picture.alt.startswith(f"{title}. {subtitle}"):
        found.append(f"the alternative text does not begin with {title!r}")
    if not any(character.isdigit() for character in picture.alt):
        found.append("no number in the alternative text")
    return found


def _ticks_out_of_view(figure):
    """Labels that matplotlib keeps ready for ticks beyond the limits."""
    hidden = set()
    for axes in figure.axes:
        for axis in (axes.xaxis, axes.yaxis):
            low, high = sorted(axis.get_view_interval())
            for tick in axis.get_major_ticks():
                if not low <= tick.get_loc() <= high:
                    hidden |= {id(tick.label1), id(tick.label2)}
    return hidden


def _overlap(one, other, slack=1):
    return (
        one.x0 < other.x1 - slack
        and other.x0 < one.x1 - slack
        and one.y0 < other.y1 - slack
        and other.y0 < one.y1 - slack
    )
