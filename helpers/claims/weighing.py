"""Evidence weighed on two clocks: figures, events, judgements and predictions.

Each clock takes, for each quantity and basis, the rows of the newest period that it
may see; a row that was known in 2020 gives way to a later one on the same period.
Several rows or bases give the verdict that all share, else "partly: depends on the
basis". No usable row gives "cannot tell".

An event is weighed twice: whether documents say that it occurred, and whether the
year is right. A judgement has no rule: its indicators point for it, against it, or
give context, and the reader judges. Rows of context are never weighed.

A prediction has a question with a last day. It happened when more of its indicators
point for it than against it, and did not when fewer do. It is not yet resolvable when
that day lies behind the data, when no indicator points, or when they balance.
"""

import dataclasses
import html
import math

import pandas as pd

from helpers import tables
from helpers.claims.ledger import claim
from helpers.claims.rule import limits, verdict
from helpers.claims.words import (
    AGAINST,
    CANNOT_TELL,
    CLOCKS,
    CONTRADICTED,
    DEPENDS,
    DID_NOT,
    FOR,
    HAPPENED,
    NEUTRAL,
    NOT_YET,
    SUPPORTED,
)

NOTHING_WEIGHED = "No row holds the claimed quantity, so the rule has nothing to weigh."
NOTHING_FOUND = "No document or figure was found."
DATA_END = "2026-06-30"  # later days have no data in the course


@dataclasses.dataclass(frozen=True)
class Weighing:
    """The verdicts of one claim on both clocks, with the rows behind each."""

    claim_id: str
    table: pd.DataFrame
    as_of_2020: str
    now: str
    occurred: dict = dataclasses.field(default_factory=dict)

    def __repr__(self):
        return f"{NEUTRAL}\n{_as_text(self.table, NOTHING_WEIGHED)}\n{self._sentence()}"

    def _repr_html_(self):
        table = _as_html(self.table, NOTHING_WEIGHED)
        return f"{NEUTRAL}\n{table}<p><b>{html.escape(self._sentence())}</b></p>"

    def _sentence(self):
        said = f"{self.claim_id} as of 2020: {self.as_of_2020}. Now: {self.now}."
        for clock, said_of_it in self.occurred.items():
            said += f" Did it occur, {CLOCKS[clock]}: {said_of_it}."
        return said


@dataclasses.dataclass(frozen=True)
class Resolution:
    """What became of one prediction: its question, the indicators, the outcome."""

    claim_id: str
    question: str
    rule: str
    narrower: str
    table: pd.DataFrame
    outcome: str

    @property
    def happened(self):
        """1.0, 0.0, or NaN when it is not yet resolvable."""
        return {HAPPENED: 1.0, DID_NOT: 0.0}.get(self.outcome, math.nan)

    def __repr__(self):
        return f"{self._asked()}\n{_as_text(self.table, NOTHING_FOUND)}\n{self._said()}"

    def _repr_html_(self):
        table = _as_html(self.table, NOTHING_FOUND)
        asked, said = html.escape(self._asked()), html.escape(self._said())
        return f"<p>{asked}</p>\n{table}\n<p><b>{said}</b></p>"

    def _asked(self):
        return f"{self.claim_id}: {self.question} {self.rule}"

    def _said(self):
        return f"{self.claim_id}: {self.outcome}. {self.narrower}"


def seen(rows):
    """What each clock sees: per basis the newest period, and its range of values.

    Parameters
    ----------
    rows : DataFrame
        Evidence on one claim or several, as ``evidence.rows`` gives it.

    Returns
    -------
    DataFrame
        One row a claim, clock and basis: ``claim_id``, ``clock``, ``basis``,
        ``period``, ``lowest``, ``highest``, ``unit``. Rows of reliability R are
        never seen.
    """
    return _ranges(_on_both_clocks(rows))


def indicators(rows):
    """What speaks for a judgement and what against it, on both clocks.

    Parameters
    ----------
    rows : DataFrame
        Evidence on one claim or several, as ``evidence.rows`` gives it.

    Returns
    -------
    DataFrame
        One row a claim, clock, quantity and basis: ``claim_id``, ``clock``,
        ``quantity``, ``basis``, ``period``, ``value``, ``unit``, ``points``,
        ``reliability`` (as :func:`tables.signs` writes it), ``contested_by``. Rows of
        reliability R are never seen.
    """
    both = _on_both_clocks(rows).round({"value": 2})
    both["reliability"] = tables.signs(both)
    columns = ["claim_id", "clock", "quantity", "basis", "period", "value", "unit"]
    both = both[[*columns, "points", "reliability", "contested_by"]]
    return both.sort_values("claim_id", kind="stable", ignore_index=True)


def claim_of(rows):
    """The one claim to which rows of evidence belong.

    Returns
    -------
    str

    Raises
    ------
    ValueError
        When they belong to several claims, or there are none.
    """
    claim_ids = rows["claim_id"].unique()
    if len(claim_ids) != 1:
        given = ", ".join(claim_ids) or "none"
        raise ValueError(f"Take one claim at a time; the rows belong to: {given}.")
    return claim_ids[0]


