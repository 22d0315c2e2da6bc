"""Charts of Xinjiang's people by series, of communities abroad, and of birth rates."""

import functools

from matplotlib.patches import Rectangle

from helpers import claims, diplomacy, style, tables
from helpers.charts import pieces
from helpers.charts.pieces import name_of

COUNTED, BOUND = "#3f7f86", "#a9cbce"
PARTS = {  # of a stacked bar, with their colours
    "Uyghur": "#3f7f86",
    "Kazakh": "#6ba3a8",
    "Hui": "#94bfc2",
    "other mostly Muslim groups": "#c0dadb",
    "other minorities": "#dcd7c8",
    "not published by group": "white",
    "Han": "#c9ccd1",
}
LIVE_SIZE = 9.8, 5.0
WHOLE_SAID = {
    "printed total": "the printed total",
    "sum of the groups": "the sum of the groups",
}


def composition(population, sources):
    """What each series publishes, as one bar of 100 percent a series.

    Parameters
    ----------
    population, sources : DataFrame
        The tables ``xinjiang_population`` and ``population_series``.

    Returns
    -------
    style.Picture
        Titled with the range of the three named groups. People of whom only the sum
        is published are hatched.
    """
    shares = diplomacy.series_shares(
        population, sources, groups=diplomacy.NAMED, whole="sum of the groups"
    )
    full = shares[shares["not_published"] == ""]["low_percent"]
    title = (
        f"Where they are published, the three make {full.min():.1f} to "
        f"{full.max():.1f} percent"
    )
    chart = pieces.Chart(
        title=title,
        subtitle=(
            "People of Xinjiang by ethnic group, percent of the sum of the groups, by "
            "series. Line: the bulletin's 60"
        ),
        source=tables.credit("xinjiang_population"),
        size=(9.8, 4.9),
        left=1.35,
        right=0.35,
        top=1.25,
        bottom=0.7,
        grid="x",
    )
    axes, said = chart.axes, []
    names = list(shares["series"])
    for place, name in enumerate(names):
        parts = _parts(population, name)
        _stack(axes, place, parts)
        said.append(f"{name}: {_listed(parts)}")
    axes.axvline(_claimed(), color=style.CLAIM, linewidth=1.8)
    axes.set(xlim=(0, 100), ylim=(len(names) - 0.5, -0.5))
    axes.set_yticks(range(len(names)), names, size=style.TEXT_PT, color=style.INK)
    _part_key(chart.figure)
    return chart.picture("; ".join(said))


def census_share(population, sources):
    """Build the share of some groups in all series; controls move what is counted.

    Parameters
    ----------
    population, sources : DataFrame
        The tables ``xinjiang_population`` and ``population_series``.

    Returns
    -------
    style.Live
        Takes ``series``, ``groups`` (a key of ``diplomacy.GROUPS``) and ``whole``.
    """
    names = list(sources.sort_values("year")["series"])
    figure = style.figure(*LIVE_SIZE, dpi=style.LIVE_DPI)
    words = {
        "title": "",
        "subtitle": "",
        "source": tables.credit("xinjiang_population"),
    }
    title, subtitle, _ = style.words(figure, **words)
    axes = style.axes(figure, left=1.35, right=0.4, top=1.3, bottom=1.05, grid="x")
    axes.set(xlim=(0, 100), ylim=(len(names) - 0.5, -0.7))
    axes.set_yticks(range(len(names)), names, size=style.TEXT_PT, color=style.INK)
    full, _ = claims.limits("S2")
    axes.axvspan(full.low, full.high, color=style.CLAIM, alpha=0.10, linewidth=0)
    axes.axvline(_claimed(), color=style.CLAIM, linewidth=1.8)
    axes.annotate(
        f"the bulletin: {_claimed():g}",
        (_claimed(), -0.7),
        xytext=(0, 4),
        textcoords="offset points",
        ha="center",
        size=style.SMALL_PT,
        color=style.CLAIM,
        annotation_clip=False,
    )
    pieces.sign_key(figure, tables.SIGNS.values())
    note = figure.text(
        0.25 / LIVE_SIZE[0],
        1 - 0.92 / LIVE_SIZE[1],
        "",
        size=style.SMALL_PT,
        color=style.INK,
        va="center",
    )
    rows = [_live_row(axes, place) for place in range(len(names))]
    marker = Rectangle((0, 0), 100, 0.86, facecolor="none", edgecolor=style.INK)
    marker.set(linewidth=1.6, clip_on=False)
    axes.add_patch(marker)

    @functools.cache
    def shares_of(groups, whole):
        shares = diplomacy.series_shares(
            population, sources, groups=diplomacy.GROUPS[groups], whole=whole
        )
        return shares.assign(sign=tables.signs(shares))

    def update(*, series, groups, whole):
        shares = shares_of(groups, whole)
        for artists, share in zip(rows, shares.itertuples(), strict=True):
            _place_row(artists, share)
        place = names.index(series)
        marker.set_y(place - 0.43)
        share = shares.iloc[place]
        title.set_text(f"{series.capitalize()}, {groups}: {share_said(share)}")
        subtitle.set_text(
            f"Percent of {WHOLE_SAID[whole]} of each series. Bar: at least; pale: at "
            "most. Band: supported"
        )
        note.set_text(_note(share))
        return f"{title.get_text()}. {subtitle.get_text()}. {note.get_text()}"

    moving = [artist for artists in rows for artist in artists]
    layers = {
        ("groups", "whole"): [*moving, subtitle],
        ("series",): [marker, title, note],
    }
    return style.Live(figure, layers, update)


