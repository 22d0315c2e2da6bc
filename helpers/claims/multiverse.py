"""One verdict under all defensible choices, which were listed before any was computed.

The choices: the basis (who counts), the period, whether the figure was published by the
end of 2020 or since, and the tolerance of the rule (5, 10 or 20 percent; a count, a
rank or a year has none). Each usable row of evidence is one basis, period and
publication. Rows that share all three differ by an edition of their source. Every
choice weighs the same. A share of choices is not a probability.
"""

import pandas as pd

from helpers.claims.ledger import claim
from helpers.claims.rule import TOLERANCE, verdict
from helpers.claims.weighing import weigh
from helpers.claims.words import CONTRADICTED, PARTLY, SUPPORTED

TOLERANCES = (5, 10, 20)  # percent
THEN, SINCE = "by the end of 2020", "since 2020"


def multiverse(rows):
    """The verdict of the rule for each choice.

    Parameters
    ----------
    rows : DataFrame
        Evidence on figures and events, as ``evidence.rows`` gives it; rows that the
        rule does not weigh, and recalled ones, are left out.

    Returns
    -------
    DataFrame
        One row a claim and choice: ``claim_id``, ``basis``, ``period``, ``published``,
        ``tolerance_percent``, ``value``, ``verdict``.
    """
    usable = rows[(rows["points"] == "") & (rows["reliability"] != "R")]
    chosen = [
        {
            "claim_id": row.claim_id,
            "basis": row.basis,
            "period": row.period,
            "published": THEN if row.known_in_2020 else SINCE,
            "tolerance_percent": percent,
            "value": row.value,
            "verdict": verdict(row.claim_id, row.value, tolerance=percent),
        }
        for row in usable.itertuples()
        for percent in _tolerances(row.claim_id)
    ]
    columns = ["claim_id", "basis", "period", "published", "tolerance_percent"]
    return pd.DataFrame(chosen, columns=[*columns, "value", "verdict"])


def robustness(rows):
    """How often each computed verdict holds over all choices.

    Parameters
    ----------
    rows : DataFrame
        As for :func:`multiverse`, of one claim or several.

    Returns
    -------
    DataFrame
        One row a claim: ``claim_id``, ``choices``, the shares of choices that give
        ``supported``, ``partly`` and ``contradicted`` in percent, ``computed`` (the
        rule's verdict now), and ``holds_percent``: the share of choices that give
        that verdict, missing where it depends on the basis.
    """
    every = multiverse(rows)
    found = []
    for claim_id, choices in every.groupby("claim_id", sort=False):
        shares = 100 * choices["verdict"].value_counts(normalize=True)
        shares = {
            said: float(shares.get(said, 0.0))
            for said in (SUPPORTED, PARTLY, CONTRADICTED)
        }
        computed = weigh(rows[rows["claim_id"] == claim_id]).now
        found.append(
            {
                "claim_id": claim_id,
                "choices": len(choices),
                **shares,
                "computed": computed,
                "holds_percent": shares.get(computed, float("nan")),
            }
        )
    columns = ["claim_id", "choices", SUPPORTED, PARTLY, CONTRADICTED]
    return pd.DataFrame(found, columns=[*columns, "computed", "holds_percent"])


def _tolerances(claim_id):
    """The tolerances that matter: an exact count has only the rule's own."""
    return (TOLERANCE,) if claim(claim_id).comparator == "exactly" else TOLERANCES
