"""Charts of votes in the UN General Assembly, and of what moves beside them."""

import functools
import textwrap

import pandas as pd
from matplotlib.patches import FancyBboxPatch

from helpers import security, style, tables
from helpers.charts import pieces
from helpers.charts.pieces import name_of

PARTNERS = {**style.PARTNER, "USA": style.FAINT}
AGREEMENT, DISTANCE = "agreement", "distance"
NO_VOTE = "no vote recorded"
TILES = {  # how a vote is drawn: face, edge, words
    "yes": (style.INK, style.INK, "white"),
    "abstain": (style.PALE, style.PALE, style.INK),
    "no": ("white", style.INK, style.INK),
    NO_VOTE: ("none", style.GREY, style.FAINT),
}
SHADE = {"alpha": 0.16, "linewidth": 0}
LIVE_SIZE = 8.2, 5.6
UP_AND_DOWN = 2007, 2011, 2013
WINDOWS = (1995, 1999), (2005, 2009), (2015, 2019)
ENOUGH = 10  # common votes of an issue that the title may speak of
MEASURES = {
    AGREEMENT: "Agreement, 0 to 1",
    DISTANCE: "Distance of ideal points, no unit, to 2019",
}
LIMITS = {AGREEMENT: (0, 1.05), DISTANCE: (0, 5)}


def vote_grid(votes, resolutions):
    """Who voted how on a few texts; no vote recorded is drawn as a sign of its own.

    Parameters
    ----------
    votes : DataFrame
        The table ``un_votes``.
    resolutions : DataFrame
        The rows of ``un_resolutions`` to show, one column each.

    Returns
    -------
    style.Picture
        Titled with the one of the five states that has most votes not recorded.
    """
    states = [*tables.the_five(), "CHN", "RUS", "IND", "USA"]
    texts = resolutions.sort_values("date")
    cast = votes.pivot(index="country", columns="resolution", values="vote")
    cast = cast.loc[states, texts["resolution"]]
    silent = (cast.loc[tables.the_five()] == NO_VOTE).sum(axis=1)
    title = (
        f"{name_of(silent.idxmax())}: no vote recorded on {silent.max()} of "
        f"{len(texts)} texts"
    )
    chart = pieces.Chart(
        title=title,
        subtitle=(
            f"Votes in the UN General Assembly by year, {len(texts)} texts on Ukraine. "
            "Dashed: no vote recorded, which is not an abstention"
        ),
        source=tables.credit("un_votes"),
        size=(9.8, 5.6),
        left=1.35,
        top=2.0,
        bottom=0.4,
        right=0.2,
    )
    axes = chart.axes
    axes.set(xlim=(-0.5, len(texts) - 0.5), ylim=(len(states) - 0.4, -0.6), xticks=[])
    axes.grid(visible=False)
    axes.spines["bottom"].set_visible(False)
    axes.set_yticks(range(len(states)), [name_of(code) for code in states])
    axes.tick_params(axis="y", labelsize=style.TEXT_PT, labelcolor=style.INK)
    axes.axhline(4.5, color=style.GREY, linewidth=0.8)
    for column, text in enumerate(texts.itertuples()):
        head = textwrap.wrap(textwrap.shorten(text.title, 64, placeholder=" ..."), 17)
        look = {"ha": "center", "va": "top", "size": style.SMALL_PT, "color": style.INK}
        axes.text(column, -2.8, "\n".join([text.date[:7], *head]), **look)
        for row, code in enumerate(states):
            _tile(axes, column, row, cast.at[code, text.resolution])
    said = (
        f"{text.date} {text.title}: "
        + ", ".join(
            f"{name_of(code)} {cast.at[code, text.resolution]}" for code in states
        )
        for text in texts.itertuples()
    )
    return chart.picture("; ".join(said))


