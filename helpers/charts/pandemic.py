"""Charts of the shock of 2020: two customs offices, and two vintages of one year."""

import pandas as pd

from helpers import economy, style, tables
from helpers.charts import pieces
from helpers.charts.pieces import name_of

HEADINGS = {
    "export": "exports to China",
    "import": "imports from China",
    "turnover": "both together",
}
OFFICES = {"country": style.INK, "partner": style.PARTNER["CHN"]}
INDICATORS = {
    "gdp_growth": "Growth of output",
    "output_path": "Output, growth rates chained",
    "gdp": "GDP at current prices and exchange rates",
    "current_account": "Current account",
    "government_debt": "Public debt",
}


def two_sides(changes, *, year, base):
    """The change of each flow with China, as the state and as China report it.

    Parameters
    ----------
    changes : DataFrame
        From ``economy.trade_change``.
    year, base : int
        The years that were compared.

    Returns
    -------
    style.Picture
        Titled with the states whose two offices disagree on the direction.
    """
    both = changes.pivot(
        index=["country", "flow"], columns="reported_by", values="change_percent"
    )
    total = both.xs("turnover", level="flow")
    torn = total.index[total["country"] * total["partner"] < 0]
    names = " and ".join(map(name_of, torn)) or "no state"
    title = f"Up or down? For {names} the two offices disagree"
    subtitle = (
        f"Trade with China, whole year {year} on whole year {base}, change in percent. "
        "Red: China counts; dark: the state counts"
    )
    figure = style.figure(10.2, 4.0)
    source = tables.credit("trade_by_partner")
    style.words(figure, title=title, subtitle=subtitle, source=source)
    codes = tables.the_five()
    width = (figure.get_figwidth() - 1.4) / len(HEADINGS)
    for place, (flow, heading) in enumerate(HEADINGS.items()):
        left = 1.2 + place * width
        right = figure.get_figwidth() - left - width + 0.2
        axes = style.axes(
            figure, left=left, right=right, top=1.25, bottom=0.65, grid="x"
        )
        axes.set_title(heading, size=style.TEXT_PT, color=style.INK, loc="left")
        axes.axvline(0, color=style.PALE, linewidth=1)
        _pairs(axes, both.xs(flow, level="flow").reindex(codes)[list(OFFICES)], OFFICES)
        axes.set_yticks(range(len(codes)), [name_of(code) for code in codes])
        axes.tick_params(axis="y", labelsize=style.TEXT_PT, labelcolor=style.INK)
        axes.tick_params(labelleft=not place)
        axes.set(xlim=(-82, 45), ylim=(len(codes) - 0.4, -0.6))
    numbers = "; ".join(
        f"{name_of(code)}, {HEADINGS[flow]}: "
        + ", ".join(
            f"{'China' if office == 'partner' else 'the state'} {value:+.1f}"
            for office, value in row.dropna().items()
        )
        for (code, flow), row in both.iterrows()
    )
    return style.Picture(figure, f"{title}. {subtitle}. {numbers}.")


def recovery(index, *, base):
    """Trade with China as an index, by both offices' count, five panels.

    Parameters
    ----------
    index : DataFrame
        From ``economy.recovery``.
    base : int
        The year that is 100.

    Returns
    -------
    style.Picture
        Titled with the number of states above the base two years later.
    """
    wide = index.pivot(
        index=["country", "year"], columns="reported_by", values="index"
    ).sort_index()
    again = base + 2
    above = (wide["partner"].xs(again, level="year") > 100).sum()
    codes = list(wide.index.unique("country"))
    title = f"By China's count, {above} of 5 states are above {base} in {again}"
    last = wide.index.get_level_values("year").max()
    subtitle = (
        f"Trade with China, {base} to {last}, index: year {base} = 100. Red: China's "
        "customs count; dark: the state counts"
    )
    figure = style.figure(*pieces.PANELS_SIZE)
    source = tables.credit("trade_by_partner")
    style.words(figure, title=title, subtitle=subtitle, source=source)
    highest = wide.max().max()
    for axes, code in zip(pieces.state_panels(figure, codes), codes, strict=True):
        rows = wide.loc[code]
        axes.axhline(100, color=style.PALE, linewidth=1.2)
        for office, colour in OFFICES.items():
            line = rows[office].dropna()
            axes.plot(line.index, line, color=colour, linewidth=2)
        axes.set(ylim=(0, 1.05 * highest), xticks=[base, last])
        axes.set_xlim(base - 0.9, last + 0.9)
    numbers = "; ".join(
        f"{name_of(code)} {year}: "
        + ", ".join(
            f"{'China' if office == 'partner' else 'the state'} {value:.0f}"
            for office, value in row.dropna().items()
        )
        for (code, year), row in wide.iterrows()
        if year in (base + 1, again, last)
    )
    return style.Picture(figure, f"{title}. {subtitle}. {numbers}.")