def share_said(share):
    """A share in words: one value, a range, or that it is not published."""
    low, high = share["low_percent"], share["high_percent"]
    if low != low:
        return "not published"
    if share["not_published"]:
        return f"between {low:.1f} and {high:.1f} percent"
    return f"{low:.1f} percent ({share['sign']})"


def communities(abroad):
    """Uyghurs outside China by country, on three bases, each with its sign.

    Parameters
    ----------
    abroad : DataFrame
        The table ``uyghurs_abroad``.

    Returns
    -------
    style.Picture
        Titled with the smallest number of the first country and the largest of the
        second. A line shows a range. A country without a mark was not found.
    """
    bases = list(dict.fromkeys(abroad["basis"]))
    ranked = [diplomacy.community_ranks(abroad, basis=basis) for basis in bases]
    first = abroad[abroad["country"] == "KAZ"]["persons_low"].min()
    others = abroad[abroad["country"] != "KAZ"]["persons_high"].max()
    chart = pieces.Chart(
        title=f"Kazakhstan: {first:,} or more; other countries: {others:,} or fewer",
        subtitle=(
            "Uyghurs outside China, thousand people, newest year of each basis. "
            "No mark: no number found"
        ),
        source=tables.credit("uyghurs_abroad"),
        size=(9.8, 5.4),
        left=1.35,
        right=0.4,
        top=1.15,
        bottom=1.05,
        grid="x",
    )
    axes = chart.axes
    tops = abroad.groupby("country")["persons_high"].max().sort_values(ascending=False)
    order = list(tops.index)
    colours = dict(zip(bases, (style.INK, style.GREY, COUNTED), strict=True))
    said = []
    for step, (basis, rows) in enumerate(zip(bases, ranked, strict=True)):
        rows = rows.assign(sign=tables.signs(rows))
        for row in rows.itertuples():
            place = order.index(row.country) + 0.26 * (step - 1)
            _community(axes, row, place, colours[basis])
        listed = ", ".join(_number_said(row) for row in rows.itertuples())
        said.append(f"{basis}: {listed}")
    axes.set(xlim=(0, 320), ylim=(len(order) - 0.4, -0.6))
    axes.set_yticks(
        range(len(order)),
        [name_of(code) for code in order],
        size=style.TEXT_PT,
        color=style.INK,
    )
    pieces.colour_key(chart.figure, colours, below=True)
    pieces.sign_key(chart.figure, tables.signs(abroad))
    return chart.picture("; ".join(said))