def agreement_panels(agreement):
    """Agreement with China, Russia and the USA, five panels; missing years stay empty.

    Parameters
    ----------
    agreement : DataFrame
        The table ``un_agreement``.

    Returns
    -------
    style.Picture
        Titled with how many states agreed more with China in the second of ``WINDOWS``
        than in the first, and less in the third than in the second.
    """
    codes = tables.the_five()
    rows = agreement[agreement["country"].isin(codes)]
    means = security.window_means(
        tables.select(rows, partner="CHN"), values=["agreement"], windows=WINDOWS
    ).pivot(index="country", columns="years", values="agreement")
    steps = means.diff(axis=1)
    _, middle, late = means.columns
    title = (
        f"Agreement with China: in {(steps[middle] > 0).sum()} of {len(codes)} up by "
        f"{middle}, in {(steps[late] < 0).sum()} down by {late}"
    )
    first, last = rows["year"].min(), rows["year"].max()
    subtitle = f"Agreement in UN votes, 0 to 1, by year, {first} to {last}"
    figure = _frame(title, subtitle, "un_agreement")
    pieces.colour_key(figure, PARTNERS)
    look = {"xlim": (first - 1, last + 1), "xticks": [2000, 2019]}
    _row(figure, rows, "agreement", PARTNERS, **look)
    at = tables.select(rows, year=last).pivot(
        index="country", columns="partner", values="agreement"
    )
    return style.Picture(
        figure,
        f"{title}. {subtitle}. With China, means of {', '.join(means.columns)}: "
        f"{_numbers(means)}. In {last} with {_names(PARTNERS)}: "
        f"{_numbers(at[list(PARTNERS)])}. "
        "2020 to 2024: no roll calls.",
    )


def agenda(agreement, points):
    """Agreement with the USA, and the distance of ideal points from them, one by one.

    Parameters
    ----------
    agreement, points : DataFrame
        The tables ``un_agreement`` and ``un_ideal_points``.

    Returns
    -------
    style.Picture
        Titled with how many states rose to the second of ``UP_AND_DOWN`` and fell to
        the third.
    """
    states = [*tables.the_five(), "CHN", "RUS"]
    series = {
        AGREEMENT: security.agreement_series(agreement, partner="USA", least_votes=20),
        DISTANCE: security.ideal_point_distance(points, partner="USA"),
    }
    wide = {
        name: rows[rows["country"].isin(states) & (rows["year"] < 2020)].pivot(
            index="year", columns="country", values=name
        )
        for name, rows in series.items()
    }
    years = list(UP_AND_DOWN)
    low, high, after = (wide[AGREEMENT].loc[year] for year in years)
    both = ((high > low) & (after < high)).sum()
    title = (
        f"Agreement with the USA: in {both} of {len(states)} states up by {years[1]}, "
        f"down by {years[2]}"
    )
    first, last = wide[AGREEMENT].index[[0, -1]]
    subtitle = f"Each with the United States, by year, {first} to {last}"
    figure = _frame(title, subtitle, "un_agreement", "un_ideal_points", height=5.6)
    for name, top, bottom in ((AGREEMENT, 1.5, 2.85), (DISTANCE, 3.3, 0.75)):
        axes = style.axes(figure, top=top, bottom=bottom)
        axes.set_title(MEASURES[name], size=style.TEXT_PT, color=style.INK, loc="left")
        for code in states:
            axes.plot(
                wide[name].index,
                wide[name][code],
                color=style.PARTNER.get(code, style.GREY),
                linewidth=2 if code in style.PARTNER else 1.2,
            )
        for year in years:
            axes.axvline(year, color=style.PALE, linewidth=1, zorder=0.5)
        axes.set(xlim=(first - 0.5, last + 0.5), ylim=LIMITS[name])
        axes.set_xticks([1995, *years, 2019])
        axes.tick_params(labelbottom=name == DISTANCE)
    pieces.colour_key(figure, {"the five states": style.FAINT, **style.PARTNER})
    numbers = ". ".join(
        f"{name.capitalize()}: {_numbers(rows.loc[years, states].T)}"
        for name, rows in wide.items()
    )
    return style.Picture(
        figure, f"{title}. {subtitle}. In {', '.join(map(str, years))}. {numbers}."
    )


def ideal_points(points):
    """Ideal points with their bounds: each state beside China, Russia and the USA.

    Parameters
    ----------
    points : DataFrame
        The table ``un_ideal_points``.

    Returns
    -------
    style.Picture
        Titled with how far the five states, and China, moved.
    """
    codes = tables.the_five()
    place = points.pivot(index="year", columns="country", values="ideal_point")
    first, last = place.index[[0, -1]]
    early, late = place.loc[: first + 4].mean(), place.loc[last - 4 :].mean()
    nearer = ((late["USA"] - late) < (early["USA"] - early))[[*codes, "CHN"]]
    away = (~nearer[codes]).sum()
    china = "nearer" if nearer["CHN"] else "away"
    title = (
        f"From the USA {away} of {len(codes)} states moved away, China moved {china}"
    )
    subtitle = (
        f"Ideal points by year, {first} to {last}, no unit. "
        "Shaded: from the 5th to the 95th percentile"
    )
    figure = _frame(title, subtitle, "un_ideal_points", height=4.2)
    pieces.colour_key(figure, {"the state": style.INK, **PARTNERS}, below=True)
    panels = pieces.state_panels(figure, codes, top=1.5)
    for code, axes in zip(codes, panels, strict=True):
        for one, colour in {**PARTNERS, code: style.INK}.items():
            rows = tables.select(points, country=one)
            _line_in_bounds(axes, rows, "ideal_point", colour)
        axes.set(ylim=(-2.2, 3.5), xlim=(1991, last + 1), xticks=[1995, 2015])
    means = pd.concat([early, late], axis=1).loc[[*codes, *PARTNERS]]
    return style.Picture(
        figure,
        f"{title}. {subtitle}. Means of the first and the last five years: "
        f"{_numbers(means)}.",
    )


