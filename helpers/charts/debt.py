"""Charts of debt: flows and the stock they build, and what it is divided by."""

import functools
import itertools

from helpers import claims, economy, style, tables
from helpers.charts import pieces
from helpers.charts.pieces import name_of

CLAIM_OF = {"KGZ": "E9", "TJK": "E10"}
LAB_YEARS = range(2008, 2026)


def debt_stock(stock):
    """One debt, built from its flows: what came, what went back, what is left.

    Parameters
    ----------
    stock : DataFrame
        From ``economy.debt_stock``, with one creditor.

    Returns
    -------
    style.Picture
        Titled with the highest and the last stock.
    """
    stock = stock[stock["stock_usd_mn"].ne(0).cummax()]
    billions = stock.set_index("year").drop(columns=["debtor", "creditor"]) / 1000
    height = billions["stock_usd_mn"]
    peak, last = height.idxmax(), height.index[-1]
    debtor, creditor = (name_of(stock[side].iloc[0]) for side in ("debtor", "creditor"))
    title = (
        f"{debtor} owed {creditor} {height[peak]:.2f} billion in {peak}, "
        f"{height[last]:.2f} in {last}"
    )
    subtitle = (
        f"Public debt built from flows, end of {height.index[0]} to {last}, "
        "USD billion; bars: flows of the year"
    )
    source = tables.credit("debt_flows")
    chart = pieces.Chart(title=title, subtitle=subtitle, source=source, right=1.5)
    axes = chart.axes
    colour = style.PARTNER.get(stock["creditor"].iloc[0], style.INK)
    axes.bar(height.index, billions["disbursed_usd_mn"], color=style.GREY, width=0.7)
    axes.bar(height.index, -billions["repaid_usd_mn"], color=style.PALE, width=0.7)
    axes.plot(height.index, height, color=colour, linewidth=2.4)
    axes.axhline(0, color=style.FAINT, linewidth=0.8)
    pieces.whole_years(axes, height.index)
    axes.set_xlim(height.index[0] - 0.6, last + 0.6)
    lowest = billions["repaid_usd_mn"].max()
    ends = [
        (height[last], "the stock", colour),
        (billions["disbursed_usd_mn"].max() / 2, "disbursed", style.FAINT),
        (-lowest / 2, "repaid", style.FAINT),
    ]
    pieces.end_labels(axes, last + 0.6, ends)
    numbers = ", ".join(f"{year} {value:.2f}" for year, value in height.items())
    return chart.picture(f"Stock by year: {numbers}")


def debt_against_reports(share, reported):
    """A state's debt built from flows, beside what its ministries say.

    Parameters
    ----------
    share : DataFrame
        From ``economy.creditor_share``.
    reported : DataFrame
        The table ``debt_reported``.

    Returns
    -------
    style.Picture
        Titled with how far the ministry's figures lie from the built ones, at the last
        year that has all four.
    """
    debtor = share["debtor"].iloc[0]
    said = tables.select(reported, debtor=debtor, said_by="ministry")
    built = share.set_index("year")[["stock_usd_mn", "total_usd_mn"]] / 1000
    said = said.sort_values("as_of").set_index("year_end")
    said = said[["owed_usd_mn", "total_usd_mn"]] / 1000
    both = said.dropna()
    at = both[both.index.isin(built.index)].iloc[-1]
    year = at.name
    part = at["owed_usd_mn"] - built["stock_usd_mn"][year]
    whole = at["total_usd_mn"] - built["total_usd_mn"][year]
    title = (
        f"The ministry's whole differs by {whole:+.2f} billion, its part by {part:+.2f}"
    )
    subtitle = (
        f"{name_of(debtor)}'s foreign public debt, USD billion. Lines: built from "
        f"flows. Dots: the ministry. Title: end of {year}"
    )
    source = tables.credit("debt_flows", "debt_reported")
    chart = pieces.Chart(title=title, subtitle=subtitle, source=source, right=1.9)
    axes = chart.axes
    ends = []
    for line, dots, text, colour in (
        ("stock_usd_mn", "owed_usd_mn", "owed to China", style.PARTNER["CHN"]),
        ("total_usd_mn", "total_usd_mn", "owed to all\ncreditors", style.INK),
    ):
        axes.plot(built.index, built[line], color=colour, linewidth=2.2)
        axes.plot(said.index, said[dots], "o", color=colour, ms=6, clip_on=False)
        ends.append((said[dots].dropna().iloc[-1], text, colour))
    axes.set_ylim(bottom=min(0, built.min().min()))
    last = max(built.index[-1], said.index[-1])
    pieces.whole_years(axes, [built.index[0], last])
    pieces.end_labels(axes, last, ends)
    return chart.picture(
        "By the ministry, part and whole: "
        + "; ".join(
            f"{row.Index} {row.owed_usd_mn:.2f} of {row.total_usd_mn:.2f}"
            for row in both.itertuples()
        )
    )