def counts_in_kazakhstan(counts):
    """Uyghurs in Kazakhstan by census, in both versions, each with its sign.

    Parameters
    ----------
    counts : DataFrame
        The table ``uyghurs_in_kazakhstan``.

    Returns
    -------
    style.Picture
        Titled with the number of 1970 over that of 1959. No line joins the censuses.
    """
    counts = counts.assign(sign=tables.signs(counts))
    listed = tables.select(counts, version="list")
    grown = diplomacy.growth_between(listed)
    times = tables.value(grown, "times", from_year=1959)
    chart = pieces.Chart(
        title=f"In 1970 {times:.1f} times as many Uyghurs as in 1959",
        subtitle=(
            "Uyghurs in Kazakhstan by year of the census, thousand people. Grey line: "
            "two versions"
        ),
        source=tables.credit("uyghurs_in_kazakhstan"),
        bottom=1.05,
        right=0.5,
    )
    axes = chart.axes
    for row in counts.itertuples():
        colour = style.INK if row.version == "list" else COUNTED
        look = {"s": 46, "linewidth": 1.4, "zorder": 3, "clip_on": False}
        look |= style.mark(row.sign, colour)
        axes.scatter(row.year, row.persons / 1000, **look)
    for year, rows in counts.groupby("year"):
        if len(rows) > 1 and rows["persons"].max() > 2 * rows["persons"].min():
            ends = [rows["persons"].min() / 1000, rows["persons"].max() / 1000]
            axes.plot([year, year], ends, color=style.PALE, linewidth=2, zorder=1)
    axes.set(xlim=(1890, 2028), ylim=(0, 320), xticks=sorted(set(counts["year"])))
    axes.set_xticklabels(sorted(set(counts["year"])), rotation=45)
    pieces.sign_key(chart.figure, counts["sign"])
    colours = {"the list": style.INK, "Wikipedia": COUNTED}
    for step, (name, colour) in enumerate(colours.items()):
        axes.text(
            0.03,
            0.93 - 0.09 * step,
            name,
            transform=axes.transAxes,
            size=style.TEXT_PT,
            weight="bold",
            color=colour,
        )
    said = "; ".join(
        f"{row.year} {row.version} {row.persons:,} ({row.sign})"
        for row in counts.itertuples()
    )
    return chart.picture(said)


def births(rates):
    """Birth rate and natural growth in Xinjiang, beside China's natural growth.

    Parameters
    ----------
    rates : DataFrame
        From ``diplomacy.vital_rates``.

    Returns
    -------
    style.Picture
        Titled with the first and last birth rate since 2017. Lines break where a year
        is missing.
    """
    here = rates[rates["area"] == "Xinjiang"].set_index("year")
    title = (
        f"Births in Xinjiang: {here.at[2017, 'births']:.1f} per 1,000 people in 2017, "
        f"{here.at[2019, 'births']:.1f} in 2019"
    )
    lines = {
        "births, Xinjiang": ("Xinjiang", "births", style.INK),
        "natural growth, Xinjiang": ("Xinjiang", "natural_growth", COUNTED),
        "natural growth, China": ("China", "natural_growth", style.PARTNER["CHN"]),
    }
    long = rates.melt(["year", "area"], ["births", "natural_growth"], "what", "value")
    keys = {(area, what): name for name, (area, what, _) in lines.items()}
    pairs = zip(long["area"], long["what"], strict=True)
    long["line"] = [keys.get(pair) for pair in pairs]
    chart = pieces.Chart(
        title=title,
        subtitle=(
            f"Per 1,000 people, all ethnic groups, {rates['year'].min()} to "
            f"{rates['year'].max()}, by year. No data is not zero"
        ),
        source=tables.credit("xinjiang_births"),
        top=1.25,
        right=0.4,
    )
    colours = {name: colour for name, (_, _, colour) in lines.items()}
    pieces.gaps_as_gaps(
        chart.axes,
        long.dropna(subset=["line"]),
        by="line",
        value="value",
        colours=colours,
    )
    chart.axes.set(
        ylim=(0, 21),
        yticks=range(0, 21, 5),
        xticks=sorted(set(rates["year"]) - {1999, 2018}),
    )
    pieces.colour_key(chart.figure, colours, below=True)
    said = "; ".join(
        f"{row.line} {row.year}: {row.value:.2f}"
        for row in long.dropna(subset=["line", "value"]).itertuples()
    )
    return chart.picture(said)


def _claimed():
    return claims.claim("S2").claimed_value


def _parts(population, series):
    """People of a series by the parts of a bar; unknown ones together."""
    rows = tables.select(population, series=series)
    persons = rows.set_index("ethnic_group")["persons"]
    other = [name for name in diplomacy.MOSTLY_MUSLIM if name not in diplomacy.NAMED]
    parts = {name: persons.get(name, 0) for name in diplomacy.NAMED}
    parts["other mostly Muslim groups"] = persons.reindex(other).sum()
    known = persons.reindex(["Mongol"]).sum()
    left = persons.get("Other", 0)
    complete = set(other) <= set(persons.index)
    parts["other minorities"] = known + (left if complete else 0)
    named = sum(parts.values())
    everybody = persons.get(diplomacy.MINORITIES, persons.drop("Han").sum())
    parts["not published by group"] = everybody - named
    parts["Han"] = persons["Han"]
    whole = sum(parts.values())
    return {name: 100 * float(parts[name]) / whole for name in PARTS}


