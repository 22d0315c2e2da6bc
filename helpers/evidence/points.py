"""Where a value points: each reads the value of a row and gives the word."""

from helpers import claims


def context(_value):
    """The row stands beside the claim and speaks neither for it nor against it."""
    return claims.CONTEXT


def rose(value):
    """A value above zero speaks for the claim."""
    return claims.FOR if value > 0 else claims.AGAINST


def held(value):
    """A value of zero or more speaks for the claim."""
    return claims.FOR if value >= 0 else claims.AGAINST


def fell(value):
    """A value below zero speaks for the claim."""
    return claims.FOR if value < 0 else claims.AGAINST
