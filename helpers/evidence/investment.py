"""The evidence on investment and loans: claims E5 and E11."""

import functools

import pandas as pd

from helpers import claims, economy, tables
from helpers.evidence.clock import ANNUAL_TO, END_OF_2020

USD_PER_EUR = {2021: 1.1326}  # European Central Bank, reference rate of 31 December
BUILDING_SECTORS = ("Industry, mining, construction", "Energy")  # of E11's four
MOFCOM = "MOFCOM"  # China's ministry of commerce
NATIONAL_BANK = "National Bank of Kazakhstan, via wiiw"
AIDDATA = "AidData GCDF 2.0, located projects; names read by the course"
KINDS = {
    "tax break": "tax breaks for Chinese firms",
    "concession": "concessions for Chinese firms",
    "public contract": "public contracts for Chinese firms",
}


def _e5():
    """What comes near the claimed share; no row is the region's share itself.

    Shares of single states, a stock of the region without its total, and an upper
    limit: all are context, and the rule has nothing to weigh.
    """
    for topic, area, quantity in (
        ("china_share_of_fdi_inflow", "KGZ", "China's share of the state's inflow"),
        ("china_share_of_fdi_inflow", "TJK", "China's share of the state's inflow"),
        ("china_fdi_inflow", "TJK", "China's inflow"),
        ("china_fdi_stock", "CA5", "China's stock in the five states"),
    ):
        for row in tables.select(_press(), topic=topic, area=area).itertuples():
            yield _e5_reported(row, quantity)
    yield from _e5_kazakhstan()
    yield _e5_ceiling()


def _e5_reported(row, quantity):
    """One figure of an office, as the press quotes it."""
    place = tables.country_names().get(row.area, "the five states")
    office = MOFCOM if row.institution.startswith(MOFCOM) else row.institution
    hedge = f" ({row.qualifier})" if row.unit == "USD million" else ""
    return claims.Evidence(
        claim_id="E5",
        quantity=quantity + hedge,
        basis=f"{place}, {office}",
        period=row.period,
        value=row.value,
        unit=row.unit,
        reliability=row.reliability,
        known_in_2020=pd.Timestamp(row.published_date) <= END_OF_2020,
        source=f"{row.institution}, as quoted by {row.publisher}",
        contested_by="" if pd.isna(row.contested_by) else row.contested_by,
        points=claims.CONTEXT,
    )


def _e5_kazakhstan():
    """China's share in what foreigners own in Kazakhstan, by immediate owner."""
    for row in economy.fdi_share(_fdi(), partner="CHN").itertuples():
        yield claims.Evidence(
            claim_id="E5",
            quantity="China's share of the state's stock, immediate owner",
            basis="Kazakhstan, National Bank",
            period=str(row.year),
            value=row.share_percent,
            unit="percent",
            reliability="A",
            known_in_2020=row.year <= ANNUAL_TO,
            source=NATIONAL_BANK,
            points=claims.CONTEXT,
        )


def _e5_ceiling():
    """China's regional stock of 2022, divided by Kazakhstan's total of 2021 alone."""
    stock = tables.select(_press(), topic="china_fdi_stock", area="CA5", period="2022")
    (year,) = USD_PER_EUR
    ceiling = economy.share_ceiling(
        _fdi(),
        part_usd_bn=stock["value"].item(),
        year=year,
        usd_per_eur=USD_PER_EUR[year],
    )
    return claims.Evidence(
        claim_id="E5",
        quantity="upper limit of China's share of the region's stock",
        basis="MOFCOM, over Kazakhstan's total alone",
        period=stock["period"].item(),
        value=ceiling["at_most_percent"].item(),
        unit="percent",
        reliability="B",
        known_in_2020=False,
        source=f"{MOFCOM}; {NATIONAL_BANK}",
        contested_by="EDB counts a larger stock, by another method",
        points=claims.CONTEXT,
    )


def _e11():
    """Documented special terms, and who carries out what China finances.

    A kind of terms for Chinese firms points for the claim when at least one case is
    documented, else it is context. Terms for other firms, and terms taken back,
    point against a privilege when at least one case is documented. The share of
    projects with a Chinese firm points for the claim above one half, else against.
    The cases are what the course found, not a sample.
    """
    cases = tables.load("investor_terms")
    for kind, quantity in KINDS.items():
        chinese = cases[(cases["kind"] == kind) & (cases["group"] == "Chinese firm")]
        yield _documented(quantity, chinese, claims.FOR)
    for group in ("other firms", "taken back from a Chinese firm"):
        quantity = f"special terms: {group}"
        yield _documented(quantity, cases[cases["group"] == group], claims.AGAINST)
    telecoms = cases[
        (cases["sector"] == "telecoms") & (cases["group"] != "other firms")
    ]
    yield _documented("special terms in telecoms", telecoms, claims.FOR)
    yield _e11_implementers()


def _documented(quantity, cases, direction):
    """One row for a number of documented cases."""
    sources = "; ".join(dict.fromkeys(cases["source"]))
    years = cases["year"].min(), cases["year"].max()
    searched = claims.claim("E11").period
    return claims.Evidence(
        claim_id="E11",
        quantity=quantity,
        basis="documented cases",
        period=" to ".join(dict.fromkeys(map(str, years))) if len(cases) else searched,
        value=len(cases),
        unit="cases",
        reliability=cases["reliability"].max() if len(cases) else "B",
        known_in_2020=bool((cases["published"] <= END_OF_2020).all()),
        source=sources or "the course's search: none found",
        contested_by="; ".join(cases["contested_by"].dropna()),
        points=direction if len(cases) else claims.CONTEXT,
    )


def _e11_implementers():
    """Projects in the claim's sectors that name a Chinese firm among those at work."""
    rows = economy.chinese_implementers(tables.load("chinese_projects"))
    rows = rows[rows["sector"].isin(BUILDING_SECTORS)]
    share = 100 * rows["chinese"].sum() / rows["named"].sum()
    return claims.Evidence(
        claim_id="E11",
        quantity="projects with a Chinese firm at work",
        basis="financed by China, four sectors",
        period="2001 to 2017",
        value=share,
        unit="percent",
        reliability="B",
        known_in_2020=False,  # AidData published this version in September 2021
        source=AIDDATA,
        points=claims.FOR if share > 50 else claims.AGAINST,
    )


@functools.cache
def _press():
    return tables.load("reported_figures")


@functools.cache
def _fdi():
    return tables.load("fdi_kazakhstan_quoted")


CLAIMS = {"E5": _e5, "E11": _e11}
