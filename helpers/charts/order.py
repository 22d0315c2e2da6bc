"""Charts of threats and order: violence by source, promises, responses to crises."""

import functools
import textwrap

from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator

from helpers import style, tables
from helpers.charts import pieces

PANELS = {  # source and measure of each row of panels, from top to bottom
    ("RAND to 1997", "attacks"): "RAND, attacks\nacross borders",
    ("RAND from 1998", "attacks"): "RAND, attacks\nof all kinds",
    ("UCDP", "deaths"): "UCDP, deaths",
}
AREAS = {"CHN": "China, all provinces", "CA5": "The five states together"}
YEARS = 1968, 2022
LEAST = {"25 to 999": 25, "1,000 or more": 1000}
CONFLICTS, LOWER_LIMIT = "UCDP conflicts", "Deaths a year at least"
OBLIGATIONS = {  # colour strength and width of each promise
    "defence": (1.0, 5.0),
    "neutrality": (0.55, 3.0),
    "consultation": (0.55, 3.0),
    "nonaggression": (0.3, 3.0),
}
SAID = {"nonaggression": "non-aggression"}
RESPONSE_COLOURS = {
    "troops sent": "#c79a3f",
    "offer to mediate": "#dcbd77",
    "offer of help": "#ead9ae",
    "statement without a side": "#f6efdc",
    "troops declined": "#e6e7ea",
    "none found": "#ffffff",
}


def violence(counts, sources):
    """The same places in three counts that must not be joined: one panel each.

    Parameters
    ----------
    counts, sources : DataFrame
        The tables ``political_violence`` and ``violence_sources``.

    Returns
    -------
    style.Picture
        Titled with the number of years that all of them cover.
    """
    names = [source for source, _ in PANELS]
    covered = sources.set_index("source").loc[names, ["first_year", "last_year"]]
    shared = covered["last_year"].min() - covered["first_year"].max() + 1
    title = f"Years that all {len(names)} counts cover: {shared}"
    if shared < 1:
        title = f"No year is covered by all {len(names)} counts"
    subtitle = (
        f"Number a year, {YEARS[0]} to {YEARS[1]}, by source. No bar: none recorded. "
        "Hatched: the source does not cover the year"
    )
    figure = style.figure(pieces.PANELS_SIZE[0], 6.0)
    credit = tables.credit("political_violence")
    style.words(figure, title=title, subtitle=subtitle, source=credit)
    said = []
    for row, ((source, measure), label) in enumerate(PANELS.items()):
        for column, area in enumerate(AREAS):
            axes = _panel(figure, row, column)
            values = _yearly(counts, source, measure, area)
            said += _bars(axes, values, covered.loc[source], area)
            if not row:
                axes.set_title(
                    AREAS[area], size=style.TEXT_PT, loc="left", color=style.INK
                )
            if not column:
                axes.set_ylabel(label, size=style.SMALL_PT, color=style.SUBTITLE)
            axes.tick_params(labelbottom=row == len(PANELS) - 1)
    highest = "; ".join(
        f"{AREAS[area]}, {source}: {text}"
        for (source, _), texts in zip(PANELS, _pairs(said), strict=True)
        for area, text in zip(AREAS, texts, strict=True)
    )
    return style.Picture(figure, f"{title}. {subtitle}. Highest: {highest}.")


def violence_years(counts, conflicts, sources):
    """A live figure of one source and country by year: the violence explorer's.

    Parameters
    ----------
    counts, conflicts, sources : DataFrame
        The tables ``political_violence``, ``armed_conflicts`` and
        ``violence_sources``.

    Returns
    -------
    style.Live
        Takes ``source`` (a source and a measure), ``country`` and ``year``.
    """
    figure = style.figure(*pieces.SIZE, dpi=style.LIVE_DPI)
    credit = tables.credit("political_violence", "armed_conflicts")
    title, subtitle, _ = style.words(figure, title="", subtitle="", source=credit)
    axes = style.axes(figure, right=0.4)
    first, last = YEARS
    axes.set(xlim=(first - 0.6, last + 0.6), xticks=range(1970, last + 1, 10))
    axes.yaxis.set_major_locator(MaxNLocator(6, integer=True))
    axes.yaxis.set_major_formatter("{x:,.0f}")
    bars = axes.bar(range(first, last + 1), 0, width=0.7, linewidth=0)
    look = {"facecolor": "white", "edgecolor": style.PALE, "hatch": "////"}
    before, after = (axes.axvspan(0, 1, zorder=0.5, **look) for _ in range(2))
    marker = axes.axvline(first, color=style.INK, linewidth=1, zorder=0.8)
    rules = sources.set_index("source")
    of = functools.cache(functools.partial(_of_country, counts, conflicts))

    def update(source, country, year):
        name, measure = source
        rule = rules.loc[name]
        values = of(name, measure, country)
        axes.set_ylim(0, 1.15 * max(values.max(), 1))
        colour = style.PARTNER.get(country, style.GREY)
        for bar, value in zip(bars, values, strict=True):
            bar.set(height=value, facecolor=colour, visible=value > 0)
        _span(before, first - 0.6, max(first - 0.6, rule["first_year"] - 0.5))
        _span(after, rule["last_year"] + 0.5, last + 0.6)
        marker.set_xdata([year, year])
        place = pieces.name_of(country)
        said = _said(name, measure, values[year], rule, year)
        title.set_text(f"{place}, {year}: {said}")
        spell = f"{rule['first_year']} to {rule['last_year']}"
        what = LOWER_LIMIT if name == CONFLICTS else f"{measure.capitalize()} a year"
        subtitle.set_text(f"{what}, {name}, {spell}. Rule: {rule['threshold']}")
        listed = f"{_listed(values, rule)}. No bar: {rule['missing_row']}"
        return f"{title.get_text()}. {subtitle.get_text()}. {listed}"

    moved = [axes.yaxis, before, after, *bars, subtitle]
    layers = {("source", "country"): moved, ("year",): [marker, title]}
    return style.Live(figure, layers, update)


