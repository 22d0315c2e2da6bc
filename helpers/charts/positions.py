"""Charts of positions on Xinjiang, steps for kin, and projects that met protest."""

import numpy as np
import pandas as pd

from helpers import diplomacy, security, style, tables
from helpers.charts.events import timeline
from helpers.charts.pieces import name_of

MARKERS = {  # five things told apart by shape and filling, not by colour
    "signed": ("s", True),
    "not signed": ("s", False),
    "voted against": ("v", True),
    "could not vote": ("x", True),
    "not checked": ("$?$", True),
}
STANCES = {"critical": "−", "supporting": "+", "vote": "V"}
WORDS = {"critical": "critical", "supporting": "supporting", "vote": "the vote"}
WHAT = {None: "All texts", "critical": "Critical texts"}
WHAT |= {"supporting": "Supporting texts", "vote": "The vote"}
LIVE_SIZE = 9.8, 4.9
HEADS = ["Trade with China,\n% of GDP", "Public debt to China,\n% of GDP"]
HEADS.append("China's share in\npublic debt, %")
PROTESTS = "protests, "
LANES = "raised with China", "case work", "helped at home"
LANES += "played down", "backed China"


def position_table(positions, texts):
    """Build the grid of states and texts; controls move how much is shown.

    Parameters
    ----------
    positions, texts : DataFrame
        The tables ``xinjiang_positions`` and ``xinjiang_texts``.

    Returns
    -------
    style.Live
        Takes ``stance``, one of ``STANCES`` or ``None`` for all texts, and ``number``:
        the texts up to this one, in order of date, are revealed.
    """
    states = tables.the_five()
    order = texts["text"].tolist()
    every = diplomacy.positions_by_text(positions, texts)
    every["x"] = every["text"].map(order.index) + 1
    every["y"] = [len(states) - 1 - states.index(code) for code in every["state"]]
    figure = style.figure(*LIVE_SIZE, dpi=style.LIVE_DPI)
    source = tables.credit("xinjiang_positions", "xinjiang_texts")
    heading = style.words(figure, title="", subtitle="", source=source)[:2]
    axes = _grid(figure, texts, states)
    marks = {name: _marks(axes, name) for name in MARKERS}
    _key(figure)
    band = axes.axvspan(0.5, 1.5, color=style.GREY, alpha=0.22, linewidth=0)

    def update(*, stance, number):
        shown = every[every["x"] <= number]
        if stance is not None:
            shown = shown[shown["stance"] == stance]
        for name, points in marks.items():
            found = shown.loc[shown["position"] == name, ["x", "y"]]
            points.set_offsets(found if len(found) else np.empty((0, 2)))
        band.set_x(number - 0.5)
        title, subtitle = _said(shown, texts.iloc[number - 1], stance, number)
        for text, words in zip(heading, (title, subtitle), strict=True):
            text.set_text(words)
        return f"{title}. {subtitle}. {_listed(every, texts.iloc[number - 1])}"

    layers = {("stance", "number"): [band, *marks.values(), *heading]}
    return style.Live(figure, layers, update)


def china_weight(weights, positions, *, text, year):
    """How much the five depend on China by three measures, and who signed a text.

    Parameters
    ----------
    weights : DataFrame
        From ``diplomacy.china_weight``.
    positions : DataFrame
        The table ``xinjiang_positions``.
    text : str
        A text that some signed and some did not.
    year : int

    Returns
    -------
    style.Picture
        Titled with the number of measures that are higher for those who signed.
    """
    compared = diplomacy.weight_by_choice(weights, positions, text=text, year=year)
    higher = int((compared["difference"] > 0).sum())
    title = (
        f"Those who signed depended more on China by {higher} of "
        f"{len(compared)} measures"
    )
    subtitle = (
        f"Percent, {year}. Filled: signed the letter of 2019 in support of China. "
        "Hollow: did not sign"
    )
    source = tables.credit("trade_by_partner", "debt_flows", "gdp_and_public_debt")
    figure = style.figure(9.8, 3.9)
    style.words(figure, title=title, subtitle=subtitle, source=source)
    status = tables.select(positions, text=text).set_index("state")["status"]
    of_year = tables.select(weights, year=year).set_index("country")
    states = tables.the_five()
    for place, (row, head) in enumerate(zip(compared.itertuples(), HEADS, strict=True)):
        axes = style.axes(
            figure, left=1.3 + 2.85 * place, right=9.6 - 3.9 - 2.85 * place, top=1.45
        )
        axes.set_title(head, size=style.TEXT_PT, color=style.INK, loc="left")
        _bars(axes, of_year[row.measure], status, states, named=not place)
    said = "; ".join(
        f"{head.replace(chr(10), ' ')}: signed {row.signed:.1f}, "
        f"not signed {row.not_signed:.1f} on average"
        for row, head in zip(compared.itertuples(), HEADS, strict=True)
    )
    return style.Picture(figure, f"{title}. {subtitle}. {said}.")


