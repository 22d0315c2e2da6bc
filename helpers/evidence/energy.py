"""The evidence on energy and corridors: claims E2, E14 and E16."""

import functools

import pandas as pd

from helpers import claims, economy, tables
from helpers.evidence.clock import ANNUAL_TO

CUSTOMS = "China's customs (IMF IMTS)"
TRACKER = "Global Energy Monitor"
PIPELINE = "pipeline companies and BP; Energy Institute"
GOALS = ("names_transport", "names_trade", "names_energy")
INDEPENDENT = 1992  # first year of the five as states


def _e2():
    """Markets, corridors and energy, each by a comparison that is stated here.

    Markets: for the claim if China sells more to the five than it buys there, else
    against it. Goals as stated: for the claim if reports of the day of the speech name
    all three, against it if none. Direction of the lines: for the claim if more of
    those opened since independence lead to China than to any other state, else
    against. Weight of energy: for the claim if the region's share in China's gas is
    larger than its share in China's trade, else against. "Mainly Turkmen": for the
    claim if more than half of the region's gas to China is Turkmen, else against.
    """
    yield from _market()
    yield _stated_goals()
    yield from _directions()
    yield from _weight_of_gas("E2", if_larger=claims.FOR, else_=claims.AGAINST)
    yield from _turkmen_share()


def _e14():
    """Transit has no measure in open data; what is there points both ways, or nowhere.

    Against the claim if the region's share in China's gas is larger than its share in
    China's trade: then something else than transit stands out. For the claim if the
    five fields of the speech of 2013 name transport and not energy, against it if the
    reverse. The rest is context: it measures parts of transit, without a threshold.
    """
    yield from _weight_of_gas("E14", if_larger=claims.AGAINST, else_=claims.CONTEXT)
    yield _stated_transport()
    yield from _railways()
    yield _whose_oil()
    share = economy.share_in_partner_trade(_trade())
    for row in share[share["year"] >= 2018].itertuples():
        yield claims.Evidence(
            claim_id="E14",
            quantity="the region's share in China's foreign trade",
            basis="China's customs",
            period=str(row.year),
            value=row.share_percent,
            unit="percent",
            reliability="A",
            known_in_2020=row.year <= ANNUAL_TO,
            source=CUSTOMS,
            points=claims.CONTEXT,
        )


def _e16():
    """Each document gives a year, and says whether it happened in Astana."""
    documents = tables.load("belt_documents").query("about == 'announcement'")
    for row in documents.itertuples():
        common = {
            "claim_id": "E16",
            "basis": f"{row.kind}: {row.institution}",
            "period": str(row.year_named),
            "reliability": row.reliability,
            "known_in_2020": row.published[:4] <= "2020",
            "source": row.document,
        }
        yield claims.Evidence(
            quantity="year of the announcement",
            value=float(row.year_named),
            unit="year",
            **common,
        )
        yield claims.Evidence(
            quantity=f"announced in {row.place_named}, says the document",
            value=1.0,
            unit="document",
            points=claims.FOR if row.place_named == "Astana" else claims.AGAINST,
            **common,
        )


def _market():
    rivals = {
        "partner": "the states' customs report smaller flows",
        "country": "China's customs report larger sales",
    }
    for reported_by, basis in (
        ("partner", "China's customs"),
        ("country", "national reports"),
    ):
        market = economy.region_as_market(_trade(), reported_by=reported_by)
        for row in market[market["year"] >= 2013].itertuples():
            yield claims.Evidence(
                claim_id="E2",
                quantity="markets: China's sales minus purchases in the region",
                basis=basis,
                period=str(row.year),
                value=row.balance_usd_mn / 1000,
                unit="USD billion",
                reliability="A",
                known_in_2020=row.year <= ANNUAL_TO,
                source=CUSTOMS,
                contested_by=rivals[reported_by],
                points=claims.FOR if row.balance_usd_mn > 0 else claims.AGAINST,
            )


def _stated_goals():
    named = int(tables.load("belt_documents")[list(GOALS)].any().sum())
    points = {len(GOALS): claims.FOR, 0: claims.AGAINST}.get(named, claims.CONTEXT)
    return claims.Evidence(
        claim_id="E2",
        quantity="stated goals: how many of the three were named that day",
        basis="press reports on speech and talks",
        period="2013",
        value=float(named),
        unit="goals of 3",
        reliability="B",
        known_in_2020=True,
        source="China Daily; U.S.-China Perception Monitor",
        points=points,
    )


