"""Charts of arms deliveries, military spending, and what came first."""

import functools
import textwrap

from helpers import security, style, tables
from helpers.charts import pieces
from helpers.charts.events import timeline
from helpers.charts.pieces import name_of

TOGETHER = "CA5"
OTHERS = "all others"
SHOWN = 5  # suppliers by name beside the window; the rest is one bar
LIVE_SIZE = 9.8, 4.6
STACK_SIZE = 9.8, 6.4
CHINA, RUSSIA = style.PARTNER["CHN"], style.PARTNER["RUS"]


def vintages(quoted, arms):
    """Shares that a paper printed in 2020 beside those of a newer release.

    Parameters
    ----------
    quoted : DataFrame
        The table ``quoted_arms_shares``.
    arms : DataFrame
        The table ``arms_deliveries``.

    Returns
    -------
    style.Picture
        Titled with the pair of figures that lie farthest apart.
    """
    rows = quoted.assign(
        now=[
            tables.value(
                security.delivery_shares(arms, first=row.first, last=row.last),
                "share_percent",
                supplier=row.supplier,
            )
            for row in quoted.itertuples()
        ]
    )
    gap = (rows["now"] - rows["share_percent"]).abs()
    most = rows.loc[gap.idxmax()]
    title = (
        f"{name_of(most['supplier'])} {most['first']} to {most['last']}: "
        f"{most['share_percent']:.0f} percent in a paper of 2020, {most['now']:.0f} "
        "in our release"
    )
    subtitle = (
        "Share of the five states' imports of major arms, percent of TIV. Stroke: the "
        "paper; dot: release of 2025"
    )
    chart = pieces.Chart(
        title=title,
        subtitle=subtitle,
        source=tables.credit("quoted_arms_shares", "arms_deliveries"),
        size=(pieces.SIZE[0] + 1.1, 2.9),
        left=1.6,
        right=1.3,
        grid="x",
    )
    axes = chart.axes
    for place, row in enumerate(rows.itertuples()):
        colour = style.PARTNER[row.supplier]
        axes.plot([row.share_percent, row.now], [place, place], color=style.PALE, lw=3)
        axes.plot(row.share_percent, place, "|", color=colour, mew=3, ms=16)
        axes.plot(row.now, place, "o", color=colour, ms=9)
        label = pieces.label(axes)
        label.set(text=f"{row.share_percent:g} → {row.now:.1f}", color=style.INK)
        label.xy = (max(row.share_percent, row.now), place)
    names = [
        f"{name_of(row.supplier)}\n{row.first} to {row.last}"
        for row in rows.itertuples()
    ]
    axes.set_yticks(range(len(rows)), names, color=style.INK, size=style.TEXT_PT)
    axes.set(xlim=(0, 70), ylim=(len(rows) - 0.5, -0.5))
    numbers = "; ".join(
        f"{name_of(row.supplier)} {row.first} to {row.last}: {row.share_percent:g} "
        f"printed, {row.now:.1f} now"
        for row in rows.itertuples()
    )
    return chart.picture(numbers)


def spending(table):
    """Military spending of the five states, with its gaps drawn as gaps.

    Parameters
    ----------
    table : DataFrame
        The table ``military_spending``.

    Returns
    -------
    style.Picture
        Titled with the states whose newest year is old.
    """
    rows = table.dropna(subset=["gdp_percent"])
    first, last = int(rows["year"].min()), int(rows["year"].max())
    newest = rows.groupby("country")["year"].max()
    old = [f"{name_of(code)} {year}" for code, year in newest.items() if year < last]
    title = f"For {len(old)} of {len(newest)} states the figures end: {', '.join(old)}"
    subtitle = f"Military spending, percent of GDP, {first} to {last}. Gaps: no data"
    figure = style.figure(*pieces.PANELS_SIZE)
    source = tables.credit("military_spending")
    style.words(figure, title=title, subtitle=subtitle, source=source)
    runs = security.spans(rows, by="country", value="gdp_percent")
    panels = pieces.state_panels(figure, list(newest.index))
    for axes, code in zip(panels, newest.index, strict=True):
        state = rows[rows["country"] == code]
        pieces.gaps_as_gaps(
            axes,
            state,
            by="country",
            value="gdp_percent",
            colours={code: style.INK},
            words_on_top=True,
        )
        end = runs[(runs["country"] == code) & (runs["last_year"] == last)].iloc[0]
        if not end["has_data"]:
            pieces.no_data_band(axes, end["first_year"] - 0.5, last + 0.5, on_top=True)
        axes.set(ylim=(0, 1.25 * rows["gdp_percent"].max()), xlim=(first - 1, last + 1))
        axes.set_xticks([2000, 2020])
    numbers = "; ".join(
        f"{name_of(row.country)} {row.gdp_percent:.1f} in {row.year}"
        for row in rows.sort_values("year").groupby("country").tail(1).itertuples()
    )
    return style.Picture(figure, f"{title}. {subtitle}. Newest figures: {numbers}.")


