"""Charts of who matters most: China and Russia side by side, and an index of both."""

import itertools
import textwrap

from helpers import economy, style, tables
from helpers.charts import pieces
from helpers.charts.pieces import name_of

SOURCES = (
    "trade_by_partner",
    "partner_shares",
    "fdi_kazakhstan_quoted",
    "debt_flows",
    "remittances",
)
SHOWN = {
    "trade": "Goods trade",
    "investment": "Investment",
    "loans": "Loans",
    "remittances": "Remittances",
}
COUNTED_BY = {"country": "the states", "partner": "China's customs"}
BAR = 0.36  # height of one bar of a pair, where a row is 1


def since_1995(past, own, *, flow):
    """China's and Russia's shares since 1995, from two sources that do not join.

    Parameters
    ----------
    past, own : DataFrame
        From ``economy.rival_shares``: of ``trade_long_run``, and of what the states
        report themselves.
    flow : {"export", "import"}
        What the shares are shares of.

    Returns
    -------
    style.Picture
        Titled with where China is ahead at the end of each source.
    """
    codes = sorted(set(past["country"]))
    ends = {name: _ahead(rows) for name, rows in (("past", past), ("own", own))}
    title = f"{flow.capitalize()}s: China ahead in {ends['past']}, in {ends['own']}"
    subtitle = (
        f"China's and Russia's share in each state's {flow}s, percent. "
        "Two sources, counted in different ways: not one line"
    )
    figure = style.figure(pieces.PANELS_SIZE[0], 5.9)
    source = tables.credit("trade_long_run", "trade_by_partner")
    style.words(figure, title=title, subtitle=subtitle, source=source)
    for rows, words, top in (
        (past, "Correlates of War, 1995 to 2014", 1.5),
        (own, "The states' own reports", 3.75),
    ):
        _heading(figure, words, at=(0.25, top - 0.5))
        bottom = figure.get_figheight() - top - 1.4
        panels = pieces.state_panels(figure, codes, top=top, bottom=bottom)
        for code, axes in zip(codes, panels, strict=True):
            _share_lines(axes, rows[rows["country"] == code])
        pieces.partner_key(panels[0])
    numbers = "; ".join(
        f"{name_of(row.country)} {row.year}: China {row.china_percent:.0f}, "
        f"Russia {row.russia_percent:.0f}"
        for rows in (past, own)
        for row in rows.groupby("country").tail(1).itertuples()
    )
    return style.Picture(figure, f"{title}. {subtitle}. {numbers}.")


def balances(lines):
    """Trade balances in percent of the trade, state by state.

    Parameters
    ----------
    lines : dict of tuple to DataFrame
        From the partner's code and who counts (``"country"``, ``"partner"``) to a
        frame of ``economy.relative_balance``.

    Returns
    -------
    style.Picture
        Titled with the number of states in deficit with China in 2019, by reporter.
    """
    codes = tables.the_five()
    counts = {by: _deficits(lines["CHN", by], codes) for by in ("country", "partner")}
    title = (
        f"Deficit with China in 2019: {counts['country']} by own reports, "
        f"{counts['partner']} by China's"
    )
    first = min(frame["year"].min() for frame in lines.values())
    last = max(frame["year"].max() for frame in lines.values())
    subtitle = (
        f"Exports minus imports in percent of both, {first} to {last}. Above zero: "
        "the state sells more than it buys"
    )
    figure = style.figure(pieces.PANELS_SIZE[0], 4.1)
    source = tables.credit("trade_by_partner")
    style.words(figure, title=title, subtitle=subtitle, source=source)
    for code, axes in zip(
        codes, pieces.state_panels(figure, codes, top=1.55), strict=True
    ):
        axes.axhline(0, color=style.GREY, linewidth=1)
        for (partner, by), frame in lines.items():
            rows = frame[frame["country"] == code]
            axes.plot(
                rows["year"],
                rows["balance_percent"],
                color=style.PARTNER[partner],
                linestyle="-" if by == "country" else (0, (2, 1.2)),
                linewidth=2,
            )
        axes.set(ylim=(-105, 105), xlim=(first - 2, last + 2), xticks=[2000, 2019])
    _line_key(figure)
    numbers = "; ".join(
        f"{name_of(row.country)} with {name_of(partner)}, counted by "
        f"{'the state' if by == 'country' else 'China'}: {row.balance_percent:.0f}"
        for (partner, by), frame in lines.items()
        for row in frame[frame["country"].isin(codes)].itertuples()
        if row.year == 2019
    )
    return style.Picture(figure, f"{title}. {subtitle}. In 2019: {numbers}.")


