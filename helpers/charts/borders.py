"""Charts of border settlements: steps in time, areas by source, weight at signing."""

import itertools
import math

from matplotlib.patches import Rectangle

from helpers import claims, economy, security, style, tables
from helpers.charts import pieces
from helpers.charts.events import timeline
from helpers.charts.pieces import name_of

FIRST, LAST = 0, -1
WHICH_STEP = {  # what may carry "the year": kind of step, and which one of several
    "first signature": ("signature", FIRST),
    "last signature": ("signature", LAST),
    "first ratification found": ("ratification", FIRST),
    "last ratification found": ("ratification", LAST),
    "marking on the ground": ("demarcation", FIRST),
}
EARLY = "Soviet talks, then joint ones"
SQUARES_NOTE = (
    "Outline: the whole of Tajikistan\n\nSquares show size alone, not place:\n"
    "we found no outline that can be checked."
)
CLAIMS = {"KAZ": "S5", "KGZ": "S6", "TJK": "S7"}


def border_timeline(steps):
    """All steps in lanes by state, each with its sign of reliability.

    Parameters
    ----------
    steps : DataFrame
        From ``security.border_steps``.

    Returns
    -------
    style.Picture
        Titled with the years from the first signature to the marking of the border.
    """
    is_early = (steps["state"] == "SUN") | (steps["step"] == "talks")
    lanes = steps["state"].map(tables.country_names()).mask(is_early, EARLY)
    drawn = steps.assign(lane=lanes).drop_duplicates(["lane", "label"])
    signed, marked = (
        steps[steps["step"] == step].groupby("state")["year"].min()
        for step in ("signature", "demarcation")
    )
    years = (marked - signed).dropna().astype(int)
    return timeline(
        drawn,
        lane="lane",
        label="label",
        title=(
            "From the first signature to a marked border: "
            f"{years.min()} to {years.max()} years"
        ),
        subtitle=(
            "Steps of the settlements with China by year, "
            f"{drawn['year'].min()} to {drawn['year'].max()}. Signs: who publishes"
        ),
        source=tables.credit("events"),
    )


def stated_areas(areas):
    """What each source says was left to China, with its sign of reliability.

    Parameters
    ----------
    areas : DataFrame
        The table ``border_areas``.

    Returns
    -------
    style.Picture
        Titled with the range for Tajikistan, of which the bulletin gives a figure.
    """
    rows = tables.select(areas, what="to China").dropna(subset="km2")
    rows = rows.sort_values(["state", "km2"], ignore_index=True)
    rows = rows.assign(sign=tables.signs(rows))
    tajik = tables.select(rows, state="TJK")
    claimed = claims.claim("S8").claimed_value
    title = (
        f"Tajikistan: {tajik['km2'].min():,.0f} to {tajik['km2'].max():,.0f} km2, "
        "depending on who states it"
    )
    chart = pieces.Chart(
        title=title,
        subtitle=(
            "Land left to China as each source states it, km2, with the year of the "
            f"statement. Line: the bulletin (over {claimed:,.0f})"
        ),
        source=tables.credit("border_areas"),
        size=(9.0, 4.9),
        left=3.3,
        right=0.8,
        bottom=0.95,
        grid="x",
    )
    places = [place + 0.6 * _group(rows, place) for place in range(len(rows))]
    chart.axes.set(xlim=(0, 1350), ylim=(places[-1] + 0.6, -0.8), yticks=[])
    for place, row in zip(places, rows.itertuples(), strict=True):
        _statement(chart.axes, place, row)
    for state, of_state in rows.groupby("state"):
        middle = sum(places[index] for index in of_state.index) / len(of_state)
        _beside(chart.axes, -0.52, middle, name_of(state), weight="bold", ha="left")
    ends = [places[index] for index in (tajik.index[0], tajik.index[-1])]
    chart.axes.plot(
        [claimed] * 2, [ends[0] - 0.5, ends[1] + 0.5], color=style.CLAIM, linewidth=1.6
    )
    pieces.sign_key(chart.figure, rows["sign"])
    said = "; ".join(
        f"{name_of(row.state)}, {row.said_by}: {row.km2:,.0f} ({row.sign})"
        for row in rows.itertuples()
    )
    return chart.picture(said)