def missed(gap, *, year):
    """Growth as it was expected and as it turned out, one row a country.

    Parameters
    ----------
    gap : DataFrame
        From ``economy.vintage_gap`` for ``gdp_growth``.
    year : int

    Returns
    -------
    style.Picture
        Titled with how many were expected to grow and how many shrank.
    """
    rows = gap[gap["year"] == year].set_index("country").sort_values("gap")
    expected, shrank = (rows["earlier"] > 0).sum(), (rows["later"] < 0).sum()
    title = (
        f"Expected to grow in {year}: {expected} of {len(rows)}. Output fell: {shrank}"
    )
    subtitle = (
        f"Growth of output in {year}, percent. Grey: expected in spring 2019; dark: "
        "as published in April 2024"
    )
    chart = pieces.Chart(
        title=title,
        subtitle=subtitle,
        source=tables.credit("forecast_vintages"),
        size=(pieces.SIZE[0], 4.2),
        left=1.25,
        grid="x",
    )
    axes = chart.axes
    axes.axvline(0, color=style.PALE, linewidth=1.2)
    _pairs(
        axes, rows[["earlier", "later"]], {"earlier": style.GREY, "later": style.INK}
    )
    axes.set_yticks(range(len(rows)), [name_of(code) for code in rows.index])
    axes.tick_params(axis="y", labelsize=style.TEXT_PT, labelcolor=style.INK)
    low, high = rows[["earlier", "later"]].min().min(), rows["earlier"].max()
    axes.set(xlim=(low - 1.5, high + 1.5), ylim=(len(rows) - 0.4, -0.6))
    numbers = "; ".join(
        f"{name_of(code)} {row['earlier']:.1f} expected, {row['later']:.1f} published"
        for code, row in rows.iterrows()
    )
    return chart.picture(numbers)


def paths(gaps, revised, *, year):
    """Output beside the path that was expected, five panels.

    Parameters
    ----------
    gaps : DataFrame
        From ``economy.vintage_gap`` for ``output_path``.
    revised : DataFrame
        From ``economy.mean_revision`` for ``gdp_growth``: where the two vintages do
        not share one past, the panel says so and the title does not count it.
    year : int
        The year that the title counts.

    Returns
    -------
    style.Picture
        Titled with how many comparable states lie below their path.
    """
    moved = revised.loc[revised["mean_revision"] > economy.REVISED, "country"]
    at = gaps[(gaps["year"] == year) & gaps["country"].isin(tables.the_five())]
    comparable = at[~at["country"].isin(moved)]
    below = (comparable["gap"] < 0).sum()
    title = (
        f"In {year}, {below} of {len(comparable)} comparable states lie below the path "
        "of 2019"
    )
    first, last = gaps["year"].min(), gaps["year"].max()
    subtitle = (
        f"Output, {first} to {last}, {at['unit'].iloc[0]}, by year. Grey: as seen in "
        "spring 2019; dark: in April 2024; dashed: forecasts"
    )
    figure = style.figure(*pieces.PANELS_SIZE)
    source = tables.credit("forecast_vintages")
    style.words(figure, title=title, subtitle=subtitle, source=source)
    codes = list(at["country"])
    for axes, code in zip(pieces.state_panels(figure, codes), codes, strict=True):
        rows = gaps[gaps["country"] == code].set_index("year")
        for part, dashes in _known_and_estimated(rows, "earlier", "was_forecast"):
            axes.plot(part.index, part, dashes, color=style.GREY, linewidth=2)
        for part, dashes in _known_and_estimated(rows, "later", "is_estimate"):
            axes.plot(part.index, part, dashes, color=style.INK, linewidth=2)
        if code in set(moved):
            _note(axes, "two pasts:\nnot counted")
        axes.set(ylim=(75, 160), xticks=[first, last])
        axes.set_xlim(first - 1.1, last + 1.1)
    numbers = "; ".join(
        f"{name_of(row.country)} {row.later:.1f}, expected {row.earlier:.1f}"
        for row in at.itertuples()
    )
    return style.Picture(figure, f"{title}. {subtitle}. In {year}: {numbers}.")


