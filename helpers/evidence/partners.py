"""The evidence on who matters most: claims E12, E13 and E17.

All comparisons were chosen before they were computed. E13 and E17 look at the same
indicators, so that they can be read against each other:

* E13, "the most important partner": for, where China is the *largest* of all single
  states in more than half of the states with a figure; else against.
* E17, "dominant": for, where Russia is *ahead of China* in more than half of them.

Both can fail together, when a third state leads or the states are split. Where only
China and Russia can be told apart (loans), E13 also compares these two. A count gives
Kyrgyzstan as much say as Kazakhstan, so both also add up the dollars of trade: for,
with more than half of what China and Russia have together.
"""

import dataclasses
import functools

import pandas as pd

from helpers import claims, economy, tables
from helpers.evidence.clock import ANNUAL_TO, END_OF_2020

CLAIMED_YEAR, BASE_YEAR = 2019, 2010
STATES = "national statistics"
CUSTOMS = "China's customs (IMF IMTS)"
_RIVALS = {"country": "China's customs", "partner": "national reports"}


@dataclasses.dataclass(frozen=True)
class _Contest:
    """Values by country and partner, in which somebody leads in each country."""

    what: str
    basis: str
    period: str
    values: pd.DataFrame
    source: str
    known_in_2020: bool
    reliability: str = "A"
    contested_by: str = ""
    value: str = "value_usd_mn"
    only_rivals: bool = False


def _e12():
    """In how many states is the deficit with China deeper than in 2010?

    2010 is the first year in which more than one state reports. For: in more than
    half of the states with figures; else against. Two measures, because they can
    differ: US dollars, which also grow with trade and prices, and percent of the
    trade, which cannot fall below -100. The same count for Russia is context. No
    row shows whether China uses a balance as an instrument: trade data cannot.
    """
    for reported_by, basis in (
        ("country", "national reports"),
        ("partner", "China's customs"),
    ):
        yield from _deficits("CHN", reported_by, basis)
    yield from _deficits("RUS", "country", "national reports")


def _deficits(partner, reported_by, basis):
    balance = economy.balance(_trade(), partner=partner, reported_by=reported_by)
    balance = economy.relative_balance(balance)
    for value, measure in (
        ("balance_percent", "percent of trade"),
        ("balance_usd_mn", "US dollars"),
    ):
        for year in (CLAIMED_YEAR, balance["year"].max()):
            rows = economy.deeper_deficits(
                balance, since=BASE_YEAR, year=year, value=value
            )
            deeper = int(rows["is_deeper"].sum())
            points = claims.FOR if 2 * deeper > len(rows) else claims.AGAINST
            yield claims.Evidence(
                claim_id="E12",
                quantity=(
                    f"states whose deficit with {_name(partner)} is deeper than in "
                    f"{BASE_YEAR}, in {measure}"
                ),
                basis=basis,
                period=str(year),
                value=deeper,
                unit=f"of {len(rows)} states",
                reliability="A",
                known_in_2020=year <= ANNUAL_TO,
                source=STATES if reported_by == "country" else CUSTOMS,
                contested_by=_RIVALS[reported_by] if partner == "CHN" else "",
                points=points if partner == "CHN" else claims.CONTEXT,
            )


def _e13():
    """Is China the largest single partner in more than half of the states?"""
    for contest in _contests():
        partners = economy.RIVALS if contest.only_rivals else None
        among = "of China and Russia" if contest.only_rivals else "of all states"
        yield _count(
            "E13",
            contest,
            winner="CHN",
            partners=partners,
            quantity=f"states for which China is the largest {contest.what}, {among}",
        )
    yield from _dollars("E13", "CHN")
    yield from _china_in_investment()


def _e17():
    """Is Russia ahead of China in more than half of the states?"""
    for contest in _contests():
        yield _count(
            "E17",
            contest,
            winner="RUS",
            partners=economy.RIVALS,
            quantity=f"states for which Russia is a larger {contest.what} than China",
        )
    yield from _dollars("E17", "RUS")
    yield from _russia_in_the_past()


def _count(claim_id, contest, *, winner, partners, quantity):
    leaders = economy.leading_partner(
        contest.values, value=contest.value, partners=partners
    )
    led, compared = int((leaders["leader"] == winner).sum()), len(leaders)
    return claims.Evidence(
        claim_id=claim_id,
        quantity=quantity,
        basis=contest.basis,
        period=contest.period,
        value=led,
        unit=f"of {compared} states" if compared > 1 else "of 1 state",
        reliability=contest.reliability,
        known_in_2020=contest.known_in_2020,
        source=contest.source,
        contested_by=contest.contested_by,
        points=claims.FOR if 2 * led > compared else claims.AGAINST,
    )


def _dollars(claim_id, winner):
    """One rival's part of the trade of both with the states that report, added up."""
    for contest in _in_trade():
        sums = contest.values.groupby("partner")["value_usd_mn"].sum()
        part = 100 * sums[winner] / sums[list(economy.RIVALS)].sum()
        yield claims.Evidence(
            claim_id=claim_id,
            quantity=(
                f"{_name(winner)}'s part of the goods trade with China and Russia, "
                "dollars of three states added"
            ),
            basis=contest.basis,
            period=contest.period,
            value=part,
            unit="percent",
            reliability=contest.reliability,
            known_in_2020=contest.known_in_2020,
            source=contest.source,
            contested_by=contest.contested_by,
            points=claims.FOR if part > 50 else claims.AGAINST,
        )


