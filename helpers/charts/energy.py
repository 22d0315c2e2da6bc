"""Charts of energy: what is left over, what a pipeline could carry, who sells more."""

from helpers import economy, style, tables
from helpers.charts import pieces
from helpers.charts.pieces import name_of

CARRIED, TURKMEN = style.PARTNER["CHN"], style.INK


def surplus(balance):
    """Production minus consumption of the region's states, year by year.

    Parameters
    ----------
    balance : DataFrame
        From ``economy.surplus``.

    Returns
    -------
    style.Picture
        Titled with the states that use more than they produce in the last year.
    """
    rows = balance[balance["country"].isin(tables.the_five())]
    fuel, unit = rows[["fuel", "unit"]].iloc[0]
    values = rows.pivot(index="year", columns="country", values="surplus")
    first, last = int(values.index[0]), int(values.index[-1])
    end = values.loc[last].sort_values()
    short = [code for code, value in end.items() if value < 0]
    names = ", ".join(name_of(code) for code in short) or "No state"
    chart = pieces.Chart(
        title=f"{names} used more {fuel} than it produced in {last}",
        subtitle=f"Production minus consumption of {fuel}, {unit}, {first} to {last}",
        source=tables.credit("oil_gas"),
        right=1.5,
    )
    axes = chart.axes
    axes.axhline(0, color=style.GREY, linewidth=1)
    ends = []
    for code, value in end.items():
        colour = style.INK if code in short else style.GREY
        axes.plot(values.index, values[code], color=colour, linewidth=2.2)
        ends.append((value, name_of(code), colour if code in short else style.SUBTITLE))
    pieces.end_labels(axes, last, ends)
    pieces.whole_years(axes, values.index)
    numbers = "; ".join(
        f"{name_of(code)} {values.loc[2019, code]:.1f} in 2019, {end[code]:.1f} in "
        f"{last}"
        for code in reversed(end.index)
    )
    return chart.picture(numbers)


def capacity_and_flow(capacity, flows, turkmen):
    """What the gas pipeline to China could carry, and what it carried.

    Parameters
    ----------
    capacity : DataFrame
        From ``economy.open_capacity``.
    flows : DataFrame
        From ``economy.pipeline_flow``.
    turkmen : DataFrame
        ``year`` and ``value`` of Turkmen gas, from ``economy.full_years``.

    Returns
    -------
    style.Picture
        Titled with the last year's flow in percent of capacity. Years without a
        figure stay empty: the dots are not joined.
    """
    used = economy.utilisation(flows, capacity)
    last = used.iloc[-1]
    first, end = int(capacity["year"].iloc[0]), int(capacity["year"].iloc[-1])
    chart = pieces.Chart(
        title=(
            f"In {last['year']:.0f} the pipeline carried "
            f"{last['utilisation_percent']:.0f} percent of what it could"
        ),
        subtitle=(
            f"Gas from Central Asia to China, billion cubic metres a year, {first} to "
            f"{end}. No dot: no figure"
        ),
        source=tables.credit("pipelines", "reported_figures", "corridor_figures"),
        right=1.9,
    )
    axes = chart.axes
    years, could = capacity["year"], capacity["capacity_bcm_y"]
    axes.fill_between(years, could, step="mid", color=style.GRID, linewidth=0)
    axes.step(years, could, where="mid", color=style.GREY, linewidth=1.6)
    axes.plot(flows["year"], flows["flow_bcm"], "o", color=CARRIED, ms=8)
    axes.plot(turkmen["year"], turkmen["value"], "o", mfc="white", mec=TURKMEN, ms=7)
    axes.set_ylim(0, 1.12 * could.max())
    pieces.whole_years(axes, years)
    axes.set_xlim(first - 0.6, end + 0.6)
    ends = [
        (could.iloc[-1], "could carry\n(lines A, B, C)", style.SUBTITLE),
        (flows["flow_bcm"].iloc[-1], "carried", CARRIED),
        (turkmen["value"].iloc[-1], "of which\nTurkmen", TURKMEN),
    ]
    pieces.end_labels(axes, end + 0.6, ends)
    numbers = "; ".join(
        f"{row.year} carried {row.flow_bcm:.1f} of {row.capacity_bcm_y:.0f}"
        for row in used.itertuples()
    )
    numbers += "; Turkmen " + ", ".join(
        f"{row.year} {row.value:.1f}" for row in turkmen.itertuples()
    )
    return chart.picture(numbers)


def market(series):
    """What China sells to the region minus what it buys there, by who counts.

    Parameters
    ----------
    series : dict of str to DataFrame
        From a basis's name to a frame of ``economy.region_as_market``.

    Returns
    -------
    style.Picture
        Titled with each basis's balance in 2019, the last full year before the
        bulletin.
    """
    at = {
        name: tables.value(frame, "balance_usd_mn", year=2019) / 1000
        for name, frame in series.items()
    }
    said = " or ".join(f"{value:+.1f}".replace("-", "−") for value in at.values())
    first = min(frame["year"].min() for frame in series.values())
    last = max(frame["year"].max() for frame in series.values())
    chart = pieces.Chart(
        title=f"China's balance in 2019: {said}, by who counts",
        subtitle=(
            "China's sales to the five states minus its purchases there, "
            f"{first} to {last}, USD billion"
        ),
        source=tables.credit("trade_by_partner"),
        right=1.7,
    )
    axes = chart.axes
    axes.axhline(0, color=style.GREY, linewidth=1)
    ends = []
    colours = [style.PARTNER["CHN"], style.INK][: len(series)]
    for (name, frame), colour in zip(series.items(), colours, strict=True):
        axes.plot(
            frame["year"], frame["balance_usd_mn"] / 1000, color=colour, linewidth=2.2
        )
        ends.append((frame["balance_usd_mn"].iloc[-1] / 1000, name, colour))
    pieces.end_labels(axes, last, ends)
    pieces.whole_years(axes, range(first, last + 1))
    numbers = ". ".join(
        f"{name}: "
        + ", ".join(
            f"{row.year} {row.balance_usd_mn / 1000:.1f}"
            for row in frame.itertuples()
            if row.year >= 2013
        )
        for name, frame in series.items()
    )
    return chart.picture(numbers)