def _stack(axes, place, parts):
    left = 0.0
    for name, percent in parts.items():
        look = {"facecolor": PARTS[name], "edgecolor": "white", "linewidth": 0.8}
        if name == "not published by group":
            look |= {"hatch": "////", "edgecolor": style.GREY}
        if percent > 0:
            axes.barh(place, percent, left=left, height=0.66, **look)
        if percent >= 7:
            dark = name == "Uyghur"
            axes.text(
                left + percent / 2,
                place,
                f"{percent:.1f}",
                ha="center",
                va="center",
                size=style.SMALL_PT,
                color="white" if dark else style.INK,
                bbox=None
                if name != "not published by group"
                else {"facecolor": "white", "edgecolor": "none", "pad": 1},
            )
        left += percent


def _listed(parts):
    return ", ".join(f"{name} {value:.1f}" for name, value in parts.items() if value)


def _part_key(figure):
    """A coloured square and the name of each part, in one row below the subtitle."""
    y = 1 - 0.95 / figure.get_figheight()
    x = 0.25 / figure.get_figwidth()
    for name, colour in PARTS.items():
        unknown = name == "not published by group"
        figure.add_artist(
            Rectangle(
                (x, y - 0.011),
                0.013,
                0.022,
                transform=figure.transFigure,
                facecolor=colour,
                edgecolor=style.GREY,
                linewidth=0.6,
                hatch="/////" if unknown else None,
            )
        )
        text = figure.text(
            x + 0.017, y, name, size=style.SMALL_PT, color=style.INK, va="center"
        )
        x = text.get_window_extent().x1 / figure.bbox.width + 0.014


def _live_row(axes, place):
    """The artists of one series: pale bar, bar, mark and text."""
    most = axes.barh(place, 0, height=0.5, color=BOUND, hatch="////")[0]
    most.set(edgecolor="white", linewidth=0)
    least = axes.barh(place, 0, height=0.5, color=COUNTED)[0]
    marks = [
        axes.plot([], [], style.MARKERS[sign[0]][0], ms=7, zorder=4)[0]
        for sign in tables.SIGNS.values()
    ]
    text = axes.text(2, place, "", va="center", size=style.TEXT_PT, color=style.INK)
    return most, least, *marks, text


def _place_row(artists, share):
    most, least, *marks, text = artists
    low, high = share.low_percent, share.high_percent
    least.set_width(0 if low != low else low)
    most.set_width(high if share.not_published else 0)
    for sign, mark in zip(tables.SIGNS.values(), marks, strict=True):
        shown = sign == share.sign and low == low
        mark.set_data([low] if shown else [], [share.Index] if shown else [])
        look = style.mark(sign, style.INK)
        mark.set(
            markerfacecolor=look["facecolor"],
            markeredgecolor=look["edgecolor"],
            markeredgewidth=1.4,
        )
    said = f"{low:.1f}"
    if share.not_published:
        said = f"{low:.1f} to {high:.1f}: not all groups published"
    if low != low:
        said = f"not published by group, at most {high:.1f}"
    text.set_text(said)
    text.set_color("white" if low == low else style.INK)


def _note(share):
    """What is not published; else what the rule says under both readings."""
    if missing := share["not_published"]:
        return f"Not published: {missing}; at most {share['high_percent']:.1f} percent"
    about = claims.verdict("S2", share["low_percent"])
    under = claims.verdict("S2", share["low_percent"], comparator="under")
    return f"The rule, read as about 60: {about}; as under 60: {under}"


def _community(axes, row, place, colour):
    low, high = row.persons_low / 1000, row.persons_high / 1000
    if high > low:
        axes.plot([low, high], [place, place], color=colour, linewidth=3)
    look = {"s": 42, "linewidth": 1.4, "zorder": 3, "clip_on": False}
    look |= style.mark(row.sign, colour)
    axes.scatter((low + high) / 2, place, **look)


def _number_said(row):
    said = f"{row.persons_low:,}"
    if row.persons_high > row.persons_low:
        said += f" to {row.persons_high:,}"
    return f"{name_of(row.country)} {row.year} {said} ({row.sign})"
