"""Charts of trade: who reports, whose share, which year."""

import functools
import itertools

from helpers import claims, economy, style, tables
from helpers.charts import pieces
from helpers.charts.pieces import name_of

COUNTED_BY = {
    "country": "its own offices",
    "partner": "China's and the USA's customs alone",
}


def mirror(gap):
    """Both reports of one flow, year by year.

    Parameters
    ----------
    gap : DataFrame
        From ``economy.mirror_gap``.

    Returns
    -------
    style.Picture
        Titled with the ratio of the last year.
    """
    last = gap.iloc[-1]
    importer, exporter = name_of(last["importer"]), name_of(last["exporter"])
    years = f"{gap['year'].iloc[0]} to {last['year']}"
    title = (
        f"In {last['year']} {exporter} reports {last['ratio']:.1f} times what "
        f"{importer} reports"
    )
    subtitle = f"{importer}'s imports from {exporter}, {years}, USD billion"
    source = tables.credit("trade_by_partner")
    chart = pieces.Chart(title=title, subtitle=subtitle, source=source, right=1.9)
    axes = chart.axes
    ends = []
    for side, name, verb in (
        ("importer", last["importer"], "imports"),
        ("exporter", last["exporter"], "exports"),
    ):
        values = gap[f"{side}_usd_mn"] / 1000
        colour = style.PARTNER.get(name, style.INK)
        axes.plot(gap["year"], values, color=colour, linewidth=2.2)
        ends.append((values.iloc[-1], f"{name_of(name)} reports\n{verb}", colour))
    axes.fill_between(
        gap["year"],
        gap["importer_usd_mn"] / 1000,
        gap["exporter_usd_mn"] / 1000,
        color=style.PARTNER["CHN"],
        alpha=0.08,
    )
    axes.set_ylim(bottom=0)
    pieces.end_labels(axes, last["year"], ends)
    pieces.whole_years(axes, gap["year"])
    return chart.picture(
        f"{importer} {last['importer_usd_mn'] / 1000:.1f}, "
        f"{exporter} {last['exporter_usd_mn'] / 1000:.1f} in {last['year']}; the ratio "
        f"was {gap['ratio'].min():.1f} at its lowest and {gap['ratio'].max():.1f} at "
        "its highest"
    )


def shares(series, claim_id):
    """Shares over the years on one or more bases, with the bulletin's figure.

    Parameters
    ----------
    series : dict of str to DataFrame
        From a basis's name to a frame with ``year`` and ``share_percent``.
    claim_id : str

    Returns
    -------
    style.Picture
        Titled with the first basis's values in the claim's year and the last.
    """
    stated = claims.claim(claim_id)
    first_name, first = next(iter(series.items()))
    at = first.set_index("year")["share_percent"]
    then, now = int(stated.period), at.index[-1]
    title = (
        f"{at[then]:.2f} percent in {then}, {at[now]:.2f} in {now}, says {first_name}"
    )
    subtitle = (
        "The five states' share in China's foreign trade, "
        f"{at.index[0]} to {now}, percent. "
        f"Line: the bulletin, {stated.comparator} {stated.claimed_value:g}"
    )
    source = tables.credit("trade_by_partner")
    chart = pieces.Chart(title=title, subtitle=subtitle, source=source, right=1.7)
    axes = chart.axes
    axes.axhline(stated.claimed_value, color=style.CLAIM, linewidth=1.4)
    ends = []
    colours = [style.PARTNER["CHN"], style.INK][: len(series)]
    for (name, frame), colour in zip(series.items(), colours, strict=True):
        axes.plot(frame["year"], frame["share_percent"], color=colour, linewidth=2.2)
        ends.append((frame["share_percent"].iloc[-1], name, colour))
    ends.append((stated.claimed_value, "the bulletin", style.CLAIM))
    axes.set_ylim(bottom=0)
    pieces.end_labels(axes, now, ends)
    pieces.whole_years(axes, first["year"])
    numbers = ". ".join(
        f"{name}: "
        + ", ".join(f"{row.year} {row.share_percent:.2f}" for row in frame.itertuples())
        for name, frame in series.items()
    )
    return chart.picture(numbers)


