"""Charts of opinion and protest: dots that are never joined, counts in their windows.

Filled dots are A, hollow ones B. Red is about China, violet about Russia, dark about
the United States.
"""

import functools
import textwrap

import numpy as np
import pandas as pd
from matplotlib.ticker import MaxNLocator

from helpers import diplomacy, style, tables
from helpers.charts import pieces
from helpers.charts.events import timeline

DOTS_SIZE = 9.2, 5.6
LEFT = 2.75  # inches for the names of questions
DOT = {"s": 52, "linewidth": 1.5, "zorder": 4}
AREAS = {
    "CA4": "Four states together",
    "CA5": "the five states",
    "KAZ_KGZ": "Kazakhstan, Kyrgyzstan",
}
MEASURES = "issued in the year", "in force at a date", "quota places used"
SAMPLES = 100, 4000  # people asked, the ends of the curve of margins


def survey_dots(surveys):
    """A live figure of what one state answered about another: the survey explorer's.

    Parameters
    ----------
    surveys : DataFrame
        The table ``opinion_surveys``.

    Returns
    -------
    style.Live
        Takes ``area`` (where was asked), ``target`` (the state asked about) and
        ``tone``. Each question of each pollster has a lane of its own.
    """
    table = diplomacy.with_margins(surveys).assign(sign=tables.signs(surveys))
    parts = ["area", "target", "tone"]
    most = table.groupby(parts).size().max()
    figure = style.figure(*DOTS_SIZE, dpi=style.LIVE_DPI)
    words = {"title": "", "subtitle": "", "source": tables.credit("opinion_surveys")}
    heading = style.words(figure, **words)[:2]
    pieces.sign_key(figure, table["sign"])
    axes = _percent_axes(figure)
    dots = axes.scatter([], [], **DOT)
    bars = axes.hlines([], [], [], linewidth=1.2, zorder=3)
    years = [_year_label(axes) for _ in range(most)]
    names = [_lane_name(axes) for _ in range(most)]
    empty = pieces.middle(axes)

    def update(**choices):
        shown = table[(table[parts] == pd.Series(choices)).all(axis="columns")]
        lanes = list(dict.fromkeys(_lane(row) for row in shown.itertuples()))
        colour = _colour(choices["target"])
        places = _draw_dots(dots, bars, years, shown, lanes, colour)
        for place, text in enumerate(names):
            text.set_text(lanes[place] if place < len(lanes) else "")
            text.set_y(_height(place, len(lanes)))
        said, listed = _said(shown, **choices)
        for text, line in zip(heading, said, strict=True):
            text.set_text(line)
        missing = "No published figure in our sources."
        empty.set_text("" if places else missing)
        return f"{'. '.join(said)}. {listed or missing}"

    drawn = [bars, dots, *years, *names, empty, *heading]
    return style.Live(figure, {tuple(parts): drawn}, update)


def repeated_questions(pairs):
    """The same pollster's same question at two times: two dots, and no line.

    Parameters
    ----------
    pairs : DataFrame
        From ``diplomacy.repeated_questions``, or a part of it.

    Returns
    -------
    style.Picture
        Titled with how many answers became more and less frequent, beyond the margin.
    """
    beyond = pairs["change_points"].abs() > pairs["margin_points"]
    up, down = (
        int((beyond & (pairs["change_points"] * sign > 0)).sum()) for sign in (1, -1)
    )
    title = (
        f"The same question twice: {down} fell, {up} rose, "
        f"{len(pairs) - up - down} within the error"
    )
    figure = style.figure(DOTS_SIZE[0], 1.9 + 0.55 * len(pairs))
    subtitle = "Percent of those asked, by year. Bars: least margin of error"
    source = tables.credit("opinion_surveys")
    style.words(figure, title=title, subtitle=subtitle, source=source)
    pieces.sign_key(figure, tables.signs(pairs.assign(contested_by="")))
    axes = _percent_axes(figure)
    signs = tables.signs(pairs.assign(contested_by=""))
    for place, (row, sign) in enumerate(zip(pairs.itertuples(), signs, strict=True)):
        height = _height(place, len(pairs))
        name = _lane_name(axes)
        where = f"{pieces.name_of(row.area)} on {pieces.name_of(row.target)}"
        name.set(text=f"{where}\n{row.pollster}: {row.question}", y=height)
        colour = _colour(row.target)
        for above, year, value in (
            (True, row.year_before, row.before_percent),
            (False, row.year_after, row.after_percent),
        ):
            axes.scatter(value, height, **DOT, **style.mark(sign, colour))
            each = row.margin_points / 2**0.5
            axes.hlines(height, value - each, value + each, colour, linewidth=1.2)
            _place_year(_year_label(axes), f"{year}: {value:g}", value, height, above)
    numbers = "; ".join(
        f"{pieces.name_of(row.area)} on {pieces.name_of(row.target)}, {row.pollster}, "
        f"{row.question}: {row.before_percent:g} percent in {row.year_before}, "
        f"{row.after_percent:g} in {row.year_after}"
        for row in pairs.itertuples()
    )
    return style.Picture(figure, f"{title}. {subtitle}. {numbers}.")