def debt_service(service):
    """What was paid to a creditor by year, and what was due later.

    Parameters
    ----------
    service : DataFrame
        From ``economy.debt_service``.

    Returns
    -------
    style.Picture
        Titled with the last year paid and the highest year scheduled.
    """
    paid = service[~service["is_scheduled"]].iloc[-1]
    due = service[service["is_scheduled"]]
    most = due.loc[due["service_usd_mn"].idxmax()]
    debtor, creditor = (
        name_of(service[side].iloc[0]) for side in ("debtor", "creditor")
    )
    title = (
        f"Paid in {paid['year']}: {paid['service_usd_mn']:.0f} million; "
        f"due in {most['year']}: {most['service_usd_mn']:.0f}"
    )
    subtitle = (
        f"{debtor}'s payments on public debt to {creditor}, {service['year'].iloc[0]} "
        f"to {service['year'].iloc[-1]}, USD million"
    )
    source = tables.credit("debt_flows")
    chart = pieces.Chart(title=title, subtitle=subtitle, source=source, right=1.3)
    axes = chart.axes
    main = style.PARTNER.get(service["creditor"].iloc[0], style.INK)
    colours = {"principal_usd_mn": main, "interest_usd_mn": style.GREY}
    for part, rows in (("paid", service[~service["is_scheduled"]]), ("due", due)):
        bottom = 0
        for column, colour in colours.items():
            looks = {"color": colour, "edgecolor": colour}
            if part == "due":
                looks = {"color": "white", "edgecolor": colour, "hatch": "////"}
            axes.bar(rows["year"], rows[column], bottom=bottom, width=0.7, **looks)
            bottom = bottom + rows[column]
    axes.text(
        0.02,
        0.92,
        "solid: paid\nhatched: scheduled, not known to be paid",
        transform=axes.transAxes,
        va="top",
        size=style.TEXT_PT,
        color=style.SUBTITLE,
    )
    axes.set_ylim(top=1.12 * service["service_usd_mn"].max())
    last = due.iloc[-1]
    pieces.whole_years(axes, service["year"])
    axes.set_xlim(service["year"].iloc[0] - 0.6, last["year"] + 0.6)
    principal = last["principal_usd_mn"]
    ends = [
        (principal / 2, "principal", colours["principal_usd_mn"]),
        (principal + last["interest_usd_mn"] / 2, "interest", style.FAINT),
    ]
    pieces.end_labels(axes, last["year"] + 0.6, ends)
    numbers = ", ".join(
        f"{row.year} {row.service_usd_mn:.0f}" for row in service.itertuples()
    )
    return chart.picture(f"Principal and interest by year: {numbers}")