def disputed_shares(shares, areas):
    """China's part of the disputed land by all pairs of sources.

    Parameters
    ----------
    shares : DataFrame
        From ``security.area_shares``.
    areas : DataFrame
        The table ``border_areas``, for shares whose receiver is not named.

    Returns
    -------
    style.Picture
        Titled with the highest share where the source says who received it. Shares
        of which the source does not say whose they are stand as rings.
    """
    ranges = shares.groupby("state")["share_percent"].agg(["min", "max"])
    highest = ranges["max"].max()
    chart = pieces.Chart(
        title=f"At most {highest:.0f} percent, where the source names the receiver",
        subtitle=(
            "China's part of the disputed land, percent, by all pairs of sources, also "
            "of rivals.\nKazakhstan: the last areas only"
        ),
        source=tables.credit("border_areas"),
        size=(8.2, 3.4),
        left=1.25,
        grid="x",
    )
    axes = chart.axes
    for place, (low, high) in enumerate(ranges.itertuples(index=False)):
        axes.barh(place, 100, color=style.GRID, height=0.56)
        axes.barh(place, high, color=style.PARTNER["CHN"], height=0.56, alpha=0.45)
        axes.barh(place, low, color=style.PARTNER["CHN"], height=0.56)
        axes.annotate(
            _range_said(low, high),
            (high, place),
            xytext=(6 if high < 25 else -9, 0),
            textcoords="offset points",
            va="center",
            ha="left" if high < 25 else "right",
            size=style.TEXT_PT,
            color=style.INK,
            bbox={"facecolor": style.GRID, "edgecolor": "none", "pad": 1},
        )
    axes.axvline(50, color=style.GREY, linewidth=1, linestyle=(0, (4, 3)))
    unnamed = tables.select(areas, what="one side's part")
    silent = _unnamed(axes, unnamed, list(ranges.index))
    names = [name_of(code) for code in ranges.index]
    axes.set_yticks(range(len(names)), names, size=style.TEXT_PT, color=style.INK)
    axes.set(xlim=(0, 100), ylim=(len(names) - 0.5, -0.5))
    said = "; ".join(
        f"{name_of(code)} {_range_said(low, high)}"
        for code, low, high in ranges.itertuples()
    )
    return chart.picture(f"{said}. {silent}")


def weight_at_signing(past, debts, steps):
    """China's weight in trade and in foreign debt, with the years of signature.

    Parameters
    ----------
    past : DataFrame
        The table ``trade_long_run``.
    debts : dict of str to DataFrame
        By state, China's share from ``economy.share_by_whole``.
    steps : DataFrame
        From ``security.border_steps``.

    Returns
    -------
    style.Picture
        Titled with how often China was the larger partner of the two when a treaty
        was signed.
    """
    own = past.assign(reported_by="country")
    trade = {code: economy.turnover_share(own, partner=code) for code in style.PARTNER}
    signed = tables.select(steps, step="signature")
    signed = signed[signed["state"].isin(tables.the_five())]
    ahead, known = _ahead_when_signed(trade, signed)
    title = f"China ahead of Russia in trade at {ahead} of {known} signatures"
    subtitle = (
        "Percent, 1992 to 2014. Solid lines: signatures. Dotted line: the bulletin's "
        "year. Debt: from least to most by three wholes"
    )
    figure = style.figure(9.8, 6.2)
    source = tables.credit("trade_long_run", "debt_flows", "gdp_and_public_debt")
    style.words(figure, title=title, subtitle=subtitle, source=source)
    codes = sorted(signed["state"].unique())
    _heading(figure, "Share in the state's trade", 1.0, in_colour=style.PARTNER)
    for code, axes in zip(codes, _panels(figure, codes, 1.5), strict=True):
        _trade(axes, trade, code)
        _years_of(axes, code, signed)
    _heading(figure, "China's share in the state's debt, by three wholes", 3.6)
    for code, axes in zip(codes, _panels(figure, codes, 4.1), strict=True):
        _debt(axes, debts[code])
        _years_of(axes, code, signed)
    return style.Picture(
        figure, f"{title}. {subtitle}. {_weights_said(trade, signed)}."
    )


