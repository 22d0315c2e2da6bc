"""The evidence on debt: claims E9 and E10."""

import functools

from helpers import claims, economy, tables
from helpers.evidence.clock import ANNUAL_TO, END_OF_2020

FIRST_YEAR = 2016
OFFICIAL = {"China": "official, all of China", "Eximbank": "official, Eximbank alone"}
PRESS = "the press, not weighed"


def _share_of_debt(claim_id, debtor):
    """China's share in a state's foreign debt: built from flows, and as reported.

    The IMF and the World Bank work with the ministry's data, so theirs is no basis of
    its own. What counts only the Eximbank is one, because China has other lenders. The
    press repeats the claim more than it counts: its figures are context.
    """
    quantity = f"China's share of {tables.country_names()[debtor]}'s foreign debt"
    share = economy.creditor_share(_flows(), debtor=debtor, creditor="CHN")
    for row in share[share["year"] >= FIRST_YEAR].itertuples():
        yield claims.Evidence(
            claim_id=claim_id,
            quantity=quantity,
            basis="built from flows",
            period=str(row.year),
            value=row.share_percent,
            unit="percent",
            reliability="A",
            known_in_2020=row.year <= ANNUAL_TO,
            source="World Bank, International Debt Statistics",
            contested_by="ministries give larger totals",
        )
    for row in economy.reported_share(_reported(), debtor=debtor).itertuples():
        is_press = row.said_by == "press"
        yield claims.Evidence(
            claim_id=claim_id,
            quantity=quantity,
            basis=PRESS if is_press else OFFICIAL[row.counts],
            period=row.as_of,
            value=row.share_percent,
            unit="percent",
            reliability="A" if row.reliability == "A" else "B",
            known_in_2020=_known_in_2020(row),
            source=f"{row.institution}, read in {row.publisher}",
            contested_by=_text(row.contested_by),
            points=claims.CONTEXT if is_press else "",
        )


def _known_in_2020(row):
    """Whether the figure was out by the end of 2020; undated pages by what they say."""
    return (_text(row.published) or row.as_of)[:4] <= str(END_OF_2020.year)


def _text(cell):
    return cell if isinstance(cell, str) else ""


@functools.cache
def _flows():
    return tables.load("debt_flows")


@functools.cache
def _reported():
    return tables.load("debt_reported")


CLAIMS = {
    "E9": functools.partial(_share_of_debt, "E9", "KGZ"),
    "E10": functools.partial(_share_of_debt, "E10", "TJK"),
}