def money_and_arms(series, *, first, last, cut):
    """China's loans, trade and arms by year, with the half-way year of each.

    Parameters
    ----------
    series : DataFrame
        From ``security.involvement``.
    first, last : int
        The window in which the half-way year is sought.
    cut : int
        The year of the dotted line.

    Returns
    -------
    style.Picture
        Titled with the three half-way years.
    """
    half = security.half_way_years(series, first=first, last=last)
    said = ", ".join(f"{row.tie} {row.half_way_year}" for row in half.itertuples())
    title = f"Half-way years: {said}"
    years = f"{first} to {last}"
    subtitle = f"China and the five states, {years}, by year. Dark: by its end half "
    subtitle += f"had come. Dotted: start of {cut}"
    figure = style.figure(*STACK_SIZE)
    source = tables.credit(
        "chinese_finance_by_year", "trade_by_partner", "arms_deliveries"
    )
    two_lines = textwrap.fill(source, 130)
    style.words(figure, title=title, subtitle=subtitle, source=two_lines)
    sums = security.before_and_since(series, cut=cut, years=last - cut + 1)
    earlier = f"{2 * cut - last - 1} to {cut - 1}"
    averages = {
        row.tie: f"{row.before:.1f} in {earlier}, {row.since:.1f} in {cut} to {last}"
        for row in sums.itertuples()
    }
    for place, row in enumerate(half.itertuples()):
        top = 1.2 + place * 1.65
        axes = style.axes(figure, left=0.7, top=top, bottom=STACK_SIZE[1] - top - 1.1)
        shown = series[(series["tie"] == row.tie) & series["year"].between(first, last)]
        dark = shown["year"] == row.half_way_year
        axes.bar(
            shown["year"],
            shown["value"],
            color=dark.map({True: CHINA, False: "#dfa9a4"}),
        )
        axes.axvline(cut - 0.5, color=style.GREY, linestyle=":", linewidth=1.2)
        axes.set_title(
            f"{row.tie}, {shown['unit'].iloc[0]}; a year {averages[row.tie]}",
            size=style.TEXT_PT,
            color=style.INK,
            loc="left",
        )
        axes.set_xlim(first - 0.7, last + 0.7)
        axes.set_xticks(range(first, last + 1, 3))
        axes.locator_params(axis="y", nbins=3)
    numbers = "; ".join(f"{tie} {words}" for tie, words in averages.items())
    windows = "Averages a year"
    return style.Picture(figure, f"{title}. {subtitle}. {windows}: {numbers}.")


def site_words(reports):
    """Reports on two places, and what officials say of them, in order of time.

    Parameters
    ----------
    reports : DataFrame
        The table ``site_reports``.

    Returns
    -------
    style.Picture
        Titled with the number of reports of a Chinese site and of official denials.
    """
    by_kind = reports.groupby(["speaker_kind", "says"]).size()
    told = by_kind.get(("press", security.SITE), 0)
    denied = by_kind.get(("government", security.DENIAL), 0)
    first, last = reports["year"].min(), reports["year"].max()
    return timeline(
        security.report_chronology(reports),
        lane="lane",
        label="label",
        title=f"{told} reports of a Chinese site, {denied} official denials",
        subtitle=f"Reports and official words by year, {first} to {last}. Red: China",
        source=tables.credit("site_reports"),
    )


def military_steps(steps):
    """A choice of military events by lane, in order of time.

    Parameters
    ----------
    steps : DataFrame
        From ``security.steps``.

    Returns
    -------
    style.Picture
        Titled with the first year of each lane with China.
    """
    years = steps["date"].str[:4].astype(int)
    firsts = years.groupby(steps["lane"], sort=False).min()
    said = [f"{lane} since {year}" for lane, year in firsts.items() if "Chin" in lane]
    return timeline(
        steps,
        lane="lane",
        label="label",
        title=". ".join(said),
        subtitle=(
            f"A choice of events by year, {years.min()} to {years.max()}; many are "
            "left out. Red: with China; violet: with Russia"
        ),
        source=tables.credit("events"),
    )


