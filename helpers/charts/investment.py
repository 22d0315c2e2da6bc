"""Charts of investment and lending: stock and inflow, who codes, before and after."""

import functools

import pandas as pd

from helpers import economy, style, tables
from helpers.charts import pieces
from helpers.charts.pieces import name_of

TOGETHER = "CA5"
ACCENT = style.PARTNER["CHN"]


def stock_and_inflow(rows):
    """What some partners own in a country, and what they added in one year.

    Parameters
    ----------
    rows : DataFrame
        From ``economy.stock_and_inflow``: one country and year, total included.

    Returns
    -------
    style.Picture
        Titled with China's stock, the total and China's inflow.
    """
    total = rows[rows["partner"] == "WLD"].iloc[0]
    china = rows[rows["partner"] == "CHN"].iloc[0]
    shown = rows[rows["partner"] != "WLD"].iloc[::-1]
    way = "in" if china["inflow_eur_mn"] > 0 else "out"
    title = (
        f"China owned {china['inward_stock_eur_mn'] / 1000:.1f} of "
        f"{total['inward_stock_eur_mn'] / 1000:.1f} billion euros, and "
        f"{abs(china['inflow_eur_mn']) / 1000:.1f} flowed {way}"
    )
    subtitle = (
        f"Direct investment in {name_of(total['host'])} by immediate owner, "
        f"{total['year']}, EUR billion; single quoted figures"
    )
    figure = style.figure(pieces.SIZE[0], 3.7)
    source = tables.credit("fdi_kazakhstan_quoted")
    style.words(figure, title=title, subtitle=subtitle, source=source)
    sides = {
        "inward_stock": ("Stock at the end of the year", 1.6, 3.6),
        "inflow": ("Net inflow in the year", 5.1, 0.6),
    }
    for measure, (name, left, right) in sides.items():
        axes = style.axes(figure, left=left, right=right, top=1.3, bottom=0.6, grid="x")
        axes.set_title(name, size=style.TEXT_PT, color=style.INK, loc="left")
        values = shown[f"{measure}_eur_mn"] / 1000
        names = [name_of(code) for code in shown["partner"]]
        colours = [style.PARTNER.get(code, style.GREY) for code in shown["partner"]]
        axes.barh(names, values, color=colours, height=0.6)
        axes.axvline(0, color=style.GREY, linewidth=0.8)
        axes.tick_params(labelleft=measure == "inward_stock")
        axes.tick_params(axis="y", labelsize=style.TEXT_PT, labelcolor=style.INK)
        _values(axes, values)
    numbers = "; ".join(
        f"{_partner(row.partner)} {row.inward_stock_eur_mn / 1000:.1f} and "
        f"{row.inflow_eur_mn / 1000:.1f}"
        for row in rows.itertuples()
    )
    return style.Picture(
        figure, f"{title}. {subtitle}. Stock and net inflow: {numbers}."
    )


def energy_coders(shares):
    """The share of energy in Chinese commitments, as three coders see it.

    Parameters
    ----------
    shares : DataFrame
        Rows of ``economy.energy_share``, one a coder.

    Returns
    -------
    style.Picture
        Titled with the lowest and the highest share.
    """
    low, high = shares["share_percent"].min(), shares["share_percent"].max()
    title = f"Energy takes {low:.0f} to {high:.0f} percent: it depends on who codes"
    subtitle = (
        "Share of energy in China's located commitments to the five states, 2001 to "
        "2017, percent"
    )
    chart = pieces.Chart(
        title=title,
        subtitle=subtitle,
        source=tables.credit("chinese_projects"),
        size=(pieces.SIZE[0], 3.1),
        left=2.0,
        right=1.9,
        grid="x",
    )
    axes = chart.axes
    shown = shares.iloc[::-1]
    names = [economy.CODERS[coder] for coder in shown["coder"]]
    axes.barh(names, shown["share_percent"], color=ACCENT, height=0.55)
    axes.set_xlim(0, 100)
    axes.tick_params(axis="y", labelsize=style.TEXT_PT, labelcolor=style.INK)
    for place, row in enumerate(shown.itertuples()):
        label = pieces.label(axes)
        whole = row.total_usd2017_mn / 1000
        text = f"{row.share_percent:.0f} % of USD {whole:.1f} billion"
        label.set(text=text, color=style.INK)
        label.xy = (row.share_percent, place)
    numbers = "; ".join(
        f"{economy.CODERS[row.coder]}: {row.share_percent:.1f} of "
        f"{row.total_usd2017_mn / 1000:.1f} billion USD of 2017"
        for row in shares.itertuples()
    )
    return chart.picture(numbers)