def debt_ratio(flows, reported, wholes):
    """A live figure of what is owed to China over a whole: the debt lab's picture.

    Parameters
    ----------
    flows, reported, wholes : DataFrame
        The tables ``debt_flows``, ``debt_reported`` and ``gdp_and_public_debt``.

    Returns
    -------
    style.Live
        Takes ``debtor``, ``numerator``, ``denominator`` and ``year``. The title says
        the verdict of the claim's rule, where the whole is foreign debt.
    """
    figure = style.figure(*pieces.SIZE, dpi=style.LIVE_DPI)
    source = tables.credit("debt_flows", "debt_reported", "gdp_and_public_debt")
    title, subtitle, _ = style.words(figure, title="", subtitle="", source=source)
    axes = style.axes(figure, right=1.45)
    axes.set_xlim(LAB_YEARS[0] - 0.5, LAB_YEARS[-1] + 0.5)
    axes.set_xticks(LAB_YEARS[::2])
    axes.set_ylim(0, 80)
    rule = _rule(axes)
    (line,) = axes.plot([], [], color=style.PARTNER["CHN"], linewidth=2)
    (dots,) = axes.plot([], [], "o", color=style.PARTNER["CHN"], ms=5)
    marker = axes.axvline(2019, color=style.PALE, linewidth=1.2)
    (dot,) = axes.plot([], [], "o", color=style.INK, ms=9)
    missing = axes.text(
        0.02,
        0.05,
        "",
        transform=axes.transAxes,
        size=style.TEXT_PT,
        color=style.INK,
        linespacing=1.4,
    )
    layers = {
        ("debtor", "numerator", "denominator"): [*rule, line, dots],
        ("year",): [marker, dot, missing, title, subtitle],
    }
    ratio_of = functools.cache(
        functools.partial(economy.debt_ratio, flows, reported, wholes)
    )

    def update(debtor, numerator, denominator, year):
        choice = {"debtor": debtor, "numerator": numerator, "denominator": denominator}
        ratio = ratio_of(**choice).query("year in @LAB_YEARS")
        yearly = not {"ministry", "press"} & {numerator, denominator}
        dots.set_data(ratio["year"], ratio["percent"])
        line.set_data(*((ratio["year"], ratio["percent"]) if yearly else ([], [])))
        for artist in rule:
            artist.set_visible(denominator not in economy.OTHER_QUANTITIES)
        at = ratio[ratio["year"] == year]
        marker.set_xdata([year, year])
        dot.set_data(at["year"], at["percent"])
        said = _found(at, debtor, denominator)
        title.set_text(f"{name_of(debtor)}, end of {year}: {said}")
        part, whole = economy.NUMERATORS[numerator], economy.DENOMINATORS[denominator]
        subtitle.set_text(f"Owed to China, {part}; in percent of {whole}{_amounts(at)}")
        missing.set_text("" if len(at) else _where(ratio, year))
        words = " ".join(missing.get_text().split())
        return f"{title.get_text()}. {subtitle.get_text()}. {words}".strip()

    return style.Live(figure, layers, update)


def _rule(axes):
    """The bulletin's figure and the two distances of its rule; both states have one."""
    (stated,) = {claims.claim(name).claimed_value for name in CLAIM_OF.values()}
    full, partial = claims.limits(CLAIM_OF["KGZ"])
    wide = axes.axhspan(partial.low, partial.high, color=style.CLAIM, alpha=0.07, lw=0)
    near = axes.axhspan(full.low, full.high, color=style.CLAIM, alpha=0.13, lw=0)
    line = axes.axhline(stated, color=style.CLAIM, linewidth=1.4)
    label = pieces.label(axes)
    label.set(
        text=f"the bulletin: {stated:g}\ndark: supported\npale: partly",
        color=style.CLAIM,
    )
    label.xy = (LAB_YEARS[-1] + 0.5, stated)
    return [wide, near, line, label]


def _found(at, debtor, denominator):
    """What the title says of one year: the percentage and the rule's verdict."""
    if at.empty:
        return "no figure"
    percent = at["percent"].item()
    if denominator in economy.OTHER_QUANTITIES:
        return f"{percent:.1f} percent, another quantity"
    return f"{percent:.1f} percent, {claims.verdict(CLAIM_OF[debtor], percent)}"


def _amounts(at):
    if at.empty:
        return ""
    part, whole = at["part_usd_mn"].item() / 1000, at["whole_usd_mn"].item() / 1000
    return f": {part:.2f} of {whole:.2f} billion USD"


def _where(ratio, year):
    """In words, that a year has no figure, and which years have."""
    known = f"There are figures for {_spans(ratio['year'])}." if len(ratio) else ""
    return f"Our sources lack part or whole for the end of {year}.\n{known}".strip()


def _spans(years):
    """Years in words, runs of three or more as spans.

    >>> _spans([2015, 2017, 2018, 2019, 2021, 2022])
    '2015, 2017 to 2019, 2021, 2022'
    """
    runs = itertools.groupby(enumerate(years), key=lambda pair: pair[1] - pair[0])
    spans = []
    for _, run in runs:
        run = [year for _, year in run]
        long = len(run) > 2
        spans += [f"{run[0]} to {run[-1]}"] if long else [str(year) for year in run]
    return ", ".join(spans)