def kin_steps(steps, protests):
    """Protests, and what governments did or said for people in Xinjiang, on one line.

    Parameters
    ----------
    steps : DataFrame
        From ``diplomacy.kin_steps``.
    protests : DataFrame
        From ``security.chronology``; those of the states and years of the steps are
        drawn.

    Returns
    -------
    style.Picture
        Titled with the number of times that the matter was raised with China, played
        down, and China backed.
    """
    counts = steps["step"].value_counts()
    title = (
        f"Raised with China {counts['raised with China']} times, played down "
        f"{counts['played down']} times, China backed {counts['backed China']} times"
    )
    first, last = steps["start"].min() - 0.6, steps["start"].max() + 0.1
    states = set(steps["state"])
    near = protests[
        protests["actors"].isin(states) & protests["start"].between(first, last)
    ]
    near = near.assign(
        label=[pd.Period(date).strftime("%b") for date in near["date"]],
        lane=[PROTESTS + name_of(code) for code in near["actors"]],
    )
    named = [f"{name_of(row.state)}: {row.label}" for row in steps.itertuples()]
    done = steps.assign(lane=steps["step"], label=named)
    return timeline(
        _in_lanes(pd.concat([near, done]), (*sorted(set(near["lane"])), *LANES)),
        lane="lane",
        label="label",
        title=title,
        subtitle=(
            f"Listed events by year and date, {int(first + 0.6)} to {int(last)}. "
            "Red: China takes part. The list is incomplete"
        ),
        source=tables.credit("events", "kin_steps"),
    )


def contested_projects(projects, events):
    """Projects and rules that met protest, by what the government did next.

    Parameters
    ----------
    projects, events : DataFrame
        The tables ``contested_projects`` and ``events``.

    Returns
    -------
    style.Picture
        Titled with the number of cases that were stopped or changed.
    """
    counts = diplomacy.outcome_counts(projects).set_index("outcome")["cases"]
    title = (
        f"Of {counts.sum()} known cases {counts['stopped']} were stopped, "
        f"{counts['changed']} changed, {counts['went on']} went on"
    )
    moments = security.chronology(events).set_index("event")[["date", "start", "end"]]
    rows = projects.join(moments, on="event")
    rows = rows.assign(
        reliability=tables.signs(rows),
        actors=rows["state"],
        lane=rows["outcome"],
        label=[f"{name_of(row.state)}: {row.case}" for row in rows.itertuples()],
    )
    return timeline(
        _in_lanes(rows, diplomacy.OUTCOMES),
        lane="lane",
        label="label",
        title=title,
        subtitle=(
            "Cases by year of the protest, and what the government did within a year. "
            "Known because of a protest"
        ),
        source=tables.credit("contested_projects", "events"),
    )


def _in_lanes(rows, lanes):
    """Rows in order of their lanes, in each in order of time."""
    rank = rows["lane"].map(lanes.index)
    return rows.assign(rank=rank).sort_values(["rank", "start"], kind="stable")