def year_of_settlement(steps):
    """A live figure of one state's steps beside the bulletin's year.

    Parameters
    ----------
    steps : DataFrame
        From ``security.border_steps``.

    Returns
    -------
    style.Live
        Takes ``state`` and ``step``, one of ``WHICH_STEP``.
    """
    figure = style.figure(*pieces.SIZE, dpi=style.LIVE_DPI)
    source = tables.credit("events")
    title, subtitle, _ = style.words(figure, title="", subtitle="", source=source)
    axes = style.axes(figure, left=2.95, right=0.45, bottom=0.95, grid="x")
    rows_of = {
        state: steps[steps["state"] == state]
        .drop_duplicates("label", ignore_index=True)
        .rename_axis("place")
        .reset_index()
        for state in CLAIMS
    }
    rows = max(len(of_state) for of_state in rows_of.values())
    axes.set(xlim=(1991, 2013), ylim=(rows - 0.4, -0.9), yticks=[])
    axes.set_xticks(range(1992, 2013, 4))
    pieces.sign_key(figure, steps["reliability"])
    band = axes.axvspan(2000, 2001, color=style.CLAIM, alpha=0.25, linewidth=0)
    claimed_label = axes.text(
        2000, -0.75, "", color=style.CLAIM, size=style.TEXT_PT, ha="center", va="bottom"
    )
    marks = {
        sign: axes.scatter([], [], s=55, linewidth=1.5, **style.mark(sign, style.INK))
        for sign in tables.SIGNS.values()
    }
    labels = [_beside(axes, -0.02, place, "") for place in range(rows)]
    gap = axes.plot([], [], color=style.CLAIM, linewidth=5, alpha=0.5)[0]
    red = style.PARTNER["CHN"]
    ring = axes.plot([], [], "o", ms=15, mfc="none", mec=red, mew=2.2)[0]
    layers = {
        ("state",): [band, claimed_label, *marks.values(), *labels],
        ("step",): [gap, ring, title, subtitle],
    }

    def update(*, state, step):
        shown = rows_of[state]
        chosen = _chosen(shown, step)
        stated = claims.claim(CLAIMS[state])
        year = int(stated.claimed_value)
        band.set_x(year)
        claimed_label.set(x=year + 0.5, text=f"the bulletin: {year}")
        for sign, points in marks.items():
            own = shown.loc[shown["reliability"] == sign, ["start", "place"]]
            points.set_offsets(own.to_numpy())
        words = shown["label"] + ", " + shown["date"].str[:4]
        for label, text in itertools.zip_longest(labels, words, fillvalue=""):
            label.set_text(text)
        place = chosen["place"]
        edge = min(max(chosen["start"], year), year + 1)  # the nearer one of the band
        gap.set_data([chosen["start"], edge], [place, place])
        ring.set_data([chosen["start"]], [place])
        verdict = claims.verdict(stated.claim_id, float(chosen["year"]))
        title.set_text(f"{name_of(state)}, {step} {chosen['year']}: {verdict}")
        off = _distance(int(chosen["year"]) - year)
        subtitle.set_text(
            f"{chosen['label'].capitalize()}: {off}. The rule: supported when equal, "
            "partly within one"
        )
        return f"{title.get_text()}. {subtitle.get_text()}."

    return style.Live(figure, layers, update)