def weigh(rows):
    """Weigh the evidence on one claimed figure or event, on both clocks.

    Parameters
    ----------
    rows : DataFrame
        Evidence on one claim, as ``evidence.rows`` gives it: a column for each
        field of :class:`Evidence`.

    Returns
    -------
    Weighing
        ``table`` is that of :func:`seen` with a verdict a row; ``as_of_2020`` and
        ``now`` are the verdicts on the claim's figure or year. For an event,
        ``occurred`` says for each clock whether it happened at all.

    Raises
    ------
    ValueError
        When the rows belong to several claims or none, or the claim states no figure.
    """
    claim_id = claim_of(rows)
    limits(claim_id)  # a judgement has no rule, with or without rows
    both = _on_both_clocks(rows)
    both["verdict"] = [
        _verdict_of_row(claim_id, value, points)
        for value, points in zip(both["value"], both["points"], strict=True)
    ]
    figures = both[both["points"] == ""]
    table = _ranges(figures, verdict=("verdict", together)).drop(columns="claim_id")
    occurred = {}
    if claim(claim_id).kind == "event":
        occurred = _by_clock(both[both["points"].isin([FOR, AGAINST])])
    return Weighing(
        claim_id=claim_id, table=table, occurred=occurred, **_by_clock(figures)
    )


def resolve(rows, questions):
    """What became of predictions, by their questions.

    Parameters
    ----------
    rows : DataFrame
        Evidence on predictions, as ``evidence.rows`` gives it.
    questions : DataFrame
        The questions to resolve, rows of the table ``prediction_questions``.

    Returns
    -------
    tuple of Resolution
        One a question, in their order; the rule stands at the top of this module.
    """
    seen_now = indicators(rows)
    seen_now = seen_now[seen_now["clock"] == CLOCKS["now"]]
    columns = ["quantity", "basis", "period", "value", "unit", "points"]
    columns += ["reliability", "contested_by"]
    resolved = []
    for question in questions.itertuples():
        table = seen_now.loc[seen_now["claim_id"] == question.claim_id, columns]
        resolved.append(
            Resolution(
                claim_id=question.claim_id,
                question=question.question,
                rule=question.rule,
                narrower=question.narrower,
                table=table.reset_index(drop=True),
                outcome=_outcome(table["points"], question.closes),
            )
        )
    return tuple(resolved)


def outcomes(resolved):
    """What became of predictions, as a table.

    Parameters
    ----------
    resolved : iterable of Resolution

    Returns
    -------
    DataFrame
        One row a prediction: ``question`` (its claim), ``outcome``, ``happened`` (1, 0,
        missing).
    """
    return pd.DataFrame(
        [
            {"question": one.claim_id, "outcome": one.outcome, "happened": one.happened}
            for one in resolved
        ]
    )


def _as_text(table, nothing):
    return nothing if table.empty else table.to_string(index=False)


def _as_html(table, nothing):
    return f"<p>{nothing}</p>" if table.empty else table.to_html(index=False, border=0)


def _on_both_clocks(rows):
    """The rows that each clock sees, with a column ``clock``."""
    usable = rows[rows["reliability"] != "R"]
    known = usable["known_in_2020"].astype(bool)
    views = {"as_of_2020": usable[known], "now": usable}
    return pd.concat(
        [_newest(view).assign(clock=CLOCKS[clock]) for clock, view in views.items()],
        ignore_index=True,
    )


def _newest(rows):
    """Rows of a basis's newest period; there, later rows replace older ones."""
    age = rows["period"] + rows["known_in_2020"].map({True: " 0", False: " 1"})
    keys = [rows[name] for name in ("claim_id", "quantity", "basis")]
    return rows[age == age.groupby(keys).transform("max")]


def _verdict_of_row(claim_id, value, points):
    """By the rule for a figure; else as the row points."""
    if points == "":
        return verdict(claim_id, value)
    return {FOR: SUPPORTED, AGAINST: CONTRADICTED}.get(points, CANNOT_TELL)


def _by_clock(rows):
    return {
        clock: together(rows.loc[rows["clock"] == words, "verdict"])
        for clock, words in CLOCKS.items()
    }


def _ranges(rows, **more):
    keys = ["claim_id", "clock", "basis", "period", "unit"]
    groups = rows.groupby(keys, sort=False)
    ranges = groups.agg(lowest=("value", "min"), highest=("value", "max"), **more)
    order = [*keys[:-1], "lowest", "highest", "unit", *more]
    ranges = ranges.reset_index()[order].round(2)
    return ranges.sort_values("claim_id", kind="stable", ignore_index=True)


def _outcome(points, closes):
    """Whether more indicators of a prediction point for it or against it."""
    for_it, against_it = (points == FOR).sum(), (points == AGAINST).sum()
    if closes > DATA_END or for_it == against_it:
        return NOT_YET
    return HAPPENED if for_it > against_it else DID_NOT


def together(verdicts):
    """One verdict for several bases; a basis that cannot tell has no say.

    Examples
    --------
    >>> together(["supported", "cannot tell"]), together(["supported", "partly"])
    ('supported', 'partly: depends on the basis')
    """
    said = set(verdicts) - {CANNOT_TELL}
    if not said:
        return CANNOT_TELL
    return said.pop() if len(said) == 1 else DEPENDS
