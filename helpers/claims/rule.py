"""The rule for a claimed figure, written before any figure was computed.

about    supported within half the last printed digit or 10 % of the claim,
         whichever is larger; partly within 25 %; else contradicted
under    supported below the claim, partly up to 10 % beyond, else contradicted
over     supported above the claim, partly up to 10 % beyond, else contradicted
exactly  supported when equal, partly within one, else contradicted
"""

import dataclasses
import math
from decimal import Decimal

import pandas as pd

from helpers.claims.ledger import claim
from helpers.claims.words import CANNOT_TELL, CONTRADICTED, PARTLY, SUPPORTED


@dataclasses.dataclass(frozen=True)
class Limits:
    """A range of values; the rounding of computers does not decide a verdict."""

    low: float
    high: float
    is_open: bool = False

    def holds(self, value):
        """Whether the value lies in the range."""
        if self.is_open:
            return self.low < value < self.high
        edge = math.isclose(value, self.low) or math.isclose(value, self.high)
        return edge or self.low <= value <= self.high


TOLERANCE = 10  # percent of the claimed figure


def verdict(stated, value, *, comparator=None, tolerance=TOLERANCE):
    """The verdict on a claimed figure for one measured value.

    Parameters
    ----------
    stated : str or Claim
        A claim of the ledger, or another one.
    value : float
        In the claim's unit; NaN gives "cannot tell".
    comparator : {"about", "under", "over", "exactly"}, optional
        Another reading of the claim's wording, to see what hangs on it; by default
        the ledger's.
    tolerance : float
        Percent of the claimed figure that the rule forgives; the rule's own is 10, and
        for "about" the limit of partly stays two and a half times as far.

    Raises
    ------
    ValueError
        When the claim states no figure, so that no rule can weigh it; or the
        comparator or the tolerance is none.

    Examples
    --------
    >>> verdict("E3", 23.9), verdict("E3", 26.0), verdict("E3", 30.0)
    ('supported', 'partly', 'contradicted')
    >>> verdict("E1", 0.99), verdict("E1", 1.05), verdict("E1", 1.2)
    ('supported', 'partly', 'contradicted')
    >>> verdict("S2", 62), verdict("S2", 62, comparator="under")
    ('supported', 'partly')
    """
    full, partial = limits(stated, comparator=comparator, tolerance=tolerance)
    if pd.isna(value):
        return CANNOT_TELL
    if full.holds(value):
        return SUPPORTED
    return PARTLY if partial.holds(value) else CONTRADICTED


def limits(stated, *, comparator=None, tolerance=TOLERANCE):
    """Between which values the rule says supported, and between which partly.

    Parameters
    ----------
    stated : str or Claim
    comparator : str, optional
    tolerance : float
        As for :func:`verdict`.

    Returns
    -------
    tuple of Limits
        Each with ``low`` and ``high`` in the claim's unit; infinite where the rule
        has no limit. ``is_open`` means that the claimed figure itself lies outside.

    Raises
    ------
    ValueError
        When the claim states no figure, so that no rule can weigh it; or the
        comparator or the tolerance is none.
    """
    stated = claim(stated) if isinstance(stated, str) else stated
    comparator = comparator or stated.comparator
    if not 0 <= tolerance < math.inf:
        raise ValueError(f"A tolerance is a percentage from 0 up, not {tolerance!r}.")
    if comparator not in _RULES:
        if comparator != stated.comparator:
            there = ", ".join(_RULES)
            raise ValueError(f"No rule is called {comparator!r}. There are: {there}.")
        raise ValueError(
            f"{stated.claim_id} is a {stated.kind} without a figure: no rule can weigh "
            "it. List what speaks for it and against it, and judge."
        )
    return _RULES[comparator](stated.claimed_value, tolerance / 100)


def _about(claimed, share):
    near = max(_half_digit(claimed), share * abs(claimed))
    far = max(near, 2.5 * share * abs(claimed))
    return Limits(claimed - near, claimed + near), Limits(claimed - far, claimed + far)


def _under(claimed, share):
    beyond = claimed + share * abs(claimed)
    return Limits(-math.inf, claimed, is_open=True), Limits(-math.inf, beyond)


def _over(claimed, share):
    beyond = claimed - share * abs(claimed)
    return Limits(claimed, math.inf, is_open=True), Limits(beyond, math.inf)


def _exactly(claimed, _share):
    return Limits(claimed, claimed), Limits(claimed - 1, claimed + 1)


_RULES = {"about": _about, "under": _under, "over": _over, "exactly": _exactly}


def _half_digit(claimed):
    """Half of the last digit that is printed: 0.5 for 22, 0.05 for 1.5."""
    last = Decimal(f"{claimed:g}").as_tuple().exponent
    return 0.5 * 10 ** min(last, 0)