def squares(areas, *, state="TJK"):
    """A live figure of areas as squares, to scale: a part within a whole.

    Parameters
    ----------
    areas : DataFrame
        The table ``border_areas``.
    state : str
        ISO 3166-1 alpha-3 code of a state with several rival figures.

    Returns
    -------
    style.Live
        Takes ``part``, who states the area left to China, and ``whole``, a pair of
        the kind of whole and who states it.
    """
    figure = style.figure(*pieces.SIZE, dpi=style.LIVE_DPI)
    source = tables.credit("border_areas")
    title, subtitle, _ = style.words(figure, title="", subtitle="", source=source)
    axes = style.axes(figure, left=0.3, right=3.6, top=0.9, bottom=0.4, grid="x")
    axes.axis("off")
    of_state = tables.select(areas, state=state).dropna(subset="km2")
    territory = tables.value(of_state, "km2", what="whole territory")
    side = math.sqrt(territory)
    axes.set(xlim=(-5, side + 5), ylim=(-5, side + 5), aspect="equal", anchor="W")
    axes.add_patch(
        Rectangle((0, 0), side, side, facecolor="none", edgecolor=style.PALE)
    )
    whole_square = axes.add_patch(Rectangle((0, 0), 1, 1, facecolor=style.GRID))
    part_square = axes.add_patch(
        Rectangle((0, 0), 1, 1, facecolor=style.PARTNER["CHN"])
    )
    look = {"size": style.TEXT_PT, "color": style.INK, "linespacing": 1.5}
    right = 4.75 / pieces.SIZE[0]
    figure.text(right, 0.42, SQUARES_NOTE, va="top", **look)
    words = figure.text(right, 0.47, "", va="bottom", **look)
    printed = tables.select(areas, state=state, what="to China").set_index("said_by")

    def update(*, part, whole):
        kind, said_by = whole
        km2 = tables.value(of_state, "km2", what="to China", said_by=part)
        of = tables.value(of_state, "km2", what=kind, said_by=said_by)
        for square, area in ((whole_square, of), (part_square, km2)):
            square.set(width=math.sqrt(area), height=math.sqrt(area))
        title.set_text(f"{km2:,.0f} of {of:,.0f} km2 are {100 * km2 / of:.2f} percent")
        subtitle.set_text(
            f"{name_of(state)}: left to China, says {part}; in percent of: {kind}, "
            f"{said_by}"
        )
        own = printed.loc[part, "share_percent"]
        prints = "no share" if own != own else f"{own:g} percent"
        words.set_text(
            f"Red: left to China, {km2:,.0f} km2\nGrey: {kind}, {of:,.0f} km2\n"
            f"The source of the red area prints {prints}"
        )
        spoken = words.get_text().replace("\n", ". ")
        return f"{title.get_text()}. {subtitle.get_text()}. {spoken}."

    layers = {
        ("whole",): [whole_square],
        ("part",): [part_square, words, title, subtitle],
    }
    return style.Live(figure, layers, update)


def _group(rows, place):
    """How many states stand above a row, so that groups stand apart."""
    return list(rows["state"].unique()).index(rows.at[place, "state"])


def _statement(axes, place, row):
    """One source's figure: its name, its sign, and the figure."""
    colour = style.PARTNER["CHN"]
    _beside(axes, -0.02, place, f"{row.said_by}, {row.said_in}")
    axes.plot([0, row.km2], [place] * 2, color=style.PALE, linewidth=1.4, zorder=1)
    axes.scatter(
        row.km2, place, s=55, linewidth=1.5, zorder=3, **style.mark(row.sign, colour)
    )
    axes.annotate(
        f"{row.km2:,.0f}",
        (row.km2, place),
        xytext=(9, 0),
        textcoords="offset points",
        va="center",
        size=style.TEXT_PT,
        color=style.INK,
    )


def _beside(axes, x, place, words, *, ha="right", **look):
    """A text to the left of the axes, at the height of a row."""
    return axes.text(
        x,
        place,
        words,
        transform=axes.get_yaxis_transform(),
        ha=ha,
        va="center",
        size=style.TEXT_PT,
        color=style.INK,
        **look,
    )


def _range_said(low, high):
    if round(low, 1) == round(high, 1):
        return f"{low:.0f} percent"
    if high < 10:
        return f"{low:.1f} to {high:.1f} percent"
    return f"{low:.0f} to {high:.0f} percent"


def _unnamed(axes, rows, codes):
    """Rings for parts of which the source does not say whose they are."""
    places = [codes.index(code) for code in rows["state"]]
    look = {"facecolor": "none", "edgecolor": style.INK, "linewidth": 1.3, "s": 45}
    axes.scatter(rows["share_percent"], places, zorder=4, **look)
    low, high = rows["share_percent"].min(), rows["share_percent"].max()
    words = f"rings: AFP, {low:.0f} and {high:.0f}, receiver not named"
    place = {"xytext": (10, 0), "textcoords": "offset points", "va": "center"}
    colours = {"size": style.SMALL_PT, "color": style.INK}
    axes.annotate(words, (high, places[0]), **place, **colours)
    return f"{name_of(rows['state'].iloc[0])}, {words}"


