"""The evidence on the shock of 2020: claims E6, E7, E8 and E15.

No open source holds trade by half-year. So nothing weighs E6 and E7: what exists is
about other periods of the year and stands as context. For the judgement E15 and the
prediction E8 each function states its comparisons; others are possible.
"""

import functools

from helpers import claims, economy, tables
from helpers.evidence.clock import END_OF_2020
from helpers.evidence.points import context, fell, rose

BEFORE, SHOCK = 2019, 2020
LAST_OWN, LAST_CUSTOMS = 2023, 2024  # the newest trade by the states, and by China
SETTLED = 2022  # the newest year of which the outlook of 2024 estimates no figure
POINTS = "percentage points"
CUSTOMS = {"basis": "China's customs", "source": "China's customs (IMF IMTS)"}
STATISTICS = {"basis": "the state's own report", "source": "national statistics"}
MIXED = {
    "basis": "national reports",
    "source": f"{STATISTICS['source']}; {CUSTOMS['source']}",
}
OUTLOOK = {
    "basis": "IMF",
    "source": "IMF World Economic Outlook, spring 2019 and April 2024",
}


def _e6():
    return _near_the_half_year("E6", "KAZ")


def _e7():
    yield from _near_the_half_year("E7", "KGZ")
    yield from _press(
        "E7", "foreign_trade_change", "KGZ", "change of trade with all partners"
    )


def _near_the_half_year(claim_id, country):
    """Changes over parts of 2020, and over the whole year by both sides: context."""
    quantity = "change of trade with China"
    yield from _press(claim_id, "trade_with_china_change", country, quantity)
    both = tables.select(_changes("CHN"), country=country)
    both = both.set_index("reported_by")["change_percent"]
    sides = {"country": STATISTICS, "partner": CUSTOMS}
    for office, other in (("country", "partner"), ("partner", "country")):
        rival = {"contested_by": f"{sides[other]['basis']}: {both[other]:+.1f}"}
        where = sides[office] | rival
        yield _row(claim_id, quantity, both[office], unit="percent", **where)


def _e15():
    """Did China's ties abroad weaken in 2020?

    For: a state's trade with China fell over the months that a report covers; China's
    trade with the world fell; China grew less than was expected in 2019; its trade
    with a state fell more than its trade with the world; a state's trade with China
    fell more than that with all others; the region's share in China's trade fell.
    Against: the same comparison with the other sign.
    """
    for code in ("KAZ", "KGZ"):
        quantity = f"change of {_name(code)}'s trade with China"
        yield from _press("E15", "trade_with_china_change", code, quantity, points=fell)
    world = tables.value(_changes("WLD"), "change_percent", country="CHN")
    quantity = "change of China's trade with the world"
    yield _row("E15", quantity, world, unit="percent", points=fell, **CUSTOMS)
    for quantity, value, where in [*_china_beside(world), *_weights()]:
        yield _row("E15", quantity, value, unit=POINTS, points=fell, **where)


def _china_beside(world):
    """China's growth beside its forecast, its trade with a state beside the world."""
    growth = economy.vintage_gap(_vintages(), indicator="gdp_growth")
    missed = tables.value(growth, "gap", country="CHN", year=SHOCK)
    yield "China's growth, less the forecast of 2019", missed, OUTLOOK
    by_china = tables.select(_changes("CHN"), reported_by="partner")
    for row in by_china.itertuples():
        yield _beside_the_world(row.country), row.change_percent - world, CUSTOMS


def _weights():
    """China's weight in each state's trade, and the region's weight in China's."""
    beside = economy.change_beside_others(
        _trade(), partner="CHN", base=BEFORE, year=SHOCK
    )
    for row in beside.itertuples():
        name = _name(row.country)
        quantity = f"change of {name}'s trade with China, less that with all others"
        yield quantity, row.difference_points, STATISTICS
    for reported_by, where in (("partner", CUSTOMS), ("country", MIXED)):
        share = economy.share_in_partner_trade(_trade(), reported_by=reported_by)
        gained = _gain(share, "share_percent", BEFORE, SHOCK)
        yield "change of the region's share in China's trade", gained, where


def _e8():
    """Do the states lean more on China than before the recession?

    For: China's share in a state's trade is higher than in 2019 (for states without
    trade by partner: China's trade with it grew more than China's trade with the
    world); the stock of Chinese investment is higher than at the last count before the
    recession; China's part in a state's foreign debt is higher than in 2020; public
    debt weighs more than in 2019; output lies below the path expected in 2019.
    Against: the same comparison with the other sign. A path is context only where the
    later vintage also changed the years before 2019. What was known in 2020 is where a
    comparison starts: context.
    """
    yield from _trade_with_china()
    yield investment_stock("E8", "stock of Chinese investment in the five")
    yield from debt_to_china("E8")
    yield from _public_debt()
    yield from _paths()


def _trade_with_china():
    share = economy.turnover_share(_trade(), partner="CHN")
    for code in share["country"].unique():
        quantity = f"China's share in {_name(code)}'s trade"
        rows = tables.select(share, country=code)
        then = tables.value(rows, "share_percent", year=BEFORE)
        start = {"period": BEFORE, "known_in_2020": True, "unit": "percent"}
        yield _row("E8", quantity, then, **STATISTICS | start)
        gained = _gain(rows, "share_percent", BEFORE, LAST_OWN)
        since = {"period": f"{BEFORE} to {LAST_OWN}", "unit": POINTS}
        yield _row("E8", quantity, gained, points=rose, **STATISTICS | since)
    since = {"period": f"{BEFORE} to {LAST_CUSTOMS}", "unit": POINTS}
    changes = _changes("CHN", LAST_CUSTOMS).set_index("country")["change_percent"]
    world = tables.value(_changes("WLD", LAST_CUSTOMS), "change_percent", country="CHN")
    for code in economy.SILENT:
        more = changes[code] - world
        quantity = _beside_the_world(code)
        yield _row("E8", quantity, more, points=rose, **CUSTOMS | since)


