"""The evidence on Xinjiang's people and on Uyghurs abroad: claims S2 and S3."""

import functools

import pandas as pd

from helpers import claims, diplomacy, tables
from helpers.evidence.clock import ANNUAL_TO

WHOLES = diplomacy.WHOLES
SHORT = dict(zip(WHOLES, ("printed total", "sum"), strict=True))
FEWEST = 3  # countries, to speak of a rank
QUANTITY = "the three named groups in Xinjiang's people"
WIDER = {
    "the ten mostly Muslim groups in Xinjiang's people": diplomacy.MOSTLY_MUSLIM,
    "all ethnic minorities in Xinjiang's people": (diplomacy.MINORITIES,),
    "Uyghur and Hui in Xinjiang's people, without Kazakhs": ("Uyghur", "Hui"),
}


def _s2():
    """The share of the three groups that the bulletin names, by series and whole.

    Only these three are weighed, and only where a series publishes all of them. The
    ten groups with a Muslim majority, all minorities, and the two groups without the
    Kazakhs, whose figure of 2020 stands in one report, are context: they are near the
    claim, and not what it names. The rule follows the claim's words; some of the shares
    had been seen when it was written.
    Yearly statistics count as known in 2020 by the course's rule for yearly figures,
    although the page that we read for 2018 is of January 2021.
    """
    for row in _series().itertuples():
        yield from _named(row)
        for quantity, groups in WIDER.items():
            yield from _wider(row, quantity, groups)


def _named(row):
    """The three groups over the printed total, and over the sum where it differs."""
    shares = {whole: _share(row.series, diplomacy.NAMED, whole) for whole in WHOLES}
    for whole, share in shares.items():
        if share.not_published:
            continue
        if row.method == "census" and whole != WHOLES[0]:
            continue  # census groups add up to the total
        basis = row.method if row.method == "census" else f"year-end, {SHORT[whole]}"
        yield _row("S2", QUANTITY, basis, row, share.low_percent, share)


def _wider(row, quantity, groups):
    """Context: one value, or both ends where a part of the groups is published."""
    share = _share(row.series, groups, WHOLES[0])
    ends = {"": share.low_percent}
    if share.not_published:
        ends = {", at least": share.low_percent, ", at most": share.high_percent}
    if pd.isna(share.low_percent) or (share.not_published and len(groups) == 2):
        return  # nothing published, or a range that says no more than the wider one
    basis = f"{row.method}, other groups"
    for end, value in ends.items():
        name = f"{quantity}{end}"
        yield _row("S2", name, basis, row, value, share, claims.CONTEXT)


def _row(claim_id, quantity, basis, series, value, share, points=""):
    return claims.Evidence(
        claim_id=claim_id,
        quantity=quantity,
        basis=basis,
        period=str(series.year),
        value=value,
        unit="percent",
        reliability=share.reliability,
        known_in_2020=series.year <= ANNUAL_TO,
        source=f"{series.series}: {series.source}",
        contested_by=share.contested_by,
        points=points,
    )


def _s3():
    """The rank of Kazakhstan's Uyghur community outside China, at worst.

    One row a basis and clock. A rank among fewer than three countries says little:
    context. Rivals say that some numbers of other countries are too
    high; nobody whom we found names a larger community, so no row is contested: its
    number may be doubted, its rank is not. The one organisation repeats Kazakhstan's
    official number, so its basis is not independent.
    """
    for basis, last in (
        ("official counts", 2020),
        ("official counts", None),
        ("reports up to 2020", None),
        ("one organisation, 2023", None),
    ):
        ranks = diplomacy.community_ranks(
            tables.load("uyghurs_abroad"), basis=basis, last=last
        )
        newest = int(ranks["year"].max())
        yield claims.Evidence(
            claim_id="S3",
            quantity="rank of Kazakhstan by Uyghurs outside China, at worst",
            basis=basis,
            period=str(newest),
            value=float(tables.value(ranks, "worst_rank", country="KAZ")),
            unit="rank",
            reliability=ranks["reliability"].max(),
            known_in_2020=newest <= ANNUAL_TO,
            source=f"{len(ranks)} countries, named in the table uyghurs_abroad",
            points="" if len(ranks) >= FEWEST else claims.CONTEXT,
        )


def _share(series, groups, whole):
    population = tables.load("xinjiang_population")
    share = diplomacy.group_share(
        population, _series(), series=series, groups=groups, whole=whole
    )
    return share.iloc[0]


@functools.cache
def _series():
    return tables.load("population_series")


CLAIMS = {"S2": _s2, "S3": _s3}
