"""The tasks of lesson 41, the scorecard."""

import functools

from helpers import claims, evidence
from helpers.practice.tasks import Task


def _number():
    return len(_robust())


def _share(claim_id="E4", verdict=claims.CONTRADICTED, **where):
    kept = _choices()
    kept = kept[kept["claim_id"] == claim_id]
    for column, value in where.items():
        kept = kept[kept[column] == value]
    return float(100 * (kept["verdict"] == verdict).mean())


def _verdict(tolerance=20):
    return claims.verdict("E3", 26.0, tolerance=tolerance)


def _worst(verdict=claims.CONTRADICTED):
    return _robust().set_index("claim_id")[verdict].idxmax()


@functools.cache
def _choices():
    return claims.multiverse(evidence.table())


@functools.cache
def _robust():
    return claims.robustness(evidence.table())


TASKS = {
    "41-1": Task(
        reference=_number,
        unit="claims",
        tolerance=0,
        mistakes={
            "These are all claims of the ledger. Count those with a rule.": lambda: len(
                claims.ledger()
            ),
            "These are choices. Count claims.": lambda: len(_choices()),
        },
        hints=(
            "The table robust has one row a claim with a rule.",
            "Count its rows.",
            "len(robust)",
        ),
    ),
    "41-2": Task(
        reference=_share,
        unit="percent",
        mistakes={
            "This is the share of partly. Take contradicted.": {
                "verdict": claims.PARTLY
            },
            "This is E9. The task asks for E4.": {"claim_id": "E9"},
        },
        hints=(
            "The table robust holds the shares, in percent.",
            "Keep the row of E4, and take the column contradicted.",
            "robust.query(\"claim_id == 'E4'\")['contradicted'].item()",
        ),
    ),
    "41-3": Task(
        reference=functools.partial(
            _share,
            claim_id="E1",
            verdict=claims.SUPPORTED,
            basis="China's customs",
        ),
        unit="percent",
        mistakes={
            "This is over both bases. Keep China's customs.": lambda: _share(
                "E1", claims.SUPPORTED
            ),
            "This is the other basis, national reports.": {"basis": "national reports"},
        },
        hints=(
            "Keep the rows of the table choices with this claim and basis.",
            "What part of them has the verdict supported? Multiply by 100.",
            "100 * (part['verdict'] == 'supported').mean()",
        ),
    ),
    "41-4": Task(
        reference=functools.partial(
            _share, claim_id="E9", verdict=claims.SUPPORTED, tolerance_percent=20
        ),
        unit="percent",
        mistakes={
            "This is over all tolerances. Keep 20.": lambda: _share(
                "E9", claims.SUPPORTED
            ),
            "This is the tolerance of 5 percent.": {"tolerance_percent": 5},
        },
        hints=(
            "The column tolerance_percent holds the tolerance.",
            "Keep the rows of E9 in which it is 20.",
            "choices.query(\"claim_id == 'E9' and tolerance_percent == 20\")",
        ),
    ),
    "41-5": Task(
        reference=_verdict,
        mistakes={
            "This is the verdict with the usual tolerance of 10 percent.": {
                "tolerance": 10
            },
        },
        hints=(
            "claims.verdict takes the claim, the value, and a tolerance.",
            "The tolerance is given by name, in percent.",
            'claims.verdict("E3", 26.0, tolerance=20)',
        ),
    ),
    "41-6": Task(
        reference=_worst,
        mistakes={
            "This claim has the largest share of supported.": {
                "verdict": claims.SUPPORTED
            },
        },
        hints=(
            "Sort the table robust by the column contradicted.",
            "Take the claim of the row with the largest share.",
            "robust.set_index('claim_id')['contradicted'].idxmax()",
        ),
    ),
    "41-7": Task(
        reference=functools.partial(_share, claim_id="E10", published=claims.SINCE),
        unit="percent",
        mistakes={
            "This is what was published by the end of 2020.": {
                "published": claims.THEN
            },
            "This is over both times of publication.": lambda: _share("E10"),
        },
        hints=(
            "The column published says when a figure came out.",
            "Keep the rows of E10 published since 2020.",
            "part = choices.query(\"claim_id == 'E10' and published == "
            "'since 2020'\"); 100 * (part['verdict'] == 'contradicted').mean()",
        ),
    ),
}
