"""Charts of institutes, students, people by birthplace, and visa rules."""

import textwrap

import pandas as pd
from matplotlib.patches import FancyBboxPatch

from helpers import style, tables
from helpers.charts import pieces
from helpers.charts.pieces import name_of

CHINA, RUSSIA = style.PARTNER["CHN"], style.PARTNER["RUS"]
BELT_AND_ROAD = 2013
RULES = {  # what a tile says, its face and its letters
    "visa free": ("free", "#d7e8c9", style.INK),
    "e-visa": ("e-visa", "#f3e6b8", style.INK),
    "visa required": ("visa", "#e6e7ea", style.INK),
    "covid ban": ("ban", "#6d727a", "white"),
}
# The oldest is wide, so that it is seen where a later one says the same.
REVISION_LOOK = {
    2019: ("-", style.GREY, 6),
    2020: ("--", style.INK, 2),
    2024: ("-", RUSSIA, 2),
}
FIRSTS_FROM = "students_abroad", "migrants", "remittances", "air_routes"
TILE = {"boxstyle": "round,pad=0,rounding_size=0.08", "linewidth": 1.1}


def institute_openings(counts):
    """Institutes opened in each year as bars, all opened so far as a line.

    Parameters
    ----------
    counts : DataFrame
        From ``diplomacy.openings``.

    Returns
    -------
    style.Picture
        Titled with the total, and with what the last year alone would say.
    """
    first, last = counts.iloc[0], counts.iloc[-1]
    title = (
        f"{last['running_total']} institutes opened by {last['year']}; the figure of "
        f"{last['year']} alone is {last['opened']}"
    )
    subtitle = (
        f"Confucius Institutes in the five states, number of institutes by year, "
        f"{first['year']} to {last['year']}"
    )
    chart = pieces.Chart(
        title=title,
        subtitle=subtitle,
        source=tables.credit("public_diplomacy"),
        size=(pieces.SIZE[0] + 0.6, pieces.SIZE[1]),
        right=2.1,
    )
    axes = chart.axes
    axes.bar(counts["year"], counts["opened"], color=CHINA, width=0.7)
    axes.step(counts["year"], counts["running_total"], where="mid", color=style.INK)
    axes.axvline(BELT_AND_ROAD - 0.5, color=style.GREY, linewidth=1)
    look = {"size": style.SMALL_PT, "color": style.SUBTITLE, "va": "top"}
    words = f" from {BELT_AND_ROAD} on:\n Belt and Road"
    axes.text(BELT_AND_ROAD - 0.5, 14.5, words, **look)
    ends = [
        (last["running_total"], "all opened so far:\na running total", style.INK),
        (0.7, "opened in the year:\na yearly figure", CHINA),
    ]
    axes.set(ylim=(0, 14.7), xlim=(first["year"] - 0.6, last["year"] + 0.6))
    axes.set_xticks(range(int(first["year"]), int(last["year"]) + 1, 3))
    pieces.end_labels(axes, last["year"], ends)
    opened = counts[counts["opened"] > 0]
    numbers = ", ".join(f"{row.year}: {row.opened}" for row in opened.itertuples())
    return chart.picture(f"Opened in {numbers}. In all {last['running_total']}")