def margins(surveys):
    """How the least margin of error falls with the number of people asked.

    Parameters
    ----------
    surveys : DataFrame
        The table ``opinion_surveys``: its samples are marked.

    Returns
    -------
    style.Picture
        Titled with the margins of 1,000 and of 4,000 people.
    """
    n = np.arange(*SAMPLES)
    curve = diplomacy.margin_of_error(share_percent=pd.Series(50.0, range(len(n))), n=n)
    few, many = (
        diplomacy.margin_of_error(share_percent=50, n=number) for number in (1000, 4000)
    )
    chart = pieces.Chart(
        title=f"{few:.1f} points with 1,000 people asked, {many:.1f} with 4,000",
        subtitle="Least margin of error of a share of 50 percent, percentage points",
        source=tables.credit("opinion_surveys"),
        bottom=1.0,
    )
    axes = chart.axes
    axes.plot(n, curve, color=style.INK, linewidth=2)
    axes.set(xlim=(0, SAMPLES[1]), ylim=(0, 10.5))
    axes.xaxis.set_major_formatter("{x:,.0f}")
    axes.set_xlabel("People asked", size=style.SMALL_PT, color=style.SUBTITLE)
    samples = sorted(surveys["sample_n"].dropna().unique())
    heights = [diplomacy.margin_of_error(share_percent=50, n=n) for n in samples]
    axes.scatter(samples, heights, s=44, color=style.INK, zorder=4)
    axes.annotate(
        "samples of the polls in our table",
        (samples[-1], heights[-1]),
        xytext=(14, 22),
        textcoords="offset points",
        size=style.TEXT_PT,
        color=style.INK,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1},
    )
    said = zip(samples, heights, strict=True)
    return chart.picture("; ".join(f"{n:,}: {height:.1f} points" for n, height in said))


def protest_windows(windows):
    """Counts of protests as bars over the windows that they cover, the count beside.

    Parameters
    ----------
    windows : DataFrame
        From ``diplomacy.protest_windows``, or a part of it.

    Returns
    -------
    style.Picture
        Titled with the number of counts and of different windows.
    """
    windows = windows.sort_values("about", kind="stable")  # about China first
    spells = windows[["period_start", "period_end"]].drop_duplicates()
    chart = pieces.Chart(
        title=f"{len(windows)} counts of protests, {len(spells)} different windows",
        subtitle=(
            "Number of protests, beside a bar over the years or months that were "
            "watched. Red: about China"
        ),
        source=tables.credit("protest_counts"),
        size=(9.8, 1.85 + 0.48 * len(windows)),
        left=3.45,
        right=0.3,
        bottom=1.0,
        grid="x",
    )
    axes = chart.axes
    pieces.sign_key(chart.figure, windows["reliability"])
    first, last = int(windows["start"].min()), round(windows["end"].max())
    axes.set(xlim=(first, last), ylim=(len(windows) - 0.4, -0.6), yticks=[])
    axes.xaxis.set_major_locator(MaxNLocator(8, integer=True))
    said = []
    for place, row in enumerate(windows.itertuples()):
        colour = style.PARTNER["CHN"] if row.about == "China" else style.GREY
        look = {"edgecolor": colour, "linewidth": 1.5, "zorder": 3, "height": 0.42}
        face = style.mark(row.reliability, colour)["facecolor"]
        axes.barh(place, row.end - row.start, left=row.start, facecolor=face, **look)
        is_long = row.start < first + 1
        axes.annotate(
            f"{row.qualifier} {row.protests} {row.reliability[0]}".strip(),
            (row.start, place),
            xytext=(6 if is_long else -6, 0),
            textcoords="offset points",
            ha="left" if is_long else "right",
            va="center",
            size=style.TEXT_PT,
            weight="bold",
            color="white" if is_long else style.INK,
        )
        name = _lane_name(axes)
        where = AREAS.get(row.area) or pieces.name_of(row.area)
        name.set(text=f"{row.what}\n{row.counted_by}, {where}", y=place)
        said.append(
            f"{row.what}, {where}, {row.counted_by}, {row.period_start} to "
            f"{row.period_end}: {row.qualifier} {row.protests}".replace(":  ", ": ")
        )
    return chart.picture("; ".join(said))