def issues(votes, resolutions, *, country):
    """Agreement of one state with China, Russia and the USA, issue by issue.

    Parameters
    ----------
    votes, resolutions : DataFrame
        The parts of ``un_votes`` and ``un_resolutions`` that count.
    country : str
        ISO 3166-1 alpha-3 code.

    Returns
    -------
    style.Picture
        Titled with the issue of the lowest agreement with China and with Russia, among
        issues with at least ``ENOUGH`` common votes.
    """
    by = {
        code: security.votes_by_issue(
            votes, resolutions, country=country, partner=code
        ).set_index("issue")
        for code in PARTNERS
    }
    first = by["CHN"].sort_values("texts")
    where = {
        code: rows.loc[rows["common_votes"] >= ENOUGH, "agreement"].idxmin()
        for code, rows in by.items()
    }
    title = (
        f"Least agreement: with China on {where['CHN']}, with Russia on {where['RUS']}"
    )
    subtitle = (
        f"{name_of(country)}'s agreement in UN votes, 0 to 1, "
        f"{resolutions['year'].min()}. In brackets: number of texts. "
        f"Title: issues of {ENOUGH} or more votes"
    )
    chart = pieces.Chart(
        title=title,
        subtitle=subtitle,
        source=tables.credit("un_votes"),
        size=(pieces.SIZE[0], 4.8),
        left=2.5,
        top=1.25,
        right=0.4,
        grid="x",
    )
    axes = chart.axes
    for row, issue in enumerate(first.index):
        axes.axhline(row, color=style.GRID, linewidth=0.8, zorder=0.5)
        for place, (code, rows) in enumerate(by.items()):
            look = {"color": PARTNERS[code], "zorder": 3, "clip_on": False}
            height = row + 0.16 * (1 - place)  # equal values stay visible
            axes.scatter(rows.loc[issue, "agreement"], height, s=60, **look)
    words = [f"{issue} ({first.loc[issue, 'texts']})" for issue in first.index]
    axes.set_yticks(range(len(words)), words)
    axes.tick_params(axis="y", labelsize=style.TEXT_PT, labelcolor=style.INK)
    axes.set(xlim=(-0.02, 1.02), ylim=(-0.6, len(words) - 0.4))
    pieces.colour_key(chart.figure, PARTNERS, below=True)
    values = pd.DataFrame({code: rows["agreement"] for code, rows in by.items()})
    said = _numbers(values.loc[first.index].set_axis(words)[::-1])
    return chart.picture(f"With {_names(PARTNERS)}: {said}")


def dependence(shares, agreement, *, flow):
    """China's share of each state's trade above agreement with China and with India.

    Parameters
    ----------
    shares : DataFrame
        From ``economy.partner_share``: ``country``, ``year``, ``share_percent``.
    agreement : DataFrame
        The table ``un_agreement``.
    flow : {"export", "import"}
        What the shares are shares of.

    Returns
    -------
    style.Picture
        Titled with Turkmenistan's share in 2009 and at the end.
    """
    first, last = shares["year"].min(), shares["year"].max()
    rows = agreement[agreement["year"].between(first, last)]
    of_china = shares.assign(partner="CHN")
    share, votes = (
        table.pivot(index="country", columns="year", values=value)[[2009, last]]
        for table, value in (
            (of_china, "share_percent"),
            (tables.select(rows, partner="CHN"), "agreement"),
        )
    )
    title = (
        f"Turkmenistan's {flow}s: China's share {share.at['TKM', 2009]:.0f} percent in "
        f"2009, {share.at['TKM', last]:.0f} in {last}"
    )
    subtitle = (
        f"Above: China's share of {flow}s, percent. Below: agreement in UN votes, "
        f"0 to 1. {first} to {last}"
    )
    figure = _frame(title, subtitle, "trade_long_run", "un_agreement", height=5.0)
    colours = {"IND": style.GREY, "CHN": style.PARTNER["CHN"]}
    key = {"CHN": colours["CHN"], "India, for comparison": style.FAINT}
    pieces.colour_key(figure, key, below=True)
    look = {"xlim": (first - 1, last + 1), "xticks": [first + 5, last]}
    limit = 1.08 * shares["share_percent"].max()
    place = {"top": 1.5, "bottom": 2.65, "limit": limit}
    for axes in _row(figure, of_china, "share_percent", colours, **place, **look):
        axes.tick_params(labelbottom=False)
    for axes in _row(figure, rows, "agreement", colours, top=2.7, **look):
        axes.set_title("", loc="left")
    return style.Picture(
        figure,
        f"{title}. {subtitle}. Share in 2009 and {last}: {_numbers(share)}. "
        f"Agreement with China in 2009 and {last}: {_numbers(votes)}.",
    )