def lending(windows):
    """Recorded commitments a year, before and from a year on, state by state.

    Parameters
    ----------
    windows : DataFrame
        From ``economy.lending_windows``, one row a state.

    Returns
    -------
    style.Picture
        Titled with the number of states whose average rose.
    """
    rows = windows.sort_values("before_usd2021_mn")
    cut, before, after = windows[["cut", "years_before", "years_after"]].iloc[0]
    known = rows[(rows["unknown_before"] == 0) & (rows["unknown_after"] == 0)]
    rose = (known["ratio"] > 1).sum()
    title = f"From {cut} on: more a year than before in {rose} of {len(rows)} states"
    subtitle = (
        f"Chinese official commitments a year, USD million of 2021. Grey: "
        f"{cut - before} to {cut - 1}; red: {cut} to {cut + after - 1}"
    )
    chart = pieces.Chart(
        title=title,
        subtitle=subtitle,
        source=tables.credit("chinese_finance_by_year"),
        size=(pieces.SIZE[0], 3.9),
        left=1.25,
        right=0.9,
        grid="x",
    )
    axes = chart.axes
    for place, row in enumerate(rows.itertuples()):
        ends = {
            style.GREY: (row.before_usd2021_mn, row.unknown_before),
            ACCENT: (row.after_usd2021_mn, row.unknown_after),
        }
        values = [value for value, _ in ends.values()]
        axes.plot(values, [place, place], color=style.PALE, linewidth=2.5, zorder=1)
        for colour, (value, unknown) in ends.items():
            inside = "white" if unknown else colour  # hollow: a lower limit
            axes.plot(value, place, "o", color=colour, mfc=inside, mew=2, ms=9)
        label = pieces.label(axes)
        label.set(text=_change(row), color=style.INK)
        label.xy = (max(values), place)
    names = [name_of(code) for code in rows["country"]]
    axes.set_yticks(range(len(names)), names)
    axes.tick_params(axis="y", labelsize=style.TEXT_PT, labelcolor=style.INK)
    axes.set_xlim(left=-80)
    axes.set_ylim(-0.6, len(rows) - 0.4)
    numbers = "; ".join(
        f"{name_of(row.country)} {row.before_usd2021_mn:.0f} before and "
        f"{row.after_usd2021_mn:.0f} after, {_change(row)}"
        for row in rows.iloc[::-1].itertuples()
    )
    return chart.picture(numbers)