def _contests():
    yield from _in_trade()
    yield from _in_printed_shares()
    yield from _in_investment()
    yield from _in_loans()
    yield _Contest(
        what="sender of remittances",
        basis="a model of the World Bank",
        period="2017",
        values=_senders(),
        source="World Bank/KNOMAD",
        known_in_2020=True,
        reliability="B",
    )


def _in_trade():
    """Goods trade of the three states that report, in 2019 and the newest year."""
    rows = _trade()
    by_states = (rows["reported_by"] == "country") & (rows["country"] != "CHN")
    newest = rows.loc[by_states, "year"].max()
    for china_by, basis in (
        ("country", "national reports"),
        ("partner", "China's customs for China"),
    ):
        for year in (CLAIMED_YEAR, newest):
            yield _Contest(
                what="partner in goods trade",
                basis=basis,
                period=str(year),
                values=economy.turnover_by_partner(rows, year=year, china_by=china_by),
                source=STATES if china_by == "country" else f"{STATES}; {CUSTOMS}",
                known_in_2020=year <= ANNUAL_TO,
                contested_by=_RIVALS[china_by],
            )


def _in_printed_shares():
    """All five states, by the shares that the CIA prints; the absent are smaller."""
    shares = tables.load("partner_shares")
    for flow, what in (("export", "buyer of exports"), ("import", "supplier")):
        for year, rows in shares[shares["flow"] == flow].groupby("year"):
            yield _Contest(
                what=what,
                basis="CIA shares",
                period=str(year),
                values=rows,
                value="share_percent",
                source=f"CIA, World Factbook, shares of {year}",
                known_in_2020=rows["first_seen"].min() <= END_OF_2020,
                reliability="B",
                contested_by="Tajikistan's ministry of economy, on imports"
                if flow == "import"
                else "",
            )


def _in_investment():
    """Owners of direct investment in Kazakhstan, the one state with a table."""
    rows = tables.load("fdi_kazakhstan_quoted")
    stock = rows[(rows["measure"] == "inward_stock") & (rows["partner"] != "WLD")]
    stock = stock.rename(columns={"host": "country"})
    for year in dict.fromkeys((CLAIMED_YEAR, stock["year"].max())):
        yield _Contest(
            what="owner of direct investment",
            basis="stock, immediate owner",
            period=str(year),
            values=stock[stock["year"] == year],
            value="value_eur_mn",
            source="National Bank of Kazakhstan",
            known_in_2020=year <= ANNUAL_TO,
        )


def _in_loans():
    """Loans paid out since 2000; other creditors are lumped together."""
    rows = tables.load("debt_flows").query("flow == 'disbursement'")
    for year in (CLAIMED_YEAR, rows["year"].max()):
        paid_out = rows[rows["year"] <= year].groupby(
            ["debtor", "creditor"], as_index=False
        )
        values = paid_out["value_usd_mn"].sum()
        yield _Contest(
            what="lender to the state",
            basis="paid out since 2000",
            period=f"2000 to {year}",
            values=values.rename(columns={"debtor": "country", "creditor": "partner"}),
            source="World Bank, International Debt Statistics",
            known_in_2020=year <= ANNUAL_TO,
            only_rivals=True,
        )


def _china_in_investment():
    """China's part of other states' yearly inflow; who else invests is not printed."""
    rows = tables.load("reported_figures")
    rows = rows[rows["topic"] == "china_share_of_fdi_inflow"]
    for row in rows.itertuples():
        if row.reliability in ("A", "B"):
            yield claims.Evidence(
                claim_id="E13",
                quantity=f"China's share of {_name(row.area)}'s inflow of investment",
                basis="as quoted by the press",
                period=row.period,
                value=row.value,
                unit="percent",
                reliability=row.reliability,
                known_in_2020=row.published_date <= str(END_OF_2020.date()),
                source=row.institution,
                points=claims.CONTEXT,
            )


def _russia_in_the_past():
    """Where Russia stood at the start: what "remains" looks back to."""
    past = tables.load("trade_long_run")
    past = past[past["partner"] != "WLD"]
    for year in (2000, BASE_YEAR):
        both = past[past["year"] == year].groupby(
            ["country", "partner"], as_index=False
        )
        contest = _Contest(
            what="partner in goods trade",
            basis=f"Correlates of War, {year}",
            period=str(year),
            values=both["value_usd_mn"].sum(),
            source="Correlates of War Project",
            known_in_2020=True,
            reliability="B",
        )
        row = _count(
            "E17",
            contest,
            winner="RUS",
            partners=economy.RIVALS,
            quantity="states for which Russia was a larger partner than China",
        )
        yield dataclasses.replace(row, points=claims.CONTEXT)


def _senders():
    rows = tables.load("remittances")
    return rows[rows["partner"] != "WLD"]


def _name(code):
    return tables.country_names()[code]


@functools.cache
def _trade():
    return tables.load("trade_by_partner")


CLAIMS = {"E12": _e12, "E13": _e13, "E17": _e17}
