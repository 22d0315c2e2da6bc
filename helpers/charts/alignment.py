"""Charts of votes in the UN General Assembly, and of what moves beside them."""

import functools
import textwrap

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


def agreement_panels(agreement, *, partners=("CHN", "RUS", "USA")):
    """Agreement with each partner, five panels; missing years stay empty.

    Parameters
    ----------
    agreement : DataFrame
        The table ``un_agreement``.
    partners : sequence of str
        Some of China, Russia and the USA.

    Returns
    -------
    style.Picture
        Titled with how many states agree more with China in 2005-09 than in 1995-99.
    """
    codes = tables.the_five()
    rows = agreement[agreement["country"].isin(codes)]
    early, late = (
        rows[(rows["partner"] == "CHN") & rows["year"].between(first, first + 4)]
        .groupby("country")["agreement"]
        .mean()
        for first in (1995, 2005)
    )
    title = (
        f"{(late > early).sum()} of {len(codes)} agreed more with China in 2005-09 "
        "than in 1995-99"
    )
    first, last = rows["year"].min(), rows["year"].max()
    subtitle = f"Agreement in UN votes, 0 to 1, by year, {first} to {last}"
    figure = style.figure(*pieces.PANELS_SIZE)
    source = tables.credit("un_agreement")
    style.words(figure, title=title, subtitle=subtitle, source=source)
    _key(figure, {name_of(code): PARTNERS[code] for code in partners})
    colours = {code: PARTNERS[code] for code in partners}
    for code, axes in zip(codes, pieces.state_panels(figure, codes), strict=True):
        shown = rows[rows["country"] == code]
        pieces.gaps_as_gaps(
            axes, shown, by="partner", value="agreement", colours=colours
        )
        axes.set(ylim=(0, 1.05), xlim=(first - 1, last + 1), xticks=[2000, 2019])
    at = rows[rows["year"] == last].pivot(
        index="country", columns="partner", values="agreement"
    )
    numbers = "; ".join(
        f"{name_of(code)}: "
        + ", ".join(f"{name_of(one)} {at.loc[code, one]:.2f}" for one in partners)
        for code in codes
    )
    means = "; ".join(
        f"{name_of(code)} {early[code]:.2f}, then {late[code]:.2f}" for code in codes
    )
    said = f"With China, mean of 1995 to 1999, then of 2005 to 2009: {means}"
    return style.Picture(
        figure, f"{title}. {subtitle}. {said}. In {last}: {numbers}. 2020-24: no data."
    )