def regimes(indices):
    """The electoral democracy index of each state with its bounds.

    Parameters
    ----------
    indices : DataFrame
        The table ``regime_indices``.

    Returns
    -------
    style.Picture
        Titled with two years of Kyrgyzstan, and whether their bounds overlap.
    """
    codes = tables.the_five()
    rows = indices[indices["country"].isin(codes)]
    at = rows.set_index(["country", "year"])
    years = 2009, 2011
    before, after = (at.loc[("KGZ", year)] for year in years)
    overlap = before["low"] <= after["high"] and after["low"] <= before["high"]
    title = (
        f"Kyrgyzstan: {before['electoral_democracy']:.2f} in {years[0]}, "
        f"{after['electoral_democracy']:.2f} in {years[1]}, bounds "
        f"{'overlap' if overlap else 'apart'}"
    )
    first, last = rows["year"].min(), rows["year"].max()
    subtitle = (
        f"Electoral democracy index, 0 to 1, by year, {first} to {last}. "
        "Shaded: bounds of uncertainty"
    )
    figure = _frame(title, subtitle, "regime_indices")
    for code, axes in zip(codes, pieces.state_panels(figure, codes), strict=True):
        state = rows[rows["country"] == code]
        _line_in_bounds(axes, state, "electoral_democracy", style.INK)
        axes.set(ylim=(0, 0.65), xlim=(first - 1, last + 1), xticks=[2000, 2020])
    numbers = "; ".join(
        f"{name_of(code)} {year}: {row['electoral_democracy']:.2f} "
        f"({row['low']:.2f} to {row['high']:.2f})"
        for code in codes
        for year in (*years, last)
        for row in [at.loc[(code, year)]]
    )
    return style.Picture(figure, f"{title}. {subtitle}. {numbers}.")


def alignment_lines(agreement, points):
    """A live figure of one pair over the years: the agreement explorer's picture.

    Parameters
    ----------
    agreement, points : DataFrame
        The tables ``un_agreement`` and ``un_ideal_points``.

    Returns
    -------
    style.Live
        Takes ``country``, ``partner``, ``measure`` (``agreement`` or ``distance``) and
        ``least_votes``, below which a year is not drawn.
    """
    figure = style.figure(*LIVE_SIZE, dpi=style.LIVE_DPI)
    source = tables.credit("un_agreement", "un_ideal_points")
    heading = style.words(figure, title="", subtitle="", source=source)[:2]
    span = range(agreement["year"].min(), agreement["year"].max() + 1)
    above, below = _line_and_bars(figure, span)
    bars = below.bar(span, 0, width=0.7, color=style.GREY)
    (line,) = above.plot([], [], linewidth=2, marker="o", markersize=4, clip_on=False)
    least = below.axhline(0, color=style.INK, linewidth=1.2)
    rows_of = functools.cache(functools.partial(_pair, agreement, points))

    def update(*, country, partner, measure, least_votes):
        every, count = rows_of(country, partner, measure)
        shown = every[count.reindex(every["year"]).to_numpy() >= least_votes]
        line.set_data(*pieces.with_gaps(shown["year"], shown[measure]))
        line.set_color(PARTNERS.get(partner, style.INK))
        above.set_ylim(*LIMITS[measure])
        for year, bar in zip(span, bars, strict=True):
            votes = count.get(year, 0)
            bar.set(height=votes, alpha=1 if votes >= least_votes else 0.35)
        least.set_ydata([least_votes] * 2)
        pair = f"{name_of(country)} and {name_of(partner)}"
        title = f"{pair}: {_first_and_last(shown, measure)}"
        subtitle = (
            f"{MEASURES[measure]}, by year. Left out: {len(every) - len(shown)} of "
            f"{len(every)} years with fewer than {least_votes} common votes"
        )
        for text, said in zip(heading, (title, subtitle), strict=True):
            text.set_text(said)
        return f"{title}. {subtitle}."

    artists = [above.yaxis, *bars, least, line, *heading]
    controls = ("country", "partner", "measure", "least_votes")
    return style.Live(figure, {controls: artists}, update)