def _grid(figure, texts, states):
    """Axes with a column a text and a row a state; heads say date and stance."""
    axes = style.axes(figure, left=1.35, right=0.25, top=1.75, bottom=0.75)
    count = len(texts)
    axes.set(xlim=(0.5, count + 0.5), ylim=(-0.5, len(states) - 0.4))
    axes.grid(visible=False)
    axes.spines["bottom"].set_visible(False)
    names = [name_of(code) for code in reversed(states)]
    axes.set_yticks(range(len(states)), names)
    axes.set_xticks([])
    axes.tick_params(axis="y", labelsize=style.TEXT_PT, labelcolor=style.INK)
    for line in range(len(states)):
        axes.axhline(line, color=style.GRID, linewidth=0.8, zorder=0)
    look = {"ha": "center", "color": style.INK, "annotation_clip": False}
    top = len(states) - 0.4
    for column, text in enumerate(texts.itertuples(), start=1):
        axes.annotate(STANCES[text.stance], (column, top), va="bottom", size=11, **look)
        date = text.date[:7]
        axes.annotate(
            date,
            (column, top + 0.55),
            rotation=90,
            va="bottom",
            size=style.SMALL_PT,
            **look,
        )
    return axes


def _marks(axes, name):
    """The marks of one status, still without places."""
    marker, is_filled = MARKERS[name]
    if marker == "x":
        return axes.scatter([], [], marker=marker, s=46, color=style.INK, zorder=3)
    faint = name == "not checked"
    colour = style.GREY if faint else style.INK
    return axes.scatter(
        [],
        [],
        marker=marker,
        s=52,
        facecolor=colour if is_filled else "white",
        edgecolor=colour,
        linewidth=0.4 if faint else 1.3,
        zorder=3,
    )


def _key(figure):
    """What the five marks and the three stances mean, in two rows."""
    axes = style.axes(figure, left=0.25, right=0.25, top=4.2, bottom=0.32)
    axes.set(xlim=(0, 9.3), ylim=(0, 1), xticks=[], yticks=[])
    axes.spines["bottom"].set_visible(False)
    axes.grid(visible=False)
    place = 0.1
    for name in MARKERS:
        _marks(axes, name).set_offsets([[place, 0.5]])
        look = {"va": "center", "size": style.SMALL_PT, "color": style.INK}
        axes.text(place + 0.14, 0.5, name, **look)
        place += 0.55 + 0.075 * len(name)
    stances = "   ".join(f"{sign} {WORDS[name]}" for name, sign in STANCES.items())
    axes.text(9.3, 0.5, stances, ha="right", va="center", size=style.SMALL_PT)


def _said(shown, text, stance, number):
    """Title and subtitle of the grid up to one text."""
    counts = shown["position"].value_counts()
    said = {name: f"{counts.get(name, 0)} {name}" for name in MARKERS}
    first = said.pop("voted against" if stance == "vote" else "signed")
    title = f"{WHAT[stance]} up to {text['date']}: {first}"
    subtitle = (
        f"Cells (text and state): {', '.join(said.values())}. "
        f"Shaded: text {number}, {WORDS[text['stance']]}"
    )
    return title, subtitle


def _listed(every, text):
    """The five positions on one text, in words."""
    rows = every[every["text"] == text["text"]]
    who = ", ".join(f"{name_of(row.state)} {row.position}" for row in rows.itertuples())
    return f"{text['date']}, {text['says']}: {who}"


def _bars(axes, values, status, states, *, named):
    """One measure: a bar a state, filled for those who signed, with its value."""
    for place, code in enumerate(reversed(states)):
        signed = status[code] == "signed"
        axes.barh(
            place,
            values[code],
            height=0.6,
            facecolor=style.PARTNER["CHN"] if signed else "white",
            edgecolor=style.PARTNER["CHN"],
            linewidth=1.3,
        )
        axes.annotate(
            f"{values[code]:.1f}",
            (values[code], place),
            xytext=(4, 0),
            textcoords="offset points",
            va="center",
            size=style.SMALL_PT,
            color=style.INK,
        )
    axes.set(xlim=(0, 1.25 * values.max()), xticks=[])
    labels = [name_of(code) for code in reversed(states)] if named else []
    axes.set_yticks(range(len(states)) if named else [], labels)
    axes.tick_params(axis="y", labelsize=style.TEXT_PT, labelcolor=style.INK)
    axes.grid(visible=False)
