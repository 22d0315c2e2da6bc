"""The evidence on the border settlements: claims S5 to S8 and S14.

The comparisons on trade and debt were written after the series had been seen, all
others before; others are possible. No row shows what was said at the table, and none
shows pressure: figures show weight, and dates show order.
"""

import functools

import pandas as pd

from helpers import claims, economy, security, tables

CLAIMED = {"S5": "KAZ", "S6": "KGZ", "S7": "TJK"}
TABLES = "own tables of border steps and areas"
COW, CUSTOMS = "Correlates of War", "China's customs for China"
SHORTLY = 30  # days from a signature
LEFT, UNNAMED = "to China", "one side's part"
AREAS = {
    LEFT: "land left to China",
    "disputed": "land in dispute",
    "asked for by China": "land that China asked for",
    UNNAMED: "part of the disputed land, receiver not named",
}


def _event(claim_id):
    """Was land left to China that China had claimed, and in which year?

    Did it occur: a government, a parliament, or an independent source that says how
    much land was left to China speaks for, and one that says that none was left
    (zero) against. We looked for such a denial, and found none. What was disputed or
    asked for, what opponents say, and a part whose receiver is not named, are
    context. The year: each step after the talks that was found, since a settlement
    has several dates. The bulletin does not say which one it means.
    """
    state = CLAIMED[claim_id]
    steps = tables.select(_steps(), state=state)
    for row in steps[steps["step"] != "talks"].drop_duplicates("label").itertuples():
        yield claims.Evidence(
            claim_id=claim_id,
            quantity="year of a step",
            basis=row.label,
            period=str(row.year),
            value=float(row.year),
            unit="year",
            reliability=_grade(row.reliability),
            known_in_2020=row.year <= 2020,
            source=row.source,
            contested_by=row.contested_by,
        )
    areas = tables.select(_areas(), state=state)
    for row in areas[areas["what"].isin(list(AREAS))].itertuples():
        is_area = row.km2 == row.km2
        value = row.km2 if is_area else row.share_percent
        yield claims.Evidence(
            claim_id=claim_id,
            quantity=AREAS[row.what],
            basis=row.said_by,
            period=str(row.said_in),
            value=value,
            unit="km2" if is_area else "percent of the disputed land",
            reliability=row.reliability,
            known_in_2020=row.said_in <= 2020,
            source=row.source,
            contested_by=row.contested_by,
            points=_says_that_land_was_left(row, value),
        )


def _says_that_land_was_left(row, value):
    if row.what != LEFT or row.side == "opposition":
        return claims.CONTEXT
    return claims.FOR if value > 0 else claims.AGAINST


def _s8():
    """Each stated area that the settlement left to China; a share is no area."""
    rows = tables.select(_areas(), state="TJK", what=LEFT).dropna(subset="km2")
    for row in rows.itertuples():
        yield claims.Evidence(
            claim_id="S8",
            quantity="land of Tajikistan left to China",
            basis=row.said_by,
            period="2011",
            value=row.km2,
            unit="km2",
            reliability=row.reliability,
            known_in_2020=row.said_in <= 2020,
            source=row.source,
            contested_by=row.contested_by,
        )


def _s14():
    """Did China have the weight to press, and did the outcome favour it?

    Two dates are looked at, because a settlement has several: the last signature, with
    which the line was drawn, and the year that the bulletin gives.

    * Trade: for, where the state traded more with China than with Russia in that year.
      From the year in which the long series takes China's own reports, it is nearly
      the same series as China's customs: then it is context, and customs point. So is
      the first year in which China was ahead.
    * Debt: for, where more than half of the debt was owed to China at the end of the
      year before, by all wholes of ``economy.share_by_whole``; against, where by none.
      Where the wholes disagree, the rows are context. Flows start in 2000.
    * Order: for, where China lent before the line was signed; against, where after.
      Only where the signature lies within the years of the debt table.
    * Money: for, where a Chinese credit was announced within a month of a signature.
    * Outcome: for, where China received more than half of the disputed land by the
      highest stated share that says who received it. This assumes that pressure would
      show in the share; a weak state may also be pressed into a small concession. A
      share that does not name the receiver is context.
    * What the parties said is context: a position is no evidence.
    """
    for state, year, moment in _moments():
        yield from _trade_weight(state, year, moment)
        yield from _debt_weight(state, year, moment)
    yield from _first_ahead()
    yield from _order()
    yield from _money_with_a_signature()
    yield from _outcome()
    yield from _statements()


def _moments():
    """The last signature of each state, and the bulletin's year."""
    for claim_id, state in CLAIMED.items():
        signed = tables.select(_steps(), state=state, step="signature")
        yield state, int(signed["year"].max()), "last signature"
        yield state, int(claims.claim(claim_id).claimed_value), "the bulletin's year"


def _trade_weight(state, year, moment):
    for basis, china in ((COW, _past()), (CUSTOMS, _customs())):
        at = china.query("country == @state and year == @year and partner == 'CHN'")
        if at.empty:
            continue
        ratio = at["value_usd_mn"].sum() / _russia(state, year)
        twice = basis == COW and year >= security.CHINA_COUNTS_FROM[state]
        points = claims.FOR if ratio > 1 else claims.AGAINST
        yield _indicator(
            quantity=f"trade with China per dollar with Russia: {_name(state)}",
            basis=f"{moment}, {basis}",
            period=str(year),
            value=ratio,
            unit="dollars",
            points=claims.CONTEXT if twice else points,
            source="Correlates of War Project; China's customs (IMF IMTS)",
            contested_by="takes China's report from here on: nearly the customs series"
            if twice
            else "",
        )