def lending_years(finance):
    """A live figure of commitments by year with the two windows' averages.

    Parameters
    ----------
    finance : DataFrame
        The table ``chinese_finance_by_year``.

    Returns
    -------
    style.Live
        Takes ``state`` (an ISO code, or ``CA5`` for the five together) and ``cut``.
    """
    figure = style.figure(*pieces.SIZE, dpi=style.LIVE_DPI)
    source = tables.credit("chinese_finance_by_year")
    title, subtitle, _ = style.words(figure, title="", subtitle="", source=source)
    axes = style.axes(figure, right=1.6)
    first, last = int(finance["year"].min()), int(finance["year"].max())
    years = range(first, last + 1)
    axes.set_xlim(first - 0.6, last + 0.6)
    axes.set_xticks(range(first, last + 1, 3))
    bars = axes.bar(years, [0] * len(years), color=style.PALE, width=0.75)
    marks = [_question_mark(axes, year) for year in years]
    lines = [axes.plot([], [], color=tone, lw=2.6)[0] for tone in (style.INK, ACCENT)]
    marker = axes.axvline(first, color=style.GREY, linewidth=1, linestyle=":")
    labels = [pieces.label(axes) for _ in lines]
    layers = {
        ("state",): [axes.yaxis, *bars, *marks, subtitle],
        ("cut",): [marker, *lines, *labels, title],
    }
    subtitle.set_text(
        f"Chinese official commitments, {first} to {last}, USD billion of 2021. "
        "Question mark: projects, no known amount"
    )
    amounts_of = functools.cache(functools.partial(_amounts, finance))
    window_of = functools.cache(functools.partial(_window, finance))

    def update(state, cut):
        amounts, row = amounts_of(state), window_of(state, cut)
        for year, bar, mark in zip(years, bars, marks, strict=True):
            amount = amounts.get(year, 0)
            unknown = pd.isna(amount)
            bar.set_height(0 if unknown else amount)
            mark.set_text("?" if unknown else "")
        axes.set_ylim(0, 1.08 * amounts.max())
        marker.set_xdata([cut - 0.5, cut - 0.5])
        said = []
        for side, words, span, line, label in zip(
            ("before", "after"),
            (f"before {cut}", f"from {cut} on"),
            ((first - 0.5, cut - 0.5), (cut - 0.5, last + 0.5)),
            lines,
            labels,
            strict=True,
        ):
            value = row[f"{side}_usd2021_mn"] / 1000
            hedge = "at least " if row[f"unknown_{side}"] else ""
            said.append(f"{hedge}{value:.2f}")
            line.set_data(span, [value, value])
            label.set(text=f"{said[-1]} a year\n{words}", color=line.get_color())
            label.xy = (last + 0.5, value)
        pieces.spread(labels, axes, lines_each=2)
        name = "The five states" if state == TOGETHER else name_of(state)
        finding = f"{name}: {said[0]} a year before {cut}, then {said[1]}"
        title.set_text(finding.replace("at least", "≥"))  # the words are too long
        return f"{finding}. {subtitle.get_text()}."

    return style.Live(figure, layers, update)


def _amounts(finance, state):
    """Amounts by year, USD billion: missing where no amount is known."""
    rows = finance if state == TOGETHER else tables.select(finance, country=state)
    return rows.groupby("year")["total_usd2021_mn"].sum(min_count=1) / 1000


def _window(finance, state, cut):
    """The state's two averages; windows are those of the whole table."""
    together = state == TOGETHER
    windows = economy.lending_windows(finance, cut=cut, together=together)
    return windows.set_index("country").loc[state]


def _question_mark(axes, year):
    """An empty text at the foot of a year: an amount that nobody knows."""
    return axes.text(
        year,
        0.02,
        "",
        transform=axes.get_xaxis_transform(),
        ha="center",
        size=style.TEXT_PT,
        color=style.SUBTITLE,
    )


def _change(row):
    """What is printed of one state's change."""
    unknown = int(row.unknown_before + row.unknown_after)
    if unknown:
        return f"{unknown} years without a known amount"
    return f"× {row.ratio:.1f}"


def _partner(code):
    return "all partners" if code == "WLD" else name_of(code)


def _values(axes, values):
    """Print each bar's value beyond its end, and leave room for it."""
    low, high = min(0, values.min()), values.max()
    room = 0.22 * (high - low)
    axes.set_xlim(low - (room if low < 0 else 0), high + room)
    for place, value in enumerate(values):
        axes.annotate(
            f"{value:.1f}",
            (value, place),
            xytext=(5 if value >= 0 else -5, 0),
            textcoords="offset points",
            ha="left" if value >= 0 else "right",
            va="center",
            size=style.TEXT_PT,
            color=style.INK,
        )