def parts(regional):
    """China's part in each state's trade, and the whole it is a part of.

    Parameters
    ----------
    regional : DataFrame
        From ``economy.regional_parts``.

    Returns
    -------
    style.Picture
        Titled with the two states that make most of China's part.
    """
    rows = regional.sort_values("total_usd_mn")
    china = rows.set_index("country")["china_usd_mn"]
    top = china.sort_values(ascending=False).head(2)
    weight = 100 * top.sum() / china.sum()
    first, second = (name_of(code) for code in top.index)
    title = f"{first} and {second}: {weight:.0f} percent of China's part"
    at = regional.iloc[0]
    subtitle = (
        f"{at['flow'].capitalize()}s {at['year']}, {economy.BASES[at['basis']]}. Red: "
        "China's part in each state's total (grey), USD billion"
    )
    chart = pieces.Chart(
        title=title,
        subtitle=subtitle,
        source=tables.credit("trade_by_partner", "partner_shares"),
        size=(pieces.SIZE[0], 3.9),
        left=1.25,
        right=0.9,
        grid="x",
    )
    axes = chart.axes
    names = [name_of(code) for code in rows["country"]]
    axes.barh(names, rows["total_usd_mn"] / 1000, color=style.PALE, height=0.62)
    axes.barh(
        names, rows["china_usd_mn"] / 1000, color=style.PARTNER["CHN"], height=0.62
    )
    for place, row in enumerate(rows.itertuples()):
        axes.annotate(
            f"{row.share_percent:.0f} %",
            (row.total_usd_mn / 1000, place),
            xytext=(5, 0),
            textcoords="offset points",
            va="center",
            size=style.TEXT_PT,
            color=style.INK,
        )
    axes.tick_params(axis="y", labelsize=style.TEXT_PT, labelcolor=style.INK)
    numbers = "; ".join(
        f"{name_of(row.country)} {row.china_usd_mn / 1000:.2f} of "
        f"{row.total_usd_mn / 1000:.2f} ({row.share_percent:.1f} percent)"
        for row in rows.itertuples()
    )
    return chart.picture(numbers)


def long_run(china, russia, *, flow):
    """China's and Russia's shares in each state's trade, five panels.

    Parameters
    ----------
    china, russia : DataFrame
        From ``economy.partner_share``: ``country``, ``year``, ``share_percent``.
    flow : {"export", "import"}
        What the shares are shares of.

    Returns
    -------
    style.Picture
        Titled with the number of states where China's share passed Russia's.
    """
    both = china.merge(russia, on=["country", "year"], suffixes=("_CHN", "_RUS"))
    first, last = both["year"].min(), both["year"].max()
    end = both[both["year"] == last].set_index("country")
    ahead = (end["share_percent_CHN"] > end["share_percent_RUS"]).sum()
    title = f"In {last} China's share is the larger one in {ahead} of {len(end)} states"
    subtitle = f"Share in each state's {flow}s, {first} to {last}, percent"
    figure = style.figure(*pieces.PANELS_SIZE)
    source = tables.credit("trade_long_run")
    style.words(figure, title=title, subtitle=subtitle, source=source)
    highest = both[["share_percent_CHN", "share_percent_RUS"]].max().max()
    states = both.groupby("country")
    panels = pieces.state_panels(figure, list(states.groups))
    for axes, (_, rows) in zip(panels, states, strict=True):
        for code in ("RUS", "CHN"):
            shown = rows[f"share_percent_{code}"]
            axes.plot(rows["year"], shown, color=style.PARTNER[code], linewidth=2)
        axes.set(ylim=(0, 1.05 * highest), xticks=[first, last])
        axes.set_xlim(first - 2, last + 2)
    pieces.partner_key(panels[0])
    numbers = "; ".join(
        f"{name_of(code)}: China {row['share_percent_CHN']:.0f}, Russia "
        f"{row['share_percent_RUS']:.0f}"
        for code, row in end.iterrows()
    )
    return style.Picture(figure, f"{title}. {subtitle}. In {last}: {numbers}.")


def partner_lines(trade, others=3):
    """A live figure of one country's trade by partner: the trade explorer's picture.

    Parameters
    ----------
    trade : DataFrame
        The table ``trade_by_partner``.
    others : int
        How many partners are drawn in grey beside China and Russia.

    Returns
    -------
    style.Live
        Takes ``country``, ``flow``, ``reported_by`` and ``year``.
    """
    figure = style.figure(*pieces.SIZE, dpi=style.LIVE_DPI)
    source = tables.credit("trade_by_partner")
    title, subtitle, _ = style.words(figure, title="", subtitle="", source=source)
    axes = style.axes(figure, right=1.35)
    first, last = int(trade["year"].min()), int(trade["year"].max())
    axes.set_xlim(first, last)
    marker = axes.axvline(first, color=style.PALE, linewidth=1.2)
    slots = [
        (
            axes.plot([], [], linewidth=2)[0],
            axes.plot([], [], "o", ms=5, clip_on=False)[0],
            pieces.label(axes),
        )
        for _ in range(2 + others)
    ]
    lines, dots, labels = zip(*slots, strict=True)
    empty = pieces.middle(axes)
    drawn = [axes.yaxis, *lines, *labels, empty, subtitle]
    layers = {
        ("country", "flow", "reported_by"): drawn,
        ("year",): [marker, *dots, title],
    }
    values_of = functools.cache(functools.partial(economy.partner_values, trade))

    def update(country, flow, reported_by, year):
        table = values_of(country=country, flow=flow, reported_by=reported_by)
        shown = _chosen(table.columns, others)
        values = table[shown] / 1000
        axes.set_ylim(0, 1.08 * max(values.max().max(), 0.01) if shown else 1)
        marker.set_xdata([year, year])
        for slot, code in itertools.zip_longest(slots, shown):
            _draw_partner(values, code, year, *slot)
        pieces.spread(labels, axes)
        who = COUNTED_BY[reported_by]
        title.set_text(f"{name_of(country)}, {flow}s, {year}: {_said(values, year)}")
        subtitle.set_text(
            f"USD billion by partner, {first} to {last}, counted by {who}"
        )
        missing = f"Our sources hold no figures by partner from {name_of(country)}."
        empty.set_text("" if shown else missing)
        return f"{title.get_text()}. {subtitle.get_text()}. {empty.get_text()}".strip()

    return style.Live(figure, layers, update)


