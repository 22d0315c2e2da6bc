"""Static charts, and the live ones that controls move: a measure in, a picture out."""

import functools
import itertools
import math

from helpers import claims, economy, style, tables

SIZE = (8.2, 4.6)  # inches
TRADE_SOURCE = (
    "Data: national statistics of Kazakhstan, Kyrgyzstan, Uzbekistan; IMF IMTS (China, "
    "USA)."
)
SHARE_SOURCE = "Data: national statistics; IMF IMTS; CIA World Factbook."
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
    importer, exporter = _name(last["importer"]), _name(last["exporter"])
    years = f"{gap['year'].iloc[0]} to {last['year']}"
    title = (
        f"In {last['year']} {exporter} reports {last['ratio']:.1f} times what "
        f"{importer} reports"
    )
    subtitle = f"{importer}'s imports from {exporter}, {years}, USD billion"
    figure = style.figure(*SIZE)
    style.words(figure, title=title, subtitle=subtitle, source=TRADE_SOURCE)
    axes = style.axes(figure, right=1.9)
    ends = []
    for side, name, verb in (
        ("importer", last["importer"], "imports"),
        ("exporter", last["exporter"], "exports"),
    ):
        values = gap[f"{side}_usd_mn"] / 1000
        colour = style.PARTNER.get(name, style.INK)
        axes.plot(gap["year"], values, color=colour, linewidth=2.2)
        ends.append((values.iloc[-1], f"{_name(name)} reports\n{verb}", colour))
    axes.fill_between(
        gap["year"],
        gap["importer_usd_mn"] / 1000,
        gap["exporter_usd_mn"] / 1000,
        color=style.PARTNER["CHN"],
        alpha=0.08,
    )
    axes.set_ylim(bottom=0)
    _end_labels(axes, last["year"], ends)
    _whole_years(axes, gap["year"])
    return style.Picture(
        figure,
        f"{title}. {subtitle}: {importer} {last['importer_usd_mn'] / 1000:.1f}, "
        f"{exporter} {last['exporter_usd_mn'] / 1000:.1f} in {last['year']}; the ratio "
        f"was {gap['ratio'].min():.1f} at its lowest and {gap['ratio'].max():.1f} at "
        "its highest.",
    )