def supplier_windows(arms):
    """A live figure of arms deliveries: by year, and suppliers' shares in a window.

    Parameters
    ----------
    arms : DataFrame
        The table ``arms_deliveries``.

    Returns
    -------
    style.Live
        Takes ``state`` (an ISO code, or ``CA5`` for the five together), ``first`` (the
        first year of the window) and ``length`` (in years).
    """
    figure = style.figure(*LIVE_SIZE, dpi=style.LIVE_DPI)
    source = tables.credit("arms_deliveries")
    title, subtitle, _ = style.words(figure, title="", subtitle="", source=source)
    begin, end = int(arms["year"].min()), int(arms["year"].max())
    years = range(begin, end + 1)
    axes = style.axes(figure, left=0.6, right=4.0, top=1.15)
    axes.set(xlim=(begin - 0.7, end + 0.7), xticks=range(begin + 1, end + 1, 5))
    colours = {OTHERS: style.PALE, "CHN": CHINA, "RUS": RUSSIA}
    bars = {
        name: axes.bar(years, [0] * len(years), color=colour, width=0.8)
        for name, colour in colours.items()
    }
    _key(axes)
    (band,) = axes.bar([begin], [1], width=1, align="edge", color="none")
    band.set(edgecolor=style.CLAIM, linewidth=1.6)
    side = style.axes(figure, left=7.1, right=0.75, top=1.15, grid="x")
    side.set(xlim=(0, 100), ylim=(SHOWN + 0.6, -0.6), yticks=[])
    slots = [_slot(side, place) for place in range(SHOWN + 1)]
    empty = pieces.middle(side)
    flat = [artist for slot in slots for artist in slot]
    layers = {
        ("state",): [axes.yaxis, *[bar for group in bars.values() for bar in group]],
        ("first", "length"): [band, *flat, empty, title, subtitle],
    }
    yearly_of = functools.cache(functools.partial(_by_year, arms, years))
    shares_of = functools.cache(functools.partial(security.delivery_shares, arms))

    def update(state, first, length):
        recipient = None if state == TOGETHER else state
        yearly, floor = yearly_of(recipient), [0.0] * len(years)
        for name, group in bars.items():
            for bar, value, low in zip(group, yearly[name], floor, strict=True):
                bar.set(height=value, y=low)
            floor = [
                low + value for low, value in zip(floor, yearly[name], strict=True)
            ]
        axes.set_ylim(0, 1.1 * max(floor))
        last = min(first + length - 1, end)
        band.set(x=first - 0.5, width=last - first + 1, height=1.05 * max(floor))
        shares = shares_of(first=first, last=last, recipient=recipient)
        _draw_shares(slots, shares)
        empty.set_text("" if len(shares) else "no delivery\nrecorded")
        name = "The five states" if recipient is None else name_of(state)
        span = f"{first} to {last}" if last > first else f"{first}"
        title.set_text(f"{name}, {span}: {_said(shares)}")
        subtitle.set_text(
            f"Major arms, million TIV (capability, not money) by year; right: shares "
            f"in the window, percent of {_total(shares)}"
        )
        return f"{title.get_text()}. {subtitle.get_text()}."

    return style.Live(figure, layers, update)


def _key(axes):
    """The names of the three groups of suppliers in their colours."""
    words = {"Russia": RUSSIA, "China": CHINA, OTHERS: style.FAINT}
    for place, (name, colour) in enumerate(words.items()):
        axes.text(
            0.02 + 0.16 * place,
            1.03,
            name,
            transform=axes.transAxes,
            size=style.TEXT_PT,
            weight="bold",
            color=colour,
        )


def _by_year(arms, years, recipient):
    """Deliveries by year of Russia, China and all others, as lists."""
    rows = arms if recipient is None else tables.select(arms, recipient=recipient)
    group = rows["supplier"].where(rows["supplier"].isin(list(style.PARTNER)), OTHERS)
    sums = rows.groupby([group.rename("group"), "year"])["tiv_mn"].sum()
    return {
        name: [float(sums.get((name, year), 0.0)) for year in years]
        for name in (OTHERS, *style.PARTNER)
    }


def _slot(axes, place):
    """One bar of the shares, with a name at its left and a value at its right."""
    (bar,) = axes.barh([place], [0], height=0.62)
    look = {"va": "center", "size": style.TEXT_PT, "color": style.INK}
    name = axes.text(-3, place, "", ha="right", **look)
    return bar, name, axes.text(0, place, "", ha="left", **look)


def _draw_shares(slots, shares):
    """The largest suppliers by name, the rest as one bar."""
    top = [(row.supplier, row.share_percent) for row in shares.itertuples()][:SHOWN]
    rest = 100 - sum(value for _, value in top)
    if len(shares) > SHOWN:
        top.append((OTHERS, rest))
    top += [(None, 0.0)] * (len(slots) - len(top))
    for (bar, name, value), (supplier, share) in zip(slots, top, strict=True):
        bar.set(width=share, visible=supplier is not None)
        bar.set_color(style.PARTNER.get(supplier, style.GREY))
        name.set_text(_supplier(supplier))
        value.set_text("" if supplier is None else f"{share:.0f}")
        value.set_x(share + 2)


def _supplier(code):
    """A supplier as the chart prints it."""
    if code is None or code in (OTHERS, "unknown"):
        return code or ""
    return {"ARE": "UAE", "USA": "USA"}.get(code, name_of(code))


def _said(shares):
    """What the title says of a window: the shares of Russia and China."""
    if shares.empty:
        return "no delivery in our table"
    by_code = shares.set_index("supplier")["share_percent"]
    parts = [f"{name_of(code)} {by_code.get(code, 0.0):.0f}" for code in ("RUS", "CHN")]
    few = shares["tiv_mn"].sum() < security.FEW_TIV_MN
    return f"{', '.join(parts)} percent{'; few deliveries' if few else ''}"


def _total(shares):
    """The TIV of a window; small sums with a decimal."""
    total = shares["tiv_mn"].sum()
    return f"{total:.1f}" if 0 < total < security.FEW_TIV_MN else f"{total:.0f}"
