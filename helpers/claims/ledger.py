"""The ledger of claims, one row of evidence, and the course's readings."""

import dataclasses
import functools
import html

import pandas as pd

from helpers import tables
from helpers.claims.words import NEUTRAL, NOT_YET, VERDICTS

# An export leaves these out unless the learner ticks them.
SENSITIVE = ("S2", "S3", "S9", "P4", "P5", "P7", "P8", "F4")


@dataclasses.dataclass(frozen=True)
class Evidence:
    """One piece of evidence on a claim, computed from the tables.

    ``reliability`` is A (official, or several independent reports), B (one report)
    or R (recalled and not verified). ``known_in_2020`` says whether the figure had
    been published by the end of 2020. ``points`` is empty for a row that the rule
    weighs against the claimed figure. For all others it says where the row points:
    ``FOR`` the claim or ``AGAINST`` it, by a comparison that the function makes on
    the data, or ``CONTEXT``.
    """

    claim_id: str
    quantity: str
    basis: str
    period: str
    value: float
    unit: str
    reliability: str
    known_in_2020: bool
    source: str
    contested_by: str = ""
    points: str = ""


@dataclasses.dataclass(frozen=True)
class Claim:
    """One claim of the ledger; a notebook shows it as two sentences."""

    claim_id: str
    kind: str
    paragraph: int
    statement: str
    comparator: str
    claimed_value: float
    unit: str
    period: str
    period_basis: str

    def __repr__(self):
        whose = "stated by the bulletin" if self.period_basis == "stated" else "assumed"
        return (
            f"{self.claim_id}, a {self.kind} of paragraph {self.paragraph}: "
            f"{self.statement}. Period: {self.period}, {whose}."
        )

    def _repr_html_(self):
        return f"<p>{html.escape(repr(self))}</p>"


@dataclasses.dataclass(frozen=True)
class Reading:
    """The course's own verdicts on a claim, and why."""

    claim_id: str
    as_of_2020: str
    now: str
    reasons: str

    def __str__(self):
        verdicts = f"as of 2020: {self.as_of_2020}. Now: {self.now}"
        return f"{self.claim_id}, {verdicts}. {self.reasons}"


class Readings(tuple):
    """Readings of several claims, shown below a line that gives nothing away."""

    __slots__ = ()

    def __repr__(self):
        return "\n".join([NEUTRAL, *map(str, self)])

    def _repr_html_(self):
        return "\n".join(
            [NEUTRAL, *(f"<p>{html.escape(str(one))}</p>" for one in self)]
        )


def ledger():
    """All claims, one row each (the table ``claims``)."""
    return tables.load("claims")


@functools.cache
def claim(claim_id):
    """One claim of the ledger.

    Raises
    ------
    KeyError
        When the ledger has no such claim; the message lists those of its section.

    Examples
    --------
    >>> claim("E3")
    E3, a figure of paragraph 4: China takes about 22 percent of the five states' \
exports. Period: 2019, assumed.
    """
    rows = ledger().set_index("claim_id")
    if claim_id not in rows.index:
        near = [known for known in rows.index if known[:1] == str(claim_id)[:1].upper()]
        known = ", ".join(near or rows.index)
        raise KeyError(f"The ledger has no claim {claim_id!r}. It has: {known}.")
    row = rows.loc[claim_id]
    return Claim(
        claim_id=claim_id,
        kind=row["kind"],
        paragraph=int(row["paragraph"]),
        statement=row["statement"],
        comparator="" if pd.isna(row["comparator"]) else row["comparator"],
        claimed_value=float(row["claimed_value"]),
        unit="" if pd.isna(row["unit"]) else row["unit"],
        period=_period(row["year_from"], row["year_to"]),
        period_basis=row["period_basis"],
    )


def options(claim_id):
    """The verdicts that a claim can get; a prediction may also be too early to tell.

    >>> options("E8")[-1]
    'not yet resolvable'
    """
    early = (NOT_YET,) if claim(claim_id).kind == "prediction" else ()
    return VERDICTS + early


def reading(*claim_ids):
    """The course's own reading of claims: show it after the learner's verdict.

    Raises
    ------
    KeyError
        When the course has not read a claim yet; the message lists those it has.
    """
    rows = tables.load("readings").set_index("claim_id")
    for claim_id in claim_ids:
        if claim_id not in rows.index:
            known = ", ".join(rows.index)
            raise KeyError(f"No reading of {claim_id!r} yet. There are: {known}.")
    return Readings(Reading(name, **rows.loc[name].to_dict()) for name in claim_ids)


def frame(rows):
    """Evidence rows as a table, one column a field."""
    fields = [field.name for field in dataclasses.fields(Evidence)]
    return pd.DataFrame([dataclasses.asdict(row) for row in rows], columns=fields)


def _period(first, last):
    if pd.isna(last):
        return f"from {first}"
    return str(first) if first == last else f"{first} to {last}"