def mirror_lines(trade):
    """A live figure of one flow's two reports: the mirror-gap lab's picture.

    Parameters
    ----------
    trade : DataFrame
        The table ``trade_by_partner``.

    Returns
    -------
    style.Live
        Takes ``pair`` (importer and exporter), ``cost_percent`` and ``year``.
    """
    figure = style.figure(*pieces.SIZE, dpi=style.LIVE_DPI)
    source = tables.credit("trade_by_partner")
    title, subtitle, _ = style.words(figure, title="", subtitle="", source=source)
    axes = style.axes(figure, right=1.75)
    marker = axes.axvline(2019, color=style.PALE, linewidth=1.2)
    lines = [axes.plot([], [], linewidth=2.2)[0] for _ in range(2)]
    dots = [axes.plot([], [], "o", ms=6, clip_on=False)[0] for _ in range(2)]
    labels = [pieces.label(axes) for _ in range(2)]
    layers = {
        ("pair",): [axes.yaxis, axes.xaxis],
        ("cost_percent",): [*lines, *labels, subtitle],
        ("year",): [marker, *dots, title],
    }
    gap_of = functools.cache(functools.partial(economy.mirror_gap, trade))

    def update(pair, cost_percent, year):
        importer, exporter = pair
        sides = {"importer": importer, "exporter": exporter}
        gap = gap_of(**sides, cost_percent=cost_percent)
        pieces.whole_years(axes, gap["year"])
        full = gap_of(**sides, cost_percent=0)
        highest = full[["importer_usd_mn", "exporter_usd_mn"]].max().max() / 1000
        axes.set_ylim(0, 1.1 * highest)
        marker.set_xdata([year, year])
        at = gap[gap["year"] == year]
        for (code, side, text), line, dot, label in zip(
            (
                (importer, "importer", "reports imports"),
                (exporter, "exporter", "reports exports"),
            ),
            lines,
            dots,
            labels,
            strict=True,
        ):
            colour = style.PARTNER.get(code, style.INK)
            line.set(color=colour)
            line.set_data(gap["year"], gap[f"{side}_usd_mn"] / 1000)
            dot.set(color=colour)
            dot.set_data(at["year"], at[f"{side}_usd_mn"] / 1000)
            label.set(color=colour, text=f"{name_of(code)}\n{text}")
            label.xy = (gap["year"].iloc[-1], gap[f"{side}_usd_mn"].iloc[-1] / 1000)
        pieces.spread(labels, axes, lines_each=2)
        flow = f"{name_of(importer)}'s imports from {name_of(exporter)}"
        title.set_text(f"{flow}, {year}: {_ratio_said(at)}")
        cost = f"{cost_percent} percent transport taken out of the importer's report"
        subtitle.set_text(f"USD billion; {cost}. Ratio: exporter's ÷ importer's")
        return f"{title.get_text()}. {subtitle.get_text()}."

    return style.Live(figure, layers, update)


def _chosen(partners, others):
    """China and Russia first, then the largest of the rest."""
    named = [code for code in style.PARTNER if code in partners]
    return named + [code for code in partners if code not in named][:others]


def _draw_partner(values, code, year, line, dot, label):
    """Draw one partner's line, the year's dot and the name; without a code, nothing."""
    if code is None:
        line.set_data([], [])
        dot.set_data([], [])
        label.set_text("")
        return
    series = values[code].dropna()
    colour = style.PARTNER.get(code, style.GREY)
    line.set_data(series.index, series.to_numpy())
    line.set(color=colour, linewidth=2.4 if code in style.PARTNER else 1.4)
    at = series[series.index == year]
    dot.set_data(at.index, at.to_numpy())
    dot.set(color=colour)
    label.set(text=name_of(code), color=style.text_colour(colour))
    label.xy = (series.index[-1], series.iloc[-1])


def _said(values, year):
    """What the title says of one year: the values of China and Russia, in words."""
    if year not in values.index:
        return "no figure in our table"
    row = values.loc[year].dropna()
    said = [f"{name_of(code)} {row[code]:.2f}" for code in style.PARTNER if code in row]
    return ", ".join(said) or "no figure in our table"


def _ratio_said(at):
    return f"ratio {at['ratio'].item():.2f}" if len(at) else "not in our table"