def _directions():
    lines = tables.layer("pipelines")
    for until in (ANNUAL_TO, 2023):
        counts = economy.lines_by_direction(lines, since=INDEPENDENT, until=until)
        counts = counts.set_index("leads_to")["lines"]
        to_china = int(counts.get("CHN", 0))
        others = counts.drop("CHN", errors="ignore").max()
        yield claims.Evidence(
            claim_id="E2",
            quantity="energy: lines opened since independence that lead to China",
            basis="pipeline tracker",
            period=f"{INDEPENDENT} to {until}",
            value=float(to_china),
            unit="lines",
            reliability="B",
            known_in_2020=until <= ANNUAL_TO,
            source=TRACKER,
            points=claims.FOR if to_china > others else claims.AGAINST,
        )


def _weight_of_gas(claim_id, *, if_larger, else_):
    """The region's gas in what China uses, beside its share in China's trade."""
    flows = economy.pipeline_flow(_figures())
    trade = economy.share_in_partner_trade(_trade()).set_index("year")["share_percent"]
    for row in economy.supply_share(flows, tables.load("oil_gas")).itertuples():
        larger = row.share_of_use_percent > trade[row.year]
        yield claims.Evidence(
            claim_id=claim_id,
            quantity="energy: the region's pipeline gas in what China uses",
            basis="companies and statistical review",
            period=str(row.year),
            value=row.share_of_use_percent,
            unit="percent",
            reliability="A",
            known_in_2020=row.year <= ANNUAL_TO,
            source=PIPELINE,
            points=if_larger if larger else else_,
        )


def _turkmen_share():
    """By volume where the pipeline's flow is known, by value where customs gave it."""
    volumes = economy.full_years(_figures(), topic="gas_to_china", unit="bcm")
    whole = economy.pipeline_flow(_figures()).set_index("year")["flow_bcm"]
    for row in volumes[volumes["area"] == "TKM"].itertuples():
        if row.year in whole.index:
            share = 100 * row.value / whole[row.year]
            yield _turkmen("by volume", row.year, share, row.reliability)
    values = economy.full_years(
        _figures(), topic="gas_to_china_value", unit="USD billion"
    ).pivot(index="year", columns="area", values="value")
    for year, row in values.dropna().iterrows():
        yield _turkmen("by value", year, 100 * row["TKM"] / row.sum(), "A")


def _turkmen(basis, year, share, reliability):
    return claims.Evidence(
        claim_id="E2",
        quantity="mainly Turkmen: its part in the region's gas to China",
        basis=basis,
        period=str(year),
        value=share,
        unit="percent",
        reliability=reliability,
        known_in_2020=year <= ANNUAL_TO,
        source="pipeline companies, BP and customs, as quoted by the press",
        points=claims.FOR if share > 50 else claims.AGAINST,
    )


def _stated_transport():
    fields = tables.load("belt_documents").query("about == 'announcement'")
    transport, energy = fields["names_transport"].sum(), fields["names_energy"].sum()
    points = claims.CONTEXT
    if (transport > 0) != (energy > 0):
        points = claims.FOR if transport > 0 else claims.AGAINST
    return claims.Evidence(
        claim_id="E14",
        quantity="reports on the speech that name transport among its fields",
        basis="press reports on the speech",
        period="2013",
        value=float(transport),
        unit="reports",
        reliability="B",
        known_in_2020=True,
        source="China Daily; U.S.-China Perception Monitor",
        points=points,
    )


def _railways():
    """Parts of transit: the railways' share in EU-China trade, and containers."""
    topics = {
        "rail_share_of_trade": "railways' share in EU-China trade, all routes",
        "rail_containers": "containers between China and Europe across Kazakhstan",
    }
    for topic, quantity in topics.items():
        for row in tables.select(_figures(), topic=topic).itertuples():
            yield claims.Evidence(
                claim_id="E14",
                quantity=quantity,
                basis="one railway operator",
                period=row.period,
                value=row.value,
                unit=row.unit,
                reliability=row.reliability,
                known_in_2020=row.published_date[:4] <= "2020",
                source=row.institution,
                points=claims.CONTEXT,
            )


def _whose_oil():
    oil = tables.select(_figures(), topic="oil_by_pipeline_to_china")
    by_area = oil.set_index("area")["value"]
    return claims.Evidence(
        claim_id="E14",
        quantity="Russian oil in the oil pipeline from Kazakhstan to China",
        basis="the pipeline's operator",
        period=oil["period"].iloc[0],
        value=100 * by_area["RUS"] / by_area.sum(),
        unit="percent",
        reliability="A",
        known_in_2020=False,
        source="KazTransOil",
        points=claims.CONTEXT,
    )


@functools.cache
def _figures():
    return pd.concat(
        [tables.load("reported_figures"), tables.load("corridor_figures")],
        ignore_index=True,
    )


@functools.cache
def _trade():
    return tables.load("trade_by_partner")


CLAIMS = {"E2": _e2, "E14": _e14, "E16": _e16}