def _line_and_bars(figure, span):
    """The axes of a pair: above those of its measure, below those of its votes."""
    above = style.axes(figure, bottom=2.25)
    below = style.axes(figure, top=3.95)
    for axes in (above, below):
        axes.set(xlim=(span[0] - 0.8, span[-1] + 0.8), xticks=range(1995, 2026, 5))
        pieces.no_data_band(axes, 2019.5, 2024.5)
    above.tick_params(labelbottom=False)
    below.set(ylim=(0, 200), yticks=[0, 50, 100, 150, 200])
    words = {"size": style.TEXT_PT, "color": style.INK, "va": "bottom"}
    below.text(span[0], 203, "Common votes, and the least that you ask for", **words)
    return above, below


def _pair(agreement, points, country, partner, measure):
    """The years of a pair with the measure, and its common votes by year."""
    votes = security.agreement_series(agreement, partner=partner)
    votes = tables.select(votes, country=country)
    rows = votes
    if measure == DISTANCE:
        distance = security.ideal_point_distance(points, partner=partner)
        rows = tables.select(distance, country=country)
    return rows, votes.set_index("year")["common_votes"]


def _first_and_last(rows, measure):
    """What a title says of a series: its first and its last year."""
    if rows.empty:
        return "no year has so many votes"
    if len(rows) == 1:
        return (
            f"{rows[measure].item():.2f} in {rows['year'].item()}, the only year left"
        )
    ends = rows.iloc[[0, -1]]
    return ", ".join(
        f"{value:.2f} in {year}"
        for year, value in zip(ends["year"], ends[measure], strict=True)
    )


def _tile(axes, column, row, vote):
    """One vote as a tile; no vote recorded is an empty one with a dashed edge."""
    face, edge, colour = TILES[vote]
    axes.add_patch(
        FancyBboxPatch(
            (column - 0.44, row - 0.34),
            0.88,
            0.68,
            boxstyle="round,pad=0,rounding_size=0.08",
            facecolor=face,
            edgecolor=edge,
            linestyle=(0, (3, 2)) if vote == NO_VOTE else "-",
            linewidth=1.1,
        )
    )
    words = "not recorded" if vote == NO_VOTE else vote
    look = {"size": style.SMALL_PT, "color": colour, "ha": "center", "va": "center"}
    axes.text(column, row, words, **look)


def _frame(title, subtitle, *sources, height=pieces.PANELS_SIZE[1]):
    """A wide figure with its words; ``sources`` are the names of tables."""
    figure = style.figure(pieces.PANELS_SIZE[0], height)
    source = tables.credit(*sources)
    style.words(figure, title=title, subtitle=subtitle, source=source)
    return figure


def _row(figure, rows, value, colours, *, limit=1.05, top=1.25, bottom=0.65, **look):
    """Five panels with a line for each partner that has a colour."""
    codes = tables.the_five()
    panels = pieces.state_panels(figure, codes, top=top, bottom=bottom)
    for code, axes in zip(codes, panels, strict=True):
        shown = tables.select(rows, country=code)
        pieces.gaps_as_gaps(axes, shown, by="partner", value=value, colours=colours)
        axes.set(ylim=(0, limit), **look)
    return panels


def _line_in_bounds(axes, rows, value, colour):
    """A line over years, and the band of its bounds; both break at missing years."""
    years, values = pieces.with_gaps(rows["year"], rows[value])
    bounds = [pieces.with_gaps(rows["year"], rows[b])[1] for b in ("low", "high")]
    axes.plot(years, values, color=colour, linewidth=1.6)
    axes.fill_between(years, *bounds, color=colour, **SHADE)


def _names(codes):
    """Names of countries as a list in words."""
    return ", ".join(name_of(code) for code in codes)


def _numbers(table):
    """A table in words: each row's name with its values."""
    words = table.map("{:.2f}".format, na_action="ignore").fillna("no value")
    return "; ".join(
        f"{_name(key)} {', '.join(row)}"
        for key, row in zip(words.index, words.to_numpy(), strict=True)
    )


def _name(key):
    """The name of a country's code; another text stays as it is."""
    return tables.country_names().get(key, key)
