"""Any claimed figure beside its evidence."""

import math

from matplotlib.patheffects import withStroke

from helpers import claims, style, tables
from helpers.charts import pieces

LINE = 85  # letters in the last line


def bases(rows, *sources):
    """Each basis of one claimed figure, with the bulletin's figure as a line.

    Parameters
    ----------
    rows : DataFrame
        From ``evidence.rows``: one claim, several bases and periods. Of several
        rows on one basis and period the last one is drawn. Rows of reliability R
        are never drawn.
    *sources : str
        Tables that the evidence comes from; without any, the rows' own sources are
        named as far as the line is long.

    Returns
    -------
    style.Picture
        Titled with the lowest and the highest value.

    Raises
    ------
    ValueError
        When the rows belong to several claims, or there are none.
    """
    stated = claims.claim(claims.claim_of(rows))
    rows = rows[rows["reliability"] != "R"]
    rows = rows.drop_duplicates(["basis", "period"], keep="last")  # as known now
    rows = rows.assign(sign=tables.signs(rows))
    low, high = rows["value"].min(), rows["value"].max()
    quantity = rows["quantity"].iloc[0]
    title = f"Between {low:.1f} and {high:.1f} {stated.unit}, by basis and year"
    subtitle = (
        f"{quantity[0].upper()}{quantity[1:]}, {stated.unit}. Line: the bulletin "
        f"({stated.comparator} {stated.claimed_value:g}). Band: supported"
    )
    names = list(dict.fromkeys(rows["basis"]))
    chart = pieces.Chart(
        title=title,
        subtitle=subtitle,
        source=tables.credit(*sources) if sources else _credit(rows),
        size=(pieces.SIZE[0], 2.15 + 0.62 * len(names)),
        left=2.0,
        bottom=1.0,
        grid="x",
    )
    axes = chart.axes
    pieces.sign_key(chart.figure, rows["sign"])
    _claimed(axes, stated, rows["value"])
    for place, name in enumerate(names):
        part = rows[rows["basis"] == name].sort_values("period")
        places = [place] * len(part)
        axes.plot(part["value"], places, color=style.PALE, linewidth=2, zorder=2)
        for row in part.itertuples():
            _dot(axes, row, place, style.GREY, size=30)
        _period_label(axes, part[part["period"] == stated.period], place, above=True)
        newest = part.tail(1)
        _period_label(
            axes, newest[newest["period"] != stated.period], place, above=False
        )
    axes.set_yticks(range(len(names)), names, color=style.INK, size=style.TEXT_PT)
    axes.set_ylim(len(names) - 0.4, -0.75)
    numbers = "; ".join(
        f"{row.basis} {row.period}: {row.value:.2f} ({row.sign})"
        for row in rows.itertuples()
    )
    return chart.picture(f"Values: {numbers}")


def _credit(rows):
    """Who counted, as the rows name it, as far as the line is long."""
    named = [name for said in rows["source"].unique() for name in said.split("; ")]
    named = list(dict.fromkeys(name.partition(", read in")[0] for name in named))
    shown = named[:1]
    for name in named[1:]:
        if len("; ".join([*shown, name])) > LINE:
            return f"Data: {'; '.join(shown)} and others."
        shown.append(name)
    return f"Data: {'; '.join(shown)}."


def _claimed(axes, stated, values):
    """The bulletin's figure as a line, and where the rule says supported as a band."""
    full, _ = claims.limits(stated.claim_id)
    axes.axvline(stated.claimed_value, color=style.CLAIM, linewidth=1.6)
    edges = [edge for edge in (full.low, full.high) if math.isfinite(edge)]
    everything = [*values, stated.claimed_value, *edges]
    room = 0.12 * (max(everything) - min(everything))
    low = min(everything) - room
    axes.set_xlim(max(0, low) if min(everything) >= 0 else low, max(everything) + room)
    left, right = axes.get_xlim()
    band = max(left, full.low), min(right, full.high)
    axes.axvspan(*band, color=style.CLAIM, alpha=0.10, linewidth=0)


def _dot(axes, row, place, colour, *, size):
    look = {"linewidth": 1.4, "zorder": 4, **style.mark(row.sign, colour)}
    axes.scatter(row.value, place, s=size, **look)


def _period_label(axes, part, place, *, above):
    """The claim's own year above the line of dots, the newest year below it."""
    for row in part.itertuples():
        _dot(axes, row, place, style.INK, size=46)
        axes.annotate(
            row.period,
            (row.value, place),
            xytext=(0, 7 if above else -7),
            textcoords="offset points",
            ha="center",
            va="bottom" if above else "top",
            size=style.SMALL_PT,
            color=style.SUBTITLE,
            path_effects=[withStroke(linewidth=3, foreground="white")],
        )