def side_by_side(indicators):
    """China and Russia on each indicator in each state, one panel an indicator.

    Parameters
    ----------
    indicators : DataFrame
        From ``economy.rival_indicators``.

    Returns
    -------
    style.Picture
        Titled with how many comparisons each of the two leads, and how many are
        missing.
    """
    lead = indicators["china_percent"]
    title = (
        f"China is ahead in {(lead > 50).sum()} comparisons, Russia in "
        f"{(lead < 50).sum()}; {lead.isna().sum()} have no data"
    )
    subtitle = "Each panel has its own scale and unit: USD or EUR billion"
    figure = style.figure(pieces.PANELS_SIZE[0], 4.4)
    style.words(figure, title=title, subtitle=subtitle, source=_credit())
    width = (figure.get_figwidth() - 1.35) / len(SHOWN)
    for place, name in enumerate(SHOWN):
        left = 1.2 + place * width
        axes = style.axes(
            figure,
            left=left,
            right=figure.get_figwidth() - left - width + 0.35,
            top=1.45,
            bottom=0.8,
            grid="x",
        )
        _pairs_of_bars(axes, indicators[indicators["indicator"] == name])
        axes.tick_params(axis="y", labelleft=not place)
    _bar_key(figure)
    numbers = "; ".join(
        f"{name_of(row.country)}, {row.indicator}: China {row.china:,.1f}, "
        f"Russia {row.russia:,.1f} {row.unit}"
        for row in indicators.dropna(subset=["china_percent"]).itertuples()
    )
    return style.Picture(figure, f"{title}. {subtitle}. {numbers}.")


def index_bars(own, mirror):
    """A live figure of the composite index: the index builder's picture.

    Parameters
    ----------
    own, mirror : DataFrame
        From ``economy.rival_indicators``, where the states and where China's customs
        count the trade with China.

    Returns
    -------
    style.Live
        Takes a weight for each of ``economy.INDICATORS``, ``china_by`` and ``state``.
    """
    indicators = {"country": own, "partner": mirror}
    codes = tables.the_five()
    figure = style.figure(pieces.PANELS_SIZE[0], 4.9, dpi=style.LIVE_DPI)
    title, subtitle, _ = style.words(figure, title="", subtitle="", source=_credit())
    states = _Lanes(figure, map(name_of, codes), left=1.25, right=4.75)
    parts = _Lanes(figure, SHOWN.values(), left=6.8, right=0.5)
    _heading(figure, "The index", at=(0.25, 1.05))
    heading = _heading(figure, "", at=(5.5, 1.05))
    layers = {("china_by", "state"): [subtitle, heading]}
    for place, name in enumerate(SHOWN):
        layers[(name,)] = [*parts.lane(place), parts.names[place]]
    lanes = map(states.lane, range(len(codes)))
    layers[economy.INDICATORS] = [*itertools.chain(*lanes), title]

    def update(china_by, state, **weights):
        frame = indicators[china_by]
        index = economy.composite_index(frame, weights=weights).set_index("country")
        for place, code in enumerate(codes):
            row = index.loc[code]
            note = f"without {row['missing']}" if row["missing"] else ""
            states.draw(place, row["china_percent"], note=note)
        inside = frame[frame["country"] == state].set_index("indicator")
        for place, name in enumerate(SHOWN):
            share = inside.loc[name, "china_percent"]
            parts.draw(place, share, thickness=0.17 * weights[name])
            parts.names[place].set_text(f"{SHOWN[name]} × {weights[name]}")
        heading.set_text(f"What goes into {name_of(state)}'s bar")
        title.set_text(_verdict(index["china_percent"]))
        subtitle.set_text(
            "China's part of what China and Russia have together, percent, 2019. "
            f"Trade with China counted by {COUNTED_BY[china_by]}"
        )
        said = ", ".join(f"{name} {weights[name]}" for name in SHOWN)
        values = "; ".join(
            f"{name_of(code)} {_leader_said(value)}"
            for code, value in index["china_percent"].items()
        )
        chosen = "; ".join(
            f"{name} {_leader_said(inside.loc[name, 'china_percent'])}"
            for name in SHOWN
        )
        return (
            f"{title.get_text()}. {subtitle.get_text()}. Weights: {said}. {values}. "
            f"{heading.get_text()}: {chosen}."
        )

    return style.Live(figure, layers, update)


class _Lanes:
    """Bars that start in the middle: to the right China leads, to the left Russia."""

    def __init__(self, figure, names, *, left, right):
        self.axes = style.axes(
            figure, left=left, right=right, top=1.3, bottom=0.95, grid="x"
        )
        names = list(names)
        places = range(len(names))
        self.axes.set(xlim=(0, 100), ylim=(len(names) - 0.5, -0.5), yticks=[])
        self.axes.set_xticks([0, 50, 100], ["all Russia", "equal", "all China"])
        self.axes.axvline(50, color=style.GREY, linewidth=1)
        self.names = [self._text(place, name) for place, name in enumerate(names)]
        for text in self.names:
            text.set(x=-3, ha="right", color=style.INK)
        self._bars = self.axes.barh(places, 0, left=50, linewidth=0)
        self._labels = [self._text(place) for place in places]
        self._notes = [self._text(place + 0.36) for place in places]
        for text in self._notes:
            text.set(size=style.SMALL_PT, color=style.FAINT)

    def lane(self, place):
        """What :meth:`draw` changes at this place."""
        return [self._bars[place], self._labels[place], self._notes[place]]

    def draw(self, place, china_percent, *, thickness=0.4, note=""):
        """One bar from the middle to the value, or the words that there is none."""
        missing = china_percent != china_percent
        value = 50 if missing else china_percent
        colour = style.PARTNER["CHN" if value > 50 else "RUS"]
        self._bars[place].set(width=value - 50, y=place - thickness / 2)
        self._bars[place].set(height=thickness, facecolor=colour)
        quiet = missing or not thickness
        # Words stand on the free side of the middle, so that a full bar leaves room.
        side = {"x": 48, "ha": "right"} if value > 50 else {"x": 52, "ha": "left"}
        self._labels[place].set(text=_leader_said(china_percent), **side)
        self._labels[place].set_color(style.FAINT if quiet else colour)
        self._notes[place].set(text=note, **side)

    def _text(self, place, words=""):
        return self.axes.text(50, place, words, va="center", size=style.TEXT_PT)