def student_panels(flows):
    """Students of each state in Russia and in China, from two systems of counting.

    Parameters
    ----------
    flows : DataFrame
        From ``diplomacy.flows``.

    Returns
    -------
    style.Picture
        Titled with the number of states whose students are more in Russia, in the
        last year in which both systems count.
    """
    rows = tables.select(flows, indicator="Students")
    wide = rows.pivot(index=["iso3", "year"], columns="partner", values="value")
    both = wide.dropna().reset_index()
    last = both["year"].max()
    at = both[both["year"] == last].set_index("iso3")
    ahead = int((at["RUS"] > at["CHN"]).sum())
    title = f"In {last} more study in Russia than in China: {ahead} of {len(at)} states"
    first = int(rows["year"].min())
    subtitle = (
        f"Number of students by year, {first} to {rows['year'].max()}; each step up is "
        "ten times more. Russia: for a degree; China: all"
    )
    source = tables.credit("students_abroad", "students_in_china")
    figure = style.figure(*pieces.PANELS_SIZE)
    style.words(figure, title=title, subtitle=subtitle, source=source)
    pieces.colour_key(figure, style.PARTNER, below=True)
    codes = tables.the_five()
    panels = pieces.state_panels(figure, codes, top=1.5)
    for code, axes in zip(codes, panels, strict=True):
        shown = tables.select(rows, iso3=code)
        for partner, colour in style.PARTNER.items():
            part = tables.select(shown, partner=partner)
            line = pieces.with_gaps(part["year"], part["value"])
            axes.plot(*line, color=colour, linewidth=1.8, marker="o", markersize=2.6)
        axes.set(yscale="log", ylim=(10, 130_000))
        axes.set(xlim=(first - 1, rows["year"].max() + 1), xticks=[2005, 2015])
        axes.set_yticks([10, 100, 1000, 10_000, 100_000])
        axes.set_yticks([], minor=True)
        axes.yaxis.set_major_formatter("{x:,.0f}")
    numbers = "; ".join(
        f"{name_of(code)} {at.loc[code, 'RUS']:,.0f} and {at.loc[code, 'CHN']:,.0f}"
        for code in at.index
    )
    return style.Picture(
        figure, f"{title}. {subtitle}. In Russia and in China in {last}: {numbers}."
    )


def student_lead(together, *, starts):
    """How many times as many students are in Russia as in China, by year.

    Parameters
    ----------
    together : DataFrame
        From ``diplomacy.lead`` with ``together=True``.
    starts : sequence of int
        Two years from which a reader might begin to compare.

    Returns
    -------
    style.Picture
        Titled with what the last year says when seen from each of them.
    """
    ratio = together.set_index("year")["ratio"]
    last = ratio.index.max()
    way = {
        start: "grew" if ratio[last] > ratio[start] else "shrank" for start in starts
    }
    title = "Russia's lead " + ", ".join(
        f"{word} since {start}" for start, word in way.items()
    )
    first = ratio.index.min()
    subtitle = (
        f"Students in Russia for each student in China, the five states together, "
        f"number by year, {first} to {last}"
    )
    chart = pieces.Chart(
        title=title,
        subtitle=subtitle,
        source=tables.credit("students_abroad", "students_in_china"),
    )
    axes = chart.axes
    look = {"by": "iso3", "value": "ratio", "colours": {"CA5": style.INK}}
    pieces.gaps_as_gaps(axes, together, **look)
    ends = {ratio.idxmax(): ", highest", ratio.idxmin(): ", lowest"}
    for year in (*starts, last):
        axes.annotate(
            f"{ratio[year]:.1f}{ends.get(year, '')}",
            (year, ratio[year]),
            xytext=(0, 8),
            textcoords="offset points",
            ha="left" if year == ratio.index.min() else "center",
            size=style.TEXT_PT,
            weight="bold",
            color=style.INK,
        )
    axes.axhline(1, color=style.GREY, linewidth=1)
    words = "1: as many in China"
    axes.text(first, 1.6, words, size=style.SMALL_PT, color=style.SUBTITLE)
    axes.set(ylim=(0, 72), xlim=(first - 0.8, last + 0.8))
    axes.set_xticks(range(int(first), int(last) + 1, 2))
    numbers = ", ".join(
        f"{year}: {value:.1f}{ends.get(year, '').replace(', ', ' ')}"
        for year, value in ratio.items()
    )
    return chart.picture(numbers)