def mass_protests(counts):
    """Protests that coders found, by state and year; hatched where none was found.

    Parameters
    ----------
    counts : DataFrame
        The table ``mass_protests``.

    Returns
    -------
    style.Picture
        Titled with the years in which no state has a protest.
    """
    first, last = int(counts["year"].min()), int(counts["year"].max())
    empty = sorted(set(range(first, last + 1)) - set(counts["year"]))
    title = f"Years in which no protest was found in any of the five: {len(empty)}"
    subtitle = (
        f"Anti-government protests a year, {first} to {last}. Hatched: none found"
    )
    figure = style.figure(*pieces.PANELS_SIZE)
    credit = tables.credit("mass_protests")
    style.words(figure, title=title, subtitle=subtitle, source=credit)
    codes = tables.the_five()
    said = [f"empty years: {', '.join(map(str, empty))}"]
    for axes, code in zip(pieces.state_panels(figure, codes), codes, strict=True):
        rows = counts[counts["state"] == code].set_index("year")["protests"]
        axes.bar(rows.index, rows, width=0.8, color=style.INK)
        axes.set(xlim=(first - 0.5, last + 0.5), ylim=(0, counts["protests"].max() + 2))
        axes.set_xticks([1995, 2005, 2015])
        for year in set(range(first, last + 1)) - set(rows.index):
            pieces.no_data_band(axes, year - 0.5, year + 0.5, words=False)
        peak = int(rows.idxmax())
        said.append(f"{pieces.name_of(code)}, most: {rows.max()} in {peak}")
    return style.Picture(figure, f"{title}. {subtitle}. {'; '.join(said)}.")


def protest_order(order):
    """Listed protests about China beside the first cases of COVID-19.

    Parameters
    ----------
    order : DataFrame
        From ``diplomacy.order_of_events``.

    Returns
    -------
    style.Picture
        Titled with how many protests began before the first cases in China.
    """
    protests = order[order["kind"] == "protest"]
    early = int((protests["when"] == diplomacy.BEFORE).sum())
    return timeline(
        order,
        lane="lane",
        label="label",
        title=f"{early} of {len(protests)} listed protests came before the first cases",
        subtitle="Listed protests about China, and first recorded cases, by year",
        source=tables.credit("events", "covid_by_month"),
    )