def _first_ahead():
    """The first year in which Tajikistan traded more with China, by China's customs."""
    both = [
        trade.query("country == 'TJK' and partner == @partner")
        for trade, partner in ((_customs(), "CHN"), (_past(), "RUS"))
    ]
    china, russia = (rows.groupby("year")["value_usd_mn"].sum() for rows in both)
    ratios = (china / russia).dropna()
    first = ratios[ratios > 1].index[0]
    yield _indicator(
        quantity=f"trade with China per dollar with Russia: {_name('TJK')}",
        basis=f"first year above one, {CUSTOMS}",
        period=str(first),
        value=ratios[first],
        unit="dollars",
        points=claims.CONTEXT,
        source="Correlates of War Project; China's customs (IMF IMTS)",
    )


def _debt_weight(state, year, moment):
    flows = tables.load("debt_flows")
    if year <= flows["year"].min():
        return
    wholes = tables.load("debt_above_zero"), tables.load("gdp_and_public_debt")
    shares = economy.share_by_whole(flows, *wholes, debtor=state, creditor="CHN")
    before = shares[shares["year"] == year - 1].dropna(subset="share_percent")
    is_more = before["share_percent"] > 50
    points = claims.FOR if is_more.all() else claims.AGAINST
    for row in before.itertuples():
        yield _indicator(
            quantity=f"China's part of the debt: {_name(state)}",
            basis=f"{moment}, year before, of {row.whole}",
            period=str(year - 1),
            value=row.share_percent,
            unit="percent",
            points=claims.CONTEXT if is_more.nunique() > 1 else points,
            source="World Bank, International Debt Statistics; IMF",
        )


def _order():
    flows = tables.load("debt_flows").query("creditor == 'CHN'")
    lent = flows[flows["flow"] == "disbursement"].groupby("debtor")["year"].min()
    for state, year, moment in _moments():
        if moment == "last signature" and year > flows["year"].min():
            later = int(lent[state]) - year
            yield _indicator(
                quantity=(
                    "years from the last signature to the first recorded Chinese "
                    f"loan: {_name(state)}"
                ),
                basis="order of events",
                period=f"{year} to {lent[state]}",
                value=later,
                unit="years",
                points=claims.AGAINST if later > 0 else claims.FOR,
                source=f"{TABLES}; World Bank, International Debt Statistics",
            )


def _money_with_a_signature():
    events = tables.load("events")
    is_credit = (events["unit"] == "CNY million") & (events["precision"] == "day")
    signed = tables.select(_steps(), step="signature")[["state", "date"]]
    pairs = events[is_credit].merge(signed, how="cross", suffixes=("", "_signed"))
    apart = pd.to_datetime(pairs["date"]) - pd.to_datetime(pairs["date_signed"])
    for row in pairs[apart.dt.days.abs() <= SHORTLY].itertuples():
        if row.state in row.actors:
            yield _indicator(
                quantity=f"Chinese credit with a signature: {_name(row.state)}",
                basis="order of events",
                period=str(row.year),
                value=row.value,
                unit=row.unit,
                points=claims.FOR,
                source=row.source,
            )


def _outcome():
    shares = security.area_shares(_areas())
    unnamed = tables.select(_areas(), what=UNNAMED)
    for state, rows in shares.groupby("state"):
        highest = rows.loc[rows["share_percent"].idxmax()]
        said_in = tables.select(_areas(), state=state, what=LEFT)["said_in"]
        rivals = "other sources state other areas"
        if state in set(unnamed["state"]):
            rivals = "depends on the source: AFP does not name who received which part"
        yield _indicator(
            quantity=f"China's part of the disputed land: {_name(state)}",
            basis=f"highest that names the receiver, {highest['part_said_by']}",
            period=f"{said_in.min()} to {said_in.max()}",
            value=highest["share_percent"],
            unit="percent",
            points=claims.FOR if highest["share_percent"] > 50 else claims.AGAINST,
            source=TABLES,
            contested_by=rivals,
        )
    for row in unnamed.itertuples():
        yield _indicator(
            quantity=f"one side's part of the disputed land: {_name(row.state)}",
            basis=row.said_by,
            period=str(row.said_in),
            value=row.share_percent,
            unit="percent",
            points=claims.CONTEXT,
            source=row.source,
            contested_by=row.contested_by,
        )


def _statements():
    said = tables.load("border_positions")
    sides = {
        "governments and China's ministry": said["party"] != "opposition",
        "deputies and opposition": said["party"] == "opposition",
    }
    for who, rows in sides.items():
        yield _indicator(
            quantity="statements that speak of pressure or of an exchange",
            basis=who,
            period="1994 to 2013",
            value=float(said.loc[rows, "says_pressure"].sum()),
            unit=f"of {int(rows.sum())} statements",
            points=claims.CONTEXT,
            source="own table of positions",
        )


def _indicator(**fields):
    """One row on S14: known in 2020, and as reliable as its weakest source."""
    return claims.Evidence(
        claim_id="S14", reliability="B", known_in_2020=True, **fields
    )


def _russia(state, year):
    rows = tables.select(_past(), country=state, year=year, partner="RUS")
    return rows["value_usd_mn"].sum()


def _grade(sign):
    """The letter in a sign of reliability."""
    return sign.partition(" ")[2][0]


def _name(code):
    return tables.country_names()[code]


@functools.cache
def _steps():
    return security.border_steps(tables.load("border_steps"), tables.load("events"))


@functools.cache
def _areas():
    areas = tables.load("border_areas")
    return areas.assign(contested_by=areas["contested_by"].fillna(""))


@functools.cache
def _past():
    return tables.load("trade_long_run")


@functools.cache
def _customs():
    return tables.load("trade_by_partner").query("reported_by == 'partner'")


CLAIMS = {
    **{claim_id: functools.partial(_event, claim_id) for claim_id in CLAIMED},
    "S8": _s8,
    "S14": _s14,
}
