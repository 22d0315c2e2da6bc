"""The evidence on trade: claims E1, E3 and E4."""

import functools

from helpers import claims, economy, tables
from helpers.evidence.clock import ANNUAL_TO, END_OF_2020

SHARE_SOURCES = {
    "national": "national statistics; China's customs (IMF IMTS)",
    "mirror": "China's customs (IMF IMTS); national statistics",
    "matched": "China's customs (IMF IMTS); national statistics",
    "cia": "national statistics; China's customs (IMF IMTS)",
}


def _e1():
    """The region's share in China's trade, as China and as the states count it."""
    bases = {
        "partner": ("China's customs", "China's customs (IMF IMTS)"),
        "country": (
            "national reports",
            "national statistics; China's customs (IMF IMTS)",
        ),
    }
    for reported_by, (basis, source) in bases.items():
        share = economy.share_in_partner_trade(_trade(), reported_by=reported_by)
        for row in share[share["year"] >= 2018].itertuples():
            yield claims.Evidence(
                claim_id="E1",
                quantity="the five states' share in China's foreign trade",
                basis=basis,
                period=str(row.year),
                value=row.share_percent,
                unit="percent",
                reliability="A",
                known_in_2020=row.year <= ANNUAL_TO,
                source=source,
            )


def _regional(claim_id, flow, quantity, rivals):
    """China's share in the five states' trade, one row a basis, year and edition.

    The totals of the two silent states are implied by a CIA share on every basis,
    and a computed figure is as reliable as its weakest source: B. Shares appear late.
    For a year whose customs figures were known in 2020, rows whose totals are implied
    by an edition known then come before the row with the year's own shares. Where the
    shares are themselves the evidence (CIA-weighted), old ones say nothing of the year.
    """
    for basis, name in economy.BASES.items():
        for year in economy.regional_share_years(_trade(), _shares(), flow=flow):
            known = _editions_known_in_2020()
            if year > ANNUAL_TO or basis == "cia":
                known = [edition for edition in known if edition == year]
            for edition in dict.fromkeys([*known, year]):
                share = economy.regional_share(
                    _trade(),
                    _shares(),
                    flow=flow,
                    year=year,
                    basis=basis,
                    edition=edition,
                )
                yield claims.Evidence(
                    claim_id=claim_id,
                    quantity=quantity,
                    basis=name,
                    period=str(year),
                    value=share["share_percent"].item(),
                    unit="percent",
                    reliability="B",
                    contested_by=rivals.get(basis, ""),
                    known_in_2020=edition in known,
                    source=f"{SHARE_SOURCES[basis]}; CIA shares of {edition}",
                )


def _editions_known_in_2020():
    """Years of the CIA's shares that an archive held by the end of 2020."""
    first_seen = _shares().groupby("year")["first_seen"].min()
    return [int(year) for year in first_seen[first_seen <= END_OF_2020].index]


def _e3():
    return _regional("E3", "export", "China's share of the five states' exports", {})


def _e4():
    smaller = "Kyrgyz and Kazakh customs report smaller flows"
    rivals = {
        "national": "China's customs report larger flows",
        "mirror": smaller,
        "matched": smaller,
    }
    return _regional(
        "E4", "import", "China's share of the five states' imports", rivals
    )


@functools.cache
def _trade():
    return tables.load("trade_by_partner")


@functools.cache
def _shares():
    return tables.load("partner_shares")


CLAIMS = {"E1": _e1, "E3": _e3, "E4": _e4}