def bases(rows):
    """Each basis of one claimed figure, with the bulletin's figure as a line.

    Parameters
    ----------
    rows : DataFrame
        From ``evidence.rows``: one claim, several bases and periods. Of several
        rows on one basis and period the last one is drawn.

    Returns
    -------
    style.Picture
        Titled with the lowest and the highest value.
    """
    stated = claims.claim(rows["claim_id"].iloc[0])
    rows = rows.drop_duplicates(["basis", "period"], keep="last")  # as known now
    low, high = rows["value"].min(), rows["value"].max()
    quantity = rows["quantity"].iloc[0]
    title = f"Between {low:.1f} and {high:.1f} {stated.unit}, by basis and year"
    subtitle = (
        f"{quantity[0].upper()}{quantity[1:]}, {stated.unit}. Line: the bulletin "
        f"({stated.comparator} {stated.claimed_value:g}). Band: supported"
    )
    names = list(dict.fromkeys(rows["basis"]))
    figure = style.figure(SIZE[0], 1.9 + 0.62 * len(names))
    style.words(figure, title=title, subtitle=subtitle, source=SHARE_SOURCE)
    axes = style.axes(figure, left=2.0, grid="x")
    _claimed(axes, stated, rows["value"])
    for place, name in enumerate(names):
        part = rows[rows["basis"] == name].sort_values("period")
        places = [place] * len(part)
        axes.plot(part["value"], places, color=style.PALE, linewidth=2, zorder=2)
        axes.plot(part["value"], places, "o", color=style.GREY, ms=5.5, zorder=3)
        _period_label(axes, part[part["period"] == stated.period], place, above=True)
        _period_label(axes, part.tail(1), place, above=False)
    axes.set_yticks(range(len(names)), names, color=style.INK, size=style.TEXT_PT)
    axes.set_ylim(len(names) - 0.4, -0.75)
    numbers = "; ".join(
        f"{row.basis} {row.period}: {row.value:.2f}" for row in rows.itertuples()
    )
    return style.Picture(figure, f"{title}. {subtitle}. Values: {numbers}.")


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
    figure = style.figure(*SIZE)
    style.words(figure, title=title, subtitle=subtitle, source=TRADE_SOURCE)
    axes = style.axes(figure, right=1.7)
    axes.axhline(stated.claimed_value, color=style.CLAIM, linewidth=1.4)
    ends = []
    colours = [style.PARTNER["CHN"], style.INK][: len(series)]
    for (name, frame), colour in zip(series.items(), colours, strict=True):
        axes.plot(frame["year"], frame["share_percent"], color=colour, linewidth=2.2)
        ends.append((frame["share_percent"].iloc[-1], name, colour))
    ends.append((stated.claimed_value, "the bulletin", style.CLAIM))
    axes.set_ylim(bottom=0)
    _end_labels(axes, now, ends)
    _whole_years(axes, first["year"])
    numbers = ". ".join(
        f"{name}: "
        + ", ".join(f"{row.year} {row.share_percent:.2f}" for row in frame.itertuples())
        for name, frame in series.items()
    )
    return style.Picture(figure, f"{title}. {subtitle}. {numbers}.")


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
    first, second = (_name(code) for code in top.index)
    title = f"{first} and {second}: {weight:.0f} percent of China's part"
    at = regional.iloc[0]
    subtitle = (
        f"{at['flow'].capitalize()}s {at['year']}, {economy.BASES[at['basis']]}. Red: "
        "China's part in each state's total (grey), USD billion"
    )
    figure = style.figure(SIZE[0], 3.9)
    style.words(figure, title=title, subtitle=subtitle, source=SHARE_SOURCE)
    axes = style.axes(figure, left=1.25, right=0.9, grid="x")
    names = [_name(code) for code in rows["country"]]
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
        f"{_name(row.country)} {row.china_usd_mn / 1000:.2f} of "
        f"{row.total_usd_mn / 1000:.2f} ({row.share_percent:.1f} percent)"
        for row in rows.itertuples()
    )
    return style.Picture(figure, f"{title}. {subtitle}. {numbers}.")


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
    width = SIZE[0] + 1.6
    figure = style.figure(width, 3.6)
    source = "Data: Correlates of War Project, dyadic trade 4.0."
    style.words(figure, title=title, subtitle=subtitle, source=source)
    highest = both[["share_percent_CHN", "share_percent_RUS"]].max().max()
    panel = (width - 0.9) / len(end)
    for place, (country, rows) in enumerate(both.groupby("country")):
        axes = style.axes(
            figure,
            left=0.6 + place * panel,
            right=width - 0.6 - (place + 1) * panel + 0.15,
            top=1.25,
            bottom=0.65,
        )
        for code in ("RUS", "CHN"):
            shown = rows[f"share_percent_{code}"]
            axes.plot(rows["year"], shown, color=style.PARTNER[code], linewidth=2)
        axes.set_title(_name(country), size=style.TEXT_PT, color=style.INK, loc="left")
        axes.set(ylim=(0, 1.05 * highest), xticks=[first, last])
        axes.set_xlim(first - 2, last + 2)
        if place:
            axes.tick_params(labelleft=False)
        else:
            _key(axes)
    numbers = "; ".join(
        f"{_name(code)}: China {row['share_percent_CHN']:.0f}, Russia "
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
    figure = style.figure(*SIZE, dpi=style.LIVE_DPI)
    title, subtitle, _ = style.words(figure, title="", subtitle="", source=TRADE_SOURCE)
    axes = style.axes(figure, right=1.35)
    first, last = int(trade["year"].min()), int(trade["year"].max())
    axes.set_xlim(first, last)
    marker = axes.axvline(first, color=style.PALE, linewidth=1.2)
    slots = [
        (
            axes.plot([], [], linewidth=2)[0],
            axes.plot([], [], "o", ms=5, clip_on=False)[0],
            _label(axes),
        )
        for _ in range(2 + others)
    ]
    lines, dots, labels = zip(*slots, strict=True)
    empty = _middle(axes)
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
        _spread(labels, axes)
        who = COUNTED_BY[reported_by]
        title.set_text(f"{_name(country)}, {flow}s, {year}: {_said(values, year)}")
        subtitle.set_text(
            f"USD billion by partner, {first} to {last}, counted by {who}"
        )
        missing = f"Our sources hold no figures by partner from {_name(country)}."
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
    figure = style.figure(*SIZE, dpi=style.LIVE_DPI)
    title, subtitle, _ = style.words(figure, title="", subtitle="", source=TRADE_SOURCE)
    axes = style.axes(figure, right=1.75)
    marker = axes.axvline(2019, color=style.PALE, linewidth=1.2)
    lines = [axes.plot([], [], linewidth=2.2)[0] for _ in range(2)]
    dots = [axes.plot([], [], "o", ms=6, clip_on=False)[0] for _ in range(2)]
    labels = [_label(axes) for _ in range(2)]
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
        _whole_years(axes, gap["year"])
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
            label.set(color=colour, text=f"{_name(code)}\n{text}")
            label.xy = (gap["year"].iloc[-1], gap[f"{side}_usd_mn"].iloc[-1] / 1000)
        _spread(labels, axes, lines_each=2)
        flow = f"{_name(importer)}'s imports from {_name(exporter)}"
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
    label.set(text=_name(code), color=style.PARTNER.get(code, style.SUBTITLE))
    label.xy = (series.index[-1], series.iloc[-1])


def _said(values, year):
    """What the title says of one year: the values of China and Russia, in words."""
    if year not in values.index:
        return "no figure in our table"
    row = values.loc[year].dropna()
    said = [f"{_name(code)} {row[code]:.2f}" for code in style.PARTNER if code in row]
    return ", ".join(said) or "no figure in our table"


def _ratio_said(at):
    return f"ratio {at['ratio'].item():.2f}" if len(at) else "not in our table"


def _claimed(axes, stated, values):
    """The bulletin's figure as a line, and where the rule says supported as a band."""
    full, _ = claims.limits(stated.claim_id)
    axes.axvline(stated.claimed_value, color=style.CLAIM, linewidth=1.6)
    edges = [edge for edge in (full.low, full.high) if math.isfinite(edge)]
    everything = [*values, stated.claimed_value, *edges]
    room = 0.12 * (max(everything) - min(everything))
    axes.set_xlim(max(0, min(everything) - room), max(everything) + room)
    left, right = axes.get_xlim()
    band = max(left, full.low), min(right, full.high)
    axes.axvspan(*band, color=style.CLAIM, alpha=0.10, linewidth=0)


def _period_label(axes, part, place, *, above):
    """The claim's own year above the line of dots, the newest year below it."""
    for row in part.itertuples():
        axes.plot(row.value, place, "o", color=style.INK, ms=7, zorder=4)
        axes.annotate(
            row.period,
            (row.value, place),
            xytext=(0, 7 if above else -7),
            textcoords="offset points",
            ha="center",
            va="bottom" if above else "top",
            size=style.SMALL_PT,
            color=style.SUBTITLE,
        )


def _end_labels(axes, year, ends):
    labels = []
    for value, text, colour in ends:
        label = _label(axes)
        label.set(text=text, color=colour)
        label.xy = (year, value)
        labels.append(label)
    lines = max(text.count("\n") + 1 for _, text, _ in ends)
    _spread(labels, axes, lines_each=lines)


def _middle(axes):
    """A text in the middle of the axes, still empty."""
    return axes.text(
        0.5,
        0.5,
        "",
        transform=axes.transAxes,
        ha="center",
        va="center",
        size=12,
        color=style.SUBTITLE,
    )


def _label(axes):
    return axes.annotate(
        "",
        (0, 0),
        xytext=(8, 0),
        textcoords="offset points",
        va="center",
        size=style.TEXT_PT,
        annotation_clip=False,
    )


def _spread(labels, axes, lines_each=1):
    """Move labels apart, so that none covers another; distances in points."""
    shown = [label for label in labels if label.get_text()]
    shown.sort(key=lambda label: label.xy[1])
    low, high = axes.get_ylim()
    height = axes.get_position().height * axes.figure.get_figheight() * 72
    room = 1.3 * style.TEXT_PT * lines_each
    natural = [(label.xy[1] - low) / (high - low) * height for label in shown]
    places, floor = [], -room
    for place in natural:
        floor = max(place, floor + room)
        places.append(floor)
    ceiling = height + room
    for index in reversed(range(len(places))):
        ceiling = places[index] = min(places[index], ceiling - room)
    for label, start, place in zip(shown, natural, places, strict=True):
        label.set_position((8, place - start))


def _whole_years(axes, years):
    first, last = int(min(years)), int(max(years))
    step = max(1, (last - first) // 6)
    axes.set_xticks(range(first, last + 1, step))
    axes.set_xlim(first - 0.04 * (last - first), last)


def _key(axes):
    for place, code in enumerate(("CHN", "RUS")):
        axes.text(
            0.06,
            0.94 - 0.12 * place,
            _name(code),
            transform=axes.transAxes,
            va="top",
            size=style.TEXT_PT,
            weight="bold",
            color=style.PARTNER[code],
        )


def _name(code):
    return tables.country_names()[code]