def _heading(figure, words, top, in_colour=None):
    """A heading above a row of panels, and the partners' names in their colours."""
    inch = 1 / figure.get_figheight()
    x = 0.25 / figure.get_figwidth()
    look = {"va": "center", "size": style.TEXT_PT, "weight": "bold"}
    text = figure.text(x, 1 - top * inch, words, color=style.INK, **look)
    for code, colour in (in_colour or {}).items():
        x = text.get_window_extent().x1 / figure.bbox.width + 0.015
        text = figure.text(x, 1 - top * inch, name_of(code), color=colour, **look)


def _panels(figure, codes, top):
    """A row of panels, 1992 to 2014 in percent."""
    bottom = figure.get_figheight() - top - 1.55
    panels = pieces.state_panels(figure, codes, top=top, bottom=bottom)
    for axes in panels:
        axes.set(ylim=(0, 75), xlim=(1991.5, 2014.8), xticks=[1994, 2002, 2010])
    return panels


def _trade(axes, trade, code):
    """China's and Russia's share in one state's trade; none before 1995."""
    for partner, colour in style.PARTNER.items():
        rows = trade[partner].query("country == @code").assign(partner=partner)
        look = {"by": "partner", "value": "share_percent", "colours": {partner: colour}}
        pieces.gaps_as_gaps(axes, rows, **look)
    pieces.no_data_band(axes, 1991.5, 1994.5)
    switch = security.CHINA_COUNTS_FROM[code]
    look = {"size": style.SMALL_PT, "color": style.FAINT, "ha": "right", "va": "top"}
    axes.text(switch - 0.7, 74, f"China counts\nfrom {switch}", **look)


def _debt(axes, shares):
    """China's share in debt from the least to the most of three wholes, from 2000."""
    pieces.no_data_band(axes, 1991.5, 1999.5)
    known = shares[shares["year"] <= 2014].dropna(subset="share_percent")
    if not known["share_percent"].any():
        lent = shares.loc[shares["stock_usd_mn"] > 0, "year"].min()
        words = f"no Chinese loan\nin this source\nbefore {lent}"
        look = {"size": style.TEXT_PT, "color": style.SUBTITLE, "ha": "center"}
        axes.text(2007, 25, words, **look)
        return
    ends = known.groupby("year")["share_percent"].agg(["min", "max"])
    red = style.PARTNER["CHN"]
    axes.fill_between(ends.index, ends["min"], ends["max"], color=red, alpha=0.3)
    axes.plot(ends.index, ends, color=red, linewidth=1.4)


def _years_of(axes, code, signed):
    """The years of signature, and the bulletin's year."""
    for year in signed.loc[signed["state"] == code, "year"]:
        axes.axvline(year, color=style.GREY, linewidth=1.1, zorder=0.8)
    year = claims.claim(CLAIMS[code]).claimed_value
    axes.axvline(year, color=style.CLAIM, linewidth=1.4, linestyle=":", zorder=0.9)


def _ahead_when_signed(trade, signed):
    """In the year of how many signatures China was ahead, and of how many."""
    both = trade["CHN"].merge(
        trade["RUS"], on=["country", "year"], suffixes=("_china", "_russia")
    )
    at = signed.merge(both, left_on=["state", "year"], right_on=["country", "year"])
    ahead = at["share_percent_china"] > at["share_percent_russia"]
    return int(ahead.sum()), len(at)


def _weights_said(trade, signed):
    """China's and Russia's share in the trade of each year of signature, in words."""
    at = {
        partner: frame.set_index(["country", "year"])["share_percent"]
        for partner, frame in trade.items()
    }
    said = []
    for row in signed.itertuples():
        key = (row.state, row.year)
        values = (
            f"China {at['CHN'][key]:.1f}, Russia {at['RUS'][key]:.1f}"
            if key in at["CHN"]
            else "no data"
        )
        said.append(f"{name_of(row.state)} {row.year}: {values}")
    return "Share in trade: " + "; ".join(said)


def _chosen(shown, step):
    """The row of a state's steps that a choice of ``WHICH_STEP`` means."""
    kind, which = WHICH_STEP[step]
    return tables.select(shown, step=kind).iloc[which]


def _distance(off):
    if not off:
        return "in the bulletin's year"
    years = f"{abs(off)} year{'s' * (abs(off) > 1)}"
    return f"{years} {'before' if off < 0 else 'after'} the bulletin's"