def agenda(agreement, points, *, years=(2007, 2011, 2013)):
    """Agreement with the USA, and the distance of ideal points from them, one by one.

    Parameters
    ----------
    agreement, points : DataFrame
        The tables ``un_agreement`` and ``un_ideal_points``.
    years : tuple of int
        Three years: the low, the high and the next low that the title speaks of.

    Returns
    -------
    style.Picture
        Titled with how many states rose to the second year and fell to the third.
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
    low, high, after = (wide[AGREEMENT].loc[year] for year in years)
    both = ((high > low) & (after < high)).sum()
    title = (
        f"Agreement with the USA: in {both} of {len(states)} states up by {years[1]}, "
        f"down by {years[2]}"
    )
    first, last = wide[AGREEMENT].index[[0, -1]]
    subtitle = f"Each with the United States, by year, {first} to {last}"
    figure = style.figure(pieces.PANELS_SIZE[0], 5.6)
    source = tables.credit("un_agreement", "un_ideal_points")
    style.words(figure, title=title, subtitle=subtitle, source=source)
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
    names = {name_of(code): style.PARTNER[code] for code in style.PARTNER}
    _key(figure, {"the five states": style.FAINT, **names}, left=None)
    numbers = "; ".join(
        f"{name_of(code)} {name} "
        + ", ".join(f"{wide[name].loc[year, code]:.2f}" for year in years)
        for code in states
        for name in wide
    )
    return style.Picture(
        figure, f"{title}. {subtitle}. In {', '.join(map(str, years))}: {numbers}."
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
    down = (late < early)[codes].sum()
    china = "up" if late["CHN"] > early["CHN"] else "down"
    title = f"Since the 1990s {down} of {len(codes)} states moved down, China {china}"
    subtitle = (
        f"Ideal points by year, {first} to {last}, no unit. "
        "Shaded: from the 5th to the 95th percentile"
    )
    figure = style.figure(pieces.PANELS_SIZE[0], 4.2)
    source = tables.credit("un_ideal_points")
    style.words(figure, title=title, subtitle=subtitle, source=source)
    names = {name_of(code): PARTNERS[code] for code in PARTNERS}
    _key(figure, {"the state": style.INK, **names}, height=0.95, left=0.6)
    panels = pieces.state_panels(figure, codes, top=1.5)
    for code, axes in zip(codes, panels, strict=True):
        for one, colour in {**PARTNERS, code: style.INK}.items():
            rows = tables.select(points, country=one)
            years, values = pieces.with_gaps(rows["year"], rows["ideal_point"])
            bounds = [
                pieces.with_gaps(rows["year"], rows[b])[1] for b in ("low", "high")
            ]
            axes.plot(years, values, color=colour, linewidth=1.6)
            axes.fill_between(years, *bounds, color=colour, **SHADE)
        axes.set(ylim=(-2.2, 3.5), xlim=(1991, last + 1), xticks=[1995, 2015])
    shown = [*codes, *PARTNERS]
    numbers = "; ".join(
        f"{name_of(code)} {early[code]:.2f}, then {late[code]:.2f}" for code in shown
    )
    return style.Picture(
        figure,
        f"{title}. {subtitle}. Means of the first and the last five years: {numbers}.",
    )


def issues(votes, resolutions, *, country, partners=("CHN", "RUS", "USA")):
    """Agreement of one state with three partners, issue by issue.

    Parameters
    ----------
    votes, resolutions : DataFrame
        The parts of ``un_votes`` and ``un_resolutions`` that count.
    country : str
        ISO 3166-1 alpha-3 code.
    partners : sequence of str

    Returns
    -------
    style.Picture
        Titled with the issue of the lowest agreement with Russia and with China.
    """
    by = {
        code: security.votes_by_issue(
            votes, resolutions, country=country, partner=code
        ).set_index("issue")
        for code in partners
    }
    first = by[partners[0]].sort_values("texts")
    where = {code: rows["agreement"].idxmin() for code, rows in by.items()}
    title = (
        f"Least agreement: with China on {where['CHN']}, with Russia on {where['RUS']}"
    )
    years = sorted(set(resolutions["year"]))
    subtitle = (
        f"{name_of(country)}'s agreement in UN votes, 0 to 1, {years[0]}. In brackets: "
        "number of texts, sorted by words in their titles"
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
    _key(chart.figure, {name_of(code): PARTNERS[code] for code in by}, height=0.95)
    return chart.picture(
        "; ".join(
            f"{issue}, {first.loc[issue, 'texts']} texts: "
            + ", ".join(
                f"{name_of(code)} {rows.loc[issue, 'agreement']:.2f}"
                for code, rows in by.items()
            )
            for issue in reversed(first.index)
        )
    )


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
    codes = tables.the_five()
    first, last = shares["year"].min(), shares["year"].max()
    rows = agreement[agreement["year"].between(first, last)]
    share = tables.select(shares, country="TKM").set_index("year")["share_percent"]
    votes = tables.select(rows, partner="CHN").pivot(
        index="country", columns="year", values="agreement"
    )
    title = (
        f"Turkmenistan's {flow}s: China's share {share[2009]:.0f} percent in 2009, "
        f"{share[last]:.0f} in {last}"
    )
    subtitle = (
        f"Above: China's share of {flow}s, percent. Below: agreement in UN votes, "
        f"0 to 1. {first} to {last}"
    )
    figure = style.figure(pieces.PANELS_SIZE[0], 5.0)
    source = tables.credit("trade_long_run", "un_agreement")
    style.words(figure, title=title, subtitle=subtitle, source=source)
    _key(
        figure,
        {"China": style.PARTNER["CHN"], "India, for comparison": style.FAINT},
        height=0.95,
        left=0.6,
    )
    look = {"xlim": (first - 1, last + 1), "xticks": [first + 5, last]}
    for code, axes in zip(
        codes, pieces.state_panels(figure, codes, top=1.5, bottom=2.65), strict=True
    ):
        line = shares[shares["country"] == code]
        axes.plot(line["year"], line["share_percent"], color=style.PARTNER["CHN"])
        axes.set(ylim=(0, 1.08 * shares["share_percent"].max()), **look)
        axes.tick_params(labelbottom=False)
    colours = {"IND": style.GREY, "CHN": style.PARTNER["CHN"]}
    for code, axes in zip(
        codes, pieces.state_panels(figure, codes, top=2.7), strict=True
    ):
        shown = rows[rows["country"] == code]
        pieces.gaps_as_gaps(
            axes, shown, by="partner", value="agreement", colours=colours
        )
        axes.set(ylim=(0, 1.05), **look)
        axes.set_title("", loc="left")
    numbers = "; ".join(
        f"{name_of(code)} "
        + ", then ".join(
            f"{tables.value(shares, 'share_percent', country=code, year=year):.0f} "
            f"percent and {votes.at[code, year]:.2f}"
            for year in (2009, last)
        )
        for code in codes
    )
    return style.Picture(
        figure,
        f"{title}. {subtitle}. Share and agreement with China in 2009, then in {last}: "
        f"{numbers}.",
    )


def regimes(indices, *, country="KGZ", years=(2009, 2011)):
    """The electoral democracy index of each state with its bounds.

    Parameters
    ----------
    indices : DataFrame
        The table ``regime_indices``.
    country : str
    years : tuple of int
        The state and the two years that the title compares.

    Returns
    -------
    style.Picture
        Titled with both values, and whether their bounds overlap.
    """
    codes = tables.the_five()
    rows = indices[indices["country"].isin(codes)]
    at = rows.set_index(["country", "year"])
    before, after = (at.loc[(country, year)] for year in years)
    overlap = before["low"] <= after["high"] and after["low"] <= before["high"]
    title = (
        f"{name_of(country)}: {before['electoral_democracy']:.2f} in {years[0]}, "
        f"{after['electoral_democracy']:.2f} in {years[1]}, bounds "
        f"{'overlap' if overlap else 'apart'}"
    )
    first, last = rows["year"].min(), rows["year"].max()
    subtitle = (
        f"Electoral democracy index, 0 to 1, by year, {first} to {last}. "
        "Shaded: bounds of uncertainty"
    )
    figure = style.figure(*pieces.PANELS_SIZE)
    source = tables.credit("regime_indices")
    style.words(figure, title=title, subtitle=subtitle, source=source)
    for code, axes in zip(codes, pieces.state_panels(figure, codes), strict=True):
        state = rows[rows["country"] == code]
        axes.fill_between(
            state["year"], state["low"], state["high"], color=style.INK, **SHADE
        )
        axes.plot(state["year"], state["electoral_democracy"], color=style.INK)
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
    years = int(agreement["year"].min()), int(agreement["year"].max())
    above = style.axes(figure, bottom=2.25)
    below = style.axes(figure, top=3.95)
    for axes in (above, below):
        axes.set(xlim=(years[0] - 0.8, years[1] + 0.8), xticks=range(1995, 2026, 5))
        pieces.no_data_band(axes, 2019.5, 2024.5)
    above.tick_params(labelbottom=False)
    below.set(ylim=(0, 200), yticks=[0, 50, 100, 150, 200])
    words = {"size": style.TEXT_PT, "color": style.INK, "va": "bottom"}
    below.text(years[0], 203, "Common votes, and the least that you ask for", **words)
    span = range(years[0], years[1] + 1)
    bars = below.bar(span, 0, width=0.7, color=style.GREY)
    (line,) = above.plot([], [], linewidth=2, marker="o", markersize=4, clip_on=False)
    least = below.axhline(0, color=style.INK, linewidth=1.2)
    distance_of = functools.cache(
        functools.partial(security.ideal_point_distance, points)
    )
    series_of = functools.cache(functools.partial(security.agreement_series, agreement))

    def update(*, country, partner, measure, least_votes):
        every = tables.select(series_of(partner=partner), country=country)
        count = every.set_index("year")["common_votes"]
        if measure == DISTANCE:
            every = tables.select(distance_of(partner=partner), country=country)
        enough = count.reindex(every["year"]) >= least_votes
        shown = every[enough.to_numpy()]
        line.set_data(*_gapped(shown["year"], shown[measure]))
        line.set_color(PARTNERS.get(partner, style.INK))
        above.set_ylim(*LIMITS[measure])
        for bar, year in zip(bars, span, strict=True):
            votes = count.get(year, 0)
            bar.set_height(votes)
            bar.set_alpha(1 if votes >= least_votes else 0.35)
        least.set_ydata([least_votes] * 2)
        pair = f"{name_of(country)} and {name_of(partner)}"
        title = f"{pair}: {_first_and_last(shown, measure)}"
        left_out = f"{len(every) - len(shown)} of {len(every)} years"
        subtitle = (
            f"{MEASURES[measure]}, by year. Left out: {left_out} with fewer than "
            f"{least_votes} common votes"
        )
        for text, said in zip(heading, (title, subtitle), strict=True):
            text.set_text(said)
        return f"{title}. {subtitle}."

    artists = [above.yaxis, *bars, least, line, *heading]
    controls = ("country", "partner", "measure", "least_votes")
    return style.Live(figure, {controls: artists}, update)


def _gapped(years, values):
    """Points of a line that breaks at gaps; nothing where there are none."""
    return pieces.with_gaps(years, values) if len(years) else ([], [])


def _first_and_last(rows, measure):
    """What a title says of a series: its first and its last year."""
    if rows.empty:
        return "no year has so many votes"
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


def _key(figure, colours, *, height=0.62, left=None):
    """Names in their colours in one row: from the left, or up to the right edge."""
    place = 1 - height / figure.get_figheight()
    look = {"size": style.TEXT_PT, "weight": "bold", "va": "center"}
    if left is None:
        right = 1 - 0.3 / figure.get_figwidth()
        for name, colour in reversed(colours.items()):
            text = figure.text(right, place, name, ha="right", color=colour, **look)
            right = text.get_window_extent().x0 / figure.bbox.width - 0.02
        return
    start = left / figure.get_figwidth()
    for name, colour in colours.items():
        text = figure.text(start, place, name, color=colour, **look)
        start = text.get_window_extent().x1 / figure.bbox.width + 0.02
