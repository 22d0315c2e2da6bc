"""The ledger, the evidence row, the verdict rule and the course's readings.

The rule for a claimed figure, written before any figure was computed:

about    supported within half the last printed digit or 10 % of the claim,
         whichever is larger; partly within 25 %; else contradicted
under    supported below the claim, partly up to 10 % beyond, else contradicted
over     supported above the claim, partly up to 10 % beyond, else contradicted
exactly  supported when equal, partly within one, else contradicted

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

SUPPORTED, PARTLY, CONTRADICTED = "supported", "partly", "contradicted"
CANNOT_TELL = "cannot tell"
DEPENDS = "partly: depends on the basis"
VERDICTS = (SUPPORTED, PARTLY, CONTRADICTED, CANNOT_TELL)
NOT_YET = "not yet resolvable"
HAPPENED, DID_NOT = "happened", "did not happen"
DATA_END = "2026-06-30"  # later days have no data in the course
# An export leaves these out unless the learner ticks them.
SENSITIVE = ("S2", "S3", "S9", "P4", "P5", "P7", "P8", "F4")
# A folded cell shows the first line of its output.
NEUTRAL = "The course's reading follows. Yours may differ, with reasons."
NOTHING_WEIGHED = "No row holds the claimed quantity, so the rule has nothing to weigh."
NOTHING_FOUND = "No document or figure was found."
CLOCKS = {"as_of_2020": "as of 2020", "now": "now"}
FOR, AGAINST, CONTEXT = "for", "against", "context"
CODES = ("figure", "event", "judgement", "prediction", "not a claim")
UNDECIDED = "not decided yet"


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


@dataclasses.dataclass(frozen=True)
class Weighing:
    """The verdicts of one claim on both clocks, with the rows behind each."""

    claim_id: str
    table: pd.DataFrame
    as_of_2020: str
    now: str
    occurred: dict = dataclasses.field(default_factory=dict)

    def __repr__(self):
        table = self.table.to_string(index=False)
        if self.table.empty:
            table = NOTHING_WEIGHED
        return f"{NEUTRAL}\n{table}\n{self._sentence()}"

    def _repr_html_(self):
        table = self.table.to_html(index=False, border=0)
        if self.table.empty:
            table = f"<p>{NOTHING_WEIGHED}</p>"
        return f"{NEUTRAL}\n{table}<p><b>{html.escape(self._sentence())}</b></p>"

    def _sentence(self):
        said = f"{self.claim_id} as of 2020: {self.as_of_2020}. Now: {self.now}."
        for clock, verdict in self.occurred.items():
            said += f" Did it occur, {CLOCKS[clock]}: {verdict}."
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
        table = self.table.to_string(index=False) if len(self.table) else NOTHING_FOUND
        return f"{self._asked()}\n{table}\n{self._said()}"

    def _repr_html_(self):
        table = f"<p>{NOTHING_FOUND}</p>"
        if len(self.table):
            table = self.table.to_html(index=False, border=0)
        asked, said = html.escape(self._asked()), html.escape(self._said())
        return f"<p>{asked}</p>\n{table}\n<p><b>{said}</b></p>"

    def _asked(self):
        return f"{self.claim_id}: {self.question} {self.rule}"

    def _said(self):
        return f"{self.claim_id}: {self.outcome}. {self.narrower}"


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


def verdict(claim_id, value, *, comparator=None):
    """The verdict on a claimed figure for one measured value.

    Parameters
    ----------
    claim_id : str
    value : float
        In the claim's unit; NaN gives "cannot tell".
    comparator : {"about", "under", "over", "exactly"}, optional
        Another reading of the claim's wording, to see what hangs on it; by default
        the ledger's.

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
    >>> verdict("S2", 62), verdict("S2", 62, comparator="under")
    ('supported', 'partly')
    """
    full, partial = limits(claim_id, comparator=comparator)
    if pd.isna(value):
        return CANNOT_TELL
    if full.holds(value):
        return SUPPORTED
    return PARTLY if partial.holds(value) else CONTRADICTED


def limits(claim_id, *, comparator=None):
    """Between which values the rule says supported, and between which partly.

    Parameters
    ----------
    claim_id : str
    comparator : str, optional
        As for :func:`verdict`.

    Returns
    -------
    tuple of Limits
        Each with ``low`` and ``high`` in the claim's unit; infinite where the rule
        has no limit. ``is_open`` means that the claimed figure itself lies outside.

    Raises
    ------
    ValueError
        When the claim states no figure, so that no rule can weigh it.
    """
    stated = claim(claim_id)
    comparator = comparator or stated.comparator
    if comparator not in _RULES:
        raise ValueError(
            f"{claim_id} is a {stated.kind} without a figure: no rule can weigh it. "
            "List what speaks for it and against it, and judge."
        )
    return _RULES[comparator](stated.claimed_value)


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
        When the rows belong to several claims, or the claim states no figure.
    """
    claim_ids = rows["claim_id"].unique()
    if len(claim_ids) != 1:
        raise ValueError(f"Weigh one claim at a time, not {', '.join(claim_ids)}.")
    (claim_id,) = claim_ids
    limits(claim_id)  # a judgement has no rule, with or without rows
    both = _on_both_clocks(rows)
    both["verdict"] = [
        _verdict_of_row(claim_id, value, points)
        for value, points in zip(both["value"], both["points"], strict=True)
    ]
    figures = both[both["points"] == ""]
    table = _ranges(figures, verdict=("verdict", _together)).drop(columns="claim_id")
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


def frame(rows):
    """Evidence rows as a table, one column a field."""
    fields = [field.name for field in dataclasses.fields(Evidence)]
    return pd.DataFrame([dataclasses.asdict(row) for row in rows], columns=fields)


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
        clock: _together(rows.loc[rows["clock"] == words, "verdict"])
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


def _together(verdicts):
    """One verdict for several bases; a basis that cannot tell has no say."""
    said = set(verdicts) - {CANNOT_TELL}
    if not said:
        return CANNOT_TELL
    return said.pop() if len(said) == 1 else DEPENDS


def _about(claimed):
    near, far = max(_half_digit(claimed), 0.10 * abs(claimed)), 0.25 * abs(claimed)
    return Limits(claimed - near, claimed + near), Limits(claimed - far, claimed + far)


def _under(claimed):
    beyond = claimed + 0.10 * abs(claimed)
    return Limits(-math.inf, claimed, is_open=True), Limits(-math.inf, beyond)


def _over(claimed):
    beyond = claimed - 0.10 * abs(claimed)
    return Limits(claimed, math.inf, is_open=True), Limits(beyond, math.inf)


def _exactly(claimed):
    return Limits(claimed, claimed), Limits(claimed - 1, claimed + 1)


_RULES = {"about": _about, "under": _under, "over": _over, "exactly": _exactly}


def _half_digit(claimed):
    """Half of the last digit that is printed: 0.5 for 22, 0.05 for 1.5."""
    decimals = len(f"{claimed:g}".partition(".")[2])
    return 0.5 * 10**-decimals


def _period(first, last):
    if pd.isna(last):
        return f"from {first}"
    return str(first) if first == last else f"{first} to {last}"
