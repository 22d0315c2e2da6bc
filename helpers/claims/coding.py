"""Two coders who sort sentences, and how far they agree."""

import math

import pandas as pd

CODES = ("figure", "event", "judgement", "prediction", "not a claim")
UNDECIDED = "not decided yet"


def agreement(mine, ours):
    """How often two coders gave a sentence the same code, and how far beyond chance.

    Cohen's kappa is (p - e) / (1 - e): p is the share of equal codes, and e the share
    that chance would give, from how often each coder uses each code. Source: J. Cohen,
    A Coefficient of Agreement for Nominal Scales, 1960.

    Parameters
    ----------
    mine, ours : dict or Series
        A code of ``CODES`` for each sentence. A sentence that is missing, or still
        ``UNDECIDED``, is left out.

    Returns
    -------
    DataFrame
        One row: ``compared`` (sentences with two codes), ``agreed``,
        ``agreement_percent`` (0 to 100) and ``kappa`` (1 perfect, 0 as by chance). Both
        are missing when nothing is compared, and kappa when each coder uses only one
        code, the same.

    Raises
    ------
    ValueError
        When a code is not one of ``CODES``; the message names it and lists them.

    Examples
    --------
    >>> mine = {1: "event", 2: "event", 3: "figure", 4: "not decided yet"}
    >>> ours = {1: "event", 2: "judgement", 3: "figure", 4: "figure"}
    >>> agreement(mine, ours).round(2).to_dict("records")
    [{'compared': 3, 'agreed': 2, 'agreement_percent': 66.67, 'kappa': 0.5}]
    """
    codes = pd.DataFrame({"mine": _coded(mine), "ours": _coded(ours)}).dropna()
    agreed = int((codes["mine"] == codes["ours"]).sum())
    share = agreed / len(codes) if len(codes) else math.nan
    chance = float(sum((codes == code).mean().prod() for code in CODES))
    return pd.DataFrame(
        {
            "compared": [len(codes)],
            "agreed": agreed,
            "agreement_percent": 100 * share,
            "kappa": (share - chance) / (1 - chance) if chance < 1 else math.nan,
        }
    )


def _coded(codes):
    """The codes as text, missing where undecided."""
    coded = pd.Series(codes, dtype="string").str.strip().str.lower()
    coded = coded.mask(coded == UNDECIDED)
    for key, code in coded.dropna().items():
        if code not in CODES:
            raise ValueError(
                f"Sentence {key}: there is no code {code!r}. There are: "
                f"{', '.join(CODES)}; or {UNDECIDED!r}."
            )
    return coded
