"""The tasks of lesson 42, another paper."""

import pandas as pd

from helpers import claims, economy, evidence, tables
from helpers.practice.tasks import Task

PAPER = tables.DATA.parent / "notebooks/4_outlook/another_paper.csv"


def _evidence(claim_id="X2"):
    return int((evidence.read_ledger(PAPER).table["claim_id"] == claim_id).sum())


def _lead(country="KAZ", year=2021):
    china, russia = (
        tables.value(
            economy.turnover_share(tables.load("trade_by_partner"), partner=code),
            "share_percent",
            country=country,
            year=year,
        )
        for code in ("CHN", "RUS")
    )
    return china - russia


def _changed(row="country=KAZ; year=2022", column="verdict"):
    rows = pd.read_csv(PAPER, dtype="string")
    rows.loc[0, "row"] = row
    return evidence.read_ledger(rows).table[column].iloc[0]


def _named(place=3):
    rows = pd.read_csv(PAPER, dtype="string")
    rows.loc[place, "comparator"] = "around"
    said = evidence.problem(rows)
    return int(said.partition(":")[0].removeprefix("Row "))


def _imports(partner="CHN", flow="import", year=2023):
    shares = economy.partner_share(
        tables.load("trade_by_partner"), flow=flow, partner=partner
    )
    return tables.value(shares, "share_percent", country="UZB", year=year)


def _third(comparator="over"):
    third = claims.Claim(
        claim_id="Y1",
        kind="figure",
        paragraph=0,
        statement="China supplies over a third of Uzbekistan's imports",
        comparator=comparator,
        claimed_value=33.3,
        unit="percent",
        period="2023",
        period_basis="stated",
    )
    return claims.verdict(third, _imports())


TASKS = {
    "42-1": Task(
        reference=_evidence,
        unit="rows",
        tolerance=0,
        mistakes={
            "These are all rows of the file. Count those of X2.": lambda: len(
                pd.read_csv(PAPER)
            ),
            "This is X3.": {"claim_id": "X3"},
        },
        hints=(
            "Each row of the file is one piece of evidence.",
            "Keep the rows whose claim_id is X2, and count them.",
            "len(rows.query(\"claim_id == 'X2'\"))",
        ),
    ),
    "42-2": Task(
        reference=_lead,
        unit="percentage points",
        mistakes={
            "This is 2023. The task asks for 2021.": {"year": 2023},
            "This is Kyrgyzstan.": {"country": "KGZ"},
        },
        hints=(
            "economy.turnover_share gives one partner's share by country and year.",
            "Take China's share in Kazakhstan in 2021, and Russia's.",
            "tables.value(shares, 'share_percent', country='KAZ', year=2021)",
        ),
    ),
    "42-3": Task(
        reference=lambda **changes: float(_changed(column="measured", **changes)),
        unit="percentage points",
        mistakes={
            "This is the row as it was, with 2023.": {"row": "country=KAZ; year=2023"},
            "This is 2021. The task asks for 2022.": {"row": "country=KAZ; year=2021"},
        },
        hints=(
            "Change the column row of the first row of the file.",
            'rows.loc[0, "row"] = "country=KAZ; year=2022", then read the ledger.',
            'evidence.read_ledger(rows).table["measured"].iloc[0]',
        ),
    ),
    "42-4": Task(
        reference=_changed,
        mistakes={
            "This is the verdict for 2023. The changed row has 2022.": {
                "row": "country=KAZ; year=2023"
            },
        },
        hints=(
            "Take the table of task 3 again.",
            "Its column verdict holds the rule's word.",
            'evidence.read_ledger(rows).table["verdict"].iloc[0]',
        ),
    ),
    "42-5": Task(
        reference=_named,
        tolerance=0,
        mistakes={
            "pandas counts from zero and without the header. The file counts the "
            "header as row 1.": lambda: 3,
            "The header is row 1, so add one more.": lambda: 4,
        },
        hints=(
            "Break the row and read what evidence.problem says.",
            'rows.loc[3, "comparator"] = "around"',
            "The message begins with the row of the file.",
        ),
    ),
    "42-6": Task(
        reference=_imports,
        unit="percent",
        mistakes={
            "These are exports.": {"flow": "export"},
            "This is Russia.": {"partner": "RUS"},
            "This is 2022.": {"year": 2022},
        },
        hints=(
            "The measure is economy.partner_share, with the flow import.",
            "A row for the ledger, or a call by hand: both give the same.",
            "economy.partner_share(trade, flow='import', partner='CHN')",
        ),
    ),
    "42-7": Task(
        reference=_third,
        mistakes={
            "This is the verdict for about a third. The claim says over.": {
                "comparator": "about"
            },
        },
        hints=(
            "Write a row with comparator over and value 33.3, or think.",
            "Is your answer to task 6 over 33.3, or at most ten percent below it?",
            "The rule: supported above, partly up to ten percent beyond.",
        ),
    ),
}