def permits(shares):
    """Work permits for citizens of China: one panel for each measure, no line.

    Parameters
    ----------
    shares : DataFrame
        From ``diplomacy.permit_shares``.

    Returns
    -------
    style.Picture
        Titled with the last figure of the two measures of Kazakhstan.
    """
    issued, held = (
        shares[shares["measure"] == measure].iloc[-1] for measure in MEASURES[:2]
    )
    title = (
        f"{issued['chinese']:,} issued in {issued['as_of'][:4]}, {held['chinese']:,} "
        f"in force in {held['as_of'][:4]}: two measures"
    )
    subtitle = (
        "Number of permits for citizens of China; label: percent of the permits of "
        "all foreigners"
    )
    figure = style.figure(9.8, 4.2)
    credit = tables.credit("work_permits")
    style.words(figure, title=title, subtitle=subtitle, source=credit)
    pieces.sign_key(figure, shares["reliability"])
    said = []
    for place, measure in enumerate(MEASURES):
        rows = shares[shares["measure"] == measure]
        axes = _permit_panel(figure, place, rows, measure)
        for x, row in enumerate(rows.itertuples()):
            colour = style.PARTNER["CHN"]
            look = style.mark(row.reliability, colour)
            axes.scatter(x, row.chinese, **DOT, **look)
            axes.annotate(
                f"{row.share_percent:.0f} %",
                (x, row.chinese),
                xytext=(0, 8),
                textcoords="offset points",
                ha="center",
                size=style.SMALL_PT,
                color=style.INK,
            )
            said.append(
                f"{pieces.name_of(row.state)}, {measure}, {row.as_of}: "
                f"{row.chinese:,}, {row.share_percent:.1f} percent of "
                f"{row.all_foreign:,}"
            )
    return style.Picture(figure, f"{title}. {subtitle}. {'; '.join(said)}.")


def local_staff(shares):
    """Statements on the local part of the staff, with who makes them.

    Parameters
    ----------
    shares : DataFrame
        From ``diplomacy.local_shares``.

    Returns
    -------
    style.Picture
        Titled with the smallest and the largest statement.
    """
    low, high = shares["local_percent"].min(), shares["local_percent"].max()
    chart = pieces.Chart(
        title=f"Statements on local staff: {low:.0f} to {high:.0f} percent, by speaker",
        subtitle=(
            "Part of the staff, percent, and who is counted: local people, citizens, "
            "or all not from China. Arrow: a bound"
        ),
        source=tables.credit("local_staff"),
        size=(9.8, 1.95 + 0.52 * len(shares)),
        left=3.1,
        right=0.3,
        bottom=1.0,
        grid="x",
    )
    axes = chart.axes
    pieces.sign_key(chart.figure, shares["reliability"])
    axes.set(xlim=(0, 104), ylim=(len(shares) - 0.4, -0.6), yticks=[])
    axes.axvline(50, color=style.INK, linewidth=1, linestyle=(0, (4, 3)))
    said = []
    for place, row in enumerate(shares.itertuples()):
        _statement(axes, row, place)
        said.append(
            f"{row.what}, {row.year}, {row.kind}, {row.counted}: {row.qualifier} "
            f"{row.local_percent:.1f}, said by {row.said_by}".replace(":  ", ": ")
        )
    return chart.picture("; ".join(said))


def _statement(axes, row, place):
    """One statement: its name, its dot, an arrow where it is a bound, the speaker."""
    name = _lane_name(axes)
    kind = f", a {row.kind}" if row.kind in ("limit", "plan") else ""
    where = f"{pieces.name_of(row.state)}, {row.year}: {row.counted}{kind}"
    name.set(text=f"{row.what}\n{where}", y=place)
    step = {"at least": 9, "over": 9, "at most": -9}.get(row.qualifier)
    if step:
        axes.annotate(
            "",
            (row.local_percent + step, place),
            xytext=(row.local_percent, place),
            arrowprops={"arrowstyle": "->", "color": style.INK},
        )
    look = style.mark(row.reliability, style.INK)
    axes.scatter(row.local_percent, place, **DOT, **look)
    is_right = row.local_percent > 50 and row.qualifier != "at most"
    axes.annotate(
        f"{row.said_by}: {row.qualifier} {row.local_percent:.0f}".replace(":  ", ": "),
        (row.local_percent, place),
        xytext=(-12 if is_right else 12 if step == -9 else 42, 0),
        textcoords="offset points",
        ha="right" if is_right else "left",
        va="center",
        size=style.SMALL_PT,
        color=style.INK,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.5},
        zorder=2,
    )