def promises(spans):
    """What the five states promised China and Russia by treaty, from when to when.

    Parameters
    ----------
    spans : DataFrame
        From ``security.obligation_spans``, with China and Russia as partners.

    Returns
    -------
    style.Picture
        Titled with how many states owed each of them defence in the last year.
    """
    last = int(spans["last_year"].max())
    owed = spans[spans["lasts"] & (spans["obligation"] == "defence")]
    count = owed.groupby("partner")["state"].nunique()
    title = (
        f"In {last} {count.get('RUS', 0)} of the five owed Russia defence, "
        f"{count.get('CHN', 0)} owed it to China"
    )
    subtitle = f"Promises in treaties of alliance as ATOP codes them, by year to {last}"
    figure = style.figure(pieces.PANELS_SIZE[0], 4.7)
    style.words(figure, title=title, subtitle=subtitle, source=tables.credit("pacts"))
    states = sorted(spans["state"].unique())
    for place, partner in enumerate(style.PARTNER):
        left = 1.35 + place * 4.15
        axes = style.axes(
            figure, left=left, right=9.8 - left - 3.75, top=1.4, bottom=0.65, grid="x"
        )
        axes.set_title(
            f"Owed to {pieces.name_of(partner)}",
            size=style.TEXT_PT,
            color=style.PARTNER[partner],
            weight="bold",
            loc="left",
            pad=5,
        )
        axes.set(xlim=(1991, last + 1), ylim=(len(states) - 0.4, -0.6))
        axes.set_xticks([1992, 2001, 2010, last])
        names = [pieces.name_of(state) for state in states]
        axes.set_yticks(range(len(states)), names if not place else [])
        axes.tick_params(axis="y", labelsize=style.TEXT_PT, labelcolor=style.INK)
        _promise_lines(axes, spans[spans["partner"] == partner], states, partner)
    _promise_key(figure)
    numbers = "; ".join(
        f"{pieces.name_of(row.state)} to {pieces.name_of(row.partner)}, "
        f"{SAID.get(row.obligation, row.obligation)}: {row.first_year} to "
        f"{row.last_year}"
        for row in spans.itertuples()
    )
    return style.Picture(figure, f"{title}. {subtitle}. {numbers}.")


def responses(found):
    """Who did what in each crisis, as a grid of words.

    Parameters
    ----------
    found : DataFrame
        From ``security.responses``.

    Returns
    -------
    style.Picture
        Titled with the offers to mediate in crises between states.
    """
    between = found[found["where"] == "between states"]
    offers = between[between["response"] == "offer to mediate"]["responder"]
    crises = between["crisis"].nunique()
    title = (
        f"Offers to mediate, {crises} crises between states: Russia "
        f"{(offers == 'Russia').sum()}, China {(offers == 'China').sum()} found"
    )
    subtitle = "Strongest response found, by crisis and year. White: none found"
    responders = list(dict.fromkeys(found["responder"]))
    rows = found[["crisis", "where"]].drop_duplicates()
    chart = pieces.Chart(
        title=title,
        subtitle=subtitle,
        source=tables.credit("crisis_responses"),
        size=(9.8, 1.9 + 0.62 * len(rows)),
        left=2.2,
        right=0.25,
        top=1.2,
        bottom=0.75,
        grid="x",
    )
    axes = chart.axes
    axes.grid(visible=False)
    axes.spines["bottom"].set_visible(False)
    axes.set(xlim=(0, len(responders)), ylim=(len(rows), 0))
    axes.xaxis.tick_top()
    axes.set_xticks([x + 0.5 for x in range(len(responders))], responders)
    labels = [f"{row.crisis}\n({row.where})" for row in rows.itertuples()]
    axes.set_yticks([y + 0.5 for y in range(len(rows))], labels)
    axes.tick_params(labelsize=style.TEXT_PT, labelcolor=style.INK)
    order = rows["crisis"].tolist()
    for row in found.itertuples():
        x, y = responders.index(row.responder), order.index(row.crisis)
        colour = RESPONSE_COLOURS[row.response]
        look = {"facecolor": colour, "edgecolor": style.PALE}
        axes.add_patch(Rectangle((x + 0.03, y + 0.06), 0.94, 0.88, **look))
        words = textwrap.fill(f"{row.reliability[:1]} {row.response}".strip(), 18)
        look = {"ha": "center", "va": "center", "size": style.SMALL_PT}
        axes.text(x + 0.5, y + 0.5, words, color=style.INK, **look)
    pieces.sign_key(chart.figure, set(found["reliability"]) - {""})
    said = "; ".join(
        f"{row.crisis}, {row.responder}: {row.response}" for row in found.itertuples()
    )
    return chart.picture(said)


