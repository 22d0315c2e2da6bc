"""The ledger, the evidence row, the verdict rule and the course's readings.

The rule for a claimed figure, fixed before anyone looked at data:

about    supported within half the last printed digit or 10 % of the claim,
         whichever is larger; partly within 25 %; else contradicted
under    supported below the claim, partly up to 10 % beyond, else contradicted
over     supported above the claim, partly up to 10 % beyond, else contradicted
exactly  supported when equal, partly within one, else contradicted

Each clock takes the newest row of each basis that it may see. Several bases give
the verdict that all share, else "partly: depends on the basis". No usable row
gives "cannot tell".
"""

import dataclasses
import html
import math

import pandas as pd

from helpers import tables

SUPPORTED, PARTLY, CONTRADICTED = "supported", "partly", "contradicted"
CANNOT_TELL = "cannot tell"
DEPENDS = "partly: depends on the basis"
VERDICTS = (SUPPORTED, PARTLY, CONTRADICTED, CANNOT_TELL)
CLOCKS = {"as_of_2020": "as of 2020", "now": "now"}


@dataclasses.dataclass(frozen=True)
class Evidence:
    """One piece of evidence on a claim, computed from the tables.

    ``reliability`` is A (official, or several independent reports), B (one report)
    or R (recalled and not verified). ``known_in_2020`` says whether the figure had
    been published by the end of 2020.
    """

    claim_id: str
    quantity: str
    basis: str
    period: str
    value: float
    unit: str
    reliability: str
    contested_by: str
    known_in_2020: bool
    source: str


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


@dataclasses.dataclass(frozen=True)
class Weighing:
    """The verdicts of one claim on both clocks, with the row behind each."""

    claim_id: str
    table: pd.DataFrame
    as_of_2020: str
    now: str

    def __repr__(self):
        return f"{self.table.to_string(index=False)}\n{self._sentence()}"

    def _repr_html_(self):
        table = self.table.to_html(index=False, border=0)
        return f"{table}<p><b>{html.escape(self._sentence())}</b></p>"

    def _sentence(self):
        return f"{self.claim_id} as of 2020: {self.as_of_2020}. Now: {self.now}."


@dataclasses.dataclass(frozen=True)
class Reading:
    """The course's own verdicts on a claim, and why."""

    claim_id: str
    as_of_2020: str
    now: str
    reasons: str

    def __repr__(self):
        return (
            f"How the course reads {self.claim_id}. Yours may differ, with reasons.\n"
            f"As of 2020: {self.as_of_2020}. Now: {self.now}.\n{self.reasons}"
        )

    def _repr_html_(self):
        neutral, verdicts, reasons = map(html.escape, repr(self).split("\n", 2))
        return f"<p>{neutral}</p><p><b>{verdicts}</b></p><p>{reasons}</p>"


def ledger():
    """All claims, one row each (the table ``claims``)."""
    return tables.load("claims")


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


def verdict(claim_id, value):
    """The verdict on a claimed figure for one measured value.

    Parameters
    ----------
    claim_id : str
    value : float
        In the claim's unit; NaN gives "cannot tell".

    Raises
    ------
    ValueError
        When the claim states no figure, so that no rule can weigh it.

    Examples
    --------
    >>> verdict("E3", 23.9), verdict("E3", 26.0), verdict("E3", 30.0)
    ('supported', 'partly', 'contradicted')
    >>> verdict("E1", 0.99), verdict("E1", 1.05), verdict("E1", 1.2)
    ('supported', 'partly', 'contradicted')
    """
    stated = claim(claim_id)
    if stated.comparator not in _RULES:
        raise ValueError(
            f"{claim_id} is a {stated.kind} without a figure: no rule can weigh it. "
            "List what speaks for it and against it, and judge."
        )
    if pd.isna(value):
        return CANNOT_TELL
    full, partial = _RULES[stated.comparator](float(value), stated.claimed_value)
    return SUPPORTED if full else PARTLY if partial else CONTRADICTED


def weigh(rows):
    """Weigh the evidence on one claimed figure, on both clocks.

    Parameters
    ----------
    rows : DataFrame
        Evidence on one claim, as ``evidence.rows`` gives it: a column for each
        field of :class:`Evidence`.

    Returns
    -------
    Weighing
        ``table`` has one row a clock and basis; ``as_of_2020`` and ``now`` are the
        verdicts. Rows of reliability R are never weighed.

    Raises
    ------
    ValueError
        When the rows belong to several claims, or the claim states no figure.
    """
    claim_ids = rows["claim_id"].unique()
    if len(claim_ids) != 1:
        raise ValueError(f"Weigh one claim at a time, not {', '.join(claim_ids)}.")
    (claim_id,) = claim_ids
    usable = rows[rows["reliability"] != "R"]
    seen = {"as_of_2020": usable[usable["known_in_2020"]], "now": usable}
    parts = {clock: _newest(claim_id, part) for clock, part in seen.items()}
    table = pd.concat(
        part.assign(clock=CLOCKS[clock]) for clock, part in parts.items()
    ).reset_index(drop=True)
    return Weighing(
        claim_id=claim_id,
        table=table[["clock", "basis", "period", "value", "unit", "verdict"]].round(2),
        **{clock: _together(part["verdict"]) for clock, part in parts.items()},
    )


def reading(claim_id):
    """The course's own reading of a claim: show it after the learner's verdict.

    Raises
    ------
    KeyError
        When the course has not read the claim yet; the message lists those it has.
    """
    rows = tables.load("readings").set_index("claim_id")
    if claim_id not in rows.index:
        known = ", ".join(rows.index)
        raise KeyError(f"No reading of {claim_id!r} yet. There are: {known}.")
    return Reading(claim_id, **rows.loc[claim_id].to_dict())


def frame(rows):
    """Evidence rows as a table, one column a field."""
    fields = [field.name for field in dataclasses.fields(Evidence)]
    return pd.DataFrame([dataclasses.asdict(row) for row in rows], columns=fields)


def _newest(claim_id, rows):
    newest = (
        rows.sort_values("period", kind="stable").groupby("basis").tail(1)
    newest = newest.sort_index()
    )
    return newest.assign(
        verdict=[verdict(claim_id, value) for value in newest["value"]]
    )


def _together(verdicts):
    """One verdict for several bases; a basis that cannot tell has no say."""
    said = set(verdicts) - {CANNOT_TELL}
    if not said:
        return CANNOT_TELL
    return said.pop() if len(said) == 1 else DEPENDS


def _about(value, claimed):
    gap = abs(value - claimed)
    return (
        _within(gap, max(_half_digit(claimed), 0.10 * abs(claimed))),
        _within(gap, 0.25 * abs(claimed)),
    )


def _under(value, claimed):
    return value < claimed, _within(value - claimed, 0.10 * abs(claimed))


def _over(value, claimed):
    return value > claimed, _within(claimed - value, 0.10 * abs(claimed))


def _exactly(value, claimed):
    gap = abs(value - claimed)
    return _within(gap, 0), _within(gap, 1)


_RULES = {"about": _about, "under": _under, "over": _over, "exactly": _exactly}


def _within(gap, limit):
    return gap <= limit or math.isclose(gap, limit, abs_tol=1e-9)


def _half_digit(claimed):
    """Half of the last digit that is printed: 0.5 for 22, 0.05 for 1.5."""
    decimals = len(f"{claimed:g}".partition(".")[2])
    return 0.5 * 10**-decimals


def _period(first, last):
    if pd.isna(last):
        return f"from {first}"
    return str(first) if first == last else f"{first} to {last}"