def birthplace_revisions(table, *, born_in):
    """People born in a state and living in Russia, as three revisions tell it.

    Parameters
    ----------
    table : DataFrame
        From ``diplomacy.revisions``.
    born_in : str
        Where they were born, in words.

    Returns
    -------
    style.Picture
        Titled with two figures of the last year that two revisions share.
    """
    millions = table / 1e6
    shared = millions.dropna(thresh=2).iloc[-1].dropna()
    before, after = shared.iloc[-2:]
    year = shared.name
    title = (
        f"Born in {born_in}, living in Russia, {year}: {before:.2f} or {after:.2f} "
        "million"
    )
    subtitle = (
        f"Million persons by year, {millions.index.min()} to {millions.index.max()}. "
        "One line for each revision of the same table"
    )
    chart = pieces.Chart(
        title=title,
        subtitle=subtitle.replace("Million persons", "Number of persons, million,"),
        source=tables.credit("migrants"),
        right=1.7,
    )
    axes = chart.axes
    ends = []
    for revision, values in millions.items():
        line = values.dropna()
        dash, colour, width = REVISION_LOOK[revision]
        look = {"color": colour, "linestyle": dash, "linewidth": width, "marker": "o"}
        axes.plot(line.index, line, markersize=4, **look)
        ends.append((line.iloc[-1], f"revision {revision}", colour))
    axes.set_ylim(0, 1.15 * millions.max().max())
    axes.set_xlim(millions.index.min() - 1, millions.index.max() + 0.5)
    pieces.end_labels(axes, millions.index.max(), ends)
    numbers = "; ".join(
        f"revision {revision}: "
        + ", ".join(f"{year} {value:.2f}" for year, value in values.dropna().items())
        for revision, values in millions.items()
    )
    return chart.picture(numbers)


def visa_grid(rules):
    """Visa rules at each snapshot: both partners, both directions, five states.

    Parameters
    ----------
    rules : DataFrame
        The table ``visa_rules``.

    Returns
    -------
    style.Picture
        Titled with how many states let Chinese citizens in without a visa, first and
        last.
    """
    dates = sorted(rules["date"].unique())
    states = tables.the_five()
    free = [
        int((_rules_of(rules, "CHN", True).loc[states, date] == "visa free").sum())
        for date in (dates[0], dates[-1])
    ]
    years = [date.year for date in dates]
    title = (
        f"Visa free for China's citizens: {free[0]} of {len(states)} states in "
        f"{years[0]}, {free[1]} in {years[-1]}"
    )
    subtitle = (
        f"Rule for a short stay by passport, one snapshot a year, {years[0]} to "
        f"{years[-1]}. A ban of the pandemic hides the rule below it"
    )
    figure = style.figure(pieces.PANELS_SIZE[0], 5.2)
    source = tables.credit("visa_rules")
    style.words(figure, title=title, subtitle=subtitle, source=source)
    said = []
    for place, (partner, inward) in enumerate(
        (partner, inward) for inward in (True, False) for partner in ("CHN", "RUS")
    ):
        column, row = place % 2, place // 2
        axes = style.axes(
            figure,
            left=1.15 + 4.3 * column,
            right=0.2 + 4.3 * (1 - column),
            top=1.15 + 2.0 * row,
            bottom=0.5 + 2.0 * (1 - row),
            grid="x",
        )
        table = _rules_of(rules, partner, inward).loc[states, dates]
        _tiles(axes, table, years, names=not column)
        who = f"{name_of(partner)}'s citizens into the states"
        words = who if inward else f"The states' citizens into {name_of(partner)}"
        look = {"size": style.TEXT_PT, "loc": "left", "weight": "bold"}
        axes.set_title(words, color=style.PARTNER[partner], **look)
        said.append(f"{words}: {_told(table, years)}")
    return style.Picture(figure, f"{title}. {subtitle}. {'. '.join(said)}.")