def _permit_panel(figure, place, rows, measure):
    """Axes of one measure."""
    lefts, widths = (0.75, 2.75, 7.35), (1.55, 4.25, 2.2)
    left, width = lefts[place], widths[place]
    right = figure.get_figwidth() - left - width
    axes = style.axes(figure, left=left, right=right, top=1.35, bottom=1.0)
    state = pieces.name_of(rows["state"].iloc[0])
    axes.set_title(
        f"{state}:\n{measure}", size=style.TEXT_PT, color=style.INK, loc="left"
    )
    axes.set(xlim=(-0.6, len(rows) - 0.4), ylim=(0, 15500))
    axes.set_xticks(range(len(rows)), [_date(date) for date in rows["as_of"]])
    axes.yaxis.set_major_formatter("{x:,.0f}")
    axes.tick_params(labelleft=not place)
    return axes


def _date(date):
    """A date as the axis prints it: the year, below its month if there is one."""
    month = "" if len(date) == 4 else f"{pd.Period(date).strftime('%b')}\n"
    return f"{month}{date[:4]}"


def _percent_axes(figure):
    """Axes from 0 to 100 percent with room for names at the left."""
    axes = style.axes(figure, left=LEFT, right=0.4, top=1.0, bottom=0.95, grid="x")
    axes.set(xlim=(0, 103), ylim=(0, 1), yticks=[])
    axes.xaxis.set_major_formatter("{x:.0f} %")
    return axes


def _draw_dots(dots, bars, years, shown, lanes, colour):
    """Put dots, margins and years at their places; how many dots there are."""
    places, segments, faces = [], [], []
    seen = set()
    for row, text in zip(shown.itertuples(), years, strict=False):
        lane = _lane(row)
        height = _height(lanes.index(lane), len(lanes))
        places.append((row.value_percent, height))
        faces.append(style.mark(row.sign, colour)["facecolor"])
        if not pd.isna(row.margin_points):
            ends = row.value_percent + row.margin_points * np.array([-1, 1])
            segments.append([(end, height) for end in ends])
        said = f"{_years(row)}: {row.value_percent:g}"
        _place_year(text, said, *places[-1], lane not in seen)
        seen.add(lane)
    for text in years[len(shown) :]:
        text.set_text("")
    dots.set_offsets(places or np.empty((0, 2)))
    dots.set_facecolor(faces)
    dots.set_edgecolor(colour)
    bars.set_segments(segments)
    bars.set_color(colour)
    return len(places)


def _said(shown, area, target, tone):
    """Title and subtitle, and the list of figures."""
    place = AREAS.get(area) or pieces.name_of(area)
    title = f"{place} on {pieces.name_of(target)}, {tone} answers: "
    values = shown["value_percent"]
    if shown.empty:
        title += "0 figures"
    elif len(shown) == 1:
        title += f"{values.iloc[0]:g} percent"
    else:
        title += f"{values.min():g} to {values.max():g} percent"
    subtitle = (
        "Percent of those asked, by question and year. Bars: least margin of error"
    )
    listed = "; ".join(
        f"{row.pollster}, {row.question}, {_years(row)}: {row.value_percent:g} percent"
        f" ({row.sign})"
        for row in shown.itertuples()
    )
    return (title, subtitle), listed


def _lane(row):
    return "\n".join([textwrap.shorten(row.pollster, 34), row.question])


def _years(row):
    spell = dict.fromkeys([str(row.year_from), str(row.year_to)])
    return " to ".join(spell)


def _height(place, lanes):
    """The height of a lane, from the top, in axes of height 1."""
    return 1 - (place + 0.5) / max(lanes, 1)


def _lane_name(axes):
    """An empty name at the left of the axes."""
    return axes.text(
        -0.02,
        0,
        "",
        transform=axes.get_yaxis_transform(),
        ha="right",
        va="center",
        size=style.SMALL_PT,
        color=style.INK,
        linespacing=1.2,
    )


def _year_label(axes):
    """An empty label, to stand above or below a dot."""
    return axes.annotate(
        "",
        (0, 0),
        xytext=(0, 0),
        textcoords="offset points",
        ha="center",
        va="center",
        size=style.SMALL_PT,
        color=style.INK,
        annotation_clip=False,
    )


def _place_year(text, said, value, height, above):
    text.set_text(said)
    text.xy = (value, height)
    text.set_position((0, 11 if above else -11))


@functools.cache
def _colour(target):
    return style.PARTNER.get(target, style.INK)