def _panel(figure, row, column):
    """Axes of one source (row) and one area (column)."""
    height, left = 1.25, 1.2 + 4.4 * column
    top = 1.2 + row * (height + 0.15)
    axes = style.axes(
        figure,
        left=left,
        right=figure.get_figwidth() - left - 3.8,
        top=top,
        bottom=figure.get_figheight() - top - height,
    )
    axes.set_xlim(YEARS[0] - 0.6, YEARS[1] + 0.6)
    return axes


def _yearly(counts, source, measure, area):
    """Values by year; the five states are added."""
    countries = tables.the_five() if area == "CA5" else [area]
    rows = counts[counts["country"].isin(countries)]
    rows = rows[(rows["source"] == source) & (rows["measure"] == measure)]
    return rows.groupby("year")["value"].sum()


def _bars(axes, values, covered, area):
    """Bars in the years that the source covers, bands elsewhere, the highest named."""
    colour = style.PARTNER.get(area, style.INK)
    axes.bar(values.index, values, width=0.75, color=colour)
    axes.set_ylim(0, 1.35 * values.max())
    axes.yaxis.set_major_locator(MaxNLocator(3, integer=True))
    axes.yaxis.set_major_formatter("{x:,.0f}")
    for left, right in (
        (YEARS[0] - 0.6, covered["first_year"] - 0.5),
        (covered["last_year"] + 0.5, YEARS[1] + 0.6),
    ):
        if right - left > 1:
            pieces.no_data_band(axes, left, right, words=False)
    year, most = int(values.idxmax()), int(values.max())
    axes.annotate(
        f"{most:,} in {year}",
        (year, most),
        xytext=(0, 2),
        textcoords="offset points",
        ha="center",
        size=style.SMALL_PT,
        color=style.INK,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.5},
    )
    return [f"{most:,} in {year}"]


def _pairs(texts):
    return zip(texts[::2], texts[1::2], strict=True)


def _of_country(counts, conflicts, source, measure, country):
    """One country's values, a number for every year that is drawn."""
    if source == CONFLICTS:
        here = (conflicts["country"] == country) | (conflicts["against"] == country)
        rows = conflicts[here].assign(value=conflicts["deaths_class"].map(LEAST))
        values = rows.groupby("year")["value"].max()
    else:
        values = _yearly(counts, source, measure, country)
    return values.reindex(range(YEARS[0], YEARS[1] + 1), fill_value=0)


def _span(band, left, right):
    band.set(x=left, width=right - left, visible=right > left)


def _said(source, measure, value, rule, year):
    """What a source says of a year, in words; missing is not zero."""
    if not rule["first_year"] <= year <= rule["last_year"]:
        return f"not covered by {source}"
    if source == CONFLICTS:
        return (
            f"at least {value:,} deaths"
            if value
            else "no conflict listed for this state"
        )
    words = measure if value != 1 else measure.removesuffix("s")
    return f"{value:,} {words} recorded" if value else f"no {measure} recorded"


def _listed(values, rule):
    """The years with a bar, for the text beside the picture."""
    found = values[values > 0]
    if found.empty:
        return "None recorded in any year"
    return "; ".join(f"{year}: {value:,}" for year, value in found.items())


def _promise_lines(axes, spans, states, partner):
    """A line for each promise; an arrow where it may still hold."""
    for row in spans.itertuples():
        place = list(OBLIGATIONS).index(row.obligation)
        height = states.index(row.state) + 0.2 * (place - 1.5)
        strength, width = OBLIGATIONS[row.obligation]
        axes.plot(
            [row.first_year, row.last_year + 1],
            [height, height],
            color=style.PARTNER[partner],
            alpha=strength,
            linewidth=width,
            solid_capstyle="butt",
        )


def _promise_key(figure):
    """The promises in their order, top to bottom within a state."""
    text = "Lines of a state, from above: "
    text += ", ".join(SAID.get(name, name) for name in OBLIGATIONS)
    figure.text(
        0.25 / figure.get_figwidth(),
        1 - 0.95 / figure.get_figheight(),
        f"{text}. Thick: defence. No line: no such promise.",
        size=style.SMALL_PT,
        color=style.INK,
        va="center",
    )