def first_partners(found):
    """Which partner is first for each state, indicator by indicator.

    Parameters
    ----------
    found : DataFrame
        From ``diplomacy.firsts``.

    Returns
    -------
    style.Picture
        Titled with how often Russia is first, of all pairs that have a first.
    """
    named = found.dropna(subset=["first"])
    russia = int((named["first"] == "RUS").sum())
    china = int((named["first"] == "CHN").sum())
    title = f"Russia is first in {russia} of {len(named)} comparisons, China in {china}"
    subtitle = (
        "The partner with the largest number of persons, dollars or routes, among all "
        "that the source lists, by year"
    )
    rows = list(dict.fromkeys(zip(found["indicator"], found["year"], strict=True)))
    codes = tables.the_five()
    chart = pieces.Chart(
        title=title,
        subtitle=subtitle,
        source=textwrap.fill(tables.credit(*FIRSTS_FROM), 120),
        size=(pieces.PANELS_SIZE[0], 1.95 + 0.52 * len(rows)),
        left=2.5,
        top=1.25,
        bottom=0.7,
        grid="x",
    )
    chart.figure.texts[2].set_y(0.28 / chart.figure.get_figheight())
    axes = chart.axes
    at = found.set_index(["indicator", "year", "state"])
    for place, key in enumerate(rows):
        for column, code in enumerate(codes):
            row = at.loc[(*key, code)]
            _first_tile(axes, column, place, row["first"], row["why_none"])
    words = [textwrap.fill(f"{name} ({year})", 30) for name, year in rows]
    axes.set_yticks(range(len(rows)), words, color=style.INK)
    axes.set_xticks(range(len(codes)), map(name_of, codes), color=style.INK)
    axes.tick_params(labelsize=style.TEXT_PT, top=False, labeltop=True)
    axes.tick_params(labelbottom=False)
    axes.set(xlim=(-0.5, len(codes) - 0.5), ylim=(len(rows) - 0.5, -0.5))
    axes.grid(False)
    axes.spines["bottom"].set_visible(False)
    numbers = "; ".join(
        f"{name} ({year}): "
        + ", ".join(
            f"{name_of(code)} "
            + _first_words(*at.loc[(name, year, code), ["first", "why_none"]])
            for code in codes
        )
        for name, year in rows
    )
    return chart.picture(numbers)


def _first_words(first, why_none):
    return why_none if pd.isna(first) else name_of(first)


def _first_tile(axes, column, row, first, why_none):
    """The name of the first partner in its colour, or why there is none."""
    face = style.PARTNER.get(first, style.FAINT)
    nobody = pd.isna(first)
    tile = FancyBboxPatch(
        (column - 0.45, row - 0.36),
        0.9,
        0.72,
        facecolor="white" if nobody else face,
        edgecolor=style.GREY if nobody else face,
        linestyle=(0, (3, 2)) if nobody else "-",
        **TILE,
    )
    axes.add_patch(tile)
    axes.text(
        column,
        row,
        _first_words(first, why_none),
        ha="center",
        va="center",
        size=style.TEXT_PT,
        color=style.SUBTITLE if nobody else "white",
    )


def _rules_of(rules, partner, inward):
    """One partner and direction: states by rows, dates by columns."""
    ours, theirs = ("destination", "passport")[:: 1 if inward else -1]
    rows = tables.select(rules, **{theirs: partner})
    return rows.pivot(index=ours, columns="date", values="rule")


def _tiles(axes, table, years, *, names):
    """One tile a state and snapshot, with the rule in a word."""
    for row, code in enumerate(table.index):
        for column, rule in enumerate(table.loc[code]):
            words, face, colour = RULES[rule]
            tile = FancyBboxPatch(
                (column - 0.46, row - 0.42),
                0.92,
                0.84,
                facecolor=face,
                edgecolor="none",
                **TILE,
            )
            axes.add_patch(tile)
            look = {"size": style.SMALL_PT, "ha": "center", "va": "center"}
            axes.text(column, row, words, color=colour, **look)
    axes.set(xlim=(-0.5, len(years) - 0.5), ylim=(len(table) - 0.5, -0.5))
    axes.set_xticks(range(len(years)), years)
    axes.set_yticks(
        range(len(table)), [name_of(code) if names else "" for code in table.index]
    )
    axes.tick_params(axis="y", labelcolor=style.INK)
    axes.grid(False)
    axes.spines["bottom"].set_visible(False)


def _told(table, years):
    """The first and the last rule of each state."""
    return ", ".join(
        f"{name_of(code)} {years[0]} {rules.iloc[0]}, {years[-1]} {rules.iloc[-1]}"
        for code, rules in table.iterrows()
    )