def _verdict(values):
    """For how many states China leads, in words; also where nothing is compared."""
    if values.isna().all():
        return "All weights are zero, or nothing has data: nobody leads"
    led, compared = (values > 50).sum(), values.notna().sum()
    missing = len(values) - compared
    said = f"At these weights China leads in {led} of {compared} states"
    return f"{said}; {missing} have no data" if missing else said


def _leader_said(china_percent):
    """The leader and its part, in words."""
    if china_percent != china_percent:
        return "no data"
    if china_percent == 50:
        return "equal"
    if china_percent > 50:
        return f"China {china_percent:.1f} %"
    return f"Russia {100 - china_percent:.1f} %"


def _share_lines(axes, rows):
    """Both shares of one state, or the words that nobody reports them."""
    if rows.empty:
        pieces.middle(axes).set(text="no report\nby partner", size=style.TEXT_PT)
    for code, column in (("RUS", "russia_percent"), ("CHN", "china_percent")):
        axes.plot(rows["year"], rows[column], color=style.PARTNER[code], linewidth=2)
    axes.set(ylim=(0, 85), xlim=(1993, 2025), xticks=[1995, 2014, 2023])
    axes.set_xticklabels(["1995", "2014", "’23"])


def _ahead(rows):
    """In how many states China is ahead in the last year of a source, in words."""
    last = rows["year"].max()
    end = rows[rows["year"] == last]
    ahead = (end["china_percent"] > end["russia_percent"]).sum()
    return f"{ahead} of {len(end)} states ({last})"


def _deficits(frame, codes):
    """How many of the states with a figure are in deficit in 2019, in words."""
    at = frame[(frame["year"] == 2019) & frame["country"].isin(codes)]
    return f"{(at['balance_percent'] < 0).sum()} of {len(at)}"


def _pairs_of_bars(axes, rows):
    """China's and Russia's bar for each state of one indicator."""
    at = rows.iloc[0]
    currency = at["unit"].split()[0]
    axes.set_title(
        f"{SHOWN[at['indicator']]}\n{currency} billion, {at['period']}",
        size=style.TEXT_PT,
        color=style.INK,
        loc="left",
    )
    for place, row in enumerate(rows.itertuples()):
        if row.china_percent != row.china_percent:
            text = axes.text(0, place, " no data", va="center", size=style.SMALL_PT)
            text.set_color(style.FAINT)
            continue
        for code, value, side in (("CHN", row.china, -1), ("RUS", row.russia, 1)):
            axes.barh(
                place + side * BAR / 2,
                value / 1000,
                height=BAR,
                color=style.PARTNER[code],
            )
    names = [name_of(code) for code in rows["country"]]
    axes.set_yticks(range(len(names)), names, size=style.TEXT_PT, color=style.INK)
    axes.set(ylim=(len(names) - 0.4, -0.6), xlim=(0, None))
    axes.locator_params(axis="x", nbins=3)


def _bar_key(figure):
    """The names of both in their colours, below the subtitle."""
    _key(figure, [(name_of(code), colour) for code, colour in style.PARTNER.items()])


def _line_key(figure):
    """Which line is which, below the subtitle."""
    china, russia = style.PARTNER.values()
    _key(
        figure,
        [
            ("China, counted by the state (line) or by China (dashes)", china),
            ("Russia, counted by the state", russia),
        ],
    )


def _key(figure, entries):
    """Words in their colours, side by side."""
    left = 0.25
    for words, colour in entries:
        text = _heading(figure, words, at=(left, 0.92))
        text.set_color(colour)
        left = text.get_window_extent().x1 / figure.dpi + 0.2


def _heading(figure, words, *, at):
    """Bold words over a part of the figure; ``at`` is inches from left and top."""
    left, top = at
    return figure.text(
        left / figure.get_figwidth(),
        1 - top / figure.get_figheight(),
        words,
        size=style.TEXT_PT,
        weight="bold",
        color=style.INK,
        va="center",
    )


def _credit():
    """The credits of all sources, on two lines."""
    return textwrap.fill(tables.credit(*SOURCES), 145)