def vintage_lines(vintages):
    """A live figure of one indicator in two vintages: the widget's picture.

    Parameters
    ----------
    vintages : DataFrame
        The table ``forecast_vintages``.

    Returns
    -------
    style.Live
        Takes ``country``, ``indicator`` (a key of ``INDICATORS``) and ``year``.
    """
    figure = style.figure(*pieces.SIZE, dpi=style.LIVE_DPI)
    source = tables.credit("forecast_vintages")
    title, subtitle, _ = style.words(figure, title="", subtitle="", source=source)
    axes = style.axes(figure, right=1.75)
    zero = axes.axhline(0, color=style.PALE, linewidth=1.2)
    marker = axes.axvline(2020, color=style.PALE, linewidth=1.2)
    lines = {
        ("earlier", dashes): axes.plot([], [], dashes, color=style.GREY, linewidth=2)[0]
        for dashes in ("-", "--")
    } | {
        ("later", dashes): axes.plot([], [], dashes, linewidth=2.2)[0]
        for dashes in ("-", "--")
    }
    distance = axes.plot([], [], color=style.CLAIM, linewidth=1.6)[0]
    dots = {
        side: axes.plot([], [], "o", ms=6, color=style.GREY, clip_on=False)[0]
        for side in ("earlier", "later")
    }
    labels = [pieces.label(axes), pieces.label(axes)]
    layers = {
        ("country", "indicator"): [
            axes.yaxis,
            zero,
            *lines.values(),
            *labels,
            subtitle,
        ],
        ("year",): [marker, distance, *dots.values(), title],
    }
    rows = pd.concat([vintages, economy.output_path(vintages)])
    pieces.whole_years(axes, rows["year"])
    series = {indicator: _by_country(rows, indicator) for indicator in INDICATORS}

    def update(country, indicator, year):
        gaps = series[indicator][country]
        colour = style.PARTNER.get(country, style.INK)
        low, high = gaps[["earlier", "later"]].stack().agg(["min", "max"])
        room = 0.08 * (high - low)
        axes.set_ylim(low - room, high + room)
        for side, flag in (("earlier", "was_forecast"), ("later", "is_estimate")):
            for part, dashes in _known_and_estimated(gaps, side, flag):
                lines[side, dashes].set_data(part.index, part)
            dots[side].set_data([year], [gaps.loc[year, side]])
        for artist in (lines["later", "-"], lines["later", "--"], dots["later"]):
            artist.set_color(colour)
        ends = (("earlier", "as seen in\nspring 2019", style.SUBTITLE),)
        ends += (("later", "as seen in\nApril 2024", colour),)
        for label, (side, text, shade) in zip(labels, ends, strict=True):
            label.set(text=text, color=shade)
            label.xy = (gaps.index[-1], gaps[side].iloc[-1])
        pieces.spread(labels, axes, lines_each=2)
        marker.set_xdata([year, year])
        at = gaps.loc[year]
        distance.set_data([year, year], [at["earlier"], at["later"]])
        title.set_text(f"{name_of(country)} {year}: {_gap_said(at)}")
        subtitle.set_text(
            f"{INDICATORS[indicator]}, {at['unit']}. Dashed: forecasts and estimates"
        )
        return f"{title.get_text()}. {subtitle.get_text()}."

    return style.Live(figure, layers, update)


def _by_country(rows, indicator):
    """Both vintages of one indicator by year, a table for each country."""
    gaps = economy.vintage_gap(rows, indicator=indicator)
    return {code: part.set_index("year") for code, part in gaps.groupby("country")}


def _pairs(axes, values, colours):
    """Two dots a row, joined, each with its value on the outer side."""
    for place, (_, row) in enumerate(values.iterrows()):
        known = row.dropna().sort_values()
        axes.plot(known, [place] * len(known), color=style.PALE, linewidth=2, zorder=2)
        for order, (side, value) in enumerate(known.items()):
            axes.plot(value, place, "o", color=colours[side], ms=6.5, zorder=3)
            left = order == 0 and len(known) > 1
            axes.annotate(
                f"{value:+.1f}",
                (value, place),
                xytext=(-7 if left else 7, 0),
                textcoords="offset points",
                ha="right" if left else "left",
                va="center",
                size=style.SMALL_PT,
                color=style.text_colour(colours[side]),
            )


def _known_and_estimated(gaps, side, flag):
    """A line in two parts: what its vintage knew, and from there what it estimated."""
    known = gaps.loc[~gaps[flag], side]
    yield known, "-"
    yield gaps.loc[gaps.index >= known.index[-1], side], "--"


def _note(axes, text):
    axes.text(
        0.06,
        0.96,
        text,
        transform=axes.transAxes,
        va="top",
        size=style.SMALL_PT,
        color=style.SUBTITLE,
    )


def _gap_said(at):
    """Both values and their gap, in words that fit the kind of gap."""
    decimals = 0 if at["later"] >= 1000 else 1
    earlier, later, gap = (
        f"{at[side]:,.{decimals}f}" for side in ("earlier", "later", "gap")
    )
    if not at["was_forecast"]:
        return f"first {earlier}, revised {later}, gap {gap}"
    came = "estimated" if at["is_estimate"] else "turned out"
    return f"expected {earlier}, {came} {later}, gap {gap}"