def investment_stock(claim_id, quantity, points=rose):
    """One institution's back series; its start was published after 2020."""
    stock = tables.select(
        _figures(), topic="china_fdi_stock", area="CA5", institution="EDB"
    )
    then, now = (
        tables.value(stock, "value", period=period) for period in ("2016", "2025 H1")
    )
    return _row(
        claim_id,
        quantity,
        now - then,
        unit="USD billion",
        points=points,
        basis="EDB",
        period="2016 to 2025 H1",
        source="EDB, as quoted by the press",
        reliability="B",
        contested_by="China's ministry of commerce counts less",
    )


def debt_to_china(claim_id, points=rose):
    """China's part in foreign debt, from ministries' figures that the press quotes."""
    exim, china = "Exim Bank of China", "China"
    kyrgyz = ("KGZ", exim, "external_debt_to_china_eximbank", "2020-04", "2025-08")
    tajik = ("TJK", china, "external_debt_to_china", "2020-10", "2025-01")
    for code, creditor, topic, start, end in (kyrgyz, tajik):
        rows = tables.select(_figures(), area=code)
        then, now = (
            100
            * tables.value(rows, "value", topic=topic, period=period)
            / tables.value(rows, "value", topic="external_debt_total", period=period)
            for period in (start, end)
        )
        quantity = f"{creditor}'s part in {_name(code)}'s foreign debt"
        where = {
            "basis": "ministry of finance",
            "source": "ministry of finance, as quoted by the press",
            "reliability": "B",
            "contested_by": "AnewZ reports more" if code == "TJK" else "",
        }
        known = {"period": start, "known_in_2020": True, "unit": "percent"}
        yield _row(claim_id, quantity, then, **where | known)
        since = {"period": f"{start} to {end}", "unit": POINTS}
        gained = now - then
        yield _row(claim_id, quantity, gained, points=points, **where | since)


def _public_debt():
    debt = tables.select(_vintages(), indicator="government_debt", vintage=2024)
    for code in tables.the_five():
        gained = _gain(tables.select(debt, country=code), "value", BEFORE, SETTLED)
        since = {"period": f"{BEFORE} to {SETTLED}", "unit": "points of GDP"}
        quantity = f"{_name(code)}'s public debt"
        yield _row("E8", quantity, gained, points=rose, **OUTLOOK | since)


def _paths():
    """Output beside the path expected in 2019, where both vintages share one past."""
    revised = economy.mean_revision(_vintages(), indicator="gdp_growth")
    path = economy.output_path(_vintages())
    gaps = economy.vintage_gap(path, indicator="output_path")
    for code in tables.the_five():
        gap = tables.value(gaps, "gap", country=code, year=SETTLED)
        moved = tables.value(revised, "mean_revision", country=code) > economy.REVISED
        yield _row(
            "E8",
            f"{_name(code)}'s output, less the path of 2019",
            gap,
            unit="index points, 2018 = 100",
            points=context if moved else fell,
            period=SETTLED,
            contested_by="Turkmenistan reports more growth" if code == "TKM" else "",
            **OUTLOOK,
        )


def _press(claim_id, topic, code, quantity, points=None):
    """Changes that offices gave to the press, over the months that each names."""
    rows = tables.select(_figures(), topic=topic, area=code)
    for row in rows[rows["period"] != str(SHOCK)].itertuples():
        yield _row(
            claim_id,
            quantity,
            row.value,
            unit="percent",
            points=points or context,
            basis=row.institution,
            period=row.period,
            source=f"{row.institution}, as quoted by {row.publisher}",
            reliability=row.reliability,
            known_in_2020=row.published_date <= str(END_OF_2020.date()),
        )


def _row(claim_id, quantity, value, *, points=context, period=SHOCK, **fields):
    """A row of official figures that came out after 2020, unless ``fields`` say so."""
    usual = {"reliability": "A", "known_in_2020": False}
    return claims.Evidence(
        claim_id=claim_id,
        quantity=quantity,
        value=value,
        points=points(value),
        period=str(period),
        **usual | fields,
    )


def _gain(rows, column, start, end):
    """Value of the end less value of the start, in the rows of one series."""
    then, now = (tables.value(rows, column, year=year) for year in (start, end))
    return now - then


def _changes(partner, year=SHOCK):
    """Changes of turnover with a partner since the year before the shock."""
    changes = economy.trade_change(_trade(), partner=partner, base=BEFORE, year=year)
    return tables.select(changes, flow="turnover")


def _beside_the_world(code):
    return f"change of China's trade with {_name(code)}, less that with the world"


def _name(code):
    return tables.country_names()[code]


@functools.cache
def _trade():
    return tables.load("trade_by_partner")


@functools.cache
def _figures():
    return tables.load("reported_figures")


@functools.cache
def _vintages():
    return tables.load("forecast_vintages")


CLAIMS = {"E6": _e6, "E7": _e7, "E8": _e8, "E15": _e15}
