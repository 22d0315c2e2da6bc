"""The evidence on each claim, recomputed from the tables through the measures.

One module a topic, with one function a claim in its ``CLAIMS``.
"""

import functools

from helpers import claims, tables
from helpers.evidence import (
    borders,
    culture,
    debt,
    energy,
    footprints,
    investment,
    opinion,
    order,
    outlook,
    pandemic,
    partners,
    positions,
    trade,
    xinjiang,
)
from helpers.evidence.ledger_file import LedgerError, problem, read_ledger

__all__ = ["LedgerError", "problem", "read_ledger", "resolutions", "rows", "table"]

_CLAIMS = (
    trade.CLAIMS
    | energy.CLAIMS
    | investment.CLAIMS
    | debt.CLAIMS
    | pandemic.CLAIMS
    | partners.CLAIMS
    | order.CLAIMS
    | footprints.CLAIMS
    | borders.CLAIMS
    | culture.CLAIMS
    | xinjiang.CLAIMS
    | positions.CLAIMS
    | opinion.CLAIMS
    | outlook.CLAIMS
)


def rows(*claim_ids):
    """The evidence on one claim, or on several.

    Parameters
    ----------
    *claim_ids : str

    Returns
    -------
    DataFrame
        One row a basis and period, with the fields of ``claims.Evidence``.

    Raises
    ------
    KeyError
        When no lesson weighs a claim yet; the message lists those that are.

    Examples
    --------
    >>> rows("E1")["unit"].unique().tolist()
    ['percent']
    """
    for claim_id in claim_ids:
        if claim_id not in _CLAIMS:
            known = ", ".join(_CLAIMS)
            raise KeyError(f"No evidence on {claim_id!r} yet. There is on: {known}.")
    return claims.frame(row for claim_id in claim_ids for row in _rows(claim_id))


def resolutions(*claim_ids):
    """What became of predictions: question, indicators and outcome of each.

    Parameters
    ----------
    *claim_ids : str
        Predictions of the ledger; without any, all that have a question.

    Returns
    -------
    tuple of claims.Resolution
        In the order given, or that of the table ``prediction_questions``.

    Raises
    ------
    KeyError
        When a claim has no question; the message lists those that have.

    Examples
    --------
    >>> resolutions("F5")[0].outcome
    'happened'
    """
    questions = tables.load("prediction_questions").set_index("claim_id", drop=False)
    for claim_id in claim_ids:
        if claim_id not in questions.index:
            known = ", ".join(questions.index)
            raise KeyError(f"No question on {claim_id!r}. There are: {known}.")
    questions = questions.loc[list(claim_ids) or questions.index]
    return claims.resolve(rows(*questions.index), questions)


def table():
    """All evidence that the lessons weigh, in the order of the ledger.

    Returns
    -------
    DataFrame
        As :func:`rows`, all claims together.
    """
    return rows(*(name for name in claims.ledger()["claim_id"] if name in _CLAIMS))


@functools.cache
def _rows(claim_id):
    return tuple(_CLAIMS[claim_id]())
